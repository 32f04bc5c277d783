// The archive → with what each edition says in a message, who was to receive it, and every attempt with its answer.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What was composed when the edition was made: a message sent later says what its PDF says.
    create table edition_content (
      brief_id text not null,
      date date not null,
      content jsonb not null,
      primary key (brief_id, date),
      foreign key (brief_id, date) references edition
    );

    -- One row per edition and reader: nobody receives an edition twice.
    create table delivery (
      id bigint generated always as identity primary key,
      brief_id text not null,
      date date not null,
      channel text not null check (channel in ('correo', 'carpeta')),
      -- An address in lower case, or a folder.
      recipient text not null,
      -- A row that is 'enviando' while nobody holds the edition's lock was left by a process that died.
      state text not null default 'pendiente'
        check (state in ('pendiente', 'enviando', 'entregada', 'rechazada', 'dudosa', 'retirada')),
      attempts integer not null default 0,
      planned_at timestamptz not null,
      -- When to try again; null when nobody will by itself.
      next_at timestamptz,
      ended_at timestamptz,
      -- What the other side said last, in Spanish where we say it.
      answer text,
      unique (brief_id, date, channel, recipient),
      foreign key (brief_id, date) references edition
    );
    create index delivery_due on delivery (next_at) where state in ('pendiente', 'enviando');

    create table delivery_attempt (
      id bigint generated always as identity primary key,
      delivery_id bigint not null references delivery,
      begun_at timestamptz not null,
      message_id text,
      ended_at timestamptz,
      -- Null while it is under way, or when its process died.
      ending text check (ending in ('entregada', 'otra-vez', 'rechazada', 'dudosa')),
      answer text
    );
    create index on delivery_attempt (delivery_id);

    -- Briefs whose first sending a person has confirmed.
    create table delivery_consent (brief_id text primary key, confirmed_at timestamptz not null);
  `.execute(db)
}
