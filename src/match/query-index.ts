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
  /** First word → second word → queries: of a phrase, two words side by side are far rarer than either. */
  readonly byPair: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>
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
  const byPair = new Map<string, Map<string, number[]>>()
  const uses = countUses(queries)
  for (const [position, query] of queries.entries()) {
    for (const anchor of listAnchors(query, uses) ?? []) {
      const folded = fold(anchor.form)
      const [known = ''] = folded.split(JOKER)
      if (anchor.next !== null) {
        const seconds = byPair.get(folded) ?? new Map<string, number[]>()
        byPair.set(folded, seconds)
        add(seconds, fold(anchor.next), position)
      } else if (anchor.isPrefix || known !== folded) add(byPrefix, known, position)
      else if (anchor.mark === 'stem') add(byStem, stemWord(anchor.form), position)
      else add(byForm, folded, position)
    }
  }
  const prefixLengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))]
  return { queries, byForm, byStem, byPrefix, byPair, prefixLengths }
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
  if (index.byStem.size > 0) for (const stem of text.byStem().keys()) touch(index.byStem.get(stem))
  for (const form of text.byForm.keys()) {
    touch(index.byForm.get(form))
    for (const length of index.prefixLengths) {
      if (form.length >= length) touch(index.byPrefix.get(form.slice(0, length)))
    }
    const seconds = index.byPair.get(form)
    if (seconds === undefined) continue
    for (const { field, index: at } of text.byForm.get(form) ?? []) {
      touch(seconds.get(field.tokens[at + 1]?.form ?? ''))
    }
  }
  return touched
}

/** A word whose presence a query depends on; `next`: the word right after it in a phrase, or null. */
type Anchor = QueryWord & { readonly next: string | null; readonly isName: boolean }

/** A name ("Etzatlán") is as good an anchor as a common word that so many fewer queries ask for. */
const NAME_WORTH = 16

const NAME = /^["“«]?\p{Lu}/u

const isPlain = ({ form, isPrefix, mark }: QueryWord): boolean =>
  !isPrefix && mark !== 'stem' && !form.includes(JOKER)

const standAlone = (word: QueryWord): Anchor => ({ ...word, next: null, isName: false })

const keyOf = ({ form, next }: Anchor): string => (next === null ? form : `${form} ${next}`)

/** Each pair of neighbours of a phrase, or else each word. */
function anchorTerm({ words, text }: Extract<Query, { readonly kind: 'term' }>): Anchor[] {
  const isName = NAME.test(text)
  const pairs = words.flatMap((word, at): Anchor[] => {
    const next = words[at + 1]
    return next !== undefined && isPlain(word) && isPlain(next) ? [{ ...word, next: next.form, isName }] : []
  })
  return pairs.length > 0 ? pairs : words.map((word) => ({ ...standAlone(word), isName }))
}

/** Word or pair → how many terms of all the queries hold it: what many ask for is common, and a poor anchor. */
type Uses = ReadonlyMap<string, number>

function countUses(queries: readonly Query[]): Uses {
  const uses = new Map<string, number>()
  const count = (query: Query): void => {
    if (query.kind === 'term') {
      for (const anchor of [...anchorTerm(query), ...query.words.map(standAlone)]) {
        const key = keyOf(anchor)
        uses.set(key, (uses.get(key) ?? 0) + 1)
      }
    } else if (query.kind === 'all' || query.kind === 'any') query.parts.forEach(count)
    else if (query.kind === 'near') [query.left, query.right].forEach(count)
    else count(query.query)
  }
  queries.forEach(count)
  return uses
}

/** Words one of which must be in the text for the query to match; null when it can match without any. */
function listAnchors(query: Query, uses: Uses): readonly Anchor[] | null {
  switch (query.kind) {
    case 'term':
      return chooseAnchors(
        anchorTerm(query).map((anchor) => [anchor]),
        uses,
      )
    case 'all':
      return chooseAnchors(
        query.parts.map((part) => listAnchors(part, uses)),
        uses,
      )
    case 'near':
      return chooseAnchors([listAnchors(query.left, uses), listAnchors(query.right, uses)], uses)
    case 'any': {
      const sets = query.parts.map((part) => listAnchors(part, uses))
      return sets.includes(null) ? null : sets.flatMap((set) => set ?? [])
    }
    case 'field':
      return query.field === 'title' || query.field === 'body' ? listAnchors(query.query, uses) : null
    case 'atleast':
      return listAnchors(query.query, uses)
  }
}

/** Of several sets, one is enough: the one that fewest queries ask for, then the smallest, then that of the longest words. */
function chooseAnchors(sets: readonly (readonly Anchor[] | null)[], uses: Uses): readonly Anchor[] | null {
  const known = sets.filter((set) => set !== null)
  const letters = (set: readonly Anchor[]) => set.reduce((sum, { form }) => sum + form.length, 0)
  const asked = (set: readonly Anchor[]) =>
    set.reduce((sum, anchor) => sum + (uses.get(keyOf(anchor)) ?? 0) / (anchor.isName ? NAME_WORTH : 1), 0)
  const [best] = known.toSorted(
    (left, right) =>
      asked(left) - asked(right) || left.length - right.length || letters(right) - letters(left),
  )
  return best ?? null
}
