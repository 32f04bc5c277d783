// The dates of an export, which say day and month in an order of their own → that order, and each date as an instant.
import { parseDate } from '../text/dates.ts'
import { instantOf } from '../text/zoned.ts'

export type DayOrder = 'month-first' | 'day-first'

const NUMERIC = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?/

function readNumeric(text: string, order: DayOrder, timeZone: string): Date | null {
  const match = NUMERIC.exec(text.trim())
  if (match === null) return null
  const [one, other, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const [month, day] = order === 'month-first' ? [one, other] : [other, one]
  const isReal =
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (!isReal) return null
  const hour = Number(match[4] ?? 12)
  return instantOf({ year, month, day, hour, minute: Number(match[5] ?? 0) }, timeZone)
}

/**
 * Meta writes `11/06/2026 10:30`, month first, in whatever language; a spreadsheet that opened and saved the file in
 * Mexico writes day first. All rows are of one order: the one in which all are real days and none lies ahead; when both
 * are, the one in which the posts lie closer together; when they lie equally close, Meta's own.
 */
export function chooseDayOrder(texts: readonly string[], timeZone: string, now: Date): DayOrder {
  const numeric = texts.filter((text) => NUMERIC.test(text.trim()))
  const judge = (order: DayOrder) => {
    const read = numeric.map(
      (text) => readNumeric(text, order, timeZone)?.getTime() ?? Number.POSITIVE_INFINITY,
    )
    const wrong = read.filter((at) => at > now.getTime() + 86_400_000).length
    return { wrong, spread: numeric.length === 0 ? 0 : Math.max(...read) - Math.min(...read) }
  }
  const month = judge('month-first')
  const day = judge('day-first')
  if (month.wrong !== day.wrong) return month.wrong < day.wrong ? 'month-first' : 'day-first'
  return day.spread < month.spread ? 'day-first' : 'month-first'
}

/** One date of an export; null when it is none. */
export function readExportDate(text: string, order: DayOrder, timeZone: string, now: Date): Date | null {
  return NUMERIC.test(text.trim())
    ? readNumeric(text, order, timeZone)
    : (parseDate(text, { timeZone, now })?.instant ?? null)
}
