// A house on an archive that others work on too → one worker: it takes due sources one by one, each from the others' hands.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Source } from '../model.ts'
import { checkDataFolder } from '../store/archive-mark.ts'
import { claimDueSource, releaseSourceClaim, renewSourceClaims } from '../store/source-lease.ts'
import type { House } from './house.ts'
import { type Jobs, openJobs } from './jobs.ts'
import { followNewBoletines } from './new-boletines.ts'
import { visitOne } from './run.ts'
import { followWorkspace, type ScheduleEvents } from './schedule.ts'
import { catchUpStories } from './story-news.ts'

export type WorkerLimits = {
  /** Sources visited at the same time. Mostly they wait: for the answer, or for the rest of their host. */
  readonly atOnce: number
  /** How long a dead worker's source waits for another, in milliseconds. */
  readonly leaseMs: number
  /** Between two looks for due sources when there was none. */
  readonly idleMs: number
  /** Between two looks at the workspace, at boletines and stories of others, and at the editions that are due. */
  readonly lookMs: number
  /** How soon another worker takes up an edition whose worker died, in seconds; 10 or more. */
  readonly jobSeconds: number
}

const LIMITS: WorkerLimits = { atOnce: 32, leaseMs: 60_000, idleMs: 1_000, lookMs: 60_000, jobSeconds: 30 }
const AFTER_FAULT_MS = 5_000

export type Worker = {
  /** Takes no more work and waits for that at hand: each source ends the note it is at and leaves the rest for later. */
  stop(): Promise<void>
}

/** One worker at work: who it is, what it is at, where it tells. */
type Course = {
  readonly holder: string
  readonly limits: WorkerLimits
  readonly events: ScheduleEvents
  readonly signal: AbortSignal
  readonly visiting: Map<string, Promise<void>>
  /** The house as the last look at the workspace left it. */
  house: House
}

/**
 * Works until stopped, beside any number of others on the same archive: visits sources as they become due and makes
 * editions as jobs. No source is visited and no host asked by two at once; what a dead worker left is taken over.
 * @throws Misdeclared when the data folder is not the one that the archive's other workers see.
 */
export async function startWorker(
  first: House,
  events: ScheduleEvents,
  changes: Partial<WorkerLimits> = {},
): Promise<Worker> {
  await first.store.db.transaction().execute((trx) => checkDataFolder(trx, first.data))
  await followNewBoletines(first)
  const limits = { ...LIMITS, ...changes }
  const stopping = new AbortController()
  const holder = `${hostname()} ${process.pid} ${randomUUID()}`
  const course: Course = {
    holder,
    limits,
    events,
    signal: stopping.signal,
    visiting: new Map(),
    house: first,
  }
  const { signal } = stopping
  const jobs = await openJobs(() => course.house, events, { signal, jobSeconds: limits.jobSeconds })
  const renewing = setInterval(() => renew(course), limits.leaseMs / 3)
  const loops = [lookAround(followWorkspace(first, events), jobs, course), collectDue(course)]
  return {
    async stop() {
      stopping.abort()
      await Promise.all(loops)
      await Promise.all(course.visiting.values())
      await jobs.close()
      clearInterval(renewing)
    },
  }
}

/** Claims due sources and visits them, as many at once as the limits allow. */
async function collectDue(course: Course): Promise<void> {
  const { limits, signal, visiting } = course
  while (!signal.aborted) {
    if (visiting.size >= limits.atOnce) {
      await Promise.race(visiting.values())
      continue
    }
    const isAtWork = await guard('colecta', course, () => takeNext(course))
    if (isAtWork === false) await pause(limits.idleMs * (0.5 + Math.random()), signal)
  }
}

/** Begins the visit of a due source; false when there is none. */
async function takeNext(course: Course): Promise<boolean> {
  const { house, holder, limits, visiting } = course
  const sources = new Map(
    house.workspace.sources
      // A claim that ended while this process could not renew it is still at work here.
      .filter(({ id, isEnabled }) => isEnabled && !visiting.has(id))
      .map((source) => [source.id, source]),
  )
  const claim = { holder, among: [...sources.keys()], now: house.clock(), termMs: limits.leaseMs }
  const source = sources.get((await claimDueSource(house.store.db, claim)) ?? '')
  if (source === undefined) return false
  const visit = visitClaimed(house, source, course).finally(() => visiting.delete(source.id))
  visiting.set(source.id, visit)
  return true
}

/** A visit that ended well gives its source back; any other leaves it to nobody until the lease ends, which is a pause. */
async function visitClaimed(house: House, source: Source, course: Course): Promise<void> {
  await guard('colecta', course, async () => {
    const visit = await visitOne(house, source, course.signal)
    course.events.onVisit(visit)
    if (visit.kind === 'round') await releaseSourceClaim(house.store.db, course.holder, source.id)
  })
}

function renew({ house, holder, limits, visiting }: Course): void {
  // One that fails leaves two thirds of the term, and two more tries.
  if (visiting.size > 0)
    renewSourceClaims(house.store.db, holder, [...visiting.keys()], limits.leaseMs).catch(() => {})
}

/** What the others did and what the day asks for: new boletines, notes kept elsewhere, editions that are due. */
async function lookAround(follow: () => Promise<House>, jobs: Jobs, course: Course): Promise<void> {
  while (!course.signal.aborted) {
    await guard('revisión', course, async () => {
      const house = await follow()
      // Before anybody reads by it: a note that prints a boletín cannot be kept while the archive lacks that boletín.
      await followNewBoletines(house)
      course.house = house
      await catchUpStories(house)
      await jobs.sendDueEditions(house)
    })
    await pause(course.limits.lookMs, course.signal)
  }
}

/** Tells what went wrong and rests a little; the worker goes on. Null when it went wrong. */
async function guard<T>(task: string, course: Course, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    course.events.onFault(task, error instanceof Error ? error : new Error(String(error)))
    await pause(AFTER_FAULT_MS, course.signal)
    return null
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {}) // told to stop: the loop sees it
}
