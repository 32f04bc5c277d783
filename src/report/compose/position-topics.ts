// Stories of a period → its tables of topics and of media, each row with the notes that it counts.

import type { GroupChange, Note } from '../../model.ts'
import type { MediumRow, TopicRow } from '../posicionamiento.ts'
import { LEAST_FOR_RATE } from '../words/figures.ts'
import { printBalance } from '../words/numbers.ts'
import { compareNames } from '../words/order.ts'
import { printCountBefore } from '../words/standing.ts'
import { printSeriesAlt } from '../words/trend.ts'
import { anchorOfCount } from './anchors.ts'
import {
  balanceOf,
  countEvaluated,
  countNotes,
  nameOfSource,
  type SourceById,
  tallyTones,
  withTone,
} from './note-facts.ts'
import type { TopicTellings } from './topics.ts'
import { type NoteNumbers, traceByTone } from './trails.ts'

/** Id of the group of notes without section. */
export const OTHER_TOPICS = 'otros'

export const notesOf = ({ tellings }: TopicTellings): Note[] => tellings.flatMap(({ notes }) => notes)

/** Balance as a table prints it: none under ten evaluated notes. */
function printTableBalance(notes: readonly Note[]): {
  readonly balance: string
  readonly isNegative: boolean
} {
  const tally = tallyTones(notes)
  const value = countEvaluated(tally) >= LEAST_FOR_RATE ? balanceOf(tally) : null
  return { balance: printBalance(value), isNegative: value !== null && Math.round(value) < 0 }
}

/** Topics by number of notes; those without section stand last. `changes` are empty without a period before. */
export function composeTopicRows(
  topics: readonly TopicTellings[],
  changes: readonly GroupChange[],
  numbers: NoteNumbers,
): TopicRow[] {
  const changeOf = new Map(changes.map((change) => [change.id, change]))
  const rank = ({ id, tellings }: TopicTellings) =>
    id === null ? -1 : tellings.flatMap(({ notes }) => notes).length
  return topics
    .toSorted((one, other) => rank(other) - rank(one))
    .map((topic) => {
      const tally = tallyTones(notesOf(topic))
      const change = changeOf.get(topic.id ?? OTHER_TOPICS)
      return {
        title: topic.title,
        notes: countNotes(tally),
        tally,
        ...printTableBalance(notesOf(topic)),
        before: change === undefined ? null : printCountBefore(change),
        past: composePast(topic.title, change),
        trail: traceByTone(anchorOfCount('tema', topic.id), topic.title, notesOf(topic), numbers),
      }
    })
}

/** A topic's last periods; null without a line of four or more. */
function composePast(title: string, change: GroupChange | undefined): TopicRow['past'] {
  if (change?.series === undefined) return null
  return {
    series: change.series,
    alt: printSeriesAlt(title, change.series),
    change: printBalance(change.notes - change.previousNotes),
    isMoved: change.volume === 'mejora' || change.volume === 'empeora',
  }
}

/** Media by number of notes. */
export function composeMediaRows(
  notes: readonly Note[],
  sources: SourceById,
  numbers: NoteNumbers,
): MediumRow[] {
  return [...Map.groupBy(notes, ({ sourceId }) => sourceId)]
    .map(([id, own]) => ({
      name: nameOfSource(id, sources),
      notes: own.length,
      positive: withTone(own, 'positivo').length,
      negative: withTone(own, 'negativo').length,
      trail: traceByTone(anchorOfCount('medio', id), nameOfSource(id, sources), own, numbers),
    }))
    .toSorted((one, other) => other.notes - one.notes || compareNames(one.name, other.name))
}
