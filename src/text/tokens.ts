// Text → its words, folded, with the place of each in the original.
import { fold } from './fold.ts'

/** A word: its folded form and its UTF-16 offsets in the original text. */
export type Token = { readonly form: string; readonly start: number; readonly end: number }

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Lists the words of a text in order. Numbers are words; punctuation, marks and spaces bound them. */
export function listTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    tokens.push({ form: fold(match[0]), start: match.index, end: match.index + match[0].length })
  }
  return tokens
}
