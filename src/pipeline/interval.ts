// One visit's listing and what is remembered of the source → what the listing covered, and how long until the next visit.
import type { Kysely } from 'kysely'
import type { Listing, ListingPart } from '../collect/collect.ts'
import type { Source } from '../model.ts'
import { estimateSafeMinutes, findGap, type Interval, planInterval } from '../score/listing-pace.ts'
import { findItems, type ItemRecord } from '../store/items.ts'
import {
  countFailuresInRow,
  findLastListing,
  findReaches,
  findSafeMinutes,
  type LastListing,
  type VisitWindow,
} from '../store/listed-windows.ts'
import type { Database } from '../store/schema.ts'
import type { SourceInterval } from '../store/sources.ts'
import { listTwins } from './settled.ts'

/** The pace that a source showed counts for this long, so that the same weekday's rush is met prepared. */
const REMEMBERED_DAYS = 7
/** Dates further ahead than this are mistakes and say nothing of pace. */
const CLOCK_SLACK = 3_600_000

type Measured = Omit<VisitWindow, 'sharedWith' | 'reaches'> & { readonly url: string }

/**
 * True of an item that was met before this visit and any that died before it: of the notes of such a one nobody knows yet
 * what else its listing held. `visitedTo` is where the source's last kept visit ended.
 */
export function isMetBefore(source: Source, visitedTo: Date | null, record: ItemRecord): boolean {
  return record.sourceId !== source.id || (visitedTo !== null && record.firstSeen <= visitedTo)
}

/**
 * Measures what a visit saw listed. Do it before the items meet their ends; null when it saw no listing. Channels that
 * are read together are measured each by itself: that one of them overlaps says nothing of what another lost.
 * `visitedTo`, where the last kept visit ended, tells what was met before from what a visit met that died.
 */
export async function measureWindow(
  db: Kysely<Database>,
  source: Source,
  listing: Listing,
  visitedAt: Date,
  visitedTo: Date | null,
): Promise<VisitWindow | null> {
  const { items, excluded } = listing
  if (items.length === 0) return null
  const forms = new Map(items.map(({ url }) => [url, [url, ...listTwins(url)]]))
  const records = await findItems(db, [...[...forms.values()].flat(), ...excluded.map(({ url }) => url)])
  const isSeen = (url: string) =>
    (forms.get(url) ?? [url]).some((form) => {
      const record = records.get(form)
      return record !== undefined && isMetBefore(source, visitedTo, record)
    })
  const last = await findLastListing(db, source.id)
  const reaches = await findReaches(db, source.id)
  const siblings = new Set(source.together?.flat())
  const parts = listing.parts
    .filter((part) => part.items.length > 0)
    .map((part) =>
      measurePart(part, isSeen, visitedAt, siblings.has(part.url) ? (reaches.get(part.url) ?? null) : last),
    )
  return {
    ...joinParts(parts),
    size: items.length,
    fresh: items.filter(({ url }) => !isSeen(url)).length,
    sharedWith: findSharing(
      source.id,
      items.flatMap(({ url }) => records.get(url) ?? []),
    ),
    reaches: parts.map(({ url, newestAt }) => ({ url, newestAt })),
  }
}

function measurePart(
  { url, items, excluded }: ListingPart,
  isSeen: (url: string) => boolean,
  visitedAt: Date,
  before: LastListing | null,
): Measured {
  const fresh = items.filter((item) => !isSeen(item.url)).length
  const published = items
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .filter((date) => date.getTime() <= visitedAt.getTime() + CLOCK_SLACK)
    .toSorted((one, other) => one.getTime() - other.getTime())
  const window = {
    size: items.length,
    fresh,
    dated: published.length,
    newestAt: published.at(-1) ?? null,
    oldestAt: published[0] ?? null,
  }
  const isKnown = fresh < items.length || excluded.some((ended) => isSeen(ended.url))
  const overlaps = before === null ? null : isKnown
  const sinceLast = before === null ? null : (visitedAt.getTime() - before.visitedAt.getTime()) / 60_000
  return {
    ...window,
    url,
    overlaps,
    safeMinutes: estimateSafeMinutes(window, published, sinceLast),
    gap: findGap(window, overlaps, visitedAt, before),
  }
}

/** What several channels saw as one: the shortest patience, and every hour in which any of them may have lost something. */
function joinParts(parts: readonly Measured[]): Omit<Measured, 'url' | 'size' | 'fresh'> {
  const times = (read: (part: Measured) => Date | null | undefined) =>
    parts.flatMap((part) => read(part)?.getTime() ?? [])
  const earliest = (found: readonly number[]) => (found.length === 0 ? null : new Date(Math.min(...found)))
  const latest = (found: readonly number[]) => (found.length === 0 ? null : new Date(Math.max(...found)))
  const from = earliest(times(({ gap }) => gap?.from))
  const to = latest(times(({ gap }) => gap?.to))
  const known = parts.flatMap(({ overlaps }) => overlaps ?? [])
  const safe = parts.flatMap(({ safeMinutes }) => safeMinutes ?? [])
  return {
    dated: parts.reduce((sum, { dated }) => sum + dated, 0),
    newestAt: latest(times(({ newestAt }) => newestAt)),
    oldestAt: earliest(times(({ oldestAt }) => oldestAt)),
    overlaps: known.length === 0 ? null : known.every(Boolean),
    safeMinutes: safe.length === 0 ? null : Math.min(...safe),
    gap: from === null || to === null ? null : { from, to },
  }
}

/** The other source that first listed most of these items. */
function findSharing(sourceId: string, records: readonly ItemRecord[]): VisitWindow['sharedWith'] {
  const others = Map.groupBy(
    records.filter((record) => record.sourceId !== sourceId),
    (record) => record.sourceId,
  )
  const [most] = [...others]
    .map(([other, shared]) => ({ sourceId: other, notes: shared.length }))
    .toSorted((one, other) => other.notes - one.notes)
  return most ?? null
}

/** How long until the next visit and why, once the round of this one is kept. */
export async function planNextVisit(
  db: Kysely<Database>,
  source: Source,
  visitedAt: Date,
): Promise<SourceInterval> {
  const since = new Date(visitedAt.getTime() - REMEMBERED_DAYS * 86_400_000)
  const safeMinutes = await findSafeMinutes(db, source.id, since)
  const failures = await countFailuresInRow(db, source.id)
  const { everyMinutes } = source
  const interval = planInterval({ everyMinutes, safeMinutes, failures })
  return { minutes: interval.minutes, reason: explainInterval(interval, safeMinutes) }
}

function explainInterval({ why }: Interval, safeMinutes: number | null): string {
  const half = Math.max(1, Math.floor(safeMinutes ?? 0))
  switch (why) {
    case 'declarado':
      return 'el declarado'
    case 'ritmo':
      return `su lista puede renovarse a la mitad en ${half} min`
    case 'ritmo-al-limite':
      return `su lista puede renovarse a la mitad en ${half} min, y no se visita más seguido que esto: puede perderse algo entre dos visitas`
    case 'falla':
      return 'se espera más mientras siga con falla'
  }
}
