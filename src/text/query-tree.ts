// A query's tree → lines that draw it, so that its author sees what belongs with what.
import type { Query } from './query.ts'
import { FIELD_WORDS, quoteTerm } from './query-words.ts'

type Branch = { readonly head: string; readonly children: readonly Branch[] }

/** One line per node, children below their parent. */
export function drawQuery(query: Query): string[] {
  return drawBranch(readBranch(query), '', '')
}

function drawBranch({ head, children }: Branch, lead: string, rest: string): string[] {
  return [
    `${lead}${head}`,
    ...children.flatMap((child, at) => {
      const isLast = at === children.length - 1
      return drawBranch(child, `${rest}${isLast ? '└ ' : '├ '}`, `${rest}${isLast ? '  ' : '│ '}`)
    }),
  ]
}

function readBranch(query: Query): Branch {
  switch (query.kind) {
    case 'term':
      return { head: quoteTerm(query), children: [] }
    case 'all': {
      const without = query.without.map(readBranch)
      const denied = without.length === 0 ? [] : [{ head: 'y nada de esto:', children: without }]
      return { head: 'todo esto:', children: [...query.parts.map(readBranch), ...denied] }
    }
    case 'any':
      return { head: 'alguna de estas:', children: query.parts.map(readBranch) }
    case 'near': {
      const order = query.isOrdered ? ' y en este orden' : ''
      const head = `a ${query.distance} palabras o menos${order}:`
      return { head, children: [readBranch(query.left), readBranch(query.right)] }
    }
    case 'field':
      return { head: `${FIELD_WORDS[query.field]}:`, children: [readBranch(query.query)] }
    case 'atleast':
      return { head: `al menos ${query.count} veces:`, children: [readBranch(query.query)] }
  }
}
