// A press and a number of workers → the workers at work on an archive of their own over it, ready to be measured.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { openStore } from '../src/store/open.ts'
import { readDatabaseSeconds, withArchive } from './scale-archive.ts'
import type { WorkerCost, WorkerSetting } from './workers-child.ts'
import type { PressSetting } from './workers-press.ts'

/** As `bin/sintesis.js` starts its Node. */
const NODE_FLAGS = ['--max-semi-space-size=16', '--expose-gc']

export type CrewSetting = {
  readonly press: PressSetting
  readonly workers: number
  readonly atOnce: number
  readonly hostDelayMs: number
  readonly everyMinutes: number
  /** Most megabytes of each worker's old generation; null leaves it to V8, which goes by the memory of the machine. */
  readonly heapMegabytes: number | null
}

export type Cost = {
  readonly seconds: number
  /** Seconds of processor, of all workers together and of PostgreSQL. */
  readonly workers: number
  readonly database: number
  readonly requests: number
  readonly costs: readonly WorkerCost[]
}

export type CrewAtWork = {
  readonly pool: Pool
  readonly data: string
  /** When the press began, in milliseconds since 1970. */
  readonly pressAt: number
  /** What passes until a query counts so many rows. */
  measureUntil(query: string, count: number): Promise<Cost>
  /** What each worker holds in memory, garbage apart. */
  weigh(): Promise<readonly WorkerCost[]>
}

/** Starts it all, runs `work`, and leaves nothing. */
export async function withCrew<Result>(
  setting: CrewSetting,
  work: (crew: CrewAtWork) => Promise<Result>,
): Promise<Result> {
  const hosts = setting.press.outlets.length
  const workspace = await makeWorkspace(hosts, setting.everyMinutes)
  const press = startChild('./workers-press.ts', [], { SINTESIS_BENCH_PRESS: JSON.stringify(setting.press) })
  const workers: ChildProcess[] = []
  try {
    const { port, startedAt } = await answerOf<{ port: number; startedAt: number }>(press)
    return await withArchive(async ({ databaseUrl, data, postmaster }) => {
      await (await openStore({ dataFolder: data, databaseUrl })).close()
      const pool = new Pool({ connectionString: databaseUrl, max: 2 })
      const { hostDelayMs, atOnce } = setting
      const child: WorkerSetting = { workspace, databaseUrl, data, hosts, port, hostDelayMs, atOnce }
      const { heapMegabytes: heap } = setting
      const flags = heap === null ? NODE_FLAGS : [...NODE_FLAGS, `--max-old-space-size=${heap}`]
      for (let n = 0; n < setting.workers; n += 1)
        workers.push(
          startChild('./workers-child.ts', flags, { SINTESIS_BENCH_WORKER: JSON.stringify(child) }),
        )
      await Promise.all(workers.map((worker) => answerOf(worker)))
      const read = () => readCost(workers, press, postmaster)
      try {
        return await work({
          pool,
          data,
          pressAt: startedAt,
          weigh: () => Promise.all(workers.map((worker) => ask<WorkerCost>(worker, 'collect'))),
          async measureUntil(query, count) {
            const before = await read()
            while (Number((await pool.query(query)).rows[0]?.count) < count) await sleep(50)
            const after = await read()
            return {
              seconds: (after.at - before.at) / 1e3,
              workers: after.workers - before.workers,
              database: after.database - before.database,
              requests: after.requests - before.requests,
              costs: after.costs,
            }
          },
        })
      } finally {
        await Promise.all(workers.map(endChild))
        await pool.end()
      }
    })
  } finally {
    await Promise.all([...workers, press].map(endChild))
    await rm(workspace, { recursive: true, force: true })
  }
}

async function readCost(workers: readonly ChildProcess[], press: ChildProcess, postmaster: number) {
  const costs = await Promise.all(workers.map((worker) => ask<WorkerCost>(worker, 'cost')))
  return {
    at: performance.now(),
    costs,
    workers: costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / 1e3,
    database: readDatabaseSeconds(postmaster),
    requests: (await ask<{ requests: number }>(press, 'cost')).requests,
  }
}

function startChild(
  file: string,
  execArgv: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  return fork(new URL(file, import.meta.url), { env: { ...process.env, ...env }, execArgv: [...execArgv] })
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** The next message of a child; one that ends instead fails the bench. */
async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const settled = new AbortController()
  const { signal } = settled
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('a process of the bench ended by itself; it said why above')
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended])
    return message as Answer
  } finally {
    ended.catch(() => {}) // called off
    settled.abort()
  }
}

function ask<Answer>(child: ChildProcess, question: string): Promise<Answer> {
  const answer = answerOf<Answer>(child)
  child.send(question)
  return answer
}

/** The workspace of the sample press with these outlets in place of its own. */
async function makeWorkspace(hosts: number, everyMinutes: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-espacio-'))
  await cp(join(import.meta.dirname, 'press/workspace'), folder, { recursive: true })
  for (const name of ['sources', 'reports']) await rm(join(folder, name), { recursive: true })
  for (const name of ['sources', 'reports'])
    await cp(join(import.meta.dirname, 'press/workspace', name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.includes('/sources/') || !path.endsWith('.yml'),
    })
  for (let host = 0; host < hosts; host += 1) {
    const url = `http://medio${host}.example`
    const lines = [
      `name: Medio ${host}`,
      `url: ${url}`,
      'medium: portal',
      'tier: 2',
      `every: ${everyMinutes}m`,
      'channels:',
      `  - feed: ${url}/feed`,
    ]
    await writeFile(join(folder, 'sources/mx-jal', `medio${host}.yml`), `${lines.join('\n')}\n`)
  }
  return folder
}
