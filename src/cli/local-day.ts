// A day or an hour as somebody typed it → the same, checked against the calendar, or a sentence that says what is wrong.
import { instantOf } from '../text/zoned.ts'

/** True of a day of the calendar as `2026-02-28`; `2026-02-31` is none. */
export function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${text}T`)
}

/** A day of the calendar, as it was typed. `option` names it: `--from`. @throws Error in Spanish. */
export function readDay(text: string, option: string): string {
  if (isDay(text)) return text
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new Error(`«${text}» no está en el calendario (${option}): revisa el mes y el día.`)
  throw new Error(`«${text}» no sirve como fecha (${option}): escribe AAAA-MM-DD, como 2026-11-13.`)
}

/** A day that is not after today. @throws Error in Spanish. */
export function readPastDay(text: string, option: string, today: string): string {
  const day = readDay(text, option)
  if (day > today) throw new Error(`«${day}» todavía no llega (${option}): escribe hoy, ${today}, o antes.`)
  return day
}

/** An hour of a zone, as `2026-11-13T14:00`. @throws Error in Spanish. */
export function readLocalHour(text: string, option: string, timeZone: string): Date {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})$/.exec(text)
  const [, date = '', hour = '', minute = ''] = found ?? []
  if (found === null || Number(hour) > 23 || Number(minute) > 59)
    throw new Error(
      `«${text}» no sirve como hora (${option}): escribe AAAA-MM-DDTHH:MM, como 2026-11-13T14:00.`,
    )
  const [year = 0, month = 1, day = 1] = readDay(date, option).split('-').map(Number)
  return instantOf({ year, month, day, hour: Number(hour), minute: Number(minute) }, timeZone)
}
