// Notes kept side by side: one event is one story though neither note is written yet, and a failure leaves nothing behind.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { prepareStories, type StoryWindow } from '../../src/match/story-window.ts'
import type { Article, Mention } from '../../src/model.ts'
import { keepReading } from '../../src/pipeline/keep-reading.ts'
import { findNotes } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from '../store/harness.ts'
import { MORNING, OURS, sampleArticle, sampleCapture, sampleSource } from '../store/samples.ts'

const EVER = { from: new Date(0), to: new Date('2100-01-01T00:00:00Z') }
const CRASH = {
  standfirst: null,
  title: 'Choque entre autobús de jornaleros y tráiler deja un muerto',
  paragraphs: [
    'Un autobús que llevaba jornaleros al corte de frambuesa chocó contra un tráiler detenido en el kilómetro 34 de la carretera Guadalajara–Ameca. El chofer murió y once pasajeros fueron llevados a hospitales de Zapopan.',
  ],
}
const ROBBERY = {
  standfirst: null,
  title: 'Asaltan caja popular en el Centro',
  paragraphs: [
    'Tres hombres armados se llevaron 218 mil pesos de la Caja Popular Valle Dulce, en la calle Matamoros, y huyeron en un Jetta gris.',
  ],
}

let store: TestStore
let stories: StoryWindow
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
})
beforeEach(() => {
  stories = prepareStories([])
})
afterAll(() => store.drop())

function keep(path: string, text: Partial<Article>, mentions: readonly Mention[] = [OURS]) {
  const url = `https://correo.example/${path}`
  const article = sampleArticle(url, text)
  const reading = { article, mentions, pickups: [], tone: null, reach: null, sectionId: null }
  return keepReading({ store, stories }, sampleSource(), sampleCapture(url), reading, null)
}

async function findStories(prefix: string): Promise<Map<string, number>> {
  const notes = (await findNotes(store.db, EVER)).filter(({ article }) => article.url.includes(prefix))
  return new Map(notes.map(({ article, storyId }) => [article.url.split('/').at(-1) ?? '', storyId]))
}

test('ten tellings of two events kept at the same time open two stories', async () => {
  const tellings = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? CRASH : ROBBERY))
  await Promise.all(tellings.map((telling, index) => keep(`juntas/${index}`, telling)))
  const found = await findStories('/juntas/')
  expect(found.size).toBe(10)
  const even = new Set([...found].filter(([name]) => Number(name) % 2 === 0).map(([, story]) => story))
  const odd = new Set([...found].filter(([name]) => Number(name) % 2 === 1).map(([, story]) => story))
  expect([even.size, odd.size]).toEqual([1, 1])
  expect(even).not.toEqual(odd)
})

test('why a note was placed is kept with it', async () => {
  await keep('porque/1', CRASH)
  await keep('porque/2', { ...CRASH, title: 'Tragedia carretera' })
  const rows = await store.db
    .selectFrom('story_member')
    .innerJoin('note', 'note.id', 'note_id')
    .where('url', 'like', '%/porque/2')
    .selectAll('story_member')
    .execute()
  expect(rows).toMatchObject([{ similarity: 1, basis: expect.stringContaining('Comparte 100 % del texto') }])
})

test('a note that could not be kept leaves no seat, and another telling of its event opens the story', async () => {
  const mentionedTwice = [OURS, OURS]
  const [failing, other] = await Promise.allSettled([
    keep('falla/1', CRASH, mentionedTwice),
    keep('falla/2', CRASH),
  ])
  expect([failing.status, other.status]).toEqual(['rejected', 'fulfilled'])
  const found = await findStories('/falla/')
  expect([...found.keys()]).toEqual(['2'])
  expect([...stories.notes.values()].map(({ storyId }) => storyId)).toEqual([...found.values()])
})
