// Editions that are due → jobs that any worker of the archive may take, tried again when they fail or their worker dies.
import { setTimeout as sleep } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { findLastEditions } from '../store/editions.ts'
import type { Store } from '../store/open.ts'
import { countSourcesAtWork, hastenSources } from '../store/source-lease.ts'
import { deadlineOf, listDueEditions } from './calendar.ts'
import type { House } from './house.ts'
import { listOpenEditions, publishBrief } from './publish.ts'
import { CATCH_UP_MINUTES, COMPOSE_MINUTES, type ScheduleEvents } from './schedule.ts'

const QUEUE = 'edicion'
/** Nobody works an hour on an edition: whoever seems to is stuck. */
const LONGEST_SECONDS = 3_600
/** Between two looks at whether the last round before an edition is over. */
const LOOK_MS = 1_000
const OPENING_MS = 100
/** Of the jobs alone: a statement of theirs that fails leaves its session unfit, which must not be one of the archive's. */
const SESSIONS = 3

type EditionJob = { readonly briefId: string; readonly date: string }

export type Jobs = {
  /** Sends a job for each edition that is due; one that is queued or at work already is not sent again. */
  sendDueEditions(house: House): Promise<void>
  /** Waits for the job at hand. */
  close(): Promise<void>
}

export type JobsOptions = {
  readonly signal: AbortSignal
  /** A worker silent for so long is dead; 10 or more. */
  readonly jobSeconds: number
}

/**
 * Opens the jobs of an archive and takes part in them. Jobs decide who makes an edition and when it is tried again;
 * that it is published once is decided by its claim, whoever makes it.
 */
export async function openJobs(
  current: () => House,
  events: ScheduleEvents,
  { signal, jobSeconds }: JobsOptions,
): Promise<Jobs> {
  const { databaseUrl, store } = current()
  if (databaseUrl === null) throw new Error('jobs need a server that workers share')
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'sintesis: trabajos',
    max: SESSIONS,
    schedule: false,
    superviseIntervalSeconds: jobSeconds,
    monitorIntervalSeconds: jobSeconds,
  })
  boss.on('error', (error) => events.onFault('trabajos', error))
  await inTurn(store, async () => {
    await boss.start()
    await boss.createQueue(QUEUE, {
      policy: 'exclusive',
      heartbeatSeconds: jobSeconds,
      expireInSeconds: LONGEST_SECONDS,
      retryLimit: 20,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 120,
    })
  })
  await boss.work<EditionJob>(QUEUE, { batchSize: 1, pollingIntervalSeconds: 2 }, async (jobs) => {
    for (const { data } of jobs) await makeEdition(current(), data, events, signal)
  })
  return {
    async sendDueEditions(house) {
      const { briefs, municipality } = house.workspace
      const last = await findLastEditions(house.store.db)
      const due = listDueEditions(briefs, municipality, last, house.clock())
      for (const { brief, date } of [...(await listOpenEditions(house)), ...due])
        await boss.send(QUEUE, { briefId: brief.id, date }, { singletonKey: `${brief.id} ${date}` })
    },
    close: () => boss.stop({ graceful: true, timeout: 120_000 }),
  }
}

/** Workers that start together make the tables of the jobs one after the other: side by side their `create` would collide. */
async function inTurn(store: Store, work: () => Promise<void>): Promise<void> {
  for (;;) {
    const lock = await store.tryLock('jobs: opening')
    if (lock === null) {
      await sleep(OPENING_MS)
      continue
    }
    try {
      return await work()
    } finally {
      await lock.release()
    }
  }
}

async function makeEdition(
  house: House,
  { briefId, date }: EditionJob,
  events: ScheduleEvents,
  signal: AbortSignal,
): Promise<void> {
  const { briefs, municipality } = house.workspace
  const brief = briefs.find(({ id }) => id === briefId)
  if (brief === undefined) throw new Error(`este equipo no tiene el reporte «${briefId}»`)
  const open = await listOpenEditions(house)
  const isOpen = open.some((one) => one.brief.id === briefId && one.date === date)
  if (!isOpen) await collectLast(house, deadlineOf(brief, date, municipality), signal)
  const published = await publishBrief(house, brief, date)
  if (published === null) throw new Error(`otro proceso está haciendo ${briefId} ${date}`)
  if (published.isNew) events.onEdition(published)
}

/**
 * One more round of every source, by all workers, as far as the deadline allows. An edition that is late already is cut
 * when what is due has been read.
 */
async function collectLast(house: House, deadline: Date, signal: AbortSignal): Promise<void> {
  const { db } = house.store
  const began = house.clock()
  const enough = deadline.getTime() - COMPOSE_MINUTES * 60_000
  const isLate = began.getTime() >= enough
  const end = isLate ? began.getTime() + CATCH_UP_MINUTES * 60_000 : enough
  const among = house.workspace.sources.filter(({ isEnabled }) => isEnabled).map(({ id }) => id)
  // Another edition of the same morning may just have had its round.
  if (!isLate) await hastenSources(db, new Date(began.getTime() - COMPOSE_MINUTES * 60_000), began)
  while (house.clock().getTime() < end && (await countSourcesAtWork(db, among, began)) > 0) {
    if (signal.aborted) throw new Error('el trabajador se detuvo; otro hará la edición')
    await sleep(LOOK_MS)
  }
}
