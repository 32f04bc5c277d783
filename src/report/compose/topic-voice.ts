// The voice of every municipality in each topic → the rows that say how much of each topic is ours, with our notes behind them.
import type { Note, TopicVoice } from '../../model.ts'
import type { TopicVoiceRow } from '../posicionamiento.ts'
import { anchorOfCount } from './anchors.ts'
import { OTHER_TOPICS } from './position-topics.ts'
import type { TopicTellings } from './topics.ts'
import { type NoteNumbers, traceByTone } from './trails.ts'

/** Topics with most notes first; those without section last. */
export function composeTopicVoice(
  voices: readonly TopicVoice[],
  ownId: string,
  topics: readonly TopicTellings[],
  numbers: NoteNumbers,
): TopicVoiceRow[] {
  const rank = ({ id, notes }: TopicVoice) => (id === OTHER_TOPICS ? -1 : notes)
  return voices
    .toSorted((one, other) => rank(other) - rank(one))
    .flatMap(({ id, name, voices: shares }) => {
      const own = shares.find(({ subjectId }) => subjectId === ownId)
      if (own === undefined) return []
      const trail = traceByTone(anchorOfCount('tema', id), name, notesOfTopic(id, topics), numbers)
      const { cases, trials, share, interval } = own
      return [{ title: name, own: { cases, trials, share, interval }, trail }]
    })
}

const notesOfTopic = (id: string, topics: readonly TopicTellings[]): Note[] =>
  topics
    .filter((topic) => (topic.id ?? OTHER_TOPICS) === id)
    .flatMap(({ tellings }) => tellings.flatMap(({ notes }) => notes))
