// Rated sentences of an article → its tone, score and confidence.
import type { ToneLabel } from '../model.ts'
import type { Gate } from './tone-gates.ts'
import type { Chances } from './tone-model.ts'
import type { Reading } from './tone-reading.ts'
import type { ScannedSentence } from './tone-scan.ts'

/** A sentence with the chance of each tone, what it weighs in the article, and how much each of its words pulls. */
export type RatedSentence = ScannedSentence & {
  readonly chances: Chances
  readonly weight: number
  readonly pullWords: () => readonly number[]
}

export type Verdict = {
  readonly label: Exclude<ToneLabel, 'sin evaluar'>
  readonly score: number
  readonly confidence: number
}

/** Share of an adverse chance that a gate turns away. */
const GATE_SHARE = 0.5
const TO_NEUTRAL: readonly Gate[] = ['el gobierno reclama a otro', 'desmentido']

/**
 * Known failures of a linear model on municipal news, corrected by rule: an event merely located here, the government
 * reproaching somebody else and a denial are not negative; clearing the government of a charge leans positive.
 */
export function passGates(chances: Chances, { gates, blame }: Reading): Chances {
  if (gates.includes('crítica al gobierno')) return chances
  const turned = chances.negativo * GATE_SHARE
  if (gates.includes('descargo'))
    return { ...chances, negativo: chances.negativo - turned, positivo: chances.positivo + turned }
  const isLocated = gates.includes('suceso ubicado aquí') && blame === 0
  if (isLocated || TO_NEUTRAL.some((gate) => gates.includes(gate)))
    return { ...chances, negativo: chances.negativo - turned, neutro: chances.neutro + turned }
  return chances
}

const PLACE_WEIGHTS = { title: 3, standfirst: 2, lead: 1.5, body: 1 } as const

/** Title and lead weigh more; a sentence that names neither the government nor a service weighs less. */
export function weighPlace({ sentence, parties, reading }: ScannedSentence): number {
  const place = sentence.field === 'body' && sentence.isLead ? 'lead' : sentence.field
  const names = (kind: 'gobierno' | 'servicio') => parties.some((party) => party.kind === kind)
  const about = names('gobierno') ? 1 : names('servicio') ? 0.9 : 0.6
  const isIncidental = reading.gates.includes('mención incidental')
  return PLACE_WEIGHTS[place] * about * (isIncidental ? 0.5 : 1)
}

/** Chosen by cross-validation on the half of the sample press kept for tuning (`npm run eval:tone`). */
const BAR = 0.3
const RULE_SHARE = 0.15
const LENGTH_POWER = 0.7
const BLAME_SHARE = 0.75
const LEAST_EVIDENCE = 0.25
const MIXED_SHARE = 0.48

/**
 * Concludes the tone of an article. Evidence for each side is the weighted sum of what each sentence exceeds a bar, over
 * a power of the length: long notes need more of it, but less than in proportion. Little evidence is neutral; both sides
 * strong is mixed. An article that only mentions us in passing is neutral; one that is a single sentence is what the model
 * finds most likely.
 */
export function concludeTone(sentences: readonly RatedSentence[], isIncidental: boolean): Verdict {
  if (isIncidental) return { label: 'neutro', score: 0, confidence: confide('incidental', 0) }
  const distinct = dropRepeated(sentences)
  const [only] = distinct
  if (only !== undefined && distinct.length === 1) return concludeSentence(only)
  const { favour, blame } = sumEvidence(distinct)
  const strong = Math.max(favour, blame)
  const weak = Math.min(favour, blame)
  const score = Math.tanh(SCORE_SLOPE * (favour - blame))
  if (strong < LEAST_EVIDENCE)
    return { label: 'neutro', score: score / 2, confidence: confide('neutro', 1 - strong / LEAST_EVIDENCE) }
  const balance = weak / (MIXED_SHARE * strong)
  if (balance > 1) return { label: 'mixto', score, confidence: confide('mixto', Math.min(2, balance - 1)) }
  const margin = Math.min(1 - balance, strong / LEAST_EVIDENCE - 1)
  const label = favour > blame ? 'positivo' : 'negativo'
  return { label, score, confidence: confide(label, margin) }
}

/** Both chances of a single sentence above this make it mixed. */
const MIXED_CHANCE = 0.38

function concludeSentence({ chances: { positivo, neutro, negativo } }: RatedSentence): Verdict {
  const score = positivo - negativo
  if (Math.min(positivo, negativo) > MIXED_CHANCE)
    return { label: 'mixto', score, confidence: positivo + negativo - neutro - 0.5 }
  const confidence = Math.max(positivo, neutro, negativo)
  if (confidence === neutro) return { label: 'neutro', score, confidence }
  return { label: confidence === positivo ? 'positivo' : 'negativo', score, confidence }
}

const SCORE_SLOPE = 1.5

/** The same sentence twice (a post's first line is also its title) counts once. */
function dropRepeated(sentences: readonly RatedSentence[]): RatedSentence[] {
  return [...new Map(sentences.toReversed().map((rated) => [rated.sentence.text, rated])).values()].reverse()
}

function sumEvidence(sentences: readonly RatedSentence[]): { favour: number; blame: number } {
  let [favour, blame, whole] = [0, 0, 0]
  for (const { chances, reading, weight } of sentences) {
    favour += weight * (Math.max(0, chances.positivo - BAR) + RULE_SHARE * reading.favour)
    blame += weight * (Math.max(0, chances.negativo - BAR) + RULE_SHARE * reading.blame)
    whole += weight
  }
  const length = whole ** LENGTH_POWER
  return whole === 0
    ? { favour: 0, blame: 0 }
    : { favour: favour / length, blame: (BLAME_SHARE * blame) / length }
}

/** Intercept and slope of the chance of being right, by outcome, fitted on the tuning half: Platt (1999). */
const CONFIDENCE = {
  positivo: [0.4, 1],
  negativo: [0, 1.2],
  neutro: [-0.2, 1.6],
  mixto: [0.2, 0],
  incidental: [1.2, 0],
} as const

function confide(outcome: keyof typeof CONFIDENCE, margin: number): number {
  const [intercept, slope] = CONFIDENCE[outcome]
  return 1 / (1 + Math.exp(-(intercept + slope * margin)))
}
