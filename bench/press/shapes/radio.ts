// Radio Valles 98.3: a radio station on WordPress with plain permalinks, whose feed is encoded twice.
import { clockTime, slashDate } from '../calendar.ts'
import { doubleEncode } from '../encodings.ts'
import { commentsOn, excerptOf, otherIssues, standingLinks } from '../furniture.ts'
import { type Markup, markup, raw } from '../markup.ts'
import type { Ask, Issue } from '../newsroom.ts'
import { htmlReply, redirectReply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'
import { type Blog, pictureOf, writeFeed, writeHead, writeNoteHead } from './wordpress.ts'

const HOME = 'http://radiovalles983.test'
const BLOG: Blog = {
  home: HOME,
  name: 'Radio Valles 98.3 FM',
  tagline: 'La voz de la región',
  permalink: (issue) => `${HOME}/?p=${issue.number}`,
  feedBody: 'excerpt',
  feedSize: 15,
}

function page(head: Markup, main: Markup, ask: Ask): Markup {
  return markup`<!DOCTYPE html>
<html lang="es-MX">
<head>
${head}
</head>
<body class="wp-theme-onair">
<div class="onair"><span class="dot">●</span> AL AIRE: <b>Despierta Valles</b> con Memo Santana <audio controls preload="none" src="${HOME}/en-vivo.mp3"></audio></div>
<header class="site-header"><a class="site-title" href="${HOME}/">Radio Valles <b>98.3</b></a><p class="site-description">La voz de la región</p><nav><a href="${HOME}/">Noticias</a><a href="${HOME}/?page_id=2">Programación</a><a href="${HOME}/?page_id=7">Locutores</a><a href="${HOME}/?page_id=9">Contacto</a></nav></header>
<div class="site-content"><main>${main}</main>
<aside><section class="widget"><h2>Programación de hoy</h2><ul class="schedule"><li><b>06:00</b> Despierta Valles</li><li><b>10:00</b> A media mañana</li><li><b>13:00</b> Noticiero Valles</li><li><b>15:00</b> La hora ranchera</li><li><b>18:00</b> Deportes en caña</li></ul></section><section class="widget"><h2>Entradas recientes</h2><ul>${ask.issues.slice(0, 5).map((issue) => markup`<li><a href="${BLOG.permalink(issue)}">${issue.title}</a></li>`)}</ul></section><section class="widget"><h2>Servicio social</h2><ul>${standingLinks(3, 'radio').map(({ title }) => markup`<li><a href="${HOME}/?page_id=14">${title}</a></li>`)}</ul></section></aside></div>
<footer class="site-footer">Radio Valles 98.3 FM · Cabina: 384 555 0198 · Funciona gracias a WordPress</footer>
</body>
</html>`
}

function article(issue: Issue, ask: Ask): Markup {
  const main = markup`<article id="post-${issue.number}" class="post hentry"><header class="entry-header"><p class="cat-links">${issue.section ?? 'Noticias'}</p><h1 class="entry-title">${issue.title}</h1><p class="entry-meta">Publicado el ${slashDate(issue.at)} a las ${clockTime(issue.at)} por <span class="author vcard">${issue.byline ?? 'Redacción'}</span></p></header>
<div class="wp-block-image"><img src="${pictureOf(BLOG, issue)}" alt="" width="700"></div>
<div class="wp-block-audio player"><p>🎧 Escucha la entrevista completa</p><audio controls preload="none" src="${HOME}/wp-content/uploads/${issue.number}.mp3"></audio></div>
<div class="entry-content">${issue.standfirst === null ? null : markup`<p class="entry-summary"><em>${issue.standfirst}</em></p>`}${issue.paragraphs.map((text) => markup`<p>${text}</p>\n`)}<p class="shareline">Síguenos en Facebook como Radio Valles 98.3 y escúchanos en vivo en la aplicación.</p></div>
<section class="jp-relatedposts"><h3>Relacionado</h3>${otherIssues(ask.issues, issue, 3, 'related').map((other) => markup`<p><a href="${BLOG.permalink(other)}">${other.title}</a></p>`)}</section>
<section id="comments"><h2>${commentsOn(issue).length} comentarios</h2>${commentsOn(issue).map(({ name, text }) => markup`<div class="comment"><b>${name}</b><p>${text}</p></div>`)}</section></article>`
  return page(
    markup`${writeHead(BLOG, `${issue.title} – ${BLOG.name}`, false)}\n${writeNoteHead(BLOG, issue)}`,
    main,
    ask,
  )
}

function listing(ask: Ask): Markup {
  const main = markup`${ask.issues
    .slice(0, BLOG.feedSize)
    .map(
      (issue) =>
        markup`<article class="post hentry"><img src="${pictureOf(BLOG, issue)}" width="200" alt=""><div><h2 class="entry-title"><a href="${BLOG.permalink(issue)}">${issue.title}</a></h2><p class="entry-meta">${slashDate(issue.at)}</p><p>${excerptOf(issue, 26, ' […]')}</p></div></article>`,
    )}`
  return page(writeHead(BLOG, `${BLOG.name} – La voz de la región`, false), main, ask)
}

function answer(ask: Ask) {
  if (ask.path === '/feed/' || ask.query.get('feed') === 'rss2') {
    return xmlReply(raw(doubleEncode(writeFeed(BLOG, ask.issues, []).source)))
  }
  if (ask.path === '/robots-wp.txt')
    return textReply(`User-agent: *\nDisallow: /wp-admin/\nSitemap: ${HOME}/wp-sitemap.xml\n`)
  if (ask.path !== '/') return null
  const id = ask.query.get('p')
  if (id === null) return htmlReply(listing(ask))
  const issue = ask.issues.find(({ number }) => String(number) === id)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

export const radio: Shape = {
  hosts: ['radiovalles983.test'],
  addressOf: BLOG.permalink,
  style: 'radio.css',
  robots: () => redirectReply(`${HOME}/robots-wp.txt`, 302),
  answer,
  compression: 'gzip',
}
