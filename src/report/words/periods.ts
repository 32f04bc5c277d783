// The length of a period → the words that name it and the one before.
import { addDays } from '../../text/zoned.ts'
import { printPeriod, weekOf } from './dates.ts'
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
const PERIOD: PeriodWords = {
  noun: { one: 'periodo', many: 'periodos' },
  before: 'el periodo anterior',
  current: 'este periodo',
}

export function nameOfPeriod(days: number): PeriodWords {
  if (days === 7) return WEEK
  return days >= 28 && days <= 31 ? MONTH : PERIOD
}

/** `Semana 46` for a week, else the first and last day. `last` is the last local day of the period. */
export function printPeriodName(days: number, last: string): string {
  if (days === 7) return `Semana ${weekOf(addDays(last, -1)).week}`
  return nameOfPeriod(days) === MONTH ? 'Reporte mensual' : 'Reporte del periodo'
}

export const printPeriodDays = (first: string, last: string): string => printPeriod(first, last)
