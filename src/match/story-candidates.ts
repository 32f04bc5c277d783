// The stems of a note and the window → the few stories worth comparing with it in full.
import { visitPlaces } from './postings.ts'
import type { Stems } from './story-note.ts'
import { addToTally, startTally } from './story-tally.ts'
import type { StoryWindow } from './story-window.ts'

/** Rare stems lead to the notes worth comparing; looking at so many places is enough, however large the window. */
const MOST_PLACES = 2_000
const MOST_STORIES = 12

export type IsLive = (storyId: number) => boolean

/**
 * Stories of the notes that share the rarest stems with the new one, the most promising first. `weights` belong to the
 * stems, together of length 1. Cost: constant in the size of the window.
 */
export function listLikelyStories(
  { stems }: Stems,
  weights: Float32Array,
  window: StoryWindow,
  isLive: IsLive,
): number[] {
  const { tally, places } = window
  sumShared(stems, weights, window)
  const best: LikelyStory[] = []
  for (let at = 0; at < tally.size; at += 1) {
    const place = tally.touched[at] ?? 0
    const note = places[place] ?? null
    if (note === null) continue
    const likeness = (tally.sums[place] ?? 0) / note.length
    const last = best.length < MOST_STORIES ? undefined : best.at(-1)
    const likely = { storyId: note.storyId, likeness }
    if ((last === undefined || comesBefore(likely, last)) && isLive(note.storyId)) rankStory(best, likely)
  }
  return best.map(({ storyId }) => storyId)
}

type LikelyStory = { readonly storyId: number; readonly likeness: number }

const comesBefore = (one: LikelyStory, other: LikelyStory): boolean =>
  one.likeness > other.likeness || (one.likeness === other.likeness && one.storyId < other.storyId)

/** Puts a story where it belongs among the best, once, by the best of its notes. */
function rankStory(best: LikelyStory[], likely: LikelyStory): void {
  const known = best.findIndex(({ storyId }) => storyId === likely.storyId)
  const before = best[known]
  if (before !== undefined && before.likeness >= likely.likeness) return
  if (before !== undefined) best.splice(known, 1)
  const rank = best.findIndex((other) => comesBefore(likely, other))
  best.splice(rank < 0 ? best.length : rank, 0, likely)
  if (best.length > MOST_STORIES) best.pop()
}

/** Adds up, in the tally of the window, what each note shares of the rarest stems. */
function sumShared(stems: Uint32Array, weights: Float32Array, window: StoryWindow): void {
  const { tally, byStem } = window
  startTally(tally, window.places.length)
  const order = [...stems.keys()].sort((left, right) => (weights[right] ?? 0) - (weights[left] ?? 0))
  let places = 0
  for (const at of order) {
    const stem = stems[at] ?? 0
    const holders = window.holders.get(stem) ?? 0
    if (holders === 0) continue
    if (places + holders > MOST_PLACES && places > 0) continue
    const weight = (weights[at] ?? 0) ** 2
    if (weight === 0) continue
    visitPlaces(byStem, stem, (place) => {
      addToTally(tally, place, weight)
      places += 1
      return places < MOST_PLACES
    })
  }
}
