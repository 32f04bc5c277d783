// An instant → the titles of the notes captured since.
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** Titles of all notes captured after `since`. */
export async function findTitledNotes(db: Kysely<Database>, since: Date): Promise<string[]> {
  const rows = await db.selectFrom('note').select('title').where('captured_at', '>', since).execute()
  return rows.map(({ title }) => title)
}
