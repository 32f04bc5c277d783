// What stands behind a printed count: the notes by their numbers, part by part, and the place inside the document it leads to.
import type { ToneLabel } from '../model.ts'

/** Place inside the document that a figure, row or sentence leads to. */
export type Anchor = string

/** Some of the notes behind a count: those of one tone, or under a name. `count` is of notes; a number stands for a story. */
export type TrailPart = {
  readonly tone: ToneLabel | null
  readonly name: string | null
  readonly count: number
  readonly numbers: readonly { readonly text: string; readonly goTo: Anchor }[]
  /** How many of the notes are only in the attached data: the document lists no more stories. */
  readonly unlisted: number
}

/** The notes behind the counts of a row, as «De dónde sale cada cifra» prints them. */
export type CountTrail = {
  readonly anchor: Anchor
  readonly label: string
  readonly parts: readonly TrailPart[]
  /** What is said of counted notes that are not in the document; null when all are. */
  readonly elsewhere: string | null
}

/** Trails under the name of what they count: topics, media, boletines… */
export type TrailGroup = { readonly title: string; readonly trails: readonly CountTrail[] }

const sumCounts = (parts: readonly TrailPart[]): number =>
  parts.reduce((total, { count }) => total + count, 0)

/** Entries of rows some of whose counts lead to them: the count of a single note leads straight to that note. */
export const entriesOf = (rows: readonly { readonly trail: CountTrail }[] = []): CountTrail[] =>
  rows
    .map(({ trail }) => trail)
    .filter(
      ({ parts, elsewhere }) =>
        sumCounts(parts) > 1 || elsewhere !== null || parts.some(({ unlisted }) => unlisted > 0),
    )

/**
 * Where a count of some parts of a trail leads: to the note when it is one, else to the trail's entry; null for none, and
 * when the notes in the document are not as many as the printed count says.
 */
export function placeOfCount(
  trail: CountTrail,
  printed: number,
  isCounted: (part: TrailPart) => boolean,
): Anchor | null {
  const parts = trail.parts.filter(isCounted)
  const count = sumCounts(parts)
  if (count === 0 || count !== printed) return null
  const [only] = parts.flatMap(({ numbers }) => numbers)
  return count === 1 && only !== undefined ? only.goTo : trail.anchor
}

/** Where the number of all notes of a trail leads. */
export const placeOfAll = (trail: CountTrail, printed: number): Anchor | null =>
  placeOfCount(trail, printed, () => true)

/** Where the number of the notes of one tone leads. */
export const placeOfTone = (trail: CountTrail, printed: number, tone: ToneLabel): Anchor | null =>
  placeOfCount(trail, printed, (part) => part.tone === tone)

/** Where the notes under a name lead, however many they are. */
export function placeOfName(trail: CountTrail, name: string): Anchor | null {
  const parts = trail.parts.filter((part) => part.name === name)
  return placeOfCount(trail, sumCounts(parts), (part) => part.name === name)
}

/** Where a number of names leads, such as media or boletines. */
export function placeOfNames(trail: CountTrail, printed: number): Anchor | null {
  return trail.parts.length === printed ? placeOfAll(trail, sumCounts(trail.parts)) : null
}
