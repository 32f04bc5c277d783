// How often an item failed → when it is tried again, or that it is given up.

const FIRST_MINUTES = 15
const LONGEST_MINUTES = 24 * 60

/** After this many tries, the last ones a day apart, an item is kept as unreadable with its reason. */
export const MOST_ATTEMPTS = 10

/** Instant of the next try after `attempts` failed ones (1 or more): doubling from 15 minutes up to a day, never before `after`. */
export function nextAttempt(now: Date, attempts: number, after: Date | null): Date {
  const minutes = Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** (attempts - 1))
  const own = now.getTime() + minutes * 60_000
  return new Date(Math.max(own, after?.getTime() ?? 0))
}
