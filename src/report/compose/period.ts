// The input of a positioning report → what its parts are composed from: the notes that count, their stories and topics.
import type { Boletin, Note } from '../../model.ts'
import { localDate } from '../../text/zoned.ts'
import type { PosicionamientoInput } from '../posicionamiento-input.ts'
import { nameOfPeriod, type PeriodWords, printPeriodDays } from '../words/periods.ts'
import { listPickupsOf } from './boletines.ts'
import type { NumberedTelling } from './index-rows.ts'
import {
  indexSources,
  isPress,
  isSurelyOurs,
  listOurSubjects,
  type SourceById,
  uniteNotes,
} from './note-facts.ts'
import { groupTellings, type Telling } from './tellings.ts'
import { groupByTopic, type TopicTellings } from './topics.ts'
import { indexNumbers, type NoteNumbers } from './trails.ts'

export type PeriodFacts = {
  readonly sources: SourceById
  /** Press notes that surely speak of the municipality. */
  readonly notes: readonly Note[]
  readonly tellings: readonly Telling[]
  readonly numbered: readonly NumberedTelling[]
  /** Those that the document lists; the others are in the attached data. */
  readonly listed: readonly NumberedTelling[]
  readonly numbers: NoteNumbers
  readonly topics: readonly TopicTellings[]
  /** Notes that reprint a boletín, and boletines that nobody reprinted. */
  readonly pickups: readonly Note[]
  readonly silent: readonly Boletin[]
  readonly period: PeriodWords
  /** `10 al 16 de noviembre de 2025`. */
  readonly range: string
  /** Last local day of the period, `YYYY-MM-DD`. */
  readonly lastDay: string
}

/** Stories that a report lists, the weightiest first: a year has thousands. */
const MOST_LISTED = 400

export function gatherPeriod(input: PosicionamientoInput): PeriodFacts {
  const { municipality, from, to, brief, boletines } = input
  const sources = indexSources(input.sources)
  const ours = listOurSubjects(municipality)
  const notes = uniteNotes(input.notes).filter((note) => isPress(note, sources) && isSurelyOurs(note, ours))
  const tellings = groupTellings(notes, sources)
  const numbered = tellings.map((telling, index) => ({ telling, number: index + 1, isSure: true }))
  const lastDay = localDate(new Date(to.getTime() - 1), municipality.timeZone)
  return {
    sources,
    notes,
    tellings,
    numbered,
    listed: numbered.slice(0, MOST_LISTED),
    numbers: indexNumbers(numbered, MOST_LISTED),
    topics: groupByTopic(tellings, municipality),
    pickups: notes.filter((note) => note.pickups.length > 0),
    silent: boletines.filter(({ folio }) => listPickupsOf(folio, notes).length === 0),
    period: nameOfPeriod(brief),
    range: printPeriodDays(localDate(from, municipality.timeZone), lastDay),
    lastDay,
  }
}
