// A scalar of a YAML text and an offset in its value → the offset in the text where that character stands.
import type { Scalar } from 'yaml'

const SPACE = /\s/

/** Escapes of a double-quoted scalar that stand for a character other than space. */
const ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/

/**
 * YAML folds lines, strips indents and doubles quotes, but never adds or drops a character that is not space: the n-th of
 * the value is the n-th of the text. An offset at a space or at the end is placed right after the character before it.
 */
export function locateInScalar(text: string, { range, type, value }: Scalar, at: number): number {
  const [start, end] = range ?? [0, 0]
  const places = listPlaces(text.slice(start, end), type ?? 'PLAIN')
  const written = typeof value === 'string' ? value : ''
  const before = [...written.slice(0, at)].filter((character) => !SPACE.test(character)).length
  const isOnCharacter = at < written.length && !SPACE.test(written.charAt(at))
  const place = isOnCharacter ? places[before] : places[before - 1]
  if (place === undefined) return start
  return start + (isOnCharacter ? place.from : place.to)
}

type Place = { readonly from: number; readonly to: number }

/** Where each character other than space stands in the source of a scalar. */
function listPlaces(source: string, type: string): Place[] {
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
  const isQuoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE'
  // The header of a block (`>-`, `|2 # comment`) ends with its line.
  const from = isBlock ? source.indexOf('\n') + 1 : isQuoted ? 1 : 0
  const to = isQuoted ? source.length - 1 : source.length
  const places: Place[] = []
  for (let at = from; at < to; ) {
    const length = measureCharacter(source, at, type)
    if (isShown(source.slice(at, at + length))) places.push({ from: at, to: at + length })
    at += length
  }
  return places
}

function measureCharacter(source: string, at: number, type: string): number {
  if (type === 'QUOTE_SINGLE' && source.startsWith("''", at)) return 2
  if (type === 'QUOTE_DOUBLE' && source[at] === '\\')
    return ESCAPE.exec(source.slice(at, at + 10))?.[0].length ?? 1
  return String.fromCodePoint(source.codePointAt(at) ?? 0).length
}

/** Escaped line ends, tabs and spaces are space too. */
const isShown = (character: string): boolean =>
  character.startsWith('\\') ? !/^\\[nrtvNLP_ \n\t]/.test(character) : !SPACE.test(character)
