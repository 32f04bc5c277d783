// Features with soft labels → the weights of a multinomial logistic model, by AdaGrad, the same bytes every time.
import { shareOf } from '../../src/score/tone-features.ts'

/** Bins present in a text and the share of each class in its label. */
export type Lesson = {
  readonly bins: readonly number[]
  readonly marks: readonly number[]
  readonly target: readonly number[]
}

export type Training = {
  readonly bins: number
  readonly classes: number
  readonly epochs: number
  readonly rate: number
  /** L2 pull of each weight towards where it started. */
  readonly penalty: number
  readonly seed: number
}

/** Weights by bin, then class. */
export type Weights = Float32Array

/** Deterministic generator of numbers in 0…1: Mulberry32. */
function makeChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffle<Value>(values: readonly Value[], seed: number): Value[] {
  const chance = makeChance(seed)
  const order = [...values]
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(chance() * (last + 1))
    const [a, b] = [order[last], order[at]]
    if (a !== undefined && b !== undefined) [order[last], order[at]] = [b, a]
  }
  return order
}

export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - most))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum)
}

/** Score of each class, as `src/score/tone-model.ts` computes it. */
export function scoreLesson(
  weights: ArrayLike<number>,
  lesson: Pick<Lesson, 'bins' | 'marks'>,
  classes: number,
): number[] {
  const scores = new Array<number>(classes).fill(0)
  const share = shareOf('words', lesson.bins.length)
  const markShare = shareOf('marks', lesson.marks.length)
  for (const bin of lesson.bins)
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] ?? 0) + (weights[bin * classes + k] ?? 0) * share
  for (const bin of lesson.marks)
    for (let k = 0; k < classes; k++)
      scores[k] = (scores[k] ?? 0) + (weights[bin * classes + k] ?? 0) * markShare
  return scores
}

/**
 * Trains from `start` (zeros, or what another domain taught, so that it speaks where these lessons are silent and is not
 * heard where they speak: Chelba and Acero, 2006, *Computer Speech & Language* 20(4)). AdaGrad: Duchi, Hazan & Singer
 * (2011), JMLR 12.
 */
export function trainLogistic(lessons: readonly Lesson[], options: Training, start?: Weights): Weights {
  const { bins, classes, epochs, rate, penalty } = options
  const origin = start ?? new Float32Array(bins * classes)
  const weighClass = balanceClasses(lessons, classes)
  const weights = Float32Array.from(origin)
  const squares = new Float32Array(bins * classes)
  const step = (at: number, slope: number): void => {
    const weight = weights[at] ?? 0
    const gradient = slope + penalty * (weight - (origin[at] ?? 0))
    const square = (squares[at] ?? 0) + gradient * gradient
    squares[at] = square
    weights[at] = weight - (rate * gradient) / (Math.sqrt(square) + 1e-6)
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of shuffle(lessons, options.seed + epoch)) {
      const share = shareOf('words', lesson.bins.length)
      const markShare = shareOf('marks', lesson.marks.length)
      const shares = softmax(scoreLesson(weights, lesson, classes))
      const worth = lesson.target.reduce((sum, part, k) => sum + part * (weighClass[k] ?? 0), 0)
      for (let k = 0; k < classes; k++) {
        const slope = worth * ((shares[k] ?? 0) - (lesson.target[k] ?? 0))
        for (const bin of lesson.bins) step(bin * classes + k, slope * share)
        for (const bin of lesson.marks) step(bin * classes + k, slope * markShare)
      }
    }
  }
  return weights
}

/** What a lesson of each class counts, so that all classes count alike: who wrote the lessons chose how many of each. */
function balanceClasses(lessons: readonly Lesson[], classes: number): number[] {
  const counts = Array.from({ length: classes }, (_, k) =>
    lessons.reduce((sum, { target }) => sum + (target[k] ?? 0), 0),
  )
  return counts.map((count) => lessons.length / (classes * Math.max(1, count)))
}
