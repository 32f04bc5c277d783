// The archive → with the reason why each note was placed in its story, and a way to find at once a title that its outlet already printed.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null for the notes kept before reasons were.
  await sql`alter table story_member add column basis text, add column similarity double precision`.execute(
    db,
  )
  // By digest: a title may be longer than an index entry.
  await sql`create index note_by_title on note (source_id, md5(title))`.execute(db)
}
