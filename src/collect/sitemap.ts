// The text of a sitemap → the addresses it lists, or the child sitemaps of an index, newest first.
import { Parser } from 'htmlparser2'
import { SourceChanged } from '../failure.ts'
import { describeDocument, sniffDocument } from './document-kind.ts'
import { EMPTY_ENTRY, type Entry } from './entry.ts'
import { plainLine } from './plain-text.ts'

/** `lastModified` is the text as it stands. */
export type SitemapChild = { readonly url: string; readonly lastModified: string | null }

export type Sitemap =
  | { readonly kind: 'addresses'; readonly entries: readonly Entry[]; readonly isTruncated: boolean }
  | { readonly kind: 'index'; readonly children: readonly SitemapChild[] }

/** The protocol's own limit (sitemaps.org). */
const MAX_ADDRESSES = 50_000
const MAX_FIELD = 20_000

const FIELDS = new Set(['loc', 'lastmod', 'publication_date', 'title', 'image:loc'])

/** Children that never list notes: pages, archives, people, pictures. */
const NOT_NOTES =
  /(?:^|[/_.-])(?:page|pages|paginas?|categor\w*|tags?|etiquetas?|autor\w*|author\w*|users?|images?|videos?|estatic\w*|static)[\w-]*(?:sitemap)?[\w-]*\.xml/i

/** `image:loc` must not pass for `loc`; other prefixes (`news:title`) say nothing more than the name. */
function fieldOf(element: string): string {
  const lower = element.toLowerCase()
  return lower === 'image:loc' ? lower : (lower.split(':').at(-1) ?? lower)
}

function isRecord(element: string): boolean {
  const name = fieldOf(element)
  return name === 'url' || name === 'sitemap'
}

type Reading = {
  readonly records: Map<string, string>[]
  record: Map<string, string> | null
  field: string | null
  text: string
  isEnding: boolean
  isTruncated: boolean
}

function closeElement(reading: Reading, element: string): void {
  if (reading.isEnding) reading.isTruncated = true
  if (reading.record !== null && fieldOf(element) === reading.field) {
    const value = reading.text.trim()
    const isKnown = reading.record.has(reading.field)
    if (!isKnown && value !== '' && !reading.isEnding) reading.record.set(reading.field, value)
    reading.field = null
  } else if (reading.record !== null && isRecord(element)) {
    if (reading.record.has('loc')) reading.records.push(reading.record)
    reading.record = null
    if (reading.records.length >= MAX_ADDRESSES) reading.isTruncated = true
  }
}

function readRecords(text: string): Reading {
  const reading: Reading = {
    records: [],
    record: null,
    field: null,
    text: '',
    isEnding: false,
    isTruncated: false,
  }
  const parser = new Parser(
    {
      onopentag: (element) => {
        if (isRecord(element)) reading.record = new Map()
        else if (reading.record !== null && FIELDS.has(fieldOf(element))) {
          reading.field = fieldOf(element)
          reading.text = ''
        }
      },
      ontext: (part) => {
        if (reading.field !== null && reading.text.length < MAX_FIELD) reading.text += part
      },
      onclosetag: (element) => closeElement(reading, element),
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < text.length && !reading.isTruncated; at += 65_536)
    parser.write(text.slice(at, at + 65_536))
  reading.isEnding = true
  parser.end()
  return reading
}

function entryOf(record: ReadonlyMap<string, string>): Entry {
  return {
    ...EMPTY_ENTRY,
    link: record.get('loc') ?? null,
    title: plainLine(record.get('title')),
    date: record.get('publication_date') ?? record.get('lastmod') ?? null,
    image: record.get('image:loc') ?? null,
  }
}

/** One address per line, as the protocol also allows. */
function readLines(text: string): Entry[] {
  const lines = text.split(/\r?\n/, MAX_ADDRESSES).map((line) => line.trim())
  return lines.filter((line) => /^https?:\/\/\S+$/i.test(line)).map((link) => ({ ...EMPTY_ENTRY, link }))
}

/** Numbers of an address as one key: `sitemap-2026-11.xml` over `sitemap-2026-2.xml`, `post-sitemap12` over `…2`. */
function numbersIn(url: string): string {
  return (url.match(/\d+/g) ?? []).map((digits) => digits.padStart(12, '0')).join(' ')
}

/**
 * Orders the children of an index so that the one with today's notes comes first: news sitemaps, then the newest
 * `lastmod`, then the highest numbers in the address (indexes often begin with the oldest). Children that never hold
 * notes (pages, tags, authors) are left out unless there is nothing else.
 */
export function orderChildren(children: readonly SitemapChild[]): SitemapChild[] {
  const withNotes = children.filter(({ url }) => !NOT_NOTES.test(url))
  const isNews = ({ url }: SitemapChild) => (/news|noticia|ultim|google/i.test(url) ? 1 : 0)
  const changedAt = ({ lastModified }: SitemapChild) => Date.parse(lastModified ?? '') || 0
  return (withNotes.length > 0 ? withNotes : [...children]).toSorted(
    (one, other) =>
      isNews(other) - isNews(one) ||
      changedAt(other) - changedAt(one) ||
      numbersIn(other.url).localeCompare(numbersIn(one.url)),
  )
}

/** Reads a sitemap, a news sitemap, an index or a list of addresses; a page or a feed is `SourceChanged`. */
export function readSitemap(text: string): Sitemap {
  const kind = sniffDocument(text)
  if (kind === 'other') {
    const entries = readLines(text)
    if (entries.length > 0) return { kind: 'addresses', entries, isTruncated: false }
  }
  if (kind !== 'sitemap') throw new SourceChanged('un mapa del sitio (sitemap)', describeDocument(kind))
  const { records, isTruncated } = readRecords(text)
  if (!/<(?:[\w-]+:)?sitemapindex[\s>]/i.test(text.slice(0, 65_536))) {
    return { kind: 'addresses', entries: records.map(entryOf), isTruncated }
  }
  const children = records.map((record) => ({
    url: record.get('loc') ?? '',
    lastModified: record.get('lastmod') ?? null,
  }))
  return { kind: 'index', children: orderChildren(children) }
}
