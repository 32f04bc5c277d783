// The archive → with the alerts of stories: why each was raised, when it may leave, and what each channel answered.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- One row per story that a rule found; a story that grows or is merged raises none again, which its notes tell.
    create table alert (
      id bigint generated always as identity primary key,
      rule_id text not null,
      -- The note that raised it.
      note_id bigint not null unique references note,
      speed text not null check (speed in ('rapida', 'normal')),
      -- Spanish: what the rule saw.
      reason text not null,
      raised_at timestamptz not null,
      -- Earliest instant at which it may leave.
      due_at timestamptz not null,
      state text not null default 'espera' check (state in ('espera', 'enviada', 'callada')),
      -- Spanish: why it waits or was kept silent.
      why text,
      sent_at timestamptz
    );
    create index on alert (state, due_at);

    create table alert_delivery (
      id bigint generated always as identity primary key,
      alert_id bigint not null references alert,
      channel text not null check (channel in ('correo', 'webhook', 'telegram')),
      recipient text not null,
      state text not null default 'pendiente'
        check (state in ('pendiente', 'enviando', 'entregada', 'rechazada', 'dudosa')),
      attempts integer not null default 0,
      next_at timestamptz,
      ended_at timestamptz,
      answer text,
      unique (alert_id, channel, recipient)
    );
    create index on alert_delivery (next_at) where state = 'pendiente';

    -- One row: up to where the ledger was looked at.
    create table alert_look (is_only boolean primary key default true check (is_only), looked_to timestamptz not null);
  `.execute(db)
}
