// One place where an ambiguous name stands → what it names there: a municipality, a person, a common word, or cannot be told.
import type { Token } from '../text/tokens.ts'
import {
  CALLED,
  CROSSINGS,
  DETERMINERS,
  LOCATIVES,
  MUNICIPAL_HEADS,
  NAMED_THING_HEADS,
  NICKNAME_HEADS,
  OUTLET_HEADS,
  STREETS,
  SURNAME_HEADS,
} from './cues.ts'
import type { Field } from './fields.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { findQualifier, gapAfter } from './qualifiers.ts'
import { STATE_BY_NAME } from './states.ts'

/**
 * `lugar`: surely a place ("en Tala"). `probable`: a name, most likely the place ("de Tala"). `incierto`: capitals or words
 * around say nothing. `persona`: part of a person's name. `medio`: part of an outlet's name. `otro`: a common word, a
 * street, a place elsewhere.
 */
export type Sense = 'lugar' | 'probable' | 'incierto' | 'persona' | 'medio' | 'otro'

/** `why` is a Spanish clause that follows "«Tala» en el título". */
export type Reading = { readonly sense: Sense; readonly why: string }

/** A span of words in a field: `from` inclusive, `to` exclusive. */
export type Span = { readonly field: Field; readonly from: number; readonly to: number }

const CAPITAL = /^\p{Lu}/u
const ACRONYM = /^\p{Lu}{2,}$/u
const SENTENCE_START = /[.!?…:;|"“”«»¿¡\n(—–•]/u

const isSpace = (gap: string): boolean => gap !== '' && gap.trim() === ''

/** A word beside the span, with what can be told from how it is written. */
type Beside = {
  readonly form: string
  readonly text: string
  readonly isCapital: boolean
  readonly opensSentence: boolean
}

const NOBODY: Beside = { form: '', text: '', isCapital: false, opensSentence: false }

function readBeside(field: Field, at: number): Beside {
  const token: Token | undefined = field.tokens[at]
  if (token === undefined) return NOBODY
  const text = field.text.slice(token.start, token.end)
  const opensSentence = at === 0 || SENTENCE_START.test(gapAfter(field, at - 1))
  return { form: token.form, text, isCapital: CAPITAL.test(text), opensSentence }
}

/** The word right before a span, and the one before that when "de" or "como" joins them. */
function readBefore({ field, from }: Span): { direct: Beside; joined: Beside } {
  if (!isSpace(gapAfter(field, from - 1))) return { direct: NOBODY, joined: NOBODY }
  const direct = readBeside(field, from - 1)
  const isJoined = (direct.form === 'de' || direct.form === 'como') && isSpace(gapAfter(field, from - 2))
  return { direct, joined: isJoined ? readBeside(field, from - 2) : NOBODY }
}

/** How far before a crossing its first street is named: "la calle Miguel Hidalgo, entre Mina y Tala". */
const CROSSING_REACH = 7

function crossesStreet({ field, from }: Span): boolean {
  if (!CROSSINGS.has(field.tokens[from - 1]?.form ?? '')) return false
  const before = field.tokens.slice(Math.max(0, from - CROSSING_REACH), from)
  const start = before[0]?.start ?? 0
  const text = field.text.slice(start, field.tokens[from]?.start ?? start)
  return before.some(({ form }) => STREETS.has(form)) && !/[.;:]\s/.test(text)
}

/** "TALA.- El municipio…", "Tala, Jal., 4 de abril.–": the place a note is written from opens a paragraph. */
const DATELINE = /^\s*(?:\.\s?[-–—]|[-–—/]\s?\p{Lu}|\.\s?\/)/u

/** Heads that decide whatever the case: institutions, streets, people, nicknames, outlets. */
function readHead(span: Span): Reading | null {
  const { direct, joined } = readBefore(span)
  const { field, from, to } = span
  if (
    from === 0 &&
    field.field === 'body' &&
    DATELINE.test(field.text.slice(field.tokens[to - 1]?.end ?? 0))
  ) {
    return { sense: 'lugar', why: 'abre el párrafo como lugar de la nota' }
  }
  if (crossesStreet(span)) return { sense: 'otro', why: 'es el nombre de una calle' }
  const isName = (word: Beside) => word.isCapital || field.casing !== 'mixed'
  for (const head of [joined, direct]) {
    if (OUTLET_HEADS.has(head.form) && isName(head))
      return { sense: 'medio', why: 'es parte del nombre de un medio' }
  }
  if (CALLED.has(joined.form)) return { sense: 'persona', why: `sigue a «${joined.text} ${direct.text}»` }
  if (direct.form === 'de' && MUNICIPAL_HEADS.has(joined.form))
    return { sense: 'lugar', why: `sigue a «${joined.text} de»` }
  if (MUNICIPAL_HEADS.has(direct.form)) return { sense: 'lugar', why: `sigue a «${direct.text}»` }
  if (NAMED_THING_HEADS.has(direct.form)) return { sense: 'otro', why: `es el nombre de «${direct.text} …»` }
  const isGivenName = GIVEN_NAMES.has(direct.form) && isName(direct)
  if (SURNAME_HEADS.has(direct.form) || isGivenName)
    return { sense: 'persona', why: `sigue a «${direct.text}», como apellido` }
  if (NICKNAME_HEADS.has(direct.form))
    return { sense: 'otro', why: `sigue a «${direct.text}», como apodo o parte de otro nombre` }
  return null
}

/** Where capitals say nothing: headlines in capitals, posts in lower case. */
function readWithoutCase(span: Span): Reading {
  const { field, to } = span
  const { direct } = readBefore(span)
  if (DETERMINERS.has(direct.form))
    return { sense: 'otro', why: `sigue a «${direct.text}»: sustantivo común` }
  const next = field.tokens[to]?.form
  if (LOCATIVES.has(direct.form) && next !== 'de' && next !== 'y')
    return { sense: 'probable', why: `sigue a «${direct.text}»` }
  return { sense: 'incierto', why: 'donde las mayúsculas no distinguen nombre de sustantivo' }
}

function readWithCase(span: Span): Reading {
  const { field, from, to } = span
  const { direct } = readBefore(span)
  const own = readBeside(field, from)
  if (!own.isCapital) return { sense: 'otro', why: 'en minúscula: sustantivo común' }
  if (LOCATIVES.has(direct.form)) return { sense: 'lugar', why: `sigue a «${direct.text}»` }
  const next = isSpace(gapAfter(field, to - 1)) ? readBeside(field, to) : NOBODY
  if (next.isCapital && !ACRONYM.test(next.text))
    return { sense: 'persona', why: `va seguida de «${next.text}», como en un nombre propio` }
  if (own.opensSentence)
    return { sense: 'incierto', why: 'al inicio de la frase, donde la mayúscula no distingue' }
  if (DETERMINERS.has(direct.form)) return { sense: 'incierto', why: `sigue a «${direct.text}»` }
  if (ACRONYM.test(direct.text)) return { sense: 'lugar', why: `sigue a «${direct.text}»` }
  if (direct.isCapital && !direct.opensSentence)
    return { sense: 'incierto', why: `sigue a «${direct.text}», como en un nombre propio` }
  return { sense: 'probable', why: 'con mayúscula a media frase' }
}

/**
 * Reads a place name where it stands. `states` are the codes of the subject's own states (empty when it declares none);
 * `isProper` says that the phrase was declared with a capital; others are demonyms and the like, and have one sense.
 */
export function readPlace(span: Span, states: ReadonlySet<string>, isProper: boolean): Reading {
  const qualifier = states.size === 0 ? null : findQualifier(span)
  if (qualifier !== null && states.has(qualifier)) return { sense: 'lugar', why: 'seguida de su estado' }
  if (qualifier !== null) return { sense: 'otro', why: 'seguida de otro estado o país' }
  if (!isProper) return { sense: 'probable', why: 'gentilicio o frase común del lugar' }
  const head = readHead(span)
  if (head !== null) return head
  const { field, from, to } = span
  const name = field.tokens
    .slice(from, to)
    .map((token) => token.form)
    .join(' ')
  if (STATE_BY_NAME.has(name)) return { sense: 'incierto', why: 'también es el nombre de un estado' }
  return field.casing === 'mixed' ? readWithCase(span) : readWithoutCase(span)
}
