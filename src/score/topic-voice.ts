// The notes of a period by topic → in how many of each topic's notes each compared municipality is named, of all that name any.
import type { NoteFigures, ShareEstimate, Source, TopicVoice } from '../model.ts'
import { measureSpread } from './clustering.ts'
import { LEAST_BASE, listNotesAbout } from './position.ts'
import { estimateShare } from './share-interval.ts'

type Compared = { readonly id: string; readonly subjectIds: readonly string[] }

type Topic = { readonly id: string; readonly name: string }

/**
 * Share of voice of each topic in the same media: of its notes that surely name any compared municipality, each counted
 * once, the part that names each. A note that names two counts for both, so that the shares of a topic add up to 1 or
 * more. `topicOf` says which topic a note is of. Under ten notes a topic has no share; topics without notes are left out.
 */
export function shareVoiceByTopic(
  compared: readonly Compared[],
  topics: readonly Topic[],
  notes: readonly NoteFigures[],
  topicOf: (note: NoteFigures) => string,
  sources: readonly Source[],
): TopicVoice[] {
  const all = compared.flatMap(({ subjectIds }) => subjectIds)
  const byTopic = Map.groupBy(listNotesAbout(notes, all, sources), topicOf)
  return topics.flatMap(({ id, name }) => {
    const named = byTopic.get(id) ?? []
    if (named.length === 0) return []
    const voices = compared.map(({ id: subjectId, subjectIds }) => ({
      subjectId,
      ...estimateVoice(listNotesAbout(named, subjectIds, sources).length, named),
    }))
    return [{ id, name, notes: named.length, voices }]
  })
}

/** Notes of one story are not so many opinions of what matters: the interval is that of fewer, as the balance's is. */
function estimateVoice(cases: number, named: readonly NoteFigures[]): ShareEstimate {
  if (named.length < LEAST_BASE) return { cases, trials: named.length, share: null, interval: null }
  return estimateShare(cases, named.length, measureSpread(named))
}
