// Notes and the numbers of their stories → the trails behind the counts: which notes, by tone or by name.
import type { Note, ToneLabel } from '../../model.ts'
import type { Anchor, CountTrail, TrailPart } from '../count-trail.ts'
import { countOf, printCount } from '../words/numbers.ts'
import { TONE_NOUNS } from '../words/tones.ts'
import { anchorOfStory } from './anchors.ts'
import type { NumberedTelling } from './index-rows.ts'
import { toneOf, withTone } from './note-facts.ts'

const TONES: readonly ToneLabel[] = ['positivo', 'neutro', 'mixto', 'negativo', 'sin evaluar']

/** Number and place of the story of each note of the document, by the note's id. */
export type NoteNumbers = ReadonlyMap<number, { readonly number: number; readonly goTo: Anchor | null }>

/** The stories from `listed` on have no place: their notes are only in the attached data. */
export const indexNumbers = (
  numbered: readonly NumberedTelling[],
  listed: number = numbered.length,
): NoteNumbers =>
  new Map(
    numbered.flatMap(({ telling, number }, index) => {
      const goTo = index < listed ? anchorOfStory(telling) : null
      return telling.notes.map(({ id }) => [id, { number, goTo }] as const)
    }),
  )

/** Notes that are not in the document are left out; a story with several notes says how many. */
function partOf(
  notes: readonly Note[],
  numbers: NoteNumbers,
  of: { readonly tone?: ToneLabel; readonly name?: string },
): TrailPart {
  const places = notes.flatMap(({ id }) => numbers.get(id) ?? [])
  const stories = [...Map.groupBy(places, ({ goTo }) => goTo)].flatMap(([goTo, same]) =>
    goTo === null ? [] : [{ goTo, number: same[0]?.number ?? 0, count: same.length }],
  )
  return {
    tone: of.tone ?? null,
    name: of.name ?? null,
    count: places.length,
    numbers: stories
      .toSorted((one, other) => one.number - other.number)
      .map(({ goTo, number, count }) => ({
        text: count === 1 ? printCount(number) : `${printCount(number)} (${printCount(count)})`,
        goTo,
      })),
    unlisted: places.filter(({ goTo }) => goTo === null).length,
  }
}

const present = (parts: readonly TrailPart[]): TrailPart[] => parts.filter(({ count }) => count > 0)

/** The notes of a row by tone. */
export const traceByTone = (
  anchor: Anchor,
  label: string,
  notes: readonly Note[],
  numbers: NoteNumbers,
): CountTrail => ({
  anchor,
  label,
  parts: present(TONES.map((tone) => partOf(withTone(notes, tone), numbers, { tone }))),
  elsewhere: null,
})

/** The notes of a row under names: media of a boletín, boletines of an outlet. */
export const traceByName = (
  anchor: Anchor,
  label: string,
  groups: readonly { readonly name: string; readonly notes: readonly Note[] }[],
  numbers: NoteNumbers,
): CountTrail => ({
  anchor,
  label,
  parts: present(groups.map(({ name, notes }) => partOf(notes, numbers, { name }))),
  elsewhere: null,
})

/** For each tone, and for boletines, the stories whose notes were counted. */
export function composeTrails(
  numbered: readonly NumberedTelling[],
  numbers: NoteNumbers = indexNumbers(numbered),
): CountTrail[] {
  const notes = numbered.flatMap(({ telling }) => telling.notes)
  const byTone = TONES.map((tone) => {
    const part = partOf(
      notes.filter((note) => toneOf(note) === tone),
      numbers,
      { tone },
    )
    return {
      anchor: anchorOfTone(tone),
      label: countOf(part.count, TONE_NOUNS[tone]),
      parts: present([part]),
      elsewhere: null,
    }
  })
  const pickups = partOf(
    notes.filter((note) => note.pickups.length > 0),
    numbers,
    {},
  )
  const label = countOf(pickups.count, { one: 'viene de un boletín', many: 'vienen de boletines' })
  return [...byTone, { anchor: PICKUPS_ANCHOR, label, parts: present([pickups]), elsewhere: null }].filter(
    ({ parts }) => parts.length > 0,
  )
}

export const PICKUPS_ANCHOR = 'cifra-boletines'
export const anchorOfTone = (tone: ToneLabel): Anchor => `cifra-${tone.replace(' ', '-')}`

/** Where the counts of a chart's period lead, when its notes are the document's. */
export const placesOfTones = (counts: { readonly positive: number; readonly negative: number }) => ({
  positive: counts.positive === 0 ? null : anchorOfTone('positivo'),
  negative: counts.negative === 0 ? null : anchorOfTone('negativo'),
})
