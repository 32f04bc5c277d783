// Tokens of a text → the calendar day written at a place in it. One bounded look-ahead per token.
import { type DateToken, isMark, numberAt, type Reading, skipWhile } from './date-tokens.ts'
import { MONTHS, WEEKDAYS } from './date-words.ts'

export type Day = { readonly year: number; readonly month: number; readonly day: number }

const SEPARATORS = new Set(['/', '-', '.', '–', '‐', '‑', '−'])
const FILLERS = new Set(['de', 'del', 'of', 'a', 'd', 'ano', 'año'])
const ORDINALS = new Set(['º', '°', 'o', 'er', 'ro', 'st', 'nd', 'rd', 'th', 'do', 'ero'])

const isSeparator = (token: DateToken | undefined): boolean =>
  token?.kind === 'mark' && SEPARATORS.has(token.raw)

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

/** `2026. november 21.`, `2026-Nov-21`, `2026 Nov 21`. */
function readYearNameDay(tokens: readonly DateToken[], at: number): Reading<Day> | null {
  const raw = tokens[at]?.raw ?? ''
  if (raw.length !== 4) return null
  const monthAt = skipJoint(tokens, at + 1)
  const month = MONTHS.get(tokens[monthAt]?.word ?? '')
  const dayAt = skipJoint(tokens, monthAt + 1)
  const dayOfMonth = month === undefined ? null : numberAt(tokens, dayAt, 2)
  if (month === undefined || dayOfMonth === null || tokens[dayAt + 1]?.raw === ':') return null
  if (yearAt(tokens, skipJoint(tokens, dayAt + 1)) !== null) return null
  const day = realDay(Number(raw), month, dayOfMonth)
  return day && { value: day, next: dayAt + 1 }
}

/**
 * `21/11/2026`, `21-11-26`, `21.11.2026`: the day first, or the month in slashes where that is the custom, unless only the other
 * order exists.
 */
function readNumbers(tokens: readonly DateToken[], at: number, isMonthFirst: boolean): Reading<Day> | null {
  const first = numberAt(tokens, at, 2)
  const joint = tokens[at + 1]
  if (first === null || !isSeparator(joint) || tokens[at + 3]?.raw !== joint?.raw) return null
  const second = numberAt(tokens, at + 2, 2)
  const year = yearAt(tokens, at + 4)
  if (second === null || year === null) return null
  const isLonger =
    tokens[at + 5]?.raw === joint?.raw && tokens[at + 6]?.kind === 'number' && !tokens[at + 6]?.gap
  const [dayFirst, monthFirst] = [realDay(year, second, first), realDay(year, first, second)]
  const isAmerican = isMonthFirst && joint?.raw !== '.'
  const day = isLonger ? null : isAmerican ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)
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
export function readDay(tokens: readonly DateToken[], at: number, isMonthFirst = false): Reading<Day> | null {
  const token = tokens[at]
  if (token === undefined || token.kind === 'mark') return null
  if (token.kind === 'word') return readDayAndName(tokens, at) ?? readNameAndDay(tokens, at)
  const before = tokens[at - 1]
  const isTail =
    isSeparator(before) && !token.gap && before?.gap === false && tokens[at - 2]?.kind === 'number'
  if (isTail) return null
  return (
    readYearFirst(tokens, at) ??
    readYearNameDay(tokens, at) ??
    readNumbers(tokens, at, isMonthFirst) ??
    readDayAndName(tokens, at)
  )
}

/** Skips weekday names with their comma, and whatever joins a day and an hour: "T", "a las", "|", "-", "at", "h". */
export function skipWeekday(tokens: readonly DateToken[], from: number): number {
  const at = WEEKDAYS.has(tokens[from]?.word ?? '') ? from + 1 : from
  return at === from ? from : skipWhile(tokens, at, (token) => token.raw === ',' || token.raw === '.')
}
