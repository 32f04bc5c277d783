// The length of a period → the words that name it and the one before.

import type { Brief, CalendarPeriod } from '../../model.ts'
import { addDays } from '../../text/zoned.ts'
import { printMonth, printPeriod, weekOf } from './dates.ts'
import { capitalize } from './grammar.ts'
import type { Noun } from './numbers.ts'

export type PeriodWords = {
  readonly noun: Noun
  /** `la semana anterior`. */
  readonly before: string
  /** `esta semana`. */
  readonly current: string
}

const WEEK: PeriodWords = {
  noun: { one: 'semana', many: 'semanas' },
  before: 'la semana anterior',
  current: 'esta semana',
}
const MONTH: PeriodWords = {
  noun: { one: 'mes', many: 'meses' },
  before: 'el mes anterior',
  current: 'este mes',
}
const QUARTER: PeriodWords = {
  noun: { one: 'trimestre', many: 'trimestres' },
  before: 'el trimestre anterior',
  current: 'este trimestre',
}
const YEAR: PeriodWords = {
  noun: { one: 'año', many: 'años' },
  before: 'el año anterior',
  current: 'este año',
}
const CALENDAR: Readonly<Record<CalendarPeriod, PeriodWords>> = { mes: MONTH, trimestre: QUARTER, anio: YEAR }
const ORDINALS = ['Primer', 'Segundo', 'Tercer', 'Cuarto'] as const

const PERIOD: PeriodWords = {
  noun: { one: 'periodo', many: 'periodos' },
  before: 'el periodo anterior',
  current: 'este periodo',
}

type Length = Pick<Brief, 'days' | 'period'>

export function nameOfPeriod({ days, period }: Length): PeriodWords {
  if (period !== undefined) return CALENDAR[period]
  if (days === 7) return WEEK
  return days >= 28 && days <= 31 ? MONTH : PERIOD
}

/**
 * `Octubre de 2026`, `Tercer trimestre de 2026`, `Año 2026`; `Semana 46` for a week, else what it is. `last` is the last
 * local day of the period.
 */
export function printPeriodName({ days, period }: Length, last: string): string {
  const [year = 0, month = 1] = last.split('-').map(Number)
  if (period === 'mes') return capitalize(printMonth(last))
  if (period === 'trimestre') return `${ORDINALS[Math.floor((month - 1) / 3)]} trimestre de ${year}`
  if (period === 'anio') return `Año ${year}`
  if (days === 7) return `Semana ${weekOf(addDays(last, -1)).week}`
  return nameOfPeriod({ days }) === MONTH ? 'Reporte mensual' : 'Reporte del periodo'
}

export const printPeriodDays = (first: string, last: string): string => printPeriod(first, last)
