// What a person decides of a note → the archive, where it counts from now on; and how the program compares with people.
import { citeBoletin } from '../match/probable-pickup.ts'
import type { Boletin, Mention, Note, Tone, ToneLabel } from '../model.ts'
import { weighArticle } from '../score/tone.ts'
import { countOpposite, measureAccuracy, measureKappa, tabulate } from '../score/tone-agreement.ts'
import { type Calibration, calibrateTone, type JudgedNote, LEAST_JUDGED } from '../score/tone-calibration.ts'
import { SHIPPED_SETTINGS } from '../score/tone-settings.ts'
import { keepMentionDecision, keepToneDecision, type MentionDecision } from '../store/decisions.ts'
import { findJudgedTones, type JudgedTone } from '../store/judged-tones.ts'
import { findNotesById } from '../store/notes.ts'
import { type BoletinDecision, keepBoletinDecision } from '../store/probable.ts'
import type { Decider } from '../store/signature.ts'
import { keepToneCalibration } from '../store/tone-calibrations.ts'
import { findToneTrail } from '../store/tones.ts'
import type { House } from './house.ts'

const SCORES: Readonly<Record<ToneLabel, number | null>> = {
  positivo: 1,
  neutro: 0,
  negativo: -1,
  mixto: 0,
  'sin evaluar': null,
}

/** Keeps the tone that a person gives to a note; returns the one that counted before, null when there was none. */
export async function judgeTone(
  house: House,
  noteId: number,
  label: ToneLabel,
  decider: Decider,
): Promise<Tone | null> {
  const tone: Tone = { label, score: SCORES[label], confidence: null, reasons: [], needsReview: false }
  return house.store.db.transaction().execute(async (trx) => {
    const before = (await findToneTrail(trx, noteId)).at(-1)?.tone ?? null
    await keepToneDecision(trx, noteId, { tone, ...decider })
    return before
  })
}

/** Keeps a person's word on whether a note speaks of a subject of ours; returns what it was before. */
export function judgeMention(
  house: House,
  noteId: number,
  subjectId: Mention['subjectId'],
  after: MentionDecision['after'],
  decider: Decider,
): Promise<MentionDecision['before']> {
  return house.store.db
    .transaction()
    .execute((trx) => keepMentionDecision(trx, noteId, subjectId, after, decider))
}

/** Keeps a person's word on whether a note tells a boletín in other words; returns what it was before. */
export function judgeBoletin(
  house: House,
  note: Note,
  boletin: Boletin,
  after: BoletinDecision['after'],
  decider: Decider,
): Promise<BoletinDecision['before']> {
  const pickup = citeBoletin(note.article, note.article.publishedAt ?? note.capturedAt, boletin)
  return house.store.db
    .transaction()
    .execute((trx) => keepBoletinDecision(trx, note.id, pickup, after, decider))
}

/** A note with what the program and people said of its tone. */
export type ComparedNote = { readonly note: Note; readonly judged: JudgedTone; readonly label: ToneLabel }

/** Every note that people judged, with the label that counts. */
export async function compareWithPeople(house: House): Promise<ComparedNote[]> {
  const all = await findJudgedTones(house.store.db)
  const notes = new Map(
    (
      await findNotesById(
        house.store.db,
        all.map(({ noteId }) => noteId),
      )
    ).map((note) => [note.id, note]),
  )
  return all.flatMap((judged) => {
    const note = notes.get(judged.noteId)
    const label = judged.people.at(-1)?.tone.label
    return note === undefined || label === undefined ? [] : [{ note, judged, label }]
  })
}

/** How the program's tones compare with those of people, over the notes that both judged. */
export type Agreement = {
  readonly notes: number
  /** Judged by people and not rated by the program before: they are not compared. */
  readonly unrated: number
  /** Rows: what people said; columns: what the program had said. */
  readonly table: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly accuracy: number
  /** Cohen's kappa; not a number where all have one label. */
  readonly kappa: number
  readonly opposite: number
  /** Of those the program was sure of, and of those it had sent to review. */
  readonly sure: { readonly notes: number; readonly accuracy: number }
  readonly reviewed: { readonly notes: number; readonly accuracy: number }
}

/** Measures the agreement of the program, as it first rated each note, with what people decided. */
export function measureAgreement(compared: readonly ComparedNote[]): Agreement {
  const rated = compared.flatMap(({ judged, label }) =>
    judged.program === null ? [] : [{ truth: label, tone: judged.program }],
  )
  const part = (needsReview: boolean) => {
    const of = rated.filter(({ tone }) => tone.needsReview === needsReview)
    return { notes: of.length, accuracy: measureAccuracy(of) }
  }
  return {
    notes: rated.length,
    unrated: compared.length - rated.length,
    table: tabulate(rated),
    accuracy: measureAccuracy(rated),
    kappa: measureKappa(rated.map(({ truth, tone }) => [truth, tone.label] as const)),
    opposite: countOpposite(rated),
    sure: part(false),
    reviewed: part(true),
  }
}

/** How many notes people must judge before the tone can be fitted to them. */
export const LEAST_TO_CALIBRATE = LEAST_JUDGED

/**
 * Fits the settings of the tone to what this office's people decided, and keeps them for the notes to come. Null when too
 * few notes were judged; notes already rated keep their tone.
 */
export async function calibrateOffice(house: House, by: string): Promise<Calibration | null> {
  const calibration = calibrateTone(listEvidence(house, await compareWithPeople(house)), SHIPPED_SETTINGS)
  if (calibration === null) return null
  const { notes, shippedAccuracy, fittedAccuracy, settings } = calibration
  const made = { madeAt: house.clock(), madeBy: by, notes, shippedAccuracy, fittedAccuracy, settings }
  await keepToneCalibration(house.store.db, made)
  return calibration
}

function listEvidence(house: House, compared: readonly ComparedNote[]): JudgedNote[] {
  const { subjects } = house.workspace.municipality
  return compared.flatMap(({ note: { article, mentions }, label }) => {
    const evidence = weighArticle(article, mentions, subjects)
    return evidence === null || label === 'sin evaluar' ? [] : [{ evidence, label }]
  })
}
