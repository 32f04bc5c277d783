// Notes per day of one outlet → how many are to be expected in a span of days, and whether what came is too few or too many.

/** One local day of an outlet. */
export type DayVolume = {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly notes: number
  /** Of those, published before the hour of day up to which today is known. */
  readonly notesByNow: number
  /** False on days on which the source could not be read: they say nothing about the outlet. */
  readonly isObserved: boolean
}

/** What a count of notes may be without being unusual: both bounds belong to the usual. */
export type Prediction = {
  readonly expected: number
  /** Fewer than this happen by chance at most once in a hundred; 0 when no count is too low. */
  readonly lower: number
  /** More than this happen by chance at most once in a hundred. */
  readonly upper: number
}

/** The last `days` days up to now against the four weeks before them. */
export type SpanVolume = Prediction & {
  readonly days: number
  /** `YYYY-MM-DD` of its first day. */
  readonly from: string
  readonly notes: number
}

export type VolumeVerdict = {
  /** Null while there are fewer than `LEAST_DAYS` days to compare with. */
  readonly today: SpanVolume | null
  /** The shortest span with fewer notes than the outlet's own pattern explains. */
  readonly low: SpanVolume | null
  readonly isBurst: boolean
}

/** Chance of calling an ordinary count unusual, on each side. */
const ALPHA = 0.01
/** The pattern is that of the four weeks before the span. */
export const PATTERN_DAYS = 28
/** Spans that are looked at: today for big outlets, weeks for those of two notes a week. */
const SPANS = [1, 3, 7, 14, 21, 28] as const
/** Days back from today that a verdict looks at. */
export const HISTORY_DAYS = PATTERN_DAYS + 28
/** Observed days without which there is no pattern: two of each weekday. */
export const LEAST_DAYS = 14

/**
 * Usual range of a count, from a mean that was itself estimated. With mean rate `mean` estimated over `exposures` spans
 * like the one predicted, the count is negative binomial with mean μ = mean + ½/exposures and variance μ·D,
 * D = dispersion·(1 + 1/exposures). At dispersion 1 this is the exact predictive distribution of a Poisson count under
 * Jeffreys' prior (Gelman et al., Bayesian Data Analysis, 3rd ed., §2.6); with dispersion it is the quantile rule of
 * Noufaily et al. (2013), Statistics in Medicine 32, 1206–1222. Bounds are quantiles of counts: never negative.
 */
export function predictCount(mean: number, exposures: number, dispersion: number): Prediction {
  const expected = mean + 0.5 / exposures
  const spread = Math.max(1, dispersion) * (1 + 1 / exposures)
  const size = expected / (spread - 1)
  const logFailure = Math.log(1 - 1 / spread)
  let logTerm = -size * Math.log(spread)
  let sum = Math.exp(logTerm)
  let lower = sum > ALPHA ? 0 : null
  let count = 0
  while (sum < 1 - ALPHA) {
    logTerm += Math.log((size + count) / (count + 1)) + logFailure
    count += 1
    sum += Math.exp(logTerm)
    if (lower === null && sum > ALPHA) lower = count
  }
  return { expected, lower: lower ?? count, upper: count }
}

/** Judges the days of an outlet, oldest first and without holes; the last is today up to now. */
export function judgeVolume(days: readonly DayVolume[]): VolumeVerdict {
  const spans = SPANS.map((length) => measureSpan(days, length))
  const today = spans[0] ?? null
  const low = spans.find((span) => span !== null && span.notes < span.lower) ?? null
  return { today, low, isBurst: today !== null && today.notes > today.upper }
}

type Comparable = { readonly day: DayVolume; readonly isToday: boolean; readonly past: readonly number[] }

/** The last `length` days against the same weekdays of the four weeks before; null without a pattern. */
function measureSpan(days: readonly DayVolume[], length: number): SpanVolume | null {
  const start = days.length - length
  const pattern = days.slice(Math.max(0, start - PATTERN_DAYS), Math.max(0, start))
  const [first] = days.slice(start)
  if (first === undefined || pattern.filter(({ isObserved }) => isObserved).length < LEAST_DAYS) return null
  const compared = days
    .slice(start)
    .map((day, index): Comparable => {
      const isToday = index === length - 1
      const past = pattern
        .filter((candidate) => candidate.isObserved && weekdayOf(candidate) === weekdayOf(day))
        .map((candidate) => (isToday ? candidate.notesByNow : candidate.notes))
      return { day, isToday, past }
    })
    .filter(({ day, past }) => day.isObserved && past.length >= 2)
  if (compared.length === 0) return null
  const mean = sum(compared.map(({ past }) => sum(past) / past.length))
  const notes = sum(compared.map(({ day, isToday }) => (isToday ? day.notesByNow : day.notes)))
  const prediction = predictCount(mean, countExposures(compared), measureDispersion(pattern))
  return { ...prediction, days: length, from: first.date, notes }
}

/** How many spans like this one the pattern holds: 4 for a day or a week, 2 for two weeks, 1 for four. */
function countExposures(compared: readonly Comparable[]): number {
  const byWeekday = Map.groupBy(compared, ({ day }) => weekdayOf(day))
  const variance = [...byWeekday.values()].map((group) => group.length ** 2 / (group[0]?.past.length ?? 1))
  return compared.length / sum(variance)
}

/**
 * How much more than chance the days of a weekday differ among themselves: Pearson's χ² over its degrees of freedom, at
 * least 1 (Farrington et al. 1996, Journal of the Royal Statistical Society A 159, 547–563).
 */
export function measureDispersion(pattern: readonly DayVolume[]): number {
  const groups = Map.groupBy(
    pattern.filter(({ isObserved }) => isObserved),
    weekdayOf,
  )
  let chiSquare = 0
  let freedom = 0
  for (const group of groups.values()) {
    const mean = sum(group.map(({ notes }) => notes)) / group.length
    if (mean === 0) continue
    chiSquare += sum(group.map(({ notes }) => (notes - mean) ** 2 / mean))
    freedom += group.length - 1
  }
  return freedom === 0 ? 1 : Math.max(1, chiSquare / freedom)
}

function weekdayOf({ date }: DayVolume): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay()
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
