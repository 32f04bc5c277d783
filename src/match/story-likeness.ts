// Notes of the window → how alike each two of them are, those that share nothing left out.
import type { Likeness } from './agglomeration.ts'
import { fade } from './stories.ts'
import { countsOf, stemsOf } from './story-note.ts'
import { type Remembered, type StoryWindow, weighStems } from './story-window.ts'

/** Less is chance, and would only make the grouping slow. */
const LEAST = 0.005

/** A stem in so many notes says nothing of an event, and comparing all of them with each other would take long. */
const MOST_HOLDERS = 2_000

/** The cosine of each two notes, faded by the time between them, weighed by the window as it now is. Rows by position. */
export function compareNotes(window: StoryWindow, notes: readonly Remembered[]): Likeness {
  const vectors = notes.map(({ packed }) => {
    const stems = stemsOf(packed)
    const weights = weighStems(window, stems, countsOf(packed))
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0)) || 1
    return { stems, weights: weights.map((weight) => weight / length) }
  })
  const rows = notes.map(() => new Map<number, number>())
  const earlier = new Map<number, { positions: number[]; weights: number[] }>()
  const sums = new Float64Array(notes.length)
  for (const [position, { stems, weights }] of vectors.entries()) {
    const touched: number[] = []
    for (const [at, stem] of stems.entries()) {
      if ((window.holders.get(stem) ?? 0) > MOST_HOLDERS) continue
      const weight = weights[at] ?? 0
      const holders = earlier.get(stem)
      if (holders === undefined) {
        earlier.set(stem, { positions: [position], weights: [weight] })
        continue
      }
      for (const [index, other] of holders.positions.entries()) {
        if (sums[other] === 0) touched.push(other)
        sums[other] = (sums[other] ?? 0) + weight * (holders.weights[index] ?? 0)
      }
      holders.positions.push(position)
      holders.weights.push(weight)
    }
    for (const other of touched) {
      const likeness = (sums[other] ?? 0) * fade(notes[position]?.at ?? 0, notes[other]?.at ?? 0)
      sums[other] = 0
      if (likeness < LEAST) continue
      rows[position]?.set(other, likeness)
      rows[other]?.set(position, likeness)
    }
  }
  return rows
}
