// Notes → the sum of their reach in people, with repetitions: value, least and most, and how many notes it counts.
import type { Note } from '../model.ts'

/** `value` is null when no note's reach is known in people; `range` when none of them is given as a range. */
export type ReachSum = {
  readonly value: number | null
  readonly range: readonly [number, number] | null
  readonly notes: number
}

/**
 * Adds people only: views are another unit. A reach without range counts whole in the least and the most, and the ends are
 * added as if all erred to the same side, which is the widest they can lie apart.
 */
export function sumReach(notes: readonly Pick<Note, 'reach'>[]): ReachSum {
  const known = notes.flatMap(({ reach }) => (reach?.unit === 'personas' ? [reach] : []))
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  return {
    value: known.length === 0 ? null : add(known.map(({ value }) => value)),
    range: known.every(({ range }) => range === undefined)
      ? null
      : [
          add(known.map(({ value, range }) => range?.[0] ?? value)),
          add(known.map(({ value, range }) => range?.[1] ?? value)),
        ],
    notes: known.length,
  }
}
