// Words → hashes of their five-word shingles, and the few of them that winnowing keeps as the fingerprint of a text.

/** Five words: long enough to be rare in news, short enough to survive an edit every few words. */
export const SHINGLE_WORDS = 5

/** Any shared run of SHINGLE_WORDS + WINNOW_WINDOW − 1 = 12 words shares at least one kept hash. */
const WINNOW_WINDOW = 8

function mix(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** One hash per run of five words, in order; empty for shorter texts. The finish is MurmurHash3's (Appleby). */
export function hashShingles(ids: Uint32Array): Uint32Array {
  const count = Math.max(0, ids.length - SHINGLE_WORDS + 1)
  const hashes = new Uint32Array(count)
  for (let at = 0; at < count; at += 1) {
    let hash = 0
    for (let word = at; word < at + SHINGLE_WORDS; word += 1)
      hash = Math.imul(hash, 0x9e3779b1) + (ids[word] ?? 0)
    hashes[at] = mix(hash)
  }
  return hashes
}

/**
 * Keeps the least hash of every window of eight (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003): about two in
 * nine, chosen by content and so alike in two copies of a passage. A text shorter than one window keeps its least.
 */
export function winnow(hashes: Uint32Array): number[] {
  const kept: number[] = []
  let last = -1
  const windows = Math.max(hashes.length === 0 ? 0 : 1, hashes.length - WINNOW_WINDOW + 1)
  for (let from = 0; from < windows; from += 1) {
    const to = Math.min(hashes.length, from + WINNOW_WINDOW)
    let least = Math.max(last, from)
    for (let at = last >= from ? to - 1 : from; at < to; at += 1) {
      if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at
    }
    if (least !== last) {
      kept.push(hashes[least] ?? 0)
      last = least
    }
  }
  return kept
}
