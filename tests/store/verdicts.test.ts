// What is judged of notes and may be judged again: tones, doubtful mentions, stories; and the ways to find a note.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tone } from '../../src/model.ts'
import { SHIPPED_SETTINGS } from '../../src/score/tone-settings.ts'
import { findBoletines, keepBoletin } from '../../src/store/boletines.ts'
import { findChannelMemory, keepChannelMemory } from '../../src/store/channel-memory.ts'
import { findDailyCounts } from '../../src/store/daily-counts.ts'
import { findMentionDecisions, keepMentionDecision, keepToneDecision } from '../../src/store/decisions.ts'
import { findNoteById, findNoteIdByUrl } from '../../src/store/dossier.ts'
import { findJudgedTones, findUnjudgedNotes } from '../../src/store/judged-tones.ts'
import { findNotes, findNotesById, keepNote, type NewNote } from '../../src/store/notes.ts'
import { countOpenReviews, findOpenReviews } from '../../src/store/reviews.ts'
import { findNotesByWords } from '../../src/store/search.ts'
import { keepSources } from '../../src/store/sources.ts'
import { findStoryMembers, findStoryMerges, markStoryMerged } from '../../src/store/stories.ts'
import { findToneCalibration, keepToneCalibration } from '../../src/store/tone-calibrations.ts'
import { keepTone } from '../../src/store/tones.ts'
import { openTestStore, type TestStore } from './harness.ts'
import {
  BOLETIN,
  DOUBTFUL,
  MORNING,
  minutesLater,
  NEGATIVE,
  OURS,
  PICKUP,
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

let turn = 0
async function keep(changes: Partial<NewNote> = {}, takenAt = MORNING): Promise<number> {
  turn += 1
  const url = `https://v.example/${turn}`
  return keepNote(store.db, sampleNote(url, { capture: sampleCapture(url, { takenAt }), ...changes }))
}

async function findStoryOf(noteId: number): Promise<number | undefined> {
  return (await findNotesById(store.db, [noteId]))[0]?.storyId
}

test('a corrected tone is the one that counts, and what was said before stays on record', async () => {
  const id = await keep()
  const corrected: Tone = { ...NEGATIVE, label: 'mixto', score: 0, confidence: null, reasons: [] }
  const given = { tone: corrected, by: 'Paola', at: minutesLater(30), comment: 'reconoce la reparación' }
  await keepTone(store.db, id, given)
  expect((await findNotesById(store.db, [id]))[0]?.tone).toEqual(corrected)
  expect((await findNoteById(store.db, id))?.tones).toEqual([
    { tone: NEGATIVE, by: 'sintesis', at: MORNING, comment: null },
    given,
  ])
})

test('doubtful mentions and uncertain tones wait for a person, once each, until one decides', async () => {
  const id = await keep({
    mentions: [DOUBTFUL, { ...OURS, subjectId: 'presidenta' }],
    tone: { ...NEGATIVE, needsReview: true },
  })
  const open = async () => (await findOpenReviews(store.db, 1_000)).filter(({ noteId }) => noteId === id)
  expect((await open()).map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
    ['mencion', 'ayuntamiento'],
    ['tono', null],
  ])
  const decider = { by: 'Paola', at: minutesLater(5), comment: null }
  const before = await countOpenReviews(store.db)
  await keepMentionDecision(store.db, id, DOUBTFUL.subjectId, 'ajena', decider)
  await keepToneDecision(store.db, id, { tone: NEGATIVE, ...decider })
  expect(await countOpenReviews(store.db)).toBe(before - 2)
  expect(await open()).toEqual([])
  expect((await findNotesById(store.db, [id]))[0]?.mentions.map(({ subjectId }) => subjectId)).toEqual([
    'presidenta',
  ])
})

test('a person may take back a decision, and add a mention that the program missed: each stays on record', async () => {
  const id = await keep({ mentions: [DOUBTFUL] })
  const say = (subjectId: string, after: 'nuestra' | 'ajena', minutes: number, comment: string | null) =>
    keepMentionDecision(store.db, id, subjectId, after, { by: 'Paola', at: minutesLater(minutes), comment })
  expect(await say('ayuntamiento', 'ajena', 1, 'es el verbo talar')).toBe('dudosa')
  expect(await say('ayuntamiento', 'nuestra', 2, null)).toBe('ajena')
  expect(await say('presidenta', 'nuestra', 3, null)).toBe(null)
  const [note] = await findNotesById(store.db, [id])
  expect(note?.mentions.map(({ subjectId, belonging }) => [subjectId, belonging])).toEqual([
    ['ayuntamiento', 'nuestra'],
    ['presidenta', 'nuestra'],
  ])
  expect(note?.mentions[1]?.evidence).toEqual(['Lo agregó Paola: el programa no lo había reconocido.'])
  expect(await findMentionDecisions(store.db, id)).toMatchObject([
    { subjectId: 'ayuntamiento', before: 'dudosa', after: 'ajena', comment: 'es el verbo talar' },
    { subjectId: 'ayuntamiento', before: 'ajena', after: 'nuestra', by: 'Paola', at: minutesLater(2) },
    { subjectId: 'presidenta', before: null, after: 'nuestra' },
  ])
})

test('notes that people judged are told with what the program had said; the rest can be drawn by lot', async () => {
  const [judged, other] = [await keep(), await keep({ tone: { ...NEGATIVE, label: 'mixto' } })]
  const say = (label: Tone['label'], by: string) =>
    keepToneDecision(store.db, judged, { tone: { ...NEGATIVE, label }, by, at: MORNING, comment: null })
  await say('neutro', 'Paola')
  await say('positivo', 'Raúl')
  const found = (await findJudgedTones(store.db)).find(({ noteId }) => noteId === judged)
  expect(found?.program).toEqual(NEGATIVE)
  expect(found?.people.map(({ by, tone }) => [by, tone.label])).toEqual([
    ['Paola', 'neutro'],
    ['Raúl', 'positivo'],
  ])
  const draw = (seed: string) => findUnjudgedNotes(store.db, minutesLater(-1), seed, 1_000)
  expect(await draw('a')).toContain(other)
  expect(await draw('a')).not.toContain(judged)
  expect(await draw('a')).toEqual(await draw('a'))
  expect(new Set(await draw('b'))).toEqual(new Set(await draw('a')))
})

test('the last calibration of the tone is the one that counts', async () => {
  expect(await findToneCalibration(store.db)).toBe(null)
  const made = {
    madeAt: MORNING,
    madeBy: 'Paola',
    notes: 80,
    shippedAccuracy: 0.6,
    fittedAccuracy: 0.7,
    settings: SHIPPED_SETTINGS,
  }
  const later = {
    ...made,
    madeAt: minutesLater(9),
    settings: { ...SHIPPED_SETTINGS, leastEvidence: 0.4 },
  }
  await keepToneCalibration(store.db, made)
  await keepToneCalibration(store.db, later)
  expect(await findToneCalibration(store.db)).toEqual(later)
})

test('stories merged one into another and again are one, and each merge stays on record', async () => {
  const [a, b, c] = [await keep(), await keep(), await keep()]
  const [first = 0, second = 0, third = 0] = [
    await findStoryOf(a),
    await findStoryOf(b),
    await findStoryOf(c),
  ]
  const merges = [
    { from: second, into: first, at: minutesLater(1), reason: 'mismo hecho' },
    { from: first, into: third, at: minutesLater(2), reason: 'lo confirma una persona' },
  ]
  for (const merge of merges) await markStoryMerged(store.db, merge)
  await markStoryMerged(store.db, { from: third, into: second, at: minutesLater(3), reason: 'ya son una' })
  for (const note of [a, b, c]) expect(await findStoryOf(note)).toBe(third)
  const late = await keep({ storyId: second })
  expect(await findStoryOf(late)).toBe(third)
  expect(await findStoryMerges(store.db)).toEqual(merges)
})

test('the members of recent stories are found with their text and when they were published', async () => {
  const start = minutesLater(100_000)
  const dated = await keep({}, start)
  const url = 'https://v.example/sin-fecha'
  const article = sampleArticle(url, { publishedAt: null, publishedFrom: 'none' })
  const capture = sampleCapture(url, { takenAt: minutesLater(5, start) })
  const undated = await keepNote(store.db, sampleNote(url, { article, capture }))
  const members = await findStoryMembers(store.db, minutesLater(-1, start))
  expect(members.map(({ noteId, at }) => [noteId, at])).toEqual([
    [dated, minutesLater(-90)],
    [undated, minutesLater(5, start)],
  ])
  expect(members[1]).toMatchObject({ title: article.title, paragraphs: article.paragraphs })
})

test('everything about a note is found by its id and by its address', async () => {
  const url = 'https://v.example/expediente'
  const capture = sampleCapture(url, { redirects: ['https://v.example/corta'], status: 203 })
  const id = await keepNote(store.db, sampleNote(url, { capture, pickups: [PICKUP] }))
  expect(await findNoteIdByUrl(store.db, url)).toBe(id)
  const dossier = await findNoteById(store.db, id)
  expect(dossier).toMatchObject({
    note: { id, pickups: [PICKUP], mentions: [OURS] },
    sourceName: 'El Correo de Tala',
    item: capture.item,
    capture: {
      status: 203,
      redirects: ['https://v.example/corta'],
      bytes: capture.body.length,
      takenAt: MORNING,
    },
    ends: [{ at: MORNING, end: 'kept', reason: null }],
  })
  expect(await findNoteById(store.db, 999_999)).toBe(null)
  expect(await findNoteIdByUrl(store.db, 'https://v.example/nunca')).toBe(null)
})

test('words find notes whatever their accents, case and Spanish form', async () => {
  const url = 'https://v.example/busqueda'
  const article = sampleArticle(url, {
    title: 'Inauguran «ciclovía» en Etzatlán',
    standfirst: null,
    paragraphs: ['—Habrá más obras —dijo la munícipe—.'],
  })
  const id = await keepNote(store.db, sampleNote(url, { article }))
  const search = async (words: string) => (await findNotesByWords(store.db, words, 10)).map((note) => note.id)
  for (const words of ['ciclovia', 'CICLOVÍAS etzatlan', '“ciclovía en Etzatlán”', 'obras municipe']) {
    expect([words, await search(words)]).toEqual([words, [id]])
  }
  expect(await search('ciclovia -etzatlan')).toEqual([])
  expect(await search('\0')).toEqual([])
})

test('daily counts follow the local calendar and tell ours apart', async () => {
  const midnight = new Date('2026-12-24T06:00:00.000Z') // 00:00 in Mexico City
  await keep({}, minutesLater(-1, midnight))
  await keep({ mentions: [] }, midnight)
  await keep({}, minutesLater(1, midnight))
  await keep({ sourceId: 'mx-jal/otro', mentions: [DOUBTFUL] }, minutesLater(2, midnight))
  const span = {
    from: minutesLater(-60, midnight),
    to: minutesLater(60, midnight),
    timeZone: 'America/Mexico_City',
  }
  expect(await findDailyCounts(store.db, { ...span, ourSubjects: ['ayuntamiento'] })).toEqual([
    { date: '2026-12-23', sourceId: 'mx-jal/el-correo', notes: 1, ours: 1 },
    { date: '2026-12-24', sourceId: 'mx-jal/el-correo', notes: 2, ours: 1 },
    { date: '2026-12-24', sourceId: 'mx-jal/otro', notes: 1, ours: 0 },
  ])
})

test('a corrected boletín replaces its text and keeps its pickups', async () => {
  const id = await keep({ pickups: [PICKUP] })
  const corrected = { ...BOLETIN, title: 'Restablecen el agua', dependencia: null }
  await keepBoletin(store.db, corrected)
  const sent = { from: minutesLater(-1, BOLETIN.sentAt), to: BOLETIN.sentAt }
  expect(await findBoletines(store.db, sent)).toEqual([corrected])
  expect(await findBoletines(store.db, { from: BOLETIN.sentAt, to: MORNING })).toEqual([])
  expect((await findNotesById(store.db, [id]))[0]?.pickups).toEqual([PICKUP])
})

test('a channel remembers its last visit, apart from the same address in another source', async () => {
  const memory = {
    url: 'https://v.example/feed',
    etag: '"1"',
    lastModified: null,
    bodySha256: 'b'.repeat(64),
    visits: 1,
  }
  await keepChannelMemory(store.db, 'mx-jal/otro', memory)
  await keepChannelMemory(store.db, 'mx-jal/otro', { ...memory, etag: '"2"', visits: 2 })
  expect(await findChannelMemory(store.db, 'mx-jal/otro', memory.url)).toEqual({
    ...memory,
    etag: '"2"',
    visits: 2,
  })
  expect(await findChannelMemory(store.db, 'mx-jal/el-correo', memory.url)).toBe(null)
})

test('notes outside the window are not found', async () => {
  expect(await findNotes(store.db, { from: new Date(0), to: new Date(1) })).toEqual([])
})
