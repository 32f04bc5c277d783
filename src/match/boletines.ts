// Boletines → an index of their fingerprints in which an article finds those it shares text with, whatever their number.
import type { Boletin } from '../model.ts'
import { hashShingles, winnow } from './shingles.ts'
import { readWords } from './words.ts'

/**
 * Boletines in order of dispatch, and their winnowed shingles sorted by hash: `hashes[i]` belongs to boletín `owners[i]`.
 * `starts` is a directory by the top bits of the hash, so that a look-up reads one short stretch of memory.
 */
export type BoletinIndex = {
  readonly boletines: readonly Boletin[]
  readonly hashes: Uint32Array
  readonly owners: Uint32Array
  readonly starts: Uint32Array
  readonly shift: number
}

/** A hash held by more boletines is boilerplate and finds nothing: 20, or one in 500 of a large archive. */
const MOST_OWNERS = 20
const MOST_OWNERS_SHARE = 1 / 500

const HASH_BITS = 32

/** Builds the index. Order of the input does not matter; cost grows with the total text. */
export function prepareBoletines(boletines: readonly Boletin[]): BoletinIndex {
  const ordered = boletines.toSorted(
    (left, right) => left.sentAt.getTime() - right.sentAt.getTime() || left.folio.localeCompare(right.folio),
  )
  const prints = ordered.map((boletin) =>
    Uint32Array.from(new Set(winnow(hashShingles(readWords(boletin.paragraphs).ids)))),
  )
  const total = prints.reduce((sum, print) => sum + print.length, 0)
  const bits = Math.max(1, Math.ceil(Math.log2(total + 1)))
  const shift = HASH_BITS - bits
  const starts = new Uint32Array(2 ** bits + 1)
  for (const print of prints) {
    for (const hash of print) starts[(hash >>> shift) + 1] = (starts[(hash >>> shift) + 1] ?? 0) + 1
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  }
  const next = starts.slice()
  const hashes = new Uint32Array(total)
  const owners = new Uint32Array(total)
  for (const [owner, print] of prints.entries()) {
    for (const hash of print) {
      const at = next[hash >>> shift] ?? 0
      hashes[at] = hash
      owners[at] = owner
      next[hash >>> shift] = at + 1
    }
  }
  return { boletines: ordered, hashes, owners, starts, shift }
}

/** Boletines that hold a hash, in order of dispatch. */
export function findOwners(index: BoletinIndex, hash: number): number[] {
  const bucket = hash >>> index.shift
  const owners: number[] = []
  const to = index.starts[bucket + 1] ?? 0
  for (let at = index.starts[bucket] ?? 0; at < to; at += 1) {
    if (index.hashes[at] === hash) owners.push(index.owners[at] ?? 0)
  }
  return owners
}

/** A boletín that may be in a text: fingerprints shared, and how many boletines hold the rarest of them. */
export type Candidate = { readonly boletin: number; readonly shared: number; readonly fewestOwners: number }

/** Counts the fingerprints that each boletín shares with a text, most first; `admits` leaves boletines out (dates). */
export function findCandidates(
  shingles: Uint32Array,
  index: BoletinIndex,
  admits: (boletin: number) => boolean,
): Candidate[] {
  const most = Math.max(MOST_OWNERS, index.boletines.length * MOST_OWNERS_SHARE)
  const candidates = new Map<number, Candidate>()
  for (const hash of new Set(shingles)) {
    const owners = findOwners(index, hash)
    if (owners.length > most) continue
    for (const boletin of owners) {
      const known = candidates.get(boletin)
      candidates.set(boletin, {
        boletin,
        shared: (known?.shared ?? 0) + 1,
        fewestOwners: Math.min(known?.fewestOwners ?? owners.length, owners.length),
      })
    }
  }
  return [...candidates.values()]
    .filter(({ boletin }) => admits(boletin))
    .sort((left, right) => right.shared - left.shared || left.boletin - right.boletin)
}
