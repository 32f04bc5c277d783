// A date as people and machines write it → an instant, or the places of dates inside running text. Spanish of Mexico first.
import { type Clock, instantAt, readClock, skipToHour } from './clock-grammar.ts'
import { type DateToken, listDateTokens, type Reading } from './date-tokens.ts'
import { MONTHS, NUMERALS, UNITS, WEEKDAYS } from './date-words.ts'
import { type Day, readDay, skipWeekday } from './day-grammar.ts'
import { addDays, instantOf, localDate } from './zoned.ts'

export type DateOptions = {
  /** IANA zone of dates that name none. */
  readonly timeZone: string
  /** The instant from which "hace 2 horas", "ayer" and a day without year are counted. */
  readonly now: Date
  /** True where 04/05/2019 is April the fifth: only pages of the United States. */
  readonly isMonthFirst?: boolean
}

export type ParsedDate = {
  readonly instant: Date
  /** False when only the day is known: `instant` is then noon of that day in the zone. */
  readonly hasHour: boolean
  /** True when the text itself names the zone or counts from now. */
  readonly hasZone: boolean
  /** `YYYY-MM-DD` as it stands in the text, before any zone is applied. */
  readonly printedDay: string
}

/** A date inside a text and its UTF-16 offsets there. */
export type FoundDate = ParsedDate & { readonly start: number; readonly end: number }

/** Longer texts are not a date: a cap that also bounds the work. */
const LONGEST_DATE = 400

const printDay = ({ year, month, day }: Day): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function dateOf(day: Day, clock: Clock | null, timeZone: string): ParsedDate {
  const printedDay = printDay(day)
  if (clock === null) {
    return { instant: instantOf({ ...day, hour: 12 }, timeZone), hasHour: false, hasZone: false, printedDay }
  }
  const instant = instantAt(day, clock, timeZone)
  return { instant, hasHour: true, hasZone: clock.zone !== null, printedDay }
}

/** Clock time just before a day: "09:04 | 21/11/2026", "09:04 hrs. del 21 de noviembre de 2026". */
function readClockBefore(tokens: readonly DateToken[], dayAt: number): { clock: Clock; from: number } | null {
  for (let at = Math.max(0, dayAt - 12); at < dayAt - 2; at += 1) {
    const reading = readClock(tokens, at)
    if (reading === null || reading.next > dayAt) continue
    const between = tokens.slice(reading.next, dayAt)
    const isJoined = between.every(
      (token) =>
        token.kind === 'mark' ||
        ['del', 'de', 'el', 'on', 'dia'].includes(token.word) ||
        WEEKDAYS.has(token.word),
    )
    if (isJoined && between.length <= 5) return { clock: reading.value, from: at }
  }
  return null
}

function readDateAt(
  tokens: readonly DateToken[],
  at: number,
  { timeZone, isMonthFirst = false }: DateOptions,
): Reading<ParsedDate> | null {
  const day = readDay(tokens, at, isMonthFirst)
  if (day === null) return readCtimeAt(tokens, at, timeZone)
  const after = readClock(tokens, skipToHour(tokens, skipWeekday(tokens, day.next)))
  if (after !== null) return { value: dateOf(day.value, after.value, timeZone), next: after.next }
  const before = readClockBefore(tokens, at)
  return { value: dateOf(day.value, before?.clock ?? null, timeZone), next: day.next }
}

/** `Nov 21 09:04:00 CST 2026`, as `date` and Twitter print it. */
function readCtimeAt(tokens: readonly DateToken[], at: number, timeZone: string): Reading<ParsedDate> | null {
  const month = MONTHS.get(tokens[at]?.word ?? '')
  const clock = month === undefined ? null : readClock(tokens, at + 2)
  const year = clock === null ? undefined : tokens[clock.next]
  if (clock === null || year?.raw.length !== 4) return null
  const whole = readDay(listDateTokens(`${tokens[at + 1]?.raw} ${tokens[at]?.word} ${year.raw}`), 0)
  return whole && { value: dateOf(whole.value, clock.value, timeZone), next: clock.next + 1 }
}

/**
 * Finds every date with day, month and year inside a running text, in order, with the hour that stands beside it.
 * Work grows linearly with the text.
 */
export function findDates(text: string, options: DateOptions): FoundDate[] {
  if (!/\d/.test(text)) return [] // years are always figures
  const tokens = listDateTokens(text)
  const found: FoundDate[] = []
  for (let at = 0; at < tokens.length; ) {
    const reading = readDateAt(tokens, at, options)
    const start = tokens[at]?.start ?? 0
    if (reading === null) at += 1
    else {
      found.push({ ...reading.value, start, end: tokens[reading.next - 1]?.end ?? start })
      at = reading.next
    }
  }
  return found
}

function parseEpoch(text: string, timeZone: string): ParsedDate | null {
  if (!/^(?:\d{10}|\d{13})(?:\.\d{1,6})?$/.test(text)) return null
  const number = Number(text)
  const instant = new Date(text.split('.')[0]?.length === 13 ? number : number * 1000)
  const year = instant.getUTCFullYear()
  if (year < 1980 || year > 2100) return null
  return { instant, hasHour: true, hasZone: true, printedDay: localDate(instant, timeZone) }
}

function noonOf(date: string, timeZone: string): ParsedDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return dateOf({ year, month, day }, null, timeZone)
}

/** Words that make of a number and a unit a time before now, in the tongues of the press. */
const AGO = new Set(['hace', 'ago', 'vor', 'ha', 'fa', 'geleden'])
const MOMENTS = new Set(['instantes', 'momentos', 'momento', 'minutos', 'segundos', 'moments'])

const countsBack = (tokens: readonly DateToken[]): boolean =>
  tokens.some(({ word }, at) => AGO.has(word) || (word === 'il' && tokens[at + 1]?.word === 'y'))

/** "hace 2 horas", "hace una hora y 5 minutos", "2 hours ago", "hace 3 días". Of months and years no day is known. */
function parseAgo(tokens: readonly DateToken[], { timeZone, now }: DateOptions): ParsedDate | null {
  if (!countsBack(tokens)) return null
  const hace = tokens.findIndex(({ word }) => word === 'hace')
  const today = () => noonOf(localDate(now, timeZone), timeZone)
  if (hace >= 0 && MOMENTS.has(tokens[hace + 1]?.word ?? '')) return today()
  for (let at = hace + 1; at < tokens.length - 1; at += 1) {
    const token = tokens[at]
    const [next, unit] = [tokens[at + 1]?.word ?? '', UNITS.get(tokens[at + 1]?.word ?? '')]
    if (/^un[oa]s$/.test(token?.word ?? '') && MOMENTS.has(next)) return today()
    const isHalf = token?.word === 'media' && next === 'hora'
    const count = isHalf
      ? 0.5
      : token?.kind === 'number'
        ? Number(token.raw)
        : NUMERALS.get(token?.word ?? '')
    if (count === undefined || unit === undefined || count > 400) continue
    if (!unit.knowsHour) {
      return noonOf(addDays(localDate(now, timeZone), Math.round((-count * unit.ms) / 86_400_000)), timeZone)
    }
    const instant = new Date(now.getTime() - count * unit.ms)
    return { instant, hasHour: true, hasZone: true, printedDay: localDate(instant, timeZone) }
  }
  return null
}

const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['hoy', 0],
  ['ayer', -1],
  ['anteayer', -2],
  ['antier', -2],
  ['anoche', -1],
  ['today', 0],
  ['yesterday', -1],
  ['heute', 0],
  ['gestern', -1],
  ['hier', -1],
  ['hoje', 0],
  ['ontem', -1],
  ['oggi', 0],
  ['ieri', -1],
])

/** "hoy, 09:04", "ayer a las 14:00 hrs". */
function parseNamedDay(tokens: readonly DateToken[], { timeZone, now }: DateOptions): ParsedDate | null {
  const at = tokens.findIndex(({ word }) => NAMED_DAYS.has(word))
  if (at === -1) return null
  const date = addDays(localDate(now, timeZone), NAMED_DAYS.get(tokens[at]?.word ?? '') ?? 0)
  const clock = readClock(tokens, skipToHour(tokens, at + 1)) ?? readClock(tokens, 0)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return dateOf({ year, month, day }, clock?.value ?? null, timeZone)
}

/** 1 Monday … 7 Sunday. */
const weekdayOf = ({ year, month, day }: Day): number =>
  ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1

/** A weekday tells the year among so many: the calendar repeats after five or six. */
const YEARS_BACK = 5

/**
 * "21 de noviembre, 09:04": the latest such day that is not after tomorrow, of this year or the last; with its weekday, the
 * latest on which they agree.
 */
function parseWithoutYear(tokens: readonly DateToken[], { timeZone, now }: DateOptions): ParsedDate | null {
  const monthAt = tokens.findIndex(({ word, kind }) => kind === 'word' && MONTHS.has(word))
  const word = tokens[monthAt]?.word
  if (word === undefined) return null
  const nearby = [monthAt - 2, monthAt - 1, monthAt + 1].map((at) => tokens[at])
  const dayToken = nearby.find((token) => token?.kind === 'number' && token.raw.length <= 2)
  if (dayToken === undefined) return null
  const tomorrow = addDays(localDate(now, timeZone), 1)
  const thisYear = Number(tomorrow.slice(0, 4))
  const clock = readClock(tokens, skipToHour(tokens, Math.max(monthAt, tokens.indexOf(dayToken)) + 1))
  const weekday = WEEKDAYS.get(tokens.find((token) => WEEKDAYS.has(token.word))?.word ?? '')
  const years = Array.from({ length: weekday === undefined ? 2 : YEARS_BACK }, (_, back) => thisYear - back)
  for (const year of years) {
    const day = readDay(listDateTokens(`${dayToken.raw} ${word} ${year}`), 0)
    if (day === null || printDay(day.value) > tomorrow) continue
    const isThatWeekday = weekday === undefined || weekdayOf(day.value) === weekday
    if (isThatWeekday) return dateOf(day.value, clock?.value ?? null, timeZone)
  }
  return null
}

const TAIL_WORDS = new Set('h hs hrs hr horas hora am pm a m p uhr edt'.split(' '))

/** Whether what follows a date can stand after it: an own zone unknown to us, or more digits, make it another thing. */
function isCleanTail(tokens: readonly DateToken[], from: number): boolean {
  const first = tokens[from]
  if (first === undefined || TAIL_WORDS.has(first.word)) return true
  if (first.kind === 'number') return false
  if (first.kind === 'mark') return !['+', ':', '-', '/'].includes(first.raw) || first.gap
  return first.raw !== first.raw.toUpperCase() || first.raw.length > 6 || WEEKDAYS.has(first.word)
}

/**
 * Parses a text that is a date: Spanish ("Publicado el sábado 21 de noviembre de 2026 a las 09:04 hrs", "21/Nov/26",
 * "hace 2 horas", "Por: … | 21-11-2026"), RFC 822, ISO 8601 with and without zone, and Unix epochs. A naive time is the
 * wall clock of `timeZone`; day comes before month; an hour followed by an unknown zone is refused. Null when it is no date.
 */
export function parseDate(text: string, options: DateOptions): ParsedDate | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > LONGEST_DATE) return null
  const epoch = parseEpoch(trimmed, options.timeZone)
  if (epoch !== null) return epoch
  const tokens = listDateTokens(trimmed)
  for (let at = 0; at < tokens.length; at += 1) {
    const reading = readDateAt(tokens, at, options)
    if (reading === null) continue
    return isCleanTail(tokens, reading.next) ? reading.value : null
  }
  return parseAgo(tokens, options) ?? parseNamedDay(tokens, options) ?? parseWithoutYear(tokens, options)
}
