// El Occidente: a newspaper of the state. Machine dates in UTC, a visible dateline in local time, one note on two hosts, one behind a wall.
import { clockTime, greenwichMailTime, spellDate, spellDay, utcTime } from '../calendar.ts'
import { excerptOf, otherIssues, standingLinks } from '../furniture.ts'
import { cdata, jsonScript, type Markup, markup } from '../markup.ts'
import { type Ask, type Issue, slugOf } from '../newsroom.ts'
import { htmlReply, type Reply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const WWW = 'www.eloccidente.test'
const BARE = 'eloccidente.test'
const HOME = `http://${WWW}`
const NAME = 'El Occidente'
const FEED_SIZE = 20
const SECTIONS = ['Jalisco', 'Guadalajara', 'Estado', 'México', 'Mundo', 'Deportes', 'Cultura', 'Opinión']

function pathOf(issue: Issue): string {
  return `/${slugOf(issue.section ?? 'Jalisco')}/${issue.slug}-n${issue.number}.html`
}

function addressOf(issue: Issue): string {
  return `${HOME}${pathOf(issue)}`
}

function pictureOf(issue: Issue): string {
  return `${HOME}/__export/${issue.number}/sites/eloccidente/img/nota_${issue.number}.jpg`
}

function feedItem(issue: Issue, host: string): Markup {
  const url = `http://${host}${pathOf(issue)}`
  return markup`<item><title>${cdata(markup`${issue.title}`)}</title><link>${url}</link><guid>${url}</guid><description>${cdata(markup`${excerptOf(issue, 35)}`)}</description><pubDate>${greenwichMailTime(issue.at)}</pubDate><category>${issue.section ?? 'Jalisco'}</category><enclosure url="${pictureOf(issue)}" length="17000" type="image/jpeg"/></item>
`
}

function writeFeed({ issues }: Ask): Markup {
  const items = issues.slice(0, FEED_SIZE).flatMap((issue) => {
    const hosts = issue.defects.has('con-y-sin-www') ? [WWW, BARE] : [WWW]
    return hosts.map((host) => feedItem(issue, host))
  })
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${NAME} | Jalisco</title><link>${HOME}</link><description>Noticias de Jalisco</description><language>es-mx</language>
${items}</channel></rss>`
}

function structuredData(issue: Issue, url: string): unknown {
  const isPaid = issue.defects.has('muro-de-pago')
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    headline: issue.title,
    image: [pictureOf(issue)],
    datePublished: utcTime(issue.at),
    dateModified: utcTime(issue.at),
    author: { '@type': 'Person', name: issue.byline ?? 'El Occidente' },
    publisher: { '@type': 'Organization', name: NAME },
    description: excerptOf(issue, 35),
    isAccessibleForFree: isPaid ? 'False' : 'True',
    ...(isPaid
      ? { hasPart: { '@type': 'WebPageElement', isAccessibleForFree: 'False', cssSelector: '.nota-cuerpo' } }
      : {}),
  }
}

function page(ask: Ask, title: string, head: Markup | null, main: Markup): Markup {
  return markup`<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
${head}
<link rel="alternate" type="application/rss+xml" title="Jalisco" href="${HOME}/rss/jalisco.xml">
<link rel="stylesheet" href="/static/occidente.css">
</head>
<body>
<div class="anuncio-superior">Publicidad</div>
<header><div class="edicion">${spellDay(ask.now)} · Guadalajara, Jalisco</div><a class="marca" href="/">EL OCCIDENTE</a><a class="boton" href="/suscripcion">Suscríbete</a></header>
<nav>${SECTIONS.map((name) => markup`<a href="/${slugOf(name)}/">${name}</a>`)}</nav>
<div class="rejilla"><main>${main}</main>
<aside><section><h3>LO MÁS LEÍDO</h3>${otherIssues(ask.issues, null, 5, ask.path).map((issue) => markup`<p><a href="${addressOf(issue)}">${issue.title}</a></p>`)}</section><section><h3>TEMAS</h3><p><a href="/temas/tala">Tala</a> <a href="/temas/zafra">Zafra</a> <a href="/temas/agua">Agua</a> <a href="/autor/redaccion">Redacción</a></p></section><section class="boletin"><h3>Regístrate en nuestro newsletter</h3><p>Las noticias más destacadas todas las mañanas en tu correo</p></section><section>${standingLinks(3, 'occidente').map(({ title, slug }) => markup`<p><a href="/servicios/${slug}">${title}</a></p>`)}</section></aside></div>
<footer>© El Occidente de Jalisco, S.A. Av. Vallarta 1200, Guadalajara. <a href="/privacidad">Aviso de privacidad</a></footer>
</body>
</html>`
}

/** Behind the wall only the first paragraph is sent. */
function body(issue: Issue): Markup {
  if (!issue.defects.has('muro-de-pago')) {
    return markup`<div class="nota-cuerpo">${issue.paragraphs.map((text) => markup`<p>${text}</p>\n`)}</div>`
  }
  return markup`<div class="nota-cuerpo"><p>${issue.paragraphs[0] ?? ''}</p></div>
<div class="muro"><h2>Contenido exclusivo para suscriptores</h2><p>¿Ya tienes cuenta? Inicia sesión. Si aún no te suscribes, elige tu plan desde $49 al mes y lee sin límites.</p><a class="boton" href="/suscripcion">Suscríbete para seguir leyendo</a></div>`
}

function article(issue: Issue, ask: Ask): Markup {
  const url = `http://${ask.host}${pathOf(issue)}`
  const head = markup`<meta name="description" content="${excerptOf(issue, 35)}">
<link rel="canonical" href="${url}">
<meta property="og:type" content="article">
<meta property="og:title" content="${issue.title}">
<meta property="og:url" content="${url}">
<meta property="og:image" content="${pictureOf(issue)}">
<meta property="og:site_name" content="${NAME}">
<meta property="article:published_time" content="${utcTime(issue.at)}">
<meta property="article:section" content="${issue.section ?? 'Jalisco'}">
${jsonScript(structuredData(issue, url))}`
  const main = markup`<article class="nota">
<p class="seccion"><a href="/${slugOf(issue.section ?? 'Jalisco')}/">${issue.section ?? 'Jalisco'}</a></p>
<h1>${issue.title}</h1>
${issue.standfirst === null ? null : markup`<p class="bajada">${issue.standfirst}</p>`}
<div class="autoria">Por: <b class="autor">${issue.byline ?? 'El Occidente'}</b> <span class="fecha">${spellDate(issue.at)} - ${clockTime(issue.at)} hs</span></div>
<figure><img src="${pictureOf(issue)}" width="760" alt=""><figcaption>EL OCCIDENTE/Archivo</figcaption></figure>
${body(issue)}
<div class="temas"><span>Temas</span> <a href="/temas/tala">Tala</a> <a href="/temas/region-valles">Región Valles</a></div>
<section class="lee-tambien"><h3>Lee También</h3>${otherIssues(ask.issues, issue, 3, 'too').map((other) => markup`<p><a href="${addressOf(other)}">${other.title}</a></p>`)}</section>
</article>`
  return page(ask, `${issue.title} | ${NAME}`, head, main)
}

function listing(ask: Ask, title: string, issues: readonly Issue[]): Markup {
  const main = markup`<h2 class="titulo-seccion">${title}</h2>
<div class="hubs"><a href="/temas/tala">Todo sobre Tala</a> <a href="/autor/fernanda-lomeli">Más de este autor</a></div>
${issues
  .slice(0, 25)
  .map(
    (issue) =>
      markup`<article class="resumen"><img src="${pictureOf(issue)}" width="220" alt=""><div><h3><a href="${addressOf(issue)}">${issue.title}</a></h3><p>${excerptOf(issue, 24)}</p><span class="fecha">${spellDate(issue.at)}</span></div></article>`,
  )}`
  return page(ask, `${title} | ${NAME}`, null, main)
}

function answer(ask: Ask): Reply | null {
  if (ask.path === '/rss/jalisco.xml') return xmlReply(writeFeed(ask), 'application/xml; charset=utf-8')
  if (ask.path === '/sitemap.xml') return textReply('Forbidden', 403)
  if (ask.path === '/') return htmlReply(listing(ask, 'Portada', ask.issues))
  const section = SECTIONS.find((name) => ask.path === `/${slugOf(name)}/`)
  if (section !== undefined) {
    const own = ask.issues.filter((issue) => slugOf(issue.section ?? 'Jalisco') === slugOf(section))
    return htmlReply(listing(ask, section, own))
  }
  const issue = ask.issues.find((each) => pathOf(each) === ask.path)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

const ROBOTS = `User-agent: *
Disallow: /suscripcion
Disallow: /buscar?
Allow: /

Sitemap: ${HOME}/sitemap.xml
`

export const occidente: Shape = {
  hosts: [WWW, BARE],
  addressOf,
  aliasesOf: (issue) => [`http://${BARE}${pathOf(issue)}`],
  style: 'state.css',
  robots: () => textReply(ROBOTS),
  answer,
  compression: 'br',
}
