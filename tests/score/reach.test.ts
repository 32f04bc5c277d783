// Reach worked by hand: every unit, its factors, its ranges, and what is missing when nothing can be said.
import { describe, expect, it } from 'vitest'
import type { Audience } from '../../src/model.ts'
import { estimateReach, explainUnknownReach, type Sighting } from '../../src/score/reach.ts'
import { sumReach } from '../../src/score/reach-sum.ts'
import { makeOutlet } from './period.ts'

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

  it('spreads the visits of a month over 30 days: 48,000 / 30 = 1,600', () => {
    expect(reachOf({ value: 48_000, unit: 'visitas-mes' })).toEqual({
      value: 1600,
      unit: 'personas',
      basis: 'visitas mensuales al medio entre 30 días, cada una contada como una persona',
      source: 'media kit',
      asOf: '2026-03',
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
        'visitas diarias al medio, cada una contada como una persona × 1.2 (viernes) × 0.25 (sección LOCAL)',
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
    unit: 'personas' | 'vistas' = 'personas',
  ) => ({
    reach: { value, unit, basis: '', source: '', asOf: '', ...(range === undefined ? {} : { range }) },
  })

  it('adds people and never views, and counts what it adds', () => {
    expect(sumReach([note(100), note(40), note(7000, undefined, 'vistas'), { reach: null }])).toEqual({
      value: 140,
      range: null,
      notes: 2,
    })
  })

  it('adds least and most, with the value of those without range: 80 + 40 and 150 + 40', () => {
    expect(sumReach([note(100, [80, 150]), note(40)])).toEqual({ value: 140, range: [120, 190], notes: 2 })
  })

  it('is unknown, not zero, when no reach is', () => {
    expect(sumReach([{ reach: null }])).toEqual({ value: null, range: null, notes: 0 })
  })
})
