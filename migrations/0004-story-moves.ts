// The archive → with a record of each note that changed story: none moves silently.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table story_move (
      id bigint generated always as identity primary key,
      note_id bigint not null references note,
      from_id bigint not null references story,
      into_id bigint not null references story,
      moved_at timestamptz not null,
      reason text not null
    );
    create index story_move_of_note on story_move (note_id, id);
  `.execute(db)
}
