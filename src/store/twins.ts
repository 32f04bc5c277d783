// A note about to be kept → the one that the same outlet already has under another address, if any.
import { type Kysely, sql } from 'kysely'
import type { Article } from '../model.ts'
import { fold } from '../text/fold.ts'
import { listTokens } from '../text/tokens.ts'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

/** Older notes of the outlet are not looked at for the same text: addresses move within days, not seasons. */
const LOOK_BACK_DAYS = 60

/**
 * Two notes with the same words, published this near to each other, are one that was sent twice; farther apart they are
 * two: a service notice that is printed every day, a post that is posted again. It must be long enough to be no formula.
 */
const SENT_TWICE_MS = 3_600_000
const LEAST_WORDS = 40

/** The same minute: what a platform keeps when it gives a note another address. */
const SAME_MINUTE_MS = 60_000

type Printed = Pick<Article, 'title' | 'paragraphs' | 'publishedAt'>

/**
 * Address of a kept note of the source that is this one, or null: the same canonical address and the same title (the title
 * counts because outlets exist that declare one canonical address on every page), or the same title and the same text.
 * A note whose text changed, however little, is another version and is kept.
 */
export async function findTwinNote(
  db: Kysely<Database>,
  sourceId: string,
  article: Printed & Pick<Article, 'url' | 'canonicalUrl'>,
  seenAt: Date,
): Promise<string | null> {
  return (await findSameAddress(db, sourceId, article)) ?? (await findSameText(db, sourceId, article, seenAt))
}

async function findSameAddress(
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

async function findSameText(
  db: Kysely<Database>,
  sourceId: string,
  article: Printed & Pick<Article, 'url'>,
  seenAt: Date,
): Promise<string | null> {
  const rows = await db
    .selectFrom('note')
    .select(['url', 'title', 'paragraphs', 'published_at', 'captured_at'])
    .where('source_id', '=', sourceId)
    .where(sql<boolean>`md5(title) = md5(${storable(article.title)})`)
    .where('captured_at', '>', new Date(seenAt.getTime() - LOOK_BACK_DAYS * 86_400_000))
    .where('url', '<>', storable(article.url))
    .orderBy('captured_at')
    .orderBy('id')
    .execute()
  const words = listWords(article.paragraphs)
  const twin = rows.find(
    (row) =>
      isSamePrinting(
        article.publishedAt,
        row.published_at,
        Math.abs(seenAt.getTime() - row.captured_at.getTime()),
        words.length,
      ) && listWords(row.paragraphs).join(' ') === words.join(' '),
  )
  return twin?.url ?? null
}

/** Whether two notes with the same title and words are one: by when each was published, or seen where that is unknown. */
function isSamePrinting(one: Date | null, other: Date | null, seenApartMs: number, words: number): boolean {
  if (words === 0) return false
  const apartMs = one === null || other === null ? seenApartMs : Math.abs(one.getTime() - other.getTime())
  const isSameMinute = one !== null && other !== null && apartMs < SAME_MINUTE_MS
  return isSameMinute || (apartMs < SENT_TWICE_MS && words >= LEAST_WORDS)
}

function listWords(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((paragraph) => listTokens(paragraph).map(({ form }) => form))
}
