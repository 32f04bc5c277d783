// Notes → the plain facts every part of a report counts with: whose they are, tone, reach, media, order.

import type {
  Municipality,
  Note,
  NoteFigures,
  Source,
  SubjectRole,
  ToneLabel,
  ToneTally,
} from '../../model.ts'
import { type Spanned, sumSpans } from '../../text/spans.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { NO_TITLE } from '../words/notes.ts'

export type SourceById = ReadonlyMap<string, Source>

export const indexSources = (sources: readonly Source[]): SourceById =>
  new Map(sources.map((source) => [source.id, source]))

/** Subjects whose mention makes a note speak of the municipality; neighbours and watched topics do not. */
const OUR_ROLES: ReadonlySet<SubjectRole> = new Set<SubjectRole>([
  'municipio',
  'persona',
  'dependencia',
  'programa',
])

/** Ids of the subjects that are the municipality, its people, areas or programmes. */
export const listOurSubjects = (municipality: Municipality): ReadonlySet<string> =>
  new Set(municipality.subjects.filter(({ role }) => OUR_ROLES.has(role)).map(({ id }) => id))

/** Whether some mention of ours is sure; the others wait for a person. */
export const isSurelyOurs = (
  { mentions }: Pick<NoteFigures, 'mentions'>,
  ours: ReadonlySet<string>,
): boolean => mentions.some(({ subjectId, belonging }) => belonging === 'nuestra' && ours.has(subjectId))

/** Whether a note counts as press: the municipality's own site and accounts never do, nor do posts. */
export const isPress = (note: Note, sources: SourceById): boolean =>
  sources.get(note.sourceId)?.isOwn !== true && !isPost(note, sources)

/** Whether it is a post of somebody who is no news outlet. */
export const isPost = (note: Note, sources: SourceById): boolean =>
  sources.get(note.sourceId)?.isSocial === true

export const nameOfSource = (sourceId: string, sources: SourceById): string =>
  sources.get(sourceId)?.name ?? sourceId

/** Title as published; a note without one says so. */
export const titleOf = (note: Note): string => cleanText(note.article.title) || NO_TITLE

export const toneOf = (note: Note): ToneLabel => note.tone?.label ?? 'sin evaluar'

export const instantOf = (note: Note): Date => note.article.publishedAt ?? note.capturedAt

export const idsOf = (notes: readonly Note[]): number[] => notes.map(({ id }) => id)

/** Counts notes by tone; `sin evaluar` is its own category. */
export function tallyTones(notes: readonly Note[]): ToneTally {
  const tally = { positivo: 0, neutro: 0, mixto: 0, negativo: 0, 'sin evaluar': 0 }
  for (const note of notes) tally[toneOf(note)] += 1
  return tally
}

export const countNotes = (tally: ToneTally): number =>
  Object.values(tally).reduce((total, count) => total + count, 0)

export const countEvaluated = (tally: ToneTally): number => countNotes(tally) - tally['sin evaluar']

/** Positive minus negative per 100 evaluated notes; null without base. */
export function balanceOf(tally: ToneTally): number | null {
  const evaluated = countEvaluated(tally)
  return evaluated === 0 ? null : (100 * (tally.positivo - tally.negativo)) / evaluated
}

/** Whether a note's reach is known in people or in visits; views of a network are none of both. */
export const hasReach = ({ reach }: Note): boolean => reach?.unit === 'personas' || reach?.unit === 'visitas'

/** Sum of known reach in people, with repetitions; null when none is known. */
export const sumReach = (notes: readonly Note[]): Spanned | null => sumIn(notes, 'personas')

/** Sum of the visits of notes whose reach is known in visits alone: never added to people. */
export const sumVisits = (notes: readonly Note[]): Spanned | null => sumIn(notes, 'visitas')

/** Only to put things in order, where a visit may stand for one person at most: no sum of both is printed. */
export const weighReach = (notes: readonly Note[]): number =>
  (sumReach(notes)?.value ?? 0) + (sumVisits(notes)?.value ?? 0)

const sumIn = (notes: readonly Note[], unit: 'personas' | 'visitas'): Spanned | null =>
  sumSpans(notes.flatMap(({ reach }) => (reach?.unit === unit ? [reach] : [])))

export const countMedia = (notes: readonly Note[]): number =>
  new Set(notes.map(({ sourceId }) => sourceId)).size

export const withTone = (notes: readonly Note[], tone: ToneLabel): Note[] =>
  notes.filter((note) => toneOf(note) === tone)

/** Notes without repeated ids, by id: the order in which they arrive must not change an edition. */
export function uniteNotes(...lists: readonly (readonly Note[])[]): Note[] {
  const byId = new Map(lists.flat().map((note) => [note.id, note]))
  return [...byId.values()].toSorted((one, other) => one.id - other.id)
}
