// An article → how likely it is about each general topic, by a small model trained on headlines, and the words that say so.
import { type Section, TOPICS, type Topic } from '../model.ts'
import { listTokens } from '../text/tokens.ts'
import shipped from './topic-weights.json' with { type: 'json' }
import { listParts, listStemsOf, type Readable, weighStems } from './topic-words.ts'

/** What `bench/train-topics.ts` writes: int8 weights by stem, then topic, in base64. */
export type TopicWeights = {
  readonly unit: number
  readonly bias: readonly number[]
  readonly stems: string
  readonly weights: string
  /** Least chance with which a topic is said. */
  readonly leastChance: number
}

export type TopicModel = {
  readonly rows: ReadonlyMap<string, number>
  readonly table: Int8Array
  readonly unit: number
  readonly bias: readonly number[]
  readonly leastChance: number
}

export type TopicChance = { readonly topic: Topic; readonly chance: number }

export type TopicReading = { readonly chances: readonly TopicChance[]; readonly leastChance: number }

/** Unpacks weights; throws when their number is not what the stems need. */
export function openTopicModel({ unit, bias, stems, weights, leastChance }: TopicWeights): TopicModel {
  const rows = new Map(stems.split(' ').map((stem, row) => [stem, row]))
  const table = new Int8Array(Uint8Array.from(atob(weights), (letter) => letter.charCodeAt(0)).buffer)
  if (table.length !== rows.size * TOPICS.length)
    throw new Error(`topic weights: ${table.length} instead of ${rows.size * TOPICS.length}`)
  return { rows, table, unit, bias, leastChance }
}

const SHIPPED = openTopicModel(shipped)

/** Words shown of a reading. */
const MOST_WORDS = 5

/** Chances of all topics, likeliest first; they add up to one. Multinomial logistic model over beginnings of words. */
export function readTopics(article: Readable, model: TopicModel = SHIPPED): TopicReading {
  const scores = [...model.bias]
  for (const [stem, weight] of weighStems(article)) {
    const row = model.rows.get(stem)
    if (row === undefined) continue
    const share = weight * model.unit
    for (let topic = 0; topic < TOPICS.length; topic++) {
      scores[topic] = (scores[topic] ?? 0) + (model.table[row * TOPICS.length + topic] ?? 0) * share
    }
  }
  const most = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - most))
  const sum = raised.reduce((total, value) => total + value, 0)
  const chances = TOPICS.map((topic, at) => ({ topic, chance: (raised[at] ?? 0) / sum })).toSorted(
    (one, other) => other.chance - one.chance,
  )
  return { chances, leastChance: model.leastChance }
}

/** Words of an article that pull most towards a topic: once each, as they stand where they come first. */
export function listTopicWords(
  article: Readable,
  topic: Topic,
  { rows, table }: TopicModel = SHIPPED,
): string[] {
  const stems = weighStems(article)
  const column = TOPICS.indexOf(topic)
  const pullOf = (form: string) =>
    listStemsOf(form).reduce((sum, stem) => {
      const row = rows.get(stem)
      return row === undefined
        ? sum
        : sum + (table[row * TOPICS.length + column] ?? 0) * (stems.get(stem) ?? 0)
    }, 0)
  const found = new Map<string, { readonly text: string; readonly pull: number }>()
  for (const [part] of listParts(article))
    for (const { form, start, end } of listTokens(part)) {
      const [stem] = listStemsOf(form)
      if (stem !== undefined && !found.has(stem))
        found.set(stem, { text: part.slice(start, end), pull: pullOf(form) })
    }
  return [...found.values()]
    .filter(({ pull }) => pull > 0)
    .toSorted((one, other) => other.pull - one.pull)
    .slice(0, MOST_WORDS)
    .map(({ text }) => text)
}

/**
 * Section of the municipality whose topics are likely enough together, or null: without such a section, or when nothing is
 * sure, a note belongs to none.
 */
export function chooseSectionByTopic(
  { chances, leastChance }: TopicReading,
  sections: readonly Section[],
): { readonly section: Section; readonly chance: number } | null {
  const rated = sections.map((section) => ({
    section,
    chance: chances.reduce(
      (sum, { topic, chance }) => sum + (section.topics?.includes(topic) === true ? chance : 0),
      0,
    ),
  }))
  const [best] = rated.toSorted((one, other) => other.chance - one.chance)
  return best !== undefined && best.chance >= leastChance ? best : null
}
