// Written dates → the instants they mean, and refusals.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findDates, parseDate } from '../../src/text/dates.ts'

const options = { timeZone: 'America/Mexico_City', now: new Date('2026-11-21T18:30:00Z') }
const iso = (text: string) => parseDate(text, options)?.instant.toISOString() ?? null

describe('parseDate reads an instant', () => {
  test.each([
    ['Publicado el sábado 21 de noviembre de 2026 a las 09:04 hrs', '2026-11-21T15:04:00.000Z'],
    ['21 de noviembre del 2026, 9:04 p. m.', '2026-11-22T03:04:00.000Z'],
    ['sábado, 21 noviembre 2026 | 09:04 h', '2026-11-21T15:04:00.000Z'],
    ['21/11/2026 09:04', '2026-11-21T15:04:00.000Z'],
    ['21/11/26 - 09:04:33', '2026-11-21T15:04:33.000Z'],
    ['02/11/2026 09:04', '2026-11-02T15:04:00.000Z'],
    ['21-Nov-2026 09:04 PM', '2026-11-22T03:04:00.000Z'],
    ['Noviembre 21, 2026 9:04 am', '2026-11-21T15:04:00.000Z'],
    ['09:04 | 21/11/2026', '2026-11-21T15:04:00.000Z'],
    ['a las 09:04 hrs. del sábado 21 de noviembre de 2026', '2026-11-21T15:04:00.000Z'],
    ['Creado: 21 Noviembre 2026 9h04', '2026-11-21T15:04:00.000Z'],
    ['2026-11-21T09:04:00', '2026-11-21T15:04:00.000Z'],
    ['2026-11-21 09:04', '2026-11-21T15:04:00.000Z'],
    ['2026-11-21T09:04:00-06:00', '2026-11-21T15:04:00.000Z'],
    ['2026-11-21T09:04:00.123456-0600', '2026-11-21T15:04:00.123Z'],
    ['2026-11-21T15:04:00Z', '2026-11-21T15:04:00.000Z'],
    ['20261121T150400Z', '2026-11-21T15:04:00.000Z'],
    ['2026-11-21T09:04:00CDT', '2026-11-21T14:04:00.000Z'],
    ['Sat, 21 Nov 2026 09:04:00 -0600', '2026-11-21T15:04:00.000Z'],
    ['Sat, 21 Nov 2026 15:04:00 GMT', '2026-11-21T15:04:00.000Z'],
    ['Sat, 21 Nov 2026 09:04:00 CST', '2026-11-21T15:04:00.000Z'],
    ['Sat, 21 Nov 2026 09:04 PT', '2026-11-21T17:04:00.000Z'],
    ['Sáb, 21 nov 2026 09:04:00 -0600', '2026-11-21T15:04:00.000Z'],
    ['Sat Nov 21 09:04:00 CST 2026', '2026-11-21T15:04:00.000Z'],
    ['Sat Nov 21 2026 09:04:00 GMT-0600 (hora estándar central)', '2026-11-21T15:04:00.000Z'],
    ['1795273440', '2026-11-21T15:04:00.000Z'],
    ['1795273440000', '2026-11-21T15:04:00.000Z'],
    ['sábado, 21 de noviembre de 202609:04 hs', '2026-11-21T15:04:00.000Z'],
    ['hace 2 horas', '2026-11-21T16:30:00.000Z'],
    ['Hace una hora', '2026-11-21T17:30:00.000Z'],
    ['hace 15 min', '2026-11-21T18:15:00.000Z'],
    ['Hoy, 09:04', '2026-11-21T15:04:00.000Z'],
    ['ayer a las 14:00 hrs', '2026-11-20T20:00:00.000Z'],
    ['21 de noviembre, 09:04', '2026-11-21T15:04:00.000Z'],
    ['20 noviembre, 2026 a las 8:05 am', '2026-11-20T14:05:00.000Z'],
    ['nov 20, 2026 | 08:05', '2026-11-20T14:05:00.000Z'],
    ['Publicada el 20/11/2026 a las 08:05 h.', '2026-11-20T14:05:00.000Z'],
    ['20 de noviembre de 2026 / 8:05 p.m.', '2026-11-21T02:05:00.000Z'],
    ['8:05 pm · 20 nov. 2026', '2026-11-21T02:05:00.000Z'],
    ['20/11/2026, 08:05:33 p. m.', '2026-11-21T02:05:33.000Z'],
    ['12:00 am, 20/11/2026', '2026-11-20T06:00:00.000Z'],
    ['viernes 20 de noviembre, 18:00 horas', '2026-11-21T00:00:00.000Z'],
    ['HOY 08:05', '2026-11-21T14:05:00.000Z'],
    ['Ayer 20:30', '2026-11-21T02:30:00.000Z'],
    ['hace media hora', '2026-11-21T18:00:00.000Z'],
    ['Hace 1h', '2026-11-21T17:30:00.000Z'],
    ['hace 45 min.', '2026-11-21T17:45:00.000Z'],
    ['vor 2 Stunden', '2026-11-21T16:30:00.000Z'],
    ['il y a 3 heures', '2026-11-21T15:30:00.000Z'],
    ['há 2 horas', '2026-11-21T16:30:00.000Z'],
    ['2 ore fa', '2026-11-21T16:30:00.000Z'],
    ['Gestern, 14:00', '2026-11-20T20:00:00.000Z'],
    ['Dec. 5, 2019 5:30 am ET', '2019-12-05T10:30:00.000Z'],
    ['2019-12-05 10:30:00 +0000 UTC', '2019-12-05T10:30:00.000Z'],
    ['20 novembre 2026 à 8h05', '2026-11-20T14:05:00.000Z'],
    ['20. November 2026, 08:05 Uhr', '2026-11-20T14:05:00.000Z'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected)
    expect(parseDate(text, options)?.hasHour).toBe(true)
  })
})

describe('parseDate reads a day without an hour as its noon', () => {
  test.each([
    ['21/Nov/26', '2026-11-21'],
    ['Por: Marcela Ruiz | 21-11-2026', '2026-11-21'],
    ['Tala, Jal., 1º de noviembre de 2026', '2026-11-01'],
    ['primero de noviembre de 2026', '2026-11-01'],
    ['Sábado 21 de Noviembre del 2026', '2026-11-21'],
    ['Nov 21st, 2026', '2026-11-21'],
    ['21.11.2026', '2026-11-21'],
    ['11/21/2026', '2026-11-21'],
    ['2026/11/21', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['2026年11月21日', '2026-11-21'],
    ['hace 3 días', '2026-11-18'],
    ['anteayer', '2026-11-19'],
    ['24 de diciembre', '2025-12-24'],
    ['Viernes 20 de noviembre', '2026-11-20'],
    ['jueves 20 de noviembre', '2025-11-20'],
    ['Martes, 9 de abril', '2024-04-09'],
    ['05 oct. 2026', '2026-10-05'],
    ['5 set. 2026', '2026-09-05'],
    ['20 de nov de 2026', '2026-11-20'],
    ['1ro de noviembre del año 2026', '2026-11-01'],
    ['20 / 11 / 2026', '2026-11-20'],
    ['20.11.26', '2026-11-20'],
    ['20NOV2026', '2026-11-20'],
    ['8/3/2026', '2026-03-08'],
    ['hace un día', '2026-11-20'],
    ['hace una semana', '2026-11-14'],
    ['hace unos minutos', '2026-11-21'],
    ['hace instantes', '2026-11-21'],
    ['anoche', '2026-11-20'],
    ['8. Jänner 2016', '2016-01-08'],
    ['15 listopada 2019', '2019-11-15'],
    ['5 марта 2019', '2019-03-05'],
    ['2019. november 15.', '2019-11-15'],
    ['2019-Nov-15', '2019-11-15'],
  ])('%s', (text, day) => {
    const parsed = parseDate(text, options)
    expect(parsed).toMatchObject({ hasHour: false, printedDay: day })
    expect(parsed?.instant.toISOString()).toBe(`${day}T18:00:00.000Z`)
  })
})

describe('parseDate refuses what it cannot know', () => {
  test.each([
    '',
    'mañana será otro día',
    'Sat, 21 Nov 2026 09:04:00 XYZ',
    '2026-11-21T09:04:00 QQT',
    '31/02/2026',
    'Wed, 31 Feb 2026 10:00:00 GMT',
    '13/13/2026',
    '2026-11',
    '0001-01-01T00:00:00',
    '1970-01-01T00:00:00Z',
    '10.10.20.30',
    '25',
    'noviembre de 2026',
    'hace 2 meses',
    'hace un año',
    'martes 20 de noviembre',
    '20/11',
    'hace calor',
    '2026-W47',
    'versión 1.2.3',
  ])('«%s»', (text) => {
    expect(parseDate(text, options)).toBeNull()
  })
})

it('reads the month first only where told to, and never with points', () => {
  const day = (text: string) => parseDate(text, { ...options, isMonthFirst: true })?.printedDay
  expect(['04/05/2026', '13/05/2026', '04.05.2026'].map(day)).toEqual([
    '2026-04-05',
    '2026-05-13',
    '2026-05-04',
  ])
})

it('gives a naive time the wall clock of the zone it is told', () => {
  const there = { ...options, timeZone: 'America/Tijuana' }
  expect(parseDate('2026-07-01 09:04', there)?.instant.toISOString()).toBe('2026-07-01T16:04:00.000Z')
})

it('says whether the text itself names its zone', () => {
  expect(parseDate('2026-11-21T09:04:00Z', options)?.hasZone).toBe(true)
  expect(parseDate('2026-11-21T09:04:00', options)?.hasZone).toBe(false)
})

it('keeps the day as printed when the zone moves the instant to another day', () => {
  const parsed = parseDate('2026-11-22T03:04:00Z', options)
  expect(parsed?.printedDay).toBe('2026-11-22')
})

it('parts a year from the day or hour that a page glued to it', () => {
  const found = findDates('Jueves, 19 de noviembre de 202619/11/2026', options)
  expect(found.map(({ printedDay }) => printedDay)).toEqual(['2026-11-19', '2026-11-19'])
})

it('finds every written date of a running text with its place', () => {
  const text = 'Publicado: 20/11/2026 18:00 hrs. Actualizado: 21 de noviembre de 2026 09:04. Folio 123/2026.'
  const found = findDates(text, options)
  expect(found.map(({ printedDay }) => printedDay)).toEqual(['2026-11-20', '2026-11-21'])
  expect(text.slice(found[1]?.start, found[1]?.end)).toBe('21 de noviembre de 2026 09:04')
})

it('reads back any instant written in ISO 8601 with an offset', () => {
  const instants = fc.date({
    min: new Date('1981-01-01'),
    max: new Date('2099-12-30'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instants, fc.integer({ min: -12 * 60, max: 14 * 60 }), (instant, offset) => {
      const wall = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1)
      const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
      const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
      const text = `${wall}${offset < 0 ? '-' : '+'}${hours}:${minutes}`
      expect(iso(text)).toBe(instant.toISOString())
    }),
  )
})

it('takes any text at all without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      parseDate(text, options)
      for (const { start, end } of findDates(text, options)) expect(start).toBeLessThan(end)
    }),
  )
})

it('reads a megabyte of digits and separators', () => {
  expect(findDates('1/'.repeat(500_000), options)).toEqual([])
  expect(findDates('12:00 del '.repeat(100_000), options)).toEqual([])
})
