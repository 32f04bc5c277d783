// What a person decides of a note (its tone, whether a mention is ours) ↔ rows: what was before stays on record.
import type { Kysely } from 'kysely'
import type { Mention } from '../model.ts'
import { findMentions, keepMentions } from './mentions.ts'
import type { ReviewDecision, ReviewKind } from './note-tables.ts'
import type { Database } from './schema.ts'
import { type Decider, readSignature, signRow } from './signature.ts'
import { storableOrNull } from './stored-text.ts'
import { type GivenTone, keepTone } from './tones.ts'

/** A person's word on a mention: null `before` is a subject that the program had not seen in the note. */
export type MentionDecision = Decider & {
  readonly subjectId: string
  readonly before: Mention['belonging'] | 'ajena' | null
  readonly after: 'nuestra' | 'ajena'
}

/** Keeps a person's tone, which counts from now on, and closes its review. Run it in a transaction. */
export async function keepToneDecision(
  db: Kysely<Database>,
  noteId: number,
  given: GivenTone,
): Promise<void> {
  await keepTone(db, noteId, given)
  await closeReview(db, { noteId, kind: 'tono', subjectId: null, folio: null, decision: 'revisada' }, given)
}

/**
 * Keeps a person's word on a mention: a refuted one no longer counts, a confirmed one is ours, and one that the program
 * missed is added. Returns what it was before. Run it in a transaction.
 */
export async function keepMentionDecision(
  db: Kysely<Database>,
  noteId: number,
  subjectId: string,
  after: MentionDecision['after'],
  decider: Decider,
): Promise<MentionDecision['before']> {
  const before = await findBelonging(db, noteId, subjectId)
  if (before === null) await keepMentions(db, noteId, [missedMention(subjectId, decider)])
  await closeReview(db, { noteId, kind: 'mencion', subjectId, folio: null, decision: after }, decider)
  await db
    .insertInto('mention_decision')
    .values({
      note_id: noteId,
      subject_id: subjectId,
      before,
      after,
      ...signRow(decider),
    })
    .execute()
  return before
}

/** Every decision about the mentions of a note, oldest first. */
export async function findMentionDecisions(db: Kysely<Database>, noteId: number): Promise<MentionDecision[]> {
  const rows = await db
    .selectFrom('mention_decision')
    .selectAll()
    .where('note_id', '=', noteId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    subjectId: row.subject_id,
    before: row.before,
    after: row.after,
    ...readSignature(row),
  }))
}

async function findBelonging(
  db: Kysely<Database>,
  noteId: number,
  subjectId: string,
): Promise<MentionDecision['before']> {
  const now = (await findMentions(db, [noteId])).get(noteId)?.find((each) => each.subjectId === subjectId)
  if (now !== undefined) return now.belonging
  const refuted = await db
    .selectFrom('mention')
    .select('note_id')
    .where('note_id', '=', noteId)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst()
  return refuted === undefined ? null : 'ajena'
}

const missedMention = (subjectId: string, { by }: Decider): Mention => ({
  subjectId,
  belonging: 'nuestra',
  prominence: 'cuerpo',
  hits: [],
  evidence: [`Lo agregó ${by}: el programa no lo había reconocido.`],
})

/** Closes a review, open or not there yet, with what was decided. */
export async function closeReview(
  db: Kysely<Database>,
  review: {
    readonly noteId: number
    readonly kind: ReviewKind
    readonly subjectId: string | null
    readonly folio: string | null
    readonly decision: ReviewDecision
  },
  { by, at, comment }: Decider,
): Promise<void> {
  const closed = {
    decision: review.decision,
    closed_by: by,
    closed_at: at,
    comment: storableOrNull(comment),
  }
  await db
    .insertInto('review')
    .values({
      note_id: review.noteId,
      kind: review.kind,
      subject_id: review.subjectId,
      folio: review.folio,
      opened_at: at,
      ...closed,
    })
    .onConflict((conflict) =>
      conflict.columns(['note_id', 'kind', 'subject_id', 'folio']).doUpdateSet(closed),
    )
    .execute()
}
