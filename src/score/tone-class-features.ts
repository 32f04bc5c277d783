// A sentence's words → the classes of what they do, in order: so that what was learnt of one verb serves for all like it.
import { SUBJECT_CLASSES } from './tone-class-subjects.ts'
import { PLAIN_CLASSES } from './tone-class-words.ts'
import { hashText, mix } from './tone-hash.ts'
import type { Party } from './tone-parties.ts'

const CLASSES = Object.entries({ ...PLAIN_CLASSES, ...SUBJECT_CLASSES })

/** Letters by which prefixes are indexed; none is shorter. */
const INDEXED = 3

const exact = new Map<string, number[]>()
const prefixes = new Map<string, { readonly prefix: string; readonly kind: number }[]>()
for (const [name, words] of CLASSES) {
  const kind = hashText(name)
  for (const entry of words.trim().split(/\s+/)) {
    const prefix = entry.replace(/\*$/, '')
    const key = prefix.slice(0, INDEXED)
    if (prefix === entry) exact.set(entry, [...(exact.get(entry) ?? []), kind])
    else prefixes.set(key, [...(prefixes.get(key) ?? []), { prefix, kind }])
  }
}

const MOST_KNOWN = 20_000
const known = new Map<string, readonly number[]>()

/** Hashes of the classes of one folded word; most words have none, some have several. */
function listClasses(word: string): readonly number[] {
  const remembered = known.get(word)
  if (remembered !== undefined) return remembered
  const begun = (prefixes.get(word.slice(0, INDEXED)) ?? []).filter(({ prefix }) => word.startsWith(prefix))
  const classes = [...new Set([...(exact.get(word) ?? []), ...begun.map(({ kind }) => kind)])]
  if (known.size < MOST_KNOWN) known.set(word, classes)
  return classes
}

/** Classed words farther apart than this say nothing together. */
const REACH = 4

type Placed = { readonly at: number; readonly kinds: readonly number[] }

const BEFORE = hashText('antes')
const AFTER = hashText('después')

/**
 * Hashes of the features of a sentence: each class, the side of the target on which it stands, and each two and three
 * classes in a row, with the parties among them. Class-based n-grams: Brown et al. (1992), *Computational Linguistics* 18(4).
 */
export function listClassFeatures(words: readonly string[], parties: readonly Party[]): number[] {
  const placed = placeClasses(words, parties)
  const target = parties.find(({ kind }) => kind === 'gobierno' || kind === 'lugar')
  const features: number[] = []
  for (const [index, { at, kinds }] of placed.entries()) {
    const [next, after] = [placed[index + 1], placed[index + 2]]
    const seconds = next !== undefined && next.at - at <= REACH ? next.kinds : []
    const thirds = next !== undefined && after !== undefined && after.at - next.at <= REACH ? after.kinds : []
    for (const kind of kinds) {
      features.push(kind)
      if (target !== undefined) features.push(mix(kind, at < target.from ? BEFORE : AFTER))
      for (const second of seconds) {
        const pair = mix(kind, second)
        features.push(pair)
        for (const third of thirds) features.push(mix(pair, third))
      }
    }
  }
  return features
}

/** Words with their classes in order; a party stands as itself whatever its words. */
function placeClasses(words: readonly string[], parties: readonly Party[]): Placed[] {
  const kinds: (readonly number[])[] = words.map(listClasses)
  for (const { kind, from, to } of parties) {
    if (kind !== 'gobierno' && kind !== 'otro' && kind !== 'lugar') continue
    kinds.fill([], from, to)
    kinds[from] = [hashText(kind)]
  }
  const placed: Placed[] = []
  for (let at = 0; at < kinds.length; at++) {
    const of = kinds[at]
    if (of !== undefined && of.length > 0) placed.push({ at, kinds: of })
  }
  return placed
}
