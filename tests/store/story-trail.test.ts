// The trail of a note among stories: why it fell where it fell, and each move and merge since, in order.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeStory } from '../../src/cli/explain-story.ts'
import { keepNote } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { markStoryMerged } from '../../src/store/stories.ts'
import { markNotesMoved } from '../../src/store/story-moves.ts'
import { findStoryTrail } from '../../src/store/story-trail.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleNote, sampleSource } from './samples.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
})
afterAll(() => store.drop())

const PLACEMENT = { basis: 'Comparte 80 % del texto con «Sin agua».', similarity: 0.8 }

test('a note tells why it is in its story, and which others tell it', async () => {
  const first = await keepNote(store.db, sampleNote('https://t.example/1'))
  const { storyId = 0 } = (await findStoryTrail(store.db, first)) ?? {}
  const second = await keepNote(
    store.db,
    sampleNote('https://t.example/2', { storyId, placement: PLACEMENT }),
  )
  const trail = await findStoryTrail(store.db, second)
  expect(trail).toMatchObject({ storyId, ...PLACEMENT, moves: [], size: 2, others: [{ noteId: first }] })
})

test('each move and each merge of a note is on its trail, oldest first', async () => {
  const id = await keepNote(store.db, sampleNote('https://t.example/3', { placement: PLACEMENT }))
  const host = await keepNote(store.db, sampleNote('https://t.example/4'))
  const [from = 0, last = 0] = [
    (await findStoryTrail(store.db, id))?.storyId,
    (await findStoryTrail(store.db, host))?.storyId,
  ]
  const into = await markNotesMoved(store.db, {
    noteIds: [id],
    into: null,
    at: minutesLater(10),
    reason: 'cuenta otro hecho',
  })
  await markStoryMerged(store.db, { from: into, into: last, at: minutesLater(20), reason: 'son una' })
  const trail = await findStoryTrail(store.db, id)
  expect(trail?.storyId).toBe(last)
  expect(trail?.moves).toEqual([
    { at: minutesLater(10), from, into, reason: 'cuenta otro hecho' },
    { at: minutesLater(20), from: into, into: last, reason: 'son una' },
  ])
  const lines = describeStory(trail, 'America/Mexico_City')
  expect(lines[0]).toBe(
    'Por qué está en su historia: Comparte 80 % del texto con «Sin agua». (parecido 0.80)',
  )
  expect(lines[1]).toMatch(new RegExp(`pasó de la historia ${from} a la ${into}\\. cuenta otro hecho$`))
})

test('a note kept before reasons were says so, and one that is not there has no trail', async () => {
  const id = await keepNote(store.db, sampleNote('https://t.example/5'))
  expect(describeStory(await findStoryTrail(store.db, id), 'UTC')).toEqual([
    'Por qué está en su historia: no quedó registrado, porque es anterior a que se anotara',
    'Ninguna otra nota cuenta esta historia.',
  ])
  expect(await findStoryTrail(store.db, 999_999)).toBe(null)
})
