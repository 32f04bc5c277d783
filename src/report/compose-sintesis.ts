// The notes of a window and what is known around them → the síntesis informativa of that window, composed by rules.
import type { Municipality, Note } from '../model.ts'
import { chooseActions, composeActions } from './compose/actions.ts'
import { anchorOfBoletin, anchorOfStory } from './compose/anchors.ts'
import { composeBoletines, listPickupsOf } from './compose/boletines.ts'
import { composeCertificate } from './compose/certificate.ts'
import { composeDataRows } from './compose/data-rows.ts'
import { composeFigures, composeTrend, dateHistory, isUsualDay } from './compose/figures.ts'
import { composeIndex, composeTrails } from './compose/index-rows.ts'
import { composeMasthead } from './compose/masthead.ts'
import { composeNeighbours } from './compose/neighbours.ts'
import {
  countMedia,
  idsOf,
  indexSources,
  isPress,
  isSurelyOurs,
  listOurSubjects,
  nameOfSource,
  type SourceById,
  tallyTones,
  uniteNotes,
} from './compose/note-facts.ts'
import { composeSections, numberStories } from './compose/sections.ts'
import { groupTellings, mainTone, type Telling } from './compose/tellings.ts'
import { findMainTopics, groupByTopic, type TopicTellings } from './compose/topics.ts'
import type { Action, Fact, Sentence, Sintesis } from './sintesis.ts'
import type { SintesisInput } from './sintesis-input.ts'
import { cleanText } from './typeset/clean-text.ts'
import { printLongDate, printShortDate } from './words/dates.ts'
import { composeDaySentence } from './words/day.ts'
import { endSentence } from './words/grammar.ts'
import { SINTESIS_LABELS } from './words/labels.ts'
import { countOf, NOTES } from './words/numbers.ts'

/** Rows under «Lo que pasó». */
const MOST_FACTS = 5

/** Notes of the window that count, told as stories, and those that wait for a person. */
type Counted = {
  readonly sources: SourceById
  readonly notes: readonly Note[]
  readonly tellings: readonly Telling[]
  readonly doubtful: readonly Telling[]
  readonly topics: readonly TopicTellings[]
}

/**
 * Composes a síntesis. Pure: the same input gives the same edition. Every number is counted from the notes that the
 * edition prints; the municipality's own publications are left out and doubtful mentions are printed apart, uncounted.
 */
export function composeSintesis(input: SintesisInput): Sintesis {
  const { municipality, number, from, to, date } = input
  const { timeZone } = municipality
  const counted = countNotes(input)
  const { sources, notes, tellings, doubtful } = counted
  const history = dateHistory(input.history, timeZone)
  const pressPickups = uniteNotes(notes, input.boletinPickups).filter((note) => isPress(note, sources))
  const silent = input.boletines.filter(({ folio }) => listPickupsOf(folio, pressPickups).length === 0)
  const actions = chooseActions(
    composeActions({ municipality, tellings, sources, now: input.now, silent, analyst: input.analyst }),
  )
  const sections = composeSections(counted.topics, doubtful, {
    municipality,
    sources,
    watch: input.analyst?.watch ?? [],
    folios: new Set(input.boletines.map(({ folio }) => folio)),
    images: input.images ?? new Map(),
  })
  const numbers = numberStories(sections)
  const numbered = [...tellings, ...doubtful]
    .map((telling) => ({
      telling,
      number: numbers.get(anchorOfStory(telling)) ?? 0,
      isSure: tellings.includes(telling),
    }))
    .toSorted((one, other) => one.number - other.number)
  const sure = numbered.filter(({ isSure }) => isSure)
  return {
    masthead: composeMasthead({
      title: SINTESIS_LABELS.title,
      municipality,
      number,
      from,
      to,
      date: printLongDate(date),
      shortDate: printShortDate(date),
      logo: input.logo ?? null,
    }),
    day: composeDay(input, counted, isUsualDay(notes, history)),
    figures: composeFigures({
      notes,
      history,
      date,
      sentBoletines: input.boletines.length,
      silentBoletines: silent.length,
    }),
    tally: tallyTones(notes),
    notes: notes.length,
    actions,
    agenda: (input.analyst?.agenda ?? []).map(({ hour, text }) => ({
      hour: cleanText(hour),
      text: cleanText(text),
    })),
    trend: composeTrend(notes, history, date),
    facts: composeFacts(tellings),
    sections,
    boletines: composeBoletines({
      boletines: input.boletines,
      notes: pressPickups,
      now: input.now,
      timeZone,
      actionOf: numberResends(input, actions),
    }),
    neighbours: composeNeighbours(input.neighbours ?? [], sources, municipality),
    index: composeIndex(numbered, sources, timeZone),
    trails: composeTrails(sure),
    certificate: composeCertificate({
      certificate: input.certificate,
      brief: input.brief,
      date,
      number,
      timeZone,
      archived: input.figures.notes,
      printed: notes.length,
    }),
    data: composeDataRows(numbered, sources, municipality),
    publishedAt: input.now,
    fileName: `sintesis-${date}`,
  }
}

function countNotes(input: SintesisInput): Counted {
  const sources = indexSources(input.sources)
  const ours = listOurSubjects(input.municipality)
  const press = uniteNotes(input.notes).filter((note) => isPress(note, sources))
  const notes = press.filter((note) => isSurelyOurs(note, ours))
  const tellings = groupTellings(notes, sources)
  const doubtful = press.filter((note) => !isSurelyOurs(note, ours))
  return {
    sources,
    notes,
    tellings,
    doubtful: groupTellings(doubtful, sources).map((telling) => ({ ...telling, storyId: -telling.storyId })),
    topics: groupByTopic(tellings, input.municipality),
  }
}

function composeDay(input: SintesisInput, counted: Counted, isUsual: boolean | null): Sentence {
  const { notes, tellings, topics, sources } = counted
  const { readings } = input.certificate
  const { main, counter } = findMainTopics(topics)
  const [top] = tellings
  const text = composeDaySentence({
    place: placeOf(input.municipality),
    notes: notes.length,
    media: countMedia(notes),
    tally: tallyTones(notes),
    sourcesDue: readings.length,
    sourcesRead: readings.filter(({ state }) => state === 'leida' || state === 'callada').length,
    mainTopic: main,
    counterTopic: counter,
    topHeadline:
      top === undefined
        ? null
        : {
            title: cleanText(top.chief.article.title),
            medium: nameOfSource(top.chief.sourceId, sources),
            notes: top.notes.length,
          },
    isUsual,
  })
  return { text, noteIds: idsOf(notes) }
}

const placeOf = ({ name }: Municipality): string => cleanText(name)

function composeFacts(tellings: readonly Telling[]): Fact[] {
  return tellings.slice(0, MOST_FACTS).map((telling) => ({
    text: endSentence(cleanText(telling.chief.article.title)),
    tone: mainTone(telling),
    notes: countOf(telling.notes.length, NOTES),
    goTo: anchorOfStory(telling),
    noteIds: idsOf(telling.notes),
  }))
}

/** Place on page one of the action that asks to resend each boletín, from one. */
function numberResends(input: SintesisInput, actions: readonly Action[]): ReadonlyMap<string, number> {
  const places = new Map(actions.map(({ goTo }, index) => [goTo, index + 1]))
  return new Map(
    input.boletines.flatMap(({ folio }) => {
      const place = places.get(anchorOfBoletin(folio))
      return place === undefined ? [] : [[folio, place] as const]
    }),
  )
}
