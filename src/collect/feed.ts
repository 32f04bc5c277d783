// The text of a feed of any dialect → its entries, or a clear word that it is no feed.
import { SourceChanged } from '../failure.ts'
import { describeDocument, sniffDocument } from './document-kind.ts'
import type { Feed } from './entry.ts'
import { recoverFeed } from './feed-recovery.ts'
import { parseStrictly } from './feed-strict.ts'
import { parseJsonFeed } from './json-feed.ts'

/**
 * Reads RSS 0.9–2.0, RDF, Atom or JSON Feed, already decoded. Well-formed XML goes through rss-parser, everything else
 * through our recovering reader. A document that is no feed at all is `SourceChanged`: outlets answer 200 with a page.
 */
export async function readFeed(text: string): Promise<Feed> {
  const kind = sniffDocument(text)
  if (kind === 'json') return parseJsonFeed(text)
  if (kind !== 'feed') throw new SourceChanged('RSS/Atom', describeDocument(kind))
  return (await parseStrictly(text)) ?? recoverFeed(text)
}
