// What a network says of a post → the entry of a listing: its text as HTML, the card under it and its counts.
import type { Counts } from '../model.ts'
import { EMPTY_ENTRY, type Entry } from './entry.ts'
import { plainLine } from './plain-text.ts'

/** A page that a post links to, as the network shows it under the text. */
export type Card = { readonly title: string | null; readonly description: string | null }

export type Post = {
  readonly link: string | null
  /** Plain text; null when `html` is given or there is none. */
  readonly text?: string | null
  readonly html?: string | null
  readonly card?: Card | null
  readonly author: string | null
  readonly date: string | null
  readonly image: string | null
  readonly counts: Counts
  readonly refusal?: string | null
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Plain text as HTML: an empty line parts paragraphs, a line end is a break. */
export function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replace(/\r?\n/g, '<br>')}</p>`)
    .join('\n')
}

/** The lines of a card that the text does not say already. */
function cardHtml(card: Card | null, said: string): string {
  const lines = [card?.title, card?.description].flatMap((line) => plainLine(line) ?? [])
  return lines
    .filter((line) => !said.includes(line))
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('\n')
}

/** The entry of a post. Of counts that the network does not show at all nothing is kept. */
export function entryOfPost(post: Post): Entry {
  const { text = null, html = null, card = null, counts } = post
  const own = html ?? (text === null || text.trim() === '' ? '' : paragraphsOf(text))
  const content = [own, cardHtml(card, plainLine(own) ?? '')].filter((part) => part !== '').join('\n')
  const isCounted = Object.values(counts).some((count) => count !== null)
  return {
    ...EMPTY_ENTRY,
    link: post.link,
    contentHtml: content === '' ? null : content,
    summary: plainLine(content),
    author: plainLine(post.author),
    date: post.date,
    image: post.image,
    views: counts.views,
    counts: isCounted ? counts : null,
    refusal: post.refusal ?? null,
  }
}
