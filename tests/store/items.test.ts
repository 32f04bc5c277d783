// The ledger of items: what is known, what waits for another try, and what has its end for good.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepCaptureFile } from '../../src/store/capture-files.ts'
import { findCapture, keepUnreadable } from '../../src/store/captures.ts'
import { findDueItems, findItems, keepPostponed } from '../../src/store/items.ts'
import { findNotes, keepNote } from '../../src/store/notes.ts'
import { keepRound } from '../../src/store/rounds.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import {
  MORNING,
  minutesLater,
  sampleCapture,
  sampleItem,
  sampleNote,
  sampleRound,
  sampleSource,
} from './samples.ts'

let store: TestStore
const sourceId = 'mx-jal/el-correo'
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
})
afterAll(() => store.drop())

test('the ledger holds how each URL ended, whoever wrote its end, and nothing of one that was never listed', async () => {
  const [kept, unreadable, excluded, later, never] = ['k', 'u', 'e', 'l', 'n'].map(
    (end) => `https://c.example/${end}`,
  )
  const urls = [kept, unreadable, excluded, later, never].map(String)
  await keepNote(store.db, sampleNote(String(kept)))
  const item = sampleItem(String(unreadable))
  await keepUnreadable(store.db, { sourceId, item, capture: null, reason: 'gone', at: MORNING })
  await keepRound(
    store.db,
    sampleRound({
      ends: [
        { url: String(excluded), end: 'excluded', reason: 'skip: /tag/' },
        { url: String(later), end: 'later', reason: 'HTTP 503' },
      ],
    }),
  )
  const records = await findItems(store.db, urls)
  expect(urls.map((url) => records.get(url)?.end)).toEqual([
    'kept',
    'unreadable',
    'excluded',
    'later',
    undefined,
  ])
  expect(await findItems(store.db, [])).toEqual(new Map())
})

test('URLs that differ in one letter after three thousand are two', async () => {
  const long = `https://c.example/${'a'.repeat(3_000)}`
  await keepNote(store.db, sampleNote(`${long}1`))
  expect([...(await findItems(store.db, [`${long}1`, `${long}2`])).keys()]).toEqual([`${long}1`])
})

test('a postponed item comes back, as its channel listed it, when its time has come', async () => {
  const item = sampleItem('https://c.example/espera', {
    contentHtml: '<p>ñ</p>',
    views: 12,
    publishedAt: null,
  })
  const nextAttemptAt = minutesLater(10)
  await keepPostponed(store.db, {
    sourceId,
    item,
    reason: 'HTTP 429',
    at: MORNING,
    nextAttemptAt,
    isTried: true,
  })
  expect(await findDueItems(store.db, sourceId, minutesLater(9))).toEqual([])
  expect(await findDueItems(store.db, sourceId, minutesLater(10))).toEqual([item])
  expect(await findDueItems(store.db, 'mx-jal/otro', minutesLater(10))).toEqual([])
})

test('each try that is postponed again is counted once, also when the round reports it', async () => {
  const item = sampleItem('https://c.example/intentos')
  for (const turn of [1, 2, 3]) {
    const at = minutesLater(turn * 20)
    await keepPostponed(store.db, {
      sourceId,
      item,
      reason: 'HTTP 503',
      at,
      nextAttemptAt: minutesLater(1, at),
      isTried: true,
    })
    const ends = [{ url: item.url, end: 'later' as const, reason: 'HTTP 503' }]
    const round = sampleRound({ startedAt: minutesLater(-1, at), endedAt: minutesLater(1, at), ends })
    await keepRound(store.db, round)
    expect((await findItems(store.db, [item.url])).get(item.url)).toMatchObject({
      end: 'later',
      attempts: turn,
      nextAttemptAt: minutesLater(1, at),
      firstSeen: MORNING,
    })
  }
})

test('an item that is kept at last waits no longer', async () => {
  const item = sampleItem('https://c.example/al-fin')
  await keepPostponed(store.db, {
    sourceId,
    item,
    reason: 'x',
    at: MORNING,
    nextAttemptAt: MORNING,
    isTried: true,
  })
  await keepNote(store.db, sampleNote(item.url))
  await keepPostponed(store.db, {
    sourceId,
    item,
    reason: 'x',
    at: MORNING,
    nextAttemptAt: MORNING,
    isTried: true,
  })
  expect((await findDueItems(store.db, sourceId, minutesLater(999))).map(({ url }) => url)).not.toContain(
    item.url,
  )
  expect((await findItems(store.db, [item.url])).get(item.url)).toMatchObject({
    end: 'kept',
    nextAttemptAt: null,
  })
})

test('the evidence of an unreadable item is kept with its reason, once', async () => {
  const capture = sampleCapture('https://c.example/ilegible', {
    status: 200,
    redirects: ['https://c.example/a'],
  })
  await keepCaptureFile(store.dataFolder, capture)
  const unreadable = { sourceId, item: capture.item, capture, reason: 'no-text', at: MORNING } as const
  await keepUnreadable(store.db, unreadable)
  await keepUnreadable(store.db, { ...unreadable, reason: 'oversized' })
  const record = (await findItems(store.db, [capture.item.url])).get(capture.item.url)
  expect(record).toMatchObject({ end: 'unreadable', reason: 'no-text' })
  const rows = await store.db
    .selectFrom('capture')
    .select('id')
    .where('sha256', '=', capture.sha256)
    .execute()
  expect(rows).toHaveLength(1)
  expect(await findCapture(store.db, store.dataFolder, rows[0]?.id ?? 0)).toEqual({
    ...capture,
    body: Buffer.from(capture.body),
  })
})

test('what was unreadable may be kept later, and what was kept is never made unreadable', async () => {
  const url = 'https://c.example/mejor-lector'
  await keepUnreadable(store.db, {
    sourceId,
    item: sampleItem(url),
    capture: null,
    reason: 'no-text',
    at: MORNING,
  })
  const id = await keepNote(store.db, sampleNote(url))
  await keepUnreadable(store.db, {
    sourceId,
    item: sampleItem(url),
    capture: null,
    reason: 'gone',
    at: MORNING,
  })
  expect((await findItems(store.db, [url])).get(url)).toMatchObject({ end: 'kept', reason: null })
  const notes = await findNotes(store.db, { from: minutesLater(-1), to: MORNING })
  expect(notes.filter((note) => note.id === id)).toHaveLength(1)
})

test('a URL that is listed again and again says when it was last seen, to within six hours', async () => {
  const url = 'https://c.example/otra-vez'
  await keepNote(store.db, sampleNote(url))
  const visit = async (minutes: number) => {
    const at = minutesLater(minutes)
    const ends = [{ url, end: 'known' as const, reason: null }]
    await keepRound(store.db, sampleRound({ startedAt: at, endedAt: at, ends }))
    return (await findItems(store.db, [url])).get(url)?.lastSeen
  }
  expect(await visit(60)).toEqual(MORNING)
  expect(await visit(7 * 60)).toEqual(minutesLater(7 * 60))
})
