// Pieces of sentences → Spanish sentences: lists, contractions, capitals, full stops, quotation marks.

/** `a, b y c`, with «e» before the sound i. */
export function joinList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return last
  const joint = /^h?[ií](?![aeoáéó])/iu.test(last) ? 'e' : 'y'
  return `${parts.slice(0, -1).join(', ')} ${joint} ${last}`
}

/** «de el ayuntamiento» → «del ayuntamiento»; the article of a proper name («de El Correo») stays. */
export const contract = (text: string): string =>
  text.replace(/\b(de|a) el\b/g, (_, word) => (word === 'de' ? 'del' : 'al'))

export const capitalize = (text: string): string =>
  `${text.charAt(0).toLocaleUpperCase('es')}${text.slice(1)}`

/** Lower-cases the first letter of a title inside a sentence, but not that of an acronym («DIF»). */
export function lowerFirst(text: string): string {
  const isAcronym = /^\p{Lu}{2}/u.test(text)
  return isAcronym ? text : `${text.charAt(0).toLocaleLowerCase('es')}${text.slice(1)}`
}

/** Ends a sentence with a full stop unless it already ends. */
export const endSentence = (text: string): string =>
  /[.!?…:][”"»)]?$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`

/** Quotes a title inside a sentence, its own quotation marks becoming the inner ones. */
export const quoteTitle = (title: string): string =>
  `“${title
    .replace(/[“«]|"(?=[\p{L}\d¿¡])/gu, '‘')
    .replace(/[”»"]/g, '’')
    .trim()}”`

/** Shortens to whole words within a number of characters, with an ellipsis. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(longest / 2)))
  return `${whole.replace(/[\s.,;:¿¡(“"-]+$/u, '')}…`
}
