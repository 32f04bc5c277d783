// A house and the clock → the resident work: each source when due, each edition by its deadline, caught up after a stop.
import cron from 'node-cron'
import { Misdeclared } from '../failure.ts'
import type { Source } from '../model.ts'
import { findLastEditions } from '../store/editions.ts'
import { localDate } from '../text/zoned.ts'
import { listDueEditions } from './calendar.ts'
import type { House } from './house.ts'
import { openOwnVisits } from './own-visits.ts'
import { listOpenEditions, type OpenEdition, type Published, publishBrief } from './publish.ts'
import { refreshHouse } from './refresh.ts'
import { listSourcesToVisit, type Visit, visitSources } from './run.ts'

const EVERY_MINUTE = '* * * * *'

/** Collecting for an edition stops this long before its deadline, whatever is still unread: composing needs the rest. */
export const COMPOSE_MINUTES = 5
/** An edition that is late already, because the machine was off, waits at most this long for what is due to be read. */
export const CATCH_UP_MINUTES = 15
const RETRY_MINUTES = 60

export type ScheduleEvents = {
  readonly onVisit: (visit: Visit) => void
  readonly onEdition: (published: Published) => void
  /** What went wrong outside any source: the database, the disk, a report. The schedule goes on. */
  readonly onFault: (task: string, error: Error) => void
}

export type Schedule = {
  /** Ends the clock and waits for the work at hand: each source ends the note it is at and leaves the rest for later. */
  stop(): Promise<void>
}

/** One schedule: where it tells, when it must end, and the rounds that an edition did not wait for. */
type Course = {
  readonly events: ScheduleEvents
  readonly signal: AbortSignal
  readonly stragglers: Set<Promise<unknown>>
  /** What its rounds have in hand: the regular one and that before an edition run side by side. */
  readonly visits: ReturnType<typeof openOwnVisits>
  /** Deadlines, in milliseconds, for which every source was read once more: an edition that fails asks nobody again. */
  readonly prepared: Set<number>
  /** Brief and date of an edition that was begun → when it may be tried again, in milliseconds. */
  readonly retryAt: Map<string, number>
  /** Resolves when the regular round at hand, if any, is over. */
  readonly roundOver: () => Promise<void>
}

/**
 * Works until stopped: once a minute it collects the sources that are due and, apart from that, publishes the editions
 * that are due. Each task skips the minute while it is still at work. The first look happens at once, which is how an
 * edition missed while the machine was off is caught up. Publishing twice is impossible: editions are claimed.
 * `pattern`, in the form of cron, says how often it looks.
 */
export function startSchedule(first: House, events: ScheduleEvents, pattern = EVERY_MINUTE): Schedule {
  const stopping = new AbortController()
  const current = followWorkspace(first, events)
  const course: Course = {
    events,
    signal: stopping.signal,
    stragglers: new Set(),
    visits: openOwnVisits(),
    prepared: new Set(),
    retryAt: new Map(),
    roundOver: () => collecting.rest(),
  }
  const collecting = makeTask('colecta', async () => collectDue(await current(), course), events)
  const publishing = makeTask('edición', async () => publishDue(await current(), course), events)
  const look = () => {
    collecting.run()
    publishing.run()
  }
  // A look that comes late, because a page was being drawn or the machine slept, is not missed: it happens then.
  const options = { suppressMissedWarning: true, missedExecutionTolerance: 60_000 }
  const clock = cron.schedule(pattern, look, options)
  look()
  return {
    async stop() {
      stopping.abort()
      await clock.destroy()
      await Promise.all([collecting.rest(), publishing.rest()])
      await Promise.all(course.stragglers)
    },
  }
}

/** The house with the workspace as it stands: an analyst's edit needs no restart. A mistake in it is told once. */
export function followWorkspace(first: House, { onFault }: ScheduleEvents): () => Promise<House> {
  let fresh = { house: first, stamp: '' }
  let told = ''
  return async () => {
    try {
      fresh = await refreshHouse(fresh)
      told = ''
    } catch (error) {
      if (!(error instanceof Misdeclared)) throw error
      if (error.message !== told) onFault('configuración', error)
      told = error.message
    }
    return fresh.house
  }
}

function makeTask(name: string, work: () => Promise<void>, { onFault }: ScheduleEvents) {
  let current: Promise<void> | null = null
  return {
    run() {
      current ??= work()
        .catch((error: unknown) => onFault(name, error instanceof Error ? error : new Error(String(error))))
        .finally(() => {
          current = null
        })
    },
    async rest() {
      await current
    },
  }
}

async function collectDue(house: House, course: Course): Promise<void> {
  const sources = await listSourcesToVisit(house, false)
  if (sources.length > 0) await collect(house, sources, course)
}

async function collect(house: House, sources: readonly Source[], course: Course): Promise<void> {
  const { events, signal, visits } = course
  const visit = visits.beginRound()
  await visitSources(house, sources, (_done, _total, visited) => events.onVisit(visited), signal, visit)
}

/**
 * Finishes what was begun, then publishes what is due, the most urgent first, each for itself: one that cannot be made
 * holds up no other.
 */
async function publishDue(house: House, course: Course): Promise<void> {
  const open = await listOpenEditions(house)
  for (const edition of open) await finishOpen(house, edition, course)
  const { briefs, municipality } = house.workspace
  const last = await findLastEditions(house.store.db)
  const due = listDueEditions(briefs, municipality, last, house.clock())
    .filter(({ brief, date }) => !open.some((one) => one.brief.id === brief.id && one.date === date))
    .toSorted((one, other) => one.deadline.getTime() - other.deadline.getTime())
  const [first] = due
  if (first === undefined) return
  await collectLast(house, first.deadline, course)
  // Cut now they would lack what was not read; the next start catches up on them.
  if (!course.signal.aborted) for (const edition of due) await publishOne(house, edition, course)
}

/** One of an earlier day that cannot be made is tried again once an hour: nobody waits for it by the minute. */
async function finishOpen(house: House, edition: OpenEdition, course: Course): Promise<void> {
  const now = house.clock()
  const name = `${edition.brief.id} ${edition.date}`
  const isOfToday = edition.date === localDate(now, house.workspace.municipality.timeZone)
  if (!isOfToday && now.getTime() < (course.retryAt.get(name) ?? 0)) return
  course.retryAt.set(name, now.getTime() + RETRY_MINUTES * 60_000)
  if (!course.signal.aborted) await publishOne(house, edition, course)
}

async function publishOne(house: House, { brief, date }: OpenEdition, { events }: Course): Promise<void> {
  try {
    const published = await publishBrief(house, brief, date)
    if (published !== null) events.onEdition(published)
  } catch (error) {
    events.onFault(`edición ${brief.id}`, error instanceof Error ? error : new Error(String(error)))
  }
}

/**
 * One more round of every source, as far as the deadline allows: an edition late is worse than an edition that says who
 * did not answer. One that is late already is cut when what is due has been read.
 */
async function collectLast(house: House, deadline: Date, course: Course): Promise<void> {
  const left = deadline.getTime() - COMPOSE_MINUTES * 60_000 - house.clock().getTime()
  const sources = await listSourcesToVisit(house, left > 0 && !course.prepared.has(deadline.getTime()))
  course.prepared.add(deadline.getTime())
  const round = collect(house, sources, course)
  const straggler = round.catch(() => {}).finally(() => course.stragglers.delete(straggler))
  course.stragglers.add(straggler)
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, left > 0 ? left : CATCH_UP_MINUTES * 60_000)
  })
  try {
    await Promise.race([Promise.all([round, course.roundOver()]), end])
  } finally {
    clearTimeout(timer) // else it keeps the process up when the database failed
  }
}
