// Zapopan Informa: a neighbour's portal. Its feed is a page of HTML with 200; its section page works and dates its notes.
import { monthName, readMinute, slashDate } from '../calendar.ts'
import { advertisements, excerptOf, otherIssues } from '../furniture.ts'
import { type Markup, markup } from '../markup.ts'
import { type Ask, type Issue, slugOf } from '../newsroom.ts'
import { htmlReply, type Reply, textReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://zapopaninforma.test'
const NAME = 'Zapopan Informa'
const LISTED = 18

function addressOf(issue: Issue): string {
  return `${HOME}/noticias/${issue.slug}`
}

function pictureOf(issue: Issue): string {
  return `${HOME}/storage/portadas/${issue.number}.png`
}

/** `5 noviembre, 2026`; nothing on the page that lost its date. */
function dateline(issue: Issue): Markup | null {
  if (issue.defects.has('fecha-solo-en-lista')) return null
  const { day, year } = readMinute(issue.at)
  return markup`<span class="post-date">${day} ${monthName(issue.at)}, ${year}</span>`
}

function page(title: string, head: Markup | null, main: Markup, ask: Ask): Markup {
  return markup`<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-token" content="q1sX${ask.visits}">
<title>${title}</title>
${head}
<link rel="alternate" type="application/rss+xml" title="${NAME}" href="${HOME}/rss.xml">
<link rel="stylesheet" href="/build/assets/app-9f31c2.css">
</head>
<body>
<header><a class="brand" href="/">Zapopan<strong>Informa</strong></a><nav><a href="/noticias">Noticias</a><a href="/temas/zapopan">Zapopan</a><a href="/temas/region">Región</a><a href="/autor/redaccion">Redacción</a><a href="/contacto">Contacto</a></nav></header>
<div class="layout"><main>${main}</main><aside><h3>También en portada</h3>${otherIssues(ask.issues, null, 5, ask.path).map((issue) => markup`<p><a href="${addressOf(issue)}">${issue.title}</a></p>`)}<div class="promo">${advertisements(1, ask.path)}</div></aside></div>
<footer>${NAME} · Periodismo hecho en casa · Zapopan, Jalisco</footer>
<div style="position:absolute;left:-9999px"><a href="/noticias/mejores-casinos-en-linea">mejores casinos en línea</a> <a href="/noticias/bono-sin-deposito">bono sin depósito</a></div>
</body>
</html>`
}

function article(issue: Issue, ask: Ask): Markup {
  const head = markup`<meta name="description" content="${excerptOf(issue, 30)}">
<meta property="og:title" content="${issue.title}">
<meta property="og:image" content="${pictureOf(issue)}">
<link rel="canonical" href="${addressOf(issue)}">`
  const main = markup`<article class="post"><div class="post-head"><a class="tag" href="/temas/${slugOf(issue.section ?? 'Región')}">${issue.section ?? 'Región'}</a> ${dateline(issue)}</div>
<h1>${issue.title}</h1>
${issue.standfirst === null ? null : markup`<p class="lead">${issue.standfirst}</p>`}
<p class="post-author">${issue.byline ?? 'Redacción'}</p>
<img src="${pictureOf(issue)}" alt="" width="720">
<div class="post-content">${issue.paragraphs.map((text) => markup`<p>${text}</p>\n`)}</div>
<div class="whatsapp-call">📲 ¿Tienes un reporte? Mándalo a nuestro WhatsApp</div></article>`
  return page(`${issue.title} :: ${NAME}`, head, main, ask)
}

/** The list is the only place that dates every note, day first. */
function listing(ask: Ask): Markup {
  const main = markup`<h1 class="page-title">Noticias</h1><div class="list">${ask.issues
    .slice(0, LISTED)
    .map(
      (issue) =>
        markup`<div class="item"><a class="thumb" href="${addressOf(issue)}"><img src="${pictureOf(issue)}" alt="" width="200"></a><div><h2><a href="${addressOf(issue)}">${issue.title}</a></h2><span class="date">${slashDate(issue.at)}</span><p class="summary">${excerptOf(issue, 26)}</p><a class="tag" href="/temas/${slugOf(issue.section ?? 'Región')}">${issue.section ?? 'Región'}</a></div></div>`,
    )}</div>`
  return page(`Noticias :: ${NAME}`, null, main, ask)
}

function answer(ask: Ask): Reply | null {
  // Whatever the framework does not know is the front page with 200, the feed that it declares included.
  if (ask.path === '/rss.xml' || ask.path === '/' || ask.path === '/noticias') return htmlReply(listing(ask))
  const issue = ask.issues.find((each) => addressOf(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

export const zapopan: Shape = {
  hosts: ['zapopaninforma.test', 'www.zapopaninforma.test'],
  addressOf,
  style: 'neighbour.css',
  robots: () => textReply(''),
  answer,
}
