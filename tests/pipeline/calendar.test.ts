import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Brief, Edition, Municipality } from '../../src/model.ts'
import {
  calendarWindow,
  deadlineOf,
  editionDate,
  listDueEditions,
  startOf,
} from '../../src/pipeline/calendar.ts'

const municipality: Municipality = {
  name: 'Tala',
  inegi: null,
  state: 'MX-JAL',
  stateName: 'Jalisco',
  office: 'Comunicación Social',
  timeZone: 'America/Mexico_City',
  contact: 'a@b.mx',
  brandColor: '#1F4B57',
  logo: null,
  subjects: [],
  sections: [],
  holidays: ['11-16'],
  duties: { press: 'Prensa', spokesperson: 'Vocería', before: '10:00' },
}
const daily: Brief = {
  id: 'sintesis',
  title: 'Síntesis',
  kind: 'sintesis',
  format: ['carta'],
  days: 1,
  schedule: { weekdays: [1, 2, 3, 4, 5, 6, 7], deadline: '07:00', weekendDeadline: '09:00' },
}

function editionOf(date: string, to: Date): Edition {
  return { briefId: 'sintesis', date, number: 1, from: to, to, publishedAt: to, files: [], ledgerSha256: '' }
}

const at = (text: string) => new Date(`${text}-06:00`)

describe('the calendar of editions', () => {
  it('keeps the ordinary hour on working days and the later one on weekends and holidays', () => {
    expect(deadlineOf(daily, '2026-11-13', municipality)).toEqual(at('2026-11-13T07:00'))
    expect(deadlineOf(daily, '2026-11-14', municipality)).toEqual(at('2026-11-14T09:00'))
    expect(deadlineOf(daily, '2026-11-16', municipality)).toEqual(at('2026-11-16T09:00'))
  })

  it('makes nothing due before the lead time and the edition of today from then on', () => {
    const due = (now: Date) => listDueEditions([daily], municipality, new Map(), now).map(({ date }) => date)
    expect(due(at('2026-11-13T06:39'))).toEqual([])
    expect(due(at('2026-11-13T06:41'))).toEqual(['2026-11-13'])
    expect(due(at('2026-11-13T18:00'))).toEqual(['2026-11-13'])
  })

  it('never makes an edition due twice', () => {
    const last = new Map([['sintesis', editionOf('2026-11-13', at('2026-11-13T06:41'))]])
    expect(listDueEditions([daily], municipality, last, at('2026-11-13T23:00'))).toEqual([])
    expect(listDueEditions([daily], municipality, last, at('2026-11-14T08:45'))).toHaveLength(1)
  })

  it('publishes on the days the brief names and on no other', () => {
    const friday = { ...daily, schedule: { ...daily.schedule, weekdays: [5] } }
    expect(listDueEditions([friday], municipality, new Map(), at('2026-11-12T12:00'))).toEqual([])
    expect(listDueEditions([friday], municipality, new Map(), at('2026-11-13T12:00'))).toHaveLength(1)
  })

  it('starts a daily edition where the last one ended, after days with the machine off too', () => {
    const lastEnd = at('2026-11-10T06:41')
    const start = startOf(daily, '2026-11-13', at('2026-11-13T06:41'), lastEnd, municipality)
    expect(start).toEqual(lastEnd)
  })

  it('lets no instant fall between two daily editions or into both, whenever each is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 0, max: 20 * 1440 }),
        (delays, minute) => {
          let last: Date | null = null
          const windows = delays.map((delay, day) => {
            const date = `2026-11-${String(day + 2).padStart(2, '0')}`
            const cut = new Date(at(`${date}T06:41`).getTime() + delay * 60_000)
            const from = startOf(daily, date, cut, last, municipality)
            last = cut
            return { from, to: cut }
          })
          const [first] = windows
          const end = windows.at(-1)
          if (first === undefined || end === undefined) return
          const seen = new Date(first.from.getTime() + minute * 60_000)
          const holding = windows.filter(({ from, to }) => from < seen && seen <= to)
          expect(holding).toHaveLength(seen > first.from && seen <= end.to ? 1 : 0)
        },
      ),
    )
  })
})

describe('the calendar of months, quarters and years', () => {
  const by = (period: 'mes' | 'trimestre' | 'anio', monthDay = 1): Brief => ({
    ...daily,
    kind: 'posicionamiento',
    period,
    schedule: { ...daily.schedule, weekdays: [], monthDay },
  })

  it('gives the last whole period, midnight to midnight', () => {
    const windowOf = (period: 'mes' | 'trimestre' | 'anio', date: string, back = 1) =>
      calendarWindow(period, date, back, municipality)
    expect(windowOf('mes', '2026-11-01')).toEqual({
      from: at('2026-10-01T00:00'),
      to: at('2026-11-01T00:00'),
    })
    expect(windowOf('mes', '2026-01-20')).toEqual({
      from: at('2025-12-01T00:00'),
      to: at('2026-01-01T00:00'),
    })
    expect(windowOf('trimestre', '2026-11-15')).toEqual({
      from: at('2026-07-01T00:00'),
      to: at('2026-10-01T00:00'),
    })
    expect(windowOf('trimestre', '2026-02-01', 2)).toEqual({
      from: at('2025-07-01T00:00'),
      to: at('2025-10-01T00:00'),
    })
    expect(windowOf('anio', '2026-01-05')).toEqual({
      from: at('2025-01-01T00:00'),
      to: at('2026-01-01T00:00'),
    })
  })

  it('lets no instant fall between two periods or into both', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('mes', 'trimestre', 'anio'),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 12 }),
        (period, back, month) => {
          const date = `2026-${String(month).padStart(2, '0')}-15`
          const later = calendarWindow(period, date, back, municipality)
          const earlier = calendarWindow(period, date, back + 1, municipality)
          expect(earlier.to).toEqual(later.from)
          expect(earlier.from < earlier.to).toBe(true)
        },
      ),
    )
  })

  it('has one edition of each period, whatever the day that somebody asks for it', () => {
    expect(['2026-11-01', '2026-11-30'].map((date) => editionDate(by('mes', 3), date))).toEqual([
      '2026-11-03',
      '2026-11-03',
    ])
    expect(editionDate(by('trimestre'), '2026-12-24')).toBe('2026-10-01')
    expect(editionDate(daily, '2026-11-30')).toBe('2026-11-30')
  })

  it('is due on its day, is caught up within a week, and is never due twice', () => {
    const due = (brief: Brief, now: string, last = new Map<string, Edition>()) =>
      listDueEditions([brief], municipality, last, at(now)).map(({ date }) => date)
    expect(due(by('mes', 3), '2026-11-02T12:00')).toEqual([])
    expect(due(by('mes', 3), '2026-11-03T06:41')).toEqual(['2026-11-03'])
    expect(due(by('mes', 3), '2026-11-09T12:00')).toEqual(['2026-11-03'])
    expect(due(by('mes', 3), '2026-11-20T12:00')).toEqual([])
    expect(due(by('trimestre'), '2026-11-01T12:00')).toEqual([])
    expect(due(by('trimestre'), '2026-10-01T12:00')).toEqual(['2026-10-01'])
    const last = new Map([['sintesis', editionOf('2026-11-03', at('2026-11-01T00:00'))]])
    expect(due(by('mes', 3), '2026-11-04T12:00', last)).toEqual([])
  })
})
