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

/** `everywhere`: phrase number → its places. `bySubject`: subject number → what can name it, in reading order. */
export type Findings = {
  readonly everywhere: ReadonlyMap<number, readonly Found[]>
  readonly bySubject: ReadonlyMap<number, readonly Naming[]>
}

const covers = (outer: Found, inner: Found): boolean =>
  outer.field === inner.field && outer.from <= inner.from && outer.to >= inner.to

const isLonger = (outer: Found, inner: Found): boolean => outer.to - outer.from > inner.to - inner.from

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
  for (const [subject, all] of namings) {
    const kept = all.filter((naming) => !isSwallowed(naming, all, places, everywhere, index))
    if (kept.length > 0) bySubject.set(subject, kept)
  }
  return { everywhere, bySubject }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

/**
 * A naming does not count inside an exclusion of its subject, inside a longer phrase of the same subject, nor, for a
 * place, inside the longer name of another place ("Hidalgo" in "San Martín Hidalgo").
 */
function isSwallowed(
  naming: Naming,
  own: readonly Naming[],
  places: readonly Naming[],
  everywhere: ReadonlyMap<number, readonly Found[]>,
  index: SubjectIndex,
): boolean {
  const prepared = index.prepared[naming.use.subject]
  if (prepared === undefined) return true
  if (own.some((outer) => isLonger(outer, naming) && covers(outer, naming))) return true
  const isOfAnother = (outer: Naming) => outer.use.subject !== naming.use.subject
  if (
    prepared.isPlace &&
    places.some((outer) => isOfAnother(outer) && isLonger(outer, naming) && covers(outer, naming))
  )
    return true
  for (const exclusion of prepared.exclusions) {
    if ((everywhere.get(exclusion) ?? []).some((outer) => covers(outer, naming))) return true
  }
  return false
}
