// What a network shows of a post at one moment ↔ rows: a series per post, one row each time that a number changed.
import { type Kysely, sql } from 'kysely'
import type { Counts, Item } from '../model.ts'
import { digestUrl } from './items.ts'
import type { Database } from './schema.ts'

export type CountsAt = Counts & { readonly takenAt: Date }

/**
 * Keeps the counts that these items bear, for those that are in the archive. A row is written only when a number differs
 * from the last one, so that a post that nobody touches any more costs nothing.
 */
export async function keepCounts(db: Kysely<Database>, items: readonly Item[]): Promise<void> {
  for (const { url, seenAt, counts } of items) {
    if (counts === undefined) continue
    const { views, reactions, comments, shares } = counts
    await sql`
      insert into post_count (item_id, taken_at, views, reactions, comments, shares)
      select item.id, ${seenAt}::timestamptz, now.views, now.reactions, now.comments, now.shares
      from item
      cross join (
        select ${views}::bigint as views, ${reactions}::bigint as reactions, ${comments}::bigint as comments,
          ${shares}::bigint as shares
      ) now
      left join lateral (
        select views, reactions, comments, shares from post_count
        where item_id = item.id order by taken_at desc limit 1
      ) last on true
      where item.url_sha256 = ${digestUrl(url)}
        and (last.*) is distinct from (now.views, now.reactions, now.comments, now.shares)
      on conflict do nothing
    `.execute(db)
  }
}

/** The series of a note, oldest first; empty when its network shows nothing. */
export async function findCounts(db: Kysely<Database>, noteId: number): Promise<CountsAt[]> {
  const rows = await db
    .selectFrom('post_count')
    .innerJoin('note', 'note.item_id', 'post_count.item_id')
    .select(['taken_at', 'views', 'reactions', 'comments', 'shares'])
    .where('note.id', '=', noteId)
    .orderBy('taken_at')
    .execute()
  return rows.map(({ taken_at: takenAt, ...counts }) => ({ takenAt, ...counts }))
}

/** The last counts of each of these notes that were taken by an instant; notes without any are left out. */
export async function findLastCounts(
  db: Kysely<Database>,
  noteIds: readonly number[],
  by: Date,
): Promise<Map<number, Counts>> {
  const rows = await db
    .selectFrom('post_count')
    .innerJoin('note', 'note.item_id', 'post_count.item_id')
    .distinctOn('note.id')
    .select(['note.id', 'views', 'reactions', 'comments', 'shares'])
    .where((where) => where('note.id', '=', where.fn.any(where.val(noteIds))))
    .where('taken_at', '<=', by)
    .orderBy('note.id')
    .orderBy('taken_at', 'desc')
    .execute()
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
