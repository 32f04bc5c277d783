// The hits of a query → each with the words around it, as a person reads why a note was found.
import { nameField } from './fields.ts'
import { type QueryHit, quoteHit } from './query-match.ts'

/** `place` is "el título", "el párrafo 3"; `before` and `after` are what stands beside the hit, cut at whole words. */
export type QueryExtract = {
  readonly place: string
  readonly before: string
  readonly hit: string
  readonly after: string
}

const REACH = 48

/** Words at both ends of a hit that runs over a whole paragraph. */
const END_WORDS = 6

/** At most `limit` hits that read differently, in reading order; those of the term `focus` before the others. */
export function listExtracts(
  hits: readonly QueryHit[],
  limit: number,
  focus: string | null = null,
): QueryExtract[] {
  const seen = new Set<string>()
  const isFocus = ({ term }: QueryHit) => focus !== null && term.includes(focus)
  return hits
    .toSorted(
      (left, right) =>
        Number(isFocus(right)) - Number(isFocus(left)) || left.from.position - right.from.position,
    )
    .filter((hit) => {
      const key = `${nameField(hit.from.field)} ${quoteHit(hit).toLowerCase()}`
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, limit)
    .map(makeExtract)
}

function makeExtract(hit: QueryHit): QueryExtract {
  const { from, to } = hit
  const { text, tokens } = from.field
  const start = tokens[from.index]?.start ?? 0
  const end = to.field === from.field ? (tokens[to.index]?.end ?? start) : (tokens[from.index]?.end ?? start)
  const isCutBefore = start > REACH
  const isCutAfter = text.length - end > REACH
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  return {
    place: nameField(from.field),
    before: isCutBefore ? `… ${before.replace(/^\S*\s/, '')}` : before,
    hit: shortenHit(quoteHit(hit)),
    after: isCutAfter ? `${after.replace(/\s\S*$/, '')} …` : after,
  }
}

function shortenHit(hit: string): string {
  const words = hit.split(/\s+/)
  if (words.length <= 2 * END_WORDS) return hit
  return [...words.slice(0, END_WORDS), '…', ...words.slice(-END_WORDS)].join(' ')
}
