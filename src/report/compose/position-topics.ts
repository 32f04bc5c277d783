// Stories of a period → its table of topics and its findings, each with the notes that prove it.

import type { GroupChange, Municipality, Note, PeriodFigures, Position } from '../../model.ts'
import type { Finding, MediumRow, TopicRow } from '../posicionamiento.ts'
import { LEAST_FOR_RATE } from '../words/figures.ts'
import {
  describeRisk,
  describeStrength,
  describeUnderReported,
  describeVolumeChange,
} from '../words/findings.ts'
import { printBalance } from '../words/numbers.ts'
import { compareNames } from '../words/order.ts'
import type { PeriodWords } from '../words/periods.ts'
import type { RiskTopic } from '../words/position.ts'
import { describeRising, printCountBefore } from '../words/standing.ts'
import { printSeriesAlt } from '../words/trend.ts'
import { anchorOfCount } from './anchors.ts'
import {
  balanceOf,
  countEvaluated,
  countNotes,
  idsOf,
  nameOfSource,
  type SourceById,
  tallyTones,
  withTone,
} from './note-facts.ts'
import { hasOfficialVoice, isFullyRead } from './official-voice.ts'
import type { TopicTellings } from './topics.ts'
import { type NoteNumbers, traceByTone } from './trails.ts'

/** Id of the group of notes without section. */
const OTHER_TOPICS = 'otros'

const notesOf = ({ tellings }: TopicTellings): Note[] => tellings.flatMap(({ notes }) => notes)

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

/** The topic that holds most of the negative notes alone: a third or more of them, and at least two. */
export function findRisk(
  topics: readonly TopicTellings[],
): { readonly risk: RiskTopic; readonly notes: readonly Note[] } | null {
  const all = topics.reduce((total, topic) => total + withTone(notesOf(topic), 'negativo').length, 0)
  const [worst, next] = topics
    .map((topic) => ({ topic, negative: withTone(notesOf(topic), 'negativo') }))
    .filter(({ topic }) => topic.id !== null)
    .toSorted((one, other) => other.negative.length - one.negative.length)
  if (worst?.negative.length === next?.negative.length) return null
  if (worst === undefined || worst.negative.length < 2 || worst.negative.length * 3 < all) return null
  const risk = { title: worst.topic.title, negative: worst.negative.length, allNegative: all }
  return { risk, notes: worst.negative }
}

const MOST_FINDINGS = 3

/** At most three findings, in the order in which a mayor would ask for them. */
export function composeFindings(facts: {
  readonly topics: readonly TopicTellings[]
  readonly notes: readonly Note[]
  readonly position: Position
  readonly period: PeriodWords
  readonly municipality: Municipality
  readonly boletines: {
    readonly sent: number
    readonly silent: readonly string[]
    readonly noteIds: readonly number[]
  }
}): Finding[] {
  const { topics, notes, position, period, municipality, boletines } = facts
  return [
    findStrength(topics, notes),
    findDanger(topics, municipality),
    findRising(topics, position),
    boletines.sent === 0
      ? null
      : { ...describeUnderReported(boletines.sent, boletines.silent), noteIds: boletines.noteIds },
    position.previous === null || position.volumeChange === 'sin base'
      ? null
      : {
          ...describeVolumeChange(
            countDays(position.current),
            countDays(position.previous),
            position.volumeChange,
            period,
          ),
          noteIds: idsOf(notes),
        },
  ]
    .filter((finding) => finding !== null)
    .slice(0, MOST_FINDINGS)
}

const DAY = 86_400_000
const countDays = ({ notes, from, to }: PeriodFigures) => ({
  notes,
  days: Math.round((to.getTime() - from.getTime()) / DAY),
})

/** The topic that adds most to the balance: more positive than negative notes by two or more. */
function findStrength(topics: readonly TopicTellings[], notes: readonly Note[]): Finding | null {
  const best = topics
    .filter(({ id }) => id !== null)
    .map((topic) => {
      const own = withTone(notesOf(topic), 'positivo')
      return { topic, own, negative: withTone(notesOf(topic), 'negativo').length }
    })
    .toSorted((one, other) => other.own.length - other.negative - (one.own.length - one.negative))[0]
  if (best === undefined || best.own.length - best.negative < 2) return null
  const fromBoletines = best.own.filter(({ pickups }) => pickups.length > 0).length
  const all = withTone(notes, 'positivo').length
  const text = describeStrength({
    title: best.topic.title,
    positive: best.own.length,
    negative: best.negative,
    allPositive: all,
    fromBoletines,
  })
  return { ...text, noteIds: idsOf(best.own) }
}

/** The topics that rose by more than chance, with their notes. */
function findRising(topics: readonly TopicTellings[], { standing, previous }: Position): Finding | null {
  const named = standing.topics.filter(({ id }) => id !== OTHER_TOPICS)
  const text = previous === null ? null : describeRising(named)
  if (text === null) return null
  const risen = named.filter(({ volume }) => volume === 'mejora').map(({ id }) => id)
  const own = topics.filter(({ id }) => id !== null && risen.includes(id)).flatMap(notesOf)
  return { ...text, noteIds: idsOf(own) }
}

function findDanger(topics: readonly TopicTellings[], municipality: Municipality): Finding | null {
  const found = findRisk(topics)
  if (found === null) return null
  const read = found.notes.filter(isFullyRead)
  const silent = read.filter((note) => !hasOfficialVoice(note, municipality)).length
  const { title, negative, allNegative } = found.risk
  return {
    ...describeRisk({ title, negative, allNegative, read: read.length, silent }),
    noteIds: idsOf(found.notes),
  }
}
