// Lists of phrases with a value → an index that finds them, longest first, among folded words.

/** A phrase found among words `from`…`to` (exclusive). */
export type PhraseFound<Value> = { readonly value: Value; readonly from: number; readonly to: number }

export type PhraseIndex<Value> = {
  readonly byWord: ReadonlyMap<string, readonly Pattern<Value>[]>
  readonly byPrefix: ReadonlyMap<string, readonly Pattern<Value>[]>
  /** 1 at the key of every three letters with which some phrase begins: most words need not be looked up at all. */
  readonly letters: Uint8Array
  /** What was looked up before, by word. */
  readonly begun: Map<string, Begun<Value>>
}

/** The patterns that a word begins, longest first; where they are many, those that a second word goes on with too. */
type Begun<Value> = {
  readonly patterns: readonly Pattern<Value>[]
  readonly bySecond: Map<string, readonly Pattern<Value>[]> | null
}

type Part = { readonly text: string; readonly isPrefix: boolean }
type Pattern<Value> = { readonly value: Value; readonly parts: readonly Part[] }

/** Letters by which prefixes are indexed; none may be shorter. */
const INDEXED = 3

function readParts(phrase: string): Part[] {
  return phrase
    .trim()
    .split(/\s+/)
    .map((word) => ({ text: word.replace(/\*$/, ''), isPrefix: word.endsWith('*') }))
}

/** Prepares phrases for `findPhrases`. In a phrase `*` ends a prefix of at least three letters and `_` stands for any word. */
export function indexPhrases<Value>(
  entries: Iterable<{ readonly phrase: string; readonly value: Value }>,
): PhraseIndex<Value> {
  const byWord = new Map<string, Pattern<Value>[]>()
  const byPrefix = new Map<string, Pattern<Value>[]>()
  for (const { phrase, value } of entries) {
    const parts = readParts(phrase)
    const first = parts[0]
    if (first === undefined || first.text === '') continue
    const [index, key] = first.isPrefix ? [byPrefix, first.text.slice(0, INDEXED)] : [byWord, first.text]
    const patterns = index.get(key)
    if (patterns === undefined) index.set(key, [{ value, parts }])
    else patterns.push({ value, parts })
  }
  const letters = new Uint8Array(KEYS)
  for (const text of [...byWord.keys(), ...byPrefix.keys()]) letters[keyOf(text)] = 1
  return { byWord, byPrefix, letters, begun: new Map() }
}

const KEYS = 2 ** 14

/** A number under `KEYS` by the first three letters of a word; fewer count as 0. */
const keyOf = (word: string): number =>
  ((word.charCodeAt(0) | 0) ^ ((word.charCodeAt(1) | 0) << 4) ^ ((word.charCodeAt(2) | 0) << 8)) & (KEYS - 1)

const accepts = ({ text, isPrefix }: Part, word: string): boolean =>
  text === '_' || word === text || (isPrefix && word.startsWith(text))

/** Whether the parts after the first, which fits already, fit as well. */
function fits(parts: readonly Part[], words: readonly string[], at: number): boolean {
  for (let offset = 1; offset < parts.length; offset++) {
    const part = parts[offset]
    const word = words[at + offset]
    if (part === undefined || word === undefined || !accepts(part, word)) return false
  }
  return true
}

/** Words whose patterns are remembered, by index, and words after one that begins many. */
const MOST_KNOWN = 20_000
const MOST_SECONDS = 2000
/** "no" begins a hundred phrases, "de" twenty: from so many on it pays to look at the second word first. */
const MANY = 4

/** Patterns that begin with a word, longest first; of equals, those that name it whole. Most words begin none. */
function listBegun<Value>(index: PhraseIndex<Value>, word: string): Begun<Value> {
  const remembered = index.begun.get(word)
  if (remembered !== undefined) return remembered
  const whole = index.byWord.get(word) ?? []
  const prefixed = (index.byPrefix.get(word.slice(0, INDEXED)) ?? []).filter(({ parts: [first] }) =>
    word.startsWith(first?.text ?? ''),
  )
  const patterns = [...whole, ...prefixed].sort((left, right) => right.parts.length - left.parts.length)
  const begun = { patterns, bySecond: patterns.length < MANY ? null : new Map() }
  if (index.begun.size < MOST_KNOWN) index.begun.set(word, begun)
  return begun
}

/** Of the patterns that a word begins, those that may go on with the next one, in the same order. */
function listContinued<Value>({ patterns, bySecond }: Begun<Value>, next: string): readonly Pattern<Value>[] {
  if (bySecond === null) return patterns
  const remembered = bySecond.get(next)
  if (remembered !== undefined) return remembered
  const continued = patterns.filter(({ parts: [, second] }) => second === undefined || accepts(second, next))
  if (bySecond.size < MOST_SECONDS) bySecond.set(next, continued)
  return continued
}

/** The longest pattern that fits. */
function findAt<Value>(
  index: PhraseIndex<Value>,
  words: readonly string[],
  at: number,
): Pattern<Value> | undefined {
  const word = words[at] ?? ''
  if (index.letters[keyOf(word)] === 0) return undefined
  const begun = listBegun(index, word)
  if (begun.patterns.length === 0) return undefined
  for (const pattern of listContinued(begun, words[at + 1] ?? ''))
    if (fits(pattern.parts, words, at)) return pattern
  return undefined
}

/** Lists the phrases among folded words in order: at each place the longest one, none overlapping another. */
export function findPhrases<Value>(
  index: PhraseIndex<Value>,
  words: readonly string[],
): PhraseFound<Value>[] {
  const found: PhraseFound<Value>[] = []
  let at = 0
  while (at < words.length) {
    const pattern = findAt(index, words, at)
    const to = at + (pattern?.parts.length ?? 1)
    if (pattern !== undefined) found.push({ value: pattern.value, from: at, to })
    at = to
  }
  return found
}
