// Pages of Mexican outlets, offices and portals written by scripts, in the shapes they have → labelled pages.
import { drawShape, type Shape } from './shape.ts'

const links = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<li><a href="/n${at}">Otra noticia del estado con su título número ${at}</a></li>`,
  ).join('')

export const PORTALS: readonly Shape[] = [
  drawShape(
    'arc-fusion',
    'es',
    { date: '2026-11-02', datetime: '2026-11-03T02:10:00Z', author: 'Ana Ruiz' },
    ({ title, texts }) => ({
      head: `<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"${title}","datePublished":"2026-11-03T02:10:00Z","dateModified":"2026-11-03T04:00:00Z","author":[{"@type":"Person","name":"Ana Ruiz"}]}</script>`,
      body: `<div id="fusion-app"><header class="site-header"><span class="today">21/11/2026</span></header><main><article class="article-main"><h1 class="article-headline">${title}</h1><h2 class="article-subheadline">Madera donada y trabajo de fin de semana bastaron para el paso</h2><div class="byline">Por <a href="/autor/ana-ruiz">Ana Ruiz</a></div><time class="article-date">02 de noviembre de 2026 - 20:10 hrs</time><section class="article-body">${texts
        .slice(0, 2)
        .map((text) => `<p class="c-paragraph">${text}</p>`)
        .join(
          '',
        )}<div id="arcad_1" class="arcad"></div><p class="c-paragraph"><b>Lee también:</b> <a href="/x">Crece el río otra vez y cierran la escuela</a></p>${texts
        .slice(2)
        .map((text) => `<p class="c-paragraph">${text}</p>`)
        .join(
          '',
        )}</section></article><aside class="right-rail"><h3>Lo más leído</h3><ol>${links(6)}</ol></aside></main></div>`,
    }),
  ),
  drawShape(
    'oem-body-twice',
    'es',
    { date: '2026-11-05', author: 'Luis Paz' },
    ({ title, p }) => ({
      head: '<meta property="article:published_time" content="2026-11-05T07:00:00-06:00">',
      body: `<div class="detail-head"><h1>${title}</h1><p class="subheadline">Sesenta personas trabajaron tres fines de semana</p><span class="author">Luis Paz / El Sol de la Sierra</span></div><div class="content-continued-body mobile">${p.join('')}</div><div class="content-continued-body desktop">${p.join('')}</div><div class="related"><ul>${links(4)}</ul></div>`,
    }),
    { url: 'https://www.elsoldelasierra.example.mx/local/puente-123.html' },
  ),
  drawShape(
    'milenio-like',
    'es',
    { date: '2026-10-30', datetime: '2026-10-30T13:45:00-06:00', author: 'Rosa Díaz' },
    ({ title, p }) => ({
      body: `<div class="nd-title-headline"><h1 class="nd-title-headline__title">${title}</h1><h2 class="nd-title-headline__abstract">La obra tomó tres fines de semana y la mano de sesenta personas</h2></div><div class="nd-content-creditos"><a class="nd-content-creditos__author" href="/autor/rosa">Rosa Díaz</a><div class="nd-content-creditos__place-date"><span>La Cañada</span> / <time datetime="2026-10-30T13:45:00-06:00">30.10.2026 13:45:00</time></div></div><div id="content-body" class="nd-content-body"><div class="media-container news">${p.slice(0, 2).join('')}<p><strong>Te recomendamos...</strong></p><div class="nd-rel"><a href="/y">Crece el río y cierran escuelas de la sierra</a></div>${p.slice(2).join('')}</div></div>`,
    }),
  ),
  drawShape(
    'informador-like',
    'es',
    { date: '2026-10-12', datetime: '2026-10-12T18:33:00-06:00', author: 'El Informe' },
    ({ title, p }) => ({
      head: '<meta property="og:site_name" content="El Informe"><meta name="author" content="El Informe">',
      body: `<div class="top-date">Guadalajara, 21 de Noviembre 2026</div><article class="news"><p class="news-section">Jalisco | Sierra</p><h1 class="news-headline">${title}</h1><p class="news-excerpt">El paso peatonal vuelve a unir las dos orillas</p><div class="news-by"><span>Por: </span><a>El Informe</a></div><div class="news-date">12 de octubre de 2026 - 18:33 hs</div><div class="news-body">${p.slice(0, 3).join('')}<h3>Puedes leer:<a href="/z"> Alerta por crecida en la sierra</a></h3>${p[3]}<p>¡Mantente al día con las noticias! Únete a nuestro canal de WhatsApp</p></div></article>`,
    }),
  ),
  drawShape(
    'university-note',
    'es',
    { date: '2026-05-19' },
    ({ title, p }) => ({
      body: `<div class="region-content"><h1 class="page-header">${title}</h1><div class="field-name-field-subtitulo">Sesenta personas trabajaron tres fines de semana</div><div class="field-name-field-fecha"><span class="date-display-single">Mar, 19/05/2026 - 13:00</span></div><div class="field-name-body">${p.join('')}</div></div>`,
    }),
    { url: 'https://www.udg.example.mx/es/noticia/puente' },
  ),
  drawShape('gobmx-bulletin', 'es', { date: '2026-02-17' }, ({ title, p }) => ({
    body: `<div id="gobmx-nav"><a href="/">gob.mx</a><a href="/tramites">Trámites</a></div><main class="page"><div class="container vertical-buffer"><section class="bottom-buffer"><h1 class="bottom-buffer">${title}</h1><div class="row"><h2>La obra tomó tres fines de semana</h2></div></section></div><div class="border-box"><p><b>Secretaría de Caminos</b> | 17 de febrero de 2026 | <b>Comunicado</b></p></div><div class="article-body bottom-buffer">${p.join('')}</div><div class="share"><a>Compartir</a></div></main><footer><p>Portal único de trámites, información y participación ciudadana del gobierno.</p></footer>`,
  })),
  drawShape('el-occidental-hashtag', 'es', { date: '2026-08-07', author: 'Nora Sáenz' }, ({ title, p }) => ({
    head: `<script type="application/ld+json">[{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[]},{"@context":"https://schema.org","@type":"ReportageNewsArticle","headline":"${title}","datePublished":"2026-08-07T23:10:00-06:00","author":{"@type":"Person","name":"Nora Sáenz"},"publisher":{"@type":"NewsMediaOrganization","name":"El Diario de la Sierra"}}]</script>`,
    body: `<div class="cabecera"><h4 class="seccion">Local</h4><h1>${title}</h1></div><div class="firma-fecha"><p>Nora Sáenz</p><p>viernes, 7 de agosto de 2026 · 23:10</p></div><div class="cuerpo-nota">${p.join('')}<p><a href="#">#puente</a> <a href="#">#sierra</a></p></div>`,
  })),
  drawShape('next-data-only', 'es', { date: '2026-11-10' }, ({ title, texts, p }) => ({
    head: `<meta property="og:title" content="${title}">`,
    body: `<div id="__next"><main><h1>${title}</h1><p>Cargando…</p></main></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { nota: { titulo: title, fechaPublicacion: '2026-11-10T12:00:00-06:00', resumen: texts[0], contenido: p.join('') } } }, page: '/nota/[slug]' })}</script>`,
  })),
  drawShape('next-data-blocks', 'es', { date: '2026-11-11' }, ({ title, texts }) => ({
    head: `<meta property="og:title" content="${title}">`,
    body: `<div id="__next"><div class="skeleton"></div></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { article: { headlines: { basic: title }, publish_date: '2026-11-11T15:00:00Z', content_elements: texts.map((content) => ({ type: 'text', content })) }, latest: texts.map((_, at) => ({ headline: `Otra ${at}`, description: 'Un resumen cualquiera de otra nota.' })) } } })}</script>`,
  })),
  drawShape('fusion-global-content', 'es', { date: '2026-11-12' }, ({ title, texts }) => ({
    head: `<meta property="og:title" content="${title}">`,
    body: `<div id="fusion-app"></div><script id="fusion-metadata" type="application/javascript">window.Fusion=window.Fusion||{};Fusion.globalContent=${JSON.stringify({ type: 'story', headlines: { basic: title }, first_publish_date: '2026-11-12T15:00:00Z', content_elements: texts.map((content) => ({ type: 'text', content })) })};Fusion.globalContentConfig={"source":"story"};</script>`,
  })),
  drawShape('hand-made-php', 'es', { date: '2026-01-23', author: 'Redacción' }, ({ title, texts }) => ({
    body: `<table width="980" align="center"><tr><td colspan="2"><img src="logo.gif"><font size="1">Hoy es Sábado 21 de Noviembre del 2026</font></td></tr><tr><td width="180"><a href="index.php">Inicio</a><br><a href="deportes.php">Deportes</a></td><td><font size="5"><b>${title}</b></font><br><font size="2">Por: Redacción | 23-01-2026</font><br><br>${texts.join('<br><br>\n')}<br><br><a href="javascript:history.back()">Regresar</a></td></tr></table>`,
  })),
  drawShape('elementor', 'es', { date: '2026-07-14', author: 'Sofía Luna' }, ({ title, p }) => ({
    body: `<div class="elementor elementor-location-single post-1"><section class="elementor-section"><div class="elementor-widget-theme-post-title"><h1 class="elementor-heading-title">${title}</h1></div><div class="elementor-widget-post-info"><ul class="elementor-inline-items"><li itemprop="author"><a href="/author/s"><span class="elementor-post-info__item--type-author">Sofía Luna</span></a></li><li itemprop="datePublished"><span class="elementor-post-info__item--type-date">14 julio, 2026</span></li></ul></div></section><section class="elementor-section"><div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">${p.join('')}</div></div></section><section class="elementor-section"><div class="elementor-posts-container"><article class="elementor-post"><h3><a href="/1">Crece el río otra vez en la sierra</a></h3><div class="elementor-post__excerpt"><p>La lluvia de anoche elevó el nivel del río medio metro, informó Protección Civil del municipio.</p></div></article><article class="elementor-post"><h3><a href="/2">Reabren la escuela de La Cañada</a></h3><div class="elementor-post__excerpt"><p>Ciento doce niños volvieron a clases tras dos semanas sin paso por el río, dijo la directora.</p></div></article></div></section></div>`,
  })),
  drawShape('hours-ago', 'es', { date: '2026-11-21', datetime: '2026-11-21T16:00:00Z' }, ({ title, p }) => ({
    body: `<main><h1>${title}</h1><span class="fecha">hace 2 horas</span><div class="nota-texto">${p.join('')}</div></main>`,
  })),
  drawShape('yesterday', 'es', { date: '2026-11-20' }, ({ title, p }) => ({
    body: `<main><h1>${title}</h1><span class="fecha">Ayer, 18:20</span><div class="nota-texto">${p.join('')}</div></main>`,
  })),
  drawShape(
    'utc-stamp-after-dark',
    'es',
    { date: '2026-11-18', datetime: '2026-11-19T03:40:00Z' },
    ({ title, p }) => ({
      head: '<meta property="article:published_time" content="2026-11-19T03:40:00+00:00">',
      body: `<main><h1>${title}</h1><span class="fecha">18 noviembre, 2026</span><div class="nota-texto">${p.join('')}</div></main>`,
    }),
  ),
]
