// The notes of an edition → what a person changed in them after it was claimed and no addendum has told.
import { type Kysely, sql } from 'kysely'
import type { Belonging, ToneLabel } from '../model.ts'
import type { Database } from './schema.ts'
import { PROGRAM } from './tones.ts'

export type ToneCorrection = {
  readonly kind: 'tono'
  readonly noteId: number
  /** Row of the tone that counts now. */
  readonly rowId: number
  /** As the edition, or the addendum after it, said. */
  readonly before: ToneLabel
  readonly after: ToneLabel
}

export type MentionCorrection = {
  readonly kind: 'mencion'
  readonly noteId: number
  /** Row of the last decision. */
  readonly rowId: number
  readonly subjectId: string
  /** Null of a subject that the program had not seen. */
  readonly before: Belonging | 'ajena' | null
  readonly after: 'nuestra' | 'ajena'
}

export type StoredCorrection = ToneCorrection | MentionCorrection

export type CorrectionRequest = {
  readonly briefId: string
  /** The notes of the edition: captured in `from < captured ≤ to`. */
  readonly from: Date
  readonly to: Date
  /** When the edition was claimed: what was decided before, it says. */
  readonly since: Date
  readonly subjectIds: readonly string[]
}

/** Corrections by note; what was changed and changed back is none. */
export async function findCorrections(
  db: Kysely<Database>,
  request: CorrectionRequest,
): Promise<StoredCorrection[]> {
  return [...(await findToneCorrections(db, request)), ...(await findMentionCorrections(db, request))]
}

async function findToneCorrections(
  db: Kysely<Database>,
  { briefId, from, to, since }: CorrectionRequest,
): Promise<ToneCorrection[]> {
  const { rows } = await sql<Omit<ToneCorrection, 'kind'>>`
    select note.id as "noteId", now.id as "rowId", coalesce(said.label, 'sin evaluar') as before, now.label as after
    from note
    join lateral (select id, label, given_by, given_at from tone where note_id = note.id order by id desc limit 1) now on true
    left join lateral (
      select label from tone where note_id = note.id and (given_at <= ${since} or id <= (
        select max(row_id) from addendum_told told
        where told.brief_id = ${briefId} and told.what = 'tono' and told.note_id = note.id
      ))
      order by id desc limit 1
    ) said on true
    where captured_at > ${from} and captured_at <= ${to} and now.given_by <> ${PROGRAM} and now.given_at > ${since}
      and now.label is distinct from coalesce(said.label, 'sin evaluar')
    order by note.id
  `.execute(db)
  return rows.map((row) => ({ kind: 'tono', ...row }))
}

async function findMentionCorrections(
  db: Kysely<Database>,
  { briefId, from, to, since, subjectIds }: CorrectionRequest,
): Promise<MentionCorrection[]> {
  const { rows } = await sql<Omit<MentionCorrection, 'kind'>>`
    select note_id as "noteId", subject_id as "subjectId", max(made.id) as "rowId",
      (array_agg(before order by made.id))[1] as before, (array_agg(after order by made.id desc))[1] as after
    from mention_decision made
    join note on note.id = note_id
    where captured_at > ${from} and captured_at <= ${to} and decided_at > ${since}
      and subject_id = any(${subjectIds}::text[])
      and made.id > coalesce((
        select max(row_id) from addendum_told told
        where told.brief_id = ${briefId} and told.what = 'mencion' and told.note_id = made.note_id
      ), 0)
    group by note_id, subject_id
    having (array_agg(before order by made.id))[1] is distinct from (array_agg(after order by made.id desc))[1]
    order by note_id, subject_id
  `.execute(db)
  return rows.map((row) => ({ kind: 'mencion', ...row }))
}
