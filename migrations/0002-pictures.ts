// The archive → with the lead picture of each note that speaks of the municipality, or why it could not be had.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table picture (
      note_id bigint primary key references note,
      url text not null,
      sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
      reason text,
      taken_at timestamptz not null,
      check ((sha256 is null) <> (reason is null))
    )
  `.execute(db)
}
