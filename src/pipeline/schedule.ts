// A house and the clock → the resident work: each source when due, each edition by its deadline, caught up after a stop.
import cron from 'node-cron'
import { Misdeclared } from '../failure.ts'
import { findLastEditions } from '../store/editions.ts'
import { type DueEdition, deadlineOf, listDueEditions } from './calendar.ts'
import type { House } from './house.ts'
import { type Published, publishBrief } from './publish.ts'
import { refreshHouse } from './refresh.ts'
import { listSourcesToVisit, type Visit, visitSources } from './run.ts'

/** Collecting for an edition stops this long before its deadline, whatever is still unread: composing needs the rest. */
const COMPOSE_MINUTES = 5

export type ScheduleEvents = {
  readonly onVisit: (visit: Visit) => void
  readonly onEdition: (published: Published) => void
  /** What went wrong outside any source: the database, the disk, a report. The schedule goes on. */
  readonly onFault: (task: string, error: Error) => void
}

export type Schedule = {
  /** Ends the clock and waits for the work at hand. */
  stop(): Promise<void>
}

/**
 * Works until stopped: once a minute it collects the sources that are due and, apart from that, publishes the editions
 * that are due. Each task skips the minute while it is still at work. The first look happens at once, which is how an
 * edition missed while the machine was off is caught up. Publishing twice is impossible: editions are claimed.
 */
export function startSchedule(first: House, events: ScheduleEvents): Schedule {
  const current = followWorkspace(first, events)
  const collecting = makeTask('colecta', async () => collectDue(await current(), events), events)
  const publishing = makeTask('edición', async () => publishDue(await current(), events), events)
  const clock = cron.schedule(
    '* * * * *',
    () => {
      collecting.run()
      publishing.run()
    },
    { timezone: first.workspace.municipality.timeZone },
  )
  collecting.run()
  publishing.run()
  return {
    async stop() {
      await clock.destroy()
      await Promise.all([collecting.rest(), publishing.rest()])
    },
  }
}

/** The house with the workspace as it stands: an analyst's edit needs no restart. A mistake in it is told once. */
function followWorkspace(first: House, { onFault }: ScheduleEvents): () => Promise<House> {
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

async function collectDue(house: House, { onVisit }: ScheduleEvents): Promise<void> {
  const sources = await listSourcesToVisit(house, false)
  if (sources.length > 0) await visitSources(house, sources, (_done, _total, visit) => onVisit(visit))
}

async function publishDue(house: House, events: ScheduleEvents): Promise<void> {
  const { briefs, municipality } = house.workspace
  const last = await findLastEditions(house.store.db)
  for (const due of listDueEditions(briefs, municipality, last, house.clock())) {
    await collectLast(house, due, events)
    const published = await publishBrief(house, due.brief, due.date)
    if (published !== null) events.onEdition(published)
  }
}

/** One more round of every source, as far as the deadline allows: an edition late is worse than an edition that says who did not answer. */
async function collectLast(
  house: House,
  { brief, date }: DueEdition,
  { onVisit }: ScheduleEvents,
): Promise<void> {
  const deadline = deadlineOf(brief, date, house.workspace.municipality)
  const left = deadline.getTime() - COMPOSE_MINUTES * 60_000 - house.clock().getTime()
  if (left <= 0) return
  const sources = await listSourcesToVisit(house, true)
  const round = visitSources(house, sources, (_done, _total, visit) => onVisit(visit))
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, left)
  })
  await Promise.race([round.then(() => undefined), end])
  clearTimeout(timer)
}
