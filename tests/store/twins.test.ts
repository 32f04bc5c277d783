// One note under two addresses of its outlet is found; what only looks like it is not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Article } from '../../src/model.ts'
import { keepNote } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { findTwinNote } from '../../src/store/twins.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleArticle, sampleCapture, sampleNote, sampleSource } from './samples.ts'

const OUTLET = 'mx-jal/el-correo'
const LONG = [
  'El Comité de Transparencia clasificó como reservados, por un periodo de cinco años, los contratos celebrados con los artistas que actuarán en la feria.',
  'La ley obliga a publicar los contratos que se pagan con dinero público, recordó la regidora, que pedirá su revisión en la sesión del jueves próximo.',
]

let store: TestStore
let notes = 0
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource(), sampleSource('mx-jal/otro')], MORNING)
})
afterAll(() => store.drop())

/** Keeps a note under an address and a title of its own. */
async function keep(changes: Partial<Article> = {}): Promise<Article> {
  notes += 1
  const url = `https://correo.example/${notes}`
  const article = sampleArticle(url, { title: `Nota ${notes}`, paragraphs: LONG, ...changes })
  await keepNote(store.db, sampleNote(url, { article, capture: sampleCapture(url) }))
  return article
}

/** The same note as it would come in under another address, days later unless told otherwise. */
function again(article: Article, changes: Partial<Article> = {}, days = 8, source = OUTLET) {
  const url = `${article.url}/otra`
  const seenAt = minutesLater(days * 24 * 60)
  return findTwinNote(store.db, source, { ...article, url, canonicalUrl: url, ...changes }, seenAt)
}

test('a note listed again under an address of another day, with its title, text and minute, is the same', async () => {
  const article = await keep()
  expect(await again(article)).toBe(article.url)
})

test('a note with the same canonical address and title is the same, whatever else changed', async () => {
  const article = await keep()
  expect(await again(article, { canonicalUrl: article.canonicalUrl, paragraphs: [] })).toBe(article.url)
})

test('punctuation, capitals and paragraph breaks do not make another note', async () => {
  const article = await keep()
  const paragraphs = [LONG.join(' ').toUpperCase().replaceAll(',', ' —')]
  expect(await again(article, { paragraphs })).toBe(article.url)
})

test('a long text sent twice within the hour is one note', async () => {
  const article = await keep()
  expect(await again(article, { publishedAt: minutesLater(-50) })).toBe(article.url)
})

test('without a date, the hour in which both were seen decides', async () => {
  const article = await keep({ publishedAt: null })
  expect(await again(article, {}, 0)).toBe(article.url)
  expect(await again(article, {}, 1)).toBe(null)
})

test('a note that was updated is another version and is kept', async () => {
  const article = await keep()
  const updated = [...LONG, 'Actualización: el Ayuntamiento publicó los contratos esta tarde.']
  expect(await again(article, { paragraphs: updated })).toBe(null)
  const corrected = LONG.map((paragraph) => paragraph.replace('cinco años', 'tres años'))
  expect(await again(article, { paragraphs: corrected })).toBe(null)
})

test('a column that bears the same title each week is kept each week', async () => {
  const column = await keep({ title: 'Bagazo' })
  const paragraphs = ['Esta semana el cabildo sesionó a oscuras.', ...LONG]
  expect(await again(column, { publishedAt: minutesLater(7 * 24 * 60), paragraphs })).toBe(null)
})

test('a live blog that grew since it was read is kept as it now stands', async () => {
  const live = await keep({ title: 'EN VIVO: así va la sesión' })
  const paragraphs = ['12:40 Se aprueba el punto tercero.', ...LONG]
  expect(await again(live, { publishedAt: minutesLater(-80), paragraphs }, 0)).toBe(null)
})

test('a notice printed with the same words every day is kept every day', async () => {
  const notice = await keep({ title: 'Horario del transporte' })
  expect(await again(notice, { publishedAt: minutesLater(24 * 60 - 90) }, 1)).toBe(null)
})

test('two short posts of one hour with the same words are two', async () => {
  const post = await keep({ title: 'Buenos días', paragraphs: ['Buenos días, Tala.'] })
  expect(await again(post, { publishedAt: minutesLater(-60) }, 0)).toBe(null)
})

test('notes without text are never the same by it', async () => {
  const bare = await keep({ paragraphs: [] })
  expect(await again(bare)).toBe(null)
})

test('the same text in another outlet, or under another headline, is another note', async () => {
  const article = await keep()
  expect(await again(article, {}, 8, 'mx-jal/otro')).toBe(null)
  expect(await again(article, { title: 'Reservan los contratos de la feria' })).toBe(null)
})
