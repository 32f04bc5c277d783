// A note about to be kept → the one that the same outlet already has under another address, if any.
import { type Kysely, sql } from 'kysely'
import type { Article } from '../model.ts'
import { fold } from '../text/fold.ts'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

/**
 * Address of a kept note of the source with the same canonical address and the same title, or null. The title counts
 * because outlets exist that declare one canonical address on every page.
 */
export async function findTwinNote(
  db: Kysely<Database>,
  sourceId: string,
  article: Pick<Article, 'url' | 'canonicalUrl' | 'title'>,
): Promise<string | null> {
  const rows = await db
    .selectFrom('note')
    .select(['url', 'title'])
    .where('source_id', '=', sourceId)
    .where(sql<boolean>`md5(canonical_url) = md5(${storable(article.canonicalUrl)})`)
    .where('canonical_url', '=', storable(article.canonicalUrl))
    .where('url', '<>', storable(article.url))
    .execute()
  return rows.find(({ title }) => fold(title) === fold(article.title))?.url ?? null
}
