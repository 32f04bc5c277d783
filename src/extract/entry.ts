// A note that is its own listing (a post, a video, a feed's whole text) → its article, from the listed fields.
import { Unreadable } from '../failure.ts'
import type { Article, Capture, Source } from '../model.ts'
import { cleanText } from '../text/clean.ts'
import { listBlocks } from './blocks.ts'
import { isBrief } from './completeness.ts'
import { explainLine } from './lines.ts'
import { parsePage } from './page-tree.ts'
import { decidePublication, listedEvidence } from './publication.ts'

/** Paragraphs of a fragment of HTML, or of plain text by lines, without the lines that call to other notes. */
export function listParagraphs(fragment: string): string[] {
  const lines = /<[a-z!/]/i.test(fragment)
    ? listBlocks(parsePage(fragment))
    : fragment.split(/\r?\n/).map((line) => ({ text: cleanText(line), linkLength: 0 }))
  return lines
    .filter(({ text, linkLength }) => text !== '' && explainLine(text, linkLength / text.length) === null)
    .map(({ text }) => text)
}

const LONGEST_TITLE = 140

/** The first sentence of a text as a title: whole when short, else cut at a word with an ellipsis. */
export function titleFromText(text: string): string {
  const first = /^.{12,}?[.!?…](?=\s|$)/u.exec(text)?.[0] ?? text
  if (first.length <= LONGEST_TITLE) return first.replace(/(?<![.…])\.$/, '')
  const cut = first.slice(0, LONGEST_TITLE)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/[\s,;:]+$/, '')}…`
}

/** Emoji and marks that decorate the start of a post. */
const DECORATION = /^[^\p{L}\p{N}¿¡"“«(#@]+/u

/** Reads an entry. Its body is the fragment the listing carried; the title of a post without one is its first sentence. */
export function readEntry(capture: Capture, source: Source, fragment: string): Article {
  const { item } = capture
  const paragraphs = listParagraphs(fragment === '' ? (item.contentHtml ?? item.summary ?? '') : fragment)
  const listedTitle = cleanText(item.title ?? '')
  const first = paragraphs[0]?.replace(DECORATION, '') ?? ''
  const title = listedTitle !== '' ? listedTitle : titleFromText(first)
  if (title === '') throw new Unreadable('no-text', 'la publicación no trae ni título ni texto')
  const { publishedAt, publishedFrom, flags } = decidePublication(
    listedEvidence(item.publishedAt, source.timeZone),
    source.timeZone,
    capture.takenAt,
  )
  return {
    url: capture.url,
    canonicalUrl: capture.finalUrl,
    title,
    byline: cleanText(item.author ?? '') || null,
    section: cleanText(item.section ?? '') || null,
    publishedAt,
    publishedFrom,
    hasHour: publishedAt !== null && item.isDayOnly !== true,
    image: item.image,
    standfirst: null,
    paragraphs,
    completeness: paragraphs.length === 0 ? 'solo-titular' : 'completa',
    flags: isBrief(paragraphs) ? [...flags, 'breve'] : flags,
    ...(item.slot === undefined ? {} : { slot: item.slot }),
  }
}
