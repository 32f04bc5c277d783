// A world, workers and what their work costs → when each note would be kept, which are never listed, and how busy everyone is.
import { failurePauseMs, restAfterMs, SHORT_PAUSE_MS } from '../src/collect/host-gate.ts'
import { estimateSafeMinutes, findGap, planInterval } from '../src/score/listing-pace.ts'
import { type EventQueue, makeEventQueue } from './event-queue.ts'
import { makeRandom } from './random.ts'
import { drawAnswer, isOut, type SimulatedHost, type SimulatedSource, type World } from './scale-world.ts'

export type Crew = {
  readonly workers: number
  /** Sources that each visits at the same time. */
  readonly atOnce: number
  /** Milliseconds of a worker's one thread for each visit, and for each note of it. */
  readonly visitMs: number
  readonly noteMs: number
  /** Whether all sources are due at the start, as on a first day; else they begin spread over their intervals. */
  readonly isFirstDay?: boolean
}

export type Fate = {
  readonly isKey: boolean
  readonly publishedAt: number
  /** When a listing first showed it; null when none ever did. */
  readonly seenAt: number | null
  /** When its page had been fetched. */
  readonly takenAt: number | null
  readonly keptAt: number | null
}

export type Course = {
  readonly fates: readonly Fate[]
  readonly visits: number
  readonly failedVisits: number
  readonly requests: number
  /** Visits of which `findGap` says that something may have slipped by. */
  readonly gaps: number
  /** Share of all workers' time on the processor, and of their places at once that were in use. */
  readonly busy: number
  readonly occupied: number
}

const MINUTE = 60_000
const REMEMBERED = 7 * 86_400_000
/** Deadline of a request to a host that does not answer. */
const TIMEOUT_MS = 20_000

type Host = SimulatedHost & {
  waiting: ((at: number) => void)[]
  isBusy: boolean
  nextAt: number
  pausedUntil: number
  failures: number
}

type Source = SimulatedSource & {
  readonly fate: { seenAt: number | null; takenAt: number | null; keptAt: number | null }[]
  /** Notes seen or lost so far: those after it are news. */
  known: number
  /** Seen, but their page could not be fetched. */
  readonly owed: number[]
  readonly safe: { readonly at: number; readonly minutes: number }[]
  failures: number
  before: { readonly visitedAt: Date; readonly newestAt: Date | null } | null
}

type Worker = { free: number; cpuFreeAt: number; cpuMs: number; placeMs: number }

/**
 * Plays `days` days. Sources are claimed the longest due first, hosts asked one thing at a time with the real rests and
 * pauses, the notes of a visit read one after another, newest first, and the next visit set by the real rule.
 */
export function simulate(world: World, crew: Crew, days: number, seed = 1): Course {
  const random = makeRandom(seed)
  const end = days * 86_400_000
  const events: EventQueue<(at: number) => void> = makeEventQueue()
  const due: EventQueue<Source> = makeEventQueue()
  const hosts: Host[] = world.hosts.map((host) => ({
    ...host,
    waiting: [],
    isBusy: false,
    nextAt: 0,
    pausedUntil: 0,
    failures: 0,
  }))
  const sources: Source[] = world.sources.map(makeSource)
  const workers: Worker[] = Array.from({ length: crew.workers }, () => ({
    free: crew.atOnce,
    cpuFreeAt: 0,
    cpuMs: 0,
    placeMs: 0,
  }))
  const tally = { visits: 0, failedVisits: 0, requests: 0, gaps: 0 }

  const think = (worker: Worker, at: number, ms: number, then: (at: number) => void) => {
    worker.cpuFreeAt = Math.max(at, worker.cpuFreeAt) + ms
    worker.cpuMs += ms
    events.add(worker.cpuFreeAt, then)
  }

  /** Asks a host in its turn; `then` is told when it ended and whether it went well, null when the host is left alone. */
  const ask = (host: Host, at: number, then: (at: number, isWell: boolean | null) => void) => {
    const start = (now: number) => {
      if (host.pausedUntil - now > SHORT_PAUSE_MS) {
        passOn(host, now)
        return then(now, null)
      }
      const startedAt = Math.max(now, host.nextAt, host.pausedUntil)
      const isWell = !isOut(host, startedAt)
      const tookMs = isWell ? drawAnswer(host, random) : TIMEOUT_MS
      tally.requests += 1
      events.add(startedAt + tookMs, (done) => {
        host.nextAt = done + restAfterMs(host.delayMs, tookMs)
        host.failures = isWell ? 0 : host.failures + 1
        const pauseMs = failurePauseMs(host.failures)
        if (pauseMs > 0) host.pausedUntil = done + pauseMs
        passOn(host, done)
        then(done, isWell)
      })
    }
    if (host.isBusy) host.waiting.push(start)
    else {
      host.isBusy = true
      start(at)
    }
  }

  const passOn = (host: Host, at: number) => {
    const next = host.waiting.shift()
    if (next === undefined) host.isBusy = false
    else events.add(at, next)
  }

  const visit = (worker: Worker, source: Source, startedAt: number) => {
    const host = hosts[source.host]
    if (host === undefined) throw new Error(`no host ${source.host}`)
    worker.free -= 1
    tally.visits += 1
    const finish = (at: number) => {
      worker.free += 1
      worker.placeMs += at - startedAt
      due.add(Math.max(planNext(source, startedAt), host.pausedUntil), source)
      look(worker, at)
    }
    const readNext = (items: readonly number[], at: number) => {
      const [item, ...rest] = items
      if (item === undefined) return finish(at)
      ask(host, at, (taken, isWell) => {
        if (isWell !== true) {
          source.owed.push(item)
          return readNext(rest, taken)
        }
        think(worker, taken, crew.noteMs, (kept) => {
          const fate = source.fate[item]
          if (fate !== undefined) Object.assign(fate, { takenAt: taken, keptAt: kept })
          readNext(rest, kept)
        })
      })
    }
    ask(host, startedAt, (answeredAt, isWell) => {
      if (isWell !== true) {
        tally.failedVisits += 1
        source.failures += 1
        return think(worker, answeredAt, crew.visitMs, finish)
      }
      const owed = source.owed.splice(0)
      const { news, hasGap } = readListing(source, startedAt, answeredAt)
      if (hasGap) tally.gaps += 1
      think(worker, answeredAt, crew.visitMs, (at) => readNext([...news, ...owed], at))
    })
  }

  /** Takes due sources while there are places; a worker that finds none looks again within a second or so. */
  const idle = new Set<Worker>()
  const look = (worker: Worker, at: number) => {
    if (idle.has(worker)) return
    while (worker.free > 0) {
      const next = due.take()
      if (next === null) return wait(worker, at + 1_000)
      if (next.at > at) {
        due.add(next.at, next.task)
        return wait(worker, next.at)
      }
      visit(worker, next.task, at)
    }
  }
  const wait = (worker: Worker, until: number) => {
    idle.add(worker)
    events.add(until + random() * 1_000, (at) => {
      idle.delete(worker)
      look(worker, at)
    })
  }

  for (const source of sources)
    due.add(crew.isFirstDay === true ? 0 : random() * source.everyMinutes * MINUTE, source)
  for (const worker of workers) wait(worker, 0)
  for (let event = events.take(); event !== null && event.at < end; event = events.take())
    event.task(event.at)

  const total = (count: (worker: Worker) => number) => workers.reduce((sum, worker) => sum + count(worker), 0)
  return {
    ...tally,
    fates: sources.flatMap((source) =>
      source.fate.map((fate, index) => ({
        ...fate,
        isKey: source.isKey,
        publishedAt: source.published[index] ?? 0,
      })),
    ),
    busy: total(({ cpuMs }) => cpuMs) / (end * crew.workers),
    occupied: total(({ placeMs }) => placeMs) / (end * crew.workers * crew.atOnce),
  }
}

function makeSource(source: SimulatedSource): Source {
  return {
    ...source,
    fate: Array.from(source.published, () => ({ seenAt: null, takenAt: null, keptAt: null })),
    known: 0,
    owed: [],
    safe: [],
    failures: 0,
    before: null,
  }
}

/** What a listing shows that is new, newest first; measures it as the house measures a visit. */
function readListing(
  source: Source,
  startedAt: number,
  answeredAt: number,
): { news: number[]; hasGap: boolean } {
  const { published, window, before, known } = source
  const until = countUntil(published, known, answeredAt)
  const from = Math.max(0, until - window)
  const news: number[] = []
  for (let item = until - 1; item >= Math.max(from, known); item -= 1) news.push(item)
  for (const item of news) {
    const fate = source.fate[item]
    if (fate !== undefined) fate.seenAt = answeredAt
  }
  source.known = until
  source.failures = 0
  if (until === from) return { news, hasGap: false }
  const dates = Array.from(published.subarray(from, until), (at) => new Date(at))
  const visitedAt = new Date(startedAt)
  const listed = {
    size: until - from,
    fresh: news.length,
    dated: until - from,
    newestAt: dates.at(-1) ?? null,
    oldestAt: dates[0] ?? null,
  }
  const overlaps = before === null ? null : news.length < listed.size
  const sinceLast = before === null ? null : (startedAt - before.visitedAt.getTime()) / MINUTE
  const safe = estimateSafeMinutes(listed, dates, sinceLast)
  if (safe !== null) rememberSafe(source.safe, startedAt, safe)
  const gap = findGap(listed, overlaps, visitedAt, before)
  source.before = { visitedAt, newestAt: listed.newestAt }
  return { news, hasGap: gap !== null }
}

/** How many notes had appeared by an instant; `known` of them had before. */
function countUntil(published: Float64Array, known: number, at: number): number {
  let count = known
  while (count < published.length && (published[count] ?? at) <= at) count += 1
  return count
}

/** Keeps the least of the remembered days first: what is no less than a later one can never rule. */
function rememberSafe(safe: Source['safe'], at: number, minutes: number): void {
  while ((safe.at(-1)?.minutes ?? -1) >= minutes) safe.pop()
  safe.push({ at, minutes })
}

function planNext(source: Source, startedAt: number): number {
  const { safe, everyMinutes, failures } = source
  while ((safe[0]?.at ?? startedAt) < startedAt - REMEMBERED) safe.shift()
  return (
    startedAt +
    planInterval({ everyMinutes, safeMinutes: safe[0]?.minutes ?? null, failures }).minutes * MINUTE
  )
}
