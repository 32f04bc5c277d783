// Local minutes of the sample press (`YYYY-MM-DDTHH:MM`, UTC−6 all year) ↔ instants, and the ways in which sites write them.

/** `YYYY-MM-DDTHH:MM` in America/Mexico_City, which has had no summer time since October 2022. */
export type LocalMinute = string

const OFFSET_MS = 6 * 3_600_000
const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado']
export const MONTHS = [
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
]

export function instantOf(at: LocalMinute): Date {
  return new Date(`${at}:00-06:00`)
}

export function localMinute(instant: Date): LocalMinute {
  return new Date(instant.getTime() - OFFSET_MS).toISOString().slice(0, 16)
}

export function addDays(at: LocalMinute, days: number): LocalMinute {
  return localMinute(new Date(instantOf(at).getTime() + days * 86_400_000))
}

/** Year, month, day, hour, minute as they are read on the wall, and 0 Sunday … 6 Saturday. */
export function readMinute(at: LocalMinute) {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = at.split(/\D/).map(Number)
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
}

export function weekdayName(at: LocalMinute): string {
  return WEEKDAYS[readMinute(at).weekday] ?? ''
}

export function monthName(at: LocalMinute): string {
  return MONTHS[readMinute(at).month - 1] ?? ''
}

/** `5 de noviembre de 2026`. */
export function spellDate(at: LocalMinute): string {
  const { year, day } = readMinute(at)
  return `${day} de ${monthName(at)} de ${year}`
}

/** `jueves 5 de noviembre de 2026`. */
export function spellDay(at: LocalMinute): string {
  return `${weekdayName(at)} ${spellDate(at)}`
}

/** `05/11/2026`: day first, as everybody writes it in Mexico. */
export function slashDate(at: LocalMinute): string {
  return at.slice(0, 10).split('-').reverse().join('/')
}

/** `18:20`. */
export function clockTime(at: LocalMinute): string {
  return at.slice(11)
}

/** `6:20 pm`. */
export function halfDayTime(at: LocalMinute): string {
  const { hour } = readMinute(at)
  return `${hour % 12 === 0 ? 12 : hour % 12}:${at.slice(14)} ${hour < 12 ? 'am' : 'pm'}`
}

/** `2026-11-05T18:20:00-06:00`. */
export function offsetTime(at: LocalMinute): string {
  return `${at}:00-06:00`
}

/** `2026-11-06T00:20:00Z`: the same instant, whose day is another from 18:00 on. */
export function utcTime(at: LocalMinute): string {
  return instantOf(at).toISOString().replace('.000', '')
}

/** RFC 822 at Greenwich, as WordPress writes it: `Fri, 06 Nov 2026 00:20:00 +0000`. */
export function greenwichMailTime(at: LocalMinute): string {
  return instantOf(at).toUTCString().replace('GMT', '+0000')
}

/** RFC 822 in local time: `Thu, 05 Nov 2026 18:20:00 -0600`. */
export function localMailTime(at: LocalMinute): string {
  return new Date(instantOf(at).getTime() - OFFSET_MS).toUTCString().replace('GMT', '-0600')
}

/** `hace 2 horas`, as portals say it instead of a date. */
export function sayAge(at: LocalMinute, now: LocalMinute): string {
  const minutes = Math.max(0, Math.round((instantOf(now).getTime() - instantOf(at).getTime()) / 60_000))
  if (minutes < 60) return `hace ${minutes} minuto${minutes === 1 ? '' : 's'}`
  const hours = Math.round(minutes / 60)
  if (hours < 24) return `hace ${hours} hora${hours === 1 ? '' : 's'}`
  const days = Math.round(hours / 24)
  return `hace ${days} día${days === 1 ? '' : 's'}`
}
