// What outlets with an agreement delivered, each against an example worked by hand.
import { describe, expect, it } from 'vitest'
import type { Convenio, NoteFigures } from '../../src/model.ts'
import { type ConvenioFacts, measureConvenios } from '../../src/score/convenios.ts'
import { makeNote, makeOutlet, makePickup } from './period.ts'

const TIME_ZONE = 'America/Mexico_City'
const at = (local: string) => new Date(`${local}:00-06:00`)
/** A week that ends on Friday 13 November at 6:40. */
const WEEK = { from: at('2026-11-06T06:40'), to: at('2026-11-13T06:40'), unreadDays: new Map() }
const MONTH = { ...WEEK, from: at('2026-11-01T00:00') }

const agree = (
  pieces: number,
  every: 'semana' | 'quincena' | 'mes',
  rest: Partial<Convenio> = {},
  counts: 'boletines' | 'notas' = 'boletines',
): Convenio => ({ name: 'Difusión', since: null, until: null, terms: { pieces, every, counts }, ...rest })

const noteAt = (local: string, pickups: Parameters<typeof makeNote>[1] = {}): NoteFigures => ({
  ...makeNote('faro', pickups),
  capturedAt: at(local),
})

const printing = (
  local: string,
  folio: string,
  kind: 'integra' | 'editada' | 'parcial' | 'citada' = 'integra',
) => noteAt(local, { pickups: [makePickup(folio, { kind })] })

const doubt = (note: NoteFigures): NoteFigures => ({
  ...note,
  mentions: note.mentions.map((mention) => ({ ...mention, belonging: 'dudosa' as const })),
})

function measure(convenio: Convenio | null, facts: Partial<ConvenioFacts> = {}) {
  return measureConvenios({
    sources: [makeOutlet('faro', { convenio })],
    window: WEEK,
    month: MONTH,
    notes: [],
    boletines: Array.from({ length: 40 }, () => ({ sentAt: at('2026-11-10T10:00') })),
    ourSubjects: ['tala'],
    timeZone: TIME_ZONE,
    ...facts,
  })
}

const dueOf = (convenio: Convenio, facts: Partial<ConvenioFacts> = {}) =>
  measure(convenio, facts)[0]?.period?.agreed

describe('what is due', () => {
  it('of a weekly agreement is all of it in a week, and its part of the month so far', () => {
    const [found] = measure(agree(12, 'semana'))
    expect(found?.period?.agreed).toBe(12)
    // By hand: from the 1st at 0:00 to the 13th at 6:40 are 12.28 days; 12.28/7 × 12 = 21.05.
    expect(found?.month?.agreed).toBe(21)
  })

  it('of a longer agreement is its part of the days, without the fraction', () => {
    // By hand: 24 × 7/30 = 5.6; 10 × 7/15 = 4.67, all seven days in the first half of November.
    expect(dueOf(agree(24, 'mes'))).toBe(5)
    expect(dueOf(agree(10, 'quincena'))).toBe(4)
    expect(dueOf(agree(1, 'mes'))).toBe(0)
  })

  it('of half-months is told from the 16th on by the days that are left', () => {
    // By hand: February has 13 days after the 15th; 13 pieces a half-month are one a day there.
    const window = { ...WEEK, from: at('2026-02-16T00:00'), to: at('2026-03-01T00:00') }
    expect(
      dueOf(agree(13, 'quincena'), {
        window,
        boletines: Array.from({ length: 20 }, () => ({ sentAt: at('2026-02-20T10:00') })),
      }),
    ).toBe(13)
  })

  it('is only of the days in which the agreement is in force', () => {
    // By hand: 10, 11 and 12 November and 6:40 hours of the 13th are 3.28 days; 14 a week are two a day.
    expect(dueOf(agree(14, 'semana', { since: '2026-11-10' }))).toBe(6)
    expect(dueOf(agree(14, 'semana', { until: '2026-11-07' }, 'notas'))).toBe(3)
    expect(measure(agree(14, 'semana', { until: '2026-10-31' }))).toEqual([])
    expect(measure(agree(14, 'semana', { since: '2026-11-14' }))).toEqual([])
  })

  it('is never more boletines than were sent', () => {
    const boletines = [{ sentAt: at('2026-11-09T10:00') }, { sentAt: at('2026-11-02T10:00') }]
    const [found] = measure(agree(12, 'semana'), { boletines })
    expect([found?.period?.agreed, found?.month?.agreed]).toEqual([1, 2])
    expect(dueOf(agree(12, 'semana', {}, 'notas'), { boletines })).toBe(12)
  })
})

describe('what was delivered', () => {
  it('is counted in distinct boletines that were published, not in notes', () => {
    const notes = [
      printing('2026-11-07T10:00', '2026/0001'),
      printing('2026-11-08T10:00', '2026/0001', 'parcial'),
      printing('2026-11-08T11:00', '2026/0002', 'editada'),
      printing('2026-11-08T12:00', '2026/0003', 'citada'),
      printing('2026-11-02T10:00', '2026/0004'),
    ]
    const [found] = measure(agree(12, 'semana'), { notes })
    expect(found?.period).toMatchObject({ delivered: 2, pending: 0 })
    expect(found?.period?.noteIds).toEqual(notes.slice(0, 3).map(({ id }) => id))
    expect(found?.month?.delivered).toBe(3)
  })

  it('is counted in notes about the municipality where that was agreed', () => {
    const notes = [noteAt('2026-11-07T10:00'), noteAt('2026-11-08T10:00'), noteAt('2026-11-05T10:00')]
    const [found] = measure(agree(3, 'semana', {}, 'notas'), { notes })
    expect([found?.period?.delivered, found?.month?.delivered]).toEqual([2, 3])
  })

  it('leaves apart what waits for a person, once', () => {
    const notes = [
      printing('2026-11-07T10:00', '2026/0001'),
      doubt(printing('2026-11-07T11:00', '2026/0001')),
      doubt(printing('2026-11-07T12:00', '2026/0002')),
    ]
    expect(measure(agree(12, 'semana'), { notes })[0]?.period).toMatchObject({ delivered: 1, pending: 1 })
  })

  it('is unknown of an agreement that is only named', () => {
    expect(measure({ name: 'Difusión', since: null, until: null, terms: null })).toEqual([
      { sourceId: 'faro', counts: 'boletines', period: null, month: null },
    ])
    expect(measure(null)).toEqual([])
  })
})

it('says in how many days the outlet could not be read, and that only a person brings the notes of one turned off', () => {
  const convenio = agree(12, 'semana')
  const window = { ...WEEK, unreadDays: new Map([['faro', 2]]) }
  const [found] = measure(convenio, { window })
  expect([found?.period?.unreadDays, found?.month?.unreadDays]).toEqual([2, 0])
  const off = measure(convenio, { sources: [makeOutlet('faro', { convenio, isEnabled: false })] })
  expect(off[0]?.period?.unreadDays).toBeNull()
})
