// A period of the ledger → how the municipality stands in it, against the periods before and against its neighbours.
import type {
  Boletin,
  CalendarPeriod,
  GroupChange,
  GroupFigures,
  Note,
  NoteFigures,
  PeriodFigures,
  Position,
} from '../model.ts'
import { indexSources } from '../report/compose/note-facts.ts'
import { groupTellings } from '../report/compose/tellings.ts'
import { groupByTopic } from '../report/compose/topics.ts'
import { measureBoletinEffect } from '../score/boletin-effect.ts'
import { compareGroups } from '../score/moved-groups.ts'
import {
  compareBalance,
  compareVolume,
  listNotesAbout,
  measurePeriod,
  noiseBandOf,
  partOfTime,
  shareVoice,
} from '../score/position.ts'
import { listSpokespeople } from '../score/spokespeople.ts'
import { shareVoiceByTopic } from '../score/topic-voice.ts'
import { measureVisibility } from '../score/visibility.ts'
import { findFirstCapture, findNoteFigures } from '../store/note-figures.ts'
import { calendarWindow, type Window } from './calendar.ts'
import type { House } from './house.ts'
import { listKnownSources } from './known-sources.ts'
import { readPeriod } from './period-notes.ts'
import { findUnevenSources } from './uneven-sources.ts'

const DAY = 86_400_000
/** Id of the group of notes without section. */
const OTHER_TOPICS = 'otros'
/** Periods of history that the report draws. */
const MOST_PERIODS = 12

/**
 * Measures the window and up to twelve periods before it, of `days` or of the calendar, as far back as the archive
 * goes. Of the periods before no text is read; of the window only the municipality's own notes stay in memory.
 */
export async function assessPosition(
  house: House,
  { from, to }: Window,
  days: number,
  boletines: readonly Boletin[],
  calendar: { readonly period: CalendarPeriod; readonly date: string } | null = null,
): Promise<Position> {
  const sources = listKnownSources(house)
  const { ourSubjects } = house.lens
  const before = listPeriodsBefore(house, from, days * DAY, calendar)
  const span = { from: before[0]?.from ?? from, to }
  const compared = listCompared(house)
  const named = await findNoteFigures(
    house.store.db,
    span,
    compared.flatMap(({ subjectIds }) => subjectIds),
  )
  const within = (window: Window) =>
    named.filter(({ capturedAt }) => capturedAt > window.from && capturedAt <= window.to)
  const ours = <Known extends NoteFigures>(notes: readonly Known[]) =>
    listNotesAbout(notes, ourSubjects, sources)
  const measure = (window: Window) => measurePeriod(ours(within(window)), window.from, window.to)

  const earliest = await findFirstCapture(house.store.db, span)
  const windows = before.filter((window) => earliest !== null && earliest <= window.to)
  const history = windows.map(measure)
  const previousWindow = windows.at(-1) ?? null
  const current = measure({ from, to })
  const previous = history.at(-1) ?? null
  const { shares, denominator } = shareVoice(
    compared,
    within({ from, to }),
    previousWindow === null ? null : within(previousWindow),
    sources,
  )
  const present = await readPeriod(house, { from, to }, (note) => ours([note])[0] ?? null)
  const bySource = groupBySource(house, present, { from, to })
  const bySection = groupBySection(house, present, { from, to })
  const past = previousWindow === null ? null : ([ours(within(previousWindow)), previousWindow] as const)
  const part = previous === null ? 0.5 : partOfTime(current, previous)
  const uneven =
    previousWindow === null ? new Set<string>() : await findUnevenSources(house, { from, to }, previousWindow)
  const steady = (notes: readonly NoteFigures[]) => notes.filter(({ sourceId }) => !uneven.has(sourceId))
  const steadyPast = past === null ? null : ([steady(past[0]), past[1]] as const)
  const compare = (group: typeof groupBySource) =>
    takeVolume(
      compareGroups(group(house, present, { from, to }), past === null ? null : group(house, ...past), part),
      compareGroups(
        group(house, steady(present), { from, to }),
        steadyPast === null ? null : group(house, ...steadyPast),
        part,
      ),
    )
  return {
    current,
    previous,
    history,
    balanceChange: compareBalance(current, previous),
    volumeChange: compareVolume(
      measurePeriod(steady(present), from, to),
      steadyPast === null ? null : measurePeriod(steadyPast[0], from, to),
      part,
    ),
    noiseBand: previous === null ? null : noiseBandOf(current, previous),
    voice: shares,
    voiceDenominator: denominator,
    voiceByTopic: shareVoiceByTopic(
      compared,
      listTopics(house).map(({ id, title }) => ({ id: id ?? OTHER_TOPICS, name: title })),
      within({ from, to }),
      fileByStory(house, present),
      sources,
    ),
    bySource,
    bySection,
    standing: {
      visibility: measureVisibility(present, ourSubjects, sources),
      boletines: measureBoletinEffect(boletines, present, sources),
      topics: traceTopics(
        compare(groupBySection),
        windows.map((window) => ours(within(window))),
      ),
      media: compare(groupBySource),
      spokespeople: listSpokespeople(present, house.workspace.municipality.subjects),
    },
  }
}

/** The changes with the verdict on their volume of those measured over sources that were read alike in both periods. */
function takeVolume(changes: readonly GroupChange[], steady: readonly GroupChange[]): GroupChange[] {
  const volumes = new Map(steady.map(({ id, volume }) => [id, volume]))
  return changes.map((change) => ({ ...change, volume: volumes.get(change.id) ?? 'sin base' }))
}

/** Periods that a topic's own line shows, this one too, and from how many on it shows any. */
const MOST_TRACED = 8
const LEAST_TRACED = 4

/** Each topic with its notes in the last periods, from four on; `before` are the notes of those before, oldest first. */
function traceTopics(
  changes: readonly GroupChange[],
  before: readonly (readonly NoteFigures[])[],
): GroupChange[] {
  const past = before.slice(1 - MOST_TRACED)
  if (past.length + 1 < LEAST_TRACED) return [...changes]
  const counts = past.map((notes) => Map.groupBy(notes, ({ sectionId }) => sectionId ?? OTHER_TOPICS))
  return changes.map((change) => ({
    ...change,
    series: [...counts.map((byTopic) => byTopic.get(change.id)?.length ?? 0), change.notes],
  }))
}

/** Whole periods before `from`, oldest first: of so many milliseconds, or of the calendar. */
function listPeriodsBefore(
  { workspace }: House,
  from: Date,
  length: number,
  calendar: { readonly period: CalendarPeriod; readonly date: string } | null,
): Window[] {
  return Array.from({ length: MOST_PERIODS }, (_, index) => {
    const back = MOST_PERIODS - index
    if (calendar !== null) {
      return calendarWindow(calendar.period, calendar.date, back + 1, workspace.municipality)
    }
    const end = from.getTime() - (back - 1) * length
    return { from: new Date(end - length), to: new Date(end) }
  })
}

/** The municipality with its people and dependencias as one, and each neighbour. */
function listCompared({ workspace: { municipality }, lens: { ourSubjects } }: House) {
  const neighbours = municipality.subjects.filter(({ role }) => role === 'vecino')
  return [
    {
      id: municipality.subjects[0]?.id ?? municipality.name,
      name: municipality.name,
      subjectIds: ourSubjects,
    },
    ...neighbours.map(({ id, name }) => ({ id, name, subjectIds: [id] })),
  ]
}

function groupBySource(house: House, notes: readonly NoteFigures[], window: Window): GroupFigures[] {
  return listKnownSources(house).flatMap(({ id, name }) =>
    measureGroup(
      id,
      name,
      notes.filter(({ sourceId }) => sourceId === id),
      window,
    ),
  )
}

const listTopics = ({ workspace: { municipality } }: House) => [
  ...municipality.sections,
  { id: null, title: 'Otros temas' },
]

/** The topic of a note: that under which the report prints its story, where it is one of ours; else that of the note. */
function fileByStory(house: House, ours: readonly Note[]): (note: NoteFigures) => string {
  const printed = groupByTopic(
    groupTellings(ours, indexSources(listKnownSources(house))),
    house.workspace.municipality,
  )
  const topicOf = new Map(printed.flatMap(({ id, tellings }) => tellings.map(({ storyId }) => [storyId, id])))
  const known = new Set(house.workspace.municipality.sections.map(({ id }) => id))
  return ({ storyId, sectionId }) => {
    const own = known.has(sectionId ?? '') ? sectionId : null
    return (topicOf.has(storyId) ? topicOf.get(storyId) : own) ?? OTHER_TOPICS
  }
}

function groupBySection(house: House, notes: readonly NoteFigures[], window: Window): GroupFigures[] {
  return listTopics(house).flatMap(({ id, title }) =>
    measureGroup(
      id ?? OTHER_TOPICS,
      title,
      notes.filter(({ sectionId }) => sectionId === id),
      window,
    ),
  )
}

function measureGroup(
  id: string,
  name: string,
  notes: readonly NoteFigures[],
  { from, to }: Window,
): GroupFigures[] {
  if (notes.length === 0) return []
  const figures: PeriodFigures = measurePeriod(notes, from, to)
  return [{ id, name, figures }]
}
