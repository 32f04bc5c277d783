// Figures of how the municipality stands, each against an example worked by hand.
import { describe, expect, it } from 'vitest'
import type { GroupFigures } from '../../src/model.ts'
import { measureBoletinEffect } from '../../src/score/boletin-effect.ts'
import { compareGroups } from '../../src/score/moved-groups.ts'
import { measurePeriod } from '../../src/score/position.ts'
import { estimateShare } from '../../src/score/share-interval.ts'
import { listSpokespeople } from '../../src/score/spokespeople.ts'
import { measureVisibility } from '../../src/score/visibility.ts'
import { SUBJECTS } from '../match/tala.ts'
import { makeBoletin, makeNote, makeOutlet, makePickup, readNote } from './period.ts'

describe('visibility', () => {
  const sources = [makeOutlet('grande', { tier: 1 }), makeOutlet('chico', { tier: 3 })]

  it('weighs a headline of the first tier as twelve mentions in passing of the third', () => {
    const notes = [
      makeNote('grande', { prominence: 'titular' }),
      makeNote('chico', { prominence: 'incidental' }),
      makeNote('chico', { prominence: 'entrada' }),
    ]
    // 3×1 + 1×.25 + 1×.75 = 4 points; three headlines of the first tier would be 9.
    const { points, share, byTier } = measureVisibility(notes, ['tala'], sources)
    expect(points).toBe(4)
    expect(share).toBeCloseTo(4 / 9, 9)
    expect(byTier.map((tier) => [tier.tier, tier.notes, tier.points])).toEqual([
      [1, 1, 3],
      [2, 0, 0],
      [3, 2, 1],
    ])
  })

  it('has no share, instead of 0, without notes', () => {
    expect(measureVisibility([], ['tala'], sources)).toMatchObject({ points: 0, share: null })
  })
})

describe('a share', () => {
  it('has the interval of Wilson: 7 of 10 is .70, between .40 and .89', () => {
    // By hand: z² = 3.8416; centre (.7 + .19208)/1.38416 = .6445; half 1.96·√((.21 + .09604)/10)/1.38416 = .2477
    const { share, interval } = estimateShare(7, 10)
    expect(share).toBe(0.7)
    expect(interval?.map((bound) => bound.toFixed(3))).toEqual(['0.397', '0.892'])
  })

  it('of nothing is unknown, and of none of few is not surely none', () => {
    expect(estimateShare(0, 0)).toMatchObject({ share: null, interval: null })
    expect(estimateShare(0, 3).interval?.[1]).toBeGreaterThan(0.5)
  })
})

describe('the effect of boletines', () => {
  it('counts who printed each, how much of it and how soon; the municipality’s own site is not press', () => {
    const sources = [makeOutlet('faro'), makeOutlet('sol'), makeOutlet('gobierno', { isOwn: true })]
    const boletines = ['2026/1', '2026/2', '2026/3'].map(makeBoletin)
    const notes = [
      makeNote('faro', { pickups: [makePickup('2026/1', { shareOfBoletin: 0.9, lagHours: 2 })] }),
      makeNote('faro', { pickups: [makePickup('2026/1', { shareOfBoletin: 0.2 })] }),
      makeNote('sol', {
        pickups: [
          makePickup('2026/1', { shareOfBoletin: 0.6, lagHours: 10 }),
          makePickup('2026/2', { shareOfBoletin: 0.4, lagHours: 5 }),
        ],
      }),
      makeNote('gobierno', { pickups: [makePickup('2026/3')] }),
      makeNote('sol', { pickups: [makePickup('2025/9')] }),
    ]
    expect(measureBoletinEffect(boletines, notes, sources)).toMatchObject({
      sent: 3,
      printed: { cases: 2, trials: 3 },
      notes: 3,
      media: 2,
      mediaPerBoletin: 1, // (faro, sol) + (sol) + none, over three
      medianShare: 0.5, // .2 .4 .6 .9
      medianLagHours: 5,
    })
  })

  it('is unknown, not nil, when nothing was sent', () => {
    expect(measureBoletinEffect([], [], [])).toMatchObject({
      printed: { share: null },
      mediaPerBoletin: null,
      medianShare: null,
      medianLagHours: null,
    })
  })
})

describe('groups that moved', () => {
  const group = (id: string, notes: number): GroupFigures => ({
    id,
    name: id,
    figures: measurePeriod(
      Array.from({ length: notes }, () => makeNote('faro')),
      new Date(0),
      new Date(1),
    ),
  })
  const names = Array.from({ length: 20 }, (_, index) => `tema-${index}`)

  it('rose when they more than doubled, and are told first', () => {
    const [first, second] = compareGroups(
      [group('agua', 40), group('obras', 12)],
      [group('agua', 12), group('obras', 11)],
    )
    expect(first).toMatchObject({ id: 'agua', notes: 40, previousNotes: 12, volume: 'mejora' })
    expect(second).toMatchObject({ id: 'obras', volume: 'sin cambio apreciable' })
  })

  it('of twenty topics, one that alone would pass the test is not announced', () => {
    // 20 against 8: two-sided p = .036, below .05 and far above .05/20.
    const after = names.map((id, index) => group(id, index === 0 ? 20 : 10))
    const before = names.map((id, index) => group(id, index === 0 ? 8 : 10))
    expect(compareGroups(after.slice(0, 1), before.slice(0, 1))[0]?.volume).toBe('mejora')
    expect(compareGroups(after, before).map(({ volume }) => volume)).toEqual(
      names.map(() => 'sin cambio apreciable'),
    )
  })

  it('that vanished or appeared are compared too; few notes and no period before give no base', () => {
    const changes = compareGroups([group('salud', 3)], [group('feria', 30)])
    expect(changes.map(({ id, volume }) => [id, volume])).toEqual([
      ['salud', 'sin base'],
      ['feria', 'empeora'],
    ])
    expect(compareGroups([group('agua', 30)], null)[0]).toMatchObject({
      volume: 'sin base',
      balance: 'sin base',
    })
  })
})

describe('spokespeople', () => {
  it('are those who say something, told apart from those who are only named', () => {
    const people = SUBJECTS.filter(({ role }) => role === 'persona')
    const [mayor, other] = people.map(({ aliases, name }) => aliases[0] ?? name)
    const notes = [
      readNote('Anuncian obras en Tala', `“Vamos a terminar en mayo”, dijo ${mayor}.`),
      readNote('Obras en Tala', `${mayor} explicó que la obra costará dos millones.`),
      readNote('Visita en Tala', `A la gira asistió ${mayor}. Los vecinos dijeron que falta agua.`),
      readNote('Cabildo de Tala', `Acompañada de ${mayor}, ${other} informó que habrá sesión.`),
    ]
    const voices = listSpokespeople(notes, SUBJECTS)
    expect(voices.map(({ notes: named, quoted }) => [named, quoted])).toEqual([
      [4, 2],
      [1, 1],
    ])
    expect(voices[0]?.quotedIn).toEqual([notes[0]?.id, notes[1]?.id])
    expect(voices[0]?.tally.neutro).toBe(2)
  })
})
