// Instants ↔ the local calendar of an IANA zone.

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

export type LocalTime = {
  readonly year: number
  /** 1–12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
}

/** Wall-clock reading of an instant in a zone. */
export function localTime(instant: Date, timeZone: string): LocalTime {
  // As the United States print it, "11/21/2026, 09:04:00": its numbers are had in a third of the time of its parts.
  const numbers = formatFor(timeZone).format(instant).match(/\d+/g)?.map(Number) ?? []
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = numbers
  const weekday = ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1
  return { year, month, day, hour, minute, second, weekday }
}

/** Local date of an instant as `YYYY-MM-DD`. */
export function localDate(instant: Date, timeZone: string): string {
  const { year, month, day } = localTime(instant, timeZone)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function offsetMs(instant: number, timeZone: string): number {
  const at = localTime(new Date(instant), timeZone)
  const asUtc = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second)
  return asUtc - Math.floor(instant / 1000) * 1000
}

/**
 * Instant of a wall-clock reading in a zone. A reading that the spring change skips moves forward by the gap;
 * one that the autumn change repeats is the first of the two.
 */
export function instantOf(
  local: { year: number; month: number; day: number; hour?: number; minute?: number; second?: number },
  timeZone: string,
): Date {
  const wall = Date.UTC(
    local.year,
    local.month - 1,
    local.day,
    local.hour ?? 0,
    local.minute ?? 0,
    local.second ?? 0,
  )
  const offsets = new Set([offsetMs(wall - 86_400_000, timeZone), offsetMs(wall + 86_400_000, timeZone)])
  const candidates = [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetMs(instant, timeZone) === wall)
  const earliest =
    candidates.length > 0 ? Math.min(...candidates) : wall - offsetMs(wall - 86_400_000, timeZone)
  return new Date(earliest)
}

/** The local date `days` after another; both are `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}
