// The entries of a listing → the items that are notes of this outlet, and every other one with the reason it is left out.
import type { ChannelKind, Counts, EndedItem, Item, Source } from '../model.ts'
import { hostOf, normalizeAddress, registrableDomain } from '../text/addresses.ts'
import { repairMojibake } from '../text/charset.ts'
import { parseDate } from '../text/dates.ts'
import type { Entry } from './entry.ts'

export type Sorted = { readonly items: readonly Item[]; readonly excluded: readonly EndedItem[] }

export type ListingContext = {
  readonly source: Source
  readonly kind: ChannelKind
  /** The address at which the listing was read: relative links are completed from it. */
  readonly listUrl: string
  readonly seenAt: Date
  /** The listing carries the notes themselves (posts, videos). */
  readonly isWhole: boolean
}

/** Services that carry an outlet's feed under their own name: their domain is nobody's. */
const CARRIERS = new Set([
  'feedburner.com',
  'google.com',
  'rss.app',
  'feedly.com',
  'fetchrss.com',
  'rsshub.app',
])

/** Words of a path under which sites keep lists, not notes. */
const HUBS = new Set(
  'tag tags etiqueta etiquetas tema temas autor autores author authors categoria categorias category seccion secciones section page pagina clima buscar search label archivo archivos'.split(
    ' ',
  ),
)

const FILE = /\.(?:jpe?g|png|gif|webp|svg|pdf|mp3|mp4|m3u8|zip|docx?|xlsx?|xml|rss|json)$/i

function segmentsOf(url: string): string[] {
  return new URL(url).pathname.split('/').filter((segment) => segment !== '')
}

/** A slug of several words or with a number is a note, wherever it hangs. */
function looksLikeNote(slug: string): boolean {
  return slug.split('-').length > 4 || /\d{4,}/.test(slug)
}

/** Why an address is a list of notes and not one, or null. What a feed lists is believed to be a note, if it is a page. */
function hubReason(url: string, kind: ChannelKind): string | null {
  const { search } = new URL(url)
  const segments = segmentsOf(url)
  if (segments.length === 0 && search === '') return 'portada del sitio'
  const last = segments.at(-1) ?? ''
  if (FILE.test(last)) return 'archivo, no página'
  if (kind === 'feed' || kind === 'json') return null
  const hub = segments.findLastIndex((segment) => HUBS.has(segment.toLowerCase()))
  if (hub < 0 || looksLikeNote(last)) return null
  return hub >= segments.length - 2 ? `página índice (/${segments[hub]}/)` : null
}

/** The domains on which an outlet publishes: its own and those of its declared channels. */
export function listOwnDomains(source: Source): Set<string> {
  const declared = source.channels.map(({ url }) => registrableDomain(url))
  return new Set([registrableDomain(source.url), ...declared.filter((domain) => !CARRIERS.has(domain))])
}

type Judge = (url: string) => string | null

/** Posts of accounts stand on the network's domain, or on any when they are found by topic. */
const NETWORKS: ReadonlySet<ChannelKind> = new Set([
  'mastodon',
  'bluesky',
  'facebook',
  'instagram',
  'threads',
  'x',
])

function createJudge({ source, kind, isWhole, listUrl }: ListingContext): Judge {
  const domains = listOwnDomains(source)
  const rules = source.skip.map((pattern) => ({ pattern, test: new RegExp(pattern, 'i') }))
  const seen = new Set<string>()
  const list = normalizeAddress(listUrl)
  return (url) => {
    if (!NETWORKS.has(kind) && !domains.has(registrableDomain(url))) return `otro dominio (${hostOf(url)})`
    const rule = rules.find(({ test }) => test.test(url))
    if (rule !== undefined) return `regla de la fuente: ${rule.pattern}`
    if (url === list) return 'la propia página de la lista'
    const hub = isWhole ? null : hubReason(url, kind)
    if (hub !== null) return hub
    if (seen.has(url)) return 'repetida en la misma lista'
    seen.add(url)
    return null
  }
}

/** Mends double encoding in a text of the listing; null stays null. */
function mend(text: string | null): string | null {
  return text === null ? null : repairMojibake(text).text
}

/** A network that shows views alone shows counts all the same. */
function countsOf({ counts, views }: Entry): Counts | null {
  if (counts !== null || views === null) return counts
  return { views, reactions: null, comments: null, shares: null }
}

function itemOf(entry: Entry, url: string, context: ListingContext): Item {
  const { source, kind, seenAt, isWhole, listUrl } = context
  const counts = countsOf(entry)
  const date = entry.date === null ? null : parseDate(entry.date, { timeZone: source.timeZone, now: seenAt })
  return {
    url,
    channel: kind,
    seenAt,
    title: mend(entry.title),
    summary: mend(entry.summary),
    contentHtml: mend(entry.contentHtml),
    author: mend(entry.author),
    publishedAt: date?.instant ?? null,
    section: mend(entry.section),
    image: entry.image === null ? null : normalizeAddress(entry.image, listUrl),
    isWhole,
    views: entry.views,
    ...(counts === null ? {} : { counts }),
  }
}

/**
 * Sorts the entries of one listing. Each entry ends in `items` or in `excluded` with its reason in Spanish; their
 * lengths add up to the entries given.
 */
export function sortEntries(entries: readonly Entry[], context: ListingContext): Sorted {
  const judge = createJudge(context)
  const items: Item[] = []
  const excluded: EndedItem[] = []
  for (const entry of entries) {
    const url = entry.link === null ? null : normalizeAddress(entry.link, context.listUrl)
    const reason = entry.refusal ?? (url === null ? 'sin liga que se pueda abrir' : judge(url))
    if (url !== null && reason === null) items.push(itemOf(entry, url, context))
    else
      excluded.push({ url: url ?? (entry.link?.slice(0, 500) || context.listUrl), end: 'excluded', reason })
  }
  return { items, excluded }
}
