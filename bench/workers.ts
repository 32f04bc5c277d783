// `npm run bench:workers -- [--workers 1,2,4] [--hosts 60] [--notes 25]`: workers on one archive → what each note and each quiet round costs whom.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { releaseHostLease, takeHostLease } from '../src/store/host-lease.ts'
import { openStore } from '../src/store/open.ts'
import { claimDueSource } from '../src/store/source-lease.ts'
import { readDatabaseSeconds, readLoad, withArchive } from './scale-archive.ts'
import { type Cost, type CrewSetting, withCrew } from './workers-crew.ts'

const HOUR = 3_600_000

type Options = {
  readonly hosts: number
  readonly notes: number
  readonly latencyMs: number
  readonly atOnce: number
  readonly heapMegabytes: number | null
}

const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '1,2,4' },
    hosts: { type: 'string', default: '60' },
    notes: { type: 'string', default: '25' },
    latency: { type: 'string', default: '20' },
    'at-once': { type: 'string', default: '32' },
    heap: { type: 'string' },
    lease: { type: 'boolean', default: false },
  },
})
await measureLeases()
if (!values.lease)
  for (const count of values.workers.split(',').map(Number))
    await measureWorkers(count, {
      hosts: Number(values.hosts),
      notes: Number(values.notes),
      latencyMs: Number(values.latency),
      atOnce: Number(values['at-once']),
      heapMegabytes: values.heap === undefined ? null : Number(values.heap),
    })

/** What sharing the work costs by itself: turns at hosts, and looks for a due source among 3,000. */
async function measureLeases(): Promise<void> {
  await withArchive(async ({ databaseUrl, data, postmaster }) => {
    const store = await openStore({ dataFolder: data, databaseUrl })
    const among = Array.from({ length: 3_000 }, (_, n) => `mx-jal/medio-${n}`)
    await sql`
      insert into source (id, name, medium, is_own, is_enabled, every_minutes, declaration, declared_at, next_at)
      select id, id, 'portal', false, true, 60, '{}', now(), now() - interval '1 minute' from unnest(${among}::text[]) id
    `.execute(store.db)
    const now = new Date()
    const isNobodyDue = new Date(now.getTime() - 3_600_000)
    const claim = (at: Date) => claimDueSource(store.db, { holder: 'bench', among, now: at, termMs: 60_000 })
    await tellRate('host lease, taken and given back', postmaster, 6_000, async (n) => {
      const host = `medio${n % 3_000}.example`
      const holder = `h${n}`
      await takeHostLease(store.db, { host, holder, termMs: 60_000, shortPauseMs: 3_000 })
      await releaseHostLease(store.db, { host, holder, restMs: 0, failures: 0, pause: null })
    })
    await tellRate('look for a due source, none', postmaster, 500, () => claim(isNobodyDue))
    await tellRate('look for a due source, claimed', postmaster, 500, () => claim(now))
    await store.close()
  })
}

async function tellRate(
  what: string,
  postmaster: number,
  times: number,
  work: (n: number) => Promise<unknown>,
): Promise<void> {
  const database = readDatabaseSeconds(postmaster)
  const own = process.cpuUsage()
  const startedAt = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      while (next < times) await work(next++)
    }),
  )
  const seconds = (performance.now() - startedAt) / 1e3
  const { user, system } = process.cpuUsage(own)
  const spent = readDatabaseSeconds(postmaster) - database
  console.log(
    `${what}, 3,000 of them, 10 sessions (load ${readLoad()}): ${(times / seconds).toFixed(0)}/s; PostgreSQL ${((spent / times) * 1e3).toFixed(2)} ms of processor, worker ${((user + system) / 1e3 / times).toFixed(2)} ms`,
  )
}

async function measureWorkers(count: number, options: Options): Promise<void> {
  const { hosts, notes, latencyMs, atOnce, heapMegabytes } = options
  const published = Array.from({ length: notes }, (_, note) => (note - notes) * HOUR)
  const setting: CrewSetting = {
    press: {
      outlets: Array.from({ length: hosts }, () => ({ latencyMs, published, window: notes })),
      isVaried: false,
    },
    workers: count,
    atOnce,
    hostDelayMs: 0,
    everyMinutes: 60,
    heapMegabytes,
  }
  await withCrew(setting, async ({ pool, data, measureUntil, weigh }) => {
    const full = await measureUntil('select count(*) from round', hosts)
    const kept = Number((await pool.query('select count(*) from note')).rows[0]?.count)
    await pool.query('update source set next_at = null')
    const quiet = await measureUntil('select count(*) from round', 2 * hosts)
    const { rows } = await pool.query('select pg_database_size(current_database()) as size')
    console.log(
      `\n${count} worker(s) of ${atOnce} places, ${hosts} hosts × ${notes} notes of 40 KB, ${latencyMs} ms latency, no delay between requests (load ${readLoad()}):`,
    )
    tellNotes(full, kept)
    console.log(
      `  quiet round: ${(hosts / quiet.seconds).toFixed(1)}/s, workers ${((quiet.workers / hosts) * 1e3).toFixed(1)} ms, PostgreSQL ${((quiet.database / hosts) * 1e3).toFixed(1)} ms`,
    )
    console.log(
      `  database ${(Number(rows[0]?.size) / kept / 1e3).toFixed(1)} KB a note (empty one included), captures ${(folderBytes(join(data, 'captures')) / kept / 1e3).toFixed(1)} KB a note`,
    )
    const tables = await pool.query<{ name: string; bytes: string }>(
      `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace order by 2 desc limit 7`,
    )
    console.log(
      `  largest tables: ${tables.rows.map(({ name, bytes }) => `${name} ${(Number(bytes) / kept / 1e3).toFixed(1)} KB`).join(', ')} a note`,
    )
    for (const { memory, heldBytes, storiesHeld } of await weigh())
      console.log(
        `  memory after a collection: ${megabytes(memory.rss)} resident, ${megabytes(heldBytes ?? 0)} held by the heap, ${megabytes(memory.external)} outside it; ${storiesHeld} notes in the story window`,
      )
  })
}

function tellNotes(full: Cost, kept: number): void {
  const each = (seconds: number) => `${((seconds / kept) * 1e3).toFixed(1)} ms`
  const { costs } = full
  console.log(
    `  ${kept} notes in ${full.seconds.toFixed(1)} s: ${(kept / full.seconds).toFixed(1)} notes/s, ${(full.requests / full.seconds).toFixed(1)} requests/s`,
  )
  console.log(
    `  processor per note: workers ${each(full.workers)}, PostgreSQL ${each(full.database)}; cores busy: workers ${(full.workers / full.seconds).toFixed(2)}, PostgreSQL ${(full.database / full.seconds).toFixed(2)}`,
  )
  const stages = new Map<string, number>()
  for (const { laps } of costs)
    for (const [stage, ms] of Object.entries(laps)) stages.set(stage, (stages.get(stage) ?? 0) + ms)
  console.log(
    `  time in each stage per note, waits included: ${[...stages].map(([stage, ms]) => `${stage} ${(ms / kept).toFixed(0)} ms`).join(', ')}`,
  )
  const largest = costs.toSorted((one, other) => other.memory.rss - one.memory.rss)[0]
  if (largest === undefined) return
  const { rss, heapTotal, heapUsed, external } = largest.memory
  console.log(
    `  largest worker: ${megabytes(rss)} resident, heap ${megabytes(heapTotal)} of which ${megabytes(heapUsed)} in use, ${megabytes(external)} outside the heap`,
  )
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
