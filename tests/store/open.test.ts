// Opening a store: migrations run by themselves, numbers and dates read as meant, and errors say what to do.
import { createServer } from 'node:net'
import { sql } from 'kysely'
import { types } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { createEmptyDatabase, openTestStore, runOn, type TestStore } from './harness.ts'

const dataFolder = ''

/** Holds the server for the whole file. */
let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.drop())

test('the first opening of an empty database makes its tables, the second changes nothing', async () => {
  const empty = await createEmptyDatabase()
  await (await openStore({ dataFolder, databaseUrl: empty.url })).close()
  const before = await runOn(empty.url, 'select name, timestamp from kysely_migration order by name')
  await (await openStore({ dataFolder, databaseUrl: empty.url })).close()
  expect(before.map((row) => row.name)).toContain('0001-archive')
  expect(await runOn(empty.url, 'select name, timestamp from kysely_migration order by name')).toEqual(before)
  await empty.drop()
})

test('stores that open an empty database at the same moment all open', async () => {
  const empty = await createEmptyDatabase()
  const stores = await Promise.all([1, 2, 3, 4].map(() => openStore({ dataFolder, databaseUrl: empty.url })))
  for (const store of stores) {
    expect(await store.db.selectFrom('note').selectAll().execute()).toEqual([])
    await store.close()
  }
  await empty.drop()
})

test('a database of a newer version is refused with what to do', async () => {
  const empty = await createEmptyDatabase()
  await (await openStore({ dataFolder, databaseUrl: empty.url })).close()
  await runOn(empty.url, `insert into kysely_migration values ('9999-future', '2030-01-01T00:00:00Z')`)
  await expect(openStore({ dataFolder, databaseUrl: empty.url })).rejects.toThrow(
    /versión más nueva de síntesis\. Actualiza/,
  )
  await empty.drop()
})

test('without the right to create extensions the archive works and its search minds ñ and ü', async () => {
  const empty = await createEmptyDatabase()
  const role = `sintesis_sin_permiso_${process.pid}`
  await runOn(
    empty.url,
    `create role ${role} login password 'x'; grant usage, create on schema public to ${role}`,
  )
  const asRole = empty.url.replace(/\/\/[^/]*@/, `//${role}:x@`)
  const limited = await openStore({ dataFolder, databaseUrl: asRole })
  const { rows } = await sql<{ same: boolean; apart: boolean }>`
    select search_words('“Denuncian” baches') @@ websearch_to_tsquery('sintesis', 'denuncia bache') as same,
           not search_words('La Cigüeña') @@ websearch_to_tsquery('sintesis', 'ciguena') as apart
  `.execute(limited.db)
  expect(rows).toEqual([{ same: true, apart: true }])
  await limited.close()
  await runOn(empty.url, `drop owned by ${role}; drop role ${role}`)
  await empty.drop()
})

test('counts are numbers and a calendar date is its text, without changing how others read theirs', async () => {
  const { rows } = await sql`
    select count(*) as count, sum(1.5) as sum, date '2026-11-06' as date, 9007199254740991::int8 as big
  `.execute(store.db)
  expect(rows).toEqual([{ count: 1, sum: 1.5, date: '2026-11-06', big: Number.MAX_SAFE_INTEGER }])
  expect(types.getTypeParser(20)('1')).toBe('1')
})

test('a store may be closed twice', async () => {
  const other = await openStore({ dataFolder, databaseUrl: store.databaseUrl })
  await other.close()
  await other.close()
})

test('an address where nobody answers is an error in Spanish that does not tell the password', async () => {
  const port = await findClosedPort()
  const opening = openStore({ dataFolder, databaseUrl: `postgres://ana:secreto@127.0.0.1:${port}/archivo` })
  await expect(opening).rejects.toThrow(/^DATABASE_URL: no se pudo abrir la base de datos: nadie contesta/)
  await expect(opening).rejects.not.toThrow(/secreto/)
})

test('a database that does not exist is an error that says how to create it', async () => {
  const databaseUrl = store.databaseUrl.replace(/sintesis_test_[^?]*/, 'no_existe')
  await expect(openStore({ dataFolder, databaseUrl })).rejects.toThrow(/no existe\. Créala con: createdb/)
})

test('an address that is none is an error in Spanish', async () => {
  await expect(openStore({ dataFolder, databaseUrl: 'http://[mal' })).rejects.toThrow(/^DATABASE_URL: /)
})

async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}
