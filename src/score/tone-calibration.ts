// What an office's people decided of notes → settings of the tone fitted to that office, kept only where they serve better.
import type { ToneLabel, ToneOutcome, ToneSettings } from '../model.ts'
import { type ToneEvidence, weighSides } from './tone-verdict.ts'

/** A note that a person has judged: its evidence and what the person said. */
export type JudgedNote = {
  readonly evidence: ToneEvidence
  readonly label: Exclude<ToneLabel, 'sin evaluar'>
}

export type Calibration = {
  readonly settings: ToneSettings
  /** Notes that it was fitted to. */
  readonly notes: number
  /** Share of them on which the shipped settings agree with people, and of those each fit had not seen. */
  readonly shippedAccuracy: number
  readonly fittedAccuracy: number
  /** False: the shipped settings serve as well, and only the confidence was fitted. */
  readonly movesLabels: boolean
}

/** Fewer judged notes than these say nothing about an office. */
export const LEAST_JUDGED = 60
/** And in at least two tones, this many. */
const LEAST_OF_TONE = 10

const FOLDS = 5
/** Labels move only if, on notes not fitted to, the fit is right where the shipped settings err at least this much oftener than the reverse: sign test, one-sided, 1 %. */
const LEAST_SURPRISE = 0.01

const LEAST_EVIDENCES = [0.3, 0.43, 0.57, 0.73, 0.93, 1.2]
const BLAME_SHARES = [0.6, 0.75, 0.9, 1.02, 1.25, 1.6]
const MIXED_SHARES = [0.34, 0.43, 0.53, 0.63, 0.75, 0.88]

/**
 * Fits the settings to what people decided. Labels move only where five-fold cross-validation shows that they serve this
 * office better than the shipped ones; the confidence is fitted always, held near the shipped one by a prior. Null when
 * too few notes were judged. Notes of a single sentence teach nothing here: they are what the model finds most likely.
 */
export function calibrateTone(judged: readonly JudgedNote[], shipped: ToneSettings): Calibration | null {
  const notes = judged.filter(({ evidence: { only, isIncidental } }) => only === null || isIncidental)
  if (!isEnough(notes)) return null
  const folds = Array.from({ length: FOLDS }, (_, fold) => notes.filter((_, index) => index % FOLDS === fold))
  const unseen = folds.flatMap((fold) => {
    const fitted = fitLabels(
      notes.filter((note) => !fold.includes(note)),
      shipped,
    )
    return fold.map((note) => ({ isShipped: isRight(note, shipped), isFitted: isRight(note, fitted) }))
  })
  const better = unseen.filter(({ isShipped, isFitted }) => isFitted && !isShipped).length
  const worse = unseen.filter(({ isShipped, isFitted }) => isShipped && !isFitted).length
  const movesLabels = surpriseOf(better, worse) < LEAST_SURPRISE
  const labels = movesLabels ? fitLabels(notes, shipped) : shipped
  return {
    settings: { ...labels, confidence: fitConfidence(notes, labels) },
    notes: notes.length,
    shippedAccuracy: shareOf(unseen, ({ isShipped }) => isShipped),
    fittedAccuracy: shareOf(unseen, ({ isFitted }) => isFitted),
    movesLabels,
  }
}

function isEnough(notes: readonly JudgedNote[]): boolean {
  const tones = Map.groupBy(notes, ({ label }) => label)
  const frequent = [...tones.values()].filter((of) => of.length >= LEAST_OF_TONE)
  return notes.length >= LEAST_JUDGED && frequent.length >= 2
}

const isRight = ({ evidence, label }: JudgedNote, settings: ToneSettings): boolean =>
  weighSides(evidence, settings).label === label

/** The grid's settings that agree with people most; of equals, those nearest to the shipped ones. */
function fitLabels(notes: readonly JudgedNote[], shipped: ToneSettings): ToneSettings {
  let best = shipped
  let bestRight = notes.filter((note) => isRight(note, shipped)).length
  let bestDistance = 0
  for (const leastEvidence of LEAST_EVIDENCES)
    for (const blameShare of BLAME_SHARES)
      for (const mixedShare of MIXED_SHARES) {
        const settings = { ...shipped, leastEvidence, blameShare, mixedShare }
        const right = notes.filter((note) => isRight(note, settings)).length
        const distance = measureDistance(settings, shipped)
        if (right < bestRight || (right === bestRight && distance >= bestDistance)) continue
        best = settings
        bestRight = right
        bestDistance = distance
      }
  return best
}

function measureDistance(settings: ToneSettings, shipped: ToneSettings): number {
  const ratio = (of: (settings: ToneSettings) => number) => Math.abs(Math.log(of(settings) / of(shipped)))
  return ratio((s) => s.leastEvidence) + ratio((s) => s.blameShare) + ratio((s) => s.mixedShare)
}

const STEPS = 400
const RATE = 0.5
/** Weight of the shipped line, in judged notes. */
const PRIOR_NOTES = 20

/** Fits each outcome's line by gradient ascent on the likelihood, with a normal prior about the shipped line. */
function fitConfidence(notes: readonly JudgedNote[], settings: ToneSettings): ToneSettings['confidence'] {
  const weighed = notes.map((note) => ({ ...weighSides(note.evidence, settings), truth: note.label }))
  const fitLine = (outcome: ToneOutcome) => {
    const own = weighed.filter((note) => note.outcome === outcome)
    const start = settings.confidence[outcome]
    let { intercept, slope } = start
    for (let step = 0; step < STEPS && own.length > 0; step += 1) {
      let byIntercept = PRIOR_NOTES * 0.25 * (start.intercept - intercept)
      let bySlope = PRIOR_NOTES * 0.25 * (start.slope - slope)
      for (const { label, truth, margin } of own) {
        const error = (label === truth ? 1 : 0) - 1 / (1 + Math.exp(-(intercept + slope * margin)))
        byIntercept += error
        bySlope += error * margin
      }
      intercept += (RATE * byIntercept) / (own.length + PRIOR_NOTES)
      slope += (RATE * bySlope) / (own.length + PRIOR_NOTES)
    }
    return { intercept, slope }
  }
  return {
    positivo: fitLine('positivo'),
    negativo: fitLine('negativo'),
    neutro: fitLine('neutro'),
    mixto: fitLine('mixto'),
    incidental: fitLine('incidental'),
  }
}

/** Chance of at least `better` successes among `better + worse` fair coins. */
function surpriseOf(better: number, worse: number): number {
  const tosses = better + worse
  let [chance, sum] = [0.5 ** tosses, 0]
  for (let heads = 0; heads <= tosses; heads += 1) {
    if (heads >= better) sum += chance
    chance *= (tosses - heads) / (heads + 1)
  }
  return sum
}

function shareOf<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.filter(holds).length / all.length
}
