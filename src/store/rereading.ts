// Notes that hold what their outlet was later seen to repeat ↔ rows: found while no edition has told them, read again, and what they said before kept.
import { type Kysely, sql } from 'kysely'
import type { ArticleFlag, Mention, Pickup, Tone } from '../model.ts'
import { keepMentions } from './mentions.ts'
import { keepPickups } from './pickups.ts'
import { forgetUndecidedProbable } from './probable.ts'
import { keepReviews } from './reviews.ts'
import type { Database } from './schema.ts'
import { storable, storableList } from './stored-text.ts'
import { keepTone, PROGRAM } from './tones.ts'

export type NoteToReread = { readonly noteId: number; readonly sourceId: string; readonly captureId: number }

/**
 * Notes that carry a block met in three other notes of their outlet, that no published edition may have told, that nobody
 * has judged, and whose outlet's memory has learnt since they were last read.
 */
export async function findNotesToReread(db: Kysely<Database>): Promise<NoteToReread[]> {
  const { rows } = await sql<{ id: number; source_id: string; capture_id: number }>`
    select distinct n.id, n.source_id, n.capture_id
    from block_memory b
    join source_lesson s using (source_id)
    cross join lateral unnest(b.note_ids) as carrier(note_id)
    join note n on n.id = carrier.note_id
    join note_lesson l on l.note_id = n.id
    where b.notes > 3 and l.read_at_lesson < s.notes
      and n.captured_at > coalesce((
        select max(to_at) from (
          select to_at from edition where published_at is not null union all select to_at from special_edition
        ) told
      ), '-infinity')
      and not exists (select from review r where r.note_id = n.id and r.closed_at is not null)
      and not exists (select from mention_decision d where d.note_id = n.id)
      and not exists (select from tone t where t.note_id = n.id and t.given_by <> ${PROGRAM})
    order by n.id
  `.execute(db)
  return rows.map((row) => ({ noteId: row.id, sourceId: row.source_id, captureId: row.capture_id }))
}

/** Marks that a note was read again with what its outlet's memory knows now; false when another process did so before. */
export async function markNoteLooked(db: Kysely<Database>, noteId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update note_lesson set read_at_lesson = s.notes
    from note n join source_lesson s using (source_id)
    where n.id = ${noteId} and note_lesson.note_id = n.id and read_at_lesson < s.notes
  `.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}

/** Keeps that a note could not be read again, and why: it stays as it is. Run it in a transaction. */
export async function keepFailedRereading(
  db: Kysely<Database>,
  failed: Pick<Rereading, 'noteId' | 'at' | 'before' | 'reason'>,
): Promise<void> {
  if (await markNoteLooked(db, failed.noteId)) await keepBefore(db, failed)
}

async function keepBefore(
  db: Kysely<Database>,
  { noteId, at, before, reason }: Pick<Rereading, 'noteId' | 'at' | 'before' | 'reason'>,
): Promise<void> {
  await db
    .insertInto('note_rereading')
    .values({ note_id: noteId, reread_at: at, paragraphs: storableList(before), reason: storable(reason) })
    .execute()
}

/** A note as it was and as it reads without its outlet's furniture. */
export type Rereading = {
  readonly noteId: number
  readonly at: Date
  readonly before: readonly string[]
  readonly paragraphs: readonly string[]
  readonly flags: readonly ArticleFlag[]
  readonly cut: readonly string[]
  /** Spanish. */
  readonly reason: string
  readonly mentions: readonly Mention[]
  readonly pickups: readonly Pickup[]
  readonly tone: Tone | null
  readonly sectionId: string | null
}

const UNRATED: Tone = { label: 'sin evaluar', score: null, confidence: null, reasons: [], needsReview: false }

/** Keeps a note as it was read again, once however many processes do so: its text, who is named, what was reprinted and its tone. Run it in a transaction. */
export async function keepRereading(db: Kysely<Database>, reread: Rereading): Promise<void> {
  const { noteId } = reread
  if (!(await markNoteLooked(db, noteId))) return
  await keepBefore(db, reread)
  await db
    .updateTable('note')
    .set({
      paragraphs: storableList(reread.paragraphs),
      flags: reread.flags,
      section_id: reread.sectionId,
    })
    .where('id', '=', noteId)
    .execute()
  await db
    .updateTable('note_lesson')
    .set({ cut: storableList(reread.cut) })
    .where('note_id', '=', noteId)
    .execute()
  await replaceFindings(db, reread)
}

/** What was found in the text stands at places of it: it is found anew. Tones stay, and the new one counts. */
async function replaceFindings(db: Kysely<Database>, reread: Rereading): Promise<void> {
  const { noteId, at, mentions, pickups, tone } = reread
  for (const table of ['passage', 'pickup', 'hit', 'mention'] as const) {
    await db.deleteFrom(table).where('note_id', '=', noteId).execute()
  }
  await db.deleteFrom('review').where('note_id', '=', noteId).where('closed_at', 'is', null).execute()
  await keepMentions(db, noteId, mentions)
  await forgetUndecidedProbable(db, noteId)
  await keepPickups(db, noteId, pickups)
  const had = await db.selectFrom('tone').select('id').where('note_id', '=', noteId).executeTakeFirst()
  const now = tone ?? (had === undefined ? null : UNRATED)
  if (now !== null) await keepTone(db, noteId, { tone: now, by: PROGRAM, at, comment: reread.reason })
  await keepReviews(db, noteId, { mentions, tone, at })
}

/** When and why a note was read again, oldest first. */
export async function findRereadings(
  db: Kysely<Database>,
  noteId: number,
): Promise<{ readonly at: Date; readonly reason: string }[]> {
  const rows = await db
    .selectFrom('note_rereading')
    .select(['reread_at', 'reason'])
    .where('note_id', '=', noteId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ at: row.reread_at, reason: row.reason }))
}
