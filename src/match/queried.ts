// Article, its outlet and the index of subjects → the subjects whose query the article matches, as mentions.
import type { Article, Hit, Mention, Source } from '../model.ts'
import { nameField } from './fields.ts'
import { rateProminence } from './prominence.ts'
import { findQueries } from './query-index.ts'
import { type QueryHit, quoteHit } from './query-match.ts'
import type { SubjectIndex } from './subjects.ts'

/** Hits told in the evidence: the first ones say enough. */
const MOST_TOLD = 3

/** Mentions by query, with the position of their subject. Its author wrote the context into the query: they count as ours. */
export function findQueried(article: Article, source: Source, index: SubjectIndex): [number, Mention][] {
  return findQueries(article, source, index.queries).flatMap(({ query, hits }): [number, Mention][] => {
    const position = index.queried[query] ?? -1
    const subject = index.prepared[position]?.subject
    const made = hits.map(makeQueryHit)
    if (subject === undefined || made.length === 0) return []
    const evidence = hits
      .slice(0, MOST_TOLD)
      .map((hit) => `«${quoteHit(hit)}» en ${nameField(hit.from.field)}: lo pide la búsqueda.`)
    const prominence = rateProminence(made, made, article)
    return [[position, { subjectId: subject.id, belonging: 'nuestra', prominence, hits: made, evidence }]]
  })
}

/** A hit that runs over two paragraphs is kept where it starts. */
function makeQueryHit({ from, to, term }: QueryHit): Hit {
  const { field } = from
  const last = to.field === field ? to.index : from.index
  const start = field.tokens[from.index]?.start ?? 0
  const end = field.tokens[last]?.end ?? start
  const text = field.text.slice(start, end)
  return { field: field.field, paragraph: field.paragraph, start, end, text, rule: `búsqueda: ${term}` }
}
