// One place where an ambiguous name stands → whether it names a municipality there, something else, or cannot be told.
import type { Token } from '../text/tokens.ts'
import {
  DETERMINERS,
  GIVEN_NAMES,
  LOCATIVES,
  MUNICIPAL_HEADS,
  NAMED_THING_HEADS,
  NICKNAME_HEADS,
  NOUN_PREPOSITIONS,
  OUTLET_HEADS,
  SURNAME_HEADS,
} from './cues.ts'
import type { Field } from './fields.ts'
import { COUNTRY_NAMES, STATE_BY_NAME, STATE_BY_SHORT_NAME } from './states.ts'

/** `why` is a Spanish clause that follows "«Tala» en el título". */
export type Reading = { readonly sense: 'lugar' | 'otro' | 'incierto'; readonly why: string }

/** A span of words in a field: `from` inclusive, `to` exclusive. */
export type Span = { readonly field: Field; readonly from: number; readonly to: number }

const CAPITAL = /^\p{Lu}/u
const ACRONYM = /^\p{Lu}{2,}$/u
const SENTENCE_START = /[.!?…:;|"“”«»¿¡\n(—–•]/u
const LONGEST_STATE_NAME = 4

const place = (why: string): Reading => ({ sense: 'lugar', why })
const other = (why: string): Reading => ({ sense: 'otro', why })
const unsure = (why: string): Reading => ({ sense: 'incierto', why })

const textOf = (field: Field, token: Token | undefined): string =>
  token === undefined ? '' : field.text.slice(token.start, token.end)

/** Text between the words `left` and `left + 1`; the ends of the field when there is no such word. */
function gapAfter(field: Field, left: number): string {
  return field.text.slice(field.tokens[left]?.end ?? 0, field.tokens[left + 1]?.start ?? field.text.length)
}

const isSpace = (gap: string): boolean => gap !== '' && gap.trim() === ''

/** State code or `otro-pais` named right after the span: "Tala, Jalisco", "Tala (Uruguay)", "Tala, Jal." */
export function findQualifier({ field, to }: Span): string | null {
  const gap = gapAfter(field, to - 1)
  if (!/^\s*[,(]?\s*$/.test(gap)) return null
  const hasMark = gap.trim() !== ''
  for (let length = LONGEST_STATE_NAME; length > 0; length -= 1) {
    const words = field.tokens.slice(to, to + length)
    if (words.length < length || !CAPITAL.test(textOf(field, words[0]))) continue
    const name = words.map((word) => word.form).join(' ')
    const state = STATE_BY_NAME.get(name)
    if (state !== undefined) return state
    if (hasMark && COUNTRY_NAMES.has(name)) return 'otro-pais'
    const isShort = hasMark && field.casing === 'mixed' && /^[.)]/.test(gapAfter(field, to - 1 + length))
    const shortened = isShort ? STATE_BY_SHORT_NAME.get(name) : undefined
    if (shortened !== undefined) return shortened
  }
  return null
}

/** The words before a span, nearest first, "de" and "del" told apart from the head they join. */
function headBefore({ field, from }: Span): { direct: Token | undefined; joined: Token | undefined } {
  const direct = isSpace(gapAfter(field, from - 1)) ? field.tokens[from - 1] : undefined
  const isJoined = direct?.form === 'de' && isSpace(gapAfter(field, from - 2))
  return { direct, joined: isJoined ? field.tokens[from - 2] : undefined }
}

/** Heads that decide whatever the case: institutions, streets, people, nicknames, outlets. */
function readHead(span: Span): Reading | null {
  const { field } = span
  const { direct, joined } = headBefore(span)
  const head = direct?.form ?? ''
  const far = joined?.form ?? ''
  const isCapitalHead = (token: Token | undefined) =>
    field.casing !== 'mixed' || CAPITAL.test(textOf(field, token))
  if (OUTLET_HEADS.has(far) && isCapitalHead(joined)) return other('es parte del nombre de un medio')
  if (OUTLET_HEADS.has(head) && isCapitalHead(direct)) return other('es parte del nombre de un medio')
  if (MUNICIPAL_HEADS.has(far)) return place(`sigue a «${textOf(field, joined)} de»`)
  if (MUNICIPAL_HEADS.has(head)) return place(`sigue a «${textOf(field, direct)}»`)
  if (NAMED_THING_HEADS.has(head)) return other(`es el nombre de «${textOf(field, direct)} …»`)
  if (SURNAME_HEADS.has(head)) return other(`es apellido: sigue a «${textOf(field, direct)}»`)
  if (GIVEN_NAMES.has(head) && isCapitalHead(direct))
    return other(`es apellido: sigue a «${textOf(field, direct)}»`)
  if (NICKNAME_HEADS.has(head))
    return other(`sigue a «${textOf(field, direct)}», como apodo o parte de otro nombre`)
  return null
}

/** Where capitals say nothing (headlines in capitals, posts in lower case, the first word of a sentence). */
function readWithoutCase(span: Span): Reading {
  const { field, to } = span
  const { direct } = headBefore(span)
  const head = direct?.form ?? ''
  if (DETERMINERS.has(head) || NOUN_PREPOSITIONS.has(head))
    return other(`sigue a «${textOf(field, direct)}»: sustantivo común`)
  const next = field.tokens[to]?.form
  if (LOCATIVES.has(head) && next !== 'de' && next !== 'y') return place(`sigue a «${textOf(field, direct)}»`)
  return unsure('donde las mayúsculas no distinguen nombre de sustantivo')
}

function readWithCase(span: Span, isProper: boolean): Reading {
  const { field, from, to } = span
  const { direct } = headBefore(span)
  const head = direct?.form ?? ''
  if (isProper && !CAPITAL.test(textOf(field, field.tokens[from])))
    return other('en minúscula: sustantivo común')
  const gap = gapAfter(field, from - 1)
  if (from === 0 || SENTENCE_START.test(gap)) {
    return /["“«]\s*$/.test(gap) && /^["”»]/.test(gapAfter(field, to - 1))
      ? unsure('solo entre comillas')
      : unsure('al inicio de la frase, donde la mayúscula no distingue')
  }
  if (DETERMINERS.has(head)) return unsure(`sigue a «${textOf(field, direct)}»`)
  if (direct !== undefined && ACRONYM.test(textOf(field, direct)))
    return place(`sigue a «${textOf(field, direct)}»`)
  if (direct !== undefined && CAPITAL.test(textOf(field, direct)))
    return unsure(`sigue a «${textOf(field, direct)}», como en un nombre propio`)
  if (isSpace(gapAfter(field, to - 1)) && CAPITAL.test(textOf(field, field.tokens[to]))) {
    return unsure(`va seguida de «${textOf(field, field.tokens[to])}», como en un nombre propio`)
  }
  return place(LOCATIVES.has(head) ? `sigue a «${textOf(field, direct)}»` : 'con mayúscula a media frase')
}

/**
 * Reads a place name where it stands. `states` are the codes of the subject's own states (empty when it declares none);
 * `isProper` says that the phrase was declared with a capital.
 */
export function readPlace(span: Span, states: ReadonlySet<string>, isProper: boolean): Reading {
  const { field, from, to } = span
  const qualifier = findQualifier(span)
  if (qualifier !== null && states.size > 0) {
    return states.has(qualifier) ? place('seguida de su estado') : other('seguida de otro estado o país')
  }
  const head = readHead(span)
  if (head !== null) return head
  const name = field.tokens
    .slice(from, to)
    .map((token) => token.form)
    .join(' ')
  if (STATE_BY_NAME.has(name)) return unsure('también es el nombre de un estado')
  return field.casing === 'mixed' ? readWithCase(span, isProper) : readWithoutCase(span)
}
