// One way into an outlet and what was remembered of it → what it lists now, read once.
import { SourceChanged } from '../failure.ts'
import type { Channel, ChannelMemory, PageSelection } from '../model.ts'
import { visitBluesky } from './bluesky.ts'
import { sniffDocument } from './document-kind.ts'
import { visitFacebook } from './facebook.ts'
import { readFeed } from './feed.ts'
import { visitGoogleNews } from './google-news.ts'
import { visitInstagram } from './instagram.ts'
import { visitJson } from './json-list.ts'
import { visitMastodon } from './mastodon.ts'
import { validatorsFor } from './memory.ts'
import { isAllNew, readOlderPages } from './older-pages.ts'
import { crawlSection } from './section-crawl.ts'
import { explainEmptySection, isShell, readSectionPage } from './section-page.ts'
import { readSitemap } from './sitemap.ts'
import { requireOk } from './status.ts'
import { readTelegram } from './telegram.ts'
import { visitThreads } from './threads.ts'
import { fetchList, sha256, textOf, type Visit, type VisitOptions, visitOf } from './visit.ts'
import type { Web } from './web.ts'
import { visitX } from './x.ts'

/** Children of a sitemap index that are read: the newest, and the next one when it was empty. */
const MAX_CHILDREN = 3

async function readChildren(urls: readonly string[], base: string, web: Web): Promise<Visit | null> {
  let best: Visit | null = null
  for (const url of urls.slice(0, MAX_CHILDREN)) {
    if (!URL.canParse(url, base)) continue
    const fetched = await fetchList(new URL(url, base).href, web, {})
    const child = readSitemap(textOf(fetched))
    if (child.kind === 'index') continue
    best = visitOf(fetched, child.entries, child.isTruncated)
    if (child.entries.length > 0) return best
  }
  return best
}

/** Feed or sitemap, whatever it was declared as: outlets list a feed as their sitemap, and the reverse. */
async function visitDocument(
  { url, kind }: { readonly url: string; readonly kind: 'feed' | 'sitemap' | 'youtube' },
  web: Web,
  headers: Readonly<Record<string, string>>,
): Promise<Visit> {
  // YouTube publishes its channels' feeds for readers and closes them to search engines.
  const fetched = await fetchList(url, web, headers, kind !== 'youtube')
  if (fetched.status === 304) return visitOf(fetched, [])
  const text = textOf(fetched)
  const found = sniffDocument(text)
  const isSitemap = found === 'sitemap' || (kind === 'sitemap' && found !== 'feed' && found !== 'json')
  if (!isSitemap) {
    const feed = await readFeed(text)
    return visitOf(fetched, feed.entries, feed.isTruncated)
  }
  const sitemap = readSitemap(text)
  if (sitemap.kind === 'addresses') return visitOf(fetched, sitemap.entries, sitemap.isTruncated)
  const child = await readChildren(
    sitemap.children.map((each) => each.url),
    fetched.finalUrl,
    web,
  )
  if (child === null) throw new SourceChanged('un mapa del sitio con notas', 'un índice sin mapas que leer')
  return { ...child, etag: null, lastModified: null } // the index may stand still while its children change
}

async function renderSection(
  url: string,
  select: PageSelection,
  waitFor: string | null,
  web: Web,
): Promise<Visit> {
  const fetched = await web.render(url, { waitFor })
  requireOk(fetched)
  const html = textOf(fetched)
  const entries = readSectionPage(html, select)
  if (entries.length === 0) throw explainEmptySection(html, select, fetched.finalUrl)
  // A rendered page is never twice the same to the byte: what it lists is.
  const bodySha256 = sha256(Buffer.from(JSON.stringify(entries)))
  return { ...visitOf(fetched, entries), etag: null, lastModified: null, bodySha256 }
}

async function visitSection(
  channel: { readonly url: string; readonly select: PageSelection },
  web: Web,
  headers: Readonly<Record<string, string>>,
  options: VisitOptions,
): Promise<Visit> {
  const pages = await crawlSection(channel.url, web, {
    headers,
    maxPages: options.isKnown === null ? 1 : options.maxPages,
    wantsMore: (html) => isAllNew(readSectionPage(html, channel.select), channel.url, options),
  })
  const [first] = pages
  if (first === undefined)
    throw new SourceChanged('una página de sección', 'una página que solo manda a otra')
  if (first.fetched.status === 304) return visitOf(first.fetched, [])
  const entries = pages.flatMap(({ html }) => readSectionPage(html, channel.select))
  if (entries.length > 0) return visitOf(first.fetched, entries)
  if (isShell(first.html) && (await web.canRender())) {
    return renderSection(channel.url, channel.select, null, web)
  }
  throw explainEmptySection(first.html, channel.select, first.fetched.finalUrl)
}

async function visitTelegram(
  url: string,
  web: Web,
  headers: Readonly<Record<string, string>>,
  options: VisitOptions,
): Promise<Visit> {
  const fetched = await fetchList(url, web, headers)
  if (fetched.status === 304) return visitOf(fetched, [])
  const first = readTelegram(textOf(fetched), fetched.finalUrl)
  const readOlder = async (older: string) => {
    const answer = await fetchList(older, web, {})
    return readTelegram(textOf(answer), answer.finalUrl)
  }
  return visitOf(fetched, await readOlderPages(first, readOlder, fetched.finalUrl, options))
}

/**
 * Reads what a channel lists. `memory` makes the request conditional, except on every fifth visit. Throws `Later`,
 * `Unreadable` or `SourceChanged` with the reason in Spanish.
 */
export async function visitChannel(
  channel: Channel,
  web: Web,
  memory: ChannelMemory | null,
  options: VisitOptions,
): Promise<Visit> {
  const headers = validatorsFor(memory)
  switch (channel.kind) {
    case 'feed':
    case 'sitemap':
    case 'youtube':
      return visitDocument(channel, web, headers)
    case 'telegram':
      return visitTelegram(channel.url, web, headers, options)
    case 'page':
      return visitSection(channel, web, headers, options)
    case 'browser':
      return renderSection(channel.url, channel.select, channel.waitFor, web)
    case 'json':
      return visitJson(channel, web, headers)
    case 'mastodon':
      return visitMastodon(channel.url, web, headers, options)
    case 'bluesky':
      return visitBluesky(channel, web, options)
    case 'facebook':
      return visitFacebook(channel, web, options)
    case 'instagram':
      return visitInstagram(channel, web, options)
    case 'threads':
      return visitThreads(channel, web, options)
    case 'x':
      return visitX(channel, web, memory, options)
    case 'google-news':
      return visitGoogleNews(channel.url, web, headers)
  }
}
