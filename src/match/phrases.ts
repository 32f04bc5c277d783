// Phrases → a trie over folded words; words of a text → the phrases found in it. One lookup per word, however many phrases.
import { listTokens, type Token } from '../text/tokens.ts'

type Node = { readonly next: Map<string, Node>; phrase: number }

/** Every distinct phrase has a number, its place in `phrases`. */
export type PhraseTrie = { readonly root: Node; readonly size: number }

/** A phrase found: its number and the words it covers, `from` inclusive, `to` exclusive. */
export type PhraseMatch = { readonly phrase: number; readonly from: number; readonly to: number }

const NONE = -1

/** Collects phrases and gives each distinct one (after folding) a number; a phrase without words gets null. */
export function startTrie(): {
  readonly add: (phrase: string) => number | null
  readonly trie: () => PhraseTrie
} {
  const root: Node = { next: new Map(), phrase: NONE }
  let size = 0
  const add = (phrase: string): number | null => {
    let node = root
    for (const { form } of listTokens(phrase)) {
      let next = node.next.get(form)
      if (next === undefined) {
        next = { next: new Map(), phrase: NONE }
        node.next.set(form, next)
      }
      node = next
    }
    if (node === root) return null
    if (node.phrase === NONE) node.phrase = size++
    return node.phrase
  }
  return { add, trie: () => ({ root, size }) }
}

/** Lists every phrase at every place, overlapping ones too, in order of their first word. */
export function findPhrases(tokens: readonly Token[], trie: PhraseTrie): PhraseMatch[] {
  const found: PhraseMatch[] = []
  for (const [from, token] of tokens.entries()) {
    let node = trie.root.next.get(token.form)
    let to = from + 1
    while (node !== undefined) {
      if (node.phrase !== NONE) found.push({ phrase: node.phrase, from, to })
      const next = tokens[to]
      if (next === undefined || node.next.size === 0) break
      node = node.next.get(next.form)
      to += 1
    }
  }
  return found
}
