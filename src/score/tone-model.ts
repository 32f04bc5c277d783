// Features and the trained weights → how likely each tone is, and how much each word moved it.
import { inflateRawSync } from 'node:zlib'
import { BINS, type Features, shareOf } from './tone-features.ts'

export const CLASSES = ['positivo', 'neutro', 'negativo'] as const

/** Weights of a bin: what each side scores above neutral says all, for only differences count. */
export const SIDES = 2

/** Probabilities of the three tones; they add up to one. */
export type Chances = { readonly positivo: number; readonly neutro: number; readonly negativo: number }

/** What `bench/train-tone.ts` writes: int8 weights by bin, for positive and for negative, each against neutral, deflated (most are 0), in base64, and how to read them. */
export type ToneWeights = {
  /** Value of one unit of weight. */
  readonly unit: number
  /** Divisor of the scores that makes the probabilities honest: Guo et al. (2017), ICML. */
  readonly temperature: number
  readonly weights: string
}

export type ToneModel = { readonly table: Int8Array; readonly scale: number }

/** Unpacks weights; throws when their number is not what the features need. */
export function openModel({ unit, temperature, weights }: ToneWeights): ToneModel {
  const table = Int8Array.from(inflateRawSync(Buffer.from(weights, 'base64')))
  if (table.length !== BINS * SIDES)
    throw new Error(`tone weights: ${table.length} instead of ${BINS * SIDES}`)
  return { table, scale: unit / temperature }
}

/** Probability of each tone for a sentence. */
export function rateFeatures(features: Features, { table, scale }: ToneModel): Chances {
  const share = scale * shareOf('words', features.bins.length)
  const markShare = scale * shareOf('marks', features.marks.length)
  let [positive, negative] = [0, 0]
  for (const bin of features.bins) {
    positive += (table[bin * SIDES] ?? 0) * share
    negative += (table[bin * SIDES + 1] ?? 0) * share
  }
  for (const bin of features.marks) {
    positive += (table[bin * SIDES] ?? 0) * markShare
    negative += (table[bin * SIDES + 1] ?? 0) * markShare
  }
  const most = Math.max(positive, 0, negative)
  const [p, u, n] = [Math.exp(positive - most), Math.exp(-most), Math.exp(negative - most)]
  const sum = p + u + n
  return { positivo: p / sum, neutro: u / sum, negativo: n / sum }
}

/** Signed pull of each word of a sentence, positive minus negative, in units of the model's score. */
export function pullOfWords(features: Features, length: number, { table, scale }: ToneModel): number[] {
  const share = scale * shareOf('words', features.bins.length)
  const pulls = new Array<number>(length).fill(0)
  for (const [at, bin] of features.bins.entries()) {
    const word = features.words[at] ?? 0
    pulls[word] = (pulls[word] ?? 0) + ((table[bin * SIDES] ?? 0) - (table[bin * SIDES + 1] ?? 0)) * share
  }
  return pulls
}
