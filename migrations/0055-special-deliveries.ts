// The archive → where editions outside the schedule are delivered too, their printed notes are known, and addenda are looked for by the hour.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['edition_content', 'delivery'] as const)
    await sql`
      alter table ${sql.table(table)}
        add column kind text not null default 'regular' check (kind in ('regular', 'alcance', 'extraordinaria')),
        -- Of the schedule 0.
        add column number integer not null default 0 check ((kind = 'regular') = (number = 0)),
        -- Each row is of an edition that is there: these two are null where the other reference holds.
        add column regular_date date generated always as (case when kind = 'regular' then date end) stored,
        add column special_kind text generated always as (nullif(kind, 'regular')) stored,
        drop constraint ${sql.ref(`${table}_brief_id_date_fkey`)},
        add foreign key (brief_id, regular_date) references edition (brief_id, date),
        add foreign key (brief_id, special_kind, date, number) references special_edition (brief_id, kind, date, number)
    `.execute(db)
  await sql`
    alter table edition_content
      drop constraint edition_content_pkey,
      add primary key (brief_id, date, kind, number);
    alter table delivery
      drop constraint delivery_brief_id_date_channel_recipient_key,
      add constraint delivery_once unique (brief_id, date, kind, number, channel, recipient);

    -- What an extraordinary edition printed, so that the edition after it says so; an addendum's notes are in addendum_told.
    create table extraordinary_note (
      brief_id text not null,
      kind text not null default 'extraordinaria' check (kind = 'extraordinaria'),
      date date not null,
      number integer not null,
      note_id bigint not null references note,
      primary key (brief_id, note_id, date, number),
      foreign key (brief_id, kind, date, number) references special_edition
    );

    -- When something to add was last looked for by itself: an hour of the brief is looked at once.
    create table addendum_look (brief_id text primary key, looked_at timestamptz not null);
  `.execute(db)
}
