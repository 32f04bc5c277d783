// A note and the boletín that a person says it tells → the pickup that counts: cited, with whatever words both share.
import type { Article, Boletin, Pickup } from '../model.ts'
import { alignTexts, placeSeeds } from './alignment.ts'
import { describePickup } from './pickups.ts'
import { readWords } from './words.ts'

/** Cited, whatever the share: nothing else is known of a text in other words. `publishedOrSeenAt` as in `tracePickups`. */
export function citeBoletin(article: Article, publishedOrSeenAt: Date, boletin: Boletin): Pickup {
  const text = readWords(article.paragraphs)
  const passages = alignTexts(readWords(boletin.paragraphs), text, placeSeeds(text))
  return { ...describePickup(boletin, passages, text, article, publishedOrSeenAt), kind: 'citada' }
}
