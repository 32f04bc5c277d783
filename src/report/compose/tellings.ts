// Notes → the stories they tell, each with its chief publication, in the order of their weight.
import type { Note, ToneLabel } from '../../model.ts'
import {
  instantOf,
  nameOfSource,
  type SourceById,
  tallyTones,
  toneOf,
  weighReach,
  withTone,
} from './note-facts.ts'
import { isOpinion } from './opinion.ts'

/** A story as one edition tells it: the notes of the window, the chief one first. */
export type Telling = {
  readonly storyId: number
  readonly chief: Note
  readonly notes: readonly Note[]
  readonly sectionId: string | null
}

/** Groups notes by story and orders the stories by number of notes, negatives, reach and hour. */
export function groupTellings(notes: readonly Note[], sources: SourceById): Telling[] {
  const groups = Map.groupBy(notes, ({ storyId }) => storyId)
  return [...groups]
    .map(([storyId, members]) => {
      const tone = mainToneOf(members)
      const ordered = members.toSorted((one, other) => compareNotes(one, other, tone, sources))
      return { storyId, chief: ordered[0] as Note, notes: ordered, sectionId: findSection(ordered) }
    })
    .toSorted(compareTellings)
}

/** News before opinion, then what may be quoted, then who shares the story's tone, the outlet's weight, the reach, the hour. */
function compareNotes(one: Note, other: Note, tone: ToneLabel, sources: SourceById): number {
  const quotable = (note: Note) =>
    Number(sources.get(note.sourceId)?.rights !== 'titulo-y-liga' && note.article.paragraphs.length > 0)
  const tier = (note: Note) => sources.get(note.sourceId)?.tier ?? 3
  return (
    Number(isOpinion(one)) - Number(isOpinion(other)) ||
    quotable(other) - quotable(one) ||
    Number(toneOf(other) === tone) - Number(toneOf(one) === tone) ||
    tier(one) - tier(other) ||
    (other.reach?.value ?? 0) - (one.reach?.value ?? 0) ||
    instantOf(one).getTime() - instantOf(other).getTime() ||
    one.id - other.id
  )
}

function compareTellings(one: Telling, other: Telling): number {
  return (
    other.notes.length - one.notes.length ||
    withTone(other.notes, 'negativo').length - withTone(one.notes, 'negativo').length ||
    weighReach(other.notes) - weighReach(one.notes) ||
    instantOf(one.chief).getTime() - instantOf(other.chief).getTime() ||
    one.storyId - other.storyId
  )
}

/** The section in which most of the story's notes fall; between equals, the first by weight of its notes. */
function findSection(notes: readonly Note[]): string | null {
  const counts = new Map<string, number>()
  for (const { sectionId } of notes) {
    if (sectionId !== null) counts.set(sectionId, (counts.get(sectionId) ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null
}

/** Between tones with as many notes, the one that matters more to who must answer. */
const TONE_WEIGHT: readonly ToneLabel[] = ['negativo', 'mixto', 'positivo', 'neutro', 'sin evaluar']

/** The tone that most notes of a story share. */
export const mainTone = ({ notes }: Telling): ToneLabel => mainToneOf(notes)

function mainToneOf(notes: readonly Note[]): ToneLabel {
  const tally = tallyTones(notes)
  const most = Math.max(...Object.values(tally))
  return TONE_WEIGHT.find((tone) => tally[tone] === most) ?? 'sin evaluar'
}

/** Names of the outlets that told a story, each once. */
export const listMedia = (notes: readonly Note[], sources: SourceById): string[] => [
  ...new Set(notes.map(({ sourceId }) => nameOfSource(sourceId, sources))),
]
