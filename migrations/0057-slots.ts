// The archive → with where in a broadcast or in a paper a note stood, as a person wrote it down.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Only of notes of which somebody said any of it. Null is what nobody said.
    create table note_slot (
      note_id bigint primary key references note,
      programme text,
      host text,
      kind text check (kind in ('nota', 'entrevista', 'mencion', 'spot', 'llamada')),
      seconds integer check (seconds > 0),
      witness text,
      pages text[] check (cardinality(pages) > 0),
      is_front_page boolean,
      check (num_nonnulls(programme, host, kind, seconds, witness, pages, is_front_page) > 0)
    );
  `.execute(db)
}
