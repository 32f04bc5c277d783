// What texts are about beside what was said of them → precision, recall and F1 by topic, and what is taken for what.
import { TOPICS, type Topic } from '../../src/model.ts'

/** `topics`: all that fit, the one it is about first; `said`: null when no topic was sure. */
export type Judged = { readonly topics: readonly Topic[]; readonly said: Topic | null }

export type TopicScore = {
  readonly topic: Topic
  readonly texts: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** What is said rightly counts for the topic said; what is not, against the one that the text is about. */
export function scoreTopics(judged: readonly Judged[]): TopicScore[] {
  return TOPICS.map((topic) => {
    const said = judged.filter((one) => one.said === topic)
    const right = said.filter(({ topics }) => topics.includes(topic)).length
    const missed = judged.filter(
      ({ topics, said: other }) => topics[0] === topic && (other === null || !topics.includes(other)),
    ).length
    return {
      topic,
      texts: judged.filter(({ topics }) => topics[0] === topic).length,
      precision: share(right, said.length),
      recall: share(right, right + missed),
      f1: share(2 * right, said.length + right + missed),
    }
  })
}

/** Pairs «about → said» that are wrong, the most frequent first. */
export function listConfusions(judged: readonly Judged[]): (readonly [pair: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const { topics, said } of judged) {
    if (said === null || topics.includes(said)) continue
    const pair = `${topics[0] ?? 'otros'} → ${said}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return [...counts].toSorted((one, other) => other[1] - one[1])
}
