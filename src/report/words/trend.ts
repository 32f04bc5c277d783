// The points of a trend → its title and the text that stands for it.
import type { TrendPoint } from '../sintesis.ts'
import { countOf, DAYS, printCount } from './numbers.ts'
import { TONE_NOUNS } from './tones.ts'

export const printTrendTitle = (days: number): string => `Notas por día, ${countOf(days, DAYS)}`

/** Measure, period and all values, for who cannot see the columns. */
export function printTrendAlt(points: readonly TrendPoint[]): string {
  const values = points.map(
    ({ label, positive, negative }) =>
      `${label}: ${countOf(positive, TONE_NOUNS.positivo)} y ${countOf(negative, TONE_NOUNS.negativo)}`,
  )
  return `Notas positivas y negativas por día, del ${points[0]?.label ?? ''} al ${points.at(-1)?.label ?? ''}. ${values.join('; ')}.`
}

/** Measure and all values of a small line, for who cannot see it. */
export const printSeriesAlt = (label: string, series: readonly number[]): string =>
  `${label}, ${countOf(series.length, { one: 'periodo', many: 'periodos' })}: ${series.map((value) => printCount(value)).join('; ')}.`
