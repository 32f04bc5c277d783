// What became of each note → how fresh, what was lost, and whether key media were had within ten minutes and others within an hour.
import type { Course, Fate } from './scale-simulation.ts'

export type Figures = {
  readonly notes: number
  /** Minutes from publication until kept; infinite for what was not kept. */
  readonly median: number
  readonly p95: number
  readonly p99: number
  /** Share of notes that no listing ever showed us. */
  readonly lost: number
  /** Share of notes kept within the promise of their medium. */
  readonly inTime: number
}

export type Freshness = { readonly key: Figures; readonly others: Figures; readonly all: Figures }

const MINUTE = 60_000
/** What contracts ask of alerts: ten minutes for key media, an hour for the rest. */
const PROMISE = { key: 10 * MINUTE, others: 60 * MINUTE }

/** Figures of the notes published in `from ≤ at < to`. */
export function measureFreshness(course: Course, from: number, to: number): Freshness {
  const fates = course.fates.filter(({ publishedAt }) => publishedAt >= from && publishedAt < to)
  return {
    key: figuresOf(fates.filter(({ isKey }) => isKey)),
    others: figuresOf(fates.filter(({ isKey }) => !isKey)),
    all: figuresOf(fates),
  }
}

function figuresOf(fates: readonly Fate[]): Figures {
  const ages = Float64Array.from(fates, ({ keptAt, publishedAt }) =>
    keptAt === null ? Number.POSITIVE_INFINITY : keptAt - publishedAt,
  ).sort()
  const inTime = fates.filter(
    ({ isKey, keptAt, publishedAt }) =>
      keptAt !== null && keptAt - publishedAt <= (isKey ? PROMISE.key : PROMISE.others),
  )
  return {
    notes: fates.length,
    median: findPercentile(ages, 0.5) / MINUTE,
    p95: findPercentile(ages, 0.95) / MINUTE,
    p99: findPercentile(ages, 0.99) / MINUTE,
    lost: fates.filter(({ seenAt }) => seenAt === null).length / fates.length,
    inTime: inTime.length / fates.length,
  }
}

/** The least value that at least `share` of them do not pass (nearest rank). NaN of none. */
export function findPercentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
