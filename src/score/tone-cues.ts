// Folded words → the tone phrases among them.
import { CUE_LISTS, type CueKind } from './tone-lexicon.ts'
import { findPhrases, indexPhrases } from './tone-phrases.ts'

/** A tone phrase at words `from`…`to` (exclusive), its kind and its signed weight. */
export type Cue = {
  readonly kind: CueKind
  readonly weight: number
  readonly from: number
  readonly to: number
}

const index = indexPhrases(
  CUE_LISTS.flatMap(({ kind, weight, phrases }) =>
    phrases.split(',').map((phrase) => ({ phrase, value: { kind, weight } })),
  ),
)

/** Lists the tone phrases of a sentence, given its folded words. */
export function findCues(words: readonly string[]): Cue[] {
  return findPhrases(index, words).map(({ value, from, to }) => ({ ...value, from, to }))
}
