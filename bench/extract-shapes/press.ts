// Pages of the English-language press and shops, and of Mexican agencies and offices → labelled pages.
import { noteIn } from './prose.ts'
import { drawShape, type Shape } from './shape.ts'

const EN = noteIn('en').texts
const ES = noteIn('es').texts

export const PRESS: readonly Shape[] = [
  drawShape('nyt-2019', 'en', { date: '2019-06-11', author: 'Jane Foe' }, ({ title, texts }) => ({
    head: '<meta property="article:published" content="2019-06-11T09:00:05.000Z"><meta name="byl" content="By Jane Foe">',
    body: `<div id="app"><div><div class="NYTAppHideMasthead"><header><section>Sections</section></header></div></div><main id="site-content"><article id="story"><div id="top-wrapper"><div class="ad top-wrapper">Advertisement</div></div><header><h1 itemprop="headline"><span>${title}</span></h1><div class="byline"><p itemprop="author">By <a href="/by/jane-foe"><span itemprop="name">Jane Foe</span></a></p><ul><li><time datetime="2019-06-11">June 11, 2019</time></li></ul></div></header><section name="articleBody" itemprop="articleBody"><div class="StoryBodyCompanionColumn"><div>${texts
      .slice(0, 2)
      .map((text) => `<p class="css-exrw3m evys1bk0">${text}</p>`)
      .join(
        '',
      )}</div><aside></aside></div><div class="ad"><a class="skip" href="#after">Continue reading the main story</a></div><div class="StoryBodyCompanionColumn"><div>${texts
      .slice(2)
      .map((text) => `<p class="css-exrw3m evys1bk0">${text}</p>`)
      .join(
        '',
      )}</div></div></section><div class="bottom-of-article"><p>Follow Jane Foe on Twitter: @janefoe.</p></div></article></main></div>`,
  })),
  drawShape('cnn-2019', 'en', {}, ({ title, texts }) => ({
    body: `<article class="pg-rail-tall"><h1 class="pg-headline">${title}</h1><div class="metadata"><p class="update-time">Updated 9:15 AM ET, Tue June 11, 2019</p></div><section id="body-text"><div class="l-container"><div class="zn-body__paragraph speakable">${texts[0]}</div><div class="zn-body__read-all">${texts
      .slice(1)
      .map((text) => `<div class="zn-body__paragraph">${text}</div>`)
      .join(
        '',
      )}</div><div class="zn-body__footer"></div></div></section></article><div class="ob-smartfeed"><h2>Paid Content</h2><div class="ob-item"><a href="/x">Doctors Stunned: This Removes Wrinkles Like Crazy</a></div></div>`,
  })),
  drawShape('guardian', 'en', {}, ({ title, p }) => ({
    body: `<article id="article"><header class="content__head"><h1 class="content__headline">${title}</h1><div class="content__standfirst"><p>Three weekends, sixty people and no contractor put the crossing back</p></div></header><div class="content__main"><div class="content__article-body from-content-api js-article__body">${p.slice(0, 2).join('')}<aside class="element element-rich-link"><div class="rich-link"><h1 class="rich-link__title"><a href="/r">Flood carries off a bridge and a way of life</a></h1><div class="rich-link__read-more-text">Read more</div></div></aside>${p.slice(2).join('')}</div><div class="submeta"><span>Topics</span><ul><li><a href="/t">Floods</a></li></ul></div></div></article>`,
  })),
  drawShape('read-more-inline', 'en', {}, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="article-content">${p[0]}<p><strong>READ MORE: </strong><a href="/a">Ten bridges that the storm took away</a></p>${p[1]}<p><em>Related: <a href="/b">How to build with green timber</a></em></p>${p.slice(2).join('')}<p><a href="/news">Click here for more news from the valley</a></p></div></article>`,
  })),
  drawShape('buy-boxes', 'en', {}, ({ title, p }) => ({
    body: `<article class="review"><h1>${title}</h1><div class="review-body">${p.slice(0, 2).join('')}<div class="buy-box"><div class="buy-box__name">Trail boots, pair</div><div class="buy-box__price">$89.00 at Outfitters</div><a class="buy-box__link" href="/go">Check price</a></div>${p.slice(2).join('')}</div><p class="disclosure">We may earn a commission from links on this page.</p></article>`,
  })),
  drawShape(
    'ordered-paragraph-list',
    'en',
    { articleBody: [EN[0], EN[1], EN[2], EN[3]].join('\n') },
    ({ title, texts }) => ({
      body: `<article><h1>${title}</h1><div class="post"><p>${texts[0]}</p><ol>${texts
        .slice(1)
        .map((text) => `<li><p>${text}</p></li>`)
        .join('')}</ol></div></article>`,
    }),
  ),
  drawShape(
    'press-release-wire',
    'en',
    {
      date: '2018-09-12',
      articleBody: [
        `THE VALLEY, Sept. 12, 2018 /PRNewswire/ -- ${EN[0]}`,
        ...EN.slice(1),
        'SOURCE The Valley Trust',
      ].join('\n'),
    },
    ({ title, texts }) => ({
      body: `<article class="news-release"><header><div class="release-header"><h1>${title}</h1><p class="mb-no">Sep 12, 2018, 09:00 ET</p></div></header><section class="release-body container"><p><span class="xn-location">THE VALLEY</span>, <span class="xn-chron">Sept. 12, 2018</span> /PRNewswire/ -- ${texts[0]}</p>${texts
        .slice(1)
        .map((text) => `<p>${text}</p>`)
        .join(
          '',
        )}<p>SOURCE The Valley Trust</p></section><section class="related-links"><h4>Related Links</h4><p><a href="/r">http://valley.example.org</a></p></section></article>`,
    }),
  ),
  drawShape('infobox-and-references', 'en', {}, ({ title, p }) => ({
    body: `<div id="content"><h1 id="firstHeading">${title}</h1><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox vcard"><tbody><tr><th colspan="2">Footbridge</th></tr><tr><th>Length</th><td>32 m</td></tr></tbody></table>${p.join('')}<div class="reflist"><ol class="references"><li id="c1"><a href="#r1">^</a> <a href="http://a.example">"Bridge opens"</a>. Valley Press. 2018.</li></ol></div></div></div></div>`,
  })),
  drawShape('nested-tables-2004', 'en', {}, ({ title, texts }) => ({
    body: `<table width="100%"><tr><td><table><tr><td><a href="/">Home</a> | <a href="/news">News</a> | <a href="/mail">Mail</a></td></tr></table></td></tr><tr><td><table><tr><td width="150"><a href="/1">World</a><br><a href="/2">Local</a><br><a href="/3">Sport</a></td><td><h2>${title}</h2><p>${texts[0]}<p>${texts[1]}<p>${texts[2]}<p>${texts[3]}</td><td width="120"><font size="1">Weather: rain until Friday</font></td></tr></table></td></tr></table>`,
  })),
  drawShape('drop-cap-span', 'es', {}, ({ title, texts }) => ({
    body: `<article><h1>${title}</h1><div class="entry"><p><span class="dropcap">${(texts[0] ?? '').slice(0, 1)}</span>${(texts[0] ?? '').slice(1)}</p>${texts
      .slice(1)
      .map((text) => `<p>${text}</p>`)
      .join('')}</div></article>`,
  })),
  drawShape('bio-at-the-end', 'en', { author: 'Jane Foe' }, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="author"><a rel="author" href="/jane">Jane Foe</a></div><div class="article-text">${p.join('')}</div><div class="about-author author-bio"><h4>About the author</h4><p>Jane Foe is a freelance writer who covers rivers and towns for several newspapers in the region and abroad.</p></div></article>`,
  })),
  drawShape('short-note-large-foot', 'en', { articleBody: [EN[0], EN[1]].join('\n') }, ({ title, p }) => ({
    body: `<div id="main"><h1>${title}</h1><div class="news-text">${p.slice(0, 2).join('')}</div></div><div id="footer"><div class="about"><h4>About the Valley Trust</h4><p>The Valley Trust was founded in 1921 to look after the footpaths, bridges and mills of the upper valley, and it now counts more than four thousand members in eleven towns.</p><p>Its work is paid for by subscriptions, legacies and the sale of maps, and its accounts are open to every member at the office in Mill Street on weekday mornings.</p><p>Registered charity number 221 984. All rights reserved by the trustees.</p></div></div>`,
  })),
  drawShape(
    'slideshow',
    'en',
    { articleBody: [EN[0], EN[1], EN[2], EN[3]].join('\n') },
    ({ title, texts }) => ({
      body: `<article><h1>${title}</h1><div class="slides-list">${texts.map((text, at) => `<div class="listicle-slide"><div class="slide-image"><img src="${at}.jpg"><span class="photo-credit">Getty Images</span></div><div class="listicle-slide-dek"><p>${text}</p></div></div>`).join('')}</div></article>`,
    }),
  ),
  drawShape('wide-text-divs', 'en', {}, ({ title, texts }) => ({
    body: `<div class="wrap"><div class="title"><b>${title}</b></div><div class="t1">${texts[0]}</div><div class="t1">${texts[1]}</div><div class="t1">${texts[2]}</div><div class="t1">${texts[3]}</div><div class="nav2"><a href="/p">Back</a></div></div>`,
  })),
  drawShape('amp-note', 'es', { date: '2026-10-22', author: 'Ana Ruiz' }, ({ title, p }) => ({
    head: '<link rel="canonical" href="https://prueba.example.mx/nota">',
    body: `<amp-sidebar id="s" layout="nodisplay"><ul><li><a href="/">Inicio</a></li></ul></amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${title}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">Ana Ruiz</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="2026-10-22T18:00:00+00:00">hace 1 mes</time></div></header><div class="amp-wp-article-content">${p.slice(0, 2).join('')}<amp-ad width="300" type="doubleclick"><div placeholder></div></amp-ad>${p.slice(2).join('')}</div></article>`,
  })),
  drawShape(
    'agency-dateline',
    'es',
    {
      date: '2026-11-20',
      articleBody: [`LA CAÑADA, Jal., 20 de noviembre de 2026.- ${ES[0]}`, ...ES.slice(1)].join('\n'),
    },
    ({ title, texts }) => ({
      body: `<div class="single"><h1 class="entry-title">${title}</h1><div class="entry-content"><p><strong>LA CAÑADA, Jal., 20 de noviembre de 2026.-</strong> ${texts[0]}</p>${texts
        .slice(1)
        .map((text) => `<p>${text}</p>`)
        .join('')}</div><div class="compartir"><span>Comparte esta nota</span></div></div>`,
    }),
  ),
  drawShape('municipal-bulletin', 'es', { date: '2026-11-19' }, ({ title, p }) => ({
    body: `<header><nav><a href="/">Inicio</a><a href="/transparencia">Transparencia</a></nav></header><section class="page-title"><h1>${title}</h1></section><section class="blog-single"><ul class="list-unstyled"><li><i class="fa fa-calendar"></i> Jueves, 19 Noviembre 2026</li><li><i class="fa fa-folder"></i> <a href="/b">Boletines</a></li></ul><div class="blog-text">${p.join('')}</div></section><footer><p>H. Ayuntamiento Constitucional de La Cañada 2024-2027. Todos los derechos reservados.</p></footer>`,
  })),
  drawShape('radio-with-player', 'es', { date: '2026-11-13' }, ({ title, p }) => ({
    body: `<main><article><h1>${title}</h1><span class="date">13/11/2026</span><div class="audio-player"><button>Reproducir</button><span>Escucha la entrevista completa con la directora</span></div><div class="nota-contenido">${p.join('')}</div></article></main>`,
  })),
  drawShape('infobae-like', 'es', { date: '2026-11-09', author: 'Rosa Díaz' }, ({ title, texts }) => ({
    head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2026-11-09T11:41:00.000Z","author":[{"@type":"Person","name":"Rosa Díaz"}]}</script>',
    body: `<div class="infobae-layout"><div class="article-header"><h1 class="article-headline">${title}</h1><h2 class="article-subheadline">La obra tomó tres fines de semana</h2><div class="author-details"><span>Por</span><a class="author-name" href="/autor/rosa-diaz/">Rosa Díaz</a></div><div class="share-bar-article"><span class="sharebar-article-date">09 Nov, 2026 05:41 a.m.</span></div></div><div class="body-article"><div class="second-col"><p class="paragraph">${texts[0]}</p><div class="dkt-inline"></div><blockquote class="twitter-tweet"><p>El puente ya está abierto, gracias a todas y todos los que ayudaron en la obra.</p></blockquote><p class="paragraph">${texts[1]}</p><div class="visual__image"><figure><figcaption>El puente, el jueves (Foto: cortesía)</figcaption></figure></div><p class="paragraph">${texts[2]}</p><p class="paragraph">${texts[3]}</p></div></div><div class="feed-list-wrapper"><h2>Últimas noticias</h2><div class="feed-list-card"><h2><a href="/1">Cae granizo en la sierra</a></h2><div class="deck">La granizada de la tarde dejó ventanas rotas y techos dañados en cuatro colonias del municipio.</div></div><div class="feed-list-card"><h2><a href="/2">Abren inscripciones al taller de carpintería</a></h2><div class="deck">Habrá cupo para veinte personas mayores de quince años, con clases los sábados por la mañana.</div></div></div></div>`,
  })),
  drawShape(
    'road-closures-list',
    'es',
    {
      articleBody: [
        ES[0],
        'Calle Hidalgo, de 8 a 14 horas',
        'Calle Juárez, de 9 a 15 horas',
        'Puente de La Cañada, todo el día',
        ES[1],
      ].join('\n'),
    },
    ({ title, p }) => ({
      body: `<article><h1>${title}</h1><div class="contenido-nota">${p[0]}<ul><li>Calle Hidalgo, de 8 a 14 horas</li><li>Calle Juárez, de 9 a 15 horas</li><li>Puente de La Cañada, todo el día</li></ul>${p[1]}</div></article>`,
    }),
  ),
  drawShape('promo-lines-between', 'es', {}, ({ title, p }) => ({
    body: `<article><h1>${title}</h1><div class="contenido">${p[0]}<p><strong>Te puede interesar: <a href="/a">Crece el río y cierran dos escuelas de la sierra</a></strong></p>${p[1]}<p><a href="/b">Mira también: así quedó la plaza tras la tormenta</a></p>${p[2]}<p>Síguenos en <a href="/g">Google News</a></p>${p[3]}<p><em>Recibe las noticias en tu WhatsApp. Envía la palabra ALTA al número de la redacción.</em></p></div></article>`,
  })),
  drawShape('headline-in-h2-logo-in-h1', 'es', { date: '2026-08-20' }, ({ title, p }) => ({
    head: `<meta property="og:title" content="${title}"><meta property="og:site_name" content="La Gaceta">`,
    body: `<header><h1 class="logo"><a href="/">La Gaceta</a></h1></header><div class="nota"><h2>${title}</h2><p class="fecha">20/08/2026</p>${p.join('')}</div><div class="mas-notas"><h2>Más notas</h2><h3><a href="/1">Cae granizo en la sierra</a></h3><h3><a href="/2">Abren el taller de carpintería</a></h3></div>`,
  })),
  drawShape('infinite-scroll', 'es', {}, ({ title, p }) => ({
    head: `<meta property="og:title" content="${title}">`,
    body: `<div class="post-wrap"><article class="single"><h1>${title}</h1><div class="entry-content">${p.join('')}</div></article></div><div class="post-wrap next"><article class="single"><h1>Cae granizo en la sierra y rompe los techos de cuatro colonias</h1><div class="entry-content"><p>La granizada de la tarde del martes dejó ventanas rotas y techos dañados en cuatro colonias del municipio, informó Protección Civil.</p><p>No hubo lesionados, pero tres familias durmieron en el albergue de la escuela y mañana se repartirán láminas y colchonetas en la plaza.</p></div></article></div>`,
  })),
]
