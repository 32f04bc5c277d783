// El Sol de los Valles: a newspaper of a national chain. Prints the body twice; lists its print cover as a note.
import { addDays, greenwichMailTime, type LocalMinute, offsetTime, spellDay } from '../calendar.ts'
import { advertisements, excerptOf, otherIssues, standingLinks } from '../furniture.ts'
import { jsonScript, type Markup, markup, raw } from '../markup.ts'
import { type Ask, type Issue, slugOf } from '../newsroom.ts'
import { htmlReply, type Reply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://www.elsoldelosvalles.test'
const NAME = 'El Sol de los Valles'
const FEED_SIZE = 20
const SECTIONS = ['Local', 'Valles', 'Policiaca', 'Deportes', 'Espectáculos', 'Finanzas', 'República']
const FIRST_COVER: LocalMinute = '2026-10-30T05:30'

/** The morning on which the feed lists everything again as if it were new. */
const REINJECTED = { from: '2026-11-08T06:00', until: '2026-11-08T12:00' }

function sectionOf(issue: Issue): string {
  return slugOf(issue.section ?? 'Local')
}

function addressOf(issue: Issue): string {
  return `${HOME}/${sectionOf(issue)}/${issue.slug}-${issue.number}.html`
}

function pictureOf(issue: Issue): string {
  return `${HOME}/${sectionOf(issue)}/${issue.number.toString(36)}/ALTERNATES/LANDSCAPE_1140/${issue.slug}.jpg`
}

type Entry = {
  readonly at: LocalMinute
  readonly title: string
  readonly link: string
  readonly text: string
}

/** One cover a day, early in the morning. */
function coversUntil(now: LocalMinute): Entry[] {
  const covers: Entry[] = []
  for (let at = FIRST_COVER; at <= now; at = addDays(at, 1)) {
    const title = `Portada impresa del ${spellDay(at)}`
    covers.push({ at, title, link: `${HOME}/impreso/portada-${at.slice(0, 10)}.html`, text: title })
  }
  return covers
}

function listEntries({ issues, now }: Ask): Entry[] {
  const isReinjected = now >= REINJECTED.from && now < REINJECTED.until
  const notes = issues.map((issue): Entry => {
    const at = isReinjected ? now : issue.at
    return { at, title: issue.title, link: addressOf(issue), text: excerptOf(issue, 45) }
  })
  const entries = [...notes, ...coversUntil(now)].toSorted((one, other) => (one.at < other.at ? 1 : -1))
  return isReinjected ? entries : entries.slice(0, FEED_SIZE)
}

function writeFeed(ask: Ask): Markup {
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${NAME} - Local</title>
<link>${HOME}/local</link>
<description>Noticias locales, policiacas, sobre política, deportes y finanzas, de la región Valles, Jalisco y el mundo</description>
<language>es-MX</language>
${listEntries(ask).map(
  (entry) => markup`<item>
<title>${entry.title}</title>
<link>${entry.link}</link>
<description>${entry.text}</description>
<pubDate>${greenwichMailTime(entry.at)}</pubDate>
<guid isPermaLink="true">${entry.link}</guid>
</item>
`,
)}</channel>
</rss>`
}

/** The zone as an abbreviation that no standard allows in ISO 8601, as the chain really writes it. */
function chainTime(at: LocalMinute): string {
  return offsetTime(at).replace('-06:00', 'CST')
}

function structuredData(issue: Issue): unknown {
  return {
    '@context': 'http://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'Webpage', '@id': addressOf(issue) },
    headline: issue.title,
    datePublished: chainTime(issue.at),
    dateModified: chainTime(issue.at),
    publisher: {
      '@type': 'Organization',
      name: NAME,
      logo: { '@type': 'ImageObject', url: `${HOME}/static/logo.png` },
    },
    author: { '@type': 'Person', name: `${issue.byline ?? 'Redacción'} | ${NAME}` },
    image: { '@type': 'ImageObject', url: pictureOf(issue), height: 599, width: 960 },
    description: excerptOf(issue, 40),
  }
}

function page(head: Markup, main: Markup, ask: Ask): Markup {
  return markup`<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
${head}
<link rel="alternate" type="application/rss+xml" title="${NAME}" href="${HOME}/local/rss">
<link href="/static/theme/sol/base/css/sol-base.min.css" rel="stylesheet">
</head>
<body>
<!-- Cookies Bloque -->
<div id="aceptacion"><div class="inner"><b>Acerca de las cookies en este sitio.</b><br/>Utilizamos cookies para personalizar y mejorar su experiencia en nuestro sitio y optimizar la publicidad que le ofrecemos. <a href="/info/politica-de-privacidad/" class="info">Leer más</a> <a href="#" class="ok"><b>Aceptar cookies</b></a></div></div>
<div class="container">
<header class="row" role="banner"><div class="topbar"><span>${spellDay(ask.now)}</span><span>Tala 24°C</span></div><a class="logo" href="/">El Sol <small>de los Valles</small></a><nav class="navbar"><ul>${SECTIONS.map((name) => markup`<li><a href="/${slugOf(name)}/">${name}</a></li>`)}</ul></nav></header>
<div class="advertisment"><div id="dfp-nota-top1">${advertisements(1, ask.path)}</div></div>
<section class="row"><section class="col-sm-8" role="main">${main}</section>
<aside class="col-sm-4"><div class="most-read"><h4>Más Leídas</h4><ol>${otherIssues(
    ask.issues,
    null,
    5,
    ask.path,
  ).map(
    (issue) => markup`<li><a href="${addressOf(issue)}">${issue.title}</a></li>`,
  )}</ol></div><div class="print"><h4>Edición impresa</h4><a href="/impreso/portada-${ask.now.slice(0, 10)}.html">Hojea la edición de hoy</a></div><div class="services">${standingLinks(3, 'sol').map(({ title, slug }) => markup`<a href="/servicios/${slug}/">${title}</a>`)}</div></aside></section>
<footer><p>${NAME} · Organización Editorial de los Soles. Prohibida la reproducción total o parcial de este contenido, en cualquier forma o medio, sin la previa autorización de la editora titular.</p><p><a href="/info/politica-de-privacidad/">Política de privacidad</a> · <a href="/info/directorio/">Directorio</a></p></footer>
</div>
</body>
</html>`
}

function paragraphs(issue: Issue, ask: Ask, promotions: boolean): Markup {
  const [other] = otherIssues(ask.issues, issue, 1, 'inside')
  return markup`${issue.paragraphs.map((text, index) => [
    markup`<p>${text}</p>`,
    promotions && index === 1
      ? markup`<h4><b>▶️ <a href="https://news.google.com/" target="_blank" rel="Follow">Mantente informado en nuestro canal de Google Noticias</a></b></h4>`
      : null,
    promotions && index === 2 && other !== undefined
      ? markup`<p><b>Lee también: <a href="${addressOf(other)}">${other.title}</a></b></p>`
      : null,
  ])}`
}

function article(issue: Issue, ask: Ask): Markup {
  const url = addressOf(issue)
  const description = excerptOf(issue, 40)
  const head = markup`<title>${issue.title} - ${NAME}</title>
<meta name="keywords" content="Tala,Valles,${issue.section ?? 'Local'}, "/>
<meta name="description" content="${description}"/>
<meta property="og:image" content="${pictureOf(issue)}"/>
<meta property="og:type" content="article"/>
<meta property="og:site_name" content="${NAME}"/>
<meta property="og:title" content="${issue.title}"/>
<meta property="og:url" content="${url}"/>
<meta property="og:description" content="${description}"/>
<link rel="canonical" href="${url}"/>
<link rel="amphtml" href="${url}/amp"/>`
  const main = markup`${jsonScript(structuredData(issue))}
<div class="clearfix"><div class="pull-left breadcrumb"><a href="/${sectionOf(issue)}/">${issue.section ?? 'Local'}</a></div><p class="published-date">${raw('&nbsp;')} / ${spellDay(issue.at)}</p></div>
<div><h1 class="title">${issue.title}</h1></div>
${issue.standfirst === null ? null : markup`<h3 class="subtitle">${issue.standfirst}</h3>`}
<div class="lead-gallery"><div class="teaser"><div class="img-container picture"><img src="${pictureOf(issue)}" class="media-object adaptive lazy" alt="" width="100%"/><div class="picture-caption"><h4><span class="pic-credits">Foto: Cortesía | ${NAME}</span></h4></div></div></div></div>
<div id="affix-share" class="sharing-menu"><ul><li><a href="${url}" class="fb-icon">f</a></li><li><a href="${url}" class="twitter-icon">X</a></li><li><a href="whatsapp://send?text=${url}" class="wapp-icon">w</a></li></ul></div>
<div class="affix-start"><p class="byline">${issue.byline ?? 'Redacción'} | ${NAME}</p></div>
<div class="content-body clearfix"><div id="content-body-225-${issue.number}">${paragraphs(issue, ask, true)}</div></div>
<div class="advertisment"><div id="dfp-nota-1x1s">Publicidad</div></div>
<article class="content-continued-body clearfix"><div id="content-body-226-${issue.number}">${paragraphs(issue, ask, false)}</div></article>
<div class="newsletter"><p>Suscríbete a nuestro Newsletter y recibe las noticias en tu correo</p></div>
<div class="related"><h4>Te recomendamos</h4>${otherIssues(ask.issues, issue, 3, 'related').map(teaser)}</div>`
  return page(head, main, ask)
}

function teaser(issue: Issue): Markup {
  return markup`<article class="teaser-note"><img src="${pictureOf(issue)}" width="220" alt=""><div><span class="kicker">${issue.section ?? 'Local'}</span><h3><a href="${addressOf(issue)}">${issue.title}</a></h3><p>${excerptOf(issue, 22)}</p></div></article>`
}

function listing(ask: Ask, title: string, issues: readonly Issue[]): Markup {
  return page(
    markup`<title>${title} - ${NAME}</title>`,
    markup`<h2 class="section-title">${title}</h2>${issues.slice(0, 25).map(teaser)}`,
    ask,
  )
}

function cover(ask: Ask, day: string): Markup {
  const title = `Portada impresa del ${spellDay(`${day}T05:30`)}`
  return page(
    markup`<title>${title} - ${NAME}</title>`,
    markup`<h1 class="title">${title}</h1><img src="/impreso/${day}.jpg" width="480" alt="">`,
    ask,
  )
}

function answer(ask: Ask): Reply | null {
  if (ask.path === '/local/rss') return xmlReply(writeFeed(ask), 'text/xml;charset=UTF-8')
  if (ask.path === '/' || ask.path === '/robots.txt') return htmlReply(listing(ask, 'Portada', ask.issues))
  const day = /^\/impreso\/portada-(\d{4}-\d{2}-\d{2})\.html$/.exec(ask.path)?.[1]
  if (day !== undefined && day <= ask.now.slice(0, 10)) return htmlReply(cover(ask, day))
  const section = SECTIONS.find((name) => ask.path === `/${slugOf(name)}/`)
  if (section !== undefined) {
    return htmlReply(
      listing(
        ask,
        section,
        ask.issues.filter((issue) => sectionOf(issue) === slugOf(section)),
      ),
    )
  }
  const issue = ask.issues.find((each) => addressOf(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

export const sol: Shape = {
  hosts: ['www.elsoldelosvalles.test'],
  addressOf,
  style: 'chain.css',
  // Its robots.txt is the front page with 200, as on many sites that answer everything.
  robots: (ask) => htmlReply(listing(ask, 'Portada', ask.issues)),
  answer,
}
