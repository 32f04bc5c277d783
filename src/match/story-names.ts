// Two notes → how far they name the same people, places and figures: what tells two events of one kind apart.
import { NAME, type Stems } from './story-note.ts'
import { type StoryWindow, weighStem } from './story-window.ts'

/** Stands for names that were not written: two notes that name nothing neither agree nor disagree. In weight, some two names. */
const UNWRITTEN = 10
const UNWRITTEN_AGREE = 0.4

/** Part of the likeness that stands whatever is named; the rest counts as far as the names agree. */
const BARE_PART = 0.35

/** What the names of a note weigh together (sum of ln N/df). */
export function weighNames(window: StoryWindow, { stems, counts }: Stems): number {
  let sum = 0
  for (const [at, stem] of stems.entries()) if ((counts[at] ?? 0) & NAME) sum += weighStem(window, stem)
  return sum
}

/**
 * Agreement of two notes in what they name, 0–1: the weight of the names they share, of all that the note with fewer
 * names names (overlap coefficient, Szymkiewicz 1934). Two robberies share the words of robberies, not the shop, the
 * sum and the street.
 */
export function agreeInNames(shared: number, one: number, other: number): number {
  return (shared + UNWRITTEN * UNWRITTEN_AGREE) / (Math.min(one, other) + UNWRITTEN)
}

/** By how much a likeness counts, given the agreement in names. */
export function creditNames(agreement: number): number {
  return BARE_PART + (1 - BARE_PART) * agreement
}

/**
 * Part, 0–1, of what the note with fewer names names (by weight) that the other names too; 1 if it names nothing. Nothing
 * stands here for names unwritten: a copy that names nobody has left none out. Both lists of stems ascend.
 */
export function shareNames(window: StoryWindow, one: Stems, other: Stems): number {
  let [shared, left, right] = [0, 0, 0]
  while (left < one.stems.length && right < other.stems.length) {
    const [stem, theirs] = [one.stems[left] ?? 0, other.stems[right] ?? 0]
    if (stem === theirs && (one.counts[left] ?? 0) & (other.counts[right] ?? 0) & NAME)
      shared += weighStem(window, stem)
    if (stem <= theirs) left += 1
    if (theirs <= stem) right += 1
  }
  const fewer = Math.min(weighNames(window, one), weighNames(window, other))
  return fewer === 0 ? 1 : shared / fewer
}
