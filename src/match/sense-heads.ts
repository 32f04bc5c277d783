// The words right before a name → what they decide it to be: an institution's, a street's, a person's, an outlet's name, or a town.
import { type Beside, type Reading, readBefore, readBeside, type Span } from './beside.ts'
import {
  CALLED,
  CIVIC_HEADS,
  CROSSINGS,
  LIFE_HEADS,
  MUNICIPAL_HEADS,
  NAMED_THING_HEADS,
  NICKNAME_HEADS,
  OUTLET_HEADS,
  STREETS,
  SURNAME_HEADS,
} from './cues.ts'
import { GIVEN_NAMES } from './given-names.ts'

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
export function readHead(span: Span): Reading | null {
  const { direct, joined } = readBefore(span)
  const { field, from, to } = span
  if (
    from === 0 &&
    field.field === 'body' &&
    DATELINE.test(field.text.slice(field.tokens[to - 1]?.end ?? 0))
  ) {
    return { sense: 'lugar', why: 'abre el párrafo como lugar de la nota' }
  }
  if (crossesStreet(span)) return { sense: 'otro', why: 'es el nombre de una calle', isThing: true }
  const isName = (word: Beside) => word.isCapital || field.casing !== 'mixed'
  for (const head of [joined, direct]) {
    if (OUTLET_HEADS.has(head.form) && isName(head))
      return { sense: 'medio', why: 'es parte del nombre de un medio' }
  }
  if (CALLED.has(joined.form)) return { sense: 'persona', why: `sigue a «${joined.text} ${direct.text}»` }
  if (direct.form === 'de' && MUNICIPAL_HEADS.has(joined.form)) {
    const isCivic = CIVIC_HEADS.has(joined.form)
    return { sense: 'lugar', why: `sigue a «${joined.text} de»`, ...(isCivic ? { isCivic } : {}) }
  }
  if (isPersonName(span) && (LIFE_HEADS.has(joined.form) || LIFE_HEADS.has(direct.form)))
    return { sense: 'persona', why: `sigue a «${joined.text || direct.text}», como nombre de persona` }
  if (MUNICIPAL_HEADS.has(direct.form)) return { sense: 'lugar', why: `sigue a «${direct.text}»` }
  const thing = findThing(span, direct)
  if (thing !== null) return { sense: 'otro', why: `es el nombre de «${thing} …»`, isThing: true }
  const isGivenName = GIVEN_NAMES.has(direct.form) && isName(direct)
  if (SURNAME_HEADS.has(direct.form) || isGivenName)
    return { sense: 'persona', why: `sigue a «${direct.text}», como apellido` }
  if (NICKNAME_HEADS.has(direct.form))
    return { sense: 'otro', why: `sigue a «${direct.text}», como apodo o parte de otro nombre` }
  return null
}

/** "Hospital Benito Juárez", "Aeropuerto Internacional Benito Juárez", "la pintora Nahui Tala": the head, one word apart or none. */
function findThing({ field, from }: Span, direct: Beside): string | null {
  if (NAMED_THING_HEADS.has(direct.form)) return direct.text
  const before = readBeside(field, from - 2)
  if (!direct.isCapital || direct.opensSentence) return null
  return NAMED_THING_HEADS.has(before.form) ? `${before.text} ${direct.text}` : null
}

/** A name of two words or more that begins with a given name: "Benito Juárez", "Emiliano Zapata". */
export const isPersonName = ({ field, from, to }: Span): boolean =>
  to - from > 1 && GIVEN_NAMES.has(field.tokens[from]?.form ?? '')
