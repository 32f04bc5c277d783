// `node bench/workers.ts [--workers 1,2] [--hosts 60] [--notes 25]`: workers on one archive → what each note and each quiet round costs whom.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { openHouse } from '../src/pipeline/house.ts'
import { startWorker } from '../src/pipeline/worker.ts'
import { releaseHostLease, takeHostLease } from '../src/store/host-lease.ts'
import { openStore } from '../src/store/open.ts'
import { holdServer } from '../src/store/server.ts'

/** Kernel ticks of `/proc/<pid>/stat` in a second. */
const TICKS = 100

type Setting = {
  readonly workspace: string
  readonly databaseUrl: string
  readonly data: string
  readonly hosts: number
  readonly port: number
}

const child = process.env.SINTESIS_BENCH_WORKER
if (child === undefined) await main()
else await work(JSON.parse(child) as Setting)

/** One worker, until it is told to stop; tells the processor time it took. */
async function work({ workspace, databaseUrl, data, hosts, port }: Setting): Promise<void> {
  const loopbackHosts = new Map(Array.from({ length: hosts }, (_, n) => [`medio${n}.example`, port]))
  const house = await openHouse({
    workspace,
    databaseUrl,
    clock: () => new Date(),
    data,
    sharesHosts: true,
    web: { loopbackHosts, hostDelayMs: 0, browser: 'off' },
  })
  const quiet = {
    onVisit: () => {},
    onEdition: () => {},
    onFault: (task: string, error: Error) => console.error(task, error),
  }
  await startWorker(house, quiet, { idleMs: 100 })
  process.on('message', () => process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage().rss }))
  process.send?.('ready')
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      workers: { type: 'string', default: '1,2' },
      hosts: { type: 'string', default: '60' },
      notes: { type: 'string', default: '25' },
      latency: { type: 'string', default: '20' },
    },
  })
  await measureLeases()
  for (const count of values.workers.split(',').map(Number))
    await measureWorkers(count, Number(values.hosts), Number(values.notes), Number(values.latency))
}

async function withArchive<T>(
  run: (archive: { databaseUrl: string; data: string; postmaster: number }) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'bench-workers-'))
  const server = await holdServer(data)
  const { host, port, user, database } = server.address
  const databaseUrl = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  try {
    return await run({ databaseUrl, data, postmaster: server.pid })
  } finally {
    await server.release()
    await rm(data, { recursive: true, force: true })
  }
}

/** Seconds of processor that PostgreSQL took since it started: its processes that live and those that ended. */
function databaseSeconds(postmaster: number): number {
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
        .map(Number)
      const [, parent] = fields
      const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
      if (Number(pid) === postmaster) ticks += user + system + endedUser + endedSystem
      else if (parent === postmaster) ticks += user + system
    } catch {
      // It ended between the listing and the reading: the postmaster has its time.
    }
  }
  return ticks / TICKS
}

async function measureLeases(): Promise<void> {
  await withArchive(async ({ databaseUrl, data, postmaster }) => {
    const store = await openStore({ dataFolder: data, databaseUrl })
    const turns = 6_000
    const turn = async (n: number) => {
      const host = `medio${n % 3_000}.example`
      const holder = `h${n}`
      await takeHostLease(store.db, { host, holder, termMs: 60_000, shortPauseMs: 3_000 })
      await releaseHostLease(store.db, { host, holder, restMs: 0, failures: 0, pause: null })
    }
    const before = databaseSeconds(postmaster)
    const own = process.cpuUsage()
    const startedAt = performance.now()
    let next = 0
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        while (next < turns) await turn(next++)
      }),
    )
    const seconds = (performance.now() - startedAt) / 1000
    const { user, system } = process.cpuUsage(own)
    const database = databaseSeconds(postmaster) - before
    console.log(
      `host lease, taken and given back, 3,000 hosts, 10 sessions: ${(turns / seconds).toFixed(0)}/s; PostgreSQL ${((database / turns) * 1000).toFixed(2)} ms of processor, worker ${((user + system) / 1e3 / turns).toFixed(2)} ms`,
    )
    await store.close()
  })
}

async function measureWorkers(count: number, hosts: number, notes: number, latencyMs: number): Promise<void> {
  const press = fork(new URL('./workers-press.ts', import.meta.url), [
    String(hosts),
    String(notes),
    String(latencyMs),
  ])
  const { port } = await answerOf<{ port: number }>(press)
  const workspace = await makeWorkspace(hosts)
  await withArchive(async ({ databaseUrl, data, postmaster }) => {
    await (await openStore({ dataFolder: data, databaseUrl })).close()
    const pool = new Pool({ connectionString: databaseUrl, max: 2 })
    const countOf = async (query: string) => Number((await pool.query(query)).rows[0]?.count)
    const env = {
      ...process.env,
      SINTESIS_BENCH_WORKER: JSON.stringify({ workspace, databaseUrl, data, hosts, port }),
    }
    const workers = Array.from({ length: count }, () => fork(import.meta.filename, { env }))
    await Promise.all(workers.map((worker) => once(worker, 'message')))
    const parts = { workers, press, postmaster }
    const full = await measure(parts, async () => {
      while ((await countOf('select count(*) from round')) < hosts) await sleep(50)
    })
    const kept = await countOf('select count(*) from note')
    await pool.query('update source set next_at = null')
    const quiet = await measure(parts, async () => {
      while ((await countOf('select count(*) from round')) < 2 * hosts) await sleep(20)
    })
    const size = await countOf('select pg_database_size(current_database()) as count')
    const each = (seconds: number) => `${((seconds / kept) * 1000).toFixed(1)} ms`
    console.log(
      `\n${count} worker(s), ${hosts} hosts × ${notes} notes of 40 KB, ${latencyMs} ms latency, no delay between requests:`,
    )
    console.log(
      `  ${kept} notes in ${full.seconds.toFixed(1)} s: ${(kept / full.seconds).toFixed(1)} notes/s, ${(full.requests / full.seconds).toFixed(1)} requests/s`,
    )
    console.log(
      `  processor per note: workers ${each(full.workers)}, PostgreSQL ${each(full.database)}; cores busy: workers ${(full.workers / full.seconds).toFixed(2)}, PostgreSQL ${(full.database / full.seconds).toFixed(2)}; largest worker ${(full.rss / 1e6).toFixed(0)} MB`,
    )
    console.log(
      `  quiet round: ${(hosts / quiet.seconds).toFixed(1)}/s, workers ${((quiet.workers / hosts) * 1000).toFixed(1)} ms, PostgreSQL ${((quiet.database / hosts) * 1000).toFixed(1)} ms`,
    )
    console.log(
      `  database ${(size / kept / 1e3).toFixed(1)} KB a note (empty one included), captures ${(folderBytes(join(data, 'captures')) / kept / 1e3).toFixed(1)} KB a note`,
    )
    for (const worker of workers) worker.kill('SIGKILL')
    await pool.end()
  })
  press.kill()
  await rm(workspace, { recursive: true, force: true })
}

type Parts = {
  readonly workers: readonly ChildProcess[]
  readonly press: ChildProcess
  readonly postmaster: number
}

async function measure(parts: Parts, work: () => Promise<void>) {
  const read = async () => {
    const told = await Promise.all(
      parts.workers.map((worker) => ask<{ cpu: NodeJS.CpuUsage; rss: number }>(worker)),
    )
    return {
      workers: told.reduce((sum, { cpu }) => sum + (cpu.user + cpu.system) / 1e6, 0),
      rss: Math.max(...told.map(({ rss }) => rss)),
      database: databaseSeconds(parts.postmaster),
      requests: (await ask<{ requests: number }>(parts.press)).requests,
      at: performance.now(),
    }
  }
  const before = await read()
  await work()
  const after = await read()
  return {
    seconds: (after.at - before.at) / 1000,
    workers: after.workers - before.workers,
    database: after.database - before.database,
    requests: after.requests - before.requests,
    rss: after.rss,
  }
}

async function answerOf<T>(process: ChildProcess): Promise<T> {
  const [message] = await once(process, 'message')
  return message as T
}

function ask<T>(process: ChildProcess): Promise<T> {
  const answer = answerOf<T>(process)
  process.send('?')
  return answer
}

async function makeWorkspace(hosts: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-espacio-'))
  await cp(join(import.meta.dirname, 'press/workspace'), folder, { recursive: true })
  await rm(join(folder, 'sources/mx-jal'), { recursive: true })
  await rm(join(folder, 'reports'), { recursive: true })
  await cp(join(import.meta.dirname, 'press/workspace/reports'), join(folder, 'reports'), { recursive: true })
  await cp(join(import.meta.dirname, 'press/workspace/sources'), join(folder, 'sources'), {
    recursive: true,
    filter: (path) => !path.endsWith('.yml'),
  })
  for (let host = 0; host < hosts; host += 1) {
    const url = `http://medio${host}.example`
    const lines = [
      `name: Medio ${host}`,
      `url: ${url}`,
      'medium: portal',
      'tier: 2',
      'every: 60m',
      'channels:',
      `  - feed: ${url}/feed`,
    ]
    await writeFile(join(folder, 'sources/mx-jal', `medio${host}.yml`), `${lines.join('\n')}\n`)
  }
  return folder
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
