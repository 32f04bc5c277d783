// A query's tree and a text → whether it matches, and the places that made it match.
import { fold } from '../text/fold.ts'
import { JOKER, type Query, type QueryWord } from '../text/query.ts'
import type { QueryField } from '../text/query-symbols.ts'
import type { Token } from '../text/tokens.ts'
import { fitsWord, isInField, type Placed, type QueryText, quotePlaced, stemWord } from './query-text.ts'

/** A place in the text that a term of the query matched: its first and last word. */
export type QueryHit = { readonly from: Placed; readonly to: Placed; readonly term: string }

/** The hits of a query, or null when it does not match. A match by outlet alone has no hits. */
export function matchQuery(query: Query, text: QueryText): readonly QueryHit[] | null {
  return evaluate(query, text, null)
}

function evaluate(query: Query, text: QueryText, field: QueryField | null): readonly QueryHit[] | null {
  switch (query.kind) {
    case 'term': {
      if (field === 'section' || field === 'source' || field === 'state') {
        return holdsTerm(query.words, text.known[field]) ? [] : null
      }
      const hits = findTerm(query.words, query.text, text, field)
      return hits.length > 0 ? hits : null
    }
    case 'all': {
      const found: QueryHit[] = []
      for (const part of query.parts) {
        const hits = evaluate(part, text, field)
        if (hits === null) return null
        found.push(...hits)
      }
      return query.without.some((part) => evaluate(part, text, field) !== null) ? null : found
    }
    case 'any': {
      const found = query.parts.map((part) => evaluate(part, text, field)).filter((hits) => hits !== null)
      return found.length > 0 ? found.flat() : null
    }
    case 'near': {
      const left = evaluate(query.left, text, field)
      const right = left === null ? null : evaluate(query.right, text, field)
      if (left === null || right === null) return null
      const hits = joinNear(left, right, query.distance, query.isOrdered)
      return hits.length > 0 ? hits : null
    }
    case 'field':
      return evaluate(query.query, text, query.field)
    case 'atleast': {
      const hits = evaluate(query.query, text, field)
      return hits !== null && hits.length >= query.count ? hits : null
    }
  }
}

/** Words that a query's word can be in this text. */
function listStarts({ form, isPrefix, mark }: QueryWord, text: QueryText): readonly Placed[] {
  if (isPrefix || form.includes(JOKER)) return text.placed
  if (mark === 'stem') return text.byStem().get(stemWord(form)) ?? []
  return text.byForm.get(mark === 'exact' ? fold(form) : form) ?? []
}

function findTerm(
  words: readonly QueryWord[],
  term: string,
  text: QueryText,
  field: QueryField | null,
): QueryHit[] {
  const [first] = words
  if (first === undefined) return []
  return listStarts(first, text).flatMap((start) => {
    if (!isInField(start, field)) return []
    const run = start.field.tokens.slice(start.index, start.index + words.length)
    const fits = (word: QueryWord, offset: number) => {
      const token = run[offset]
      return token !== undefined && fitsWord(word, token.form, start.field.text.slice(token.start, token.end))
    }
    if (!words.every(fits)) return []
    const to = {
      ...start,
      position: start.position + words.length - 1,
      index: start.index + words.length - 1,
    }
    return [{ from: start, to, term }]
  })
}

function holdsTerm(words: readonly QueryWord[], tokens: readonly Token[]): boolean {
  return tokens.some((_, start) =>
    words.every((word, offset) => {
      const token = tokens[start + offset]
      // What an outlet is called is compared without case even in exact terms.
      return (
        token !== undefined && fitsWord({ ...word, form: word.form.toLowerCase() }, token.form, token.form)
      )
    }),
  )
}

/** Pairs of hits of which one starts at most `distance` words after the other ends: NEAR/1 is side by side. */
function joinNear(
  left: readonly QueryHit[],
  right: readonly QueryHit[],
  distance: number,
  isOrdered: boolean,
): QueryHit[] {
  return left.flatMap((one) =>
    right.flatMap((other) => {
      const after = other.from.position - one.to.position
      const before = one.from.position - other.to.position
      if (after > 0 && after <= distance)
        return [{ from: one.from, to: other.to, term: `${one.term} … ${other.term}` }]
      if (!isOrdered && before > 0 && before <= distance) {
        return [{ from: other.from, to: one.to, term: `${other.term} … ${one.term}` }]
      }
      return []
    }),
  )
}

/** The hit's text from its first to its last word; across paragraphs, both ends with an ellipsis. */
export function quoteHit({ from, to }: QueryHit): string {
  const end = to.field.tokens[to.index]?.end ?? 0
  if (from.field === to.field) return from.field.text.slice(from.field.tokens[from.index]?.start ?? 0, end)
  return `${quotePlaced(from)} … ${quotePlaced(to)}`
}
