// Labelled examples → the weights of the tone model with the temperature and reliability that cross-validation gives.
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

/**
 * Trains on all lessons and packs the weights as int8 in base64. The temperature is the one that suits `last`, the batch
 * written after the lists of phrases were closed, for a model that has not seen it: folds drawn at random flatter it.
 */
export function trainTone(
  earlier: readonly Lesson[],
  last: readonly Lesson[],
  foreign: readonly Lesson[],
): ToneWeights {
  const start = trainLogistic(foreign, { ...TRAINING, epochs: FOREIGN_EPOCHS }).map(
    (weight) => weight * FOREIGN_SHARE,
  )
  const blind = trainLogistic(earlier, TRAINING, start)
  const scores = last.map((lesson) => scoreLesson(blind, lesson, TRAINING.classes))
  const temperature = findTemperature(scores, last)
  return { ...packWeights(trainLogistic([...earlier, ...last], TRAINING, start)), temperature }
}

/** Weights by bin and class → by bin, positive and negative above neutral, as int8 in base64. */
function packWeights(weights: Weights): Pick<ToneWeights, 'unit' | 'weights'> {
  const sides = Float32Array.from({ length: BINS * SIDES }, (_, at) => {
    const bin = Math.floor(at / SIDES) * CLASSES.length
    return (weights[bin + (at % SIDES) * 2] ?? 0) - (weights[bin + 1] ?? 0)
  })
  const most = sides.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0)
  const unit = most / 127
  const packed = Int8Array.from(sides, (weight) => Math.round(weight / unit))
  return { unit, weights: Buffer.from(packed.buffer).toString('base64') }
}
