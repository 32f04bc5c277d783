// A text → the numbers, words and marks that dates are made of, and small steps over them.
import { fold } from './fold.ts'

/** A run of digits, a run of letters, or one mark. `word` is folded; `gap` says whether space stood before it. */
export type DateToken = {
  readonly kind: 'number' | 'word' | 'mark'
  readonly raw: string
  readonly word: string
  readonly gap: boolean
  readonly start: number
  readonly end: number
}

/** Something read from tokens and the index of the first token after it. */
export type Reading<Value> = { readonly value: Value; readonly next: number }

/** A year glued to an hour or a day ("202207:59", "202221/04/2022") is two numbers: pages lose the space between elements. */
const TOKEN =
  /(?:19|20)\d\d(?=[0-2]\d:[0-5]\d|\d{1,2}[/-]\d{1,2}[/-]\d{2})|\d+|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu

/** Splits a text into the tokens that dates are made of. */
export function listDateTokens(text: string): DateToken[] {
  const tokens: DateToken[] = []
  let last = 0
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const first = raw.charCodeAt(0)
    const kind = first >= 48 && first <= 57 ? 'number' : /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'mark'
    const end = match.index + raw.length
    const word = kind === 'word' ? fold(raw) : raw
    tokens.push({ kind, raw, word, gap: match.index > last, start: match.index, end })
    last = end
  }
  return tokens
}

/** Whether a token is this mark or number. */
export const isMark = (token: DateToken | undefined, raw: string): boolean => token?.raw === raw

/** The number at a place, if it has no more than so many digits. */
export function numberAt(tokens: readonly DateToken[], at: number, digits: number): number | null {
  const token = tokens[at]
  return token?.kind === 'number' && token.raw.length <= digits ? Number(token.raw) : null
}

/** Index of the first token after those, four at most, that pass a test. */
export function skipWhile(
  tokens: readonly DateToken[],
  from: number,
  test: (token: DateToken) => boolean,
): number {
  let at = from
  for (let token = tokens[at]; token !== undefined && at < from + 4 && test(token); token = tokens[at])
    at += 1
  return at
}
