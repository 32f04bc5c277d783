// The bytes of a capture and the outlet they came from → the article they hold. Pure: "now" is the moment of the capture.
import { Unreadable } from '../failure.ts'
import type { Article, Capture, Source } from '../model.ts'
import { decodeBytes, repairMojibake } from '../text/charset.ts'
import { readEntry } from './entry.ts'
import { type Reading, readPage } from './read-page.ts'

/** Larger pages are no notes: some ten times the heaviest one seen. */
const LARGEST_MEGABYTES = 16

function requireSize({ body }: Capture): void {
  const megabytes = body.byteLength / 1_048_576
  if (megabytes <= LARGEST_MEGABYTES) return
  throw new Unreadable(
    'oversized',
    `la página pesa ${Math.round(megabytes)} MB y el máximo es ${LARGEST_MEGABYTES} MB`,
  )
}

/** Reads a page with everything learnt of it. Throws as `extractArticle` does. */
export function readCapturedPage(capture: Capture, source: Source): Reading {
  requireSize(capture)
  return readPage(capture, source)
}

/**
 * Extracts the article a capture holds. Pages are read whole; entries (posts, videos) come from their listing. Throws
 * `Unreadable` (`not-html`, `no-text`, `oversized`) with a Spanish message; undated and short notes are kept and flagged.
 */
export function extractArticle(capture: Capture, source: Source): Article {
  if (capture.kind === 'page') return readCapturedPage(capture, source).article
  requireSize(capture)
  const { text } = decodeBytes(capture.body, capture.headers['content-type'] ?? null)
  return readEntry(capture, source, repairMojibake(text).text)
}
