// One way into an outlet and what was remembered of it → what it lists now, read once.
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { SourceChanged, Unreadable } from '../failure.ts'
import type { Channel, ChannelMemory, PageSelection } from '../model.ts'
import { normalizeAddress } from '../text/addresses.ts'
import { decodeBytes } from '../text/charset.ts'
import { sniffDocument } from './document-kind.ts'
import type { Entry } from './entry.ts'
import { readFeed } from './feed.ts'
import type { Fetched } from './fetched.ts'
import { type Stamp, validatorsFor } from './memory.ts'
import { crawlSection } from './section-crawl.ts'
import { explainEmptySection, isShell, readSectionPage } from './section-page.ts'
import { readSitemap } from './sitemap.ts'
import { requireOk } from './status.ts'
import { readTelegram } from './telegram.ts'
import type { Web } from './web.ts'

/** What a visit found. `entries` is empty when the server said that nothing changed. */
export type Visit = Stamp & {
  readonly entries: readonly Entry[]
  /** Where the listing was really read. */
  readonly listUrl: string
  /** The listing ended before its end; what it had is in `entries`. */
  readonly isTruncated: boolean
}

export type VisitOptions = {
  /** Pages of a listing read at most while none of its notes is known (posts of a busy channel, section pages). */
  readonly maxPages: number
  /** Whether a note is already in the archive; null when nobody can tell, and then one page is read. */
  readonly isKnown: ((url: string) => Promise<boolean>) | null
}

const FEED_ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json;q=0.9,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5'
const MAX_LISTING_BYTES = 24 * 1024 * 1024
/** Children of a sitemap index that are read: the newest, and the next one when it was empty. */
const MAX_CHILDREN = 3

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The text of an answer; `.xml.gz` files are unpacked here, under the same cap. */
function textOf(fetched: Fetched): string {
  const isPacked = fetched.body[0] === 0x1f && fetched.body[1] === 0x8b
  const bytes = isPacked ? unpack(fetched.body) : fetched.body
  return decodeBytes(bytes, fetched.headers['content-type'] ?? null).text
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_LISTING_BYTES })
  } catch (error) {
    const isBomb = error instanceof RangeError
    throw isBomb
      ? new Unreadable('oversized', `la lista comprimida pasa de ${MAX_LISTING_BYTES / 1024 / 1024} MB`)
      : new SourceChanged('una lista comprimida con gzip', 'un archivo dañado')
  }
}

function visitOf(fetched: Fetched, entries: readonly Entry[], isTruncated = false): Visit {
  const isNotModified = fetched.status === 304
  return {
    entries,
    listUrl: fetched.finalUrl,
    isTruncated: isTruncated || fetched.isTruncated,
    isNotModified,
    etag: fetched.headers.etag ?? null,
    lastModified: fetched.headers['last-modified'] ?? null,
    bodySha256: isNotModified ? null : sha256(fetched.body),
  }
}

async function fetchList(
  url: string,
  web: Web,
  headers: Readonly<Record<string, string>>,
  obeysRobots = true,
): Promise<Fetched> {
  const fetched = await web.fetch(url, {
    accept: FEED_ACCEPT,
    headers,
    maxBytes: MAX_LISTING_BYTES,
    obeysRobots,
  })
  requireOk(fetched)
  return fetched
}

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

/** Whether none of the notes on a page is in the archive yet, so that older pages may hold more. */
async function isAllNew(entries: readonly Entry[], base: string, options: VisitOptions): Promise<boolean> {
  if (options.isKnown === null) return false
  for (const { link } of entries) {
    const url = link === null ? null : normalizeAddress(link, base)
    if (url !== null && (await options.isKnown(url))) return false
  }
  return entries.length > 0
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
  if (entries.length === 0) throw explainEmptySection(html, select)
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
  throw explainEmptySection(first.html, channel.select)
}

async function visitTelegram(
  url: string,
  web: Web,
  headers: Readonly<Record<string, string>>,
  options: VisitOptions,
): Promise<Visit> {
  const fetched = await fetchList(url, web, headers)
  if (fetched.status === 304) return visitOf(fetched, [])
  let page = readTelegram(textOf(fetched), fetched.finalUrl)
  const entries = [...page.entries]
  for (let pages = 1; pages < options.maxPages && page.olderUrl !== null; pages++) {
    if (!(await isAllNew(page.entries, fetched.finalUrl, options))) break
    const older = await fetchList(page.olderUrl, web, {})
    page = readTelegram(textOf(older), older.finalUrl)
    entries.push(...page.entries)
  }
  return visitOf(fetched, entries)
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
  }
}
