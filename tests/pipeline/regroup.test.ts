// Grouping again in the archive: whatever the order in which notes came, the stories are the same after, and each move is on record.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepReading } from '../../src/pipeline/keep-reading.ts'
import { regroupStories } from '../../src/pipeline/regroup.ts'
import { openStoryWindow } from '../../src/pipeline/story-news.ts'
import { findNotes } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from '../store/harness.ts'
import { MORNING, OURS, sampleArticle, sampleCapture, sampleSource } from '../store/samples.ts'

const EVER = { from: new Date(0), to: new Date('2100-01-01T00:00:00Z') }
const TEXTS = [
  'Se quemó la bomba del pozo La Noria y tres colonias amanecieron sin agua; el organismo enviará pipas.',
  'Siguen sin agua por la bomba quemada del pozo La Noria; vecinos piden pipas en sus colonias.',
  'Instalan la bomba nueva en el pozo La Noria y vuelve el agua a las colonias que recibían pipas.',
  'Tres hombres armados asaltaron la caja popular de la calle Matamoros y huyeron en un Jetta gris.',
  'Buscan el Jetta gris en que huyeron los asaltantes armados de la caja popular de Matamoros.',
  'Los asaltantes de la caja popular de Matamoros cayeron en el Jetta gris con las armas.',
]

let stores: TestStore[]
beforeAll(async () => {
  stores = await Promise.all([openTestStore(), openTestStore()])
  for (const { db } of stores) await keepSources(db, [sampleSource()], MORNING)
})
afterAll(() => Promise.all(stores.map((store) => store.drop())))

/** Keeps the texts in an order, groups them again in a process that opens then, and returns which texts are together. */
async function group(store: TestStore, order: readonly number[]): Promise<string[]> {
  const stories = await openStoryWindow(store.db, MORNING)
  for (const at of order) {
    const text = TEXTS[at] ?? ''
    const url = `https://r.example/${at}`
    const article = sampleArticle(url, { title: text.slice(0, 40), standfirst: null, paragraphs: [text] })
    const reading = { article, mentions: [OURS], pickups: [], tone: null, reach: null, sectionId: null }
    await keepReading({ store, stories }, sampleSource(), sampleCapture(url), reading, null)
  }
  const opened = await openStoryWindow(store.db, MORNING)
  await regroupStories({ store, stories: opened, clock: () => MORNING })
  const notes = await findNotes(store.db, EVER)
  const byStory = Map.groupBy(notes, ({ storyId }) => storyId)
  return [...byStory.values()]
    .map((told) =>
      told
        .map(({ article }) => article.url.split('/').at(-1))
        .sort()
        .join(' '),
    )
    .sort()
}

test('notes that came in another order are in the same stories once they are grouped again', async () => {
  const [one, other] = stores
  if (one === undefined || other === undefined) throw new Error('no store')
  const forward = await group(one, [0, 1, 2, 3, 4, 5])
  expect(await group(other, [5, 2, 3, 0, 4, 1])).toEqual(forward)
  expect(forward).toEqual(['0 1 2', '3 4 5'])
})
