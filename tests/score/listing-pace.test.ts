// What a listing shows of its outlet's pace: how long it may go unvisited, whether it stands still, what slipped by.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateSafeMinutes, findGap, isStill, planInterval } from '../../src/score/listing-pace.ts'

const NOW = new Date('2026-11-06T12:30:00.000Z')
const DAY = 24 * 60
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

/** A listing of notes as old as that, in minutes, newest first. */
function windowOf(ages: readonly number[], fresh = 0) {
  const published = ages.map(ago)
  return {
    window: {
      size: ages.length,
      fresh,
      dated: ages.length,
      newestAt: published[0] ?? null,
      oldestAt: published.at(-1) ?? null,
    },
    published,
  }
}

const evenly = (count: number, every: number) => Array.from({ length: count }, (_, index) => index * every)

describe('how long an outlet may go unvisited', () => {
  it('is the time in which it published half of its listing', () => {
    const { window, published } = windowOf(evenly(11, 6))
    expect(estimateSafeMinutes(window, published, null)).toBe(36)
  })

  it('follows its fastest stretch, not the night', () => {
    const { window, published } = windowOf([...evenly(7, 10), 500, 540, 580])
    // Five of ten in 50 minutes; the whole listing covers 580, a quarter of it is 145.
    expect(estimateSafeMinutes(window, published, null)).toBe(145)
  })

  it('does not take a batch sent at one instant for a pace that empties the listing', () => {
    const { window, published } = windowOf([5, 5.1, 5.2, 5.3, 5.4, 5.5, DAY, DAY + 5, DAY + 9, 2 * DAY])
    expect(estimateSafeMinutes(window, published, null)).toBeCloseTo((2 * DAY - 5) / 4)
  })

  it('is known from what is new since the last visit when the listing has no dates', () => {
    const { window } = windowOf(evenly(20, 1), 10)
    expect(estimateSafeMinutes({ ...window, dated: 0 }, [], 30)).toBe(30)
  })

  it('is unknown from dates without hours, from a handful of notes and from two visits in a row', () => {
    const days = windowOf(evenly(20, DAY))
    expect(estimateSafeMinutes(days.window, days.published, null)).toBeNull()
    const few = windowOf([1, 5, 9])
    expect(estimateSafeMinutes(few.window, few.published, null)).toBeNull()
    expect(estimateSafeMinutes({ ...few.window, fresh: 3 }, [], 1)).toBeNull()
  })
})

describe('the interval', () => {
  const plan = (everyMinutes: number, safeMinutes: number | null, failures = 0) =>
    planInterval({ everyMinutes, safeMinutes, failures })

  it('is the declared one while the listing lasts longer', () => {
    expect(plan(20, null)).toEqual({ minutes: 20, why: 'declarado' })
    expect(plan(20, 400)).toEqual({ minutes: 20, why: 'declarado' })
  })

  it('shortens to the pace of the listing, never below five minutes', () => {
    expect(plan(60, 14.7)).toEqual({ minutes: 14, why: 'ritmo' })
    expect(plan(60, 3)).toEqual({ minutes: 5, why: 'ritmo' })
  })

  it('says so when even five minutes may be too long', () => {
    expect(plan(60, 2)).toEqual({ minutes: 5, why: 'ritmo-al-limite' })
  })

  it('doubles from the third failed visit on, to four times the declared one and four hours at most', () => {
    expect([2, 3, 4, 5, 99].map((failures) => plan(20, null, failures).minutes)).toEqual([20, 40, 80, 80, 80])
    expect(plan(120, null, 9).minutes).toBe(240)
    expect(plan(DAY, null, 9).minutes).toBe(DAY)
  })

  it('lies between five minutes and the declared one for any source that answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_080 }),
        fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
        fc.integer({ min: 0, max: 2 }),
        (every, safe, failures) => {
          const { minutes } = plan(every, safe, failures)
          expect(minutes).toBeLessThanOrEqual(every)
          expect(minutes).toBeGreaterThanOrEqual(Math.min(5, every))
        },
      ),
    )
  })
})

describe('a gap', () => {
  const before = { visitedAt: ago(60), newestAt: ago(70) }
  const { window } = windowOf(evenly(10, 3))

  it('lies between the newest note of the visit before and the oldest of this one, when nothing listed was known', () => {
    expect(findGap(window, false, NOW, before)).toEqual({ from: ago(70), to: ago(27) })
  })

  it('is told by the hours of the visits when notes have no dates', () => {
    const undated = { ...window, newestAt: null, oldestAt: null }
    expect(findGap(undated, false, NOW, { ...before, newestAt: null })).toEqual({ from: ago(60), to: NOW })
  })

  it('is none when any listed note was known, on the first visit, and when the listing reaches back far enough', () => {
    expect(findGap(window, true, NOW, before)).toBeNull()
    expect(findGap(window, null, NOW, null)).toBeNull()
    expect(findGap({ ...window, oldestAt: ago(90) }, false, NOW, before)).toBeNull()
  })
})

describe('a listing that stands still', () => {
  const still = (count: number, every: number, silence: number) =>
    isStill(windowOf(evenly(count, every).map((age) => age + silence)).window, NOW)

  it('is one of ten notes at two a week after twenty days, not after nineteen', () => {
    // S = 9·3.5 = 31.5 days: (31.5/(31.5 + t))^9.5 ≤ 0.01 from t = 19.65 days on.
    expect(still(10, 3.5 * DAY, 19 * DAY)).toBe(false)
    expect(still(10, 3.5 * DAY, 20 * DAY)).toBe(true)
  })

  it('is none over a weekend, however busy it was on Friday', () => {
    expect(still(20, 10, 2.6 * DAY)).toBe(false)
    expect(still(20, 10, 3 * DAY)).toBe(true)
  })

  it('is one whose newest note is three months old, whatever its pace', () => {
    expect(still(1, 0, 89 * DAY)).toBe(false)
    expect(still(1, 0, 90 * DAY)).toBe(true)
  })

  it('is not told without dates', () => {
    expect(isStill({ size: 9, fresh: 0, dated: 0, newestAt: null, oldestAt: null }, NOW)).toBe(false)
  })
})
