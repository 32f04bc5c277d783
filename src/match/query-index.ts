// Many queries → an index that evaluates a query only where a word it cannot do without was seen.
import type { Article, Source } from '../model.ts'
import { fold } from '../text/fold.ts'
import { JOKER, type NamedQueries, parseQuery, type Query, type QueryWord } from '../text/query.ts'
import { matchQuery, type QueryHit } from './query-match.ts'
import { type QueryText, readQueryText, stemWord } from './query-text.ts'

/** Anchor word → the queries (by position) to evaluate when it is seen; prefixes also by their lengths. */
export type QueryIndex = {
  readonly queries: readonly Query[]
  readonly byForm: ReadonlyMap<string, readonly number[]>
  readonly byStem: ReadonlyMap<string, readonly number[]>
  readonly byPrefix: ReadonlyMap<string, readonly number[]>
  readonly prefixLengths: readonly number[]
}

/** A query that matched, by its position in the list given, and the places that made it match. */
export type QueryMatch = { readonly query: number; readonly hits: readonly QueryHit[] }

/**
 * Parses and indexes queries. Evaluating one costs only where one of its anchors occurs, so that the cost per article
 * follows what the article says and not how many queries there are.
 * @throws QueryMistake when a query does not parse.
 */
export function prepareQueries(texts: readonly string[], named: NamedQueries = new Map()): QueryIndex {
  const queries = texts.map((text) => parseQuery(text, named))
  const byForm = new Map<string, number[]>()
  const byStem = new Map<string, number[]>()
  const byPrefix = new Map<string, number[]>()
  for (const [position, query] of queries.entries()) {
    for (const { form, isPrefix, mark } of listAnchors(query) ?? []) {
      const folded = fold(form)
      const [known = ''] = folded.split(JOKER)
      if (isPrefix || known !== folded) add(byPrefix, known, position)
      else if (mark === 'stem') add(byStem, stemWord(form), position)
      else add(byForm, folded, position)
    }
  }
  const prefixLengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))]
  return { queries, byForm, byStem, byPrefix, prefixLengths }
}

function add(map: Map<string, number[]>, key: string, position: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [position])
  else if (!known.includes(position)) known.push(position)
}

/** The queries that an article matches, in the order given. */
export function findQueries(article: Article, source: Source, index: QueryIndex): QueryMatch[] {
  if (index.queries.length === 0) return []
  const text = readQueryText(article, source)
  return [...listTouched(text, index)]
    .sort((left, right) => left - right)
    .flatMap((position) => {
      const query = index.queries[position]
      const hits = query === undefined ? null : matchQuery(query, text)
      return hits === null ? [] : [{ query: position, hits }]
    })
}

function listTouched(text: QueryText, index: QueryIndex): Set<number> {
  const touched = new Set<number>()
  const touch = (positions: readonly number[] | undefined) => {
    for (const position of positions ?? []) touched.add(position)
  }
  for (const form of text.byForm.keys()) {
    touch(index.byForm.get(form))
    if (index.byStem.size > 0) touch(index.byStem.get(stemWord(form)))
    for (const length of index.prefixLengths) {
      if (form.length >= length) touch(index.byPrefix.get(form.slice(0, length)))
    }
  }
  return touched
}

/** Words one of which must be in the text for the query to match; null when it can match without any. */
function listAnchors(query: Query): readonly QueryWord[] | null {
  switch (query.kind) {
    case 'term': {
      const longest = query.words.toSorted((left, right) => right.form.length - left.form.length)
      return longest.slice(0, 1)
    }
    case 'all':
      return chooseAnchors(query.parts.map(listAnchors))
    case 'near':
      return chooseAnchors([listAnchors(query.left), listAnchors(query.right)])
    case 'any': {
      const sets = query.parts.map(listAnchors)
      return sets.includes(null) ? null : sets.flatMap((set) => set ?? [])
    }
    case 'field':
      return query.field === 'title' || query.field === 'body' ? listAnchors(query.query) : null
    case 'atleast':
      return listAnchors(query.query)
  }
}

/** Of several sets, one is enough: the smallest, then the one with the longest words. */
function chooseAnchors(sets: readonly (readonly QueryWord[] | null)[]): readonly QueryWord[] | null {
  const known = sets.filter((set) => set !== null)
  const length = (set: readonly QueryWord[]) => set.reduce((sum, { form }) => sum + form.length, 0)
  const [best] = known.toSorted((left, right) => left.length - right.length || length(right) - length(left))
  return best ?? null
}
