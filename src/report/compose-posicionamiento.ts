// A period, how the municipality stands in it and its notes → the positioning report of that period, composed by rules.
import type { Note } from '../model.ts'
import { localDate } from '../text/zoned.ts'
import { composeActions, MOST_ACTIONS } from './compose/actions.ts'
import { listPickupsOf } from './compose/boletines.ts'
import { composeCertificate } from './compose/certificate.ts'
import { composeDataRows } from './compose/data-rows.ts'
import { composeIndex, composeTrails } from './compose/index-rows.ts'
import { composeMasthead } from './compose/masthead.ts'
import { composeMatrix } from './compose/matrix.ts'
import {
  idsOf,
  indexSources,
  isPress,
  isSurelyOurs,
  listOurSubjects,
  type SourceById,
  uniteNotes,
} from './compose/note-facts.ts'
import { composeTracedFigures, composeTrendOf } from './compose/position-figures.ts'
import {
  composeFindings,
  composeMediaRows,
  composeStoryCards,
  composeTopicRows,
  findRisk,
} from './compose/position-topics.ts'
import { groupTellings, type Telling } from './compose/tellings.ts'
import { groupByTopic, type TopicTellings } from './compose/topics.ts'
import type { MatrixRow, Posicionamiento } from './posicionamiento.ts'
import type { PosicionamientoInput } from './posicionamiento-input.ts'
import { shortFolio } from './words/actions.ts'
import { printLongDate } from './words/dates.ts'
import { nameOfPeriod, type PeriodWords, printPeriodDays, printPeriodName } from './words/periods.ts'
import {
  composeAnswer,
  describeMatrix,
  describeMedia,
  describeStories,
  describeTopics,
  describeVoice,
} from './words/position.ts'
import {
  listMethodTerms,
  MATRIX_GUIDE,
  MEDIA_GUIDE,
  printVoiceGuide,
  REPORT_LABELS,
  TOPIC_GUIDE,
  VOICE_NOTE,
} from './words/questions.ts'

/** The period's notes that count, and what follows from them. */
type Counted = {
  readonly sources: SourceById
  readonly notes: readonly Note[]
  readonly tellings: readonly Telling[]
  readonly topics: readonly TopicTellings[]
  readonly period: PeriodWords
  readonly range: string
}

/** Composes a positioning report. Pure: the same input gives the same report. */
export function composePosicionamiento(input: PosicionamientoInput): Posicionamiento {
  const { municipality, position, boletines, date, number, from, to } = input
  const { timeZone } = municipality
  const counted = countNotes(input)
  const { sources, notes, tellings, topics, period, range } = counted
  const silent = boletines.filter(({ folio }) => listPickupsOf(folio, notes).length === 0)
  const pickups = notes.filter((note) => note.pickups.length > 0)
  const numbered = tellings.map((telling, index) => ({ telling, number: index + 1, isSure: true }))
  const numbers = new Map(numbered.map(({ telling, number: own }) => [telling, own]))
  const lastDay = localDate(new Date(to.getTime() - 1), timeZone)
  return {
    masthead: {
      ...composeMasthead({
        title: input.brief.title,
        municipality,
        number,
        from,
        to,
        date: printPeriodName(input.brief.days, lastDay),
        shortDate: range,
        logo: input.logo ?? null,
      }),
      issue: `Núm. ${number} · ${printLongDate(date)}`,
      window: range,
    },
    running: `${input.brief.title} · ${municipality.name} · ${range}`,
    answer: {
      text: composeAnswer({
        place: municipality.name,
        position,
        period,
        range,
        risk: findRisk(topics)?.risk ?? null,
      }),
      noteIds: idsOf(notes),
    },
    figures: composeTracedFigures({
      position,
      notes,
      municipality,
      published: boletines.length - silent.length,
      sent: boletines.length,
      publishedIds: idsOf(pickups),
    }),
    trend: composeTrendOf({ position, notes, municipality, period, range }),
    findings: composeFindings({
      topics,
      notes,
      position,
      period,
      municipality,
      boletines: {
        sent: boletines.length,
        silent: silent.map(({ folio }) => shortFolio(folio)),
        noteIds: idsOf(pickups),
      },
    }),
    actions: composeActions({
      municipality,
      tellings,
      sources,
      now: input.now,
      silent,
      analyst: input.analyst,
    }).slice(0, MOST_ACTIONS),
    ...composeQuestions(input, counted, numbers),
    upcoming: input.analyst?.upcoming ?? [],
    followUp: input.analyst?.followUp ?? [],
    method: listMethodTerms(input.certificate.readings.length, position.noiseBand),
    index: composeIndex(numbered, sources, timeZone),
    trails: composeTrails(numbered),
    certificate: composeCertificate({
      certificate: input.certificate,
      brief: input.brief,
      date,
      number,
      timeZone,
      archived: position.current.notes,
      printed: notes.length,
    }),
    data: composeDataRows(numbered, sources, municipality),
    publishedAt: input.now,
  }
}

function countNotes(input: PosicionamientoInput): Counted {
  const { municipality, from, to, brief } = input
  const sources = indexSources(input.sources)
  const ours = listOurSubjects(municipality)
  const notes = uniteNotes(input.notes).filter((note) => isPress(note, sources) && isSurelyOurs(note, ours))
  const tellings = groupTellings(notes, sources)
  const first = localDate(from, municipality.timeZone)
  const last = localDate(new Date(to.getTime() - 1), municipality.timeZone)
  return {
    sources,
    notes,
    tellings,
    topics: groupByTopic(tellings, municipality),
    period: nameOfPeriod(brief.days),
    range: printPeriodDays(first, last),
  }
}

/** The questions after the first; one without material is left out and the page closes the gap. */
function composeQuestions(
  input: PosicionamientoInput,
  { sources, notes, tellings, topics }: Counted,
  numbers: ReadonlyMap<Telling, number>,
): Pick<Posicionamiento, 'topics' | 'voice' | 'media' | 'matrix' | 'stories'> {
  const { municipality, position, boletines } = input
  const ownId = municipality.subjects[0]?.id ?? ''
  const topicRows = composeTopicRows(topics)
  const mediaRows = composeMediaRows(notes, sources)
  const matrix = composeMatrix(boletines, notes, sources)
  const published = matrix.rows.filter(({ media }: MatrixRow) => media > 0).length
  const positive = composeStoryCards(tellings, 'positivo', numbers, { sources, municipality })
  const negative = composeStoryCards(tellings, 'negativo', numbers, { sources, municipality })
  const head = (question: string, finding: string, guide: string) => ({ question, finding, guide })
  const byTopic = topicRows.map(({ title, tally }) => ({
    title,
    positive: tally.positivo,
    negative: tally.negativo,
  }))
  return {
    topics:
      topicRows.length === 0
        ? null
        : { head: head(REPORT_LABELS.topics, describeTopics(byTopic), TOPIC_GUIDE), rows: topicRows },
    voice:
      position.voice.length < 2 || position.voiceDenominator === 0
        ? null
        : {
            head: head(
              REPORT_LABELS.voice,
              describeVoice(position.voice, ownId, municipality.name),
              printVoiceGuide(position.voiceDenominator),
            ),
            rows: position.voice
              .toSorted((one, other) => other.notes - one.notes)
              .map(({ subjectId, name, notes: count, share, previousShare }) => ({
                name,
                notes: count,
                share,
                previousShare,
                isOwn: subjectId === ownId,
              })),
            note: position.voice.some(({ previousShare }) => previousShare !== null) ? VOICE_NOTE : '',
          },
    media:
      mediaRows.length === 0
        ? null
        : {
            head: head(
              REPORT_LABELS.media,
              describeMedia(mediaRows.map(({ notes: count }) => count)),
              MEDIA_GUIDE,
            ),
            rows: mediaRows,
          },
    matrix:
      boletines.length === 0
        ? null
        : {
            head: head(REPORT_LABELS.matrix, describeMatrix(published, boletines.length), MATRIX_GUIDE),
            matrix,
          },
    stories:
      positive.length + negative.length === 0
        ? null
        : {
            head: head(REPORT_LABELS.stories, describeStories(positive.length, negative.length), ''),
            positive,
            negative,
          },
  }
}
