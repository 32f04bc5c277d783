// Reach worked by hand: every unit, its factors, its ranges, and what is missing when nothing can be said.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Audience } from '../../src/model.ts'
import { measurePeriod } from '../../src/score/position.ts'
import { estimateReach, explainUnknownReach, type Sighting } from '../../src/score/reach.ts'
import { sumReach } from '../../src/score/reach-sum.ts'
import { sumSpans } from '../../src/text/spans.ts'
import { makeNote, makeOutlet } from './period.ts'

const SEEN_AT = new Date('2026-11-07T00:00:00.000Z')

/** Friday 6 November 2026, 22:30 in Tala; Saturday already in Greenwich. */
const FRIDAY_NIGHT = new Date('2026-11-07T04:30:00.000Z')

const SEEN: Sighting = { publishedAt: FRIDAY_NIGHT, section: 'Local', seenAt: FRIDAY_NIGHT, views: null }

function reachOf(audience: Omit<Audience, 'source' | 'asOf'> | null, changes: Partial<Sighting> = {}) {
  const stated = audience === null ? null : { ...audience, source: 'media kit', asOf: '2026-03' }
  return estimateReach(makeOutlet('faro', { audience: stated, timeZone: 'America/Mexico_City' }), {
    ...SEEN,
    ...changes,
  })
}

describe('the reach of a note', () => {
  it('is the views that the network shows, in another unit than people, whatever the outlet publishes', () => {
    expect(reachOf({ value: 8000, unit: 'seguidores' }, { views: 312 })).toEqual({
      value: 312,
      unit: 'vistas',
      basis: 'vistas que muestra la red',
      source: 'faro',
      asOf: '2026-11-07',
    })
  })

  it('is unknown without a published audience', () => {
    expect(reachOf(null)).toBeNull()
  })

  it('spreads the visits of a month over 30 days and calls them visits, not people: 48,000 / 30 = 1,600', () => {
    expect(reachOf({ value: 48_000, unit: 'visitas-mes' })).toEqual({
      value: 1600,
      unit: 'visitas',
      basis: 'visitas mensuales al medio entre 30 días; de cuántas personas son, no se sabe',
      source: 'media kit',
      asOf: '2026-03',
    })
  })

  it('turns visits into people by those that each makes in a day: 48,000 / 30 / 1.25 = 1,280', () => {
    const perVisitor = { value: 1.25, range: [1, 1.6], source: 'analítica del sitio' } as const
    // 60,000 / 30 = 2,000 visits at most; fewest people of most visits: 1,500 / 1.6 = 937.5; most of fewest: 2,000 / 1.
    expect(reachOf({ value: 48_000, range: [45_000, 60_000], unit: 'visitas-mes', perVisitor })).toEqual({
      value: 1280,
      range: [938, 2000],
      unit: 'personas',
      basis: 'visitas mensuales al medio entre 30 días ÷ 1.25 por persona y día (analítica del sitio)',
      source: 'media kit',
      asOf: '2026-03',
    })
  })

  it('is a range where only the visits per person are one: 900 a day by 1.5, of 1.2 to 2', () => {
    const perVisitor = { value: 1.5, range: [1.2, 2], source: 'x' } as const
    expect(reachOf({ value: 900, unit: 'visitas-dia', perVisitor })).toMatchObject({
      value: 600,
      range: [450, 750],
      unit: 'personas',
    })
  })

  it('multiplies copies by readers of each: 6,500 × 3.2 = 20,800', () => {
    expect(
      reachOf({ value: 6500, unit: 'ejemplares', perCopy: { value: 3.2, source: 'estudio de lectoría' } }),
    ).toMatchObject({
      value: 20_800,
      basis: 'ejemplares de la edición × 3.2 lectores por ejemplar (estudio de lectoría)',
    })
  })

  it('multiplies followers by the share that sees a post, least by least and most by most', () => {
    const rate = { value: 0.05, range: [0.02, 0.1], source: 'estadísticas de la página' } as const
    // 61,000 × 0.05 = 3,050; 60,000 × 0.02 = 1,200; 62,000 × 0.1 = 6,200.
    expect(
      reachOf({ value: 61_000, range: [60_000, 62_000], unit: 'seguidores', rate }, { section: null }),
    ).toMatchObject({ value: 3050, range: [1200, 6200] })
  })

  it('turns rating points into people of the universe: 2.4 % of 500,000 = 12,000', () => {
    expect(
      reachOf({ value: 2.4, unit: 'rating', universe: { value: 500_000, source: 'INEGI 2020' } }),
    ).toMatchObject({ value: 12_000, basis: 'puntos de rating × 500000 personas, entre 100 (INEGI 2020)' })
  })

  it('weighs the local day and the section as the outlet publishes them: 10,000 × 1.2 × 0.25 = 3,000', () => {
    const weekdays = [1, 1, 1, 1, 1.2, 0.9, 0.9]
    const sections = [{ name: 'LOCAL', share: 0.25 }]
    expect(
      reachOf({ value: 10_000, range: [8000, 12_000], unit: 'visitas-dia', weekdays, sections }),
    ).toMatchObject({
      value: 3000,
      range: [2400, 3600],
      basis:
        'visitas diarias al medio × 1.2 (viernes) × 0.25 (sección LOCAL); de cuántas personas son, no se sabe',
    })
  })

  it('leaves a section of which the outlet says nothing at the whole audience', () => {
    const sections = [{ name: 'Deportes', share: 0.1 }]
    expect(reachOf({ value: 900, unit: 'lectores', sections })).toMatchObject({ value: 900 })
    expect(reachOf({ value: 900, unit: 'lectores', sections }, { section: null })).toMatchObject({
      value: 900,
    })
  })

  it.each([
    ['ejemplares', 'cuántos leen cada ejemplar («perCopy»'],
    ['seguidores', 'qué parte ve cada publicación («rate»'],
    ['rating', 'de cuántas personas («universe»'],
  ] as const)('is unknown for %s alone, and says what is missing', (unit, reason) => {
    const audience = { value: 50, unit, source: 'x', asOf: '2026' }
    expect(reachOf(audience)).toBeNull()
    expect(explainUnknownReach(audience)).toContain(reason)
  })

  it('says that no audience is declared, and nothing when all is known', () => {
    expect(explainUnknownReach(null)).toContain('no tiene audiencia declarada')
    expect(explainUnknownReach({ value: 5, unit: 'lectores', source: 'x', asOf: '2026' })).toBeNull()
  })
})

describe('the sum of a period', () => {
  const note = (
    value: number,
    range?: readonly [number, number],
    unit: 'personas' | 'visitas' | 'vistas' = 'personas',
  ) => ({
    reach: { value, unit, basis: '', source: '', asOf: '', ...(range === undefined ? {} : { range }) },
  })

  it('adds people with people and visits with visits, and counts what it adds', () => {
    const notes = [
      note(100),
      note(40),
      note(7000, undefined, 'vistas'),
      note(900, [800, 1000], 'visitas'),
      { reach: null },
    ]
    expect(sumReach(notes, 'personas')).toEqual({ value: 140, notes: 2 })
    expect(sumReach(notes, 'visitas')).toEqual({ value: 900, range: [800, 1000], notes: 1 })
    expect(
      measurePeriod(
        notes.map((each) => ({ ...makeNote('faro'), ...each })),
        SEEN_AT,
        SEEN_AT,
      ),
    ).toMatchObject({
      reach: 140,
      notesWithReach: 2,
      visits: { value: 900, range: [800, 1000], notes: 1 },
    })
  })

  it('adds least and most, with the value of those without range: 80 + 40 and 150 + 40', () => {
    expect(sumReach([note(100, [80, 150]), note(40)], 'personas')).toEqual({
      value: 140,
      range: [120, 190],
      notes: 2,
    })
  })

  it('is unknown, not zero, when no reach is', () => {
    expect(sumReach([{ reach: null }, note(5, undefined, 'vistas')], 'personas')).toBeNull()
    expect(sumSpans([])).toBeNull()
  })

  it('has its value between its ends, whichever way the notes are grouped', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(9999), fc.nat(999), fc.nat(999), fc.boolean())
        .map(([value, less, more, isEstimate]) => ({
          value,
          ...(isEstimate ? { range: [value - less, value + more] as const } : {}),
        })),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(spans, spans, (some, others) => {
        const whole = sumSpans([...some, ...others])
        const parts = sumSpans([sumSpans(some), sumSpans(others)].filter((part) => part !== null))
        expect(parts).toEqual(whole)
        const [low, high] = whole?.range ?? [whole?.value ?? 0, whole?.value ?? 0]
        expect(low).toBeLessThanOrEqual(whole?.value ?? 0)
        expect(high).toBeGreaterThanOrEqual(whole?.value ?? 0)
      }),
    )
  })
})
