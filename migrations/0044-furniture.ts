// The archive → with what each outlet repeats from note to note, what was cut from each for it, and more of what a page says.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Null in notes kept before: nobody looked.
    alter table note
      add column kicker text,
      add column updated_at timestamptz,
      add column caption text;

    -- Notes that each outlet's memory has learnt from. Its row is the turn of whoever teaches: two at once wait here.
    create table source_lesson (
      source_id text primary key references source,
      notes integer not null
    ) with (fillfactor = 50);

    -- Blocks of text by the digest of their letters. Notes of an outlet are numbered as they were learnt from.
    create table block_memory (
      source_id text not null references source,
      digest bytea not null check (octet_length(digest) = 8),
      notes integer not null,
      first_lesson integer not null,
      last_lesson integer not null,
      -- The first notes that carried it: those that were read before it was known to be furniture.
      note_ids bigint[] not null,
      primary key (source_id, digest)
    ) with (fillfactor = 70);
    create index block_repeated on block_memory (source_id) where notes >= 3;

    -- Of each note that was learnt from: the texts left out of it because its outlet repeats them.
    create table note_lesson (
      note_id bigint primary key references note,
      cut text[] not null,
      -- How many notes the outlet's memory knew when this one was last read.
      read_at_lesson integer not null
    );

    -- What a note said before it was read again, each time.
    create table note_rereading (
      id bigint generated always as identity primary key,
      note_id bigint not null references note,
      reread_at timestamptz not null,
      paragraphs text[] not null,
      -- Spanish.
      reason text not null
    );
    create index rereading_of_note on note_rereading (note_id, id);
  `.execute(db)
}
