// Every date a note was given → the instant of its publication, how it was found, and what contradicts it.
import type { ArticleFlag, DateOrigin } from '../model.ts'
import { addDays, instantOf, localDate, localTime } from '../text/zoned.ts'
import type { DateEvidence } from './date-evidence.ts'

export type Publication = {
  readonly publishedAt: Date | null
  readonly publishedFrom: DateOrigin
  readonly hasHour: boolean
  readonly flags: readonly ArticleFlag[]
  /** Everything that was weighed. */
  readonly evidence: readonly DateEvidence[]
  /** Where the deciding date stood, in Spanish. */
  readonly because: string
}

/** A note older than this when captured is flagged: an old one republished, or found late. */
const OLD_DAYS = 30
/** A date this far ahead of the capture is a clock's error or a scheduled event, not a publication. */
const FUTURE_MS = 400 * 86_400_000
const HOUR_MS = 3_600_000

/** The evidence of a channel's listing, or none. */
export function listedEvidence(listed: Date | null, timeZone: string): DateEvidence[] {
  if (listed === null) return []
  const parsed = { instant: listed, hasHour: true, hasZone: true, printedDay: localDate(listed, timeZone) }
  return [{ origin: 'feed', parsed, weight: 2, from: 'listado del canal' }]
}

/** The local day of evidence; texts without a zone already say it. */
const localDay = ({ parsed }: DateEvidence, timeZone: string): string =>
  parsed.hasZone ? localDate(parsed.instant, timeZone) : parsed.printedDay

/** Clocks of servers and readers differ by so much. */
const CLOCK_SLACK_MS = 10 * 60_000

/** A machine's stamp without a zone that would be after the capture, and as UTC would not: the server writes UTC. */
function settleNaive(evidence: DateEvidence, timeZone: string, takenAt: Date): DateEvidence {
  const { parsed, origin } = evidence
  if (!parsed.hasHour || origin === 'text' || origin === 'url') return evidence
  const latest = takenAt.getTime() + CLOCK_SLACK_MS
  if (parsed.instant.getTime() <= latest) return evidence
  const asUtc = instantOf(localTime(parsed.instant, timeZone), 'UTC')
  if (asUtc.getTime() > latest) return evidence
  const from = `${evidence.from}, leído como UTC porque aún no era esa hora`
  return { ...evidence, parsed: { ...parsed, instant: asUtc, hasZone: true }, from }
}

/**
 * A stamp may be local time labelled UTC, or UTC to be converted. What else the page gives tells: a visible hour equal to the
 * stamp's own means local time, unless the address has the converted day: then the server shows its own hours. Without visible
 * hours, the printed day must have more support than the converted one. No reading may fall after the capture.
 */
function settleZone(
  evidence: DateEvidence,
  all: readonly DateEvidence[],
  timeZone: string,
  takenAt: Date,
): DateEvidence {
  const { parsed } = evidence
  if (!parsed.hasZone) return settleNaive(evidence, timeZone, takenAt)
  const converted = localDay(evidence, timeZone)
  if (!parsed.hasHour || converted === parsed.printedDay) return evidence
  const naive = all.filter((other) => other !== evidence && !other.parsed.hasZone && other.weight >= 0.5)
  const wall = localTime(parsed.instant, 'UTC')
  const hours = naive
    .filter((other) => other.parsed.hasHour && other.parsed.printedDay === parsed.printedDay)
    .map((other) => localTime(other.parsed.instant, timeZone))
  const isPrintedHour = hours.some(
    ({ hour, minute }) => hour === wall.hour && Math.abs(minute - wall.minute) <= 1,
  )
  const support = (day: string) =>
    naive.filter((other) => other.parsed.printedDay === day).reduce((sum, { weight }) => sum + weight, 0)
  const inAddress = naive.find(({ origin }) => origin === 'url')?.parsed.printedDay
  const isServerHour = inAddress === converted && inAddress !== parsed.printedDay
  const isPrintedDay = support(parsed.printedDay) > support(converted)
  if (isServerHour || (!isPrintedHour && (hours.length > 0 || !isPrintedDay))) return evidence
  const instant = instantOf(wall, timeZone)
  if (instant > takenAt) return evidence
  const from = `${evidence.from}, leído como hora local por lo que muestra la página`
  return { ...evidence, parsed: { ...parsed, instant }, from }
}

/** Support of each day. Of each origin only the best evidence for a day counts: ten cards with a date are one witness. */
function weighDays(evidence: readonly DateEvidence[], timeZone: string): Map<string, number> {
  const best = new Map<string, { day: string; weight: number }>()
  for (const each of evidence) {
    const day = localDay(each, timeZone)
    const key = `${each.origin} ${day}`
    if ((best.get(key)?.weight ?? 0) < each.weight) best.set(key, { day, weight: each.weight })
  }
  const support = new Map<string, number>()
  for (const { day, weight } of best.values()) support.set(day, (support.get(day) ?? 0) + weight)
  return support
}

/** The day with most support; the first of equals. */
function chooseDay(support: ReadonlyMap<string, number>): string | null {
  let chosen: string | null = null
  for (const [day, weight] of support) {
    if (chosen === null || weight > (support.get(chosen) ?? 0) + 0.001) chosen = day
  }
  return chosen
}

/** Whether another day has more than half of the support of the chosen one, or this has hardly any. */
function isDisputed(day: string, support: ReadonlyMap<string, number>): boolean {
  const own = support.get(day) ?? 0
  return own < 1 || [...support].some(([other, weight]) => other !== day && weight > 0.5 * own)
}

/** The most believed evidence of a day; any with an hour before those without. */
function chooseOf(evidence: readonly DateEvidence[]): DateEvidence | null {
  const rank = ({ weight, parsed }: DateEvidence) => weight + (parsed.hasHour && weight >= 0.3 ? 10 : 0)
  return evidence.reduce<DateEvidence | null>(
    (top, each) => (top === null || rank(each) > rank(top) ? each : top),
    null,
  )
}

function flagDate(
  chosen: DateEvidence,
  support: ReadonlyMap<string, number>,
  timeZone: string,
  takenAt: Date,
): ArticleFlag[] {
  const day = localDay(chosen, timeZone)
  const today = localDate(takenAt, timeZone)
  const { hasHour, instant } = chosen.parsed
  const isFuture = hasHour ? instant.getTime() > takenAt.getTime() + HOUR_MS : day > today
  const flags: ArticleFlag[] = []
  if (isFuture) flags.push('fecha-futura')
  if (isDisputed(day, support)) flags.push('fecha-dudosa')
  if (day < addDays(today, -OLD_DAYS)) flags.push('nota-antigua')
  return flags
}

/**
 * Decides the publication date: the day on which the weightiest evidence agrees, and the hour of the most believed evidence of
 * that day. Days are those of the outlet's zone; `takenAt` is the moment of the capture.
 */
export function decidePublication(
  gathered: readonly DateEvidence[],
  timeZone: string,
  takenAt: Date,
): Publication {
  const evidence = gathered
    .map((each) => settleZone(each, gathered, timeZone, takenAt))
    .filter(({ parsed }) => parsed.instant.getTime() < takenAt.getTime() + FUTURE_MS)
  const support = weighDays(evidence, timeZone)
  const day = chooseDay(support)
  const chosen = chooseOf(evidence.filter((each) => localDay(each, timeZone) === day))
  if (chosen === null) {
    const because = 'no se halló ninguna fecha'
    return {
      publishedAt: null,
      publishedFrom: 'none',
      hasHour: false,
      flags: ['sin-fecha'],
      evidence,
      because,
    }
  }
  return {
    publishedAt: chosen.parsed.instant,
    publishedFrom: chosen.origin,
    hasHour: chosen.parsed.hasHour,
    flags: flagDate(chosen, support, timeZone, takenAt),
    evidence,
    because: chosen.from,
  }
}
