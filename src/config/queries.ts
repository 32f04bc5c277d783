// The queries of municipality.yml → each mistake in them, at its character.
import type { z } from 'zod'
import { type NamedQueries, parseNamedQuery, parseQuery } from '../text/query.ts'
import { QueryMistake } from '../text/query-symbols.ts'

type Queried = {
  readonly queries: Readonly<Record<string, string>>
  readonly subjects: readonly { readonly query?: string | null | undefined }[]
}

/**
 * Adds an issue for each wrong query. One that only names a wrong one is not wrong itself: the mistake is told once, where
 * it was made.
 */
export function checkQueries(file: Queried, context: z.core.$RefinementCtx): void {
  const named: NamedQueries = new Map(Object.entries(file.queries))
  const check = (path: PropertyKey[], text: string, what: string, parse: () => unknown) => {
    const mistake = catchMistake(parse)
    if (mistake === null || (mistake.inside !== null && named.has(mistake.inside))) return
    const message = `en la búsqueda ${what}, carácter ${mistake.at + 1}: ${mistake.message}`
    context.addIssue({ code: 'custom', message, path, input: text, params: { at: mistake.at } })
  }
  for (const [name, text] of named)
    check(['queries', name], text, `«@${name}»`, () => parseNamedQuery(name, named))
  for (const [position, { query }] of file.subjects.entries()) {
    if (typeof query !== 'string') continue
    check(['subjects', position, 'query'], query, '«query»', () => parseQuery(query, named))
  }
}

function catchMistake(parse: () => unknown): QueryMistake | null {
  try {
    parse()
    return null
  } catch (error) {
    if (error instanceof QueryMistake) return error
    throw error
  }
}
