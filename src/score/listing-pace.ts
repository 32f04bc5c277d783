// What a listing covers → how long its outlet may go unvisited, whether it stands still, and what may have slipped by.

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The notes that one visit saw listed. */
export type ListedWindow = {
  readonly size: number
  /** Of those, never seen before. */
  readonly fresh: number
  readonly dated: number
  readonly newestAt: Date | null
  readonly oldestAt: Date | null
}

/** Fewer dated notes than this show no pace. */
const LEAST_DATED = 5
/** Visits closer together than this, or with fewer new notes, show no pace. */
const LEAST_MINUTES = 5
const LEAST_FRESH = 2

/**
 * Minutes an outlet may go unvisited before more than about half of its listing is new, or null when nothing shows it.
 * Two measures, the shorter rules: (1) the shortest time in which the outlet published half of the listing, but not
 * less than a quarter of the time the whole listing covers (a batch sent at once does not empty a listing); (2) at the
 * pace of the notes that are new since the visit before. `published` holds the dates of the listed notes.
 */
export function estimateSafeMinutes(
  window: ListedWindow,
  published: readonly Date[],
  minutesSinceLast: number | null,
): number | null {
  const times = published.map((date) => date.getTime()).toSorted((one, other) => one - other)
  const measures = [safeByDates(times), safeByNews(window, minutesSinceLast)].filter((safe) => safe !== null)
  return measures.length === 0 ? null : Math.min(...measures)
}

function safeByDates(times: readonly number[]): number | null {
  if (times.length < LEAST_DATED || haveOneHour(times)) return null
  const half = Math.ceil(times.length / 2)
  const spans = times.slice(half).map((time, index) => time - (times[index] ?? time))
  const covered = (times.at(-1) ?? 0) - (times[0] ?? 0)
  return Math.max(Math.min(...spans), covered / 4) / MINUTE
}

/** Dates without hour (all at the same time of day) tell days apart, not hours. */
function haveOneHour(times: readonly number[]): boolean {
  return new Set(times.map((time) => time % DAY)).size === 1
}

function safeByNews({ size, fresh }: ListedWindow, minutesSinceLast: number | null): number | null {
  if (minutesSinceLast === null || minutesSinceLast < LEAST_MINUTES || fresh < LEAST_FRESH) return null
  return (size / 2 / fresh) * minutesSinceLast
}

/** The shortest interval between two visits. */
export const SHORTEST_MINUTES = 5
/** From this failed visit on each one doubles the interval, up to four times the declared one and never past four hours. */
const PATIENCE = 3
const LONGEST_FACTOR = 4
const LONGEST_FAILING_MINUTES = 240

export type Interval = {
  readonly minutes: number
  readonly why: 'declarado' | 'ritmo' | 'ritmo-al-limite' | 'falla'
}

/**
 * How long to wait until the next visit. Never more than declared, except after repeated failures; shorter, down to five
 * minutes, when the outlet fills its listing faster. `safeMinutes` is the least that recent visits showed.
 */
export function planInterval(facts: {
  readonly everyMinutes: number
  readonly safeMinutes: number | null
  /** Failed visits in a row. */
  readonly failures: number
}): Interval {
  const { everyMinutes, safeMinutes, failures } = facts
  if (failures >= PATIENCE) {
    const patient = everyMinutes * Math.min(LONGEST_FACTOR, 2 ** (failures - PATIENCE + 1))
    return { minutes: Math.max(everyMinutes, Math.min(LONGEST_FAILING_MINUTES, patient)), why: 'falla' }
  }
  if (safeMinutes === null || safeMinutes >= everyMinutes) return { minutes: everyMinutes, why: 'declarado' }
  const shortest = Math.min(SHORTEST_MINUTES, everyMinutes)
  if (safeMinutes * 2 < shortest) return { minutes: shortest, why: 'ritmo-al-limite' }
  return { minutes: Math.max(shortest, Math.floor(safeMinutes)), why: 'ritmo' }
}

export type Gap = { readonly from: Date; readonly to: Date }

/**
 * What was published between two visits and may never have been listed to us: none of the listed notes was known
 * although the source has history, and the listing does not reach back to where the one before ended. Null when nothing
 * can have slipped by.
 */
export function findGap(
  window: ListedWindow,
  overlaps: boolean | null,
  visitedAt: Date,
  before: { readonly visitedAt: Date; readonly newestAt: Date | null } | null,
): Gap | null {
  if (overlaps !== false || before === null || window.size === 0) return null
  const from = before.newestAt ?? before.visitedAt
  const to = window.oldestAt ?? visitedAt
  return to > from ? { from, to } : null
}

/** Shortest silence that can be called standing still without a pattern of days: a long weekend is shorter. */
const LEAST_SILENCE = 3 * DAY
/** A listing that covers less than a week knows nothing of weekends: it counts as if it covered one. */
const LEAST_COVERED = 7 * DAY
/** Whatever its pace, a listing without anything newer than this stands still. */
const LONGEST_SILENCE = 90 * DAY
const ALPHA = 0.01

/**
 * Whether a listing stands still longer than its own dates explain. With n dated notes over a time S, silence t has
 * probability (S/(S+t))^(n−½): no event of a Poisson process whose rate was estimated from n−1 events, Jeffreys' prior
 * (Gelman et al., Bayesian Data Analysis, 3rd ed., §2.6). Standing still: at most 1 %, and three days at least.
 */
export function isStill({ dated, newestAt, oldestAt }: ListedWindow, now: Date): boolean {
  if (newestAt === null || oldestAt === null) return false
  const silence = now.getTime() - newestAt.getTime()
  if (silence >= LONGEST_SILENCE) return true
  if (silence < LEAST_SILENCE) return false
  const covered = Math.max(LEAST_COVERED, newestAt.getTime() - oldestAt.getTime())
  return (covered / (covered + silence)) ** (dated - 0.5) <= ALPHA
}
