// Stories → the topics of a period, and which of them leads and which one pulls the other way.
import type { Municipality } from '../../model.ts'
import type { Topic } from '../words/day.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { tallyTones } from './note-facts.ts'
import type { Telling } from './tellings.ts'

export type TopicTellings = {
  readonly id: string | null
  readonly title: string
  readonly tellings: readonly Telling[]
}

/** A topic leads when it has this share of the notes and at least so many. */
const LEAST_SHARE = 0.25
const LEAST_NOTES = 3
const LEAST_COUNTERWEIGHT = 2

/** Stories by section in the municipality's order; without section last. Empty sections are left out. */
export function groupByTopic(tellings: readonly Telling[], municipality: Municipality): TopicTellings[] {
  const known = municipality.sections.map(({ id, title }) => ({ id: id as string | null, title }))
  const ids = new Set(known.map(({ id }) => id))
  const place = (telling: Telling) => (ids.has(telling.sectionId) ? telling.sectionId : null)
  return [...known, { id: null, title: SINTESIS_LABELS.otherTopics }]
    .map(({ id, title }) => ({ id, title, tellings: tellings.filter((telling) => place(telling) === id) }))
    .filter((topic) => topic.tellings.length > 0)
}

const countTopic = ({ title, tellings }: TopicTellings): Topic => {
  const notes = tellings.flatMap((telling) => telling.notes)
  return { title, notes: notes.length, tally: tallyTones(notes) }
}

/** The topic that stands out and its counterweight: most positives against negatives, or the reverse. */
export function findMainTopics(topics: readonly TopicTellings[]): {
  readonly main: Topic | null
  readonly counter: Topic | null
  /** Two topics that lead with equally many notes. */
  readonly equal: readonly [Topic, Topic] | null
} {
  const counted = topics.filter(({ id }) => id !== null).map(countTopic)
  const all = topics.reduce((total, topic) => total + countTopic(topic).notes, 0)
  const [main, second, third] = counted.toSorted((one, other) => other.notes - one.notes)
  const none = { main: null, counter: null, equal: null }
  if (main === undefined || main.notes < LEAST_NOTES || main.notes < all * LEAST_SHARE) return none
  if (second?.notes === main.notes) {
    return third?.notes === main.notes ? none : { ...none, equal: [main, second] }
  }
  const tone = main.tally.negativo >= main.tally.positivo ? 'positivo' : 'negativo'
  const counter = counted
    .filter((topic) => topic !== main && topic.tally[tone] >= LEAST_COUNTERWEIGHT)
    .toSorted((one, other) => other.tally[tone] - one.tally[tone])[0]
  return { main, counter: counter ?? null, equal: null }
}
