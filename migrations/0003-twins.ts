// The archive → with a way to find at once the note that an outlet already published under another address.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // By digest: an address may be longer than an index entry.
  await sql`create index note_by_canonical on note (source_id, md5(canonical_url))`.execute(db)
}
