// Pieces of sentences → Spanish sentences: lists, contractions, capitals, full stops, quotation marks.

/** `a, b y c`, with «e» before the sound i. */
export function joinList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return last
  const joint = /^[^\p{L}\p{N}]*h?[ií](?![aeoáéó])/iu.test(last) ? 'e' : 'y'
  return `${parts.slice(0, -1).join(', ')} ${joint} ${last}`
}

/** «de el ayuntamiento» → «del ayuntamiento»; the article of a proper name («de El Correo») stays. */
export const contract = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])(de|a) el(?![\p{L}\p{N}])/gu, (_, word) => (word === 'de' ? 'del' : 'al'))

export const capitalize = (text: string): string =>
  `${text.charAt(0).toLocaleUpperCase('es')}${text.slice(1)}`

/** Words that a proper name writes small: «Feria de la Caña». */
const SMALL_WORDS = new Set([
  'de',
  'del',
  'la',
  'las',
  'el',
  'los',
  'y',
  'e',
  'en',
  'a',
  'al',
  'para',
  'por',
  'con',
])

/** `Agua y servicios` → `agua y servicios`; an acronym («DIF Tala») and a proper name («Feria de la Caña») stay. */
export function lowerFirst(text: string): string {
  const words = text.split(/\s+/u).filter((word) => !SMALL_WORDS.has(word))
  const isAcronym = /^\p{Lu}[\p{Lu}\p{N}]/u.test(text)
  const isName = words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word))
  return isAcronym || isName ? text : `${text.charAt(0).toLocaleLowerCase('es')}${text.slice(1)}`
}

/** Ends a sentence with a full stop unless it already ends; what a title leaves hanging («En vivo:») is dropped. */
export function endSentence(text: string): string {
  const whole = text.trim().replace(/[\s,;:–—-]+$/u, '')
  return /[.!?…][”’"»)]*$/u.test(whole) ? whole : `${whole}.`
}

/** The stop that closes a title, which the sentence around it prints after the quotation marks; that of «S.A.» stays. */
const CLOSING_STOP = /(?<![.\p{Lu}])\.$/u

/**
 * Quotes a title inside a sentence, its own quotation marks becoming the inner ones. A mark that a cut left open is
 * closed.
 */
export function quoteTitle(title: string): string {
  const inner = title
    .trim()
    .replace(/[“«]|(?<![^\s(¿¡—–[“«])"(?=\S)/gu, '‘')
    .replace(/[”»"]/gu, '’')
    .replace(/\s+(?=’)|(?<=‘)\s+/gu, '')
    .replace(/\.{2,}/gu, '…')
    .replace(/[\s,;:–—-]+$/u, '')
    .replace(CLOSING_STOP, '')
  const isOpen = inner.lastIndexOf('‘') > inner.lastIndexOf('’')
  return `“${inner}${isOpen ? '’' : ''}”`
}

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })

/** Shortens to whole words within a number of characters, with an ellipsis; never through a letter and its marks. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  let cut = ''
  for (const { segment } of graphemes.segment(text)) {
    if (cut.length + segment.length >= longest) break
    cut += segment
  }
  const space = cut.lastIndexOf(' ')
  const whole = space < longest / 2 ? cut : cut.slice(0, space)
  return `${whole.replace(/[\s.,;:¿¡(“«‘"–—-]+$/u, '')}…`
}
