// The HTML of an outlet's front page → its name, its platform and where its feeds may be. Pure.
import type { CheerioAPI } from 'cheerio/slim'
import { normalizeAddress } from '../text/addresses.ts'
import { loadPage } from './load-page.ts'
import { plainLine } from './plain-text.ts'
import { findSiteName } from './site-name.ts'

export type Platform = 'WordPress' | 'Blogger' | 'Arc XP' | 'OEM' | 'Drupal' | 'Joomla' | 'Wix'

export type SiteClues = {
  readonly name: string | null
  readonly platform: Platform | null
  /** Feeds that the page itself announces, comment feeds left out, then the usual places of its platform. */
  readonly feeds: readonly { readonly url: string; readonly evidence: string; readonly isGuess: boolean }[]
  readonly description: string | null
  /** It shows a field for a password. */
  readonly asksToSignIn: boolean
}

const PLATFORMS: readonly (readonly [Platform, RegExp])[] = [
  ['OEM', /oem\.com\.mx|OEM - Organizaci[oó]n Editorial Mexicana/i],
  ['Arc XP', /\/pf\/dist\/|Fusion\.(?:globalContent|contextPath)|arc\/outboundfeeds|arcpublishing/i],
  ['Blogger', /^generator blogger|blogger\.com\/(?:dyn-css|static)|\.blogspot\.com\/feeds\//i],
  ['WordPress', /\/wp-(?:content|includes|json)\/|^generator wordpress/i],
  ['Drupal', /^generator drupal|\/sites\/default\/files\//i],
  ['Joomla', /^generator joomla/i],
  ['Wix', /^generator wix\.com/i],
]

/** Where each platform keeps its feeds, the local section first: outlets of a chain repeat national news in the general one. */
const USUAL_FEEDS: Readonly<Record<Platform | 'otra', readonly string[]>> = {
  WordPress: ['feed/', '?feed=rss2'],
  Blogger: ['feeds/posts/default?alt=rss'],
  'Arc XP': ['arc/outboundfeeds/rss/?outputType=xml'],
  OEM: ['local/rss', 'rss'],
  Drupal: ['rss.xml'],
  Joomla: ['?format=feed&type=rss'],
  Wix: ['blog-feed.xml'],
  otra: ['feed/', 'rss', 'rss.xml', 'feed.xml', 'rss.php', 'atom.xml'],
}

const COMMENTS = /comment|comentario/i
const FEED_TYPES = /application\/(?:rss|atom|rdf|feed)\+(?:xml|json)/i

function announcedFeeds($: CheerioAPI, pageUrl: string): SiteClues['feeds'] {
  const heads = $('link[rel~="alternate"][href]')
    .toArray()
    .filter((link) => FEED_TYPES.test($(link).attr('type') ?? ''))
    .filter((link) => !COMMENTS.test(`${$(link).attr('href')} ${$(link).attr('title')}`))
    .map((link) => ({ href: $(link).attr('href') ?? '', evidence: 'lo anuncia la portada' }))
  const links = $('a[href]')
    .toArray()
    .filter((link) => /(?:^|[/.?=_-])(?:rss|feeds?|atom)(?:$|[/.?=&_-])/i.test($(link).attr('href') ?? ''))
    .slice(0, 5)
    .map((link) => ({ href: $(link).attr('href') ?? '', evidence: 'la portada tiene una liga a él' }))
  return [...heads, ...links].flatMap(({ href, evidence }) => {
    const url = COMMENTS.test(href) ? null : normalizeAddress(href, pageUrl)
    return url === null ? [] : [{ url, evidence, isGuess: false }]
  })
}

/** Feeds are where the site is, and also where the section the analyst named is. */
function usualFeeds(platform: Platform | null, pageUrl: string): SiteClues['feeds'] {
  const folder = new URL(pageUrl).pathname.replace(/[^/]*\.[a-z]+$/i, '').replace(/\/*$/, '/')
  const folders = [...new Set([folder, '/'])]
  return USUAL_FEEDS[platform ?? 'otra'].flatMap((path) =>
    folders.flatMap((base) => {
      const url = normalizeAddress(base + path, pageUrl)
      return url === null
        ? []
        : [{ url, evidence: `es el lugar usual${platform === null ? '' : ` en ${platform}`}`, isGuess: true }]
    }),
  )
}

/** Reads the clues of a front page. Every feed is a guess until it is read. */
export function readSiteClues(html: string, pageUrl: string): SiteClues {
  const $ = loadPage(html)
  const signs = [html, pageUrl, `generator ${$('meta[name="generator"]').attr('content')}`]
  const platform = PLATFORMS.find(([, sign]) => signs.some((text) => sign.test(text)))?.[0] ?? null
  const feeds = new Map<string, SiteClues['feeds'][number]>()
  for (const feed of [...announcedFeeds($, pageUrl), ...usualFeeds(platform, pageUrl)]) {
    if (!feeds.has(feed.url)) feeds.set(feed.url, feed)
  }
  const description = plainLine(
    $('meta[name="description"], meta[property="og:description"]').first().attr('content'),
  )
  return {
    name: findSiteName($, pageUrl),
    platform,
    feeds: [...feeds.values()],
    description,
    asksToSignIn: $('input[type="password"]').length > 0,
  }
}
