// Gobierno de Tala: the municipality's own site with its boletines. Its feed declares ISO-8859-1 and is UTF-8.
import { localMailTime, offsetTime, spellDate } from '../calendar.ts'
import { excerptOf, otherIssues, standingLinks } from '../furniture.ts'
import { type Markup, markup } from '../markup.ts'
import type { Ask, Issue } from '../newsroom.ts'
import { htmlReply, type Reply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://www.gobiernodetala.test'
const NAME = 'Gobierno Municipal de Tala'
const FEED_SIZE = 15

function addressOf(issue: Issue): string {
  return `${HOME}/prensa/boletines/${issue.number}/${issue.slug}`
}

function pictureOf(issue: Issue): string {
  return `${HOME}/media/boletines/${issue.number}.jpg`
}

/** `Boletín 231/2026`, when the note is one. */
function folioOf(issue: Issue): string {
  const [year, number] = issue.truth.pickup?.folio.split('/') ?? []
  return number === undefined ? 'Comunicado' : `Boletín de prensa ${Number(number)}/${year}`
}

function writeFeed({ issues }: Ask): Markup {
  return markup`<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0">
<channel>
<title>${NAME} - Boletines</title>
<link>${HOME}/prensa/boletines</link>
<description>Boletines de la Dirección de Comunicación Social</description>
${issues.slice(0, FEED_SIZE).map(
  (issue) => markup`<item>
<title>${issue.title}</title>
<link>${addressOf(issue)}</link>
<guid>${addressOf(issue)}</guid>
<pubDate>${localMailTime(issue.at)}</pubDate>
<description>${excerptOf(issue, 40)}</description>
</item>
`,
)}</channel>
</rss>
`
}

function page(title: string, head: Markup | null, main: Markup): Markup {
  return markup`<!DOCTYPE html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${NAME}</title>
${head}
<link rel="alternate" type="application/rss+xml" title="Boletines" href="${HOME}/prensa/boletines.xml">
<link rel="stylesheet" href="/assets/gobierno.css">
</head>
<body>
<header><a class="escudo" href="/"><b>TALA</b><span>Gobierno Municipal 2024–2027</span></a><nav><a href="/gobierno">Gobierno</a><a href="/tramites">Trámites y servicios</a><a href="/transparencia">Transparencia</a><a href="/prensa/boletines">Prensa</a><a href="/contacto">Contacto</a></nav></header>
<main>${main}</main>
<section class="ligas"><h3>Ligas de interés</h3>${standingLinks(4, 'gobierno').map(({ title: name, slug }) => markup`<a href="/ligas/${slug}">${name}</a>`)}</section>
<footer><p>Presidencia Municipal. Ramón Corona 1, Centro, Tala, Jalisco. Tel. 384 555 0100</p><p>Este sitio es público, ajeno a cualquier partido político.</p></footer>
</body>
</html>`
}

function article(issue: Issue, ask: Ask): Markup {
  const head = markup`<meta property="og:title" content="${issue.title}">
<meta property="og:image" content="${pictureOf(issue)}">
<link rel="canonical" href="${addressOf(issue)}">`
  return page(
    issue.title,
    head,
    markup`<p class="migas"><a href="/">Inicio</a> / <a href="/prensa/boletines">Boletines</a></p>
<article class="boletin"><p class="folio">${folioOf(issue)}</p><h1>${issue.title}</h1>
<p class="lugar">Tala, Jalisco, <time datetime="${offsetTime(issue.at)}">${spellDate(issue.at)}</time></p>
<img src="${pictureOf(issue)}" width="720" alt="">
<div class="contenido">${issue.paragraphs.map((text) => markup`<p>${text}</p>\n`)}</div>
<p class="descargas"><a href="${addressOf(issue)}.pdf">Descargar PDF</a> · <a href="${addressOf(issue)}.zip">Fotografías en alta resolución</a></p>
<p class="contacto">Dirección de Comunicación Social · prensa@gobiernodetala.test</p></article>
<section class="otros"><h2>Otros boletines</h2>${otherIssues(ask.issues, issue, 3, 'others').map((other) => markup`<p><a href="${addressOf(other)}">${other.title}</a></p>`)}</section>`,
  )
}

function listing(ask: Ask): Markup {
  return page(
    'Boletines',
    null,
    markup`<h1>Boletines de prensa</h1>${ask.issues
      .slice(0, 20)
      .map(
        (issue) =>
          markup`<article class="tarjeta"><img src="${pictureOf(issue)}" width="200" alt=""><div><p class="folio">${folioOf(issue)}</p><h2><a href="${addressOf(issue)}">${issue.title}</a></h2><time datetime="${offsetTime(issue.at)}">${spellDate(issue.at)}</time></div></article>`,
      )}`,
  )
}

function answer(ask: Ask): Reply | null {
  if (ask.path === '/prensa/boletines.xml') return xmlReply(writeFeed(ask), 'application/xml')
  if (ask.path === '/' || ask.path === '/prensa/boletines') return htmlReply(listing(ask))
  const issue = ask.issues.find((each) => addressOf(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

export const gobierno: Shape = {
  hosts: ['www.gobiernodetala.test'],
  addressOf,
  style: 'government.css',
  robots: () => textReply('User-agent: *\nDisallow: /admin/\n'),
  answer,
}
