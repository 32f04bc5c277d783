// The sources that are due → one for each who asks, on any process or machine, until it is given back or its holder dies.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

export type SourceClaim = {
  /** Unique to the process. */
  readonly holder: string
  /** Ids that the claimer can work on. */
  readonly among: readonly string[]
  /** Sources are due by this clock; leases end by that of the database. */
  readonly now: Date
  readonly termMs: number
}

/**
 * Claims the source that has been due longest, is enabled and nobody is at; null when there is none. Whoever dies with
 * a claim leaves it when its term ends.
 */
export async function claimDueSource(db: Kysely<Database>, claim: SourceClaim): Promise<string | null> {
  const until = sql`clock_timestamp() + make_interval(secs => ${claim.termMs / 1000}::float8)`
  // Those being claimed by others at this instant are skipped, not waited for; who came between is seen by the conflict.
  const { rows } = await sql<{ id: string }>`
    with due as (
      select source.id from source
      left join source_lease held on held.source_id = source.id
      where is_enabled and withdrawn_at is null and (next_at is null or next_at <= ${claim.now})
        and source.id = any(${claim.among}::text[])
        and (held.lease_until is null or held.lease_until <= clock_timestamp())
      order by next_at nulls first, source.id
      limit 1
      for update of source skip locked
    )
    insert into source_lease as lease (source_id, holder, taken_at, lease_until)
    select id, ${claim.holder}, clock_timestamp(), ${until} from due
    on conflict (source_id) do update
      set holder = excluded.holder, taken_at = excluded.taken_at, lease_until = excluded.lease_until
      where lease.lease_until <= clock_timestamp()
    returning source_id as id
  `.execute(db)
  return rows[0]?.id ?? null
}

/** Lengthens the claims of a holder to `termMs` from now. */
export async function renewSourceClaims(
  db: Kysely<Database>,
  holder: string,
  sourceIds: readonly string[],
  termMs: number,
): Promise<void> {
  await sql`
    update source_lease set lease_until = clock_timestamp() + make_interval(secs => ${termMs / 1000}::float8)
    where holder = ${holder} and source_id = any(${sourceIds}::text[])
  `.execute(db)
}

/** Gives a source back. */
export async function releaseSourceClaim(
  db: Kysely<Database>,
  holder: string,
  sourceId: string,
): Promise<void> {
  await sql`delete from source_lease where source_id = ${sourceId} and holder = ${holder}`.execute(db)
}

/** Makes every source due at `now` that was last visited before `since`, however long its interval. */
export async function hastenSources(db: Kysely<Database>, since: Date, now: Date): Promise<void> {
  await sql`
    update source set next_at = ${now}
    where is_enabled and withdrawn_at is null and next_at > ${now}
      and not exists (
        select from round where source_id = source.id and ledger_at > ${since} and started_at > ${since}
      )
  `.execute(db)
}

/** How many of these sources are due at `now` or being visited. */
export async function countSourcesAtWork(
  db: Kysely<Database>,
  among: readonly string[],
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from source
    left join source_lease held on held.source_id = source.id
    where is_enabled and withdrawn_at is null and source.id = any(${among}::text[])
      and (next_at is null or next_at <= ${now} or held.lease_until > clock_timestamp())
  `.execute(db)
  return rows[0]?.count ?? 0
}
