// Lists of phrases with a value → an index that finds them, longest first, among folded words.

/** A phrase found among words `from`…`to` (exclusive). */
export type PhraseFound<Value> = { readonly value: Value; readonly from: number; readonly to: number }

export type PhraseIndex<Value> = {
  readonly byWord: ReadonlyMap<string, readonly Pattern<Value>[]>
  readonly byPrefix: ReadonlyMap<string, readonly Pattern<Value>[]>
  /** What was looked up before, by word. */
  readonly begun: Map<string, readonly Pattern<Value>[]>
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
  return { byWord, byPrefix, begun: new Map() }
}

function fits(parts: readonly Part[], words: readonly string[], at: number): boolean {
  for (let offset = 0; offset < parts.length; offset++) {
    const part = parts[offset]
    const word = words[at + offset]
    if (part === undefined || word === undefined) return false
    if (part.text === '_' || word === part.text) continue
    if (!part.isPrefix || !word.startsWith(part.text)) return false
  }
  return true
}

/** Words whose patterns are remembered, by index. */
const MOST_KNOWN = 20_000

/** Patterns that begin with a word, longest first; of equals, those that name it whole. Most words begin none. */
function listBegun<Value>(index: PhraseIndex<Value>, word: string): readonly Pattern<Value>[] {
  const remembered = index.begun.get(word)
  if (remembered !== undefined) return remembered
  const whole = index.byWord.get(word) ?? []
  const prefixed = (index.byPrefix.get(word.slice(0, INDEXED)) ?? []).filter(({ parts: [first] }) =>
    word.startsWith(first?.text ?? ''),
  )
  const begun = [...whole, ...prefixed].sort((left, right) => right.parts.length - left.parts.length)
  if (index.begun.size < MOST_KNOWN) index.begun.set(word, begun)
  return begun
}

/** The longest pattern that fits. */
function findAt<Value>(
  index: PhraseIndex<Value>,
  words: readonly string[],
  at: number,
): Pattern<Value> | undefined {
  for (const pattern of listBegun(index, words[at] ?? '')) if (fits(pattern.parts, words, at)) return pattern
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
