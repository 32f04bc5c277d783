// Editions: each claimed by one process at a time, published once, whatever is killed in between.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  claimEdition,
  editionLock,
  findEdition,
  findEditions,
  findLastEditions,
  keepEdition,
} from '../../src/store/editions.ts'
import { findNotes, keepNote } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { startChild } from './child.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleCapture, sampleNote, sampleSource } from './samples.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
})
afterAll(() => store.drop())

const DIGEST = 'a'.repeat(64)

async function claim(briefId: string, date: string, to = MORNING, at = to) {
  const lock = await store.tryLock(editionLock(briefId, date))
  if (lock === null) throw new Error('locked')
  const request = { briefId, date, from: () => minutesLater(-1440, to), to, at }
  const claimed = await store.db.transaction().execute((trx) => claimEdition(trx, lock, request))
  await lock.release()
  return claimed
}

async function publish(briefId: string, date: string, at = MORNING): Promise<void> {
  const claimed = await claim(briefId, date, at)
  if (claimed === null) throw new Error('published before')
  await keepEdition(store.db, { ...claimed, publishedAt: at, files: [`${date}.pdf`], ledgerSha256: DIGEST })
}

test('editions of a brief are numbered from one, in the order they are claimed', async () => {
  expect(await claim('sintesis', '2026-11-06')).toMatchObject({ number: 1 })
  expect(await claim('sintesis', '2026-11-07')).toMatchObject({ number: 2 })
  expect(await claim('semanal', '2026-11-07')).toMatchObject({ number: 1 })
})

test('a claim that never came to a file is taken up with the same number and window', async () => {
  const first = await claim('retomada', '2026-11-06')
  const again = await claim('retomada', '2026-11-06', minutesLater(60))
  expect(first).toEqual({
    briefId: 'retomada',
    date: '2026-11-06',
    number: 1,
    from: minutesLater(-1440),
    to: MORNING,
  })
  expect(again).toEqual(first)
})

test('a published edition is found as it was kept and cannot be claimed nor published again', async () => {
  const claimed = await claim('una-vez', '2026-11-06')
  if (claimed === null) throw new Error('published before')
  expect(await findEdition(store.db, 'una-vez', '2026-11-06')).toBe(null)
  const edition = { ...claimed, publishedAt: MORNING, files: ['a.pdf', 'b.pdf'], ledgerSha256: DIGEST }
  expect(await keepEdition(store.db, edition)).toBe(true)
  expect(await keepEdition(store.db, { ...edition, files: ['c.pdf'] })).toBe(false)
  expect(await findEdition(store.db, 'una-vez', '2026-11-06')).toEqual(edition)
  expect(await claim('una-vez', '2026-11-06')).toBe(null)
})

test('the last published edition of each brief is found, claims without a file are not', async () => {
  await publish('ultima', '2026-11-05', minutesLater(-1440))
  await publish('ultima', '2026-11-06')
  await claim('ultima', '2026-11-07')
  expect((await findLastEditions(store.db)).get('ultima')).toMatchObject({ date: '2026-11-06', number: 2 })
  const listed = (await findEditions(store.db, 100)).filter(({ briefId }) => briefId === 'ultima')
  expect(listed.map(({ date }) => date)).toEqual(['2026-11-06', '2026-11-05'])
})

test('an edition is not claimed under the lock of another', async () => {
  const lock = await store.tryLock(editionLock('otra', '2026-11-06'))
  if (lock === null) throw new Error('locked')
  const request = { briefId: 'esta', date: '2026-11-06', from: () => MORNING, to: MORNING, at: MORNING }
  await expect(claimEdition(store.db, lock, request)).rejects.toThrow(/is not the lock of/)
  await lock.release()
})

test('an edition that is claimed before its cut ends now, and later notes are left to the next one', async () => {
  const now = minutesLater(30 * 1440)
  const claimed = await claim('antes', '2026-12-06', minutesLater(20, now), now)
  expect(claimed?.to).toEqual(now)
  const url = 'https://c.example/entre-ahora-y-el-corte'
  const capture = sampleCapture(url, { takenAt: minutesLater(5, now) })
  await keepNote(store.db, sampleNote(url, { capture }))
  const next = await findNotes(store.db, { from: claimed?.to ?? now, to: minutesLater(1440, now) })
  expect(next.map((note) => note.capturedAt)).toEqual([minutesLater(5, now)])
})

test('of two processes that race for an edition one publishes it', async () => {
  for (const date of ['2026-11-01', '2026-11-02', '2026-11-03']) {
    const racers = [1, 2].map(() => startChild('children/publish.ts', [store.databaseUrl, 'carrera', date]))
    await Promise.all(racers.map((racer) => racer.nextLine()))
    for (const racer of racers) racer.process.stdin?.write('go\n')
    const ends = await Promise.all(racers.map((racer) => racer.ended()))
    const said = ends.flatMap((end) => end.lines)
    expect(said.filter((line) => line === 'published')).toHaveLength(1)
    expect(said.filter((line) => /^(locked|published before)$/.test(line))).toHaveLength(1)
    expect(await findEdition(store.db, 'carrera', date)).not.toBe(null)
  }
})

test('an edition whose process was killed before its file is published by the next process, at once', async () => {
  const args = [store.databaseUrl, 'muerta', '2026-11-06']
  const dying = startChild('children/publish.ts', [...args, 'dies'])
  await dying.nextLine()
  dying.process.stdin?.write('go\n')
  expect((await dying.ended()).lines).toEqual(['claimed 1'])
  const heir = startChild('children/publish.ts', args)
  await heir.nextLine()
  heir.process.stdin?.write('go\n')
  expect((await heir.ended()).lines).toEqual(['claimed 1', 'published'])
})
