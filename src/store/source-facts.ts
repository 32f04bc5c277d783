// The rounds and endings of each source up to an instant → what its health is judged by besides when it was read.
import { type Kysely, sql } from 'kysely'
import type { ChannelKind, RoundState } from '../model.ts'
import type { Database } from './schema.ts'
import type { SourceInterval } from './sources.ts'

export type SourceFacts = {
  readonly sourceId: string
  readonly declaredAt: Date
  /** How often it is visited now; null before its first visit. */
  readonly interval: SourceInterval | null
  /** Why its last failed visits failed, newest first, at most ten; of those since something was really read. */
  readonly faults: readonly string[]
  /** Its last listing that was not empty. */
  readonly listing: {
    readonly visitedAt: Date
    readonly size: number
    readonly fresh: number
    readonly dated: number
    readonly newestAt: Date | null
    readonly oldestAt: Date | null
  } | null
  /** Of the last seven days. */
  readonly unreadable: readonly { readonly reason: string; readonly count: number }[]
  readonly keptLately: number
}

const LATELY_DAYS = 7

/** Facts of every source that is still declared, as they stood at `at`, by id. */
export async function findSourceFacts(db: Kysely<Database>, at: Date): Promise<SourceFacts[]> {
  const rows = await findLastListings(db, at)
  const faults = await findFaults(db, at)
  const endings = await findLateEndings(db, at)
  return rows.map((row) => {
    const ended = endings.filter(({ sourceId }) => sourceId === row.sourceId)
    return {
      sourceId: row.sourceId,
      declaredAt: row.declaredAt,
      interval: row.minutes === null || row.why === null ? null : { minutes: row.minutes, reason: row.why },
      faults: faults.get(row.sourceId) ?? [],
      listing: row.visitedAt === null ? null : { ...row, visitedAt: row.visitedAt },
      unreadable: ended.flatMap(({ kind, reason, count }) =>
        kind === 'unreadable' ? [{ reason, count }] : [],
      ),
      keptLately: ended.reduce((sum, { kind, count }) => sum + (kind === 'kept' ? count : 0), 0),
    }
  })
}

type ListingRow = {
  readonly sourceId: string
  readonly declaredAt: Date
  readonly minutes: number | null
  readonly why: string | null
  readonly visitedAt: Date | null
  readonly size: number
  readonly fresh: number
  readonly dated: number
  readonly newestAt: Date | null
  readonly oldestAt: Date | null
}

async function findLastListings(db: Kysely<Database>, at: Date): Promise<ListingRow[]> {
  const { rows } = await sql<ListingRow>`
    select source.id as "sourceId", declared_at as "declaredAt", interval_minutes as minutes, interval_reason as why,
      last.started_at as "visitedAt", last.listed as size, last.fresh, last.dated,
      last.newest_published as "newestAt", last.oldest_published as "oldestAt"
    from source
    left join lateral (
      select started_at, listed, fresh, dated, newest_published, oldest_published from round
      where source_id = source.id and ledger_at <= ${at} and listed > 0
      order by ledger_at desc, id desc limit 1
    ) last on true
    where withdrawn_at is null
    order by source.id
  `.execute(db)
  return rows
}

async function findFaults(db: Kysely<Database>, at: Date): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; reasons: string[] }>`
    select source.id, array_agg(coalesce(fault.reason, 'sin razón anotada') order by fault.ledger_at desc, fault.id desc) as reasons
    from source
    left join lateral (
      select ledger_at, id from round
      where source_id = source.id and ledger_at <= ${at} and (state = 'leida' or listed > 0)
      order by ledger_at desc, id desc limit 1
    ) success on true
    join lateral (
      select ledger_at, id, reason from round
      where source_id = source.id and ledger_at <= ${at} and state = 'con-falla'
        and (ledger_at, id) > (coalesce(success.ledger_at, '-infinity'), coalesce(success.id, 0))
      order by ledger_at desc, id desc limit 10
    ) fault on true
    where withdrawn_at is null
    group by source.id
  `.execute(db)
  return new Map(rows.map(({ id, reasons }) => [id, reasons]))
}

type EndingRow = {
  readonly sourceId: string
  readonly kind: 'kept' | 'unreadable'
  readonly reason: string
  readonly count: number
}

async function findLateEndings(db: Kysely<Database>, at: Date): Promise<EndingRow[]> {
  const since = new Date(at.getTime() - LATELY_DAYS * 86_400_000)
  const { rows } = await sql<EndingRow>`
    select source_id as "sourceId", kind, coalesce(reason, '') as reason, count(*) as count
    from ending
    where ledger_at > ${since} and ledger_at <= ${at} and kind in ('kept', 'unreadable')
    group by 1, 2, 3
    order by 1, 4 desc, 3
  `.execute(db)
  return rows
}

/** One visit to a source, as its history is shown. */
export type SourceVisit = {
  readonly startedAt: Date
  readonly state: RoundState
  readonly channel: ChannelKind | null
  /** Addresses of the channels that served; null when it was not recorded. */
  readonly served: readonly string[] | null
  readonly reason: string | null
  readonly listed: number | null
  readonly kept: number
  readonly unreadable: number
  readonly later: number
  readonly hasGap: boolean
}

/** The last visits to a source until `at`, newest first. */
export async function findLastVisits(
  db: Kysely<Database>,
  sourceId: string,
  at: Date,
  most: number,
): Promise<SourceVisit[]> {
  const rows = await db
    .selectFrom('round')
    .select([
      'started_at',
      'state',
      'channel',
      'served',
      'reason',
      'listed',
      'kept',
      'unreadable',
      'later',
      'gap_from',
    ])
    .where('source_id', '=', sourceId)
    .where('ledger_at', '<=', at)
    .orderBy('ledger_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ started_at: startedAt, gap_from: gapFrom, ...row }) => ({
    ...row,
    startedAt,
    hasGap: gapFrom !== null,
  }))
}
