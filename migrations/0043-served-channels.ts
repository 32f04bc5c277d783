// The archive → with which channels served at each visit, and how far each of them reached.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table round
      -- Addresses of the channels that served; null before this was kept, and when none did.
      add column served text[];

    -- What is listed by one of several channels that are read together says nothing of what another lost.
    create table channel_reach (
      source_id text not null references source,
      url text not null,
      listed_at timestamptz not null,
      newest_published timestamptz,
      primary key (source_id, url)
    );
  `.execute(db)
}
