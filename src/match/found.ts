// Fields and the index of subjects → every phrase of every subject where it stands, without those that an exclusion swallows.
import type { Field } from './fields.ts'
import { findPhrases } from './phrases.ts'
import type { PhraseUse, SubjectIndex } from './subjects.ts'

/** A phrase at a place; `phrase` is its number in the index. */
export type Found = {
  readonly phrase: number
  readonly field: Field
  readonly from: number
  readonly to: number
}

/** A phrase that can name a subject, there. */
export type Naming = Found & { readonly use: PhraseUse }

/**
 * `everywhere`: phrase number → its places. `bySubject`: subject number → what can name it, in reading order.
 * `cancelled`: subject number → what an exclusion took from it.
 */
export type Findings = {
  readonly everywhere: ReadonlyMap<number, readonly Found[]>
  readonly bySubject: ReadonlyMap<number, readonly Naming[]>
  readonly cancelled: ReadonlyMap<number, readonly Naming[]>
}

const covers = (outer: Found, inner: Found): boolean =>
  outer.field === inner.field && outer.from <= inner.from && outer.to >= inner.to

/**
 * A naming does not count inside a longer phrase of the same subject nor, for a place, inside the longer name of another
 * place ("Hidalgo" in "San Martín Hidalgo").
 */
const isInside = (naming: Found, others: readonly Found[]): boolean =>
  others.some((outer) => outer.to - outer.from > naming.to - naming.from && covers(outer, naming))

/** Looks all phrases up in one pass, then keeps for each subject what really can name it. */
export function findAll(fields: readonly Field[], index: SubjectIndex): Findings {
  const everywhere = new Map<number, Found[]>()
  const namings = new Map<number, Naming[]>()
  const places: Naming[] = []
  for (const field of fields) {
    for (const match of findPhrases(field.tokens, index.trie)) {
      const found = { ...match, field }
      push(everywhere, match.phrase, found)
      for (const use of index.uses[match.phrase] ?? []) {
        const naming = { ...found, use }
        push(namings, use.subject, naming)
        if (index.prepared[use.subject]?.isPlace === true) places.push(naming)
      }
    }
  }
  const bySubject = new Map<number, readonly Naming[]>()
  const cancelled = new Map<number, readonly Naming[]>()
  for (const [subject, all] of namings) {
    const prepared = index.prepared[subject]
    if (prepared === undefined) continue
    const exclusions = [...prepared.exclusions].flatMap((phrase) => everywhere.get(phrase) ?? [])
    const rivals = prepared.isPlace ? places.filter(({ use }) => use.subject !== subject) : []
    const longest = all.filter((naming) => !isInside(naming, all) && !isInside(naming, rivals))
    const isExcluded = (naming: Naming) => exclusions.some((outer) => covers(outer, naming))
    const kept = longest.filter((naming) => !isExcluded(naming))
    if (kept.length > 0) bySubject.set(subject, kept)
    cancelled.set(subject, longest.filter(isExcluded))
  }
  return { everywhere, bySubject, cancelled }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}
