// The archive → with the front page of each outlet and day, or why it could not be had.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table front_page (
      source_id text not null references source,
      -- Of the outlet's own zone.
      day date not null,
      url text not null,
      -- Of the bytes as they came, and of the picture of them that is printed; both are capture files.
      sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
      printed_sha256 text check (printed_sha256 ~ '^[0-9a-f]{64}$'),
      reason text,
      tried_at timestamptz not null,
      primary key (source_id, day),
      check ((sha256 is null) <> (reason is null)),
      check ((sha256 is null) = (printed_sha256 is null))
    )
  `.execute(db)
}
