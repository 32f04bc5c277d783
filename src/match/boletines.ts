// Boletines → an index of their fingerprints in which an article finds those it shares text with, whatever their number.
import type { Article, Boletin } from '../model.ts'
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

/** Hashes in a bucket of the directory: a quarter of the memory to miss, and all within one line of the processor's cache. */
const BUCKET_HASHES = 4

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
  const bits = Math.max(1, Math.ceil(Math.log2(total / BUCKET_HASHES + 1)))
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

/** Grows with any change of how fingerprints are made: those kept by another version are made again. */
export const PRINT_VERSION = 1

/** The fingerprints by which a boletín is found. */
export const printBoletin = ({ paragraphs }: Boletin): ReadonlySet<number> =>
  new Set(winnow(hashShingles(readWords(paragraphs).ids)))

/** All the hashes that a note asks for. */
export const probeArticle = ({ paragraphs }: Pick<Article, 'paragraphs'>): Uint32Array =>
  hashShingles(readWords(paragraphs).ids)

/** Boletines of the index that hold any fingerprint of a text, and whether one of them may be in it. */
export function findSharing(
  shingles: Uint32Array,
  index: BoletinIndex,
): { readonly boletines: readonly Boletin[]; readonly hasCandidates: boolean } {
  const holders = findHolders(shingles, index)
  const owners = new Set(holders.flatMap((each) => each ?? []))
  return {
    boletines: [...owners].flatMap((owner) => index.boletines[owner] ?? []),
    hasCandidates: findCandidates(shingles, holders, index, () => true).length > 0,
  }
}

/** For each shingle of a text, the boletines that hold it, in order of dispatch; null where none does. */
export type Holders = readonly (readonly number[] | null)[]

/**
 * Looks up all shingles of a text. The directory is read for all of them before any hash is: none of the reads waits for
 * another, so that the processor fetches many at once from an index larger than its caches.
 */
export function findHolders(shingles: Uint32Array, index: BoletinIndex): Holders {
  const from = new Uint32Array(shingles.length)
  const to = new Uint32Array(shingles.length)
  for (let at = 0; at < shingles.length; at += 1) {
    const bucket = (shingles[at] ?? 0) >>> index.shift
    from[at] = index.starts[bucket] ?? 0
    to[at] = index.starts[bucket + 1] ?? 0
  }
  const holders: (readonly number[] | null)[] = []
  for (let at = 0; at < shingles.length; at += 1) {
    holders.push(listOwners(index, shingles[at] ?? 0, from[at] ?? 0, to[at] ?? 0))
  }
  return holders
}

function listOwners(index: BoletinIndex, hash: number, from: number, to: number): number[] | null {
  let owners: number[] | null = null
  for (let at = from; at < to; at += 1) {
    if (index.hashes[at] !== hash) continue
    if (owners === null) owners = []
    owners.push(index.owners[at] ?? 0)
  }
  return owners
}

/** A boletín that may be in a text. `points`: two for each shared fingerprint that hardly any boletín holds, else one. */
export type Candidate = { readonly boletin: number; readonly points: number }

const RARE_OWNERS = 2

/** Weighs the fingerprints that each boletín shares with a text, most first; `admits` leaves boletines out (dates). */
export function findCandidates(
  shingles: Uint32Array,
  holders: Holders,
  index: BoletinIndex,
  admits: (boletin: number) => boolean,
): Candidate[] {
  const most = Math.max(MOST_OWNERS, index.boletines.length * MOST_OWNERS_SHARE)
  const points = new Map<number, number>()
  const seen = new Set<number>()
  for (const [at, owners] of holders.entries()) {
    const hash = shingles[at] ?? 0
    if (owners === null || owners.length > most || seen.has(hash)) continue
    seen.add(hash)
    const worth = owners.length <= RARE_OWNERS ? 2 : 1
    for (const owner of owners) points.set(owner, (points.get(owner) ?? 0) + worth)
  }
  return [...points]
    .filter(([boletin, worth]) => worth >= 2 && admits(boletin))
    .map(([boletin, worth]) => ({ boletin, points: worth }))
    .sort((left, right) => right.points - left.points || left.boletin - right.boletin)
}
