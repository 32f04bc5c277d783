// A piece of work → the same on a PostgreSQL of its own in a temporary folder, with what its processes cost.
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdServer } from '../src/store/server.ts'

/** Kernel ticks of `/proc/<pid>/stat` in a second. */
const TICKS = 100

export type BenchArchive = {
  readonly databaseUrl: string
  /** Empty data folder; the server's cluster is inside. */
  readonly data: string
  /** Process id of PostgreSQL. */
  readonly postmaster: number
}

/** Starts a server, runs `work` on it, stops it and removes all that it left. */
export async function withArchive<Result>(work: (archive: BenchArchive) => Promise<Result>): Promise<Result> {
  const data = await mkdtemp(join(tmpdir(), 'bench-scale-'))
  const server = await holdServer(data)
  const { host, port, user, database } = server.address
  const databaseUrl = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  try {
    return await work({ databaseUrl, data, postmaster: server.pid })
  } finally {
    await server.release()
    // As root the cluster cannot live in the data folder.
    for (const folder of [server.folder, data]) await rm(folder, { recursive: true, force: true })
  }
}

/** Seconds of processor that PostgreSQL took since it started: its processes that live and those that ended. */
export function readDatabaseSeconds(postmaster: number): number {
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = readStat(pid)
    const [, parent] = fields
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    if (Number(pid) === postmaster) ticks += user + system + endedUser + endedSystem
    else if (parent === postmaster) ticks += user + system
  }
  return ticks / TICKS
}

/** The fields after the name; none of a process that ended meanwhile, whose time the postmaster has. */
function readStat(pid: string): number[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
  } catch {
    return []
  }
}

/** Load of the machine in the last minute, to stand beside a figure. */
export function readLoad(): string {
  return readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '?'
}
