// Spanish text → the form in which it is compared: lower case, without accents, `ñ` kept apart from `n`.

const PLAIN = /^[a-z0-9 ]*$/
/** Lower-case Spanish as it is written: its few accents are taken off by name, at half the cost of taking all letters apart. */
const SPANISH = /^[\0-\x7fáéíóúüñ¿¡“”‘’–—…«»]*$/
const ACCENTED = /[áéíóúü]/g
const BARE: Readonly<Record<string, string>> = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u', ü: 'u' }
const COMBINING = /[\u0300-\u0302\u0304-\u036f]/g
const TILDE_ON_N = /n\u0303/g
const OTHER_TILDE = /\u0303/g

/** Folds case and accents for comparison. `ñ` stays `ñ`; the result may differ in length from the input. */
export function fold(text: string): string {
  // Most words are plain: normalising them would cost more than all the matching that follows.
  if (PLAIN.test(text)) return text
  const lower = text.toLowerCase()
  if (SPANISH.test(lower)) return lower.replace(ACCENTED, (letter) => BARE[letter] ?? letter)
  return lower.normalize('NFD').replace(COMBINING, '').replace(TILDE_ON_N, 'ñ').replace(OTHER_TILDE, '')
}
