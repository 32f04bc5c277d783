// An article and who is named in it → the tone towards the municipal government, with the sentences that moved it.
import type { Article, Mention, Subject, Tone, ToneSettings } from '../model.ts'
import { listFeatures } from './tone-features.ts'
import { type Chances, openModel, pullOfWords, rateFeatures } from './tone-model.ts'
import { explainTone } from './tone-reasons.ts'
import { type ScannedSentence, scanArticle } from './tone-scan.ts'
import { SHIPPED_SETTINGS } from './tone-settings.ts'
import {
  concludeTone,
  passGates,
  type RatedSentence,
  sumEvidence,
  type ToneEvidence,
  weighPlace,
} from './tone-verdict.ts'
import shipped from './tone-weights.json' with { type: 'json' }

/** Fewer words than these cannot be rated. */
const LEAST_WORDS = 4
/** Below this confidence a person must look. */
const LEAST_CONFIDENCE = 0.7

const OWN_ROLES: ReadonlySet<Subject['role']> = new Set(['municipio', 'persona', 'dependencia', 'programa'])

const UNRATED: Tone = { label: 'sin evaluar', score: null, confidence: null, reasons: [], needsReview: true }

const model = openModel(shipped)

/**
 * Rates the tone of an article towards the municipal government, its officials and dependencies (not of the event).
 * `subjects` are all of municipality.yml, the municipality first; `sin evaluar` when nothing of ours is mentioned or the
 * text is too short. `score` goes from −1 to 1; `confidence` is the chance that a person would give the same label.
 * `settings` are the shipped ones, or those fitted to an office. `other` is what another model says of each sentence of
 * `listToneSentences`: it takes the place of the shipped one. Method, codebook and figures: docs/METHOD.md, «Tono».
 */
export function rateTone(
  article: Article,
  mentions: readonly Mention[],
  subjects: readonly Subject[],
  settings: ToneSettings = SHIPPED_SETTINGS,
  other: OtherModel | null = null,
): Tone {
  const ours = listOurs(mentions, subjects)
  const rated = rateSentences(article, mentions, subjects, ours, other)
  if (rated === null) return UNRATED
  const verdict = concludeTone(sumEvidence(rated, isOnlyIncidental(ours)), settings)
  const isDoubtful = ours.every(({ belonging }) => belonging === 'dudosa')
  const isIronic = rated.some(({ reading, weight }) => weight >= 1 && reading.gates.includes('ironía'))
  return {
    ...verdict,
    reasons: explainTone(rated, verdict.label, other?.name ?? null),
    needsReview: verdict.label === 'mixto' || verdict.confidence < LEAST_CONFIDENCE || isDoubtful || isIronic,
  }
}

/** What a model that is not the shipped one says of each sentence, and how it is called. */
export type OtherModel = { readonly name: string; readonly chances: ReadonlyMap<string, Chances> }

/** The sentences of an article that another model is asked about: none when nothing of ours is mentioned. */
export function listToneSentences(
  article: Article,
  mentions: readonly Mention[],
  subjects: readonly Subject[],
): string[] {
  if (listOurs(mentions, subjects).length === 0) return []
  return [...new Set(scanArticle(article, mentions, subjects).map(({ sentence }) => sentence.text))]
}

/** What an article holds for and against the government, or null where its tone is not evaluated. */
export function weighArticle(
  article: Article,
  mentions: readonly Mention[],
  subjects: readonly Subject[],
): ToneEvidence | null {
  const ours = listOurs(mentions, subjects)
  const rated = rateSentences(article, mentions, subjects, ours, null)
  return rated === null ? null : sumEvidence(rated, isOnlyIncidental(ours))
}

function listOurs(mentions: readonly Mention[], subjects: readonly Subject[]): readonly Mention[] {
  const own = new Set(subjects.filter(({ role }) => OWN_ROLES.has(role)).map(({ id }) => id))
  return mentions.filter(({ subjectId }) => own.has(subjectId))
}

const isOnlyIncidental = (ours: readonly Mention[]): boolean =>
  ours.every(({ prominence }) => prominence === 'incidental')

function rateSentences(
  article: Article,
  mentions: readonly Mention[],
  subjects: readonly Subject[],
  ours: readonly Mention[],
  other: OtherModel | null,
): readonly RatedSentence[] | null {
  if (ours.length === 0) return null
  const scanned = scanArticle(article, mentions, subjects)
  const words = scanned.reduce((sum, { sentence }) => sum + sentence.words.length, 0)
  return words < LEAST_WORDS ? null : scanned.map((each) => rateSentence(each, other))
}

function rateSentence(scanned: ScannedSentence, other: OtherModel | null): RatedSentence {
  const { sentence, parties, cues, reading } = scanned
  const weight = weighPlace(scanned)
  const given = other?.chances.get(sentence.text)
  if (given !== undefined)
    return { ...scanned, chances: passGates(given, reading), weight, pullWords: () => [] }
  const features = listFeatures(sentence, parties, cues, reading)
  return {
    ...scanned,
    chances: passGates(rateFeatures(features, model), reading),
    weight,
    pullWords: () => pullOfWords(features, sentence.words.length, model),
  }
}
