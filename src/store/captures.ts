// Captures ↔ their rows; the bytes are files (capture-files.ts).
import type { Kysely } from 'kysely'
import type { Capture, Item } from '../model.ts'
import { findCaptureBody } from './capture-files.ts'
import { markItemEnded, toItem } from './items.ts'
import type { Database } from './schema.ts'
import { storable, storableList, toJson } from './stored-text.ts'

/** Keeps what is known of a capture; the same bytes of the same item are one row. Returns its id. */
export async function keepCapture(db: Kysely<Database>, itemId: number, capture: Capture): Promise<number> {
  const { id } = await db
    .insertInto('capture')
    .values({
      item_id: itemId,
      url: storable(capture.url),
      final_url: storable(capture.finalUrl),
      taken_at: capture.takenAt,
      status: capture.status,
      headers: toJson(capture.headers),
      redirects: storableList(capture.redirects),
      kind: capture.kind,
      sha256: capture.sha256,
      bytes: capture.body.byteLength,
      listed: toJson(capture.item),
    })
    // The first row stands; writing its own value back is what makes `returning` answer.
    .onConflict((conflict) =>
      conflict.columns(['item_id', 'sha256']).doUpdateSet((set) => ({ sha256: set.ref('capture.sha256') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type UnreadableItem = {
  readonly sourceId: string
  readonly item: Item
  /** Null when nothing could be fetched: the page is gone, or robots.txt forbids it. */
  readonly capture: Capture | null
  /** Spanish. */
  readonly reason: string
  readonly at: Date
}

/** Keeps that an item will never read, and the evidence. Nothing happens when it had its end already. */
export async function keepUnreadable(db: Kysely<Database>, unreadable: UnreadableItem): Promise<void> {
  const { sourceId, item, capture, reason, at } = unreadable
  const ended = await markItemEnded(db, {
    sourceId,
    url: item.url,
    seenAt: item.seenAt,
    at: capture?.takenAt ?? at,
    end: 'unreadable',
    reason,
  })
  if (ended !== null && capture !== null) await keepCapture(db, ended.itemId, capture)
}

/** A capture as it was taken, bytes included, or null when there is none of that id. */
export async function findCapture(
  db: Kysely<Database>,
  dataFolder: string,
  captureId: number,
): Promise<Capture | null> {
  const row = await db.selectFrom('capture').selectAll().where('id', '=', captureId).executeTakeFirst()
  if (row === undefined) return null
  return {
    item: toItem(row.listed),
    url: row.url,
    finalUrl: row.final_url,
    takenAt: row.taken_at,
    status: row.status,
    headers: row.headers,
    body: await findCaptureBody(dataFolder, row.sha256),
    sha256: row.sha256,
    kind: row.kind,
    redirects: row.redirects,
  }
}
