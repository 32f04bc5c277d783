// The headers with which an API counts requests → until when it wants to be left alone, and whether the allowance is spent.
import { readRetryAfter } from './retry-after.ts'

const RESETS = ['x-rate-limit-reset', 'x-ratelimit-reset', 'ratelimit-reset']
const REMAINING = ['x-rate-limit-remaining', 'x-ratelimit-remaining', 'ratelimit-remaining']
const LONGEST_MS = 24 * 3_600_000
/** Numbers above this are seconds since 1970, below it seconds from now. */
const FIRST_EPOCH = 1_000_000_000

/**
 * When the allowance is full again. `Retry-After` speaks first; else the reset header as X (seconds since 1970),
 * Mastodon (ISO 8601), Bluesky (seconds since 1970) or the IETF draft (seconds from now) write it. Null when it is not
 * said, is over or is nonsense; more than a day is a day.
 */
export function readReset(headers: Readonly<Record<string, string>>, now: Date): Date | null {
  const wait = readRetryAfter(headers, now)
  if (wait !== null) return new Date(now.getTime() + wait)
  const value = RESETS.map((name) => headers[name]?.trim()).find((text) => text !== undefined && text !== '')
  if (value === undefined) return null
  const at = instantOf(value, now)
  if (Number.isNaN(at) || at <= now.getTime()) return null
  return new Date(Math.min(at, now.getTime() + LONGEST_MS))
}

function instantOf(value: string, now: Date): number {
  if (!/^\d+(?:\.\d+)?$/.test(value)) return Date.parse(value)
  const seconds = Number(value)
  return seconds >= FIRST_EPOCH ? seconds * 1000 : now.getTime() + seconds * 1000
}

/** Whether the answer says that no further request is allowed for now. */
export function isAllowanceSpent(headers: Readonly<Record<string, string>>): boolean {
  return REMAINING.some((name) => headers[name]?.trim() === '0')
}
