// The first page of a note → the note whole: the pages on which its outlet goes on, captured and joined in order.
import { takeCapture } from '../collect/capture.ts'
import { type Extracted, extractNote } from '../extract/extract.ts'
import type { FurnitureMemory } from '../extract/furniture.ts'
import { overlap } from '../extract/headline.ts'
import { Unreadable } from '../failure.ts'
import type { Capture, Source } from '../model.ts'
import type { House } from './house.ts'

/** No outlet parts a note in more; beyond this it is a gallery. */
const MOST_FURTHER = 9

/** A note and the captures of its further pages, in order: evidence as much as the first. */
export type WholeNote = Extracted & { readonly furtherCaptures: readonly Capture[] }

/** Captures a further page; null when the outlet does not give it. A failure that may pass is thrown: the note waits whole. */
async function takeFurther(
  house: House,
  source: Source,
  first: Capture,
  url: string,
): Promise<Capture | null> {
  try {
    const capture = await takeCapture({ ...first.item, url }, source, house.web)
    return capture.kind === 'page' ? capture : null
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

function readFurther(capture: Capture, source: Source, memory: FurnitureMemory): Extracted | null {
  try {
    return extractNote(capture, source, memory)
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/**
 * Follows a note from page to page while each is of the same title and says something new, and joins their paragraphs. A
 * page that is announced and cannot be read leaves the note cut short, and says so.
 */
export async function followPages(
  house: House,
  source: Source,
  capture: Capture,
  extracted: Extracted,
  memory: FurnitureMemory,
): Promise<WholeNote> {
  const furtherCaptures: Capture[] = []
  const paragraphs = [...extracted.article.paragraphs]
  const seen = new Set(paragraphs)
  let isWhole = true
  // A note that came in by a later page may be a gallery's or have a number for a name: it is left as it is.
  let next = extracted.paging?.number === 1 ? extracted.paging.next : null
  while (next !== null && furtherCaptures.length < MOST_FURTHER) {
    const taken = await takeFurther(house, source, capture, next)
    const read = taken === null ? null : readFurther(taken, source, memory)
    if (taken === null || read === null) {
      isWhole = false
      break
    }
    const fresh = read.article.paragraphs.filter((paragraph) => !seen.has(paragraph))
    if (fresh.length === 0 || overlap(read.article.title, extracted.article.title) < 0.6) break
    furtherCaptures.push(taken)
    for (const paragraph of fresh) seen.add(paragraph)
    paragraphs.push(...fresh)
    next = read.paging?.next ?? null
  }
  if (furtherCaptures.length === 0 && isWhole) return { ...extracted, furtherCaptures }
  const completeness = isWhole ? extracted.article.completeness : 'truncada'
  return { ...extracted, furtherCaptures, article: { ...extracted.article, paragraphs, completeness } }
}
