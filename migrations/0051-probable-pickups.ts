// The archive → with the boletines that a note may tell in other words, apart from those it reprints, and what people decided of them.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Never read as published: once a person confirms one, it becomes a pickup that says who did.
    create table probable_pickup (
      note_id bigint not null references note,
      folio text not null references boletin,
      likeness double precision not null,
      figures text[] not null,
      names text[] not null,
      lag_hours double precision,
      found_at timestamptz not null,
      primary key (note_id, folio)
    );
    create index probable_pickup_by_folio on probable_pickup (folio);

    -- What a boletín was to a note and what a person made of it, each time; the review holds the last one.
    create table boletin_decision (
      id bigint generated always as identity primary key,
      note_id bigint not null references note,
      folio text not null references boletin,
      before text,
      after text not null check (after in ('si', 'no')),
      decided_by text not null,
      decided_at timestamptz not null,
      comment text
    );
    create index boletin_decision_of_note on boletin_decision (note_id, id);

    alter table pickup add column confirmed_by text;

    alter table review
      drop constraint review_kind_check,
      add constraint review_kind_check check (kind in ('mencion', 'tono', 'boletin')),
      add column folio text references boletin,
      drop constraint review_note_id_kind_subject_id_key,
      add constraint review_once unique nulls not distinct (note_id, kind, subject_id, folio);
  `.execute(db)
}
