// Rounds ↔ rows: each visit to a source, and on the ledger how the items ended that were not kept.
import { type Kysely, sql } from 'kysely'
import type { ChannelKind, EndedItem, ItemEnd, Round, RoundState } from '../model.ts'
import { digestUrl, findItems, type ItemRecord, markItemEnded } from './items.ts'
import { placeOnLedger } from './ledger.ts'
import { lotsOf } from './rows.ts'
import type { Database } from './schema.ts'
import { storable, storableOrNull } from './stored-text.ts'

/** True of a round in which the source was visited; what a person brings says nothing of its channels or its pace. */
export const isVisit = sql`(round.channel is null or round.channel not in ('csv', 'manual'))`

/** `last_seen` of a URL that is listed again and again is written this often, not at each visit. */
const SEEN_AGAIN = sql`interval '6 hours'`

/**
 * Keeps a round and the ends of its items. Kept, unreadable and postponed items have theirs from `keepNote`,
 * `keepUnreadable` and `keepPostponed`; an unreadable or postponed one without gets it here. An item excluded before for
 * the same reason decides nothing new and counts as listed again. Keeping a round twice keeps it once.
 */
export async function keepRound(db: Kysely<Database>, round: Round): Promise<void> {
  const ledgerAt = await placeOnLedger(db, round.endedAt)
  const count = (end: ItemEnd) => round.ends.filter((ended) => ended.end === end).length
  const inserted = await db
    .insertInto('round')
    .values({
      source_id: round.sourceId,
      started_at: round.startedAt,
      ended_at: round.endedAt,
      ledger_at: ledgerAt,
      state: round.state,
      channel: round.channel,
      reason: storableOrNull(round.reason),
      served: round.served ?? null,
      kept: count('kept'),
      known: count('known'),
      excluded: count('excluded'),
      unreadable: count('unreadable'),
      later: count('later'),
      repeated: 0,
    })
    .onConflict((conflict) => conflict.columns(['source_id', 'started_at']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return
  const decided = await keepEnds(db, round, ledgerAt)
  await db
    .updateTable('round')
    .set({ repeated: round.ends.length - decided })
    .where('id', '=', inserted.id)
    .execute()
  await markSeenAgain(db, round)
}

/** Keeps the ends of a round's items and returns how many of them decided something new. */
async function keepEnds(db: Kysely<Database>, round: Round, ledgerAt: Date): Promise<number> {
  const ends = [...new Map(round.ends.map((ended) => [ended.url, ended])).values()]
  const open = ends.filter(({ end }) => end !== 'kept' && end !== 'known')
  const records = await findItems(
    db,
    open.map((ended) => ended.url),
  )
  const news = open.filter((ended) => isNews(round, ended, records.get(ended.url)))
  for (const { url, reason } of news.filter(({ end }) => end === 'unreadable')) {
    const { sourceId, startedAt, endedAt } = round
    await markItemEnded(db, { sourceId, url, seenAt: startedAt, at: endedAt, end: 'unreadable', reason })
  }
  await keepPassingEnds(
    db,
    round,
    news.filter(({ end }) => end !== 'unreadable'),
    ledgerAt,
  )
  const ended = ends.filter(({ url, end }) => end === 'kept' || isEndedIn(round, end, records.get(url)))
  return ended.length + news.length
}

function isNews(round: Round, { end, reason }: EndedItem, record: ItemRecord | undefined): boolean {
  if (record === undefined || record.end === null) return true
  if (record.end === 'kept' || record.end === 'unreadable') return false
  if (isEndedIn(round, end, record)) return false
  return end === 'later' || end !== record.end || storableOrNull(reason) !== record.reason
}

/** True of an item that `keepUnreadable` or `keepPostponed` ended so during this round. */
function isEndedIn(round: Round, end: ItemEnd, record: ItemRecord | undefined): boolean {
  if (end !== 'unreadable' && end !== 'later') return false
  return record?.end === end && record.lastSeen >= round.startedAt
}

/** Ends that a later round may change: `excluded` and `later`. */
async function keepPassingEnds(
  db: Kysely<Database>,
  round: Round,
  ends: readonly EndedItem[],
  ledgerAt: Date,
): Promise<void> {
  const rows = ends.map((ended) => ({
    url_sha256: digestUrl(ended.url),
    url: storable(ended.url),
    source_id: round.sourceId,
    end_kind: ended.end,
    end_reason: storableOrNull(ended.reason),
    first_seen: round.startedAt,
    last_seen: round.endedAt,
    attempts: ended.end === 'later' ? 1 : 0,
  }))
  for (const lot of lotsOf(rows)) {
    const written = await db
      .insertInto('item')
      .values(lot)
      .onConflict((conflict) =>
        conflict
          .column('url_sha256')
          .doUpdateSet((set) => ({
            end_kind: set.ref('excluded.end_kind'),
            end_reason: set.ref('excluded.end_reason'),
            last_seen: set.ref('excluded.last_seen'),
            // One postponed in this very round has its try counted.
            attempts: sql<number>`item.attempts + case when item.last_seen < ${round.startedAt} then excluded.attempts else 0 end`,
          }))
          .where((where) =>
            where.or([
              where('item.end_kind', 'is', null),
              where('item.end_kind', 'not in', ['kept', 'unreadable']),
            ]),
          ),
      )
      .returning(['id', 'end_kind', 'end_reason'])
      .execute()
    const endings = written.flatMap(({ id, end_kind: kind, end_reason: reason }) =>
      kind === null ? [] : [{ item_id: id, source_id: round.sourceId, ledger_at: ledgerAt, kind, reason }],
    )
    if (endings.length > 0) await db.insertInto('ending').values(endings).execute()
  }
}

async function markSeenAgain(db: Kysely<Database>, round: Round): Promise<void> {
  const keys = round.ends.filter(({ end }) => end === 'known').map(({ url }) => digestUrl(url))
  await db
    .updateTable('item')
    .set({ last_seen: round.endedAt })
    .where((where) => where('url_sha256', '=', where.fn.any(where.val(keys))))
    .where(sql<boolean>`last_seen < ${round.endedAt}::timestamptz - ${SEEN_AGAIN}`)
    .execute()
}

/** When the last visit of a source that was kept ended; null before the first. One that died half way is none. */
export async function findLastVisitEnd(db: Kysely<Database>, sourceId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('round')
    .select('ended_at')
    .where('source_id', '=', sourceId)
    .where(sql<boolean>`${isVisit}`)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.ended_at ?? null
}

/** A round without its items: their counts. */
export type RoundRecord = {
  readonly sourceId: string
  readonly startedAt: Date
  readonly endedAt: Date
  readonly state: RoundState
  readonly channel: ChannelKind | null
  readonly reason: string | null
  readonly counts: Readonly<Record<ItemEnd, number>>
}

/** Rounds on the ledger in `from < at ≤ to`, in order. */
export async function findRounds(
  db: Kysely<Database>,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<RoundRecord[]> {
  const rows = await db
    .selectFrom('round')
    .selectAll()
    .where('ledger_at', '>', from)
    .where('ledger_at', '<=', to)
    .orderBy('ledger_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    sourceId: row.source_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    state: row.state,
    channel: row.channel,
    reason: row.reason,
    counts: {
      kept: row.kept,
      known: row.known,
      excluded: row.excluded,
      unreadable: row.unreadable,
      later: row.later,
    },
  }))
}
