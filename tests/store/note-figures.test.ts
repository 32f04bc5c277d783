// What figures need of notes → the same figures as of whole notes, of those that name the subjects, and no text.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listNotesAbout, measurePeriod } from '../../src/score/position.ts'
import { keepBoletin } from '../../src/store/boletines.ts'
import { keepMentionDecision, keepToneDecision } from '../../src/store/decisions.ts'
import {
  findFirstCapture,
  findNoteFigures,
  findNoteIds,
  findNotesOfBoletines,
} from '../../src/store/note-figures.ts'
import { findNotes, keepNote, type NewNote } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import {
  BOLETIN,
  DOUBTFUL,
  MORNING,
  minutesLater,
  NEGATIVE,
  OURS,
  PICKUP,
  REACH,
  sampleCapture,
  sampleNote,
  sampleSource,
} from './samples.ts'

const EVER = { from: new Date(0), to: new Date('2100-01-01T00:00:00Z') }
const SUBJECTS = ['ayuntamiento', 'presidenta']

let store: TestStore
const ids: number[] = []

async function keep(number: number, changes: Partial<NewNote>): Promise<void> {
  const url = `https://f.example/${number}`
  const capture = sampleCapture(url, { takenAt: minutesLater(number) })
  ids.push(await keepNote(store.db, sampleNote(url, { capture, ...changes })))
}

beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource(), sampleSource('mx-jal/otro')], MORNING)
  await keepBoletin(store.db, BOLETIN)
  await keep(0, { mentions: [], tone: null, reach: null })
  await keep(1, { pickups: [PICKUP] })
  await keep(2, { mentions: [DOUBTFUL], sourceId: 'mx-jal/otro', tone: null, sectionId: null })
  await keep(3, { mentions: [{ ...OURS, subjectId: 'vecino-ameca' }], reach: null })
  await keep(4, { mentions: [OURS, { ...OURS, subjectId: 'presidenta', prominence: 'titular' }] })
  const decider = { by: 'Paola', at: minutesLater(9), comment: null }
  await keepToneDecision(store.db, ids[4] ?? 0, {
    tone: { ...NEGATIVE, label: 'neutro', score: 0 },
    ...decider,
  })
  await keep(5, {})
  await keepMentionDecision(store.db, ids[5] ?? 0, OURS.subjectId, 'ajena', decider)
})
afterAll(() => store.drop())

test('only notes that name a subject are read, in the order of the ledger, as people left them', async () => {
  const found = await findNoteFigures(store.db, EVER, SUBJECTS)
  expect(found.map(({ id }) => id)).toEqual([ids[1], ids[2], ids[4]])
  expect(found[2]).toEqual({
    id: ids[4],
    sourceId: 'mx-jal/el-correo',
    capturedAt: expect.any(Date),
    storyId: expect.any(Number),
    sectionId: 'agua',
    mentions: [
      { subjectId: 'ayuntamiento', belonging: 'nuestra', prominence: 'cuerpo' },
      { subjectId: 'presidenta', belonging: 'nuestra', prominence: 'titular' },
    ],
    pickups: [],
    tone: { label: 'neutro' },
    reach: REACH,
  })
})

test('figures are those of whole notes', async () => {
  const sources = [sampleSource(), sampleSource('mx-jal/otro')]
  const whole = listNotesAbout(await findNotes(store.db, EVER), SUBJECTS, sources)
  const lean = listNotesAbout(await findNoteFigures(store.db, EVER, SUBJECTS), SUBJECTS, sources)
  expect(lean.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
  expect(measurePeriod(lean, EVER.from, EVER.to)).toEqual(measurePeriod(whole, EVER.from, EVER.to))
})

test('a window takes its last instant and not its first', async () => {
  const [first, last] = (await findNoteFigures(store.db, EVER, SUBJECTS)).map(({ capturedAt }) => capturedAt)
  if (first === undefined || last === undefined) throw new Error('two notes were kept')
  const found = await findNoteFigures(store.db, { from: first, to: last }, SUBJECTS)
  expect(found.map(({ id }) => id)).toEqual([ids[2]])
})

test('the archive begins with its first note, whatever it speaks of', async () => {
  const [first] = await findNotes(store.db, EVER)
  expect(await findFirstCapture(store.db, EVER)).toEqual(first?.capturedAt)
  expect(await findFirstCapture(store.db, { from: EVER.to, to: EVER.to })).toBeNull()
})

test('the ids of a window are those of its notes, in their order', async () => {
  expect(await findNoteIds(store.db, EVER)).toEqual((await findNotes(store.db, EVER)).map(({ id }) => id))
})

test('the notes that carry a boletín are found by its folio, whole', async () => {
  const found = await findNotesOfBoletines(store.db, [BOLETIN.folio], EVER)
  expect(found.map(({ id, article }) => [id, article.paragraphs.length])).toEqual([[ids[1], 2]])
  expect(await findNotesOfBoletines(store.db, [], EVER)).toEqual([])
})
