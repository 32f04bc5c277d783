// Locks by name: one holder in all processes, free again when the holder lets go or dies.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { startChild } from './child.ts'
import { openTestStore, runOn, type TestStore } from './harness.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.drop())

test('a lock has one holder, within a process and between two, until it is released', async () => {
  const other = await openStore({ dataFolder: '', databaseUrl: store.databaseUrl })
  const lock = await store.tryLock('ingest mx-jal/a')
  expect(lock).not.toBe(null)
  expect(await store.tryLock('ingest mx-jal/a')).toBe(null)
  expect(await other.tryLock('ingest mx-jal/a')).toBe(null)
  expect(await other.tryLock('ingest mx-jal/b')).not.toBe(null)
  await lock?.release()
  await lock?.release()
  expect(await other.tryLock('ingest mx-jal/a')).not.toBe(null)
  await other.close()
})

test('of many that try at the same moment one gets the lock', async () => {
  const tries = await Promise.all(Array.from({ length: 20 }, () => store.tryLock('a la vez')))
  expect(tries.filter((lock) => lock !== null)).toHaveLength(1)
})

test('more locks than sessions can be held while the store goes on working', async () => {
  const locks = await Promise.all(Array.from({ length: 60 }, (_, index) => store.tryLock(`fuente ${index}`)))
  expect(locks).not.toContain(null)
  await Promise.all(Array.from({ length: 20 }, () => store.db.selectFrom('source').selectAll().execute()))
  await Promise.all(locks.map((lock) => lock?.release()))
})

test('the lock of a process that is killed is free again', async () => {
  const child = startChild('children/lock.ts', [store.databaseUrl, 'ingest mx-jal/muerto'])
  expect(await child.nextLine()).toBe('taken')
  expect(await store.tryLock('ingest mx-jal/muerto')).toBe(null)
  child.process.kill('SIGKILL')
  await child.ended()
  await expect.poll(() => store.tryLock('ingest mx-jal/muerto')).not.toBe(null)
})

test('locks work again after the server ended the session that held them', async () => {
  const other = await openStore({ dataFolder: '', databaseUrl: store.databaseUrl })
  await other.tryLock('sesión perdida')
  await runOn(
    store.databaseUrl,
    `select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and pg_stat_activity.datname = current_database() and pid <> pg_backend_pid()`,
  )
  await expect.poll(() => store.tryLock('sesión perdida').catch(() => null)).not.toBe(null)
  await other.close()
})
