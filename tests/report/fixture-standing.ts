// Notes of Tala and its boletines → what the house measures of them beside number and tone, for a positioning report.
import type { Boletin, GroupChange, Note, Section, Standing, TopicVoice } from '../../src/model.ts'
import { indexSources, isPress } from '../../src/report/compose/note-facts.ts'
import { groupTellings } from '../../src/report/compose/tellings.ts'
import { measureBoletinEffect } from '../../src/score/boletin-effect.ts'
import { listSpokespeople } from '../../src/score/spokespeople.ts'
import { shareVoiceByTopic } from '../../src/score/topic-voice.ts'
import { measureVisibility } from '../../src/score/visibility.ts'
import { SOURCES, TALA } from './fixtures.ts'

/** So many periods that end with `last`. */
const makePast = (last: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) =>
    index === count - 1 ? last : Math.max(0, Math.round(last * (0.8 + 0.4 * Math.sin(index * 1.7 + last)))),
  )

/** What the house measures of these notes, and some changes that leave noise behind. */
export function makeStanding(notes: readonly Note[], boletines: readonly Boletin[], periods = 1): Standing {
  const before = (section: Section) => {
    const own = notes.filter(({ sectionId }) => sectionId === section.id).length
    return section.id === 'agua' ? Math.round(own / 3) : own
  }
  const topics = TALA.sections.map((section): GroupChange => {
    const now = notes.filter(({ sectionId }) => sectionId === section.id).length
    const volume = now > 3 * before(section) - 3 && now > 10 ? 'mejora' : 'sin cambio apreciable'
    const figures = { current: null, previous: null, balance: 'sin base' as const }
    return {
      id: section.id,
      name: section.title,
      notes: now,
      previousNotes: before(section),
      volume,
      ...figures,
      ...(periods < 4 ? {} : { series: [...makePast(before(section), Math.min(7, periods - 1)), now] }),
    }
  })
  return {
    visibility: measureVisibility(notes, ['tala'], SOURCES),
    boletines: measureBoletinEffect(boletines, notes, SOURCES),
    topics,
    media: [],
    spokespeople: listSpokespeople(notes, TALA.subjects),
  }
}

/** The voice of Tala in each topic, where Ameca is named in other notes, more or fewer by topic, and in some of ours. */
export function makeTopicVoice(notes: readonly Note[]): TopicVoice[] {
  const topics = [
    ...TALA.sections.map(({ id, title }) => ({ id, name: title })),
    { id: 'otros', name: 'Otros temas' },
  ]
  const stories = groupTellings(
    notes.filter((note) => isPress(note, indexSources(SOURCES))),
    indexSources(SOURCES),
  )
  const sectionOf = new Map(stories.map(({ storyId, sectionId }) => [storyId, sectionId]))
  const topicOf = ({ storyId, sectionId }: Pick<Note, 'storyId' | 'sectionId'>) =>
    (sectionOf.has(storyId) ? sectionOf.get(storyId) : sectionId) ?? 'otros'
  const place = (note: Note) => topics.findIndex(({ id }) => id === topicOf(note))
  const ameca = {
    subjectId: 'ameca',
    belonging: 'nuestra',
    prominence: 'cuerpo',
    hits: [],
    evidence: [],
  } as const
  const others = notes.flatMap((note, index) =>
    Array.from({ length: index % (place(note) + 2) }, (_, copy) => ({
      ...note,
      id: -1 - index - copy * notes.length,
      storyId: -1 - index - copy * notes.length,
      mentions: [ameca],
    })),
  )
  const both = notes.map((note, index) =>
    index % 9 === 0 ? { ...note, mentions: [...note.mentions, ameca] } : note,
  )
  const compared = ['tala', 'ameca'].map((id) => ({ id, subjectIds: [id] }))
  return shareVoiceByTopic(compared, topics, [...both, ...others], topicOf, SOURCES)
}
