// A query as professionals write it → its tree: AND, OR, NOT, NEAR/n, ONEAR/n, ATLEAST/n, fields, "phrases", prefix*, @named.
import {
  QueryCircle,
  type QueryField,
  QueryMistake,
  type QuerySymbol,
  readSymbols,
  type WordMark,
} from './query-symbols.ts'
import { listTokens } from './tokens.ts'

/**
 * One word of a term. `form` is folded unless `mark` is `exact`; a prefix matches any word that starts so. `JOKER` in it
 * stands for any one letter.
 */
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

/** What `?` between letters becomes: a letter that no Spanish word has, so that the word stays one word. */
export const JOKER = 'ʔ'

const SHORTEST_PREFIX = 3
const JOKERS = {
  word: /\?/g,
  /** In a phrase a question mark may end a question. */
  phrase: /(?<=[\p{L}\p{N}])\?(?=[\p{L}\p{N}?*])/gu,
} as const

/**
 * Parses a query. Operators are in capitals. Vendors disagree on whether AND or OR binds first, so where both meet
 * parentheses are required. A query must name a word of the text: NOT alone, or an outlet alone, is refused.
 * @throws QueryMistake with the place and what was expected, in Spanish.
 */
export function parseQuery(text: string, named: NamedQueries = new Map()): Query {
  const query = parseNested(text, named, [])
  if (asksForText(query)) return query
  throw new QueryMistake(
    0,
    'la búsqueda necesita al menos una palabra del texto, además del medio, la sección o el estado',
  )
}

/** Parses a query that others refer to by its name; it may be about the outlet alone. @throws QueryMistake */
export function parseNamedQuery(name: string, named: NamedQueries): Query {
  return parseNested(named.get(name) ?? '', named, [name])
}

/** False when a text could match without holding any word in particular. */
function asksForText(query: Query): boolean {
  switch (query.kind) {
    case 'term':
      return true
    case 'all':
      return query.parts.some(asksForText)
    case 'any':
      return query.parts.every(asksForText)
    case 'near':
      return asksForText(query.left) || asksForText(query.right)
    case 'field':
      return (query.field === 'title' || query.field === 'body') && asksForText(query.query)
    case 'atleast':
      return asksForText(query.query)
  }
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
        return readTerm(symbol)
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
  if (path.includes(name)) throw new QueryCircle(at, [...path, name])
  try {
    return parseNested(text, named, [...path, name])
  } catch (error) {
    if (error instanceof QueryCircle) throw new QueryCircle(at, error.path)
    if (!(error instanceof QueryMistake)) throw error
    const message = `dentro de «@${name}», carácter ${error.at + 1}: ${error.message}`
    throw new QueryMistake(at, message, name)
  }
}

type TermSymbol = Extract<QuerySymbol, { readonly kind: 'word' | 'phrase' }>

function readTerm({ kind, value, mark, text, at }: TermSymbol): Query {
  const words = value
    .split(/\s+/)
    .flatMap((written) => readPiece(written, written.replace(JOKERS[kind], JOKER), mark, at))
  if (words.length === 0) throw new QueryMistake(at, `«${text}» no tiene ninguna palabra`)
  return { kind: 'term', words, text }
}

function readPiece(written: string, piece: string, mark: WordMark, at: number): QueryWord[] {
  const tokens = listTokens(piece)
  return tokens.map(({ form, start, end }, index): QueryWord => {
    const isPrefix = piece.endsWith('*') && index === tokens.length - 1
    const known = form.replaceAll(JOKER, '').length
    if (isPrefix && known < SHORTEST_PREFIX) {
      throw new QueryMistake(
        at,
        `«${written}» abarca demasiado: antes de * van al menos ${SHORTEST_PREFIX} letras`,
      )
    }
    if (form.includes(JOKER) && (known < 2 || mark === 'stem')) {
      throw new QueryMistake(at, `«${written}»: ? vale por una letra de una palabra de al menos tres, sin ~`)
    }
    return { form: mark === 'exact' ? piece.slice(start, end) : form, isPrefix, mark }
  })
}
