// Opinions of a note's tone ↔ rows: each one stays, the last one counts.
import type { Kysely, Selectable } from 'kysely'
import type { Tone } from '../model.ts'
import { groupRows } from './rows.ts'
import type { Database } from './schema.ts'
import { storableOrNull, toJson } from './stored-text.ts'

/** Who gave a tone when it was not a person. */
export const PROGRAM = 'sintesis'

/** A tone as somebody gave it. */
export type GivenTone = {
  readonly tone: Tone
  /** `sintesis`, or the person who corrected it. */
  readonly by: string
  readonly at: Date
  readonly comment: string | null
}

/** Adds an opinion of a note's tone; from now on it is the one that counts. */
export async function keepTone(db: Kysely<Database>, noteId: number, given: GivenTone): Promise<void> {
  await db
    .insertInto('tone')
    .values({
      note_id: noteId,
      label: given.tone.label,
      score: given.tone.score,
      confidence: given.tone.confidence,
      reasons: toJson(given.tone.reasons),
      needs_review: given.tone.needsReview,
      given_by: given.by,
      given_at: given.at,
      comment: storableOrNull(given.comment),
    })
    .execute()
}

/** The tone that counts of each of these notes. */
export async function findTones(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, Tone>> {
  const rows = await db
    .selectFrom('tone')
    .selectAll()
    .distinctOn('note_id')
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('note_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.note_id, toTone(row)]))
}

/** Every opinion ever given of a note's tone, oldest first. */
export async function findToneTrail(db: Kysely<Database>, noteId: number): Promise<GivenTone[]> {
  return (await findToneTrails(db, [noteId])).get(noteId) ?? []
}

/** Every opinion ever given of the tone of each of these notes, oldest first. */
export async function findToneTrails(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, GivenTone[]>> {
  const rows = await db
    .selectFrom('tone')
    .selectAll()
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('id')
    .execute()
  return groupRows(
    rows,
    (row) => row.note_id,
    (row): GivenTone => ({ tone: toTone(row), by: row.given_by, at: row.given_at, comment: row.comment }),
  )
}

function toTone(row: Selectable<Database['tone']>): Tone {
  return {
    label: row.label,
    score: row.score,
    confidence: row.confidence,
    reasons: row.reasons,
    needsReview: row.needs_review,
  }
}
