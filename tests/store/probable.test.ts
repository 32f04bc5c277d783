// Boletines that notes may tell in other words → kept apart from what is published until a person says so, who may change their mind.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pickup, ProbablePickup } from '../../src/model.ts'
import { keepBoletin } from '../../src/store/boletines.ts'
import { findNoteById } from '../../src/store/dossier.ts'
import { findNotesById, keepNote } from '../../src/store/notes.ts'
import {
  findBoletinDecisions,
  findProbable,
  forgetUndecidedProbable,
  keepBoletinDecision,
  keepProbable,
} from '../../src/store/probable.ts'
import { findOpenReviews } from '../../src/store/reviews.ts'
import { keepSources } from '../../src/store/sources.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { BOLETIN, MORNING, minutesLater, PICKUP, sampleNote, sampleSource } from './samples.ts'

const PROBABLE: ProbablePickup = {
  folio: BOLETIN.folio,
  likeness: 0.4,
  figures: ['312 tomas', '47'],
  names: ['Rubén Amezcua'],
  lagHours: 3.5,
}
const CITED: Pickup = { ...PICKUP, kind: 'citada', shareOfBoletin: 0.02, passages: [] }
const paola = (minutes: number, comment: string | null = null) => ({
  by: 'Paola',
  at: minutesLater(minutes),
  comment,
})

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
  await keepBoletin(store.db, BOLETIN)
})
afterAll(() => store.drop())

let turn = 0
async function keep(pickups: readonly Pickup[] = []): Promise<number> {
  turn += 1
  return keepNote(store.db, sampleNote(`https://p.example/${turn}`, { pickups }))
}
const propose = (noteId: number) => keepProbable(store.db, noteId, PROBABLE, MORNING)
const pickupsOf = async (noteId: number) => (await findNotesById(store.db, [noteId]))[0]?.pickups
const reviewsOf = async (noteId: number) =>
  (await findOpenReviews(store.db, 1_000)).filter((review) => review.noteId === noteId)
const decide = (noteId: number, after: 'si' | 'no', minutes: number, comment: string | null = null) =>
  keepBoletinDecision(store.db, noteId, CITED, after, paola(minutes, comment))

test('a proposal is kept with what speaks for it, waits for a person, and is no pickup of the note', async () => {
  const id = await keep()
  await propose(id)
  await propose(id)
  expect((await findProbable(store.db, [id])).get(id)).toEqual([PROBABLE])
  expect((await reviewsOf(id)).map(({ kind, folio, subjectId }) => [kind, folio, subjectId])).toEqual([
    ['boletin', BOLETIN.folio, null],
  ])
  expect(await pickupsOf(id)).toEqual([])
})

test('a confirmed proposal is a pickup that says who confirmed it, and waits no more', async () => {
  const id = await keep()
  await propose(id)
  expect(await decide(id, 'si', 5, 'mismos datos')).toBe('probable')
  expect(await pickupsOf(id)).toEqual([{ ...CITED, confirmedBy: 'Paola' }])
  expect(await reviewsOf(id)).toEqual([])
  expect((await findNoteById(store.db, id))?.boletinDecisions).toEqual([
    { folio: BOLETIN.folio, before: 'probable', after: 'si', ...paola(5, 'mismos datos') },
  ])
})

test('a person may change their mind, and each word stays on record with what was before', async () => {
  const id = await keep()
  await propose(id)
  await decide(id, 'no', 5)
  expect(await pickupsOf(id)).toEqual([])
  await decide(id, 'si', 10)
  await decide(id, 'no', 15)
  expect(await pickupsOf(id)).toEqual([])
  expect((await findBoletinDecisions(store.db, id)).map(({ before, after }) => [before, after])).toEqual([
    ['probable', 'no'],
    ['no', 'si'],
    ['citada', 'no'],
  ])
})

test('a boletín that the program missed is added by a person, and was nothing before', async () => {
  const id = await keep()
  expect(await decide(id, 'si', 5)).toBeNull()
  expect((await pickupsOf(id))?.[0]?.confirmedBy).toBe('Paola')
})

test('what a note reprints stays what it is, whatever is said of its words', async () => {
  const id = await keep([PICKUP])
  await decide(id, 'si', 5)
  await decide(id, 'no', 10)
  expect(await pickupsOf(id)).toEqual([PICKUP])
})

test('a proposal that nobody decided is forgotten when more is known, one that was decided is not', async () => {
  const [open, decided] = [await keep(), await keep()]
  for (const id of [open, decided]) await propose(id)
  await decide(decided, 'no', 5)
  for (const id of [open, decided]) await forgetUndecidedProbable(store.db, id)
  const found = await findProbable(store.db, [open, decided])
  expect([found.get(open), found.get(decided)]).toEqual([undefined, [PROBABLE]])
  expect(await reviewsOf(open)).toEqual([])
})

test('a review of a kind that does not exist is refused by the archive itself', async () => {
  const id = await keep()
  const wrong = sql`insert into review (note_id, kind, opened_at) values (${id}, 'otra', now())`
  await expect(wrong.execute(store.db)).rejects.toThrow(/review_kind_check/)
})
