// The notes of a WordPress site → its feeds, its head with Yoast's structured data, and its sitemap.
import type { LocalMinute } from '../calendar.ts'
import { greenwichMailTime, utcTime } from '../calendar.ts'
import { commentsOn, excerptOf } from '../furniture.ts'
import { cdata, jsonScript, type Markup, markup, raw, texturize } from '../markup.ts'
import type { Issue } from '../newsroom.ts'

/** What WordPress knows of itself. */
export type Blog = {
  /** `http://www.correodetala.test`, without slash. */
  readonly home: string
  readonly name: string
  readonly tagline: string
  readonly permalink: (issue: Issue) => string
  /** `full` carries content:encoded; `excerpt` only the first words. */
  readonly feedBody: 'full' | 'excerpt'
  /** Entries in the feed and on a page of the list: «Ajustes de lectura», 10 unless somebody changed it. */
  readonly feedSize: number
}

/** An entry of the feed that is no note. */
export type LooseEntry = {
  readonly title: string
  readonly link: string
  readonly at: LocalMinute
  readonly text: string
}

export function pictureOf(blog: Blog, issue: Issue): string {
  return `${blog.home}/wp-content/uploads/${issue.at.slice(0, 4)}/${issue.at.slice(5, 7)}/${issue.number}-1024x576.jpg`
}

/** `2026-11-06T00:20:00+00:00`, as Yoast prints every instant. */
function yoastTime(at: LocalMinute): string {
  return utcTime(at).replace('Z', '+00:00')
}

function feedHead(blog: Blog, title: string, self: string, last: LocalMinute | null): Markup {
  return markup`
	<title>${title}</title>
	<atom:link href="${self}" rel="self" type="application/rss+xml" />
	<link>${blog.home}/</link>
	<description>${blog.tagline}</description>
	${last === null ? null : markup`<lastBuildDate>${greenwichMailTime(last)}</lastBuildDate>`}
	<language>es-MX</language>
	<sy:updatePeriod>
	hourly	</sy:updatePeriod>
	<sy:updateFrequency>
	1	</sy:updateFrequency>
	<generator>https://wordpress.org/?v=6.8.3</generator>`
}

/** The line that Yoast adds to every entry, against copies. */
function yoastFooter(blog: Blog, issue: Issue): Markup {
  return markup`<p>La entrada <a href="${blog.permalink(issue)}">${texturize(issue.title)}</a> se publicó primero en <a href="${blog.home}">${blog.name}</a>.</p>`
}

function feedItem(blog: Blog, issue: Issue): Markup {
  const link = blog.permalink(issue)
  const footer = yoastFooter(blog, issue)
  const excerpt = markup`<p>${texturize(excerptOf(issue, 42, ' […]'))}</p>\n${footer}`
  const body = markup`${issue.paragraphs.map((text) => markup`\n<p>${texturize(text)}</p>\n`)}${footer}\n`
  return markup`
	<item>
		<title>${texturize(issue.title)}</title>
		<link>${link}</link>
					<comments>${link}#respond</comments>
		<dc:creator>${cdata(markup`${issue.byline ?? 'Redacción'}`)}</dc:creator>
		<pubDate>${greenwichMailTime(issue.at)}</pubDate>
				<category>${cdata(markup`${issue.section ?? 'Sin categoría'}`)}</category>
		<guid isPermaLink="false">${blog.home}/?p=${issue.number}</guid>
					<description>${cdata(excerpt)}</description>
		${blog.feedBody === 'full' ? markup`<content:encoded>${cdata(body)}</content:encoded>` : null}
					<wfw:commentRss>${link}feed/</wfw:commentRss>
			<slash:comments>${commentsOn(issue).length}</slash:comments>
	</item>`
}

function looseItem(entry: LooseEntry): Markup {
  return markup`
	<item>
		<title>${texturize(entry.title)}</title>
		<link>${entry.link}</link>
		<dc:creator>${cdata(markup`admin`)}</dc:creator>
		<pubDate>${greenwichMailTime(entry.at)}</pubDate>
		<guid isPermaLink="true">${entry.link}</guid>
					<description>${cdata(markup`<p>${texturize(entry.text)}</p>`)}</description>
	</item>`
}

const ROOT_OPEN = raw(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
	>
`)

/** The feed of notes. `loose` are entries that are no note, in their place by instant. */
export function writeFeed(blog: Blog, issues: readonly Issue[], loose: readonly LooseEntry[]): Markup {
  const entries = [
    ...issues.map((issue) => ({ at: issue.at, item: feedItem(blog, issue) })),
    ...loose.map((entry) => ({ at: entry.at, item: looseItem(entry) })),
  ]
  const listed = entries.toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, blog.feedSize)
  return markup`${ROOT_OPEN}<channel>${feedHead(blog, blog.name, `${blog.home}/feed/`, listed[0]?.at ?? null)}
${listed.map(({ item }) => item)}
</channel>
</rss>
`
}

/** The feed of readers' comments, which many themes announce first. */
export function writeCommentsFeed(blog: Blog, issues: readonly Issue[]): Markup {
  const items = issues.slice(0, 6).flatMap((issue) =>
    commentsOn(issue).map(
      (comment, index) => markup`
	<item>
		<title>Comentario en ${issue.title} por ${comment.name}</title>
		<link>${blog.permalink(issue)}#comment-${issue.number * 10 + index}</link>
		<dc:creator>${cdata(markup`${comment.name}`)}</dc:creator>
		<pubDate>${greenwichMailTime(issue.at)}</pubDate>
		<description>${comment.text}</description>
	</item>`,
    ),
  )
  const title = `Comentarios en: ${blog.name}`
  return markup`${ROOT_OPEN}<channel>${feedHead(blog, title, `${blog.home}/comments/feed/`, null)}
${items}
</channel>
</rss>
`
}

function yoastGraph(blog: Blog, issue: Issue): unknown {
  const url = blog.permalink(issue)
  const words = issue.paragraphs.join(' ').split(/\s+/).length
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': `${url}#article`,
        isPartOf: { '@id': url },
        author: { name: issue.byline ?? 'Redacción', '@id': `${blog.home}/#/schema/person/1` },
        headline: issue.title,
        datePublished: yoastTime(issue.at),
        dateModified: yoastTime(issue.at),
        mainEntityOfPage: { '@id': url },
        wordCount: words,
        commentCount: commentsOn(issue).length,
        publisher: { '@id': `${blog.home}/#organization` },
        thumbnailUrl: pictureOf(blog, issue),
        articleSection: [issue.section ?? 'Sin categoría'],
        inLanguage: 'es-MX',
      },
      {
        '@type': 'WebPage',
        '@id': url,
        url,
        name: `${issue.title} - ${blog.name}`,
        datePublished: yoastTime(issue.at),
        breadcrumb: { '@id': `${url}#breadcrumb` },
      },
      {
        '@type': 'BreadcrumbList',
        '@id': `${url}#breadcrumb`,
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Inicio', item: `${blog.home}/` },
          { '@type': 'ListItem', position: 2, name: issue.title },
        ],
      },
      { '@type': 'WebSite', '@id': `${blog.home}/#website`, url: `${blog.home}/`, name: blog.name },
      { '@type': 'Organization', '@id': `${blog.home}/#organization`, name: blog.name, url: `${blog.home}/` },
    ],
  }
}

/** Head of a listing page. The comments feed comes first when `commentsFirst`. */
export function writeHead(blog: Blog, title: string, commentsFirst: boolean): Markup {
  const notes = markup`<link rel="alternate" type="application/rss+xml" title="${blog.name} &raquo; Feed" href="${blog.home}/feed/" />`
  const comments = markup`<link rel="alternate" type="application/rss+xml" title="${blog.name} &raquo; Feed de los comentarios" href="${blog.home}/comments/feed/" />`
  return markup`<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<link rel="profile" href="https://gmpg.org/xfn/11" />
<title>${title}</title>
${commentsFirst ? [comments, notes] : [notes, comments]}
<link rel='stylesheet' id='theme-style-css' href='${blog.home}/wp-content/themes/noticias/style.css?ver=6.8.3' media='all' />
<link rel="https://api.w.org/" href="${blog.home}/wp-json/" /><link rel="EditURI" type="application/rsd+xml" title="RSD" href="${blog.home}/xmlrpc.php?rsd" />
<meta name="generator" content="WordPress 6.8.3" />`
}

/** What Yoast adds to the head of a note. */
export function writeNoteHead(blog: Blog, issue: Issue): Markup {
  return markup`<!-- This site is optimized with the Yoast SEO plugin v25.4 - https://yoast.com/wordpress/plugins/seo/ -->
<link rel="canonical" href="${blog.permalink(issue)}" />
<meta property="og:locale" content="es_MX" />
<meta property="og:type" content="article" />
<meta property="og:title" content="${issue.title} - ${blog.name}" />
<meta property="og:description" content="${excerptOf(issue, 30, ' […]')}" />
<meta property="og:url" content="${blog.permalink(issue)}" />
<meta property="og:site_name" content="${blog.name}" />
<meta property="article:published_time" content="${yoastTime(issue.at)}" />
<meta property="og:image" content="${pictureOf(blog, issue)}" />
<meta property="og:image:width" content="1024" />
<meta name="author" content="${issue.byline ?? 'Redacción'}" />
<meta name="twitter:card" content="summary_large_image" />
${jsonScript(yoastGraph(blog, issue))}
<!-- / Yoast SEO plugin. -->`
}

/** `wp-sitemap.xml` names its pages; the first holds the oldest notes. */
export function writeSitemap(blog: Blog, issues: readonly Issue[], path: string): Markup | null {
  if (path === '/wp-sitemap.xml') {
    return markup`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${blog.home}/wp-sitemap-posts-post-1.xml</loc></sitemap><sitemap><loc>${blog.home}/wp-sitemap-taxonomies-category-1.xml</loc></sitemap></sitemapindex>`
  }
  if (path !== '/wp-sitemap-posts-post-1.xml') return null
  const oldestFirst = issues.toReversed()
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${oldestFirst.map((issue) => {
    return markup`<url><loc>${blog.permalink(issue)}</loc><lastmod>${yoastTime(issue.at)}</lastmod></url>`
  })}</urlset>`
}
