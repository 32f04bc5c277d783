// What a channel remembers between visits ↔ its row.
import type { Kysely } from 'kysely'
import type { ChannelMemory } from '../model.ts'
import type { Database } from './schema.ts'

/** The memory of one channel of a source, or null before its first visit. */
export async function findChannelMemory(
  db: Kysely<Database>,
  sourceId: string,
  url: string,
): Promise<ChannelMemory | null> {
  const row = await db
    .selectFrom('channel_memory')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('url', '=', url)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    url: row.url,
    etag: row.etag,
    lastModified: row.last_modified,
    bodySha256: row.body_sha256,
    visits: row.visits,
  }
}

/**
 * Keeps the memory of a channel. Do it after the items it listed have met their ends: a memory kept before would, after
 * a crash between the two, answer 304 and never list them again.
 */
export async function keepChannelMemory(
  db: Kysely<Database>,
  sourceId: string,
  memory: ChannelMemory,
): Promise<void> {
  const remembered = {
    etag: memory.etag,
    last_modified: memory.lastModified,
    body_sha256: memory.bodySha256,
    visits: memory.visits,
  }
  await db
    .insertInto('channel_memory')
    .values({ source_id: sourceId, url: memory.url, ...remembered })
    .onConflict((conflict) => conflict.columns(['source_id', 'url']).doUpdateSet(remembered))
    .execute()
}
