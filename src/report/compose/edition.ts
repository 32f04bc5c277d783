// The input of a síntesis → what its parts are composed from: the notes that count, their stories, topics and boletines.
import type { Boletin, Note } from '../../model.ts'
import type { SintesisInput } from '../sintesis-input.ts'
import { listPickupsOf } from './boletines.ts'
import { type DayFigures, dateHistory } from './figures.ts'
import { indexSources, isPost, isPress, type SourceById, uniteNotes } from './note-facts.ts'
import { isOpinionTelling } from './opinion-pieces.ts'
import { isBoletinOf, isSurelyOf, mayBeOf, type Scope, scopeOf } from './scope.ts'
import { groupTellings, type Telling } from './tellings.ts'
import { groupByTopic, type TopicTellings } from './topics.ts'

export type EditionFacts = {
  readonly scope: Scope
  readonly sources: SourceById
  /** Press notes that surely speak of the municipality: the ones that count. */
  readonly notes: readonly Note[]
  readonly tellings: readonly Telling[]
  /** Stories told only by opinion pieces: they count, and are printed apart. */
  readonly opinions: readonly Telling[]
  /** Stories that wait for a person: printed apart and not counted. */
  readonly doubtful: readonly Telling[]
  /** Posts that surely speak of the municipality, apart from the notes; and how many may. */
  readonly posts: readonly Note[]
  readonly doubtfulPosts: number
  readonly topics: readonly TopicTellings[]
  readonly history: readonly DayFigures[]
  /** Sent, of the scope. */
  readonly boletines: readonly Boletin[]
  /** Press notes that may reprint the edition's boletines. */
  readonly pickups: readonly Note[]
  readonly silent: readonly Boletin[]
}

/** Sorts out an edition's notes: those of its brief's scope. The municipality's own publications are left out of everything. */
export function gatherEdition(input: SintesisInput): EditionFacts {
  const sources = indexSources(input.sources)
  const scope = scopeOf(input.municipality, input.brief)
  const present = uniteNotes(input.notes).filter((note) => mayBeOf(note, scope))
  const press = present.filter((note) => isPress(note, sources))
  const posts = present.filter((note) => isPost(note, sources))
  const notes = press.filter((note) => isSurelyOf(note, scope))
  const boletines = input.boletines.filter((boletin) => isBoletinOf(boletin, scope))
  const tellings = groupTellings(notes, sources)
  const doubtful = groupTellings(
    press.filter((note) => !isSurelyOf(note, scope)),
    sources,
  )
  const pickups = uniteNotes(notes, input.boletinPickups).filter((note) => isPress(note, sources))
  return {
    scope,
    sources,
    notes,
    tellings,
    opinions: tellings.filter(isOpinionTelling),
    // A story may have sure and doubtful notes: the negative id keeps the two places apart.
    doubtful: doubtful.map((telling) => ({ ...telling, storyId: -telling.storyId })),
    posts: posts.filter((note) => isSurelyOf(note, scope)),
    doubtfulPosts: posts.filter((note) => !isSurelyOf(note, scope)).length,
    topics: groupByTopic(
      tellings.filter((telling) => !isOpinionTelling(telling)),
      input.municipality,
    ),
    history: dateHistory(input.history, input.municipality.timeZone),
    boletines,
    pickups,
    silent: boletines.filter(({ folio }) => listPickupsOf(folio, pickups).length === 0),
  }
}
