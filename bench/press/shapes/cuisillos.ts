// Cuisillos Hoy: a neighbour's blog on Blogger. Paragraphs are parted by line breaks; one note is dated a month ahead.
import {
  addDays,
  clockTime,
  type LocalMinute,
  monthName,
  offsetTime,
  readMinute,
  spellDay,
} from '../calendar.ts'
import { commentsOn, otherIssues } from '../furniture.ts'
import { type Markup, markup, raw } from '../markup.ts'
import type { Ask, Issue } from '../newsroom.ts'
import { htmlReply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://cuisilloshoy.test'
const NAME = 'Cuisillos Hoy'
const BLOG_ID = '5521098734410276'
const FEED_SIZE = 25
const LISTED = 10
const MISTAKE_DAYS = 30

/** Blogger cuts the name of a post at 39 letters, at a word. */
function addressOf(issue: Issue): string {
  const name = issue.slug.length < 40 ? issue.slug : issue.slug.slice(0, 40).replace(/-[^-]*$/, '')
  return `${HOME}/${issue.at.slice(0, 4)}/${issue.at.slice(5, 7)}/${name}_${issue.number % 100}.html`
}

/** The date that the author typed. */
function typedAt(issue: Issue): LocalMinute {
  return issue.defects.has('fecha-futura') ? addDays(issue.at, MISTAKE_DAYS) : issue.at
}

function pictureOf(issue: Issue): string {
  return `${HOME}/img/b/R29vZ2xl/AVvXsEh${issue.number}/w640-h360/${issue.number}.jpg`
}

/** The body as the author's editor leaves it: text, line breaks and non-breaking spaces. */
function body(issue: Issue): Markup {
  return markup`<div class="separator" style="clear: both; text-align: center;"><a href="${pictureOf(issue)}" style="margin-left: 1em; margin-right: 1em;"><img border="0" data-original-height="270" data-original-width="480" src="${pictureOf(issue)}" width="400" /></a></div><br />${issue.paragraphs.map(
    (text, index) => markup`${index === 0 ? null : raw('<br /><br />')}${text}`,
  )}<div><br /></div><div>${raw('&nbsp;')}</div>`
}

function writeFeed({ issues, now }: Ask): Markup {
  return markup`<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="http://www.blogger.com/styles/atom.css" type="text/css"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:blogger='http://schemas.google.com/blogger/2008' xmlns:gd="http://schemas.google.com/g/2005" xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-${BLOG_ID}</id><updated>${offsetTime(issues[0]?.at ?? now).replace('-06:00', '.114-06:00')}</updated><title type='text'>${NAME}</title><subtitle type='html'>Lo que pasa en nuestra delegación</subtitle><link rel='http://schemas.google.com/g/2005#feed' type='application/atom+xml' href='${HOME}/feeds/posts/default'/><link rel='self' type='application/atom+xml' href='${HOME}/feeds/posts/default'/><link rel='alternate' type='text/html' href='${HOME}/'/><author><name>Cuisillos Hoy</name><email>noreply@blogger.com</email></author><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator><openSearch:totalResults>${issues.length}</openSearch:totalResults><openSearch:startIndex>1</openSearch:startIndex><openSearch:itemsPerPage>${FEED_SIZE}</openSearch:itemsPerPage>${issues.slice(0, FEED_SIZE).map(entry)}</feed>`
}

function entry(issue: Issue): Markup {
  const published = offsetTime(typedAt(issue)).replace('-06:00', '.003-06:00')
  const id = `${BLOG_ID}.post-${issue.number}`
  return markup`<entry><id>tag:blogger.com,1999:blog-${id}</id><published>${published}</published><updated>${published}</updated><title type='text'>${issue.title}</title><content type='html'>${body(issue).source}</content><link rel='replies' type='application/atom+xml' href='${HOME}/feeds/${issue.number}/comments/default' title='Comentarios de la entrada'/><link rel='replies' type='text/html' href='${addressOf(issue)}#comment-form' title='0 comentarios'/><link rel='edit' type='application/atom+xml' href='http://www.blogger.com/feeds/${BLOG_ID}/posts/default/${issue.number}'/><link rel='self' type='application/atom+xml' href='http://www.blogger.com/feeds/${BLOG_ID}/posts/default/${issue.number}'/><link rel='alternate' type='text/html' href='${addressOf(issue)}' title='${issue.title}'/><author><name>Cuisillos Hoy</name><email>noreply@blogger.com</email></author><thr:total>${commentsOn(issue).length}</thr:total></entry>`
}

function post(issue: Issue, isAlone: boolean): Markup {
  const at = typedAt(issue)
  const title = isAlone ? issue.title : markup`<a href='${addressOf(issue)}'>${issue.title}</a>`
  return markup`<div class="date-outer"><h2 class='date-header'><span>${spellDay(at)}</span></h2><div class="date-posts"><div class='post-outer'><div class='post hentry uncustomized-post-template' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><meta content='${pictureOf(issue)}' itemprop='image_url'/><a name='${issue.number}'></a><h3 class='post-title entry-title' itemprop='name'>${title}</h3><div class='post-header'></div><div class='post-body entry-content' id='post-body-${issue.number}' itemprop='description articleBody'>${body(issue)}<div style='clear: both;'></div></div><div class='post-footer'><div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Publicado por <span class='fn' itemprop='author'><span itemprop='name'>Cuisillos Hoy</span></span></span> <span class='post-timestamp'>en <a class='timestamp-link' href='${addressOf(issue)}' rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished' title='${offsetTime(at)}'>${clockTime(at)}</abbr></a></span> <span class='post-comment-link'>${commentsOn(issue).length} comentarios</span></div></div></div>${isAlone ? comments(issue) : null}</div></div></div>`
}

function comments(issue: Issue): Markup {
  return markup`<div class='comments' id='comments'><h4>${commentsOn(issue).length} comentarios:</h4><div id='comments-block'>${commentsOn(
    issue,
  ).map(
    ({ name, text }) =>
      markup`<div class='comment-author'><span>${name}</span> dijo…</div><div class='comment-body'><p>${text}</p></div>`,
  )}</div><p class='comment-footer'><a href='#'>Publicar un comentario</a></p></div>`
}

function archive({ now, issues }: Ask): Markup {
  const { year } = readMinute(now)
  return markup`<div class='widget BlogArchive'><h2>Archivo del blog</h2><ul><li>▼ ${year} (${issues.length + 211})<ul><li>▼ ${monthName(now)}<ul>${issues.slice(0, 8).map((issue) => markup`<li><a href='${addressOf(issue)}'>${issue.title}</a></li>`)}</ul></li><li>► septiembre (19)</li><li>► agosto (23)</li></ul></li></ul></div>`
}

function page(ask: Ask, title: string, head: Markup | null, main: Markup): Markup {
  return markup`<!DOCTYPE html>
<html class='v2' dir='ltr' lang='es' xmlns='http://www.w3.org/1999/xhtml' xmlns:b='http://www.google.com/2005/gml/b' xmlns:expr='http://www.google.com/2005/gml/expr'>
<head>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<meta content='blogger' name='generator'/>
<title>${title}</title>
<link rel="alternate" type="application/atom+xml" title="${NAME} - Atom" href="${HOME}/feeds/posts/default" />
<link rel="alternate" type="application/rss+xml" title="${NAME} - RSS" href="${HOME}/feeds/posts/default?alt=rss" />
${head}
<link type='text/css' rel='stylesheet' href='${HOME}/dyn-css/authorization.css' />
</head>
<body class='loading variant-simple'>
<div class='body-fauxcolumns'></div>
<div class='content'><header><div class='header section'><h1 class='title'><a href='${HOME}/'>${NAME}</a></h1><p class='description'><span>Lo que pasa en nuestra delegación, contado por nosotros</span></p></div></header>
<div class='main-outer'><div class='column-center'><div class='blog-posts hfeed'>${main}</div><div class='blog-pager'><a href='${HOME}/'>Inicio</a> · <a href='${HOME}/search?max-results=${LISTED}'>Entradas antiguas</a></div></div>
<div class='column-right'><div class='widget Profile'><h2>Datos personales</h2><p>Somos vecinos de Cuisillos, Tala, Jalisco. Mándanos tu foto o tu reporte.</p></div>${archive(ask)}<div class='widget PopularPosts'><h2>Entradas populares</h2><ul>${otherIssues(ask.issues, null, 3, ask.path).map((issue) => markup`<li><a href='${addressOf(issue)}'>${issue.title}</a></li>`)}</ul></div></div></div>
<footer>Tema Sencillo. Con la tecnología de <a href='https://www.blogger.com'>Blogger</a>.</footer></div>
</body>
</html>`
}

function article(issue: Issue, ask: Ask): Markup {
  const head = markup`<link href='${addressOf(issue)}' rel='canonical'/>
<meta content='${addressOf(issue)}' property='og:url'/>
<meta content='${issue.title}' property='og:title'/>
<meta content='' property='og:description'/>
<meta content='${pictureOf(issue)}' property='og:image'/>`
  return page(ask, `${NAME}: ${issue.title}`, head, post(issue, true))
}

function answer(ask: Ask) {
  if (/^\/feeds\/posts\/default\/?$/.test(ask.path))
    return xmlReply(writeFeed(ask), 'application/atom+xml; charset=UTF-8')
  if (ask.path === '/' || ask.path === '/search') {
    return htmlReply(
      page(ask, NAME, null, markup`${ask.issues.slice(0, LISTED).map((issue) => post(issue, false))}`),
    )
  }
  const issue = ask.issues.find((each) => addressOf(each) === `${HOME}${ask.path}`)
  return issue === undefined ? null : htmlReply(article(issue, ask))
}

const ROBOTS = `User-agent: Mediapartners-Google
Disallow:

User-agent: *
Disallow: /search
Disallow: /share-widget
Allow: /

Sitemap: ${HOME}/sitemap.xml
`

export const cuisillos: Shape = {
  hosts: ['cuisilloshoy.test'],
  addressOf,
  style: 'blog.css',
  robots: () => textReply(ROBOTS),
  answer,
}
