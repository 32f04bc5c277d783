// A window of the ledger → what figures need of its notes, without their texts; and the notes that carry given boletines.
import { type Kysely, sql } from 'kysely'
import type { Note, NoteFigures, Reach } from '../model.ts'
import { findNotesById } from './notes.ts'
import { findReaches } from './reaches.ts'
import { groupRows } from './rows.ts'
import type { Database } from './schema.ts'

export type Span = { readonly from: Date; readonly to: Date }

/**
 * Notes captured in `from < captured ≤ to` that name any of the subjects, surely or not, in the order of the ledger. No
 * title, text, hit, passage or reason is read: a note costs about a hundred bytes instead of its page.
 */
export async function findNoteFigures(
  db: Kysely<Database>,
  { from, to }: Span,
  subjectIds: readonly string[],
): Promise<NoteFigures[]> {
  const rows = await db
    .selectFrom('note')
    .innerJoin('note_story', 'note_story.note_id', 'note.id')
    .select(['note.id', 'note.source_id', 'note.captured_at', 'note.section_id', 'note_story.story_id'])
    .where('note.captured_at', '>', from)
    .where('note.captured_at', '<=', to)
    .where(({ exists, selectFrom, fn, val }) =>
      exists(
        selectFrom('mention_now')
          .select('mention_now.subject_id')
          .whereRef('mention_now.note_id', '=', 'note.id')
          .where('mention_now.subject_id', '=', fn.any(val(subjectIds))),
      ),
    )
    .orderBy('note.captured_at')
    .orderBy('note.id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const mentions = await findMentionFigures(db, ids)
  const pickups = await findPickupFigures(db, ids)
  const tones = await findToneLabels(db, ids)
  const reaches: ReadonlyMap<number, Reach> = await findReaches(db, ids)
  return rows.map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    capturedAt: row.captured_at,
    storyId: row.story_id,
    sectionId: row.section_id,
    mentions: mentions.get(row.id) ?? [],
    pickups: pickups.get(row.id) ?? [],
    tone: tones.get(row.id) ?? null,
    reach: reaches.get(row.id) ?? null,
  }))
}

async function findMentionFigures(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, NoteFigures['mentions'][number][]>> {
  const rows = await db
    .selectFrom('mention_now')
    .select(['note_id', 'subject_id', 'belonging', 'prominence'])
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('note_id')
    .orderBy('subject_id')
    .execute()
  return groupRows(
    rows,
    (row) => row.note_id,
    ({ subject_id: subjectId, belonging, prominence }) => ({ subjectId, belonging, prominence }),
  )
}

async function findPickupFigures(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, NoteFigures['pickups'][number][]>> {
  const rows = await db
    .selectFrom('pickup')
    .select(['note_id', 'folio', 'kind', 'share_of_boletin', 'lag_hours'])
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('note_id')
    .orderBy('share_of_article', 'desc')
    .orderBy('folio')
    .execute()
  return groupRows(
    rows,
    (row) => row.note_id,
    (row) => ({
      folio: row.folio,
      kind: row.kind,
      shareOfBoletin: row.share_of_boletin,
      lagHours: row.lag_hours,
    }),
  )
}

async function findToneLabels(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, Exclude<NoteFigures['tone'], null>>> {
  const rows = await db
    .selectFrom('tone')
    .select(['note_id', 'label'])
    .distinctOn('note_id')
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('note_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ note_id, label }) => [note_id, { label }]))
}

/** When the first note of any topic was captured in `from < captured ≤ to`; null where there is none. */
export async function findFirstCapture(db: Kysely<Database>, { from, to }: Span): Promise<Date | null> {
  const row = await db
    .selectFrom('note')
    .select('captured_at')
    .where('captured_at', '>', from)
    .where('captured_at', '<=', to)
    .orderBy('captured_at')
    .limit(1)
    .executeTakeFirst()
  return row?.captured_at ?? null
}

/** Ids of the notes of a window, in the order of the ledger. */
export async function findNoteIds(db: Kysely<Database>, { from, to }: Span): Promise<number[]> {
  const rows = await db
    .selectFrom('note')
    .select('id')
    .where('captured_at', '>', from)
    .where('captured_at', '<=', to)
    .orderBy('captured_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Notes of a window that carry any of these boletines, whole, in the order of the ledger. */
export async function findNotesOfBoletines(
  db: Kysely<Database>,
  folios: readonly string[],
  { from, to }: Span,
): Promise<Note[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct note.id from pickup join note on note.id = pickup.note_id
    where folio = any(${folios}) and captured_at > ${from} and captured_at <= ${to}
  `.execute(db)
  return findNotesById(
    db,
    rows.map(({ id }) => id),
  )
}
