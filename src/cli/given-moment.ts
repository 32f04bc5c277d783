// A date as somebody typed it in an option → its instant, and whether its hour is known.
import { Misdeclared } from '../failure.ts'
import { parseDate } from '../text/dates.ts'

export type Moment = { readonly publishedAt: Date | null; readonly isDayOnly?: boolean }

/** Reads «2026-11-06 10:30» or «ayer 18:00». What is no date is `Misdeclared` under the name of its option; null stays unknown. */
export function readMoment(option: string, text: string | null, timeZone: string, now: Date): Moment {
  if (text === null) return { publishedAt: null }
  const read = parseDate(text, { timeZone, now })
  if (read === null) {
    throw new Misdeclared(option, null, null, `«${text}» no es una fecha; escribe «2026-11-06 10:30»`)
  }
  return { publishedAt: read.instant, ...(read.hasHour ? {} : { isDayOnly: true }) }
}
