// A query's tree → the query in plain Spanish, so that its author sees how it was understood.
import type { Query } from './query.ts'
import type { QueryField } from './query-symbols.ts'

const FIELD_WORDS: Readonly<Record<QueryField, string>> = {
  title: 'en el título',
  body: 'en el texto',
  section: 'en la sección',
  source: 'en el nombre del medio',
  state: 'en el estado del medio',
}

/** "«bacheo» y (alguna de: «Hidalgo», «Centro») y no «Zapopan»". */
export function describeQuery(query: Query): string {
  switch (query.kind) {
    case 'term':
      return `«${query.text.replace(/^["“«]|["”»]$/g, '')}»`
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
