// The archive → with when each silent alert was given up, so that the edition after it says so.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table alert add column silenced_at timestamptz;
    create index on alert (silenced_at) where silenced_at is not null;
  `.execute(db)
}
