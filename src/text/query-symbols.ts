// The text of a query → its symbols, each with its place, so that a mistake can be pointed at.

export type QueryOperator = 'AND' | 'OR' | 'NOT'

/** `at` is the UTF-16 offset in the query. */
export type QuerySymbol = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'open' | 'close' | 'end' }
  | { readonly kind: 'operator'; readonly operator: QueryOperator }
  | { readonly kind: 'near'; readonly distance: number; readonly isOrdered: boolean }
  | { readonly kind: 'atleast'; readonly count: number }
  | { readonly kind: 'field'; readonly field: QueryField }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'phrase' | 'word'; readonly value: string; readonly mark: WordMark }
)

/** `case:` compares capitals and accents as written; `~` compares stems, so that plural and gender do not matter. */
export type WordMark = 'plain' | 'exact' | 'stem'

export type QueryField = 'title' | 'body' | 'section' | 'source' | 'state'

/** A mistake in a query: where, and in Spanish what was expected. */
export class QueryMistake extends Error {
  override readonly name = 'QueryMistake'
  /** UTF-16 offset in the query. */
  readonly at: number
  /** The named query whose own text is wrong, when the mistake is not in this one. */
  readonly inside: string | null
  constructor(at: number, message: string, inside: string | null = null) {
    super(message)
    this.at = at
    this.inside = inside
  }
}

/** Named queries that lead back to themselves: @a → @b → @a. */
export class QueryCircle extends QueryMistake {
  readonly path: readonly string[]
  constructor(at: number, path: readonly string[]) {
    super(at, `«@${path.at(-1)}» se nombra a sí misma: ${path.map((name) => `@${name}`).join(' → ')}`)
    this.path = path
  }
}

const FIELDS: Readonly<Record<string, QueryField>> = {
  title: 'title',
  titulo: 'title',
  título: 'title',
  body: 'body',
  texto: 'body',
  section: 'section',
  seccion: 'section',
  sección: 'section',
  source: 'source',
  medio: 'source',
  state: 'state',
  estado: 'state',
}

const SPACE = /\s+/y
const PHRASE = /(case:|~)?["“«]([^"”»]*)(["”»]|$)/y
const NEAR = /(O?)NEAR(?:\/(\d*))?(?![\p{L}\p{N}])/uy
const ATLEAST = /ATLEAST(?:\/(\d*))?(?![\p{L}\p{N}])/uy
const OPERATOR = /(AND|OR|NOT)(?![\p{L}\p{N}])/uy
const NAME = /@([\p{L}\p{N}_-]*)/uy
const FIELD = /(\p{L}+):(?!\s)/uy
const WORD = /(case:|~)?([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.,'’_?-]*\*?)/uy

const LARGEST_DISTANCE = 100

function readMark(mark: string | undefined): WordMark {
  if (mark === undefined) return 'plain'
  return mark === '~' ? 'stem' : 'exact'
}

function readNumber(digits: string | undefined, at: number, operator: string): number {
  const value = Number(digits ?? '')
  if (digits === undefined || digits === '' || value < 1 || value > LARGEST_DISTANCE) {
    throw new QueryMistake(
      at,
      `${operator} necesita un número de 1 a ${LARGEST_DISTANCE}, como ${operator}/5`,
    )
  }
  return value
}

/** Reads the symbols of a query, closed by one of kind `end`. @throws QueryMistake */
export function readSymbols(text: string): QuerySymbol[] {
  const symbols: QuerySymbol[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  while (at < text.length) {
    const space = take(SPACE)
    if (space !== null) {
      at += space[0].length
      continue
    }
    const symbol = readSymbol(text, at, take)
    symbols.push(symbol)
    at += symbol.text.length
  }
  return [...symbols, { kind: 'end', at: text.length, text: '' }]
}

function readSymbol(
  query: string,
  at: number,
  take: (pattern: RegExp) => RegExpExecArray | null,
): QuerySymbol {
  const character = query.charAt(at)
  if (character === '(' || character === ')')
    return { kind: character === '(' ? 'open' : 'close', at, text: character }
  const phrase = take(PHRASE)
  if (phrase !== null) {
    const [text, mark, value = '', end] = phrase
    if (end === '') throw new QueryMistake(at, 'estas comillas no se cierran')
    return { kind: 'phrase', at, text, value, mark: readMark(mark) }
  }
  const near = take(NEAR)
  if (near !== null) {
    const isOrdered = near[1] === 'O'
    const distance = readNumber(near[2], at, isOrdered ? 'ONEAR' : 'NEAR')
    return { kind: 'near', at, text: near[0], distance, isOrdered }
  }
  const atLeast = take(ATLEAST)
  if (atLeast !== null) {
    return { kind: 'atleast', at, text: atLeast[0], count: readNumber(atLeast[1], at, 'ATLEAST') }
  }
  const operator = take(OPERATOR)
  if (operator !== null)
    return { kind: 'operator', at, text: operator[0], operator: operator[0] as QueryOperator }
  const name = take(NAME)
  if (name !== null) return { kind: 'name', at, text: name[0], name: name[1] ?? '' }
  return readFieldOrWord(query, at, take)
}

function readFieldOrWord(
  query: string,
  at: number,
  take: (pattern: RegExp) => RegExpExecArray | null,
): QuerySymbol {
  const head = take(FIELD)
  if (head !== null && head[1] !== 'case') {
    const field = FIELDS[(head[1] ?? '').toLowerCase()]
    if (field !== undefined) return { kind: 'field', at, text: head[0], field }
    throw new QueryMistake(at, `«${head[1]}:» no es un campo; hay title:, body:, section:, source: y state:`)
  }
  const word = take(WORD)
  if (word !== null) return { kind: 'word', at, text: word[0], value: word[2] ?? '', mark: readMark(word[1]) }
  throw new QueryMistake(
    at,
    `no se entiende «${query.charAt(at)}»; se esperaba una palabra, una "frase" o un paréntesis`,
  )
}
