// A place → a PostgreSQL started on it.
import { spawn } from 'node:child_process'
import { open, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Misdeclared } from '../../failure.ts'
import { runAs } from './account.ts'
import { findBinaries, programPath, serverEnvironment } from './binaries.ts'
import { initCluster } from './cluster.ts'
import { explainStart } from './explain.ts'
import type { Place } from './place.ts'
import { readPostmaster } from './postmaster.ts'
import { findSocketFolder, SOCKET_PORT } from './socket.ts'

/** Recovery after a power cut replays the log before it answers. */
const START_MS = 300_000
const LOG_BYTES = 1_000_000

/** Settings of a small, durable server for one machine: `fsync` stays on, nothing is replicated. */
const SETTINGS = [
  'unix_socket_permissions=0700',
  'shared_buffers=64MB',
  'max_connections=100',
  'max_wal_size=512MB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_logical_replication_workers=0',
  'max_parallel_workers_per_gather=0',
  'io_method=sync',
  'jit=off',
  'log_checkpoints=off',
  'timezone=UTC',
  'log_timezone=UTC',
]

/**
 * Starts PostgreSQL on a place, making its cluster if there is none. Returns when it is ready, or when it gave way to
 * another process's server on the same place.
 * @throws Misdeclared with the cause in Spanish when it cannot start.
 */
export async function launchServer(place: Place): Promise<void> {
  const binaries = await findBinaries(place.account)
  await initCluster(place, binaries)
  await rotateLog(place.log)
  const logged = await stat(place.log).then(
    (found) => found.size,
    () => 0,
  )
  const started = await spawnPostgres(place, binaries)
  const ended = await waitUntilReady(place, started)
  if (ended === null) return
  const written = `${await readFrom(place.log, logged)}${ended}`
  if (/lock file "postmaster\.pid" (already exists|is empty)/.test(written)) return
  throw explainStart(place.folder, written)
}

type Started = {
  readonly pid: number | undefined
  /** Why it ended, or null while it runs. */
  readonly readEnd: () => string | null
}

/** Starts it in its own session, so that neither our end nor a Ctrl-C in our terminal reaches it. */
async function spawnPostgres(place: Place, binaries: string): Promise<Started> {
  const args = await listArguments(place)
  const log = await open(place.log, 'a')
  if (place.account !== null) await log.chown(place.account.uid, place.account.gid)
  const child = spawn(programPath(binaries, 'postgres'), args, {
    ...runAs(place.account),
    cwd: '/',
    env: serverEnvironment(binaries),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let end: string | null = null
  child.once('error', (error) => {
    end = error.message
  })
  child.once('exit', (code, signal) => {
    end = `terminó con ${signal ?? `código ${code}`}`
  })
  child.unref()
  await log.close()
  return { pid: child.pid, readEnd: () => end }
}

/** Resolves to null once ready, to why it ended when it ended before. */
async function waitUntilReady(place: Place, started: Started): Promise<string | null> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    await wait(10)
    const end = started.readEnd()
    if (end !== null) return end
    const running = await readPostmaster(place.cluster)
    if (running !== null && running !== 'unfinished' && running.pid === started.pid && running.isReady)
      return null
  }
  throw new Misdeclared(
    place.folder,
    null,
    null,
    `la base de datos lleva ${START_MS / 60_000} minutos arrancando. Mira qué escribió en ${place.log}`,
  )
}

async function listArguments(place: Place): Promise<string[]> {
  const address =
    process.platform === 'win32'
      ? ['listen_addresses=127.0.0.1', `port=${await findFreePort()}`]
      : [
          'listen_addresses=',
          `port=${SOCKET_PORT}`,
          `unix_socket_directories="${(await findSocketFolder(place)).replaceAll('"', '""')}"`,
        ]
  return ['-D', place.cluster, ...[...address, ...SETTINGS].flatMap((setting) => ['-c', setting])]
}

async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}

async function rotateLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_BYTES) await rename(log, `${log}.1`)
}

async function readFrom(path: string, start: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, size - start)), 0, null, start)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
