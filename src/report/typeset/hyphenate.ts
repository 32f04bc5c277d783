// A Spanish word → the parts between which a line may break it.
import hyphen from 'hyphen/es/index.js'

const MARK = '\u00ad'
const SHORTEST_WORD = 6
const SHORTEST_PART = 3
/** Only lower-case words, with the punctuation around them: never names, acronyms, figures or links. */
const BREAKABLE = /^([¿¡“"«(]*)([a-záéíóúüñ]+)([.,;:!?”"»)…]*)$/

const known = new Map<string, readonly string[]>()

/** Parts of a word, three letters or more on each side of a break; a single part when it must not be broken. */
export function hyphenate(word: string): readonly string[] {
  if (word.length < SHORTEST_WORD) return [word]
  const remembered = known.get(word)
  if (remembered !== undefined) return remembered
  const parts = splitWord(word)
  known.set(word, parts)
  return parts
}

function splitWord(word: string): readonly string[] {
  const [, before = '', core = '', after = ''] = BREAKABLE.exec(word) ?? []
  if (core.length < SHORTEST_WORD) return [word]
  const syllables = hyphen.hyphenateSync(core, { hyphenChar: MARK, minWordLength: SHORTEST_WORD }).split(MARK)
  const parts = mergeShortParts(syllables)
  return parts.map((part, index) => {
    const head = index === 0 ? before : ''
    const tail = index === parts.length - 1 ? after : ''
    return `${head}${part}${tail}`
  })
}

function mergeShortParts(syllables: readonly string[]): string[] {
  const parts: string[] = []
  for (const syllable of syllables) {
    const last = parts.at(-1)
    if (last !== undefined && parts.length === 1 && last.length < SHORTEST_PART) parts[0] = last + syllable
    else parts.push(syllable)
  }
  const tail = parts.at(-1)
  if (parts.length > 1 && tail !== undefined && tail.length < SHORTEST_PART) {
    parts.pop()
    parts[parts.length - 1] = `${parts.at(-1)}${tail}`
  }
  return parts
}
