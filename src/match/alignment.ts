// Two texts as words → the passages they share, word by word: exact runs found by seeds, extended and joined over small edits.
import type { Row } from './words.ts'

/** A shared passage: half-open word ranges on both sides, and how many of its words are equal. */
export type Aligned = {
  readonly leftFrom: number
  readonly leftTo: number
  readonly rightFrom: number
  readonly rightTo: number
  readonly words: number
}

type Run = { readonly left: number; readonly right: number; readonly length: number }

/** Seeds of three words survive an edit every fourth word; chance seeds stay alone and fall below the shortest passage. */
const SEED_WORDS = 3

/** Runs this near on both sides are one edited passage: a clause or two replaced or inserted. */
const LARGEST_GAP = 12

/** Shorter shared runs are set phrases ("de la presidenta municipal"), not copied text. */
const SHORTEST_PASSAGE = 7

/** A word repeated this often as seed ("de la ciudad de") says nothing and would only cost time. */
const MOST_PLACES = 12

const seedAt = (words: Row, at: number): number =>
  Math.imul(Math.imul(words.ids[at] ?? 0, 0x9e3779b1) + (words.ids[at + 1] ?? 0), 0x85ebca6b) +
  (words.ids[at + 2] ?? 0)

/** Where each seed of a text stands; made once for a text that is aligned with several. */
export type Seeds = ReadonlyMap<number, readonly number[]>

export function placeSeeds(words: Row): Seeds {
  const places = new Map<number, number[]>()
  for (let at = 0; at + SEED_WORDS <= words.ids.length; at += 1) {
    const seed = seedAt(words, at)
    const known = places.get(seed)
    if (known === undefined) places.set(seed, [at])
    else if (known.length < MOST_PLACES) known.push(at)
  }
  return places
}

/** Equal words from there on, within one paragraph on each side. */
function measureRun(left: Row, right: Row, at: number, to: number): number {
  let length = 0
  while (
    at + length < left.ids.length &&
    to + length < right.ids.length &&
    left.ids[at + length] === right.ids[to + length] &&
    left.paragraph[at + length] === left.paragraph[at] &&
    right.paragraph[to + length] === right.paragraph[to]
  ) {
    length += 1
  }
  return length
}

function isRunStart(left: Row, right: Row, at: number, to: number): boolean {
  if (at === 0 || to === 0 || left.ids[at - 1] !== right.ids[to - 1]) return true
  return left.paragraph[at - 1] !== left.paragraph[at] || right.paragraph[to - 1] !== right.paragraph[to]
}

function listRuns(left: Row, right: Row, places: Seeds): Run[] {
  const runs: Run[] = []
  for (let at = 0; at + SEED_WORDS <= left.ids.length; at += 1) {
    for (const to of places.get(seedAt(left, at)) ?? []) {
      if (!isRunStart(left, right, at, to)) continue
      const length = measureRun(left, right, at, to)
      if (length >= SEED_WORDS) runs.push({ left: at, right: to, length })
    }
  }
  return runs
}

/** Longest first, each word of either side used once (greedy string tiling, Wise 1993). */
function tile(runs: readonly Run[], leftSize: number, rightSize: number): Run[] {
  const leftUsed = new Uint8Array(leftSize)
  const rightUsed = new Uint8Array(rightSize)
  const tiles: Run[] = []
  const isFree = (run: Run, offset: number) =>
    leftUsed[run.left + offset] === 0 && rightUsed[run.right + offset] === 0
  for (const run of runs.toSorted((a, b) => b.length - a.length || a.left - b.left || a.right - b.right)) {
    let from = 0
    while (from < run.length) {
      while (from < run.length && !isFree(run, from)) from += 1
      let to = from
      while (to < run.length && isFree(run, to)) to += 1
      if (to - from >= SEED_WORDS) {
        tiles.push({ left: run.left + from, right: run.right + from, length: to - from })
        leftUsed.fill(1, run.left + from, run.left + to)
        rightUsed.fill(1, run.right + from, run.right + to)
      }
      from = to
    }
  }
  return tiles.toSorted((a, b) => a.left - b.left)
}

/** Words equal in order inside the gap between two tiles (longest common subsequence; both sides are short). */
function countInGap(left: Row, right: Row, passage: Aligned, next: Run): number {
  const rows = left.ids.subarray(passage.leftTo, next.left)
  const columns = right.ids.subarray(passage.rightTo, next.right)
  let previous = new Uint8Array(columns.length + 1)
  for (const row of rows) {
    const current = new Uint8Array(columns.length + 1)
    for (let at = 0; at < columns.length; at += 1) {
      current[at + 1] =
        columns[at] === row ? (previous[at] ?? 0) + 1 : Math.max(previous[at + 1] ?? 0, current[at] ?? 0)
    }
    previous = current
  }
  return previous[columns.length] ?? 0
}

function joins(left: Row, right: Row, passage: Aligned, next: Run): boolean {
  const leftGap = next.left - passage.leftTo
  const rightGap = next.right - passage.rightTo
  return (
    leftGap >= 0 &&
    leftGap <= LARGEST_GAP &&
    rightGap >= 0 &&
    rightGap <= LARGEST_GAP &&
    left.paragraph[passage.leftFrom] === left.paragraph[next.left] &&
    right.paragraph[passage.rightFrom] === right.paragraph[next.right]
  )
}

/**
 * Lists the passages that two texts share, in the order of the left one, never across a paragraph's end. Robust to moved and
 * dropped paragraphs and to words changed here and there. Cost: linear in both texts for ordinary prose.
 */
export function alignTexts(left: Row, right: Row, rightSeeds: Seeds = placeSeeds(right)): Aligned[] {
  const passages: Aligned[] = []
  for (const run of tile(listRuns(left, right, rightSeeds), left.ids.length, right.ids.length)) {
    const open = passages.at(-1)
    const ends = { leftTo: run.left + run.length, rightTo: run.right + run.length }
    if (open !== undefined && joins(left, right, open, run)) {
      const words = open.words + countInGap(left, right, open, run) + run.length
      passages[passages.length - 1] = { ...open, ...ends, words }
    } else {
      passages.push({ leftFrom: run.left, rightFrom: run.right, words: run.length, ...ends })
    }
  }
  return passages.filter((passage) => passage.words >= SHORTEST_PASSAGE)
}
