// A seed and assumptions → hosts and sources like those of a state's press: how fast, how patient, how often they publish and fail.
import { makeRandom } from './random.ts'

/** Times are milliseconds from the start of the simulation, which is a midnight. */
export type SimulatedHost = {
  /** Median of its answers. Each answer differs by a factor, see `drawAnswer`. */
  readonly latencyMs: number
  /** Between the starts of two requests: its `Crawl-delay` or the house's own second. */
  readonly delayMs: number
  /** From when to when it does not answer, in order. */
  readonly outages: readonly (readonly [number, number])[]
}

export type SimulatedSource = {
  /** Index of its host. */
  readonly host: number
  readonly everyMinutes: number
  /** Of the media whose news must be had within ten minutes. */
  readonly isKey: boolean
  /** Notes that its listing shows. */
  readonly window: number
  /** When each note appears, in order. */
  readonly published: Float64Array
}

export type World = { readonly hosts: readonly SimulatedHost[]; readonly sources: readonly SimulatedSource[] }

export type Assumptions = {
  readonly seed: number
  readonly sources: number
  readonly notesPerDay: number
  readonly days: number
  readonly keySources: number
  readonly keyEvery: number
  readonly otherEvery: number
  /** Share of hosts whose robots.txt asks for `CRAWL_DELAY_MS`. */
  readonly crawlDelayShare: number
}

const DAY = 86_400_000
const HOUR = 3_600_000

/**
 * First byte by site: 42 % under 0.8 s, 19 % over 1.8 s (HTTP Archive, Web Almanac 2024, performance, mobile, from
 * Chrome UX Report). The lognormal through both points has a median of 0.93 s and a sigma of 0.75.
 */
export const LATENCY = { medianMs: 930, sigma: 0.75 }
/** Assumed: from one answer of a host to the next. */
const JITTER_SIGMA = 0.4
/** The figure most written: that of the robots.txt that Drupal shipped. */
const CRAWL_DELAY_MS = 10_000
const OWN_DELAY_MS = 1_000
/** Assumed: each host falls silent every ten days on average, for a median of twenty minutes and a mean of about an hour. */
const OUTAGE = { everyDays: 10, medianMs: 20 * 60_000, sigma: 1.5 }
/**
 * Assumed. With 100 notes a day on average it puts the two outlets that were measured, 173 and 277 notes a day, among
 * the busiest sixth and twelfth.
 */
const RATE_SIGMA = 1.2
/** Assumed: size of the listing and share of sources. WordPress shows 10 unless told otherwise. */
const WINDOWS: readonly (readonly [number, number])[] = [
  [10, 0.45],
  [20, 0.3],
  [50, 0.15],
  [100, 0.1],
]
/** Assumed: sources of one group on one host, as oem.com.mx holds those of its group. */
const GROUPS = [36, 20, 12, 8, 8]
/** Assumed share of a day's notes by hour, any unit. */
const HOURS = [2, 1, 1, 1, 2, 3, 5, 7, 9, 10, 11, 11, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7, 5, 3]

/** Draws a world. The same assumptions give the same world. */
export function makeWorld(assumed: Assumptions): World {
  const random = makeRandom(assumed.seed)
  const hostOf = assignHosts(assumed.sources)
  const hosts = Array.from({ length: (hostOf.at(-1) ?? 0) + 1 }, () => makeHost(assumed, random))
  const weights = hostOf.map(() => drawLogNormal(1, RATE_SIGMA, random))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const perDay = weights.map((weight) => (weight / total) * assumed.notesPerDay)
  const least =
    perDay.toSorted((one, other) => other - one)[assumed.keySources - 1] ?? Number.POSITIVE_INFINITY
  const sources = hostOf.map((host, index) => {
    const rate = perDay[index] ?? 0
    const isKey = rate >= least
    return {
      host,
      everyMinutes: isKey ? assumed.keyEvery : assumed.otherEvery,
      isKey,
      window: drawWindow(random),
      published: publish(rate, assumed.days, random),
    }
  })
  return { hosts, sources }
}

/** Milliseconds of one answer of a host. */
export function drawAnswer(host: SimulatedHost, random: () => number): number {
  return drawLogNormal(host.latencyMs, JITTER_SIGMA, random)
}

export function isOut(host: SimulatedHost, at: number): boolean {
  return host.outages.some(([from, to]) => at >= from && at < to)
}

/** Host of each source: the groups share theirs, every other source has its own. */
function assignHosts(sources: number): number[] {
  const grouped = GROUPS.flatMap((size, host) => Array.from({ length: size }, () => host))
  const single = Array.from(
    { length: Math.max(0, sources - grouped.length) },
    (_, index) => GROUPS.length + index,
  )
  return sources > grouped.length
    ? [...grouped, ...single]
    : Array.from({ length: sources }, (_, index) => index)
}

function makeHost({ crawlDelayShare, days }: Assumptions, random: () => number): SimulatedHost {
  const latencyMs = drawLogNormal(LATENCY.medianMs, LATENCY.sigma, random)
  const delayMs = random() < crawlDelayShare ? CRAWL_DELAY_MS : OWN_DELAY_MS
  const outages: [number, number][] = []
  for (let at = drawWait(OUTAGE.everyDays * DAY, random); at < days * DAY; ) {
    const to = at + drawLogNormal(OUTAGE.medianMs, OUTAGE.sigma, random)
    outages.push([at, to])
    at = to + drawWait(OUTAGE.everyDays * DAY, random)
  }
  return { latencyMs, delayMs, outages }
}

/** Instants of a Poisson process with the rhythm of a day, by thinning (Lewis and Shedler 1979). */
function publish(perDay: number, days: number, random: () => number): Float64Array {
  const mean = HOURS.reduce((sum, weight) => sum + weight, 0) / HOURS.length
  const highest = Math.max(...HOURS)
  const wait = DAY / ((perDay * highest) / mean)
  const instants: number[] = []
  for (let at = drawWait(wait, random); at < days * DAY; at += drawWait(wait, random))
    if (random() * highest < (HOURS[Math.floor((at % DAY) / HOUR)] ?? 0)) instants.push(at)
  return Float64Array.from(instants)
}

function drawWindow(random: () => number): number {
  let left = random()
  for (const [size, share] of WINDOWS) {
    left -= share
    if (left < 0) return size
  }
  return 10
}

function drawWait(mean: number, random: () => number): number {
  return -Math.log(1 - random()) * mean
}

/** By Box and Muller 1958. */
export function drawLogNormal(median: number, sigma: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return median * Math.exp(sigma * normal)
}
