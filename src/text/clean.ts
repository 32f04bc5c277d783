// Text as pages print it → text fit to read, compare and print: one form of each letter, no invisible marks, plain spaces.
import { decodeHTML } from 'entities'

/** Soft hyphens, joiners, direction marks and byte-order marks: invisible, and each breaks search or print. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** Control characters other than tab and line ends. C1 controls are what is left of a wrong decoding. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]/g

/** Surrogates without their pair cannot be stored nor drawn. */
const HALF_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const SPACES = /[\s\u0085\u2800\u3164\uffa0]+/g

/** An entity that survived decoding because the page escaped it twice. */
const LEFT_OVER = /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);/i

/** A capital set apart from its own word: "E l alcalde". */
const DROP_CAP = /^(["“«¿¡]?)(\p{Lu}) (\p{Ll}{1,24})(?=[\s,.;:]|$)/u
/** Letters that are words, names or ordinals by themselves: joined only with what is no word alone. */
const LONE_LETTERS = new Set(['A', 'E', 'O', 'U', 'Y', 'I', 'V', 'X'])
const NEVER_ALONE = new Set([
  'l',
  'n',
  's',
  'r',
  'sta',
  'ste',
  'stos',
  'stas',
  'sto',
  'yer',
  'nte',
  'lgunos',
  'unque',
])
/** "L aniversario", "C legislatura": a Roman ordinal. */
const NUMBERED = new Set([
  'aniversario',
  'congreso',
  'edición',
  'encuentro',
  'legislatura',
  'feria',
  'festival',
])

/** A character that may need cleaning, or two spaces: most runs of text have neither and are returned as they are. */
const SUSPECT = /[^ -%'-~\u00a1-\u00ac\u00ae-\u017f‘’“”–—…]| {2}/

/** What a page escaped more than so many times is left as it stands. */
const MOST_ROUNDS = 6

const stripMarks = (text: string): string => text.replace(INVISIBLE, '').replace(CONTROL, '')

/** Decodes left-over entities until none is left: each round shortens the text or ends. */
function decodeLeftOvers(text: string): string {
  let current = stripMarks(text)
  for (let round = 0; round < MOST_ROUNDS && LEFT_OVER.test(current); round += 1) {
    const next = stripMarks(decodeHTML(current))
    if (next === current) break
    current = next
  }
  return current
}

/**
 * Cleans a run of text: NFC, no invisible or control characters, entities left over from double escaping decoded,
 * every run of spaces (non-breaking ones too) and line ends as one space, trimmed.
 */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text.trim()
  return decodeLeftOvers(text).replace(HALF_SURROGATE, '\ufffd').normalize('NFC').replace(SPACES, ' ').trim()
}

/** Joins a drop cap to its word at the start of a paragraph: "E l alcalde" → "El alcalde"; "A los vecinos" stays. */
export function joinDropCap(paragraph: string): string {
  const match = DROP_CAP.exec(paragraph)
  if (match === null) return paragraph
  const [whole, opening = '', capital = '', rest = ''] = match
  const isBroken = LONE_LETTERS.has(capital) ? NEVER_ALONE.has(rest) : !NUMBERED.has(rest)
  return isBroken ? `${opening}${capital}${rest}${paragraph.slice(whole.length)}` : paragraph
}
