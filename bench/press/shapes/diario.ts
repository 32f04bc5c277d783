// Diario de los Valles: a regional newspaper on Arc XP. Its feed is HTML unless asked as XML; an old note comes back.
import {
  addDays,
  greenwichMailTime,
  halfDayTime,
  type LocalMinute,
  offsetTime,
  spellDate,
  spellDay,
  utcTime,
} from '../calendar.ts'
import { excerptOf, machineSummary, otherIssues, standingLinks } from '../furniture.ts'
import { cdata, escapeJson, jsonScript, type Markup, markup, raw } from '../markup.ts'
import { type Ask, dayOf, type Issue, slugOf } from '../newsroom.ts'
import { htmlReply, textReply, xmlReply } from '../reply.ts'
import type { Shape } from '../shape.ts'

const HOME = 'http://www.diariodelosvalles.test'
const NAME = 'Diario de los Valles'
const FEED_SIZE = 20
const SECTIONS = ['Municipios', 'Jalisco', 'Seguridad', 'Economía', 'Cultura', 'Deportes', 'Opinión']

/** Days after which the republished note comes back under a new address. */
const REPUBLISHED_AFTER = 8

type Listed = { readonly issue: Issue; readonly at: LocalMinute; readonly url: string }

function sectionOf(issue: Issue): string {
  return slugOf(issue.section ?? 'Municipios')
}

function addressAt(issue: Issue, at: LocalMinute): string {
  return `${HOME}/${sectionOf(issue)}/${at.slice(0, 10).replaceAll('-', '/')}/${issue.slug}/`
}

function addressOf(issue: Issue): string {
  return addressAt(issue, issue.at)
}

function republishedAt(issue: Issue): LocalMinute | null {
  return issue.defects.has('republicada') ? addDays(`${dayOf(issue)}T06:10`, REPUBLISHED_AFTER) : null
}

function listIssues({ issues, now }: Ask): Listed[] {
  return issues
    .flatMap((issue): Listed[] => {
      const again = republishedAt(issue)
      const first = { issue, at: issue.at, url: addressOf(issue) }
      return again === null || again > now
        ? [first]
        : [first, { issue, at: again, url: addressAt(issue, again) }]
    })
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

function pictureOf(issue: Issue): string {
  return `${HOME}/resizer/v2/${issue.number.toString(36).toUpperCase()}Q7PZ5CDFBXH4.jpg`
}

function writeFeed(ask: Ask): Markup {
  const items = listIssues(ask).slice(0, FEED_SIZE)
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title><![CDATA[${NAME}]]></title><link>${HOME}</link><atom:link href="${HOME}/arc/outboundfeeds/rss/" rel="self" type="application/rss+xml"/><description><![CDATA[Últimas noticias]]></description><lastBuildDate>${greenwichMailTime(ask.now)}</lastBuildDate><language>es</language><ttl>1</ttl><sy:updatePeriod>hourly</sy:updatePeriod>${items.map(
    ({ issue, at, url }) =>
      markup`<item><title>${cdata(markup`${issue.title}`)}</title><link>${url}</link><guid isPermaLink="true">${url}</guid><dc:creator>${cdata(markup`${issue.byline ?? NAME}`)}</dc:creator><description>${cdata(markup`${excerptOf(issue, 40)}`)}</description><pubDate>${greenwichMailTime(at)}</pubDate><category>${issue.section ?? 'Municipios'}</category><media:content url="${pictureOf(issue)}" type="image/jpeg" height="270" width="480"/></item>`,
  )}</channel></rss>`
}

function structuredData(issue: Issue, url: string): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: issue.title,
    description: excerptOf(issue, 40),
    datePublished: offsetTime(issue.at),
    dateModified: offsetTime(issue.at),
    articleSection: issue.section ?? 'Municipios',
    author: [{ '@type': 'Person', name: issue.byline ?? 'Redacción', url: `${HOME}/autor/` }],
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: NAME,
      logo: { '@type': 'ImageObject', url: `${HOME}/pf/resources/logo.png?d=214` },
    },
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    image: { '@type': 'ImageObject', url: pictureOf(issue), width: 480, height: 270 },
    isAccessibleForFree: true,
  }
}

/** The whole note once more, as JSON for the browser: what Arc calls the global content. */
function fusionScript(issue: Issue): Markup {
  const content = {
    _id: `${issue.number.toString(36).toUpperCase()}Q7PZ5CDFBXH4`,
    type: 'story',
    headlines: { basic: issue.title },
    display_date: utcTime(issue.at),
    content_elements: issue.paragraphs.map((text) => ({ type: 'text', content: text })),
  }
  const json = escapeJson(JSON.stringify(content))
  return raw(
    `<script id="fusion-metadata" type="application/javascript">window.Fusion=window.Fusion||{};Fusion.arcSite="diario-valles";Fusion.globalContent=${json};</script>`,
  )
}

function page(head: Markup, main: Markup, ask: Ask): Markup {
  return markup`<!DOCTYPE html><html lang="es"><head><meta charSet="UTF-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>${head}<link rel="alternate" type="application/rss+xml" title="${NAME}" href="${HOME}/arc/outboundfeeds/rss/"/><link rel="stylesheet" href="/pf/dist/components/combinations/default.css?d=214"/></head><body class="nd-body"><div id="fusion-app" class="fusion-app | b-default"><header class="b-header"><div class="b-header__top"><span class="b-header__date">${spellDay(ask.now)}</span><a class="b-header__logo" href="/">${NAME}</a><a class="b-header__subscribe" href="/suscripciones/">Suscríbete</a></div><nav class="b-links-bar">${SECTIONS.map(
    (name) => markup`<a class="c-link b-links-bar__link" href="/${slugOf(name)}/">${name}</a>`,
  )}</nav></header><div class="b-right-rail"><section class="b-right-rail__main">${main}</section><aside class="b-right-rail__rail"><div class="arcad">PUBLICIDAD</div><div class="b-top-read"><h2>Lo más visto</h2>${otherIssues(
    ask.issues,
    null,
    5,
    ask.path,
  ).map(
    (issue, index) =>
      markup`<a class="b-top-read__item" href="${addressOf(issue)}"><b>${index + 1}</b> ${issue.title}</a>`,
  )}</div><div class="b-newsletter"><h2>Las claves del día</h2><p>Recibe cada mañana en tu correo lo que pasa en los Valles de Jalisco.</p><button>Quiero recibirlo</button></div><div class="b-services">${standingLinks(
    3,
    'diario',
  ).map(
    ({ title, slug }) => markup`<a href="/servicios/${slug}/">${title}</a>`,
  )}</div></aside></div><footer class="b-footer"><p>${NAME} es una publicación de Editorial Valles de Jalisco, S.A. de C.V. Prohibida la reproducción total o parcial sin autorización.</p><p><a href="/aviso-de-privacidad/">Aviso de privacidad</a> · <a href="/directorio/">Directorio</a> · <a href="/codigo-de-etica/">Código de ética</a></p></footer></div></body></html>`
}

function body(issue: Issue, ask: Ask): Markup {
  const [first, second] = otherIssues(ask.issues, issue, 2, 'inside')
  const link = (other: Issue | undefined, words: string) =>
    other === undefined
      ? null
      : markup`<p class="c-paragraph"><b>${words}: </b><a href="${addressOf(other)}"><b>${other.title}</b></a></p>`
  const summary = markup`<section class="b-ai-summary"><h2>Resumen generado con IA</h2><ul>${machineSummary(
    issue,
  ).map(
    (line) => markup`<li>${line}</li>`,
  )}</ul><small>Este resumen fue elaborado por inteligencia artificial y revisado por la Redacción.</small></section>`
  return markup`<article class="b-article-body article-body-wrapper">${issue.paragraphs.length > 2 ? summary : null}${issue.paragraphs.map(
    (text, index) => [
      markup`<p class="c-paragraph">${text}</p>`,
      index === 1 ? link(first, 'Lee también') : null,
      index === 2
        ? markup`<div class="b-inline-newsletter"><p>Suscríbete a nuestro boletín y recibe las noticias más importantes.</p></div>`
        : null,
      index === 3 ? link(second, 'Te puede interesar') : null,
    ],
  )}</article>`
}

function article(issue: Issue, url: string, ask: Ask): Markup {
  const head = markup`<title>${issue.title} | ${issue.section ?? 'Municipios'} | ${NAME}</title><meta name="description" content="${excerptOf(issue, 40)}"/><link rel="canonical" href="${url}"/><meta property="og:type" content="article"/><meta property="og:url" content="${url}"/><meta property="og:title" content="${issue.title}"/><meta property="og:description" content="${excerptOf(issue, 40)}"/><meta property="og:image" content="${pictureOf(issue)}"/><meta property="og:site_name" content="${NAME}"/><meta property="article:published_time" content="${offsetTime(issue.at)}"/><meta property="article:section" content="${issue.section ?? 'Municipios'}"/><meta name="author" content="${issue.byline ?? 'Redacción'}"/>${jsonScript(structuredData(issue, url))}`
  const main = markup`<a class="c-overline" href="/${sectionOf(issue)}/">${issue.section ?? 'Municipios'}</a><h1 class="b-headline">${issue.title}</h1>${issue.standfirst === null ? null : markup`<h2 class="b-subheadline">${issue.standfirst}</h2>`}<figure class="c-media-item"><img src="${pictureOf(issue)}" alt="" width="800" height="450"/><figcaption class="c-media-item__caption"><span class="c-media-item__title">Archivo</span> <span class="c-media-item__credit">(${NAME})</span></figcaption></figure><div class="b-byline-date"><span class="c-attribution b-byline"><span>Por </span><a class="b-byline__link" href="/autor/${slugOf(issue.byline ?? 'redaccion')}/">${issue.byline ?? 'Redacción'}</a></span><time as="time" class="c-date b-date" dateTime="${offsetTime(issue.at)}">${spellDate(issue.at)} - ${halfDayTime(issue.at)} CST</time></div><div class="b-share"><a href="#">Compartir</a> <a href="#">WhatsApp</a> <a href="#">Guardar</a></div>${body(issue, ask)}<div class="b-tag-list"><a href="/tags/tala/">Tala</a><a href="/tags/valles/">Valles</a></div><section class="b-results-list"><h2>Más de ${issue.section ?? 'Municipios'}</h2>${otherIssues(
    ask.issues,
    issue,
    3,
    'more',
  ).map((other) =>
    card({ issue: other, at: other.at, url: addressOf(other) }),
  )}</section>${fusionScript(issue)}`
  return page(head, main, ask)
}

function card({ issue, url }: Listed): Markup {
  return markup`<article class="b-card"><a href="${url}"><img src="${pictureOf(issue)}" width="240" height="135" alt=""/></a><div><h3 class="c-heading"><a class="c-link" href="${url}">${issue.title}</a></h3><p>${excerptOf(issue, 24)}</p></div></article>`
}

function listing(ask: Ask, title: string, listed: readonly Listed[]): Markup {
  const head = markup`<title>${title} | ${NAME}</title><link rel="canonical" href="${HOME}${ask.path}"/>`
  return page(head, markup`<h1 class="b-section-title">${title}</h1>${listed.slice(0, 25).map(card)}`, ask)
}

/** An index of maps in which the oldest month comes first. */
function writeSitemap({ path, issues }: Ask): Markup | null {
  const months = ['2026-09', '2026-10', '2026-11']
  if (path === '/arc/outboundfeeds/sitemap-index/') {
    return markup`<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${months.map((month) => markup`<sitemap><loc>${HOME}/arc/outboundfeeds/sitemap/${month}/</loc></sitemap>`)}</sitemapindex>`
  }
  const month = /^\/arc\/outboundfeeds\/sitemap\/(\d{4}-\d{2})\/$/.exec(path)?.[1]
  if (month === undefined) return null
  const urls = issues.filter(({ at }) => at.startsWith(month)).toReversed()
  return markup`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((issue) => markup`<url><loc>${addressOf(issue)}</loc><lastmod>${utcTime(issue.at)}</lastmod></url>`)}</urlset>`
}

function answer(ask: Ask) {
  const listed = listIssues(ask)
  if (ask.path === '/') return htmlReply(listing(ask, 'Portada', listed))
  if (/^\/arc\/outboundfeeds\/rss\/?$/.test(ask.path)) {
    return ask.query.get('outputType') === 'xml'
      ? xmlReply(writeFeed(ask))
      : htmlReply(listing(ask, 'RSS', []))
  }
  const sitemap = writeSitemap(ask)
  if (sitemap !== null) return xmlReply(sitemap, 'application/xml')
  const entry = listed.find(({ url }) => url === `${HOME}${ask.path}`)
  if (entry !== undefined) return htmlReply(article(entry.issue, entry.url, ask))
  const section = SECTIONS.find((name) => ask.path === `/${slugOf(name)}/`)
  if (section === undefined) return null
  const own = listed.filter(({ issue }) => sectionOf(issue) === slugOf(section))
  return htmlReply(listing(ask, section, own))
}

const ROBOTS = `User-agent: GPTBot
User-agent: CCBot
Disallow: /

User-agent: *
Disallow: /pf/admin/
Disallow: /suscripciones/

Sitemap: ${HOME}/arc/outboundfeeds/sitemap-index/?outputType=xml
`

export const diario: Shape = {
  hosts: ['www.diariodelosvalles.test'],
  addressOf,
  aliasesOf: (issue) => {
    const again = republishedAt(issue)
    return again === null ? [] : [addressAt(issue, again)]
  },
  style: 'arc.css',
  robots: () => textReply(ROBOTS),
  answer,
  compression: 'br',
}
