// How days, hours and periods are printed, in the municipality's own zone.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  printAxisDay,
  printDay,
  printHour,
  printInstant,
  printLongDate,
  printPeriod,
  printShortDate,
  weekdayPlural,
  weekOf,
} from '../../../src/report/words/dates.ts'
import { addDays } from '../../../src/text/zoned.ts'

describe('dates', () => {
  it('prints a day in its four forms', () => {
    expect(printDay('2025-11-20')).toBe('20\u00a0nov')
    expect(printLongDate('2025-11-21')).toBe('Viernes 21 de noviembre de 2025')
    expect(printShortDate('2025-11-22')).toBe('Sáb 22 nov 2025')
    expect(printAxisDay('2025-11-14')).toBe('v\u00a014')
  })

  it('prints hours without a leading zero in the zone of the municipality', () => {
    const instant = new Date('2026-11-13T12:05:00Z')
    expect(printHour(instant, 'America/Mexico_City')).toBe('6:05')
    expect(printHour(instant, 'America/Tijuana')).toBe('4:05')
    expect(printInstant(new Date('2026-11-13T03:40:00Z'), 'America/Mexico_City')).toBe('12\u00a0nov, 21:40')
  })

  it('says a period once what its days share', () => {
    expect(printPeriod('2025-11-10', '2025-11-16')).toBe('10 al 16 de noviembre de 2025')
    expect(printPeriod('2025-10-28', '2025-11-03')).toBe('28 de octubre al 3 de noviembre de 2025')
    expect(printPeriod('2025-12-29', '2026-01-04')).toBe('29 de diciembre de 2025 al 4 de enero de 2026')
  })

  it('makes plurals only of the weekdays that have one', () => {
    expect(weekdayPlural('2025-11-21')).toBe('viernes')
    expect(weekdayPlural('2025-11-22')).toBe('sábados')
  })

  it('counts weeks after ISO 8601', () => {
    expect(weekOf('2025-11-16')).toEqual({ year: 2025, week: 46 })
    expect(weekOf('2027-01-01')).toEqual({ year: 2026, week: 53 })
    expect(weekOf('2024-12-30')).toEqual({ year: 2025, week: 1 })
  })

  it('gives the same week to the seven days from a Monday', () => {
    const monday = fc.integer({ min: 0, max: 5000 }).map((weeks) => addDays('2020-01-06', weeks * 7))
    fc.assert(
      fc.property(monday, fc.integer({ min: 0, max: 6 }), (day, later) => {
        expect(weekOf(addDays(day, later))).toEqual(weekOf(day))
      }),
    )
  })
})
