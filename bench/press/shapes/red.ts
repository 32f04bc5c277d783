// Agencia Red Jalisco: a wire service on Drupal, whose feed keeps one ETag for ever.
import { clockTime, localMailTime, offsetTime, slashDate, weekdayName } from '../calendar.ts'
import { excerptOf } from '../furniture.ts'
import { type Markup, markup } from '../markup.ts'
import { type Ask, type Issue, slugOf } from '../newsroom.ts'
import { htmlReply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://redjalisco.test'
const NAME = 'Agencia Red Jalisco'
const FEED_SIZE = 30
const SECTIONS = ['Estado', 'Municipios', 'Seguridad', 'Política', 'Campo', 'Universidades']

function addressOf(issue: Issue): string {
  return `${HOME}/cable/${issue.number}/${issue.slug}`
}

function pictureOf(issue: Issue): string {
  return `${HOME}/sites/default/files/styles/nota/public/fotos/${issue.number}.jpg`
}

/** `Jue, 05/11/2026 - 15:11`, as Drupal prints in Spanish. */
function drupalDate(issue: Issue): string {
  const day = weekdayName(issue.at).slice(0, 3)
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${slashDate(issue.at)} - ${clockTime(issue.at)}`
}

/** The feed of the wire. Tribuna Tapatía serves these same bytes as its own. */
export function writeWireFeed(issues: readonly Issue[]): Markup {
  return markup`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xml:base="${HOME}" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${NAME}</title>
    <link>${HOME}</link>
    <description>Servicio informativo para los medios de Jalisco</description>
    <language>es</language>
${issues.slice(0, FEED_SIZE).map(
  (issue) => markup`    <item>
  <title>${issue.title}</title>
  <link>${addressOf(issue)}</link>
  <description>${markup`<div class="field field-name-field-sumario"><div class="field-items"><div class="field-item even">${excerptOf(issue, 50)}</div></div></div>`.source}</description>
  <pubDate>${localMailTime(issue.at)}</pubDate>
  <dc:creator>${issue.byline ?? 'Red Jalisco'}</dc:creator>
  <guid isPermaLink="false">${issue.number} at ${HOME}</guid>
</item>
`,
)}  </channel>
</rss>
`
}

function page(title: string, head: Markup | null, main: Markup, ask: Ask): Markup {
  return markup`<!DOCTYPE html>
<html lang="es" dir="ltr" prefix="content: http://purl.org/rss/1.0/modules/content/ dc: http://purl.org/dc/terms/ og: http://ogp.me/ns#">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="Generator" content="Drupal 7 (http://drupal.org)" />
${head}
<link rel="alternate" type="application/rss+xml" title="${NAME}" href="${HOME}/rss.xml" />
<title>${title} | ${NAME}</title>
<link type="text/css" rel="stylesheet" href="${HOME}/sites/default/files/css/red.css" media="all" />
</head>
<body class="html not-front not-logged-in page-node node-type-cable">
<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">Pasar al contenido principal</a></div>
<div id="header"><a id="logo" href="/">RED<span>JALISCO</span></a><p>Servicio informativo para medios</p></div>
<div id="navigation"><ul class="links inline">${SECTIONS.map((name) => markup`<li><a href="/${slugOf(name)}">${name}</a></li>`)}<li><a href="/user/login">Clientes</a></li></ul></div>
<div id="main"><div id="content" class="column">${main}</div>
<div id="sidebar-second" class="column"><div class="block block-views"><h2>Últimos cables</h2><ul>${ask.issues.slice(0, 8).map((issue) => markup`<li><span class="hora">${clockTime(issue.at)}</span> <a href="${addressOf(issue)}">${issue.title}</a></li>`)}</ul></div><div class="block"><h2>Contrata el servicio</h2><p>Texto, foto y video de los 125 municipios. ventas@redjalisco.test</p></div></div></div>
<div id="footer">© ${NAME}. La reproducción del servicio está reservada a los medios suscritos, con crédito a Red Jalisco.</div>
</body>
</html>`
}

function article(issue: Issue, ask: Ask): Markup {
  const head = markup`<link rel="canonical" href="${addressOf(issue)}" />
<meta property="og:title" content="${issue.title}" />
<meta property="og:url" content="${addressOf(issue)}" />
<meta property="og:image" content="${pictureOf(issue)}" />
<meta name="dcterms.date" content="${offsetTime(issue.at)}" />`
  const main = markup`<h1 class="page__title title" id="page-title">${issue.title}</h1>
<article class="node node-cable view-mode-full clearfix" about="/cable/${issue.number}" typeof="sioc:Item foaf:Document">
<header><span property="dc:title" content="${issue.title}" class="rdf-meta element-hidden"></span><p class="submitted">Enviado por <span rel="sioc:has_creator"><span class="username" property="foaf:name">${issue.byline ?? 'Red Jalisco'}</span></span> el <span property="dc:date dc:created" content="${offsetTime(issue.at)}" datatype="xsd:dateTime">${drupalDate(issue)}</span></p></header>
<div class="field field-name-field-image field-type-image"><img typeof="foaf:Image" src="${pictureOf(issue)}" width="640" height="360" alt="" /></div>
${issue.standfirst === null ? null : markup`<div class="field field-name-field-sumario"><div class="field-items"><div class="field-item even">${issue.standfirst}</div></div></div>`}
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">${issue.paragraphs.map((text) => markup`<p>${text}</p>\n`)}</div></div></div>
<div class="field field-name-field-seccion field-label-inline"><div class="field-label">Sección: </div><div class="field-items"><div class="field-item even"><a href="/${slugOf(issue.section ?? 'Estado')}">${issue.section ?? 'Estado'}</a></div></div></div>
<ul class="links inline"><li class="print_html first"><a href="/print/${issue.number}">Versión para impresión</a></li><li class="statistics_counter last"><span>${issue.number % 400} lecturas</span></li></ul>
</article>`
  return page(issue.title, head, main, ask)
}

function listing(ask: Ask, title: string, issues: readonly Issue[]): Markup {
  const main = markup`<h1 class="page__title">${title}</h1>${issues
    .slice(0, FEED_SIZE)
    .map(
      (issue) =>
        markup`<article class="node node-teaser"><h2><a href="${addressOf(issue)}">${issue.title}</a></h2><p class="submitted">${drupalDate(issue)} · ${issue.section ?? 'Estado'}</p><p>${excerptOf(issue, 30)}</p></article>`,
    )}`
  return page(title, null, main, ask)
}

function answer(ask: Ask) {
  if (ask.path === '/rss.xml')
    return xmlReply(writeWireFeed(ask.issues), 'application/rss+xml; charset=utf-8')
  if (ask.path === '/') return htmlReply(listing(ask, 'Cables', ask.issues))
  const section = SECTIONS.find((name) => ask.path === `/${slugOf(name)}`)
  if (section !== undefined) {
    return htmlReply(
      listing(
        ask,
        section,
        ask.issues.filter((issue) => slugOf(issue.section ?? 'Estado') === slugOf(section)),
      ),
    )
  }
  const issue = ask.issues.find((each) => addressOf(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

const ROBOTS = `# robots.txt
User-agent: *
# Directories
Disallow: /includes/
Disallow: /misc/
Disallow: /modules/
# Paths (clean URLs)
Disallow: /admin/
Disallow: /print/
Disallow: /user/login/
`

export const red: Shape = {
  hosts: ['redjalisco.test'],
  addressOf,
  style: 'wire.css',
  robots: () => textReply(ROBOTS),
  answer,
  feedEtag: { path: '/rss.xml', value: '"1761826380-0-gzip"' },
}
