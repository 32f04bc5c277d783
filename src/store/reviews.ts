// What a person should look at ↔ rows: doubtful mentions, uncertain tones and boletines that a note may tell in other words.
import type { Kysely } from 'kysely'
import type { Mention, Tone } from '../model.ts'
import type { ReviewKind } from './note-tables.ts'
import type { Database } from './schema.ts'

export type Review = {
  readonly id: number
  readonly noteId: number
  readonly kind: ReviewKind
  /** The doubtful subject; null when something else is uncertain. */
  readonly subjectId: string | null
  /** The boletín that the note may tell; null when something else is uncertain. */
  readonly folio: string | null
  readonly openedAt: Date
}

/** Opens the reviews that a new note asks for. */
export async function keepReviews(
  db: Kysely<Database>,
  noteId: number,
  doubts: { readonly mentions: readonly Mention[]; readonly tone: Tone | null; readonly at: Date },
): Promise<void> {
  const ofNote = { note_id: noteId, opened_at: doubts.at }
  const rows = [
    ...doubts.mentions
      .filter((mention) => mention.belonging === 'dudosa')
      .map((mention) => ({
        ...ofNote,
        kind: 'mencion' as const,
        subject_id: mention.subjectId,
        folio: null,
      })),
    ...(doubts.tone?.needsReview === true
      ? [{ ...ofNote, kind: 'tono' as const, subject_id: null, folio: null }]
      : []),
  ]
  if (rows.length === 0) return
  await db
    .insertInto('review')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Open reviews, the longest open first. */
export async function findOpenReviews(db: Kysely<Database>, limit: number): Promise<Review[]> {
  const rows = await db
    .selectFrom('review')
    .select(['id', 'note_id', 'kind', 'subject_id', 'folio', 'opened_at'])
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    noteId: row.note_id,
    kind: row.kind,
    subjectId: row.subject_id,
    folio: row.folio,
    openedAt: row.opened_at,
  }))
}

/** How many reviews are open. */
export async function countOpenReviews(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('review')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
