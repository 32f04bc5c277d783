// Pairs of true and given tone → accuracy, macro-F1, opposite signs, reliability and kappa, as plain numbers and tables.
import type { Tone, ToneLabel } from '../model.ts'

/** A text rated: what it is and what was said of it. */
export type Rated = { readonly truth: ToneLabel; readonly tone: Tone }

const LABELS: readonly ToneLabel[] = ['positivo', 'neutro', 'negativo', 'mixto']

const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole)

export function measureAccuracy(rated: readonly Rated[]): number {
  return share(rated.filter(({ truth, tone }) => truth === tone.label).length, rated.length)
}

/** Mean F1 of the labels that occur in the truth. */
export function measureMacroF1(rated: readonly Rated[]): number {
  const present = LABELS.filter((label) => rated.some(({ truth }) => truth === label))
  const f1 = present.map((label) => {
    const hits = rated.filter(({ truth, tone }) => truth === label && tone.label === label).length
    const all =
      rated.filter(({ truth }) => truth === label).length +
      rated.filter(({ tone }) => tone.label === label).length
    return (2 * hits) / all
  })
  return f1.reduce((sum, value) => sum + value, 0) / f1.length
}

/** Texts said to be positive that are negative, and the reverse. */
export function countOpposite(rated: readonly Rated[]): number {
  return rated.filter(
    ({ truth, tone }) =>
      (truth === 'positivo' && tone.label === 'negativo') ||
      (truth === 'negativo' && tone.label === 'positivo'),
  ).length
}

/** Rows truth, columns given. */
export function tabulate(rated: readonly Rated[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {}
  for (const { truth, tone } of rated) {
    const row = table[truth] ?? {}
    row[tone.label] = (row[tone.label] ?? 0) + 1
    table[truth] = row
  }
  return table
}

const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]

/** Confidence said and accuracy had, by band of confidence, and the expected calibration error. */
export function measureReliability(rated: readonly Rated[]): {
  readonly bands: readonly { band: string; texts: number; confidence: number; accuracy: number }[]
  readonly error: number
} {
  const known = rated.filter(({ tone }) => tone.confidence !== null)
  const bands = BINS.slice(0, -1).flatMap((from, at) => {
    const to = BINS[at + 1] ?? 1
    const within = known.filter(({ tone }) => (tone.confidence ?? 0) >= from && (tone.confidence ?? 0) < to)
    if (within.length === 0) return []
    const confidence = within.reduce((sum, { tone }) => sum + (tone.confidence ?? 0), 0) / within.length
    const band = `${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}`
    return [{ band, texts: within.length, confidence, accuracy: measureAccuracy(within) }]
  })
  const error = bands.reduce(
    (sum, { texts, confidence, accuracy }) => sum + (texts / known.length) * Math.abs(confidence - accuracy),
    0,
  )
  return { bands, error }
}

/** Agreement of two labellings beyond chance: Cohen (1960), Educational and Psychological Measurement 20. */
export function measureKappa(pairs: readonly (readonly [string, string])[]): number {
  const labels = [...new Set(pairs.flat())]
  const agreed = share(pairs.filter(([first, second]) => first === second).length, pairs.length)
  const chance = labels.reduce((sum, label) => {
    const first = share(pairs.filter(([one]) => one === label).length, pairs.length)
    const second = share(pairs.filter(([, two]) => two === label).length, pairs.length)
    return sum + first * second
  }, 0)
  return (agreed - chance) / (1 - chance)
}
