// The facts of a period → the questions of its report after the first. One without material is null and is left out.

import type { Note, Spokesperson } from '../../model.ts'
import type { CountTrail } from '../count-trail.ts'
import type { Posicionamiento, QuestionHead } from '../posicionamiento.ts'
import type { PosicionamientoInput } from '../posicionamiento-input.ts'
import { describeMatrix, describeMedia, describeTopics, describeVoice } from '../words/headlines.ts'
import {
  MATRIX_GUIDE,
  MEDIA_GUIDE,
  printVoiceGuide,
  printVoiceNote,
  REPORT_LABELS,
  TOPIC_GUIDE,
} from '../words/questions.ts'
import {
  describeEffect,
  describePast,
  describeSpokespeople,
  describeTurned,
  describeVisibility,
  SPOKESPEOPLE_GUIDE,
} from '../words/standing.ts'
import { printTopicVoiceGuide } from '../words/topic-voice.ts'
import { TRAIL_LABELS } from '../words/trails.ts'
import { anchorOfCount } from './anchors.ts'
import { composeMatrix } from './matrix.ts'
import type { PeriodFacts } from './period.ts'
import { composeMediaRows, composeTopicRows } from './position-topics.ts'
import { composeTopicVoice } from './topic-voice.ts'
import { traceByName, traceByTone } from './trails.ts'

const headOf = (question: string, finding: string, guide = ''): QuestionHead => ({ question, finding, guide })

/** «¿De qué se habló?» */
export function askTopics(
  { position }: PosicionamientoInput,
  { topics, numbers, period }: PeriodFacts,
): Posicionamiento['topics'] {
  const rows = composeTopicRows(topics, position.previous === null ? [] : position.standing.topics, numbers)
  if (rows.length === 0) return null
  const tones = rows.map(({ title, tally }) => ({
    title,
    positive: tally.positivo,
    negative: tally.negativo,
  }))
  const traced = Math.max(0, ...rows.map(({ past }) => past?.series.length ?? 0))
  return {
    head: headOf(REPORT_LABELS.topics, describeTopics(tones), TOPIC_GUIDE),
    rows,
    past: traced === 0 ? null : describePast(traced, period),
  }
}

/** «¿Frente a quién?», when somebody is compared and somebody was named. */
export function askVoice(
  { municipality, position }: PosicionamientoInput,
  facts: PeriodFacts,
): Posicionamiento['voice'] {
  const { voice, voiceDenominator } = position
  if (voice.length < 2 || voiceDenominator === 0) return null
  const ownId = municipality.subjects[0]?.id ?? ''
  const finding = describeVoice(voice, ownId, municipality.name)
  const rows = voice
    .toSorted((one, other) => other.notes - one.notes)
    .map(({ subjectId, name, notes, share, previousShare }) => ({
      name,
      notes,
      share,
      previousShare,
      isOwn: subjectId === ownId,
      goTo: subjectId === ownId && notes === facts.notes.length ? 'indice' : null,
    }))
  return {
    head: headOf(REPORT_LABELS.voice, finding, printVoiceGuide(voiceDenominator)),
    rows,
    note: printVoiceNote(voice.some(({ previousShare }) => previousShare !== null)),
    topics: {
      guide: printTopicVoiceGuide(municipality.name),
      rows: composeTopicVoice(position.voiceByTopic, ownId, facts.topics, facts.numbers),
    },
  }
}

/** «¿En qué medios?» */
export function askMedia(
  { position: { standing } }: PosicionamientoInput,
  { notes, sources, numbers }: PeriodFacts,
): Posicionamiento['media'] {
  const rows = composeMediaRows(notes, sources, numbers)
  if (rows.length === 0) return null
  const finding = describeMedia(rows.map((row) => row.notes))
  const guide = `${MEDIA_GUIDE}${describeVisibility(standing.visibility)}`
  return { head: headOf(REPORT_LABELS.media, finding, guide), rows, note: describeTurned(standing.media) }
}

const MOST_PEOPLE = 10

/** «¿Quién habló por el gobierno?», when anybody of it was named. */
export function askSpokespeople(
  { position: { standing } }: PosicionamientoInput,
  facts: PeriodFacts,
): Posicionamiento['spokespeople'] {
  const people = standing.spokespeople
  if (people.length === 0) return null
  const rows = people.slice(0, MOST_PEOPLE).map((person) => ({
    name: person.name,
    quoted: person.quoted,
    onlyNamed: person.notes - person.quoted,
    positive: person.tally.positivo,
    negative: person.tally.negativo,
    trail: tracePerson(person, facts),
    noteIds: person.quotedIn,
  }))
  return {
    head: headOf(REPORT_LABELS.spokespeople, describeSpokespeople(people), SPOKESPEOPLE_GUIDE),
    rows,
  }
}

/** The notes in which a person speaks, by tone, and those that only name the person. */
function tracePerson(
  { subjectId, name, quotedIn }: Spokesperson,
  { notes, numbers }: PeriodFacts,
): CountTrail {
  const quoted = new Set(quotedIn)
  const isNamed = ({ mentions }: Note) => mentions.some((mention) => mention.subjectId === subjectId)
  const silent = notes.filter((note) => isNamed(note) && !quoted.has(note.id))
  const speaking = notes.filter(({ id }) => quoted.has(id))
  const anchor = anchorOfCount('persona', subjectId)
  const named = traceByName(anchor, name, [{ name: TRAIL_LABELS.onlyNamed, notes: silent }], numbers)
  const byTone = traceByTone(anchor, name, speaking, numbers)
  return { ...byTone, parts: [...byTone.parts, ...named.parts] }
}

/** «¿Quién publica lo que enviamos?», when something was sent. */
export function askMatrix(
  { boletines, convenios = [], position: { standing } }: PosicionamientoInput,
  { notes, sources, numbers, silent }: PeriodFacts,
): Posicionamiento['matrix'] {
  if (boletines.length === 0) return null
  const finding = describeMatrix(boletines.length - silent.length, boletines.length)
  const agreed = new Set(convenios.map(({ sourceId }) => sourceId))
  return {
    head: headOf(REPORT_LABELS.matrix, finding, `${MATRIX_GUIDE}${describeEffect(standing.boletines)}`),
    matrix: composeMatrix(boletines, notes, sources, numbers, agreed),
  }
}
