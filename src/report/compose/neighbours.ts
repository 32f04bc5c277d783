// Notes that speak of neighbours and not of the municipality → one line per neighbour and story.
import type { Municipality, Note } from '../../model.ts'
import type { NeighbourRow } from '../sintesis.ts'
import { safeLink } from '../typeset/clean-text.ts'
import { endSentence, shorten } from '../words/grammar.ts'
import { isPress, nameOfSource, type SourceById, titleOf } from './note-facts.ts'
import { groupTellings } from './tellings.ts'

const MOST_PLACES = 6
const MOST_STORIES = 2
const LONGEST = 150

/** The most told stories of each neighbour, in the municipality's order of neighbours. */
export function composeNeighbours(
  notes: readonly Note[],
  sources: SourceById,
  municipality: Municipality,
): NeighbourRow[] {
  const press = notes.filter((note) => isPress(note, sources))
  const tellings = groupTellings(press, sources)
  return municipality.subjects
    .filter(({ role }) => role === 'vecino')
    .map(({ id, name }) => ({
      place: name,
      stories: tellings
        .filter(({ chief }) => isFirstNamed(chief, id))
        .slice(0, MOST_STORIES)
        .map(({ chief }) => ({
          text: endSentence(shorten(titleOf(chief), LONGEST)),
          medium: nameOfSource(chief.sourceId, sources),
          href: safeLink(chief.article.canonicalUrl),
        })),
    }))
    .filter(({ stories }) => stories.length > 0)
    .slice(0, MOST_PLACES)
}

/** A story that names several neighbours stands under the first of its mentions. */
const isFirstNamed = ({ mentions }: Note, subjectId: string): boolean =>
  mentions.find(({ belonging }) => belonging === 'nuestra')?.subjectId === subjectId
