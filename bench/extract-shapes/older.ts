// Older and odder pages: forums, notices, boxes and datelines where themes of the last twenty years put them → labelled pages.
import { noteIn } from './prose.ts'
import { drawShape, type Shape } from './shape.ts'

const EN = noteIn('en').texts
const DE = noteIn('de').texts

export const OLDER: readonly Shape[] = [
  drawShape('kubrick', 'de', { date: '2008-07-04' }, ({ title, p }) => ({
    body: `<div id="page"><div id="header"><div id="headerimg"><h1><a href="/">Talblog</a></h1><div class="description">Notizen vom Fluss</div></div></div><div id="content" class="widecolumn"><div class="navigation"><div class="alignleft">« <a href="/a">Die Mühle</a></div></div><div class="post" id="post-9"><h2>${title}</h2><div class="entry">${p.join('')}<p class="postmetadata alt"><small>Dieser Beitrag wurde am Freitag, 04. Juli 2008 um 10:12 Uhr veröffentlicht und wurde unter der Kategorie <a href="/k">Tal</a> abgelegt. Du kannst die Kommentare zu diesem Eintrag durch den <a href="/f">RSS-Feed</a> verfolgen.</small></p></div></div><h3 id="comments">2 Reaktionen zu “${title}”</h3><ol class="commentlist"><li class="alt"><cite>Kalle</cite> <small class="commentmetadata">4. Juli 2008 um 18:12</small><p>Sehr schön, dass der Steg wieder steht, ich werde am Wochenende gleich hingehen und ihn mir ansehen.</p></li></ol></div></div>`,
  })),
  drawShape('serendipity', 'de', { date: '2009-02-18', author: 'Jan Holm' }, ({ title, p }) => ({
    body: `<div id="serendipity_banner"><h1><a href="/">Talblog</a></h1></div><table id="mainpane"><tr><td id="content"><h3 class="serendipity_date">Mittwoch, 18. Februar 2009</h3><h4 class="serendipity_title"><a href="/archives/9.html">${title}</a></h4><div class="serendipity_entry"><div class="serendipity_entry_body">${p.join('')}</div><div class="serendipity_entryFooter">Geschrieben von <a href="/authors/1">Jan Holm</a> in <a href="/c">Tal</a> um 14:02 | <a href="/c9">Kommentare (0)</a></div></div></td><td id="serendipityRightSideBar"><h3>Kalender</h3><p>Februar '09</p></td></tr></table>`,
  })),
  drawShape('tumblr-post', 'en', { date: '2014-03-09' }, ({ title, p }) => ({
    body: `<div id="header"><h1><a href="/">valley notes</a></h1></div><div class="post text"><h2 class="post-title"><a href="/post/1">${title}</a></h2><div class="body">${p.join('')}</div><div class="meta"><span class="posted">Posted on <a href="/post/1">March 9, 2014</a></span> with <a href="/n">12 notes</a></div><ol class="notes"><li class="note"><a href="/u">river-walker</a> liked this</li></ol></div>`,
  })),
  drawShape(
    'government-notice-pdf-like',
    'en',
    { date: '2012-05-23' },
    ({ title, p }) => ({
      body: `<div id="wrapper"><div id="crumbs"><a href="/">Home</a> > <a href="/n">News</a></div><div id="centre"><h1>${title}</h1><p class="date">Date published: 23/05/2012</p>${p.join('')}<p class="top"><a href="#top">Back to top</a></p></div><div id="meta">Page last updated: 14/08/2015</div></div>`,
      head: '<meta name="DC.date.modified" content="2015-08-14">',
    }),
    { zone: 'Europe/London' },
  ),
  drawShape('press-archive-two-columns', 'de', { date: '2013-10-07' }, ({ title, p }) => ({
    body: `<div class="row"><div class="col-md-9"><h1>${title}</h1><p class="article-date">07.10.2013</p><div class="ce-bodytext">${p.join('')}</div></div><div class="col-md-3"><h4>Pressekontakt</h4><p>Anna Möller<br>Telefon 0123 456789<br>presse@example.de</p><h4>Archiv</h4><ul><li><a href="/2012">2012</a></li><li><a href="/2011">2011</a></li></ul></div></div>`,
  })),
  drawShape('date-in-title-line', 'de', { date: '2015-01-22' }, ({ title, p }) => ({
    body: `<div class="main"><h1>${title}</h1><div class="sub">22.01.15 | Tal | 3 Kommentare</div><div class="artikel">${p.join('')}</div></div>`,
  })),
  drawShape('reversed-stamps', 'en', { date: '2016-07-19' }, ({ title, p }) => ({
    head: '<meta property="article:modified_time" content="2018-01-02T10:00:00+00:00"><meta property="og:updated_time" content="2018-01-02T10:00:00+00:00"><meta property="article:published_time" content="2016-07-19T10:00:00+00:00">',
    body: `<article><h1>${title}</h1><div class="entry">${p.join('')}</div></article>`,
  })),
  drawShape('related-with-times', 'en', { date: '2017-11-08' }, ({ title, p }) => ({
    body: `<main><article><h1>${title}</h1><div class="dateline">By the newsroom • November 8, 2017</div><div class="story">${p.join('')}</div></article><section class="more-stories">${[9, 10, 11].map((day) => `<div class="story-card"><a href="/s${day}">Another story of the valley, of day ${day}</a><time datetime="2017-11-${day < 10 ? `0${day}` : day}">Nov ${day}</time></div>`).join('')}</section></main>`,
  })),
  drawShape('iso-week-of-archive', 'en', { date: '2018-02-14' }, ({ title, p }) => ({
    body: `<div class="archive"><select><option>February 2018</option></select></div><div class="entry-wrap"><div class="published-on">Wednesday 14th of February 2018 03:12:44 PM</div><h1>${title}</h1><div class="entry">${p.join('')}</div></div>`,
  })),
  drawShape(
    'archive-copy',
    'en',
    { date: '2009-04-30' },
    ({ title, p }) => ({
      body: `<div id="wm-ipp-base"><p>42 captures 1 May 2009 - 3 Nov 2019</p></div><div id="story"><h1>${title}</h1><p class="when">April 30, 2009</p>${p.join('')}</div>`,
    }),
    { url: 'https://web.archive.org/web/20191103101010/http://www.example.org/story.html' },
  ),
  drawShape('cyrillic-neighbour-month', 'en', { date: '2020-05-18' }, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><time datetime="18.05.2020 11:30">18 мая 2020</time><div class="text">${p.join('')}</div></article>`,
  })),
  drawShape('unix-stamp-attribute', 'en', { date: '2018-08-08' }, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><time datetime="1533729600">8 Aug</time><div class="text">${p.join('')}</div></article>`,
  })),
  drawShape(
    'json-ld-inside-graph-list',
    'en',
    { date: '2021-09-30', author: 'Jane Foe' },
    ({ title, p }) => ({
      head: `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#org","name":"The Valley"},{"@type":"Person","@id":"#jane","name":"Jane Foe"},{"@type":["Article","NewsArticle"],"headline":"${title}","author":{"@id":"#jane"},"datePublished":"2021-09-30T08:00:00-04:00"}]}</script>`,
      body: `<article><h1>${title}</h1><div class="text">${p.join('')}</div></article>`,
    }),
  ),
  drawShape('microdata-whole', 'fr', { date: '2016-12-05', author: 'Claire Dubois' }, ({ title, p }) => ({
    body: `<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">${title}</h1><p>Par <span itemprop="author" itemscope><span itemprop="name">Claire Dubois</span></span>, le <meta itemprop="datePublished" content="2016-12-05T17:00:00+01:00">5 décembre</p><div itemprop="articleBody">${p.join('')}</div></div>`,
  })),
  drawShape('paragraphs-in-sections-with-ads', 'en', {}, ({ title, p }) => ({
    body: `<article><h1>${title}</h1>${p.map((text, at) => `<section class="article-chunk">${text}</section>${at < 3 ? '<div class="ad-slot"><span>Advertisement</span></div>' : ''}`).join('')}<footer class="article-foot"><a href="/c">Corrections</a></footer></article>`,
  })),
  drawShape(
    'definition-questions',
    'en',
    {
      articleBody: ['Who rebuilt it?', EN[0], 'How long did it take?', EN[1], 'Who uses it?', EN[2]].join(
        '\n',
      ),
    },
    ({ title, texts }) => ({
      body: `<main><h1>${title}</h1><dl class="faq"><dt>Who rebuilt it?</dt><dd>${texts[0]}</dd><dt>How long did it take?</dt><dd>${texts[1]}</dd><dt>Who uses it?</dt><dd>${texts[2]}</dd></dl></main>`,
    }),
  ),
  drawShape('mailing-list-pre', 'en', {}, ({ title, texts }) => ({
    body: `<h1>${title}</h1><b>Jane Foe</b> <a href="mailto:x">jane at example.org</a><br><i>Tue Mar 10 10:00:00 EST 2015</i><p><ul><li>Previous message: <a href="/1">The mill</a></li><li>Next message: <a href="/2">The road</a></li></ul><hr><pre>${texts.join('\n\n')}</pre><hr>`,
  })),
  drawShape('kommentare-darunter', 'de', { articleBody: DE.join('\n') }, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="beitrag">${p.join('')}</div></article><div class="kommentare"><h2>Kommentare</h2>${[1, 2, 3, 4, 5, 6].map((at) => `<div class="kommentar"><p>Als Anwohner Nummer ${at} freue ich mich sehr darüber, dass der Steg nach so langer Zeit wieder begehbar ist und alle mitgeholfen haben.</p></div>`).join('')}</div>`,
  })),
  drawShape('french-read-also', 'fr', {}, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="article__content">${p[0]}<p><strong>» LIRE AUSSI - </strong><a href="/x">La crue emporte une passerelle</a></p>${p.slice(1).join('')}<p><em>Inscrivez-vous à notre newsletter pour recevoir l’actualité de la vallée.</em></p></div></article>`,
  })),
  drawShape('german-teaser-boxes', 'de', {}, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="article-body">${p.slice(0, 2).join('')}<aside class="teaser"><h3>Mehr zum Thema</h3><p>Die Flut im August hat im Tal sieben Brücken und zwei Straßen zerstört, wie der Landkreis mitteilte.</p></aside>${p.slice(2).join('')}<p>Lesen Sie auch: <a href="/x">Mühle öffnet wieder</a></p></div></article>`,
  })),
]
