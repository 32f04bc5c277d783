// The title of a topic → whether the verb after it is plural: «agua y servicios concentran», «seguridad pública concentra».

/** What hangs from the first noun does not count: «atención a mujeres y niñas concentra». */
const PREPOSITIONS = /\s(?:de|del|a|al|en|para|por|con|contra|sobre|sin|hacia)\s.*$/iu
/** Nouns of one thing that end in -s. */
const SINGULAR_IN_S =
  /(?:[áíóú]s|sis|itis|us)$|^(?:lunes|martes|miércoles|jueves|viernes|gas|mes|interés|estrés|paraguas)$/iu
const ARTICLES = /^(?:el|la)\s/iu
const PLURAL_ARTICLES = /^(?:los|las)\s/iu

/**
 * Whether a title is plural: a pair joined by «y», a list with commas, or a first noun in -s; an acronym («IMSS») and what
 * is one thing («crisis») are not.
 */
export function isPluralTitle(title: string): boolean {
  if (PLURAL_ARTICLES.test(title)) return true
  const head = title.trim().replace(ARTICLES, '').replace(PREPOSITIONS, '')
  if (/\s(?:y|e|&)\s|[,/]/iu.test(head)) return true
  const [noun = ''] = head.split(/\s+/u)
  const isAcronym = noun.length > 1 && noun === noun.toLocaleUpperCase('es')
  return !isAcronym && /[aeiouáéíóú]s$|[^aeiouáéíóú]es$/iu.test(noun) && !SINGULAR_IN_S.test(noun)
}

/** The form of a verb, or of another word, that agrees with a title. */
export const agreeWithTitle = (title: string, one: string, many: string): string =>
  isPluralTitle(title) ? many : one
