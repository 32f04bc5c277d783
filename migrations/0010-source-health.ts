// The archive → with what each visit's listing covered, and how often each source is visited and why.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table round
      -- Notes in the listing; null when there was none to look at (304, failure).
      add column listed integer,
      -- Of those, never seen before.
      add column fresh integer,
      add column newest_published timestamptz,
      add column oldest_published timestamptz,
      -- Of those, with a date.
      add column dated integer,
      -- Whether anything listed had been seen before; null on a source's first listing.
      add column has_known boolean,
      -- How long the source may go unvisited, as this listing shows it.
      add column safe_minutes double precision,
      -- What was published between these two may never have been listed to us.
      add column gap_from timestamptz,
      add column gap_to timestamptz,
      -- The other source that first listed most of these addresses, and how many.
      add column shared_with text,
      add column shared integer,
      add check ((gap_from is null) = (gap_to is null)),
      add check ((shared_with is null) = (shared is null));
    create index round_with_gap on round (ledger_at) where gap_from is not null;
    create index round_with_listing on round (source_id, ledger_at) where listed > 0;

    alter table source
      add column interval_minutes integer,
      add column interval_reason text;
  `.execute(db)
}
