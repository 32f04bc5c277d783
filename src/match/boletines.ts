// Boletines → an index of their fingerprints in which an article finds those it shares text with, whatever their number.
import type { Boletin } from '../model.ts'
import { hashShingles, winnow } from './shingles.ts'
import { type Row, readWords } from './words.ts'

/**
 * Boletines in order of dispatch, and their winnowed shingles sorted by hash: `hashes[i]` belongs to boletín `owners[i]`.
 * `starts` is a directory by the top bits of the hash, so that a look-up reads one short stretch of memory. `rows` are the
 * boletines' words, ready to be aligned. About 3.5 KB a boletín in all.
 */
export type BoletinIndex = {
  readonly boletines: readonly Boletin[]
  readonly rows: readonly Row[]
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
  const rows = ordered.map(({ paragraphs }): Row => {
    const { ids, paragraph } = readWords(paragraphs)
    return { ids, paragraph }
  })
  const prints = rows.map(({ ids }) => Uint32Array.from(new Set(winnow(hashShingles(ids)))))
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
  return { boletines: ordered, rows, hashes, owners, starts, shift }
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

/** A boletín that may be in a text. `points`: two for each shared fingerprint that hardly any boletín holds, else one. */
export type Candidate = { readonly boletin: number; readonly points: number }

const RARE_OWNERS = 2

/** Weighs the fingerprints that each boletín shares with a text, most first; `admits` leaves boletines out (dates). */
export function findCandidates(
  shingles: Uint32Array,
  index: BoletinIndex,
  admits: (boletin: number) => boolean,
): Candidate[] {
  const most = Math.max(MOST_OWNERS, index.boletines.length * MOST_OWNERS_SHARE)
  const points = new Map<number, number>()
  for (const hash of new Set(shingles)) {
    const owners = findOwners(index, hash)
    if (owners.length > most) continue
    const worth = owners.length <= RARE_OWNERS ? 2 : 1
    for (const owner of owners) points.set(owner, (points.get(owner) ?? 0) + worth)
  }
  return [...points]
    .filter(([boletin, worth]) => worth >= 2 && admits(boletin))
    .map(([boletin, worth]) => ({ boletin, points: worth }))
    .sort((left, right) => right.points - left.points || left.boletin - right.boletin)
}
