// Lead pictures of notes ↔ rows; their bytes are files (capture-files.ts).
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

/** A picture that was taken, or the Spanish reason why it could not be. */
export type PictureRecord = {
  readonly noteId: number
  readonly url: string
  readonly taken: { readonly sha256: string } | { readonly reason: string }
  readonly at: Date
}

/** Keeps what became of a note's picture; the last try counts. */
export async function keepPicture(
  db: Kysely<Database>,
  { noteId, url, taken, at }: PictureRecord,
): Promise<void> {
  const found = {
    url: storable(url),
    sha256: 'sha256' in taken ? taken.sha256 : null,
    reason: 'reason' in taken ? storable(taken.reason) : null,
    taken_at: at,
  }
  await db
    .insertInto('picture')
    .values({ note_id: noteId, ...found })
    .onConflict((conflict) => conflict.column('note_id').doUpdateSet(found))
    .execute()
}

/** Digest of the picture of each of these notes; null where one was tried and could not be had. */
export async function findPictures(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, string | null>> {
  const rows = await db
    .selectFrom('picture')
    .select(['note_id', 'sha256'])
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .execute()
  return new Map(rows.map((row) => [row.note_id, row.sha256]))
}
