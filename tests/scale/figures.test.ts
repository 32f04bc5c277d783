// The figures of freshness: percentiles, losses and promises.
import { describe, expect, it } from 'vitest'
import { findPercentile, measureFreshness } from '../../bench/scale-figures.ts'
import type { Course, Fate } from '../../bench/scale-simulation.ts'

const MINUTE = 60_000

function fate(isKey: boolean, keptAfterMinutes: number | null): Fate {
  const at = keptAfterMinutes === null ? null : keptAfterMinutes * MINUTE
  return { isKey, publishedAt: 0, seenAt: at, takenAt: at, keptAt: at }
}

function courseOf(fates: readonly Fate[]): Course {
  return { fates, visits: 1, failedVisits: 0, requests: 1, gaps: 0, busy: 0, occupied: 0 }
}

describe('the figures of freshness', () => {
  it('count what was never kept as never in time, not as absent', () => {
    const { all } = measureFreshness(courseOf([fate(false, 5), fate(false, null)]), 0, 1)
    expect(all).toMatchObject({ notes: 2, lost: 0.5, inTime: 0.5, p99: Number.POSITIVE_INFINITY, median: 5 })
  })

  it('hold key media to ten minutes and the others to an hour', () => {
    const { key, others } = measureFreshness(
      courseOf([fate(true, 11), fate(true, 10), fate(false, 60)]),
      0,
      1,
    )
    expect(key.inTime).toBe(0.5)
    expect(others.inTime).toBe(1)
  })

  it('give percentiles by nearest rank', () => {
    const ages = Float64Array.from({ length: 100 }, (_, n) => n + 1)
    expect([0.5, 0.95, 1].map((share) => findPercentile(ages, share))).toEqual([50, 95, 100])
  })
})
