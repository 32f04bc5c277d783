// El Correo de Tala: a portal on WordPress with a magazine theme; announces its comments feed before its notes.
import { monthName, readMinute } from '../calendar.ts'
import {
  advertisements,
  type Comment,
  commentsOn,
  excerptOf,
  otherIssues,
  standingLinks,
} from '../furniture.ts'
import { type Markup, markup, texturize } from '../markup.ts'
import { type Ask, type Issue, slugOf } from '../newsroom.ts'
import { htmlReply, redirectReply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'
import {
  type Blog,
  type LooseEntry,
  pictureOf,
  writeCommentsFeed,
  writeFeed,
  writeHead,
  writeNoteHead,
  writeSitemap,
} from './wordpress.ts'

const HOME = 'http://www.correodetala.test'

const BLOG: Blog = {
  home: HOME,
  name: 'El Correo de Tala',
  tagline: 'Noticias de Tala y la región Valles',
  permalink: (issue) => `${HOME}/${issue.at.slice(0, 10).replaceAll('-', '/')}/${issue.slug}/`,
  feedBody: 'full',
  feedSize: 12,
}

const LOOSE: readonly LooseEntry[] = [
  {
    title: 'Prueba de publicación, favor de ignorar',
    link: `${HOME}/2026/11/02/prueba-de-publicacion-favor-de-ignorar/`,
    at: '2026-11-02T09:14',
    text: 'Prueba.',
  },
  {
    title: 'Edición digital para suscriptores: 5 de noviembre',
    link: `${HOME}/privado/edicion-digital-5-de-noviembre/`,
    at: '2026-11-05T06:00',
    text: 'Ya está disponible la edición digital.',
  },
]

const SECTIONS = ['Municipio', 'Seguridad', 'Política', 'Cultura', 'Deportes', 'Región']

/** `noviembre 5, 2026`, as WordPress dates in Spanish come out when nobody sets their format. */
function themeDate(issue: Issue): string {
  const { day, year } = readMinute(issue.at)
  return `${monthName(issue.at)} ${day}, ${year}`
}

function page(head: Markup, main: Markup, ask: Ask): Markup {
  return markup`<!doctype html >
<html lang="es-MX" prefix="og: https://ogp.me/ns#">
<head>
${head}
</head>
<body class="wp-theme-noticias single-format-standard">
<div class="td-top-bar"><span class="td-weather">Tala 24 °C</span><ul class="menu-top"><li><a href="${HOME}/quienes-somos/">Quiénes somos</a></li><li><a href="${HOME}/aviso-de-privacidad/">Aviso de privacidad</a></li><li><a href="${HOME}/publicidad/">Anúnciate</a></li></ul></div>
<header class="td-header"><a class="td-logo" href="${HOME}/">El Correo <em>de Tala</em></a><div class="td-a-rec">${advertisements(1, ask.path)}</div></header>
<nav class="td-menu"><ul><li><a href="${HOME}/">Inicio</a></li>${SECTIONS.map((name) => {
    return markup`<li><a href="${HOME}/category/${slugOf(name)}/">${name}</a></li>`
  })}</ul></nav>
<div class="td-container">
<main class="td-main-content">${main}</main>
${sidebar(ask)}
</div>
<footer class="td-footer"><div><h4>ACERCA DE NOSOTROS</h4><p>El Correo de Tala es un medio independiente. Hidalgo 45, Centro, Tala, Jalisco. Escríbenos: redaccion@correodetala.test</p></div><div><h4>SÍGUENOS</h4><p>Facebook · Instagram · WhatsApp</p></div><p class="td-sub-footer">© El Correo de Tala 2026. Todos los derechos reservados.</p></footer>
<div id="cookie-notice" role="dialog"><span>Usamos cookies para mejorar tu experiencia. Si continúas navegando aceptas su uso.</span> <a href="#" id="cn-accept-cookie">Aceptar</a></div>
</body>
</html>`
}

function sidebar({ issues, path }: Ask): Markup {
  return markup`<aside class="td-sidebar">
<div class="widget widget_search"><form><input type="search" placeholder="Buscar …"><button>Buscar</button></form></div>
<div class="widget td_block"><h4 class="block-title">LO MÁS LEÍDO</h4><ol>${otherIssues(
    issues,
    null,
    5,
    `read ${path}`,
  ).map(
    (issue) => markup`<li><a href="${BLOG.permalink(issue)}">${texturize(issue.title)}</a></li>`,
  )}</ol></div>
<div class="widget"><h4 class="block-title">SERVICIOS</h4><ul>${standingLinks(4, 'correo').map(
    ({ title, slug }) => markup`<li><a href="${HOME}/servicios/${slug}/">${title}</a></li>`,
  )}</ul></div>
<div class="widget newsletter"><h4 class="block-title">BOLETÍN</h4><p>Recibe cada mañana las noticias de Tala en tu correo.</p><form><input type="email" placeholder="Tu correo"><button>Suscribirme</button></form></div>
<div class="widget ad">${advertisements(2, `side ${path}`).map((text) => markup`<p>${text}</p>`)}</div>
</aside>`
}

function card(issue: Issue): Markup {
  return markup`<article class="td_module td-block-span6 post-${issue.number}">
<div class="td-module-thumb"><a href="${BLOG.permalink(issue)}" rel="bookmark"><img src="${pictureOf(BLOG, issue)}" width="324" height="182" alt="" loading="lazy"></a></div>
<h3 class="entry-title td-module-title"><a href="${BLOG.permalink(issue)}" rel="bookmark">${texturize(issue.title)}</a></h3>
<div class="td-module-meta-info"><a class="td-post-category" href="${HOME}/category/${slugOf(issue.section ?? 'general')}/">${issue.section ?? 'General'}</a> <time class="entry-date updated td-module-date" datetime="${issue.at}:00-06:00">${themeDate(issue)}</time></div>
<div class="td-excerpt">${texturize(excerptOf(issue, 26))}</div>
</article>`
}

function listing(ask: Ask, title: string, issues: readonly Issue[]): Markup {
  const number = Number(/\/page\/(\d+)\/$/.exec(ask.path)?.[1] ?? 1)
  const shown = issues.slice((number - 1) * BLOG.feedSize, number * BLOG.feedSize)
  const more = issues.length > number * BLOG.feedSize
  return page(
    writeHead(BLOG, `${title} - El Correo de Tala`, true),
    markup`<h1 class="td-page-title">${title}</h1><div class="td-modules">${shown.map(card)}</div>
${more ? markup`<div class="page-nav"><a href="${ask.path.replace(/page\/\d+\/$/, '')}page/${number + 1}/">Siguiente</a></div>` : null}`,
    ask,
  )
}

/** The theme puts a promotion in the middle of the body. */
function body(issue: Issue, ask: Ask): Markup {
  const [related] = otherIssues(ask.issues, issue, 1, 'inside')
  const promotion =
    related === undefined
      ? null
      : markup`<p class="te-recomendamos"><strong>Te recomendamos:</strong> <a href="${BLOG.permalink(related)}">${texturize(related.title)}</a></p>\n`
  return markup`${issue.paragraphs.map((text, index) => [
    markup`<p>${texturize(text)}</p>\n`,
    index === 1 ? promotion : null,
    index === 2
      ? markup`<div class="code-block ad-inserter"><p>Publicidad</p><p>${advertisements(1, issue.id)}</p></div>\n`
      : null,
  ])}`
}

function comment({ name, text }: Comment, index: number): Markup {
  return markup`<li class="comment depth-1" id="comment-${index}"><article><footer><cite>${name}</cite> <a class="comment-link" href="#comment-${index}">Hace unas horas</a></footer><div class="comment-content"><p>${text}</p></div><a class="comment-reply-link" href="#respond">Responder</a></article></li>`
}

function article(issue: Issue, ask: Ask): Markup {
  const comments = commentsOn(issue)
  const main = markup`<article id="post-${issue.number}" class="post-${issue.number} post type-post status-publish format-standard has-post-thumbnail hentry">
<div class="entry-crumbs"><a href="${HOME}/">Inicio</a> › <a href="${HOME}/category/${slugOf(issue.section ?? 'general')}/">${issue.section ?? 'General'}</a> › <span>${texturize(issue.title)}</span></div>
<header class="td-post-title"><h1 class="entry-title">${texturize(issue.title)}</h1>
${issue.standfirst === null ? null : markup`<p class="td-post-sub-title">${texturize(issue.standfirst)}</p>`}
<div class="td-module-meta-info"><div class="td-post-author-name">Por <a href="${HOME}/author/redaccion/">${issue.byline ?? 'Redacción'}</a> - </div><span class="td-post-date"><time class="entry-date published" datetime="${issue.at}:00-06:00">${themeDate(issue)}</time></span><span class="td-post-views">${issue.number % 900} vistas</span></div></header>
<div class="td-post-sharing"><a href="https://www.facebook.com/sharer.php?u=${BLOG.permalink(issue)}">Facebook</a> <a href="https://api.whatsapp.com/send?text=${BLOG.permalink(issue)}">WhatsApp</a> <a href="#">X</a></div>
<div class="td-post-content entry-content">
<figure class="td-post-featured-image"><img width="696" height="392" src="${pictureOf(BLOG, issue)}" alt="${issue.title}"><figcaption class="wp-caption-text">Foto: El Correo de Tala</figcaption></figure>
${body(issue, ask)}</div>
<ul class="td-tags"><li><span>ETIQUETAS</span></li><li><a href="${HOME}/tag/tala/">Tala</a></li><li><a href="${HOME}/tag/region-valles/">Región Valles</a></li></ul>
<div class="td_block_related_posts"><h4>ARTÍCULOS RELACIONADOS</h4>${otherIssues(ask.issues, issue, 3, 'related').map(card)}</div>
<div class="comments" id="comments"><h4>${comments.length} COMENTARIOS</h4><ol class="comment-list">${comments.map(comment)}</ol><div id="respond"><h3>Deja una respuesta</h3><p>Tu dirección de correo no será publicada. Los campos obligatorios están marcados con *</p></div></div>
</article>`
  const head = markup`${writeHead(BLOG, `${issue.title} - El Correo de Tala`, true)}\n${writeNoteHead(BLOG, issue)}`
  return page(head, main, ask)
}

function answer(ask: Ask) {
  if (ask.host === 'correodetala.test') return redirectReply(`${HOME}${ask.path}`)
  if (ask.path === '/feed/' || ask.path === '/feed') {
    return xmlReply(
      writeFeed(
        BLOG,
        ask.issues,
        LOOSE.filter(({ at }) => at <= ask.now),
      ),
    )
  }
  if (ask.path === '/comments/feed/') return xmlReply(writeCommentsFeed(BLOG, ask.issues))
  const sitemap = writeSitemap(BLOG, ask.issues, ask.path)
  if (sitemap !== null) return xmlReply(sitemap, 'application/xml; charset=UTF-8')
  if (/^\/(page\/\d+\/)?$/.test(ask.path)) return htmlReply(listing(ask, 'Últimas noticias', ask.issues))
  const section = /^\/category\/([^/]+)\//.exec(ask.path)?.[1]
  if (section !== undefined) {
    const issues = ask.issues.filter((each) => slugOf(each.section ?? 'general') === section)
    return htmlReply(listing(ask, SECTIONS.find((name) => slugOf(name) === section) ?? section, issues))
  }
  const issue = ask.issues.find((each) => BLOG.permalink(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

const ROBOTS = `User-agent: *
Disallow: /wp-admin/
Disallow: /privado/
Allow: /wp-admin/admin-ajax.php

Sitemap: ${HOME}/wp-sitemap.xml
`

export const correo: Shape = {
  hosts: ['www.correodetala.test', 'correodetala.test'],
  addressOf: BLOG.permalink,
  style: 'magazine.css',
  robots: () => textReply(ROBOTS),
  answer,
  compression: 'gzip',
}
