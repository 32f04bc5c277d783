// Notes → the sum of their reach in one unit, with repetitions, and how many notes it counts.
import type { Note, Reach } from '../model.ts'
import { type Spanned, sumSpans } from '../text/spans.ts'

/** Adds only what is in that unit: people, visits and views are never added to one another. Null when no note is. */
export function sumReach(
  notes: readonly Pick<Note, 'reach'>[],
  unit: Reach['unit'],
): (Spanned & { readonly notes: number }) | null {
  const known = notes.flatMap(({ reach }) => (reach?.unit === unit ? [reach] : []))
  const sum = sumSpans(known)
  return sum === null ? null : { ...sum, notes: known.length }
}
