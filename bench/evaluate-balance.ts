// The sample press → how far the balance of a period lies from the truth by counting labels and by adjusting them for the errors of the tone. `node bench/evaluate-balance.ts`
import type { ToneLabel } from '../src/model.ts'
import { rateTone } from '../src/score/tone.ts'
import { makeRandom, pick } from './random.ts'
import { readRatedNotes } from './tone/press-notes.ts'

type Rated = {
  readonly truth: ToneLabel
  readonly said: ToneLabel
  readonly confidence: number
  readonly storyId: string
}
type Reading = (one: Rated) => readonly number[]

const LABELS: readonly ToneLabel[] = ['positivo', 'neutro', 'negativo', 'mixto']
const PERIODS = 300
const STORIES_A_WEEK = 8
const NOTES = 60
const STEPS = 2000

const hard: Reading = ({ said }) => LABELS.map((label) => (label === said ? 1 : 0))

/** The label said has its confidence, the others share the rest. */
const soft: Reading = ({ said, confidence }) =>
  LABELS.map((label) => (label === said ? confidence : (1 - confidence) / (LABELS.length - 1)))

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

const netOf = (labels: readonly ToneLabel[]): number =>
  mean(labels.map((label) => (label === 'positivo' ? 1 : label === 'negativo' ? -1 : 0)))

/**
 * Adjusted count: the shares of true tones that, through what the reference says of each, best give the mean reading. Least
 * squares over shares that add up to one, by exponentiated gradient. Forman (2008), *Data Mining and Knowledge Discovery* 17;
 * with probabilities, Bella et al. (2010), ICDM.
 */
function adjust(reference: readonly Rated[], notes: readonly Rated[], read: Reading): number {
  const columns = LABELS.map((label) => {
    const readings = reference.filter(({ truth }) => truth === label).map(read)
    return LABELS.map((_, at) => mean(readings.map((reading) => reading[at] ?? 0)))
  })
  const wanted = LABELS.map((_, at) => mean(notes.map((note) => read(note)[at] ?? 0)))
  let shares = LABELS.map(() => 1 / LABELS.length)
  for (let step = 0; step < STEPS; step++) {
    const errors = wanted.map(
      (value, at) =>
        shares.reduce((sum, share, label) => sum + share * (columns[label]?.[at] ?? 0), 0) - value,
    )
    const moved = shares.map(
      (share, label) =>
        share *
        Math.exp(-4 * errors.reduce((sum, error, at) => sum + error * (columns[label]?.[at] ?? 0), 0)),
    )
    const whole = moved.reduce((sum, share) => sum + share, 0)
    shares = moved.map((share) => share / whole)
  }
  return (shares[0] ?? 0) - (shares[2] ?? 0)
}

const rated = readRatedNotes().flatMap(({ note, article, mentions, subjects, tone: truth, isTuning }) => {
  const { label: said, confidence } = rateTone(article, mentions, subjects)
  return confidence === null ? [] : [{ truth, said, confidence, storyId: note.storyId, isTuning }]
})

/** Stories of a half, drawn with their notes: the mix of tones that a week has. */
function drawWeek(notes: readonly Rated[], random: () => number): Rated[] {
  const stories = [...Map.groupBy(notes, ({ storyId }) => storyId).values()]
  return Array.from({ length: STORIES_A_WEEK }, () => pick(stories, random)).flat()
}

/** Notes in a mix of tones that is itself drawn evenly among all mixes. */
function drawMix(notes: readonly Rated[], random: () => number): Rated[] {
  const groups = LABELS.map((label) => ({
    own: notes.filter(({ truth }) => truth === label),
    weight: -Math.log(1 - random()),
  })).filter(({ own }) => own.length > 0)
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0)
  return groups.flatMap(({ own, weight }) =>
    Array.from({ length: Math.round((NOTES * weight) / whole) }, () => pick(own, random)),
  )
}

const rows: Record<string, Record<string, string>> = {}
for (const isTuning of [true, false]) {
  const reference = rated.filter((one) => one.isTuning === isTuning)
  const others = rated.filter((one) => one.isTuning !== isTuning)
  for (const [name, draw] of [
    [`semanas de ${STORIES_A_WEEK} historias`, drawWeek],
    ['mezclas al azar', drawMix],
  ] as const) {
    const random = makeRandom(20261121)
    const periods = Array.from({ length: PERIODS }, () => draw(others, random))
    const errorOf = (estimate: (notes: readonly Rated[]) => number) =>
      mean(
        periods.map((notes) => Math.abs(estimate(notes) - netOf(notes.map(({ truth }) => truth)))),
      ).toFixed(3)
    rows[`${name}, tabla de la mitad ${isTuning ? 'de ajuste' : 'apartada'}`] = {
      contar: errorOf((notes) => netOf(notes.map(({ said }) => said))),
      'contar y ajustar': errorOf((notes) => adjust(reference, notes, hard)),
      PACC: errorOf((notes) => adjust(reference, notes, soft)),
    }
  }
}
console.log('error medio del balance, de 0 a 1')
console.table(rows)
