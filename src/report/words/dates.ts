// Instants and local dates → how they are printed: «20 nov», «viernes 21 de noviembre de 2025», «21:40».
import { localDate, localTime } from '../../text/zoned.ts'

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const
const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const
const DAY_MS = 86_400_000

type Calendar = {
  readonly year: number
  readonly month: string
  readonly day: number
  readonly weekday: string
}

/** Parts of a local date `YYYY-MM-DD`. */
function readDate(date: string): Calendar {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
  return { year, month: MONTHS[month - 1] ?? '', day, weekday: WEEKDAYS[weekday] ?? '' }
}

/** `20 nov`. */
export function printDay(date: string): string {
  const { day, month } = readDate(date)
  return `${day}\u00a0${month.slice(0, 3)}`
}

/** `Viernes 21 de noviembre de 2025`. */
export function printLongDate(date: string): string {
  const { weekday, day, month, year } = readDate(date)
  return `${weekday.charAt(0).toLocaleUpperCase('es')}${weekday.slice(1)} ${day} de ${month} de ${year}`
}

/** `Vie 21 nov 2025`. */
export function printShortDate(date: string): string {
  const { weekday, day, month, year } = readDate(date)
  return `${weekday.charAt(0).toLocaleUpperCase('es')}${weekday.slice(1, 3)} ${day} ${month.slice(0, 3)} ${year}`
}

/** `v 14`: initial of the weekday and day. */
export function printAxisDay(date: string): string {
  const { weekday, day } = readDate(date)
  return `${weekday.charAt(0)}\u00a0${day}`
}

export const weekdayName = (date: string): string => readDate(date).weekday

/** `viernes`, `sábados`: the plural of a weekday. */
export const weekdayPlural = (date: string): string => weekdayName(date).replace(/(?<!s)$/, 's')

/** `6:45`, `21:40`. */
export function printHour(instant: Date, timeZone: string): string {
  const { hour, minute } = localTime(instant, timeZone)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

/** `esta mañana`, `esta tarde`, `esta noche`. */
export function namePartOfDay(instant: Date, timeZone: string): string {
  const { hour } = localTime(instant, timeZone)
  if (hour >= 5 && hour < 12) return 'esta mañana'
  return hour >= 12 && hour < 19 ? 'esta tarde' : 'esta noche'
}

/** A clock time that somebody wrote, `09:00`, as hours are printed: `9:00`. */
export const printClock = (hour: string): string => hour.replace(/^0(?=\d)/, '')

/** `20 nov, 21:40`. */
export const printInstant = (instant: Date, timeZone: string): string =>
  `${printDay(localDate(instant, timeZone))}, ${printHour(instant, timeZone)}`

/** `octubre de 2026`. */
export function printMonth(date: string): string {
  const { month, year } = readDate(date)
  return `${month} de ${year}`
}

/** `oct`. */
export const printAxisMonth = (date: string): string => readDate(date).month.slice(0, 3)

/** `10 al 16 de noviembre de 2025`, `28 de octubre al 3 de noviembre de 2025`. */
export function printPeriod(first: string, last: string): string {
  const from = readDate(first)
  const to = readDate(last)
  if (first === last) return `${to.day} de ${to.month} de ${to.year}`
  if (from.year !== to.year) {
    return `${from.day} de ${from.month} de ${from.year} al ${to.day} de ${to.month} de ${to.year}`
  }
  const opening = from.month === to.month ? `${from.day}` : `${from.day} de ${from.month}`
  return `${opening} al ${to.day} de ${to.month} de ${to.year}`
}

/** `del 10 al 16 de noviembre de 2025`, `el 10 de noviembre de 2025`: a printed period as it stands in a sentence. */
export const inPeriod = (range: string): string => (range.includes(' al ') ? `del ${range}` : `el ${range}`)

/** ISO 8601 week of a local date. */
export function weekOf(date: string): { readonly year: number; readonly week: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const instant = Date.UTC(year, month - 1, day)
  const weekday = (new Date(instant).getUTCDay() + 6) % 7
  const thursday = new Date(instant + (3 - weekday) * DAY_MS)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return {
    year: thursday.getUTCFullYear(),
    week: Math.floor((thursday.getTime() - newYear) / DAY_MS / 7) + 1,
  }
}
