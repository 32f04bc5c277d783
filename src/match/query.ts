// A query as professionals write it → its tree: AND, OR, NOT, NEAR/n, ONEAR/n, ATLEAST/n, fields, "phrases", prefix*, @named.
import { listTokens } from '../text/tokens.ts'
import {
  type QueryField,
  QueryMistake,
  type QuerySymbol,
  readSymbols,
  type WordMark,
} from './query-symbols.ts'

/** One word of a term. `form` is folded unless `mark` is `exact`; a prefix matches any word that starts so. */
export type QueryWord = { readonly form: string; readonly isPrefix: boolean; readonly mark: WordMark }

export type Query =
  | { readonly kind: 'term'; readonly words: readonly QueryWord[]; readonly text: string }
  | { readonly kind: 'all'; readonly parts: readonly Query[]; readonly without: readonly Query[] }
  | { readonly kind: 'any'; readonly parts: readonly Query[] }
  | {
      readonly kind: 'near'
      readonly left: Query
      readonly right: Query
      readonly distance: number
      readonly isOrdered: boolean
    }
  | { readonly kind: 'field'; readonly field: QueryField; readonly query: Query }
  | { readonly kind: 'atleast'; readonly count: number; readonly query: Query }

/** Queries that others refer to as `@name`. */
export type NamedQueries = ReadonlyMap<string, string>

const SHORTEST_PREFIX = 3

/**
 * Parses a query. Operators are in capitals. Vendors disagree on whether AND or OR binds first, so where both meet
 * parentheses are required. A query must name something: NOT alone is refused.
 * @throws QueryMistake with the place and what was expected, in Spanish.
 */
export function parseQuery(text: string, named: NamedQueries = new Map()): Query {
  return parseNested(text, named, [])
}

function parseNested(text: string, named: NamedQueries, path: readonly string[]): Query {
  const symbols = readSymbols(text)
  let next = 0
  const peek = (): QuerySymbol => symbols[next] ?? { kind: 'end', at: text.length, text: '' }
  const advance = (): QuerySymbol => {
    const symbol = peek()
    next += 1
    return symbol
  }

  /** operand (AND [NOT] operand)* | operand (OR operand)* */
  function parseSequence(): Query {
    const first = peek()
    if (first.kind === 'operator' && first.operator === 'NOT') {
      throw new QueryMistake(first.at, 'una búsqueda no puede empezar con NOT: falta qué se busca antes')
    }
    const parts = [parseProximity()]
    const without: Query[] = []
    let joiner: 'AND' | 'OR' | null = null
    for (;;) {
      const symbol = peek()
      if (symbol.kind === 'end' || symbol.kind === 'close') break
      if (symbol.kind !== 'operator') {
        throw new QueryMistake(
          symbol.at,
          `falta AND, OR o NOT antes de «${symbol.text}»; una frase va entre comillas`,
        )
      }
      advance()
      const kind = symbol.operator === 'OR' ? 'OR' : 'AND'
      if (joiner !== null && joiner !== kind) {
        throw new QueryMistake(symbol.at, 'AND y OR juntos necesitan paréntesis que digan cuál va primero')
      }
      joiner = kind
      const isDenied = symbol.operator === 'NOT' || takeNot(kind)
      if (isDenied) without.push(parseProximity())
      else parts.push(parseProximity())
    }
    const [only] = parts
    if (parts.length === 1 && without.length === 0 && only !== undefined) return only
    return joiner === 'OR' ? { kind: 'any', parts } : { kind: 'all', parts, without }
  }

  function takeNot(joiner: 'AND' | 'OR'): boolean {
    const symbol = peek()
    if (symbol.kind !== 'operator' || symbol.operator !== 'NOT') return false
    if (joiner === 'OR') throw new QueryMistake(symbol.at, 'OR NOT encontraría casi todo; usa AND NOT')
    advance()
    return true
  }

  /** operand (NEAR/n operand)* */
  function parseProximity(): Query {
    let left = parseOperand()
    for (;;) {
      const symbol = peek()
      if (symbol.kind !== 'near') return left
      advance()
      const right = parseOperand()
      for (const side of [left, right]) {
        if (!canBeNear(side)) {
          throw new QueryMistake(
            symbol.at,
            `a los lados de ${symbol.text} van palabras, frases u OR de ellas`,
          )
        }
      }
      left = { kind: 'near', left, right, distance: symbol.distance, isOrdered: symbol.isOrdered }
    }
  }

  function parseOperand(): Query {
    const symbol = advance()
    switch (symbol.kind) {
      case 'open': {
        const inner = parseSequence()
        if (advance().kind !== 'close') throw new QueryMistake(symbol.at, 'este paréntesis no se cierra')
        return inner
      }
      case 'field':
        return { kind: 'field', field: symbol.field, query: parseOperand() }
      case 'atleast': {
        const query = parseOperand()
        if (!canBeNear(query))
          throw new QueryMistake(symbol.at, `después de ${symbol.text} va una palabra o una frase`)
        return { kind: 'atleast', count: symbol.count, query }
      }
      case 'name':
        return parseName(symbol.name, symbol.at, named, path)
      case 'word':
      case 'phrase':
        return readTerm(symbol.value, symbol.mark, symbol.text, symbol.at)
      case 'end':
        throw new QueryMistake(
          symbol.at,
          'la búsqueda termina donde se esperaba una palabra, una "frase" o un paréntesis',
        )
      default:
        throw new QueryMistake(
          symbol.at,
          `se esperaba una palabra o una "frase" y se encontró «${symbol.text}»`,
        )
    }
  }

  const query = parseSequence()
  const rest = peek()
  if (rest.kind === 'close') throw new QueryMistake(rest.at, 'este paréntesis no se abrió')
  return query
}

const canBeNear = (query: Query): boolean =>
  query.kind === 'term' || query.kind === 'near' || (query.kind === 'any' && query.parts.every(canBeNear))

function parseName(name: string, at: number, named: NamedQueries, path: readonly string[]): Query {
  const text = named.get(name)
  if (text === undefined) {
    const known = [...named.keys()].map((each) => `@${each}`).join(', ')
    throw new QueryMistake(
      at,
      `no hay una búsqueda llamada «@${name}»${known === '' ? '' : `; hay ${known}`}`,
    )
  }
  if (path.includes(name))
    throw new QueryMistake(at, `«@${name}» se nombra a sí misma: ${[...path, name].join(' → ')}`)
  try {
    return parseNested(text, named, [...path, name])
  } catch (error) {
    if (!(error instanceof QueryMistake)) throw error
    throw new QueryMistake(at, `dentro de «@${name}», carácter ${error.at + 1}: ${error.message}`)
  }
}

function readTerm(value: string, mark: WordMark, text: string, at: number): Query {
  const words = value.split(/\s+/).flatMap((piece) => readPiece(piece, mark, at))
  if (words.length === 0) throw new QueryMistake(at, `«${text}» no tiene ninguna palabra`)
  return { kind: 'term', words, text }
}

function readPiece(piece: string, mark: WordMark, at: number): QueryWord[] {
  const tokens = listTokens(piece)
  return tokens.map(({ form, start, end }, index): QueryWord => {
    const isPrefix = piece.endsWith('*') && index === tokens.length - 1
    if (isPrefix && form.length < SHORTEST_PREFIX) {
      throw new QueryMistake(
        at,
        `«${piece}» abarca demasiado: antes de * van al menos ${SHORTEST_PREFIX} letras`,
      )
    }
    return { form: mark === 'exact' ? piece.slice(start, end) : form, isPrefix, mark }
  })
}
