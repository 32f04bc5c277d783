// Labelled examples → the weights of the tone model with the temperature and reliability that cross-validation gives.
import { deflateRawSync } from 'node:zlib'
import { BINS, listFeatures } from '../../src/score/tone-features.ts'
import { CLASSES, SIDES, type ToneWeights } from '../../src/score/tone-model.ts'
import type { ScannedSentence } from '../../src/score/tone-scan.ts'
import { scanArticle } from '../../src/score/tone-scan.ts'
import { type Example, type LabelledNote, type SentenceTone, scanExample } from './examples.ts'
import { type Lesson, scoreLesson, softmax, type Training, trainLogistic, type Weights } from './logistic.ts'

/** Chosen by leaving out each batch of the project's own training sentences in turn. */
export const TRAINING: Training = {
  bins: BINS,
  classes: CLASSES.length,
  epochs: 12,
  rate: 0.04,
  penalty: 1e-4,
  seed: 20261121,
}

/** Rounds over a foreign corpus, and the share of what it teaches from which our own lessons start. */
const FOREIGN_EPOCHS = 6
const FOREIGN_SHARE = 0.2
const TARGETS: Readonly<Record<SentenceTone, readonly number[]>> = {
  positivo: [1, 0, 0],
  neutro: [0, 1, 0],
  negativo: [0, 0, 1],
  mixto: [0.5, 0, 0.5],
}

/** The lesson that an example teaches; null when it has no sentence. */
export function toLesson(example: Example): Lesson | null {
  const scanned = scanExample(example)
  return scanned === undefined ? null : teach(scanned, example.tone)
}

/** One lesson for each sentence of a note, read in its place. */
export function toLessons({ article, mentions, subjects, tones }: LabelledNote): Lesson[] {
  return scanArticle(article, mentions, subjects).flatMap((scanned) => {
    const { field, paragraph } = scanned.sentence
    const tone = tones[field === 'title' ? 0 : paragraph + 1]
    return tone === undefined ? [] : [teach(scanned, tone)]
  })
}

function teach({ sentence, parties, cues, reading }: ScannedSentence, tone: SentenceTone): Lesson {
  const { bins, marks } = listFeatures(sentence, parties, cues, reading)
  return { bins, marks, target: TARGETS[tone] }
}

/** Mean log loss of scores divided by a temperature. */
export function measureLoss(
  scores: readonly number[][],
  lessons: readonly Lesson[],
  temperature: number,
): number {
  const losses = lessons.map(({ target }, at) => {
    const shares = softmax((scores[at] ?? []).map((score) => score / temperature))
    return -target.reduce((sum, part, k) => sum + part * Math.log(Math.max(1e-9, shares[k] ?? 0)), 0)
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length)
}

/** The temperature between 0.2 and 5 with the least log loss, to two decimals. */
export function findTemperature(scores: readonly number[][], lessons: readonly Lesson[]): number {
  const candidates = Array.from({ length: 120 }, (_, step) => 0.2 * 1.0274 ** step)
  const best = candidates.reduce((least, candidate) =>
    measureLoss(scores, lessons, candidate) < measureLoss(scores, lessons, least) ? candidate : least,
  )
  return Math.round(best * 100) / 100
}

/** Weights as they ship, and how well models that had not seen a hand rate its sentences. */
export type Trained = { readonly weights: ToneWeights; readonly blind: readonly BlindHand[] }

export type BlindHand = { readonly hand: string; readonly lessons: number; readonly accuracy: number }

/**
 * Trains on the lessons of every hand and packs the weights. Each hand is also rated by a model of the others: the
 * temperature is the one that suits those scores, for folds drawn at random flatter a model that knows the writer.
 * `always` are lessons that belong to no hand, and are never left out.
 */
export function trainTone(
  hands: ReadonlyMap<string, readonly Lesson[]>,
  always: readonly Lesson[],
  foreign: readonly Lesson[],
): Trained {
  const start = trainLogistic(foreign, { ...TRAINING, epochs: FOREIGN_EPOCHS }).map(
    (weight) => weight * FOREIGN_SHARE,
  )
  const blind = [...hands].map(([hand, lessons]) => {
    const others = [...hands].flatMap(([other, own]) => (other === hand ? [] : own))
    const model = trainLogistic([...others, ...always], TRAINING, start)
    return { hand, lessons, scores: lessons.map((lesson) => scoreLesson(model, lesson, TRAINING.classes)) }
  })
  const temperature = findTemperature(
    blind.flatMap(({ scores }) => scores),
    blind.flatMap(({ lessons }) => lessons),
  )
  const own = [...[...hands.values()].flat(), ...always]
  const packed = packWeights(trainLogistic(own, TRAINING, start), countBins(own))
  return {
    weights: { ...packed, temperature },
    blind: blind.map(({ hand, lessons, scores }) => ({
      hand,
      lessons: lessons.length,
      accuracy: measureExact(scores, lessons),
    })),
  }
}

/** Share of lessons whose highest score is their label; mixed ones have none and are left out. */
function measureExact(scores: readonly number[][], lessons: readonly Lesson[]): number {
  const clear = lessons.flatMap(({ target }, at) =>
    target.includes(1) ? [{ label: target.indexOf(1), of: scores[at] ?? [] }] : [],
  )
  const right = clear.filter(({ label, of }) => of.indexOf(Math.max(...of)) === label)
  return right.length / Math.max(1, clear.length)
}

function countBins(lessons: readonly Lesson[]): Uint32Array {
  const counts = new Uint32Array(BINS)
  for (const { bins, marks } of lessons)
    for (const bin of [...bins, ...marks]) counts[bin] = (counts[bin] ?? 0) + 1
  return counts
}

/** Weights that ship; the others become 0, so that the file stays small. Of 180,000 to 220,000 no number did better. */
const KEPT = 200_000
/** Values on each side of 0. With 31 nothing was gained; with 7 a little was lost. */
const LEVELS = 15
/** A weight seen in many sentences is worth more than its size: by this power of how many. */
const COUNT_POWER = 0.25
/** What a bin counts that only a foreign corpus has. */
const FOREIGN_COUNT = 0.3
/** Share of weights that are not cut at the largest value. */
const UNCUT = 0.9995

/** Weights by bin and class → by bin, positive and negative above neutral: the most telling, in few values, deflated, in base64. */
function packWeights(weights: Weights, counts: Uint32Array): Pick<ToneWeights, 'unit' | 'weights'> {
  const sides = Float32Array.from({ length: BINS * SIDES }, (_, at) => {
    const bin = Math.floor(at / SIDES) * CLASSES.length
    return (weights[bin + (at % SIDES) * 2] ?? 0) - (weights[bin + 1] ?? 0)
  })
  const worth = sides.map(
    (weight, at) =>
      Math.abs(weight) * Math.max(FOREIGN_COUNT, counts[Math.floor(at / SIDES)] ?? 0) ** COUNT_POWER,
  )
  const leastWorth = worth.toSorted()[Math.max(0, worth.length - KEPT)] ?? 0
  const most = sides.map(Math.abs).toSorted()[Math.floor(sides.length * UNCUT)] ?? 0
  const unit = Math.max(most, Number.MIN_VALUE) / LEVELS
  const packed = Int8Array.from(sides, (weight, at) => {
    if ((worth[at] ?? 0) < leastWorth || weight === 0) return 0
    const value = Math.round(weight / unit) || Math.sign(weight)
    return Math.max(-LEVELS, Math.min(LEVELS, value))
  })
  const deflated = deflateRawSync(Buffer.from(packed.buffer), { level: 9 })
  return { unit, weights: deflated.toString('base64') }
}
