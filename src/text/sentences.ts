// A paragraph → its sentences in order, each with its place in the original.

/** A sentence without surrounding space; `start` and `end` are UTF-16 offsets in the original text. */
export type Sentence = { readonly text: string; readonly start: number; readonly end: number }

/**
 * What can close a sentence: a terminator, the quotes or brackets that close after it, then space or the end. A run of
 * terminators is tried from its first only, or a long one that closes nothing would cost its square.
 */
const CLOSING = /(?:(?<![.!?…])[.!?…]+["”»’')\]]*|\n)(?=\s|$)|\n/gu

/** Treatments and words of address: a name always follows, so their full stop never closes a sentence. */
const BEFORE_A_NAME = new Set(
  `sr sra sres sras srta dr dra drs lic lics ing mtro mtra mtros profr profra prof arq gral cap cmdte cnel tte sgto
   dip sen gob pdte pdta srio sria d dn dña ma fco fr pbro mons sta sto san av avda blvd blvr calz carr col fracc priv prol
   edif depto esq mpio edo cd c ej p lcdo lcda abog ee ff rr`.split(/\s+/),
)

/** Abbreviations that lead to a figure: "No. 5", "art. 115", "pág. 3"; before anything else they close. */
const BEFORE_A_FIGURE = new Set(
  'no nos num nums núm núms art arts pag pags pág págs km fracc inc tel ext cap vol t'.split(' '),
)

/** Abbreviations inside a sentence: they close it only when what follows starts like a sentence. */
const INSIDE = new Set(
  'etc aprox vs cta cia cía dept ene feb mar abr may jun jul ago sep sept oct nov dic lun mié jue vie sáb dom hrs hr h min seg kg mts mt m ha has pza pzas'.split(
    ' ',
  ),
)

const LAST_WORD = /[\p{L}\p{N}.]*$/u
const LOWER = /^\p{Ll}/u
const DIGIT = /^\d/
const OPENERS = /^[\s"“«‘'([¿¡—–-]+/u

/** True when the full stop at `at` ends a sentence, given what stands before and after it. */
function closesSentence(before: string, after: string): boolean {
  const next = after.replace(OPENERS, '')
  if (next === '') return true
  const word = (LAST_WORD.exec(before)?.[0] ?? '').toLowerCase()
  const isInitial = /^\p{L}$/u.test(word) && /\p{Lu}$/u.test(before)
  if (isInitial || BEFORE_A_NAME.has(word)) return false
  if (BEFORE_A_FIGURE.has(word) && DIGIT.test(next)) return false
  const isAbbreviation = INSIDE.has(word) || word.includes('.')
  if (isAbbreviation) return !LOWER.test(next) && !DIGIT.test(next)
  // Hurried posts start sentences in lower case; a short word before the stop is more likely an unknown abbreviation.
  return !LOWER.test(next) || word.length >= 4
}

/**
 * Splits Spanish text into sentences. Line breaks always split; "Lic. Gómez", "No. 5", "J. Jesús", "7 a. m." and
 * "$1.5" do not; a question or exclamation that goes on in lower case ("¿Quién?, preguntó") does not.
 */
export function listSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const take = (to: number) => {
    const piece = text.slice(from, to)
    const trimmed = piece.trim()
    if (trimmed !== '') {
      const start = from + piece.length - piece.trimStart().length
      sentences.push({ text: trimmed, start, end: start + trimmed.length })
    }
    from = to
  }
  for (const match of text.matchAll(CLOSING)) {
    const end = match.index + match[0].length
    const mark = match[0]
    const after = text.slice(end, end + 40)
    const isStop = mark.startsWith('.') && !mark.startsWith('..')
    if (mark === '\n' || /^[^\S\n]*\n/.test(after)) take(end)
    else if (
      isStop
        ? closesSentence(text.slice(Math.max(0, match.index - 24), match.index), after)
        : !LOWER.test(after.replace(OPENERS, ''))
    )
      take(end)
  }
  take(text.length)
  return sentences
}
