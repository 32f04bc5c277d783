// The archive → with editions outside the schedule: addenda to an edition, extraordinary ones, and what each addendum told.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- An addendum is of the date of its edition and numbered within it; an extraordinary one is numbered in its own series.
    create table special_edition (
      brief_id text not null,
      kind text not null check (kind in ('alcance', 'extraordinaria')),
      date date not null,
      number integer not null,
      title text,
      from_at timestamptz not null,
      to_at timestamptz not null check (to_at >= from_at),
      claimed_at timestamptz not null,
      published_at timestamptz,
      files text[] not null default '{}',
      ledger_sha256 text,
      primary key (brief_id, kind, date, number)
    );
    create unique index extraordinary_number on special_edition (brief_id, number) where kind = 'extraordinaria';

    -- What an addendum told: a note, or a correction by the row of the tone or the decision that made it. Never twice.
    create table addendum_told (
      brief_id text not null,
      kind text not null default 'alcance' check (kind = 'alcance'),
      date date not null,
      number integer not null,
      what text not null check (what in ('nota', 'tono', 'mencion')),
      note_id bigint not null references note,
      -- Of a note its own id.
      row_id bigint not null,
      -- Of a correction: whose mention, and what it was and is.
      subject_id text,
      before text,
      after text,
      primary key (brief_id, what, row_id),
      foreign key (brief_id, kind, date, number) references special_edition
    );
  `.execute(db)
}
