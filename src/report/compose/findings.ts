// Stories of a period and how it stands → at most three findings, each with the notes that prove it and where they are.

import type { Municipality, Note, PeriodFigures, Position, ToneLabel } from '../../model.ts'
import { type Anchor, placeOfAll, placeOfTone } from '../count-trail.ts'
import type { Finding } from '../posicionamiento.ts'
import {
  describeRisk,
  describeStrength,
  describeUnderReported,
  describeVolumeChange,
} from '../words/findings.ts'
import type { PeriodWords } from '../words/periods.ts'
import type { RiskTopic } from '../words/position.ts'
import { describeRising } from '../words/standing.ts'
import { anchorOfCount } from './anchors.ts'
import { idsOf, withTone } from './note-facts.ts'
import { hasOfficialVoice, isFullyRead } from './official-voice.ts'
import { notesOf, OTHER_TOPICS } from './position-topics.ts'
import type { TopicTellings } from './topics.ts'
import { type NoteNumbers, traceByTone } from './trails.ts'

/** The topic that holds most of the negative notes alone: a third or more of them, and at least two. */
export function findRisk(topics: readonly TopicTellings[]): {
  readonly risk: RiskTopic
  readonly topic: TopicTellings
  readonly notes: readonly Note[]
} | null {
  const all = topics.reduce((total, topic) => total + withTone(notesOf(topic), 'negativo').length, 0)
  const [worst, next] = topics
    .map((topic) => ({ topic, negative: withTone(notesOf(topic), 'negativo') }))
    .filter(({ topic }) => topic.id !== null)
    .toSorted((one, other) => other.negative.length - one.negative.length)
  if (worst?.negative.length === next?.negative.length) return null
  if (worst === undefined || worst.negative.length < 2 || worst.negative.length * 3 < all) return null
  const risk = { title: worst.topic.title, negative: worst.negative.length, allNegative: all }
  return { risk, topic: worst.topic, notes: worst.negative }
}

const MOST_FINDINGS = 3

/** At most three findings, in the order in which a mayor would ask for them. */
export function composeFindings(facts: {
  readonly topics: readonly TopicTellings[]
  readonly notes: readonly Note[]
  readonly numbers: NoteNumbers
  readonly position: Position
  readonly period: PeriodWords
  readonly municipality: Municipality
  readonly boletines: {
    readonly sent: number
    readonly silent: readonly string[]
    readonly noteIds: readonly number[]
  }
}): Finding[] {
  const { topics, notes, numbers, position, period, municipality, boletines } = facts
  return [
    findStrength(topics, notes, numbers),
    findDanger(topics, municipality, numbers),
    findRising(topics, position, numbers),
    boletines.sent === 0
      ? null
      : {
          ...describeUnderReported(boletines.sent, boletines.silent),
          noteIds: boletines.noteIds,
          goTo: 'matriz',
        },
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
          goTo: 'indice',
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
function findStrength(
  topics: readonly TopicTellings[],
  notes: readonly Note[],
  numbers: NoteNumbers,
): Finding | null {
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
  return { ...text, noteIds: idsOf(best.own), goTo: placeOf(best.topic, 'positivo', numbers) }
}

/** The topics that rose by more than chance, with their notes. */
function findRising(
  topics: readonly TopicTellings[],
  { standing, previous }: Position,
  numbers: NoteNumbers,
): Finding | null {
  const named = standing.topics.filter(({ id }) => id !== OTHER_TOPICS)
  const text = previous === null ? null : describeRising(named)
  if (text === null) return null
  const risen = named.filter(({ volume }) => volume === 'mejora').map(({ id }) => id)
  const own = topics.filter(({ id }) => id !== null && risen.includes(id))
  const [only] = own
  const goTo = own.length === 1 && only !== undefined ? placeOf(only, null, numbers) : 'temas'
  return { ...text, noteIds: idsOf(own.flatMap(notesOf)), goTo }
}

function findDanger(
  topics: readonly TopicTellings[],
  municipality: Municipality,
  numbers: NoteNumbers,
): Finding | null {
  const found = findRisk(topics)
  if (found === null) return null
  const read = found.notes.filter(isFullyRead)
  const silent = read.filter((note) => !hasOfficialVoice(note, municipality)).length
  const { title, negative, allNegative } = found.risk
  return {
    ...describeRisk({ title, negative, allNegative, read: read.length, silent }),
    noteIds: idsOf(found.notes),
    goTo: placeOf(found.topic, 'negativo', numbers),
  }
}

/** Where the notes of a topic are, all or those of one tone: the entry of the topic, or its single note. */
function placeOf(topic: TopicTellings, tone: ToneLabel | null, numbers: NoteNumbers): Anchor | null {
  const own = notesOf(topic)
  const trail = traceByTone(anchorOfCount('tema', topic.id), topic.title, own, numbers)
  return tone === null ? placeOfAll(trail, own.length) : placeOfTone(trail, withTone(own, tone).length, tone)
}
