// A text and the notes of the window → those that print the same text, and groups of notes that do: the lane of copies.
import { alignTexts } from './alignment.ts'
import { visitPlaces } from './postings.ts'
import { shareNames } from './story-names.ts'
import { listPrints, rowOf, rowOfSketch, type Sketch, type Stems, stemsOf } from './story-note.ts'
import type { Remembered, StoryWindow } from './story-window.ts'
import type { Row } from './words.ts'

/** A note that shares text with another. Both shares 0–1, of the shorter and of the longer of the two. */
export type SharedText = { readonly note: Remembered; readonly ofShorter: number; readonly ofLonger: number }

const LIMITS = {
  /** Shared fingerprints from which a note is worth aligning. */
  prints: 3,
  /** Below this many words a shared sentence is half of the note. */
  leastWords: 25,
  /** The likeliest originals are aligned with the note, not every note that shares a phrase. */
  mostAligned: 8,
  /** A phrase that outlets print below every note leads to all of them: so many places are looked at, and no more. */
  mostPlaces: 6_000,
  /** Half of the shorter note copied: a copy or a trimmed wire, whatever the headline. */
  copyOfShorter: 0.5,
  /** A digest holds short notes whole and is a copy of none. */
  copyOfLonger: 0.3,
  /** Whoever copies leaves the names and figures; reports of two accidents in the same form share all the rest. */
  sameNames: 0.6,
} as const

/** True of a note that prints half of the other's text, or whose text the other prints. */
export function isCopy({ ofShorter }: SharedText): boolean {
  return ofShorter >= LIMITS.copyOfShorter
}

/** Notes that share text with this one, as far as they are `wanted`, the likeliest first. Cost: constant in the window's size. */
export function findSharedTexts(
  sketch: Sketch,
  window: StoryWindow,
  wanted: (note: Remembered) => boolean,
): SharedText[] {
  return findShared(rowOfSketch(sketch), sketch, window, wanted)
}

function findShared(
  row: Row,
  stems: Stems,
  window: StoryWindow,
  wanted: (note: Remembered) => boolean,
): SharedText[] {
  const shared = new Map<number, number>()
  let places = 0
  for (const print of listPrints(row)) {
    visitPlaces(window.byPrint, print, (place) => {
      shared.set(place, (shared.get(place) ?? 0) + 1)
      places += 1
      return places < LIMITS.mostPlaces
    })
  }
  const likeliest = [...shared]
    .filter(([, count]) => count >= LIMITS.prints)
    .sort((left, right) => right[1] - left[1] || left[0] - right[0])
  const found: SharedText[] = []
  for (const [place] of likeliest) {
    const note = window.places[place] ?? null
    if (note === null || !wanted(note)) continue
    const [shorter, longer] = [
      Math.min(note.packed.words, row.ids.length),
      Math.max(note.packed.words, row.ids.length),
    ]
    if (shorter < LIMITS.leastWords) continue
    if (shareNames(window, stems, stemsOf(note.packed)) < LIMITS.sameNames) continue
    const equal = alignTexts(rowOf(note.packed), row).reduce((sum, passage) => sum + passage.words, 0)
    found.push({ note, ofShorter: equal / shorter, ofLonger: equal / longer })
    if (found.length === LIMITS.mostAligned) break
  }
  return found
}

/**
 * Groups of two or more of these notes that print one text (union-find over aligned cover), as lists of positions. Two
 * notes farther apart than `longestGapMs` are no copies: a service notice comes every month.
 */
export function groupCopies(
  window: StoryWindow,
  notes: readonly Remembered[],
  longestGapMs: number,
): number[][] {
  const positions = new Map(notes.map((note, position) => [note, position] as const))
  const leaders = notes.map((_, position) => position)
  const lead = (position: number): number => {
    let leader = position
    while (leaders[leader] !== leader) leader = leaders[leader] ?? leader
    leaders[position] = leader
    return leader
  }
  for (const [position, note] of notes.entries()) {
    const isEarlier = (other: Remembered) =>
      (positions.get(other) ?? position) < position && note.at - other.at <= longestGapMs
    for (const shared of findShared(rowOf(note.packed), stemsOf(note.packed), window, isEarlier)) {
      const other = positions.get(shared.note)
      if (other === undefined || !isCopy(shared) || shared.ofLonger < LIMITS.copyOfLonger) continue
      const [one, two] = [lead(position), lead(other)]
      leaders[Math.max(one, two)] = Math.min(one, two)
    }
  }
  const groups = new Map<number, number[]>()
  for (const position of notes.keys()) {
    const leader = lead(position)
    groups.set(leader, [...(groups.get(leader) ?? []), position])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}
