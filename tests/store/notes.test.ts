// Notes as kept and as found again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepBoletin } from '../../src/store/boletines.ts'
import { findNotes, keepNote } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import {
  BOLETIN,
  MORNING,
  minutesLater,
  NEGATIVE,
  OURS,
  PICKUP,
  REACH,
  sampleNote,
  sampleSource,
} from './samples.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
  await keepBoletin(store.db, BOLETIN)
})
afterAll(() => store.drop())

test('a note is found whole as it was kept', async () => {
  const kept = sampleNote('https://correo.example/1', { pickups: [PICKUP] })
  const id = await store.db.transaction().execute((trx) => keepNote(trx, kept))
  const [note] = await findNotes(store.db, { from: minutesLater(-1), to: MORNING })
  expect(note).toEqual({
    id,
    sourceId: kept.sourceId,
    capturedAt: MORNING,
    captureSha256: kept.capture.sha256,
    article: kept.article,
    mentions: [OURS],
    pickups: [PICKUP],
    tone: NEGATIVE,
    reach: REACH,
    storyId: expect.any(Number),
    sectionId: 'agua',
  })
})
