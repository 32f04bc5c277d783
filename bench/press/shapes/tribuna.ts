// Tribuna Tapatía: a portal that lives on wires. Dates without zone; its second feed is the agency's, byte for byte.
import { clockTime, localMailTime, slashDate } from '../calendar.ts'
import { advertisements, excerptOf, otherIssues } from '../furniture.ts'
import { cdata, jsonScript, type Markup, markup } from '../markup.ts'
import { type Ask, type Issue, slugOf } from '../newsroom.ts'
import { htmlReply, type Reply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'
import { writeWireFeed } from './red.ts'

const HOME = 'http://www.tribunatapatia.test'
const IMAGES = 'http://img.tribunatapatia.test'
const NAME = 'Tribuna Tapatía'
const FEED_SIZE = 15
const SECTIONS = ['Jalisco', 'ZMG', 'Seguridad', 'Nacional', 'Deportes', 'Virales']

function addressOf(issue: Issue): string {
  return `${HOME}/${slugOf(issue.section ?? 'Jalisco')}/${issue.number}-${issue.slug}`
}

function pictureOf(issue: Issue): string {
  return `${IMAGES}/t/960x540/${issue.number}.png`
}

function writeFeed({ issues }: Ask): Markup {
  return markup`<?xml version="1.0" encoding="utf-8" ?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>${NAME}</title><link>${HOME}</link><description>Lo que se habla en Guadalajara</description>
${issues.slice(0, FEED_SIZE).map(
  (
    issue,
  ) => markup`<item><title>${cdata(markup`${issue.title}`)}</title><link>${addressOf(issue)}?utm_source=rss&amp;utm_medium=feed</link><guid isPermaLink="false">${issue.number}</guid><pubDate>${localMailTime(issue.at)}</pubDate><description>${cdata(markup`<img src="${pictureOf(issue)}" /><br/>${excerptOf(issue, 30)}`)}</description><media:thumbnail url="${pictureOf(issue)}"/></item>
`,
)}</channel></rss>`
}

/** Local time without saying so. */
function structuredData(issue: Issue): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: issue.title,
    datePublished: `${issue.at}:00`,
    dateModified: `${issue.at}:00`,
    author: { '@type': 'Organization', name: issue.byline ?? NAME },
    publisher: { '@type': 'Organization', name: NAME, logo: `${IMAGES}/logo.png` },
    image: pictureOf(issue),
    articleBody: issue.paragraphs.slice(0, 2).join(' '),
  }
}

function page(ask: Ask, title: string, head: Markup | null, main: Markup): Markup {
  return markup`<!DOCTYPE html>
<html lang="es-mx">
<head>
<title>${title}</title>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<link rel="alternate" type="application/rss+xml" title="${NAME}" href="${HOME}/feed">
<link rel="alternate" type="application/rss+xml" title="${NAME} - Jalisco" href="${HOME}/feed2">
<link rel="stylesheet" href="/css/tribuna.css?v=31">
</head>
<body>
<header class="top"><a class="logo" href="/"><span>tribuna</span>tapatía</a><nav>${SECTIONS.map((name) => markup`<a href="/${slugOf(name)}">${name}</a>`)}</nav></header>
<div class="ticker"><b>ÚLTIMA HORA</b> ${otherIssues(ask.issues, null, 2, 'ticker').map((issue) => markup`<a href="${addressOf(issue)}">${issue.title}</a> `)}</div>
<div class="wrap"><div class="col-main">${main}</div>
<div class="col-side"><div class="box"><h4>Trending 🔥</h4>${otherIssues(ask.issues, null, 6, ask.path).map((issue) => markup`<a href="${addressOf(issue)}">${issue.title}</a>`)}</div><div class="box ad">${advertisements(1, ask.path)}</div><div class="box"><h4>Virales</h4><a href="/virales/perrito-va-a-misa">El perrito que va solo a misa todos los domingos</a><a href="/virales/receta">La receta del pozole que divide a Jalisco</a></div></div></div>
<footer><b>${NAME}</b> · Contacto: hola@tribunatapatia.test · Con información de agencias</footer>
<div class="cookies">Este sitio usa cookies. <button>Entendido</button></div>
</body>
</html>`
}

function article(issue: Issue, ask: Ask): Markup {
  const canonical = issue.defects.has('canonical-portada') ? `${HOME}/` : addressOf(issue)
  const head = markup`<link rel="canonical" href="${canonical}">
<meta property="og:type" content="article">
<meta property="og:title" content="${issue.title}">
<meta property="og:description" content="${excerptOf(issue, 30)}">
<meta property="og:image" content="${pictureOf(issue)}">
<meta property="og:url" content="${canonical}">
${jsonScript(structuredData(issue))}`
  const [inside] = otherIssues(ask.issues, issue, 1, 'inside')
  const main = markup`<article class="entry"><div class="meta"><a class="cat" href="/${slugOf(issue.section ?? 'Jalisco')}">${issue.section ?? 'Jalisco'}</a> <span>${slashDate(issue.at)} ${clockTime(issue.at)}</span></div>
<h1>${issue.title}</h1>
${issue.standfirst === null ? null : markup`<h2 class="deck">${issue.standfirst}</h2>`}
<div class="by">Por ${issue.byline ?? 'Redacción'}</div>
<img class="hero" src="${pictureOf(issue)}" alt="${issue.title}" width="760" height="428">
<div class="social">Compartir en <a href="#">Facebook</a> <a href="#">X</a> <a href="#">WhatsApp</a></div>
<div class="entry-body">${issue.paragraphs.map((text, index) => [
    markup`<p>${text}</p>\n`,
    index === 0 && inside !== undefined
      ? markup`<div class="also"><span>También te puede interesar:</span> <a href="${addressOf(inside)}">${inside.title}</a></div>\n`
      : null,
  ])}<p><strong>¡Síguenos en Google News y mantente informado!</strong></p></div>
<div class="taboola"><h4>Contenido patrocinado</h4><a href="#">Las casas más baratas de Jalisco están aquí</a><a href="#">Este truco limpia tu colchón en 5 minutos</a></div></article>`
  return page(ask, `${issue.title} - ${NAME}`, head, main)
}

function listing(ask: Ask, title: string, issues: readonly Issue[]): Markup {
  const main = markup`<h1 class="list-title">${title}</h1><div class="cards">${issues
    .slice(0, 24)
    .map(
      (issue) =>
        markup`<div class="card"><a href="${addressOf(issue)}"><img src="${pictureOf(issue)}" alt="" width="320" height="180"></a><span class="cat">${issue.section ?? 'Jalisco'}</span><h3><a href="${addressOf(issue)}">${issue.title}</a></h3></div>`,
    )}</div>`
  return page(ask, `${title} - ${NAME}`, null, main)
}

function answer(ask: Ask): Reply | null {
  if (ask.host === 'img.tribunatapatia.test') return null
  if (ask.path === '/feed') return xmlReply(writeFeed(ask), 'application/rss+xml; charset=utf-8')
  if (ask.path === '/feed2')
    return xmlReply(writeWireFeed(ask.issuesOf('red')), 'application/rss+xml; charset=utf-8')
  if (ask.path === '/') return htmlReply(listing(ask, NAME, ask.issues))
  const section = SECTIONS.find((name) => ask.path === `/${slugOf(name)}`)
  if (section !== undefined) {
    return htmlReply(
      listing(
        ask,
        section,
        ask.issues.filter((issue) => slugOf(issue.section ?? 'Jalisco') === slugOf(section)),
      ),
    )
  }
  const issue = ask.issues.find((each) => addressOf(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

/** Names its feed as if it were a sitemap; the host of its pictures fails. */
function robots(ask: Ask): Reply {
  if (ask.host === 'img.tribunatapatia.test') return textReply('upstream connect error', 500)
  return textReply(`User-agent: *\nAllow: /\nDisallow: /wp-json/\n\nSitemap: ${HOME}/feed\n`)
}

export const tribuna: Shape = {
  hosts: ['www.tribunatapatia.test', 'tribunatapatia.test', 'img.tribunatapatia.test'],
  addressOf,
  style: 'tribuna.css',
  robots,
  answer,
}
