// The bytes of a capture and the outlet they came from → the article they hold. Pure: "now" is the moment of the capture.
import { Unreadable } from '../failure.ts'
import type { Article, Capture, Source } from '../model.ts'
import { decodeBytes, repairMojibake } from '../text/charset.ts'
import { readEntry } from './entry.ts'
import { type FurnitureMemory, listFurniture, listMemorable, NO_MEMORY } from './furniture.ts'
import { type Reading, readPage } from './read-page.ts'
import { findPaging, type Paging } from './surroundings.ts'

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
export function readCapturedPage(
  capture: Capture,
  source: Source,
  memory: FurnitureMemory = NO_MEMORY,
): Reading {
  requireSize(capture)
  return readPage(capture, source, memory)
}

/** An article, and what the memory of its outlet learns: the digests of its blocks, and the texts that it cut. */
export type Extracted = {
  readonly article: Article
  /** Null of what is no page. */
  readonly lesson: { readonly digests: readonly string[]; readonly cut: readonly string[] } | null
  /** Which page of the note this is and where it goes on, where its outlet parts it. */
  readonly paging: Paging | null
}

/** Extracts an article as `extractArticle` does, without what its outlet is known to repeat. */
export function extractNote(capture: Capture, source: Source, memory: FurnitureMemory): Extracted {
  if (capture.kind === 'entry') {
    return { article: extractArticle(capture, source), lesson: null, paging: null }
  }
  const { article, alone, body, page } = readCapturedPage(capture, source, memory)
  return {
    article,
    lesson: { digests: listMemorable(alone), cut: listFurniture(body) },
    paging: findPaging(page, body),
  }
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
