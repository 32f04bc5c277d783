// Tokens of a text → the clock time and zone written at a place in it. One bounded look-ahead per token.
import { type DateToken, isMark, numberAt, type Reading, skipWhile } from './date-tokens.ts'
import { ZONES } from './date-words.ts'
import type { Day } from './day-grammar.ts'
import { instantOf } from './zoned.ts'

export type Clock = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** Minutes east of UTC, an IANA zone, or null when the text names none. */
  readonly zone: number | string | null
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
  if (offset !== null) {
    const isRepeated = isMark(tokens[offset.next], 'Z') || ZONES.has(tokens[offset.next]?.raw ?? '')
    return isRepeated ? { ...offset, next: offset.next + 1 } : offset
  }
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
