// A workspace's data folder → its own PostgreSQL, started or adopted, held while needed and stopped by the last holder.
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { Misdeclared } from '../failure.ts'
import { passwordFile } from './server/cluster.ts'
import { explainRefusal } from './server/explain.ts'
import { launchServer } from './server/launch.ts'
import { findPlace, type Place } from './server/place.ts'
import { isPostmasterOf, type Postmaster, readPostmaster, removeStale } from './server/postmaster.ts'
import { stopServer } from './server/stop.ts'

/** How to connect to a held server, as `pg` takes it; `host` is the folder of its socket where there are sockets. */
export type ServerAddress = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly password?: string
}

export type HeldServer = {
  readonly address: ServerAddress
  /** Folder of the cluster and its log: inside the data folder, or where it had to go. */
  readonly folder: string
  /** Process id of the postmaster now. */
  readonly pid: number
  /** Lets go; the last holder stops the server. */
  release(): Promise<void>
}

type Keeper = { readonly client: Client; readonly postmaster: Postmaster }

/** Advisory lock of the maintenance database that each holder shares; who gets it alone is the last. */
const IN_USE = 'hashtextextended($$sintesis: server in use$$, 0)'
const JOIN_MS = 330_000
const REJOIN_MS = 5_000
/** Sessions of pools that were just closed take a moment to leave the list. */
const LEAVE_MS = 1_000

/**
 * Starts the server of a data folder, or adopts the one that runs, and holds it: a session with a shared lock that
 * dies with this process. Should the server die, it is started again.
 * @throws Misdeclared in Spanish when it cannot be had.
 */
export async function holdServer(dataFolder: string): Promise<HeldServer> {
  const { place, keeper: first } = await enterServer(dataFolder)
  let keeper = first
  let isReleased = false

  const watch = (watched: Client) => {
    watched.once('end', () => {
      if (!isReleased) void rejoin()
    })
  }
  const rejoin = async (): Promise<void> => {
    while (!isReleased) {
      try {
        const joined = await joinServer(place)
        if (isReleased) return leaveServer(place, joined)
        keeper = joined
        return watch(joined.client)
      } catch {
        // Whoever queries meanwhile is told; the next attempt may find space or memory again.
        await wait(REJOIN_MS, undefined, { ref: false })
      }
    }
  }
  watch(keeper.client)

  return {
    address: await addressOf(place, keeper.postmaster),
    folder: place.folder,
    get pid() {
      return keeper.postmaster.pid
    },
    async release() {
      if (isReleased) return
      isReleased = true
      await leaveServer(place, keeper)
    },
  }
}

async function enterServer(dataFolder: string): Promise<{ place: Place; keeper: Keeper }> {
  try {
    const place = await findPlace(dataFolder)
    return { place, keeper: await joinServer(place) }
  } catch (error) {
    throw explainRefusal(dataFolder, error)
  }
}

async function joinServer(place: Place): Promise<Keeper> {
  const deadline = Date.now() + JOIN_MS
  while (Date.now() < deadline) {
    const found = await readPostmaster(place.cluster)
    if (found === 'unfinished') {
      await wait(20)
    } else if (found !== null && (await isPostmasterOf(place.cluster, found.pid))) {
      const client = await shareServer(place, found)
      if (client !== null) return { client, postmaster: found }
      await wait(20)
    } else {
      if (found !== null) await removeStale(place.cluster, found)
      await launchServer(place)
    }
  }
  throw new Misdeclared(
    place.folder,
    null,
    null,
    `la base de datos no responde. Mira qué escribió en ${place.log}`,
  )
}

/** Opens the session that holds the server; null while it starts, or when its last holder is stopping it. */
async function shareServer(place: Place, postmaster: Postmaster): Promise<Client | null> {
  const client = new Client({
    ...(await addressOf(place, postmaster)),
    ssl: false,
    application_name: 'sintesis: holder',
  })
  client.on('error', () => {}) // its end, which follows, is what counts
  try {
    await client.connect()
    await client.query(`select pg_advisory_lock_shared(${IN_USE})`)
    refable(client).unref()
    return client
  } catch (error) {
    await client.end().catch(() => {}) // the session is broken already
    if (isPassing(error)) return null
    throw explainJoin(place, error)
  }
}

/** Starting up, shutting down, crashed and recovering, not listening yet, or too many sessions for now. */
const PASSING = /^(57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/

function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return PASSING.test(code ?? '') || /Connection terminated/.test(message ?? '')
}

function explainJoin(place: Place, error: unknown): Error {
  if ((error as NodeJS.ErrnoException).code !== 'EACCES') return error as Error
  return new Misdeclared(
    place.folder,
    null,
    null,
    'otro usuario de este equipo tiene abierta la base de datos de este espacio de trabajo. Ejecuta síntesis con ese usuario, o espera a que termine.',
  )
}

/** Lets go of the server and stops it when no other session, of ours or of anybody, is there. */
async function leaveServer(place: Place, { client, postmaster }: Keeper): Promise<void> {
  refable(client).ref()
  try {
    await client.query(`select pg_advisory_unlock_shared(${IN_USE})`)
    const { rows } = await client.query(`select pg_try_advisory_lock(${IN_USE}) as alone`)
    if (rows[0]?.alone === true && (await isAlone(client))) await stopServer(place, postmaster.pid)
  } catch (error) {
    // The server is going or gone: there is nothing left to stop.
    if (!isPassing(error) && !/not queryable|Client was closed/.test(String(error))) throw error
  } finally {
    await client.end().catch(() => {}) // the server may have ended the session first
  }
}

async function isAlone(client: Client): Promise<boolean> {
  const deadline = Date.now() + LEAVE_MS
  for (;;) {
    const { rows } = await client.query(
      `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    if (rows[0]?.others === 0) return true
    if (Date.now() > deadline) return false
    await wait(20)
  }
}

/** `pg` lets a session not hold the process open; its types do not know. */
function refable(client: Client): { ref(): void; unref(): void } {
  return client as unknown as { ref(): void; unref(): void }
}

async function addressOf(place: Place, postmaster: Postmaster): Promise<ServerAddress> {
  const address = { port: postmaster.port, user: 'postgres', database: 'postgres' }
  if (process.platform !== 'win32') return { ...address, host: postmaster.socketFolder }
  return { ...address, host: '127.0.0.1', password: await readFile(passwordFile(place), 'utf8') }
}
