// Labelled headlines → the weights of a multinomial logistic model over beginnings of words, the same bytes every time.

import { TOPICS } from '../../src/model.ts'
import { isLongStem, weighStems } from '../../src/score/topic-words.ts'
import { openTopicModel, readTopics, type TopicModel, type TopicWeights } from '../../src/score/topics.ts'
import type { LabelledHeadline } from './headlines.ts'

const EPOCHS = 200
const RATE = 0.3
/** Pull towards zero; a third or three times of it changes little. */
const PENALTY = 0.0001

/** A beginning seen once is learnt too, for half of the words of a headline are new; a long one only if seen twice. */
const leastSeen = (stem: string): number => (isLongStem(stem) ? 2 : 1)

const FOLDS = 5

/** Share of said topics that must be right, from which the least chance follows. */
const WANTED_PRECISION = 0.9

export const toArticle = (title: string) => ({ title, standfirst: null, paragraphs: [] })

type Example = { readonly rows: readonly (readonly [number, number])[]; readonly topic: number }

/** Full-batch gradient with AdaGrad: Duchi et al. (2011), JMLR 12. */
function learnWeights(headlines: readonly LabelledHeadline[]): Omit<TopicWeights, 'leastChance'> {
  const seen = new Map<string, number>()
  const weighed = headlines.map(({ title }) => weighStems(toArticle(title)))
  for (const stems of weighed) for (const stem of stems.keys()) seen.set(stem, (seen.get(stem) ?? 0) + 1)
  const stems = [...seen]
    .filter(([stem, count]) => count >= leastSeen(stem))
    .map(([stem]) => stem)
    .toSorted()
  const rowOf = new Map(stems.map((stem, row) => [stem, row]))
  const examples: Example[] = headlines.map(({ topic }, at) => ({
    topic: TOPICS.indexOf(topic),
    rows: [...(weighed[at] ?? [])].flatMap(([stem, weight]) => {
      const row = rowOf.get(stem)
      return row === undefined ? [] : [[row, weight] as const]
    }),
  }))
  const classes = TOPICS.length
  const size = (stems.length + 1) * classes
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-6)
  const bias = stems.length
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const gradient = new Float64Array(size)
    for (const { rows, topic } of examples) {
      const scores = TOPICS.map((_, c) =>
        rows.reduce(
          (sum, [row, x]) => sum + (weights[row * classes + c] ?? 0) * x,
          weights[bias * classes + c] ?? 0,
        ),
      )
      const most = Math.max(...scores)
      const raised = scores.map((score) => Math.exp(score - most))
      const sum = raised.reduce((total, value) => total + value, 0)
      for (let c = 0; c < classes; c++) {
        const error = (raised[c] ?? 0) / sum - (c === topic ? 1 : 0)
        for (const [row, x] of rows)
          gradient[row * classes + c] = (gradient[row * classes + c] ?? 0) + error * x
        gradient[bias * classes + c] = (gradient[bias * classes + c] ?? 0) + error
      }
    }
    for (let at = 0; at < size; at++) {
      const step = (gradient[at] ?? 0) / examples.length + PENALTY * (weights[at] ?? 0)
      squares[at] = (squares[at] ?? 0) + step * step
      weights[at] = (weights[at] ?? 0) - (RATE * step) / Math.sqrt(squares[at] ?? 1)
    }
  }
  return pack(stems, weights)
}

function pack(stems: readonly string[], weights: Float64Array): Omit<TopicWeights, 'leastChance'> {
  const classes = TOPICS.length
  const table = weights.slice(0, stems.length * classes)
  const unit = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  const bytes = Int8Array.from(table, (weight) => Math.round(weight / unit))
  return {
    unit: Number(unit.toPrecision(6)),
    bias: [...weights.slice(stems.length * classes)].map((weight) => Number(weight.toFixed(4))),
    stems: stems.join(' '),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
}

export type Guess = { readonly chance: number; readonly isRight: boolean }

export function guessHeadlines(headlines: readonly LabelledHeadline[], model: TopicModel): Guess[] {
  return headlines.map(({ title, topic }) => {
    const [best] = readTopics(toArticle(title), model).chances
    return { chance: best?.chance ?? 0, isRight: best?.topic === topic }
  })
}

/** Least chance from which the guesses of headlines that were not learnt are right as often as wanted. */
function findLeastChance(guesses: readonly Guess[]): number {
  for (let least = 0.2; least < 0.9; least += 0.02) {
    const said = guesses.filter(({ chance }) => chance >= least)
    if (said.filter(({ isRight }) => isRight).length >= WANTED_PRECISION * said.length)
      return Number(least.toFixed(2))
  }
  return 0.9
}

/** Trains on all of them; the least chance comes from five-fold validation. */
export function trainTopics(
  headlines: readonly LabelledHeadline[],
  words: readonly LabelledHeadline[],
): TopicWeights {
  const guesses = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learnWeights([...headlines.filter((_, at) => at % FOLDS !== fold), ...words])
    return guessHeadlines(
      headlines.filter((_, at) => at % FOLDS === fold),
      openTopicModel({ ...weights, leastChance: 0 }),
    )
  }).flat()
  return { ...learnWeights([...headlines, ...words]), leastChance: findLeastChance(guesses) }
}
