// The rounds of each source up to an instant → when it was last tried, read and really read, and since when it fails.
import { type Kysely, sql } from 'kysely'
import { isVisit } from './rounds.ts'
import type { Database } from './schema.ts'

export type SourceHealth = {
  readonly sourceId: string
  readonly name: string
  readonly isEnabled: boolean
  readonly everyMinutes: number
  /** When its next visit was set for; null when never set. */
  readonly nextAt: Date | null
  readonly lastTriedAt: Date | null
  /** Last answer without fault, a 304 among them. */
  readonly lastReadAt: Date | null
  /** Last time something was really read: a listing, be it the same as before; a 304 carries none. */
  readonly lastSuccessAt: Date | null
  /** Start of the first failed round since something was really read: a 304 cures nothing. Null when none failed. */
  readonly failedSince: Date | null
  readonly failures: number
  /** Spanish, of the last failed round since then; or of the last round, when one of its channels failed. */
  readonly reason: string | null
}

/** Health of every source that is still declared, as it stood at `at`, by id. */
export async function findSourceHealth(db: Kysely<Database>, at: Date): Promise<SourceHealth[]> {
  const { rows } = await sql<SourceHealth>`
    select
      source.id as "sourceId",
      source.name,
      source.is_enabled as "isEnabled",
      source.every_minutes as "everyMinutes",
      source.next_at as "nextAt",
      tried.ended_at as "lastTriedAt",
      read.ended_at as "lastReadAt",
      success.ended_at as "lastSuccessAt",
      failed.since as "failedSince",
      failed.times as failures,
      coalesce(fault.reason, tried.reason) as reason
    from source
    left join lateral (
      select ended_at, reason from round
      where source_id = source.id and ledger_at <= ${at} and ${isVisit}
      order by ledger_at desc, id desc limit 1
    ) tried on true
    left join lateral (
      select ended_at from round
      where source_id = source.id and ledger_at <= ${at} and ${isVisit} and state <> 'con-falla'
      order by ledger_at desc, id desc limit 1
    ) read on true
    left join lateral (
      select ended_at, ledger_at, id from round
      where source_id = source.id and ledger_at <= ${at} and ${isVisit} and (state = 'leida' or listed > 0)
      order by ledger_at desc, id desc limit 1
    ) success on true
    cross join lateral (
      select min(started_at) as since, count(*) as times from round
      where source_id = source.id and ledger_at <= ${at} and ${isVisit} and state = 'con-falla'
        and (ledger_at, id) > (coalesce(success.ledger_at, '-infinity'), coalesce(success.id, 0))
    ) failed
    left join lateral (
      select reason from round
      where source_id = source.id and ledger_at <= ${at} and ${isVisit} and state = 'con-falla' and failed.times > 0
      order by ledger_at desc, id desc limit 1
    ) fault on true
    where source.withdrawn_at is null
    order by source.id
  `.execute(db)
  return rows
}
