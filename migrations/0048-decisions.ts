// The archive → with each decision of a person about a mention, and the settings of the tone that were fitted to them.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a mention was and what a person made of it, each time; the review holds the last one.
    create table mention_decision (
      id bigint generated always as identity primary key,
      note_id bigint not null references note,
      subject_id text not null,
      before text,
      after text not null check (after in ('nuestra', 'ajena')),
      decided_by text not null,
      decided_at timestamptz not null,
      comment text
    );
    create index mention_decision_of_note on mention_decision (note_id, id);

    create table tone_calibration (
      id bigint generated always as identity primary key,
      made_at timestamptz not null,
      made_by text not null,
      notes integer not null check (notes > 0),
      shipped_accuracy double precision not null,
      fitted_accuracy double precision not null,
      settings jsonb not null
    );
  `.execute(db)
}
