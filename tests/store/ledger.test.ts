// The ledger of captures: windows that follow one another hold each note once, however late it is written.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeLedger } from '../../src/store/ledger.ts'
import { findNotes, keepNote, type NewNote } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleCapture, sampleNote, sampleSource } from './samples.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
})
afterAll(() => store.drop())

function keep(note: NewNote): Promise<number> {
  return store.db.transaction().execute((trx) => keepNote(trx, note))
}

test('however notes arrive, windows that follow one another hold each note once', async () => {
  const day = 24 * 60
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: -1, max: 41 }), { minLength: 1, maxLength: 5 }),
      async (arrivals, cuts) => {
        run += 1
        const start = minutesLater(run * day * 2)
        const kept: number[] = []
        for (const [index, minute] of arrivals.entries()) {
          const url = `https://correo.example/ventana/${run}/${index}`
          const takenAt = minutesLater(minute, start)
          kept.push(
            await keep(
              sampleNote(url, { capture: sampleCapture(url, { takenAt }), mentions: [], reach: null }),
            ),
          )
        }
        const edges = [-2, ...new Set(cuts.toSorted((left, right) => left - right)), 42]
        const found: number[] = []
        for (const [index, edge] of edges.slice(1).entries()) {
          const from = minutesLater(edges[index] ?? 0, start)
          found.push(
            ...(await findNotes(store.db, { from, to: minutesLater(edge, start) })).map(({ id }) => id),
          )
        }
        expect(found.toSorted((left, right) => left - right)).toEqual(kept)
      },
    ),
    { numRuns: 15 },
  )
})

test('a note whose transaction commits after its window was closed falls into the next window', async () => {
  const cut = minutesLater(60 * 24 * 60)
  const keepAt = (path: string, takenAt: Date) => {
    const url = `https://correo.example/tarde/${path}`
    return sampleNote(url, { capture: sampleCapture(url, { takenAt }) })
  }
  const before = await keep(keepAt('a-tiempo', minutesLater(-1, cut)))
  await store.db.transaction().execute((trx) => closeLedger(trx, cut))
  const edition = await findNotes(store.db, { from: minutesLater(-30, cut), to: cut })
  const late = await keep(keepAt('tarde', minutesLater(-1, cut)))
  const after = await keep(keepAt('despues', minutesLater(1, cut)))
  expect(edition.map(({ id }) => id)).toEqual([before])
  expect(await findNotes(store.db, { from: minutesLater(-30, cut), to: cut })).toEqual(edition)
  const next = await findNotes(store.db, { from: cut, to: minutesLater(30, cut) })
  expect(next.map(({ id }) => id)).toEqual([late, after])
})

test('closing a window waits for the notes that are being written into it', async () => {
  const cut = minutesLater(90 * 24 * 60)
  const url = 'https://correo.example/en-curso'
  const note = sampleNote(url, { capture: sampleCapture(url, { takenAt: minutesLater(-1, cut) }) })
  const written = Promise.withResolvers<void>()
  const order: string[] = []
  const writing = store.db.transaction().execute(async (trx) => {
    await keepNote(trx, note)
    written.resolve()
    await waitUntilSomebodyWaits()
    order.push('kept')
  })
  await written.promise
  await store.db.transaction().execute((trx) => closeLedger(trx, cut))
  order.push('closed')
  await writing
  expect(order).toEqual(['kept', 'closed'])
  expect(await findNotes(store.db, { from: minutesLater(-2, cut), to: cut })).toHaveLength(1)
})

/** Returns when another session waits for an advisory lock of this database. */
async function waitUntilSomebodyWaits(): Promise<void> {
  const waiting = sql<{ waits: boolean }>`select exists (
    select from pg_locks join pg_database on pg_database.oid = database
    where datname = current_database() and locktype = 'advisory' and not granted
  ) as waits`
  await expect.poll(async () => (await waiting.execute(store.db)).rows).toEqual([{ waits: true }])
}
