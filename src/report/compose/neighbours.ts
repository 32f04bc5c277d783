// Notes that speak of neighbours and not of the municipality → one line per neighbour and story.
import type { Municipality, Note } from '../../model.ts'
import type { NeighbourRow } from '../sintesis.ts'
import { cleanText, safeLink } from '../typeset/clean-text.ts'
import { endSentence, shorten } from '../words/grammar.ts'
import { isPress, nameOfSource, type SourceById } from './note-facts.ts'
import { groupTellings } from './tellings.ts'

const MOST_ROWS = 8
const MOST_BY_PLACE = 2

/** The most told stories of each neighbour, in the municipality's order of neighbours. */
export function composeNeighbours(
  notes: readonly Note[],
  sources: SourceById,
  municipality: Municipality,
): NeighbourRow[] {
  const tellings = groupTellings(
    notes.filter((note) => isPress(note, sources)),
    sources,
  )
  const rows = municipality.subjects
    .filter(({ role }) => role === 'vecino')
    .flatMap(({ id, name }) =>
      tellings
        .filter(
          ({ chief }) => chief.mentions.find(({ belonging }) => belonging === 'nuestra')?.subjectId === id,
        )
        .slice(0, MOST_BY_PLACE)
        .map(({ chief }) => ({
          place: name,
          text: endSentence(shorten(cleanText(chief.article.title), 150)),
          medium: nameOfSource(chief.sourceId, sources),
          href: safeLink(chief.article.canonicalUrl),
        })),
    )
  return rows.slice(0, MOST_ROWS)
}
