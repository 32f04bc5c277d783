// Listed URLs ↔ the ledger of items: each URL once, how it ended, and when to try again.
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Item, ItemEnd } from '../model.ts'
import { placeOnLedger } from './ledger.ts'
import type { Database, ListedItem } from './schema.ts'
import { storable, storableOrNull, toJson } from './stored-text.ts'

/** Key of a URL: its digest, because a URL may be longer than an index entry. */
export function digestUrl(url: string): Buffer {
  return createHash('sha256').update(storable(url)).digest()
}

/** What the ledger holds of one URL. */
export type ItemRecord = {
  readonly url: string
  readonly sourceId: string
  readonly end: ItemEnd | null
  readonly reason: string | null
  readonly firstSeen: Date
  readonly lastSeen: Date
  /** Tries that ended in `later`. */
  readonly attempts: number
  readonly nextAttemptAt: Date | null
}

/** What the ledger holds of these URLs; those it has never seen are absent. */
export async function findItems(
  db: Kysely<Database>,
  urls: readonly string[],
): Promise<Map<string, ItemRecord>> {
  if (urls.length === 0) return new Map()
  const byKey = new Map(urls.map((url) => [digestUrl(url).toString('hex'), url]))
  const keys = [...byKey.keys()].map((key) => Buffer.from(key, 'hex'))
  const rows = await db
    .selectFrom('item')
    .select([
      'url_sha256',
      'source_id',
      'end_kind',
      'end_reason',
      'first_seen',
      'last_seen',
      'attempts',
      'next_attempt_at',
    ])
    .where((where) => where('url_sha256', '=', where.fn.any(where.val(keys))))
    .execute()
  const found = new Map<string, ItemRecord>()
  for (const row of rows) {
    const url = byKey.get(row.url_sha256.toString('hex'))
    if (url === undefined) continue
    found.set(url, {
      url,
      sourceId: row.source_id,
      end: row.end_kind,
      reason: row.end_reason,
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
      attempts: row.attempts,
      nextAttemptAt: row.next_attempt_at,
    })
  }
  return found
}

export type Postponed = {
  readonly sourceId: string
  readonly item: Item
  /** Spanish. */
  readonly reason: string
  readonly at: Date
  /** Null when the next listing is soon enough. */
  readonly nextAttemptAt: Date | null
  /** False when it was not asked for: being left for later is no failed try, and after too many an item is given up. */
  readonly isTried: boolean
}

/**
 * Keeps an item to be tried again, with all its channel said of it: a channel that answers 304, or whose window moved
 * on, may never list it again. Its end `later` goes on the ledger with it: until it is tried again no round will tell it,
 * and the one at hand may die before it is kept. Nothing happens when it had its end for good already.
 */
export async function keepPostponed(db: Kysely<Database>, postponed: Postponed): Promise<void> {
  const { sourceId, item, at, nextAttemptAt } = postponed
  const tries = postponed.isTried ? 1 : 0
  const reason = storable(postponed.reason)
  const ledgerAt = await placeOnLedger(db, at)
  const row = await db
    .insertInto('item')
    .values({
      url_sha256: digestUrl(item.url),
      url: storable(item.url),
      source_id: sourceId,
      end_kind: 'later',
      end_reason: reason,
      first_seen: item.seenAt,
      last_seen: at,
      next_attempt_at: nextAttemptAt,
      listed: toJson(item),
      attempts: tries,
    })
    .onConflict((conflict) =>
      conflict
        .column('url_sha256')
        .doUpdateSet((set) => ({
          end_kind: 'later',
          end_reason: reason,
          last_seen: at,
          next_attempt_at: nextAttemptAt,
          listed: toJson(item),
          attempts: set('item.attempts', '+', tries),
        }))
        .where((where) =>
          where.or([
            where('item.end_kind', 'is', null),
            where('item.end_kind', 'not in', ['kept', 'unreadable']),
          ]),
        ),
    )
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return
  await db
    .insertInto('ending')
    .values({ item_id: row.id, source_id: sourceId, ledger_at: ledgerAt, kind: 'later', reason })
    .execute()
}

/** Postponed items of a source that are due, as they were listed, the longest due first. */
export async function findDueItems(db: Kysely<Database>, sourceId: string, now: Date): Promise<Item[]> {
  const rows = await db
    .selectFrom('item')
    .select('listed')
    .where('source_id', '=', sourceId)
    .where('end_kind', '=', 'later')
    .where('next_attempt_at', '<=', now)
    .where('listed', 'is not', null)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => (row.listed === null ? [] : [toItem(row.listed)]))
}

/** An item as json holds it → with its instants. */
export function toItem(listed: ListedItem): Item {
  return {
    ...listed,
    seenAt: new Date(listed.seenAt),
    publishedAt: listed.publishedAt === null ? null : new Date(listed.publishedAt),
  }
}

/** The end of an item, for good: `kept` or `unreadable`. */
export type FinalEnd = {
  readonly sourceId: string
  readonly url: string
  readonly seenAt: Date
  readonly at: Date
  readonly end: 'kept' | 'unreadable'
  readonly reason: string | null
}

/**
 * Ends an item for good and writes it on the ledger. Null when it had such an end already: an unreadable one may still
 * be kept, when a better reader finds its text; a kept one stays.
 */
export async function markItemEnded(
  db: Kysely<Database>,
  final: FinalEnd,
): Promise<{ readonly itemId: number; readonly ledgerAt: Date } | null> {
  const ledgerAt = await placeOnLedger(db, final.at)
  const end = {
    end_kind: final.end,
    end_reason: storableOrNull(final.reason),
    last_seen: final.at,
    next_attempt_at: null,
    listed: null,
  }
  const over: ItemEnd[] = final.end === 'kept' ? ['kept'] : ['kept', 'unreadable']
  const row = await db
    .insertInto('item')
    .values({
      url_sha256: digestUrl(final.url),
      url: storable(final.url),
      source_id: final.sourceId,
      first_seen: final.seenAt,
      ...end,
    })
    .onConflict((conflict) =>
      conflict
        .column('url_sha256')
        .doUpdateSet(end)
        .where((where) =>
          where.or([where('item.end_kind', 'is', null), where('item.end_kind', 'not in', over)]),
        ),
    )
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return null
  await db
    .insertInto('ending')
    .values({
      item_id: row.id,
      source_id: final.sourceId,
      ledger_at: ledgerAt,
      kind: final.end,
      reason: end.end_reason,
    })
    .execute()
  return { itemId: row.id, ledgerAt }
}
