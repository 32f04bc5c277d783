// The archive → with what networks show of a post each time it is seen, and with what was spent at those that charge.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table post_count (
      item_id bigint not null references item,
      taken_at timestamptz not null,
      views bigint,
      reactions bigint,
      comments bigint,
      shares bigint,
      primary key (item_id, taken_at)
    );

    -- One row per credential and calendar month (YYYY-MM, in UTC as networks bill).
    create table spending (
      name text not null,
      month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
      amount integer not null check (amount >= 0),
      primary key (name, month)
    );
  `.execute(db)
}
