// Observador Valles: opinion and complaint on Joomla. Its feed comes cut in half; local hours carry a false Z.
import { clockTime, greenwichMailTime, monthName, readMinute } from '../calendar.ts'
import { encodeUtf8, encodeWindows1252 } from '../encodings.ts'
import { commentsOn, excerptOf, otherIssues } from '../furniture.ts'
import { cdata, type Markup, markup } from '../markup.ts'
import { type Ask, type Issue, slugOf } from '../newsroom.ts'
import { htmlReply, type Reply, reply, textReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://www.observadorvalles.test'
const NAME = 'Observador Valles'
const FEED_SIZE = 20
const LISTED = 20

function pathOf(issue: Issue): string {
  return `/index.php/${slugOf(issue.section ?? 'Opinión')}/${issue.number}-${issue.slug}`
}

function addressOf(issue: Issue): string {
  return `${HOME}${pathOf(issue)}`
}

function printAddress(issue: Issue): string {
  return `${addressOf(issue)}?tmpl=component&print=1`
}

function pictureOf(issue: Issue): string {
  return `${HOME}/images/2026/${issue.number}.jpg`
}

/** Local time with a Z that is not true. */
function falseTime(issue: Issue): string {
  return `${issue.at}:00Z`
}

/** `05 Noviembre 2026`. */
function joomlaDate(issue: Issue): string {
  const { day, year } = readMinute(issue.at)
  const month = monthName(issue.at)
  return `${String(day).padStart(2, '0')} ${month.charAt(0).toUpperCase()}${month.slice(1)} ${year}`
}

function writeFeed({ issues, now }: Ask): Markup {
  return markup`<?xml version="1.0" encoding="utf-8"?>
<!-- generator="Joomla! - Open Source Content Management" -->
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
	<channel>
		<title>${NAME}</title>
		<description><![CDATA[Lo que otros callan]]></description>
		<link>${HOME}/</link>
		<lastBuildDate>${greenwichMailTime(now)}</lastBuildDate>
		<generator>Joomla! - Open Source Content Management</generator>
		<atom:link rel="self" type="application/rss+xml" href="${HOME}/index.php?format=feed&amp;type=rss"/>
		<language>es-es</language>
${issues.slice(0, FEED_SIZE).map(
  (issue) => markup`		<item>
			<title>${issue.title}</title>
			<link>${addressOf(issue)}</link>
			<guid isPermaLink="true">${addressOf(issue)}</guid>
			<description>${cdata(markup`<p><img src="${pictureOf(issue)}" alt="" /></p><p>${excerptOf(issue, 60)}</p>`)}</description>
			<author>observador@observadorvalles.test (${issue.byline ?? 'Observador'})</author>
			<category>${issue.section ?? 'Opinión'}</category>
			<pubDate>${greenwichMailTime(issue.at)}</pubDate>
		</item>
`,
)}	</channel>
</rss>
`
}

/** Half of the bytes: somebody's server gives up in the middle of an entry. */
function cutInHalf(document: Markup): Uint8Array {
  const bytes = encodeUtf8(document.source)
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

function page(ask: Ask, title: string, head: Markup | null, main: Markup): Markup {
  return markup`<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="es-es" lang="es-es" dir="ltr">
<head>
<meta http-equiv="content-type" content="text/html; charset=utf-8" />
<base href="${HOME}${ask.path}" />
<meta name="generator" content="Joomla! - Open Source Content Management" />
<title>${title}</title>
${head}
<link href="/index.php?format=feed&amp;type=rss" rel="alternate" type="application/rss+xml" title="RSS 2.0" />
<link href="/templates/protostar/css/template.css" rel="stylesheet" type="text/css" />
</head>
<body class="site com_content view-article">
<div class="body"><div class="container">
<header class="header"><a class="brand" href="/"><span class="site-title">OBSERVADOR <i>Valles</i></span></a><div class="site-description">Lo que otros callan</div></header>
<nav class="navigation"><ul class="nav menu"><li><a href="/index.php">Inicio</a></li><li><a href="/index.php/noticias">Noticias</a></li><li><a href="/index.php/denuncia">Denuncia</a></li><li><a href="/index.php/opinion">Opinión</a></li><li><a href="/index.php/quienes-somos">Quiénes somos</a></li></ul></nav>
<div class="row-fluid"><main id="content" role="main" class="span9">${main}</main>
<div id="aside" class="span3"><div class="well"><h3>Lo más visto</h3><ul class="mostread">${otherIssues(ask.issues, null, 5, ask.path).map((issue) => markup`<li><a href="${pathOf(issue)}">${issue.title}</a></li>`)}</ul></div><div class="well"><h3>¿Quién está en línea?</h3><p>Hay ${17 + (ask.visits % 40)} invitados y ningún miembro en línea</p></div></div></div>
</div></div>
<footer class="footer"><p>© 2026 ${NAME}. Las opiniones son responsabilidad de quien las firma.</p></footer>
</body>
</html>`
}

function canonicalOf(issue: Issue, isPrint: boolean): string {
  if (!issue.defects.has('canonical-circular')) return addressOf(issue)
  return isPrint ? addressOf(issue) : printAddress(issue)
}

function article(issue: Issue, ask: Ask): Markup {
  const isPrint = ask.query.get('print') === '1'
  const main = markup`<div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="es-ES" />
<div class="page-header"><h2 itemprop="headline">${issue.title}</h2></div>
<dl class="article-info muted"><dt class="article-info-term">Detalles</dt><dd class="createdby" itemprop="author">Escrito por <span itemprop="name">${issue.byline ?? 'Observador'}</span></dd><dd class="category-name">Categoría: <a href="/index.php/${slugOf(issue.section ?? 'Opinión')}">${issue.section ?? 'Opinión'}</a></dd><dd class="published"><time datetime="${falseTime(issue)}" itemprop="datePublished">Publicado: ${joomlaDate(issue)} ${clockTime(issue.at)}</time></dd><dd class="hits">Visitas: ${issue.number % 1200}</dd></dl>
<div itemprop="articleBody">${issue.standfirst === null ? null : markup`<p><strong>${issue.standfirst}</strong></p>`}<p><img src="/images/2026/${issue.number}.jpg" alt="" width="480" /></p>
${issue.paragraphs.map((text) => markup`<p style="text-align: justify;">${text}</p>\n`)}</div>
<ul class="pager pagenav"><li class="previous"><a href="/index.php/noticias">Ant</a></li><li class="next"><a href="/index.php/noticias">Sig</a></li></ul>
<div id="jc"><h4>Comentarios</h4>${commentsOn(issue).map(({ name, text }) => markup`<div class="comment-box"><span class="comment-author">${name}</span><div class="comment-body">${text}</div></div>`)}</div></div>`
  const head = markup`<meta name="author" content="${issue.byline ?? 'Observador'}" />
<link href="${canonicalOf(issue, isPrint)}" rel="canonical" />`
  return page(ask, issue.title, head, main)
}

function listing(ask: Ask, title: string, issues: readonly Issue[]): Markup {
  const main = markup`<div class="blog"><h1>${title}</h1>${issues
    .slice(0, LISTED)
    .map(
      (issue) =>
        markup`<div class="blog-item"><h2 class="item-title"><a href="${pathOf(issue)}">${issue.title}</a></h2><span class="item-date">${joomlaDate(issue)}</span><p class="item-intro">${excerptOf(issue, 36)}</p><p class="readmore"><a class="btn" href="${pathOf(issue)}">Leer más...</a></p></div>`,
    )}</div>`
  return page(ask, title, null, main)
}

function answer(ask: Ask): Reply | null {
  if (ask.query.get('format') === 'feed') {
    return reply(200, 'application/rss+xml; charset=utf-8', cutInHalf(writeFeed(ask)))
  }
  if (/^\/(index\.php\/?|index\.php\/noticias)?$/.test(ask.path)) {
    return htmlReply(listing(ask, 'Noticias', ask.issues))
  }
  const section = ['Denuncia', 'Opinión'].find((name) => ask.path === `/index.php/${slugOf(name)}`)
  if (section !== undefined) {
    return htmlReply(
      listing(
        ask,
        section,
        ask.issues.filter((issue) => slugOf(issue.section ?? 'Opinión') === slugOf(section)),
      ),
    )
  }
  const issue = ask.issues.find((each) => pathOf(each) === ask.path)
  if (issue === undefined) return null
  const whole = article(issue, ask)
  return issue.defects.has('latin1-como-utf8')
    ? reply(200, 'text/html; charset=utf-8', encodeWindows1252(whole.source))
    : htmlReply(whole)
}

const ROBOTS = `User-agent: *
Disallow: /administrator/
Disallow: /cache/
Disallow: /tmp/
`

export const observador: Shape = {
  hosts: ['www.observadorvalles.test', 'observadorvalles.test'],
  addressOf,
  aliasesOf: (issue) => [printAddress(issue)],
  style: 'complaint.css',
  robots: () => textReply(ROBOTS),
  answer,
}
