// The Retry-After header of an answer → how many milliseconds to leave the host alone, or null when it does not say.

const LONGEST_MS = 24 * 3_600_000

/**
 * Reads `Retry-After` as seconds or as an HTTP date (RFC 9110 §10.2.3). A date counts from the answer's own `Date`
 * when there is one, because clocks differ. Nonsense is null; more than a day is a day.
 */
export function readRetryAfter(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const value = headers['retry-after']?.trim()
  if (value === undefined || value === '') return null
  if (/^\d+$/.test(value)) return Math.min(LONGEST_MS, Number(value) * 1000)
  const until = Date.parse(value)
  if (Number.isNaN(until)) return null
  const sent = Date.parse(headers.date ?? '')
  return Math.min(LONGEST_MS, Math.max(0, until - (Number.isNaN(sent) ? now.getTime() : sent)))
}
