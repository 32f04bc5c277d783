// A query's tree → the query in plain Spanish, so that its author sees how it was understood.
import type { Query } from './query.ts'
import type { QueryField } from './query-symbols.ts'

/** Where a field looks, in words. */
export const FIELD_WORDS: Readonly<Record<QueryField, string>> = {
  title: 'en el título',
  body: 'en el texto',
  section: 'en la sección',
  source: 'en el nombre del medio',
  state: 'en el estado del medio',
}

/** A term in Spanish quotes, with what its marks ask for: "«bache» o su plural". */
export function quoteTerm({ text, words }: Extract<Query, { readonly kind: 'term' }>): string {
  const bare = text.replace(/^(case:|~)/, '').replace(/^["“«]|["”»]$/g, '')
  const isStem = words.some(({ mark }) => mark === 'stem')
  const isExact = words.some(({ mark }) => mark === 'exact')
  if (isStem) return `«${bare}», también en plural y otro género`
  return isExact ? `«${bare}» con esas mayúsculas y acentos` : `«${bare}»`
}

/** "«bacheo» y (alguna de: «Hidalgo», «Centro») y no «Zapopan»". */
export function describeQuery(query: Query): string {
  switch (query.kind) {
    case 'term':
      return quoteTerm(query)
    case 'all':
      return [
        ...query.parts.map(describeInside),
        ...query.without.map((part) => `no ${describeInside(part)}`),
      ].join(' y ')
    case 'any':
      return `alguna de: ${query.parts.map(describeInside).join(', ')}`
    case 'near': {
      const order = query.isOrdered ? ', en ese orden' : ''
      return `${describeInside(query.left)} a ${query.distance} palabras o menos de ${describeInside(query.right)}${order}`
    }
    case 'field':
      return `${FIELD_WORDS[query.field]}: ${describeInside(query.query)}`
    case 'atleast':
      return `${describeInside(query.query)} al menos ${query.count} veces`
  }
}

const describeInside = (query: Query): string =>
  query.kind === 'term' ? describeQuery(query) : `(${describeQuery(query)})`
