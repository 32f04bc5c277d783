// A name where it stands → the words beside it as they are written, and the shape in which its reading is told.
import type { Token } from '../text/tokens.ts'
import type { Field } from './fields.ts'
import { gapAfter } from './qualifiers.ts'

/**
 * `lugar`: surely a place ("en Tala"). `probable`: a name, most likely the place ("de Tala"). `incierto`: capitals or words
 * around say nothing. `persona`: part of a person's name. `medio`: part of an outlet's name. `otro`: a common word, a
 * street, a place elsewhere.
 */
export type Sense = 'lugar' | 'probable' | 'incierto' | 'persona' | 'medio' | 'otro'

/** `why` is a Spanish clause that follows "«Tala» en el título". */
export type Reading = {
  readonly sense: Sense
  readonly why: string
  /** After an authority ("alcalde de"). */
  readonly isCivic?: boolean
  /** Name of a street, a school, a quarter. */
  readonly isThing?: boolean
  /** Also the name of a state. */
  readonly isState?: boolean
}

/** A span of words in a field: `from` inclusive, `to` exclusive. */
export type Span = { readonly field: Field; readonly from: number; readonly to: number }

export const CAPITAL = /^\p{Lu}/u
export const ACRONYM = /^\p{Lu}{2,}$/u
const SENTENCE_START = /[.!?…:;|"“”«»¿¡\n(—–•]/u

export const isSpace = (gap: string): boolean => gap !== '' && gap.trim() === ''

/** A word beside the span, with what can be told from how it is written. */
export type Beside = {
  readonly form: string
  readonly text: string
  readonly isCapital: boolean
  readonly opensSentence: boolean
}

export const NOBODY: Beside = { form: '', text: '', isCapital: false, opensSentence: false }

export function readBeside(field: Field, at: number): Beside {
  const token: Token | undefined = field.tokens[at]
  if (token === undefined) return NOBODY
  const text = field.text.slice(token.start, token.end)
  const opensSentence = at === 0 || SENTENCE_START.test(gapAfter(field, at - 1))
  return { form: token.form, text, isCapital: CAPITAL.test(text), opensSentence }
}

/** The word right before a span, and the one before that when "de" or "como" joins them. */
export function readBefore({ field, from }: Span): { direct: Beside; joined: Beside } {
  if (!isSpace(gapAfter(field, from - 1))) return { direct: NOBODY, joined: NOBODY }
  const direct = readBeside(field, from - 1)
  const isJoined = (direct.form === 'de' || direct.form === 'como') && isSpace(gapAfter(field, from - 2))
  return { direct, joined: isJoined ? readBeside(field, from - 2) : NOBODY }
}
