// The archive → with who is at which host and at which source now, so that many workers share both.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- One row per host ever asked. Written twice at each request, hence unlogged: nobody waits for the disk. A server that
    -- crashes forgets who was at which host, and who asked for patience asks again.
    create unlogged table host_lease (
      host text primary key,
      -- Null while nobody is at the host.
      holder text,
      -- Whose turn it is may ask from here on, and nobody else before the end of the lease.
      starts_at timestamptz not null,
      lease_until timestamptz not null,
      -- Earliest start of the next request.
      next_at timestamptz not null default '-infinity',
      failures integer not null default 0,
      paused_until timestamptz not null default '-infinity',
      -- Spanish.
      pause_reason text
    ) with (fillfactor = 50);

    create table source_lease (
      source_id text primary key references source,
      holder text not null,
      taken_at timestamptz not null,
      lease_until timestamptz not null
    ) with (fillfactor = 50);

    -- One row: which archive this is. The data folder carries the same mark.
    create table archive_mark (
      is_only boolean primary key default true check (is_only),
      mark uuid not null default gen_random_uuid(),
      -- When a data folder first took it.
      placed_at timestamptz
    );
    insert into archive_mark default values;
  `.execute(db)
}
