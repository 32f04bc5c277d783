import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRandom } from '../../bench/random.ts'
import type { Note, ToneLabel, ToneTally } from '../../src/model.ts'
import { measureSpread } from '../../src/score/clustering.ts'
import {
  balanceIntervalOf,
  balanceOf,
  chanceOfBalances,
  chanceOfNotes,
  compareBalance,
  compareVolume,
  imbalanceOf,
  measurePeriod,
  noiseBandOf,
  partOfTime,
} from '../../src/score/position.ts'
import { makeNote } from './period.ts'

function tally(positivo: number, neutro: number, negativo: number, mixto = 0, pending = 0): ToneTally {
  return { positivo, neutro, negativo, mixto, 'sin evaluar': pending }
}

const counts = fc.integer({ min: 0, max: 400 })
const tallies = fc.tuple(counts, counts, counts, counts, counts).map((parts) => tally(...parts))

function figures(of: ToneTally) {
  const empty = measurePeriod([], new Date(0), new Date(1))
  return {
    ...empty,
    tally: of,
    balance: balanceOf(of),
    notes: Object.values(of).reduce((sum, n) => sum + n, 0),
  }
}

describe('the balance of tone', () => {
  it('is positive minus negative per 100 evaluated notes: 14, 15, 8 and 1 mixed give +15.8', () => {
    expect(balanceOf(tally(14, 15, 8, 1))).toBeCloseTo(15.79, 2)
  })

  it('has no base, instead of 0, when nothing was evaluated', () => {
    expect(balanceOf(tally(0, 0, 0, 0, 12))).toBeNull()
    expect(balanceIntervalOf(tally(0, 0, 0))).toBeNull()
  })

  it('keeps notes that were not evaluated out of the denominator', () => {
    expect(balanceOf(tally(3, 0, 1, 0, 96))).toBe(50)
  })

  it('has the interval of Bonett and Price: 14 positive and 8 negative of 38 give −8.9 … +38.9 points', () => {
    // By hand: p = 15/40, q = 9/40, p − q = .15, √((.6 − .0225)/40) = .12016, × 1.96 = .2355
    const [low, high] = balanceIntervalOf(tally(14, 16, 8)) ?? [0, 0]
    expect(low).toBeCloseTo(15 - 23.55, 1)
    expect(high).toBeCloseTo(15 + 23.55, 1)
  })

  it('always lies between −100 and 100 and changes sign when the tones are swapped', () => {
    fc.assert(
      fc.property(tallies, (of) => {
        const balance = balanceOf(of)
        if (balance === null) return
        expect(Math.abs(balance)).toBeLessThanOrEqual(100)
        const swapped = balanceOf({ ...of, positivo: of.negativo, negativo: of.positivo }) ?? 0
        expect(swapped + balance).toBeCloseTo(0, 9)
      }),
    )
  })
})

describe('the coefficient of imbalance', () => {
  it('follows Janis and Fadner with neutrals: f = 20, u = 10, r = 50, t = 50 give 0.08', () => {
    expect(imbalanceOf(tally(20, 20, 10))).toBeCloseTo((400 - 200) / 2500, 10)
  })

  it('is negative when the unfavourable are more, 0 when equal and without base when nothing was evaluated', () => {
    expect(imbalanceOf(tally(10, 20, 20))).toBeCloseTo(-0.08, 10)
    expect(imbalanceOf(tally(7, 1, 7))).toBe(0)
    expect(imbalanceOf(tally(0, 0, 0, 0, 3))).toBeNull()
  })

  it('stays within −1 and 1', () => {
    fc.assert(fc.property(tallies, (of) => Math.abs(imbalanceOf(of) ?? 0) <= 1))
  })
})

describe('a comparison of periods', () => {
  it('does not call noise a change: +15 to +19 with 240 notes is no change', () => {
    const before = figures(tally(80, 117, 43))
    const now = figures(tally(94, 98, 49))
    expect(compareBalance(now, before)).toBe('sin cambio apreciable')
  })

  it('calls a change larger than the noise band by its direction', () => {
    const low = figures(tally(10, 50, 40))
    const high = figures(tally(50, 40, 10))
    expect(compareBalance(high, low)).toBe('mejora')
    expect(compareBalance(low, high)).toBe('empeora')
  })

  it('has no base with fewer than ten evaluated notes in either period', () => {
    expect(noiseBandOf({ tally: tally(5, 4, 0) }, { tally: tally(50, 50, 50) })).toBeNull()
    expect(compareBalance(figures(tally(5, 4, 0)), figures(tally(50, 50, 50)))).toBe('sin base')
  })

  it('compares volumes by the conditional binomial test: 30 against 20 is chance, 40 against 20 is not', () => {
    expect(compareVolume({ notes: 30 }, { notes: 20 })).toBe('sin cambio apreciable')
    expect(compareVolume({ notes: 40 }, { notes: 20 })).toBe('mejora')
    expect(compareVolume({ notes: 20 }, { notes: 40 })).toBe('empeora')
    expect(compareVolume({ notes: 3 }, { notes: 2 })).toBe('sin base')
    expect(compareVolume({ notes: 30_000 }, { notes: 20_000 })).toBe('mejora')
  })

  it('compares months of unequal length by the day: 310 in 31 days are as many as 280 in 28', () => {
    const month = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) })
    const february = month('2026-02-01T06:00Z', '2026-03-01T06:00Z')
    const part = partOfTime(month('2026-03-01T06:00Z', '2026-04-01T06:00Z'), february)
    expect(part).toBeCloseTo(31 / 59, 12)
    // By hand: 3,100 against 2,800 are 100 a day in both; as equal months they would differ by 3.9 deviations.
    expect(compareVolume({ notes: 3_100 }, { notes: 2_800 }, part)).toBe('sin cambio apreciable')
    expect(compareVolume({ notes: 3_100 }, { notes: 2_800 })).toBe('mejora')
    // 30 in 31 days against 30 in 28 are fewer a day, but not more than chance; 2,800 against 2,800 are.
    expect(compareVolume({ notes: 30 }, { notes: 30 }, part)).toBe('sin cambio apreciable')
    expect(compareVolume({ notes: 2_800 }, { notes: 2_800 }, part)).toBe('empeora')
  })
})

describe('notes of the same stories', () => {
  const at = (parts: readonly (readonly [storyId: number, tone: ToneLabel])[]) =>
    parts.map(([storyId, tone]) => ({ ...makeNote('faro', { tone }), storyId }))
  const copies = (storyId: number, count: number, tone: ToneLabel) =>
    Array.from({ length: count }, () => [storyId, tone] as const)
  const apart = (count: number, tone: ToneLabel, from: number) =>
    Array.from({ length: count }, (_, index) => [from + index, tone] as const)

  it('number less than they are: one of six and four alone disperse (36 + 4)/10 = 4', () => {
    expect(measureSpread(at([...copies(1, 6, 'neutro'), ...apart(4, 'neutro', 2)]))).toBe(4)
    expect(measureSpread(at(apart(5, 'neutro', 1)))).toBe(1)
    expect(measureSpread([])).toBe(1)
  })

  it('widen the interval of tone by the root of it: five stories of four copies, by two', () => {
    const notes = at([
      ...copies(1, 4, 'positivo'),
      ...copies(2, 4, 'negativo'),
      ...[3, 4, 5].flatMap((story) => copies(story, 4, 'neutro')),
    ])
    const { balanceInterval, tally: of } = measurePeriod(notes, new Date(0), new Date(1))
    const [low = 0, high = 0] = balanceIntervalOf(of) ?? []
    expect(balanceInterval?.[0]).toBeCloseTo(2 * low, 9)
    expect(balanceInterval?.[1]).toBeCloseTo(2 * high, 9)
  })

  it('are no rise of volume: a boletín that thirty outlets print beside ten notes is not forty against twenty', () => {
    const twenty = measurePeriod(at(apart(20, 'neutro', 1)), new Date(0), new Date(1))
    const copied = measurePeriod(
      at([...copies(100, 30, 'neutro'), ...apart(10, 'neutro', 200)]),
      new Date(0),
      new Date(1),
    )
    const forty = measurePeriod(at(apart(40, 'neutro', 1)), new Date(0), new Date(1))
    expect(compareVolume(forty, twenty)).toBe('mejora')
    expect(compareVolume(copied, twenty)).toBe('sin cambio apreciable')
  })

  it('are announced as a change at most once in twenty where nothing changed, copied or not', () => {
    const random = makeRandom(7)
    const draw = (): Note[] => {
      const stories = 12 + Math.floor(random() * 17)
      return at(
        Array.from({ length: stories }, (_, index) =>
          copies(index, random() < 0.25 ? 6 : 1, random() < 0.5 ? 'positivo' : 'negativo'),
        ).flat(),
      )
    }
    let [volume, tone] = [0, 0]
    const rounds = 400
    for (let round = 0; round < rounds; round++) {
      const one = measurePeriod(draw(), new Date(0), new Date(1))
      const other = measurePeriod(draw(), new Date(0), new Date(1))
      if (chanceOfNotes(one, other) < 0.05) volume += 1
      if (compareBalance(one, other) !== 'sin cambio apreciable') tone += 1
    }
    expect(volume / rounds).toBeLessThan(0.06)
    expect(tone / rounds).toBeLessThan(0.075)
  })

  it('have a chance of five per cent of lying a noise band apart', () => {
    const before = { ...figures(tally(30, 40, 30)), balance: 0 }
    const band = noiseBandOf(before, before) ?? 0
    expect(chanceOfBalances({ ...before, balance: band }, before)).toBeCloseTo(0.05, 4)
    expect(chanceOfBalances({ ...before, balance: 0 }, before)).toBeCloseTo(1, 6)
  })
})
