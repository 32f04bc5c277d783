// Stories of which only the id is reserved: opened by whichever note is kept first, whatever becomes of the others.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findNotesById, keepNote } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { reserveStoryId } from '../../src/store/stories.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, sampleNote, sampleSource } from './samples.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
})
afterAll(() => store.drop())

/** Keeps a note in a story, in a transaction that ends when told. */
function keepSlowly(url: string, storyId: number) {
  const written = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const kept = store.db.transaction().execute(async (trx) => {
    const id = await keepNote(trx, sampleNote(url, { storyId }))
    written.resolve()
    await end.promise
    return id
  })
  return {
    written: written.promise,
    kept,
    commit: () => end.resolve(),
    fail: () => end.reject(new Error('disk')),
  }
}

async function countStories(): Promise<number> {
  return (await store.db.selectFrom('story').select('id').execute()).length
}

test('a reserved id is given once and is no story until a note is kept in it', async () => {
  const before = await countStories()
  const ids = await Promise.all([reserveStoryId(store.db), reserveStoryId(store.db)])
  expect(new Set(ids).size).toBe(2)
  expect(await countStories()).toBe(before)
})

test('two notes kept at the same time in one reserved story open it once', async () => {
  const storyId = await reserveStoryId(store.db)
  const one = keepSlowly('https://s.example/1', storyId)
  await one.written
  const other = keepSlowly('https://s.example/2', storyId)
  one.commit()
  other.commit()
  const notes = await findNotesById(store.db, await Promise.all([one.kept, other.kept]))
  expect(notes.map((note) => note.storyId)).toEqual([storyId, storyId])
})

test('a note joins the story of one whose transaction fails, and opens it itself', async () => {
  const storyId = await reserveStoryId(store.db)
  const failing = keepSlowly('https://s.example/3', storyId)
  await failing.written
  const other = keepSlowly('https://s.example/4', storyId)
  other.commit()
  failing.fail()
  await expect(failing.kept).rejects.toThrow('disk')
  const [note] = await findNotesById(store.db, [await other.kept])
  expect(note?.storyId).toBe(storyId)
})

test('a failed transaction leaves no story behind', async () => {
  const before = await countStories()
  const failing = keepSlowly('https://s.example/5', await reserveStoryId(store.db))
  await failing.written
  failing.fail()
  await expect(failing.kept).rejects.toThrow('disk')
  expect(await countStories()).toBe(before)
})
