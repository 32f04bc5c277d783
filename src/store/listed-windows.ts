// What each visit saw listed ↔ columns of its round: how far the listing reached, and what may have slipped by.
import { type Kysely, sql } from 'kysely'
import { isVisit } from './rounds.ts'
import type { Database } from './schema.ts'

/** What one visit saw listed. A visit that saw nothing to look at (304, failure) has none. */
export type VisitWindow = {
  readonly size: number
  readonly fresh: number
  readonly dated: number
  readonly newestAt: Date | null
  readonly oldestAt: Date | null
  /** Whether anything listed had been seen before; null on the source's first listing. */
  readonly overlaps: boolean | null
  readonly safeMinutes: number | null
  readonly gap: { readonly from: Date; readonly to: Date } | null
  /** The other source that first listed most of these addresses. */
  readonly sharedWith: { readonly sourceId: string; readonly notes: number } | null
  /** How new the newest note was that each channel listed. */
  readonly reaches: readonly { readonly url: string; readonly newestAt: Date | null }[]
}

/** Keeps what a kept round saw listed. */
export async function keepVisitWindow(
  db: Kysely<Database>,
  { sourceId, startedAt }: { readonly sourceId: string; readonly startedAt: Date },
  window: VisitWindow,
): Promise<void> {
  await db
    .updateTable('round')
    .set({
      listed: window.size,
      fresh: window.fresh,
      dated: window.dated,
      newest_published: window.newestAt,
      oldest_published: window.oldestAt,
      has_known: window.overlaps,
      safe_minutes: window.safeMinutes,
      gap_from: window.gap?.from ?? null,
      gap_to: window.gap?.to ?? null,
      shared_with: window.sharedWith?.sourceId ?? null,
      shared: window.sharedWith?.notes ?? null,
    })
    .where('source_id', '=', sourceId)
    .where('started_at', '=', startedAt)
    .execute()
  for (const { url, newestAt } of window.reaches) {
    const reach = { listed_at: startedAt, newest_published: newestAt }
    await db
      .insertInto('channel_reach')
      .values({ source_id: sourceId, url, ...reach })
      .onConflict((conflict) => conflict.columns(['source_id', 'url']).doUpdateSet(reach))
      .execute()
  }
}

export type LastListing = { readonly visitedAt: Date; readonly newestAt: Date | null }

/** When each channel of a source last listed anything, and how new its newest note was, by address. */
export async function findReaches(
  db: Kysely<Database>,
  sourceId: string,
): Promise<ReadonlyMap<string, LastListing>> {
  const rows = await db
    .selectFrom('channel_reach')
    .select(['url', 'listed_at', 'newest_published'])
    .where('source_id', '=', sourceId)
    .execute()
  return new Map(
    rows.map((row) => [row.url, { visitedAt: row.listed_at, newestAt: row.newest_published }] as const),
  )
}

/** When a source last listed anything, and how new its newest note was; null when it never did. */
export async function findLastListing(db: Kysely<Database>, sourceId: string): Promise<LastListing | null> {
  const row = await db
    .selectFrom('round')
    .select(['started_at', 'newest_published'])
    .where('source_id', '=', sourceId)
    .where('listed', '>', 0)
    .orderBy('ledger_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { visitedAt: row.started_at, newestAt: row.newest_published }
}

/** The least that visits since an instant showed a source may go unvisited, in minutes; null when none showed any. */
export async function findSafeMinutes(
  db: Kysely<Database>,
  sourceId: string,
  since: Date,
): Promise<number | null> {
  const { safe } = await db
    .selectFrom('round')
    .select((select) => select.fn.min('safe_minutes').as('safe'))
    .where('source_id', '=', sourceId)
    .where('ledger_at', '>', since)
    .executeTakeFirstOrThrow()
  return safe
}

/** Failed visits of a source since it last answered. */
export async function countFailuresInRow(db: Kysely<Database>, sourceId: string): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    select count(*) as failures from round
    where source_id = ${sourceId} and state = 'con-falla' and (ledger_at, id) > (
      select coalesce(max(ledger_at), '-infinity'), coalesce(max(id), 0) from (
        select ledger_at, id from round
        where source_id = ${sourceId} and state <> 'con-falla' and ${isVisit}
        order by ledger_at desc, id desc limit 1
      ) answered
    )
  `.execute(db)
  return rows[0]?.failures ?? 0
}

/** Whether a source failed and has given no listing since: an answer without one proves nothing. */
export async function isUnproved(db: Kysely<Database>, sourceId: string): Promise<boolean> {
  const { rows } = await sql<{ unproved: boolean }>`
    select exists (
      select from round
      where source_id = ${sourceId} and state = 'con-falla' and (ledger_at, id) > (
        select coalesce(max(ledger_at), '-infinity'), coalesce(max(id), 0) from (
          select ledger_at, id from round
          where source_id = ${sourceId} and (state = 'leida' or listed > 0)
          order by ledger_at desc, id desc limit 1
        ) success
      )
    ) as unproved
  `.execute(db)
  return rows[0]?.unproved ?? false
}

/** A span of an outlet's publishing that may never have been listed to us. */
export type ListingGap = {
  readonly sourceId: string
  readonly name: string
  readonly from: Date
  readonly to: Date
  readonly noticedAt: Date
}

/** Gaps that were noticed in `from < at ≤ to`, in order. */
export async function findGaps(
  db: Kysely<Database>,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<ListingGap[]> {
  const { rows } = await sql<ListingGap>`
    select source_id as "sourceId", name, gap_from as "from", gap_to as "to", ledger_at as "noticedAt"
    from round join source on source.id = source_id
    where gap_from is not null and ledger_at > ${from} and ledger_at <= ${to}
    order by ledger_at, round.id
  `.execute(db)
  return rows
}
