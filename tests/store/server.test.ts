// The workspace's own PostgreSQL: who starts it, who shares it, who stops it, and what it says when it cannot run.
import { spawn } from 'node:child_process'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../../src/store/open.ts'
import { isPostmasterOf } from '../../src/store/server/postmaster.ts'
import { holdServer } from '../../src/store/server.ts'
import { findSources, keepSources } from '../../src/store/sources.ts'
import { startChild } from './child.ts'
import { MORNING, sampleSource } from './samples.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(await realpath(tmpdir()), 'sintesis-servidor-'))
  await chmod(root, 0o755)
})
afterAll(() => rm(root, { recursive: true, force: true }))

function open(folder: string): Promise<Store> {
  return openStore({ dataFolder: join(root, folder), databaseUrl: null })
}

async function postmasterOf(folder: string): Promise<number> {
  const text = await readFile(join(root, folder, 'postgres/cluster/postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

function isRunning(server: number, folder = 'datos'): Promise<boolean> {
  return isPostmasterOf(join(root, folder, 'postgres/cluster'), server)
}

async function rememberSource(store: Store, id: string): Promise<void> {
  await keepSources(store.db, [sampleSource(id)], MORNING)
}

async function listSources(store: Store): Promise<string[]> {
  return (await findSources(store.db)).map((source) => source.id)
}

test('the first opening makes the database and the second finds what the first kept', async () => {
  const first = await open('datos')
  await rememberSource(first, 'mx-jal/uno')
  await first.close()
  const second = await open('datos')
  expect(await listSources(second)).toEqual(['mx-jal/uno'])
  await second.close()
})

test('the database syncs to disk, listens on no port, and nobody else can enter its socket', async () => {
  const store = await open('datos')
  const read = async (name: string) =>
    (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(store.db)).rows[0]?.value
  expect(await read('fsync')).toBe('on')
  expect(await read('synchronous_commit')).toBe('on')
  expect(await read('listen_addresses')).toBe('')
  expect(await read('unix_socket_permissions')).toBe('0700')
  await store.close()
})

test('a second process adopts the running server, and the last of the two to leave stops it', async () => {
  const store = await open('datos')
  const server = await postmasterOf('datos')
  const child = startChild('children/hold.ts', [join(root, 'datos')])
  expect(await child.nextLine()).toBe(String(server))
  await store.close()
  expect(await isRunning(server)).toBe(true)
  child.process.stdin?.write('close\n')
  await child.ended()
  expect(await isRunning(server)).toBe(false)
})

test('processes that open a new workspace at once all get the same working server', async () => {
  const children = [1, 2, 3].map(() => startChild('children/hold.ts', [join(root, 'nuevo')]))
  const servers = await Promise.all(children.map((child) => child.nextLine()))
  expect(new Set(servers).size).toBe(1)
  for (const child of children) child.process.stdin?.write('close\n')
  const ends = await Promise.all(children.map((child) => child.ended()))
  expect(ends.map((end) => [end.code, end.errors])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ])
  expect(await isRunning(Number(servers[0]), 'nuevo')).toBe(false)
})

test('the server outlives a process that is killed, and whoever opens next adopts it and then stops it', async () => {
  const child = startChild('children/hold.ts', [join(root, 'datos')])
  const server = Number(await child.nextLine())
  child.process.kill('SIGKILL')
  await child.ended()
  expect(await isRunning(server)).toBe(true)
  const store = await open('datos')
  expect(await postmasterOf('datos')).toBe(server)
  await store.close()
  expect(await isRunning(server)).toBe(false)
})

test('processes that open and close at the same moment never find the server gone', async () => {
  const visits = async (name: string) => {
    for (let visit = 0; visit < 6; visit += 1) {
      const store = await open('datos')
      await sql`select ${name}`.execute(store.db)
      await store.close()
    }
  }
  await Promise.all([visits('a'), visits('b'), visits('c')])
  expect(await readdir(join(root, 'datos/postgres/cluster'))).not.toContain('postmaster.pid')
})

test('a session of somebody else keeps the server running when the last store closes', async () => {
  const held = await holdServer(join(root, 'datos'))
  const { host, port, user } = held.address
  const guest = await openStore({
    dataFolder: root,
    databaseUrl: `postgres://${user}@/postgres?host=${encodeURIComponent(host)}&port=${port}`,
  })
  await held.release()
  expect(await isRunning(held.pid)).toBe(true)
  await guest.close()
  await (await holdServer(join(root, 'datos'))).release()
  expect(await isRunning(held.pid)).toBe(false)
})

test('a server that dies under an open store is started again and the store goes on', async () => {
  const store = await open('datos')
  await rememberSource(store, 'mx-jal/uno')
  const server = await postmasterOf('datos')
  process.kill(server, 'SIGKILL')
  await expect.poll(() => postmasterOf('datos').catch(() => server), { timeout: 30_000 }).not.toBe(server)
  await expect.poll(() => listSources(store).catch(() => null), { timeout: 30_000 }).toEqual(['mx-jal/uno'])
  await store.close()
})

test('a postmaster.pid left by a power cut that names another program does not stop the server from starting', async () => {
  const store = await open('datos')
  await rememberSource(store, 'mx-jal/uno')
  const path = join(root, 'datos/postgres/cluster/postmaster.pid')
  const left = await readFile(path, 'utf8')
  await store.close()
  const other = spawn('sleep', ['60'])
  await writeFile(path, left.replace(/^\d+/, String(other.pid)))
  const again = await open('datos')
  expect(await listSources(again)).toEqual(['mx-jal/uno'])
  expect(other.exitCode).toBe(null)
  await again.close()
  other.kill()
})

test('a data folder with spaces, accents, quotes and a comma works', async () => {
  const store = await open('Síntesis, "año 2026" — l’Ayuntamiento')
  expect(await listSources(store)).toEqual([])
  await store.close()
})

test('a data folder whose path is too long for a socket works, with a socket that only its owner can enter', async () => {
  const deep = join('x'.repeat(60), 'y'.repeat(60), 'datos')
  const store = await open(deep)
  const socket = await sql<{
    folder: string
  }>`select current_setting('unix_socket_directories') as folder`.execute(store.db)
  const folder = socket.rows[0]?.folder.replaceAll('"', '') ?? ''
  expect(Buffer.byteLength(`${folder}/.s.PGSQL.5432`)).toBeLessThan(104)
  await store.close()
  await rm(folder, { recursive: true })
})

test('a workspace inside a home of mode 700 opens, and what it kept is found again', async () => {
  await mkdir(join(root, 'casa'), { mode: 0o700 })
  const store = await open('casa/proyecto/data')
  await rememberSource(store, 'mx-jal/uno')
  await store.close()
  const again = await open('casa/proyecto/data')
  expect(await listSources(again)).toEqual(['mx-jal/uno'])
  await again.close()
  const place = await realpath(join(root, 'casa/proyecto/data/postgres'))
  if (!place.startsWith(root)) await rm(place, { recursive: true })
})

test('a recorded database that is gone is an error that says so, never an empty archive', async () => {
  await mkdir(join(root, 'ligado'))
  await symlink(join(root, 'otro-equipo'), join(root, 'ligado/postgres'))
  await expect(open('ligado')).rejects.toThrow(/ya no está donde apunta esta liga/)
  expect(await readlink(join(root, 'ligado/postgres'))).toBe(join(root, 'otro-equipo'))
})

test('an interrupted first start leaves nothing that the next one trips over', async () => {
  const child = startChild('children/hold.ts', [join(root, 'interrumpido')])
  await expect
    .poll(() => readdir(join(root, 'interrumpido/postgres')).catch(() => []), {
      interval: 5,
      timeout: 20_000,
    })
    .toContainEqual(expect.stringMatching(/^cluster\.new-/))
  child.process.kill('SIGKILL')
  await child.ended()
  const openAndList = async () => {
    const store = await open('interrumpido')
    expect(await listSources(store)).toEqual([])
    await store.close()
    return (await readdir(join(root, 'interrumpido/postgres'))).toSorted()
  }
  // The orphaned initdb may write for a moment more.
  await expect.poll(openAndList, { timeout: 30_000 }).toEqual(['cluster', 'server.log'])
})

test('files of another version of PostgreSQL are an error that says what to do', async () => {
  const store = await open('datos')
  await store.close()
  await writeFile(join(root, 'datos/postgres/cluster/PG_VERSION'), '12\n')
  await expect(open('datos')).rejects.toThrow(/se creó con otra versión de PostgreSQL/)
})
