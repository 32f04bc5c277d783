// Tokens of a text → the calendar day and the clock time that stand at a place in it. One bounded look-ahead per token.
import { MONTHS, WEEKDAYS, ZONES } from './date-words.ts'
import { fold } from './fold.ts'
import { instantOf } from './zoned.ts'

/** A run of digits, a run of letters, or one mark. `word` is folded; `gap` says whether space stood before it. */
export type DateToken = {
  readonly kind: 'number' | 'word' | 'mark'
  readonly raw: string
  readonly word: string
  readonly gap: boolean
  readonly start: number
  readonly end: number
}

export type Day = { readonly year: number; readonly month: number; readonly day: number }
export type Clock = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** Minutes east of UTC, an IANA zone, or null when the text names none. */
  readonly zone: number | string | null
}

/** Something read from tokens and the index of the first token after it. */
export type Reading<Value> = { readonly value: Value; readonly next: number }

/** A year glued to an hour or a day ("202207:59", "202221/04/2022") is two numbers: pages lose the space between elements. */
const TOKEN =
  /(?:19|20)\d\d(?=[0-2]\d:[0-5]\d|\d{1,2}[/-]\d{1,2}[/-]\d{2})|\d+|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu

/** Splits a text into the tokens that dates are made of. */
export function listDateTokens(text: string): DateToken[] {
  const tokens: DateToken[] = []
  let last = 0
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const first = raw.charCodeAt(0)
    const kind = first >= 48 && first <= 57 ? 'number' : /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'mark'
    const end = match.index + raw.length
    const word = kind === 'word' ? fold(raw) : raw
    tokens.push({ kind, raw, word, gap: match.index > last, start: match.index, end })
    last = end
  }
  return tokens
}

const SEPARATORS = new Set(['/', '-', '.', '–', '‐', '‑', '−'])
const FILLERS = new Set(['de', 'del', 'of', 'a', 'd', 'ano'])
const ORDINALS = new Set(['º', '°', 'o', 'er', 'ro', 'st', 'nd', 'rd', 'th', 'do', 'ero'])

const isMark = (token: DateToken | undefined, raw: string): boolean => token?.raw === raw
const isSeparator = (token: DateToken | undefined): boolean =>
  token?.kind === 'mark' && SEPARATORS.has(token.raw)

function numberAt(tokens: readonly DateToken[], at: number, digits: number): number | null {
  const token = tokens[at]
  return token?.kind === 'number' && token.raw.length <= digits ? Number(token.raw) : null
}

/** The day if the calendar has it and it can be a publication's: from 1980 to 2100, so that placeholders fall out. */
function realDay(year: number, month: number, day: number): Day | null {
  if (year < 1980 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day } : null
}

function yearAt(tokens: readonly DateToken[], at: number): number | null {
  const raw = tokens[at]?.kind === 'number' ? (tokens[at]?.raw ?? '') : ''
  if (raw.length === 4) return Number(raw)
  return raw.length === 2 ? 2000 + Number(raw) : null
}

function skipWhile(tokens: readonly DateToken[], from: number, test: (token: DateToken) => boolean): number {
  let at = from
  for (let token = tokens[at]; token !== undefined && at < from + 4 && test(token); token = tokens[at])
    at += 1
  return at
}

/** Skips what stands between the parts of a written day: "de", "del", commas, points, slashes and dashes. */
function skipJoint(tokens: readonly DateToken[], from: number): number {
  return skipWhile(
    tokens,
    from,
    (token) =>
      FILLERS.has(token.word) || (token.kind === 'mark' && (token.raw === ',' || SEPARATORS.has(token.raw))),
  )
}

/** `20261121`, `2026-11-21`, `2026/11/21`, `2026年11月21日`. */
function readYearFirst(tokens: readonly DateToken[], at: number): Reading<Day> | null {
  const raw = tokens[at]?.raw ?? ''
  if (raw.length === 8) {
    const day = realDay(Number(raw.slice(0, 4)), Number(raw.slice(4, 6)), Number(raw.slice(6)))
    return day && { value: day, next: at + 1 }
  }
  if (raw.length !== 4) return null
  const joint = tokens[at + 1]
  const isEastAsian = joint?.raw === '年' || joint?.raw === '년'
  if (!isEastAsian && (!isSeparator(joint) || tokens[at + 3]?.raw !== joint?.raw)) return null
  const month = numberAt(tokens, at + 2, 2)
  const dayOfMonth = numberAt(tokens, at + 4, 2)
  if (month === null || dayOfMonth === null) return null
  const day = realDay(Number(raw), month, dayOfMonth)
  const closes = tokens[at + 5]?.raw === '日' || tokens[at + 5]?.raw === '일'
  return day && { value: day, next: at + (isEastAsian && closes ? 6 : 5) }
}

/** `21/11/2026`, `21-11-26`, `21.11.2026`: the day first, unless only the other order exists. */
function readDayFirst(tokens: readonly DateToken[], at: number): Reading<Day> | null {
  const first = numberAt(tokens, at, 2)
  const joint = tokens[at + 1]
  if (first === null || !isSeparator(joint) || tokens[at + 3]?.raw !== joint?.raw) return null
  const second = numberAt(tokens, at + 2, 2)
  const year = yearAt(tokens, at + 4)
  if (second === null || year === null) return null
  const isLonger =
    tokens[at + 5]?.raw === joint?.raw && tokens[at + 6]?.kind === 'number' && !tokens[at + 6]?.gap
  const day = isLonger ? null : (realDay(year, second, first) ?? realDay(year, first, second))
  return day && { value: day, next: at + 5 }
}

/** `21 de noviembre de 2026`, `1º de nov. del 2026`, `21/Nov/26`, `21-nov-2026`. */
function readDayAndName(tokens: readonly DateToken[], at: number): Reading<Day> | null {
  const isFirst = tokens[at]?.word === 'primero'
  const dayOfMonth = isFirst ? 1 : numberAt(tokens, at, 2)
  if (dayOfMonth === null) return null
  const ordinal = tokens[at + 1]
  const afterDay = ordinal !== undefined && !ordinal.gap && ORDINALS.has(ordinal.word) ? at + 2 : at + 1
  const monthAt = skipJoint(tokens, afterDay)
  const month = MONTHS.get(tokens[monthAt]?.word ?? '')
  if (month === undefined) return null
  const yearPlace = skipJoint(tokens, monthAt + 1)
  const year = yearAt(tokens, yearPlace)
  if (year === null || isMark(tokens[yearPlace + 1], ':')) return null
  const day = realDay(year, month, dayOfMonth)
  return day && { value: day, next: yearPlace + 1 }
}

/** `noviembre 21, 2026`, `Nov. 21st 2026`, and the order of ctime, `Nov 21 09:04:00 CST 2026`. */
function readNameAndDay(tokens: readonly DateToken[], at: number): Reading<Day> | null {
  const month = MONTHS.get(tokens[at]?.word ?? '')
  if (month === undefined) return null
  const dayAt = skipJoint(tokens, at + 1)
  const dayOfMonth = numberAt(tokens, dayAt, 2)
  if (dayOfMonth === null) return null
  const ordinal = tokens[dayAt + 1]
  const afterDay = ordinal !== undefined && !ordinal.gap && ORDINALS.has(ordinal.word) ? dayAt + 2 : dayAt + 1
  const yearPlace = skipJoint(tokens, afterDay)
  if (tokens[yearPlace]?.raw.length !== 4) return null
  const year = yearAt(tokens, yearPlace)
  const day = year === null ? null : realDay(year, month, dayOfMonth)
  return day && { value: day, next: yearPlace + 1 }
}

/** Reads the calendar day that begins at a token, with its year written out; a weekday before it belongs to it. */
export function readDay(tokens: readonly DateToken[], at: number): Reading<Day> | null {
  const token = tokens[at]
  if (token === undefined || token.kind === 'mark') return null
  if (token.kind === 'word') return readDayAndName(tokens, at) ?? readNameAndDay(tokens, at)
  const before = tokens[at - 1]
  const isTail =
    isSeparator(before) && !token.gap && before?.gap === false && tokens[at - 2]?.kind === 'number'
  if (isTail) return null
  return readYearFirst(tokens, at) ?? readDayFirst(tokens, at) ?? readDayAndName(tokens, at)
}

/** Skips weekday names with their comma, and whatever joins a day and an hour: "T", "a las", "|", "-", "at", "h". */
export function skipWeekday(tokens: readonly DateToken[], from: number): number {
  const at = WEEKDAYS.has(tokens[from]?.word ?? '') ? from + 1 : from
  return at === from ? from : skipWhile(tokens, at, (token) => token.raw === ',' || token.raw === '.')
}

const HOUR_JOINTS = new Set(
  't a las la at um um as alle ore les kl hora horas hrs h time publicado actualizado el on'.split(' '),
)
const JOINT_MARKS = new Set([',', '|', '-', '–', '—', '·', '•', '/', '.', ':', '(', '@', ';', '_'])

/** Index of the clock time that may follow a day; the token itself when nothing joins them. */
export function skipToHour(tokens: readonly DateToken[], from: number): number {
  return skipWhile(
    tokens,
    from,
    (token) => HOUR_JOINTS.has(token.word) || (token.kind === 'mark' && JOINT_MARKS.has(token.raw)),
  )
}

function readHalfOfDay(tokens: readonly DateToken[], at: number): Reading<'am' | 'pm'> | null {
  const word = tokens[at]?.word
  if (word === 'am' || word === 'pm') {
    return { value: word, next: isMark(tokens[at + 1], '.') ? at + 2 : at + 1 }
  }
  if (word !== 'a' && word !== 'p') return null
  const second = isMark(tokens[at + 1], '.') ? at + 2 : at + 1
  if (tokens[second]?.word !== 'm') return null
  return {
    value: word === 'a' ? 'am' : 'pm',
    next: isMark(tokens[second + 1], '.') ? second + 2 : second + 1,
  }
}

/** `-06:00`, `+0530`, `-6`: minutes east of UTC. */
function readOffset(tokens: readonly DateToken[], at: number): Reading<number> | null {
  const sign = tokens[at]?.raw
  const number = tokens[at + 1]
  if ((sign !== '+' && sign !== '-' && sign !== '−') || number?.kind !== 'number' || number.gap) return null
  const factor = sign === '+' ? 1 : -1
  const raw = number.raw
  const hasMinutes = raw.length <= 2 && isMark(tokens[at + 2], ':') && tokens[at + 3]?.raw.length === 2
  const minutes = hasMinutes ? Number(tokens[at + 3]?.raw) : raw.length >= 3 ? Number(raw.slice(-2)) : 0
  const hours = Number(raw.length >= 3 ? raw.slice(0, -2) : raw)
  if (raw.length > 4 || hours > 15 || minutes > 59) return null
  return { value: factor * (hours * 60 + minutes), next: at + (hasMinutes ? 4 : 2) }
}

/** The zone after a clock time, by offset, abbreviation or both ("GMT-0600 (CST)"). */
function readZone(tokens: readonly DateToken[], at: number): Reading<number | string> | null {
  const offset = readOffset(tokens, at)
  if (offset !== null) return isMark(tokens[offset.next], 'Z') ? { ...offset, next: offset.next + 1 } : offset
  const token = tokens[at]
  const raw = token?.raw === 'z' ? 'Z' : (token?.raw ?? '')
  const zone = token?.kind === 'word' ? ZONES.get(raw) : undefined
  if (zone === undefined) return null
  const correction = zone === 0 ? readOffset(tokens, at + 1) : null
  return correction ?? { value: zone, next: at + 1 }
}

/** Reads the clock time that begins at a token: `09:04`, `9:04:30.5 pm`, `09.04 h`, `9h04`, `9 a.m.`, with its zone. */
export function readClock(tokens: readonly DateToken[], at: number): Reading<Clock> | null {
  const compact = tokens[at]
  if (compact?.kind === 'number' && compact.raw.length === 6 && tokens[at - 1]?.word === 't') {
    return finishClock(
      tokens,
      at + 1,
      [0, 2, 4].map((from) => Number(compact.raw.slice(from, from + 2))),
    )
  }
  const hour = numberAt(tokens, at, 2)
  if (hour === null) return null
  const joint = tokens[at + 1]
  const isJoint = joint !== undefined && [':', '.', 'h', '：'].includes(joint.word) && !joint.gap
  const minuteToken = tokens[at + 2]
  if (!isJoint || minuteToken?.kind !== 'number' || minuteToken.gap || minuteToken.raw.length > 2) {
    const half = readHalfOfDay(tokens, at + 1)
    return half && hour >= 1 && hour <= 12 ? finishClock(tokens, at + 1, [hour, 0, 0]) : null
  }
  if (joint.raw === '.' && minuteToken.raw.length !== 2) return null
  const minute = Number(minuteToken.raw)
  const second =
    isMark(tokens[at + 3], joint.raw) && !tokens[at + 4]?.gap ? numberAt(tokens, at + 4, 2) : null
  if (second === null) return finishClock(tokens, at + 3, [hour, minute, 0])
  const fraction =
    isMark(tokens[at + 5], '.') && tokens[at + 6]?.kind === 'number' ? tokens[at + 6] : undefined
  const thousandths = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction.raw}`) * 1000)
  return finishClock(tokens, fraction === undefined ? at + 5 : at + 7, [hour, minute, second, thousandths])
}

const HOUR_UNITS = new Set(['h', 'hs', 'hrs', 'hr', 'horas', 'hora', 'uhr'])

function finishClock(
  tokens: readonly DateToken[],
  from: number,
  [hour = 0, minute = 0, second = 0, millisecond = 0]: readonly number[],
): Reading<Clock> | null {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null
  const half = readHalfOfDay(tokens, from)
  if (half !== null && hour > 12 && half.value === 'am') return null
  const hour24 = half === null || hour > 12 ? hour : (hour % 12) + (half.value === 'pm' ? 12 : 0)
  const afterHalf = half?.next ?? from
  const afterUnit = HOUR_UNITS.has(tokens[afterHalf]?.word ?? '')
    ? skipWhile(tokens, afterHalf, (token) => HOUR_UNITS.has(token.word) || token.raw === '.')
    : afterHalf
  const opening = isMark(tokens[afterUnit], '(') ? afterUnit + 1 : afterUnit
  const zone = readZone(tokens, opening)
  return {
    value: { hour: hour24, minute, second: Math.min(second, 59), millisecond, zone: zone?.value ?? null },
    next: zone?.next ?? afterUnit,
  }
}

/** Instant of a day and clock time; without a zone of its own the time is the wall clock of `timeZone`. */
export function instantAt(day: Day, clock: Clock, timeZone: string): Date {
  if (typeof clock.zone === 'number') {
    const wall = Date.UTC(
      day.year,
      day.month - 1,
      day.day,
      clock.hour,
      clock.minute - clock.zone,
      clock.second,
    )
    return new Date(wall + clock.millisecond)
  }
  const instant = instantOf({ ...day, ...clock }, clock.zone ?? timeZone)
  return new Date(instant.getTime() + clock.millisecond)
}
