// A field of a listing, which may be text, escaped HTML or HTML → one line of plain text, or null when nothing is left.
import { decodeHTML } from 'entities'
import { cleanText } from '../text/clean.ts'

const TAG = /<\/?[a-z!][^>]*>/gi
const HIDDEN = /<(script|style|iframe|noscript|figure)\b[\s\S]*?(?:<\/\1\s*>|$)/gi

/** What WordPress adds to the end of every summary. */
const FEED_SIGNATURE =
  /\s*(?:La entrada|El cargo|The post) .{1,400}? (?:(?:apareció|se publicó|aparece|fue publicad[oa]) primero en|appeared first on|first appeared on) .{1,200}$/u

/** A title of a megabyte is an attack; a summary needs no more than this to be one. */
const LONGEST_LINE = 5_000

/** One clean line: tags and entities resolved, invisible marks out, at most 5,000 characters. */
export function plainLine(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text === '') return null
  const short = text.slice(0, LONGEST_LINE * 4)
  const decoded = /<|&/.test(short) ? decodeHTML(short.replace(HIDDEN, ' ').replace(TAG, ' ')) : short
  const line = cleanText(decoded.replace(HIDDEN, ' ').replace(TAG, ' ')).slice(0, LONGEST_LINE)
  return line === '' ? null : line
}

/** The same for a summary, without the line with which WordPress signs it. */
export function plainSummary(html: string | null | undefined): string | null {
  const line =
    plainLine(html)
      ?.replace(FEED_SIGNATURE, '')
      .replace(/\s*\[(?:…|\.\.\.)\]$/u, '…') ?? ''
  return line === '' ? null : line
}

/** Length of the visible text of a fragment of HTML, to judge whether it can stand for a page. */
export function visibleLength(html: string | null): number {
  if (html === null) return 0
  return cleanText(decodeHTML(html.replace(HIDDEN, ' ').replace(TAG, ' '))).length
}
