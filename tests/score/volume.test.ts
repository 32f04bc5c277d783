// How many notes are usual: bounds computed by hand, for outlets of two notes a week and of forty a day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DayVolume, judgeVolume, measureDispersion, predictCount } from '../../src/score/volume.ts'
import { addDays } from '../../src/text/zoned.ts'

/** Days that end on Friday 13 November 2026, one per count, oldest first. */
function listDays(counts: readonly number[]): DayVolume[] {
  return counts.map((notes, index) => ({
    date: addDays('2026-11-13', index - counts.length + 1),
    notes,
    notesByNow: notes,
    isObserved: true,
  }))
}

/** Weeks of the same seven counts. */
const repeatWeek = (week: readonly number[], weeks: number) =>
  Array.from({ length: weeks }, () => week).flat()

describe('the usual range of a count', () => {
  it('is the negative binomial of a Poisson rate estimated from the past, as computed by hand for ten notes a day', () => {
    // 40 notes on four Fridays: μ = 10.125, size 40.5, p = 4/5.
    // P(0) = 0.8^40.5 = 0.000119; P(1) = 40.5·0.2·P(0) = 0.000963; P(2) = 41.5/2·0.2·P(1) = 0.003998;
    // P(3) = 42.5/3·0.2·P(2) = 0.011327. P(≤2) = 0.0051 and P(≤3) = 0.0164: fewer than 3 is too few.
    expect(predictCount(10, 4, 1)).toMatchObject({ expected: 10.125, lower: 3 })
  })

  it('calls no silence of a day or a week too long for two notes a week, and never goes negative', () => {
    // 8 notes in four weeks. A week: size 8.5, p = 4/5, P(0) = 0.8^8.5 = 0.150.
    // Mean − 1.5 σ over its days (8 ones, 20 zeros: mean 0.286, σ 0.452) would be −0.39.
    expect(predictCount(2, 4, 1).lower).toBe(0)
    expect(predictCount(2 / 7, 4, 1).lower).toBe(0)
  })

  it('calls four weeks without a note too long for two notes a week', () => {
    // Size 8.5, p = 1/2: P(0) = 0.5^8.5 = 0.00276; P(1) = 8.5·0.5·P(0) = 0.01174; P(≤1) = 0.0145 > 0.01.
    expect(predictCount(8, 1, 1).lower).toBe(1)
  })

  it('has its upper bound where more has a chance of one in a hundred at most', () => {
    // Nothing on four Fridays: size 0.5, p = 4/5: P(0) = 0.894, P(1) = 0.0894, P(2) = 0.0134; P(≤2) = 0.9973.
    expect(predictCount(0, 4, 1)).toEqual({ expected: 0.125, lower: 0, upper: 2 })
  })

  it('widens with the dispersion of the past', () => {
    const calm = predictCount(10, 4, 1)
    const restless = predictCount(10, 4, 3)
    expect(restless.lower).toBeLessThan(calm.lower)
    expect(restless.upper).toBeGreaterThan(calm.upper)
  })

  const means = fc.double({ min: 0, max: 2_000, noNaN: true })
  const exposures = fc.constantFrom(1, 4 / 3, 2, 3, 4)
  const dispersions = fc.double({ min: 0, max: 20, noNaN: true })

  it('is made of whole counts from 0 and holds the mean, whatever the past', () => {
    fc.assert(
      fc.property(means, exposures, dispersions, (mean, times, dispersion) => {
        const { expected, lower, upper } = predictCount(mean, times, dispersion)
        expect(Number.isInteger(lower) && Number.isInteger(upper)).toBe(true)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(lower).toBeLessThanOrEqual(Math.ceil(expected))
        expect(upper).toBeGreaterThanOrEqual(Math.floor(mean))
      }),
      { numRuns: 300 },
    )
  })

  it('never falls when the outlet published more', () => {
    fc.assert(
      fc.property(means, fc.double({ min: 0, max: 100, noNaN: true }), exposures, (mean, more, times) => {
        const less = predictCount(mean, times, 1)
        const busier = predictCount(mean + more, times, 1)
        expect(busier.lower).toBeGreaterThanOrEqual(less.lower)
        expect(busier.upper).toBeGreaterThanOrEqual(less.upper)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the dispersion of a pattern', () => {
  it("is Pearson's chi-square over its degrees of freedom within weekdays, as computed by hand", () => {
    // Fridays 4, 8, 12, 16: mean 10, χ² = (36 + 4 + 4 + 36)/10 = 8, 3 degrees of freedom.
    const fridays = [4, 8, 12, 16].flatMap((notes) => [...repeatWeek([0], 6), notes])
    expect(measureDispersion(listDays(fridays))).toBeCloseTo(8 / 3)
  })

  it('is never less than that of chance', () => {
    expect(measureDispersion(listDays(repeatWeek([5], 28)))).toBe(1)
    expect(measureDispersion([])).toBe(1)
  })
})

describe('the volume of an outlet', () => {
  it('has no pattern before fourteen observed days', () => {
    expect(judgeVolume(listDays(repeatWeek([9], 14)))).toEqual({ today: null, low: null, isBurst: false })
    expect(judgeVolume(listDays(repeatWeek([9], 15))).today).toMatchObject({ notes: 9, days: 1 })
  })

  it('is low today when an outlet of forty notes a day gives five', () => {
    const { low } = judgeVolume(listDays([...repeatWeek([40], 56), 5]))
    expect(low).toMatchObject({ days: 1, notes: 5, from: '2026-11-13' })
  })

  it('compares a Sunday with Sundays, not with the week', () => {
    // The last day is a Friday: it rests as all Fridays do.
    const week = [20, 20, 20, 20, 20, 20, 1]
    expect(judgeVolume(listDays(repeatWeek(week, 8))).low).toBeNull()
    expect(judgeVolume(listDays([...repeatWeek(week, 7), 20, 20, 20, 20, 20, 1, 1])).low).toMatchObject({
      days: 3,
    })
  })

  it('compares the hours of today that have passed with the same hours of the days before', () => {
    const days = listDays(repeatWeek([40], 57)).map((day) => ({ ...day, notesByNow: 6 }))
    expect(judgeVolume(days).low).toBeNull()
    expect(judgeVolume(days).today).toMatchObject({ notes: 6 })
  })

  it('lets an outlet of two notes a week rest for two weeks and calls it quiet after three', () => {
    const week = [1, 0, 0, 1, 0, 0, 0]
    const silentFor = (days: number) =>
      judgeVolume(listDays([...repeatWeek(week, 8), ...repeatWeek([0], days)]))
    expect(silentFor(14).low).toBeNull()
    // Size 8.5, p = (28/21)/(28/21 + 1) = 0.5714: P(0) = 0.0086.
    expect(silentFor(21).low).toMatchObject({ days: 21, notes: 0, lower: 1 })
  })

  it('is a burst when an outlet of two notes a week gives six in a day', () => {
    expect(judgeVolume(listDays([...repeatWeek([1, 0, 0, 1, 0, 0, 0], 8), 6])).isBurst).toBe(true)
    expect(judgeVolume(listDays([...repeatWeek([1, 0, 0, 1, 0, 0, 0], 8), 1])).isBurst).toBe(false)
  })

  it('does not take days on which the source could not be read for days without notes', () => {
    const days = listDays([...repeatWeek([40], 56), 40]).map((day, index) =>
      index % 7 === 3 ? { ...day, notes: 0, notesByNow: 0, isObserved: false } : day,
    )
    expect(judgeVolume(days)).toMatchObject({ low: null, isBurst: false })
  })

  it('seldom calls chance unusual: of a thousand ordinary days about one in a hundred on each side', () => {
    const draw = makeGenerator(20_261_113)
    let low = 0
    let high = 0
    for (let turn = 0; turn < 1_000; turn += 1) {
      const days = listDays(Array.from({ length: 29 }, () => drawPoisson(4, draw)))
      const { today, isBurst } = judgeVolume(days)
      if (today !== null && today.notes < today.lower) low += 1
      if (isBurst) high += 1
    }
    expect(low).toBeLessThanOrEqual(20)
    expect(high).toBeLessThanOrEqual(20)
    expect(low + high).toBeGreaterThan(0)
  })
})

/** Numbers in 0…1 that are the same each time (mulberry32). */
function makeGenerator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Knuth's method: uniform numbers multiplied until they fall below e^−mean. */
function drawPoisson(mean: number, draw: () => number): number {
  let count = 0
  for (let product = draw(); product > Math.exp(-mean); product *= draw()) count += 1
  return count
}
