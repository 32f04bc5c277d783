// The archive → with the least and the most of each note's reach; unknown for notes kept before, and where no range is published.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table reach
      add column low double precision,
      add column high double precision,
      add constraint reach_range check ((low is null) = (high is null) and low <= high);
  `.execute(db)
}
