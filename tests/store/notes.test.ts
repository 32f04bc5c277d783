// Notes as kept and as found again: whole and once, whatever their text.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Note } from '../../src/model.ts'
import { keepBoletin } from '../../src/store/boletines.ts'
import { findNotes, keepNote, type NewNote } from '../../src/store/notes.ts'
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
  sampleArticle,
  sampleCapture,
  sampleNote,
  sampleSource,
} from './samples.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource(), sampleSource('mx-jal/otro')], MORNING)
  await keepBoletin(store.db, BOLETIN)
})
afterAll(() => store.drop())

const EVER = { from: new Date(0), to: new Date('2100-01-01T00:00:00Z') }

function keep(note: NewNote): Promise<number> {
  return store.db.transaction().execute((trx) => keepNote(trx, note))
}

async function findOne(id: number): Promise<Note | undefined> {
  return (await findNotes(store.db, EVER)).find((note) => note.id === id)
}

async function countRows(): Promise<Record<string, number>> {
  const tables = ['item', 'ending', 'capture', 'note', 'mention', 'hit', 'pickup', 'passage'] as const
  const more = ['tone', 'reach', 'review', 'story', 'story_member'] as const
  const counts: Record<string, number> = {}
  for (const table of [...tables, ...more]) {
    const { count } = await store.db
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = count
  }
  return counts
}

test('a note is found whole as it was kept', async () => {
  const kept = sampleNote('https://correo.example/1', { pickups: [PICKUP] })
  const id = await keep(kept)
  expect(await findNotes(store.db, { from: minutesLater(-1), to: MORNING })).toEqual([
    {
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
    },
  ])
})

test('what is unknown of a note is found as null, never as zero or empty', async () => {
  const url = 'https://correo.example/sin-nada'
  const unknown = {
    byline: null,
    section: null,
    publishedAt: null,
    publishedFrom: 'none',
    hasHour: false,
    image: null,
    standfirst: null,
  } as const
  const article = sampleArticle(url, { ...unknown, flags: ['sin-fecha', 'breve'] })
  const id = await keep(sampleNote(url, { article, mentions: [], tone: null, reach: null, sectionId: null }))
  expect(await findOne(id)).toMatchObject({ article, mentions: [], tone: null, reach: null, sectionId: null })
})

test('keeping a note again writes nothing and gives the same id', async () => {
  const note = sampleNote('https://correo.example/dos-veces', { pickups: [PICKUP] })
  const id = await keep(note)
  const before = await countRows()
  expect(await keep(note)).toBe(id)
  expect(await countRows()).toEqual(before)
})

test('two processes that keep the same note at the same moment keep one', async () => {
  const note = sampleNote('https://correo.example/a-la-vez')
  const before = await countRows()
  const ids = await Promise.all([keep(note), keep(note), keep(note), keep(note)])
  expect(new Set(ids).size).toBe(1)
  expect((await countRows()).note).toBe((before.note ?? 0) + 1)
})

test('a transaction that fails leaves nothing of its note', async () => {
  const before = await countRows()
  const failing = store.db.transaction().execute(async (trx) => {
    await keepNote(trx, sampleNote('https://correo.example/a-medias', { pickups: [PICKUP] }))
    throw new Error('power cut')
  })
  await expect(failing).rejects.toThrow('power cut')
  expect(await countRows()).toEqual(before)
})

test('a note joins the story it is given and opens one when it is given none', async () => {
  const first = await findOne(await keep(sampleNote('https://correo.example/h1')))
  const second = await findOne(
    await keep(sampleNote('https://correo.example/h2', { storyId: first?.storyId ?? null })),
  )
  const third = await findOne(await keep(sampleNote('https://correo.example/h3')))
  expect(second?.storyId).toBe(first?.storyId)
  expect(third?.storyId).not.toBe(first?.storyId)
})

test('NUL and half surrogates anywhere in a note do not stop it from being kept', async () => {
  const url = 'https://correo.example/nul'
  const dirty = 'a\0b\ud83d!'
  const id = await keep(
    sampleNote(url, {
      capture: sampleCapture(url, {
        headers: { 'x-dirty': dirty },
        redirects: [`https://x.example/${dirty}`],
      }),
      article: sampleArticle(url, {
        title: dirty,
        byline: dirty,
        section: dirty,
        standfirst: dirty,
        paragraphs: [dirty, '\0'],
      }),
      mentions: [
        { ...OURS, evidence: [dirty], hits: OURS.hits.map((hit) => ({ ...hit, text: dirty, rule: dirty })) },
      ],
      tone: { ...NEGATIVE, reasons: [{ sentence: dirty, words: [{ text: dirty, weight: 1 }], rule: dirty }] },
      reach: { ...REACH, basis: dirty, source: dirty },
    }),
  )
  const note = await findOne(id)
  expect(note?.article.title).toBe('ab\ufffd!')
  expect(note?.article.paragraphs).toEqual(['ab\ufffd!', ''])
  expect(note?.tone?.reasons[0]?.sentence).toBe('ab\ufffd!')
})

test('any text whatever is kept and found again', async () => {
  let turn = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 5 }),
      async (paragraphs) => {
        turn += 1
        const url = `https://correo.example/texto/${turn}`
        const id = await keep(
          sampleNote(url, { article: sampleArticle(url, { paragraphs, title: paragraphs.join(' ') }) }),
        )
        expect((await findOne(id))?.article.paragraphs).toEqual(
          paragraphs.map((text) => text.replaceAll('\0', '').toWellFormed()),
        )
      },
    ),
    { numRuns: 40 },
  )
})

test('a text of 700,000 different words and an address of 100,000 letters are kept whole', async () => {
  const url = `https://correo.example/${'z'.repeat(100_000)}`
  const words = Array.from({ length: 700_000 }, (_, index) => `ñú${index.toString(36)}`).join(' ')
  const article = sampleArticle(url, { title: words.slice(0, 1_000_000), paragraphs: [words] })
  const id = await keep(sampleNote(url, { article }))
  expect((await findOne(id))?.article).toEqual(article)
})

test('the densest text there is for a search index is kept', async () => {
  const url = 'https://correo.example/denso'
  const letter = (index: number) => String.fromCodePoint(0x20000 + (index % 40_000))
  const dense = (from: number) =>
    Array.from({ length: 300_000 }, (_, index) => letter(from + index)).join('-')
  const article = sampleArticle(url, { title: dense(0), standfirst: dense(7), paragraphs: [dense(11)] })
  const id = await keep(sampleNote(url, { article }))
  expect((await findOne(id))?.article).toEqual(article)
})

test('a note with ten thousand hits is kept whole', async () => {
  const hits = Array.from({ length: 10_000 }, (_, index) => ({
    ...OURS.hits[0],
    start: index,
    end: index + 1,
  }))
  const mention = { ...OURS, hits } as typeof OURS
  const id = await keep(sampleNote('https://correo.example/muchas', { mentions: [mention] }))
  expect((await findOne(id))?.mentions).toEqual([mention])
})

test('notes are found in the order of the ledger, those of one instant in the order they were kept', async () => {
  const at = minutesLater(600)
  const keepAt = (path: string, takenAt: Date) => {
    const url = `https://correo.example/orden/${path}`
    return keep(sampleNote(url, { capture: sampleCapture(url, { takenAt }) }))
  }
  const b = await keepAt('b', at)
  const a = await keepAt('a', at)
  const c = await keepAt('c', minutesLater(-1, at))
  const found = await findNotes(store.db, { from: minutesLater(-2, at), to: at })
  expect(found.map((note) => note.id)).toEqual([c, b, a])
})

test('a window may be cut down to one source', async () => {
  const at = minutesLater(700)
  for (const sourceId of ['mx-jal/el-correo', 'mx-jal/otro']) {
    const url = `https://correo.example/fuente/${sourceId}`
    await keep(sampleNote(url, { sourceId, capture: sampleCapture(url, { takenAt: at }) }))
  }
  const found = await findNotes(store.db, { from: minutesLater(-1, at), to: at, sourceId: 'mx-jal/otro' })
  expect(found.map((note) => note.sourceId)).toEqual(['mx-jal/otro'])
})
