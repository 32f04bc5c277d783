// One visit's listing and what is remembered of the source → what the listing covered, and how long until the next visit.
import type { Kysely } from 'kysely'
import type { Listing } from '../collect/collect.ts'
import type { Source } from '../model.ts'
import { estimateSafeMinutes, findGap, type Interval, planInterval } from '../score/listing-pace.ts'
import { findItems, type ItemRecord } from '../store/items.ts'
import {
  countFailuresInRow,
  findLastListing,
  findSafeMinutes,
  type VisitWindow,
} from '../store/listed-windows.ts'
import type { Database } from '../store/schema.ts'
import type { SourceInterval } from '../store/sources.ts'
import { listTwins } from './settled.ts'

/** The pace that a source showed counts for this long, so that the same weekday's rush is met prepared. */
const REMEMBERED_DAYS = 7
/** Dates further ahead than this are mistakes and say nothing of pace. */
const CLOCK_SLACK = 3_600_000

/** Measures what a visit saw listed. Do it before the items meet their ends; null when it saw no listing. */
export async function measureWindow(
  db: Kysely<Database>,
  source: Source,
  listing: Listing,
  visitedAt: Date,
): Promise<VisitWindow | null> {
  const { items, excluded } = listing
  if (items.length === 0) return null
  const before = await findLastListing(db, source.id)
  const forms = new Map(items.map(({ url }) => [url, [url, ...listTwins(url)]]))
  const records = await findItems(db, [...[...forms.values()].flat(), ...excluded.map(({ url }) => url)])
  const isSeen = (url: string) => (forms.get(url) ?? [url]).some((form) => records.has(form))
  const fresh = items.filter(({ url }) => !isSeen(url)).length
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
  const isKnown = fresh < items.length || excluded.some(({ url }) => records.has(url))
  const overlaps = before === null ? null : isKnown
  const sinceLast = before === null ? null : (visitedAt.getTime() - before.visitedAt.getTime()) / 60_000
  return {
    ...window,
    overlaps,
    safeMinutes: estimateSafeMinutes(window, published, sinceLast),
    gap: findGap(window, overlaps, visitedAt, before),
    sharedWith: findSharing(
      source.id,
      items.flatMap(({ url }) => records.get(url) ?? []),
    ),
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
