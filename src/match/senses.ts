// One place where an ambiguous name stands → what it names there: a municipality, a person, a common word, or cannot be told.
import {
  ACRONYM,
  CAPITAL,
  isSpace,
  NOBODY,
  type Reading,
  readBefore,
  readBeside,
  type Span,
} from './beside.ts'
import { DETERMINERS, LOCATIVES } from './cues.ts'
import { findQualifier, gapAfter } from './qualifiers.ts'
import { isPersonName, readHead } from './sense-heads.ts'
import { STATE_BY_NAME } from './states.ts'

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
  if (!isWrittenAsName(span)) return { sense: 'otro', why: 'en minúscula: sustantivo común' }
  if (LOCATIVES.has(direct.form)) return { sense: 'lugar', why: `sigue a «${direct.text}»` }
  const next = isSpace(gapAfter(field, to - 1)) ? readBeside(field, to) : NOBODY
  if (next.isCapital && !ACRONYM.test(next.text))
    return { sense: 'persona', why: `va seguida de «${next.text}», como en un nombre propio` }
  if (own.opensSentence && isListOfNouns(span))
    return { sense: 'otro', why: 'abre una lista de sustantivos comunes' }
  if (own.opensSentence)
    return { sense: 'incierto', why: 'al inicio de la frase, donde la mayúscula no distingue' }
  if (DETERMINERS.has(direct.form)) return { sense: 'incierto', why: `sigue a «${direct.text}»` }
  if (ACRONYM.test(direct.text)) return { sense: 'lugar', why: `sigue a «${direct.text}»` }
  if (direct.isCapital && !direct.opensSentence)
    return { sense: 'incierto', why: `sigue a «${direct.text}», como en un nombre propio` }
  if (isPersonName(span)) return { sense: 'incierto', why: 'también es el nombre de una persona' }
  return { sense: 'probable', why: 'con mayúscula a media frase' }
}

/** "El salto de la economía" is no place: every longer word of a name has its capital. */
const isWrittenAsName = ({ field, from, to }: Span): boolean =>
  field.tokens.slice(from, to).every((token, at) => {
    const isCapital = CAPITAL.test(field.text.slice(token.start, token.end))
    return isCapital || (at > 0 && token.form.length < LONG_WORD)
  })

const LONG_WORD = 4

/** "Tala y quema, amenaza", "Tequila, cerveza y mezcal": coordinated with a common noun. */
function isListOfNouns({ field, to }: Span): boolean {
  const gap = gapAfter(field, to - 1)
  const joiner = readBeside(field, to)
  const isJoined = isSpace(gap) && (joiner.form === 'y' || joiner.form === 'e')
  if (!isJoined && gap.trim() !== ',') return false
  const noun = isJoined ? readBeside(field, to + 1) : joiner
  const after = readBeside(field, to + (isJoined ? 2 : 1))
  const isNoun = noun.form.length >= LONG_WORD && !noun.isCapital && !DETERMINERS.has(noun.form)
  return isNoun && (isJoined || after.form === 'y')
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
  if (STATE_BY_NAME.has(name))
    return { sense: 'incierto', why: 'también es el nombre de un estado', isState: true }
  return field.casing === 'mixed' ? readWithCase(span) : readWithoutCase(span)
}
