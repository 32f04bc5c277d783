// Features with soft labels → the weights of a multinomial logistic model, by AdaGrad, the same bytes every time.
import { shareOf } from '../../src/score/tone-features.ts'

/** Bins present in a text, the share of each class in its label, how much it counts, and whether it is of our own domain. */
export type Lesson = {
  readonly bins: readonly number[]
  readonly marks: readonly number[]
  readonly target: readonly number[]
  readonly weight: number
  readonly isOwn: boolean
}

export type Training = {
  readonly bins: number
  readonly classes: number
  readonly epochs: number
  readonly rate: number
  /** L2 penalty of the shared weights and of what each domain adds to them. */
  readonly sharedPenalty: number
  readonly ownPenalty: number
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
 * Trains on two domains at once: weights shared by both plus what each adds, so that a large foreign corpus helps where
 * ours is silent and does not overrule it (Daumé III, 2007, ACL). Returns the weights for our own domain.
 */
export function trainLogistic(lessons: readonly Lesson[], options: Training): Weights {
  const { bins, classes, epochs, rate } = options
  const size = bins * classes
  const parts = [
    makePart(size, options.sharedPenalty),
    makePart(size, options.ownPenalty),
    makePart(size, options.ownPenalty),
  ] as const
  const [shared, own, foreign] = parts
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of shuffle(lessons, options.seed + epoch)) {
      const domain = lesson.isOwn ? own : foreign
      const share = shareOf('words', lesson.bins.length)
      const markShare = shareOf('marks', lesson.marks.length)
      const common = scoreLesson(shared.weights, lesson, classes)
      const added = scoreLesson(domain.weights, lesson, classes)
      const shares = softmax(common.map((score, k) => score + (added[k] ?? 0)))
      for (let k = 0; k < classes; k++) {
        const slope = lesson.weight * ((shares[k] ?? 0) - (lesson.target[k] ?? 0))
        for (const bin of lesson.bins) {
          step(shared, bin * classes + k, slope * share, rate)
          step(domain, bin * classes + k, slope * share, rate)
        }
        for (const bin of lesson.marks) {
          step(shared, bin * classes + k, slope * markShare, rate)
          step(domain, bin * classes + k, slope * markShare, rate)
        }
      }
    }
  }
  return shared.weights.map((weight, at) => weight + (own.weights[at] ?? 0))
}

type Part = { readonly weights: Float32Array; readonly squares: Float32Array; readonly penalty: number }

const makePart = (size: number, penalty: number): Part => ({
  weights: new Float32Array(size),
  squares: new Float32Array(size),
  penalty,
})

/** One AdaGrad step: Duchi, Hazan & Singer (2011), JMLR 12. */
function step({ weights, squares, penalty }: Part, at: number, slope: number, rate: number): void {
  const weight = weights[at] ?? 0
  const gradient = slope + penalty * weight
  const square = (squares[at] ?? 0) + gradient * gradient
  squares[at] = square
  weights[at] = weight - (rate * gradient) / (Math.sqrt(square) + 1e-6)
}
