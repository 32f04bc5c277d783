// Notes with lists, tables, captions, quotations and furniture among their paragraphs → labelled pages.
import { noteIn } from './prose.ts'
import { drawShape, type Shape } from './shape.ts'

/** The English note's text with lines set in before its second, third or fourth paragraph. */
function textWith(lines: Readonly<Record<number, string>>): string {
  return noteIn('en')
    .texts.flatMap((text, at) => [...(lines[at] === undefined ? [] : [lines[at]]), text])
    .join('\n')
}

export const LAYOUTS: readonly Shape[] = [
  drawShape(
    'listicle',
    'en',
    {
      articleBody:
        'Three valleys are worth a detour this spring, and none of them is more than two hours away from the coast by train.\n1. The Upper Ford\nIts footbridge was rebuilt by volunteers, and the café on the far bank opens at dawn for walkers and anglers.\n2. Mill Bottom\nThe old saws still turn on Sundays, and children may ride the log flume under the eye of the keeper.\n3. Stone Row\nBring boots, because the path is under water until May, and a torch for the tunnel at the end of it.',
    },
    () => ({
      body: '<article><h1>Volunteers reopen the footbridge that the flood carried off</h1><div class="entry"><p>Three valleys are worth a detour this spring, and none of them is more than two hours away from the coast by train.</p><h2>1. The Upper Ford</h2><figure><img src="a.jpg"><figcaption>The ford at dusk. Photo: A. Hill</figcaption></figure><p>Its footbridge was rebuilt by volunteers, and the café on the far bank opens at dawn for walkers and anglers.</p><h2>2. Mill Bottom</h2><p>The old saws still turn on Sundays, and children may ride the log flume under the eye of the keeper.</p><h2>3. Stone Row</h2><p>Bring boots, because the path is under water until May, and a torch for the tunnel at the end of it.</p></div></article>',
    }),
  ),
  drawShape(
    'table-in-text',
    'en',
    { articleBody: textWith({ 1: 'Stage\nCost\nFirst\n4,200\nSecond\n9,800' }) },
    ({ title, p }) => ({
      body: `<article><h1>${title}</h1><div class="entry">${p[0]}<table><thead><tr><th>Stage</th><th>Cost</th></tr></thead><tbody><tr><td>First</td><td>4,200</td></tr><tr><td>Second</td><td>9,800</td></tr></tbody></table>${p.slice(1).join('')}</div></article>`,
    }),
  ),
  drawShape(
    'list-in-text',
    'en',
    {
      articleBody: textWith({
        1: 'Three sawmills gave the timber.\nSixty people gave their weekends.\nThe council lent tools.',
      }),
    },
    ({ title, p }) => ({
      body: `<article><h1>${title}</h1><div class="entry">${p[0]}<ul><li>Three sawmills gave the timber.</li><li>Sixty people gave their weekends.</li><li>The council lent tools.</li></ul>${p.slice(1).join('')}</div></article>`,
    }),
  ),
  drawShape('shop-blog', 'en', {}, ({ title, p }) => ({
    body: `<header><div class="cart">Your cart is empty</div><nav><a href="/shop">Shop</a></nav></header><main><div class="article__header"><h1 class="article__title">${title}</h1></div><div class="rte article__content">${p.join('')}</div><div class="article__tags"><a href="/t">bridges</a></div><section class="featured-collection"><h2>You may also like</h2><div class="grid"><div class="product-card"><a href="/p1">Walking boots</a><span class="price">$89.00</span></div><div class="product-card"><a href="/p2">Rain jacket</a><span class="price">$129.00</span></div></div></section><div class="newsletter"><h3>Subscribe to our newsletter</h3><p>Get the latest offers and news from our shop straight to your inbox every other week.</p></div></main>`,
  })),
  drawShape('wiki', 'en', { articleBody: textWith({ 2: 'The second stage' }) }, ({ title, p }) => ({
    body: `<div id="content" class="mw-body"><h1 id="firstHeading">${title}</h1><div id="bodyContent"><div id="siteSub">From Wikinews, the free news source</div><div id="mw-content-text"><div class="mw-parser-output"><div id="toc" class="toc"><ul><li><a href="#a">1 The work</a></li></ul></div>${p.slice(0, 2).join('')}<h2><span class="mw-headline" id="a">The second stage</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>${p.slice(2).join('')}</div></div><div id="catlinks" class="catlinks"><a href="/c">Categories</a>: <a href="/d">Bridges</a></div></div></div><div id="footer"><ul><li id="footer-info-lastmod"> This page was last edited on 3 May 2020, at 10:00.</li></ul></div>`,
  })),
  drawShape('bbc-like', 'en', {}, ({ title, texts }) => ({
    body: `<main id="main-content"><article><header><h1 id="main-heading">${title}</h1></header>${texts
      .slice(0, 2)
      .map(
        (text) =>
          `<div data-component="text-block" class="ssrcss-1"><div class="ssrcss-2"><p class="ssrcss-3"><b>${text}</b></p></div></div>`,
      )
      .join(
        '',
      )}<div data-component="image-block"><figure><div>Image source, Valley Press</div><figcaption>Image caption, The bridge on the day it reopened to walkers</figcaption></figure></div>${texts
      .slice(2)
      .map(
        (text) =>
          `<div data-component="text-block" class="ssrcss-1"><div class="ssrcss-2"><p class="ssrcss-3">${text}</p></div></div>`,
      )
      .join(
        '',
      )}<div data-component="unordered-list-block"><ul><li><a href="/a">Flood carries off footbridge</a></li><li><a href="/b">Valley counts the cost of the storm</a></li></ul></div></article><section data-component="related"><h2>Related Topics</h2><ul><li><a href="/t">Floods</a></li></ul></section></main>`,
  })),
  drawShape('pull-quote-repeats', 'en', {}, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="story-body">${p.slice(0, 3).join('')}<aside class="pullquote"><p>My children walked an extra hour to get to school</p></aside>${p[3]}</div></article>`,
  })),
  drawShape('newsletter-inside', 'en', {}, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="story-body">${p.slice(0, 2).join('')}<div class="inline-signup"><h4>Sign up for The Morning Ledger</h4><p>Our reporters send the stories that matter in the valley every weekday before breakfast.</p><form><input type="email"><button>Sign up</button></form></div>${p.slice(2).join('')}</div></article>`,
  })),
  drawShape('numbered-sections-divs', 'en', {}, ({ title, texts }) => ({
    body: `<div class="page"><h1>${title}</h1><div class="sections">${texts.map((text) => `<section class="section"><div class="copy">${text}</div></section>`).join('')}</div><div class="footer-links"><a href="/a">About</a><a href="/b">Privacy</a></div></div>`,
  })),
  drawShape('text-in-spans-and-breaks', 'en', {}, ({ title, texts }) => ({
    body: `<div id="story"><h1>${title}</h1><span class="txt">${texts.join('<br/><br/>')}</span></div>`,
  })),
  drawShape('long-comments', 'en', {}, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="post-body">${p.join('')}</div></article><section id="disqus_thread_static"><h3>14 comments</h3>${Array.from({ length: 14 }, (_, at) => `<div class="comment"><span class="who">Reader ${at}</span><p>I have lived by this river for ${at + 20} years and never thought that I would see people from both banks work together like this.</p><p>It gives one hope for the school, the road and everything else that the storm took from us this summer.</p><a href="#r">Reply</a></div>`).join('')}</section>`,
  })),
  drawShape('liveblog-sidebar', 'en', {}, ({ title, p }) => ({
    body: `<div class="layout"><div class="col-main"><h1>${title}</h1><div class="body-copy">${p.join('')}</div></div><div class="col-side"><h3>Live updates</h3>${Array.from({ length: 8 }, (_, at) => `<div class="update"><span>1${at}:05</span><p>The council says that road ${at} stays closed until the water falls below the second mark at the mill.</p></div>`).join('')}</div></div>`,
  })),
  drawShape(
    'interview',
    'en',
    { articleBody: textWith({ 1: 'Who had the idea?', 2: 'And now?' }) },
    ({ title, p }) => ({
      body: `<article><h1>${title}</h1><div class="story-body">${p[0]}<p><strong>Who had the idea?</strong></p>${p[1]}<p><strong>And now?</strong></p>${p.slice(2).join('')}</div></article>`,
    }),
  ),
  drawShape('cookie-wall-first', 'de', {}, ({ title, p }) => ({
    body: `<div id="cmp" class="consent-layer"><h2>Wir brauchen Ihre Zustimmung</h2><p>Wir und unsere 214 Partner verarbeiten Ihre Daten, um Anzeigen zu messen und Inhalte zu verbessern. Sie können jederzeit widerrufen.</p><button>Alle akzeptieren</button></div><article><h1>${title}</h1><div class="artikel-text">${p.join('')}</div></article>`,
  })),
  drawShape(
    'first-paragraph-apart',
    'fr',
    { articleBodyAlt: [noteIn('fr').texts.slice(1).join('\n')] },
    ({ title, p, texts }) => ({
      body: `<article><header><h1>${title}</h1></header><div class="article-intro"><p>${texts[0]}</p></div><figure><img src="a.jpg"><figcaption>La passerelle, jeudi. © La Vallée</figcaption></figure><div class="article-text">${p.slice(1).join('')}</div></article>`,
    }),
  ),
]
