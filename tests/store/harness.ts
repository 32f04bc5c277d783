// Nothing → an open store on a database of its own, on the suite's shared server or on that of TEST_DATABASE_URL.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { openStore, type Store } from '../../src/store/open.ts'
import { isAlive, isPostmasterOf, readPostmaster } from '../../src/store/server/postmaster.ts'
import { stopServer } from '../../src/store/server/stop.ts'
import { type HeldServer, holdServer } from '../../src/store/server.ts'

export type TestStore = Store & {
  /** Empty folder for captures. */
  readonly dataFolder: string
  /** Address of the store's database, for another process of the test. */
  readonly databaseUrl: string
  /** Closes the store and removes its database and its folder. */
  drop(): Promise<void>
}

/**
 * Opens a migrated, empty store of its own: a copy of a template made once per run. The server is shared by the test
 * files of a run and stopped by the last of them.
 */
export async function openTestStore(): Promise<TestStore> {
  const server = await shareServer()
  const template = await server.template
  const name = `sintesis_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await runOn(server.url, `create database ${name} template ${template}`)
  const databaseUrl = urlOf(server.url, name)
  const dataFolder = await mkdtemp(join(await realpath(tmpdir()), 'sintesis-datos-'))
  const store = await openStore({ dataFolder, databaseUrl })
  return {
    ...store,
    dataFolder,
    databaseUrl,
    async drop() {
      await store.close()
      await runOn(server.url, `drop database ${name} with (force)`)
      await rm(dataFolder, { recursive: true, force: true })
      await leaveServer()
    },
  }
}

/** Creates an empty database that no migration has touched; the caller drops it with the server. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await shareServer()
  const name = `sintesis_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await runOn(server.url, `create database ${name} template template0 encoding 'UTF8'`)
  return {
    url: urlOf(server.url, name),
    async drop() {
      await runOn(server.url, `drop database ${name} with (force)`)
      await leaveServer()
    },
  }
}

/** Runs one statement on a server by its address. */
export async function runOn(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url } satisfies ClientConfig)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

type SharedServer = {
  readonly url: string
  readonly held: HeldServer | null
  readonly template: Promise<string>
}

let users = 0
let shared: Promise<SharedServer> | null = null

async function shareServer(): Promise<SharedServer> {
  users += 1
  shared ??= startServer()
  return shared
}

async function leaveServer(): Promise<void> {
  users -= 1
  if (users > 0 || shared === null) return
  const server = await shared
  shared = null
  await server.held?.release()
}

async function startServer(): Promise<SharedServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') return { url: given, held: null, template: makeTemplate(given) }
  const root = await realpath(tmpdir())
  await sweep(root)
  // The parent of all test files of a run is the runner.
  const held = await holdServer(testServerFolder(root, process.ppid))
  const { host, user, database } = held.address
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${held.address.port}`
  return { url, held, template: makeTemplate(url) }
}

/** Data folder of the server that the test files of one runner share. */
export function testServerFolder(root: string, runner: number): string {
  return join(root, `sintesis-pruebas-${runner}`)
}

/** Makes the migrated template once per server and version of the migrations; whole or not there. */
async function makeTemplate(url: string): Promise<string> {
  const folder = new URL('../../migrations/', import.meta.url)
  const hash = createHash('sha256')
  for (const file of (await readdir(folder)).sort()) hash.update(await readFile(new URL(file, folder)))
  const name = `sintesis_template_${hash.digest('hex').slice(0, 12)}`
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('sintesis: test template', 0))`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return name
    await client.query(`drop database if exists ${name}_new`)
    await client.query(`create database ${name}_new template template0 encoding 'UTF8'`)
    const store = await openStore({ dataFolder: '', databaseUrl: urlOf(url, `${name}_new`) })
    await store.close()
    await client.query(`alter database ${name}_new rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

function urlOf(server: string, database: string): string {
  return server.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}

/** Removes what runs that were killed left behind: their server, if it still runs, and its folder. */
async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = /^sintesis-pruebas-(\d+)$/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    const folder = join(root, name, 'postgres')
    const cluster = join(folder, 'cluster')
    const running = await readPostmaster(cluster).catch(() => null)
    if (running !== null && running !== 'unfinished' && (await isPostmasterOf(cluster, running.pid))) {
      await stopServer({ folder, cluster, log: join(folder, 'server.log'), account: null }, running.pid)
    }
    // Another user's leftovers are theirs to remove.
    await rm(join(root, name), { recursive: true, force: true }).catch(() => {})
  }
}
