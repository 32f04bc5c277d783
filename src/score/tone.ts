// An article and who is named in it → the tone towards the municipal government, with the sentences that moved it.
import type { Article, Mention, Subject, Tone, ToneLabel, ToneReason } from '../model.ts'
import type { Party } from './tone-parties.ts'
import type { Reading } from './tone-reading.ts'
import { scanArticle } from './tone-scan.ts'
import type { ToneSentence } from './tone-sentences.ts'

/** Fewer words than these cannot be rated. */
const LEAST_WORDS = 5
const MOST_REASONS = 4
const MOST_WORDS = 4

/** Complaints use fewer set phrases than announcements do: measured on the tuning half of the sample press. */
const BLAME_FACTOR = 1.5

const OWN_ROLES: ReadonlySet<Subject['role']> = new Set(['municipio', 'persona', 'dependencia', 'programa'])

const UNRATED: Tone = { label: 'sin evaluar', score: null, confidence: null, reasons: [], needsReview: true }

type Read = { readonly sentence: ToneSentence; readonly reading: Reading; readonly weight: number }

/**
 * Rates the tone of an article towards the municipal government, its officials and dependencies (not of the event).
 * `subjects` are all of municipality.yml, the municipality first; `sin evaluar` when nothing of ours is mentioned or the
 * text is too short. Method and codebook: docs/METHOD.md, «Tono».
 */
export function rateTone(article: Article, mentions: readonly Mention[], subjects: readonly Subject[]): Tone {
  const ours = ownMentions(mentions, subjects)
  if (ours.length === 0) return UNRATED
  const scanned = scanArticle(article, mentions, subjects)
  if (scanned.reduce((sum, { sentence }) => sum + sentence.words.length, 0) < LEAST_WORDS) return UNRATED
  const reads = scanned.map(({ sentence, parties, reading }) => ({
    sentence,
    reading,
    weight: weighPlace(sentence, parties),
  }))
  const isIncidental = ours.every(({ prominence }) => prominence === 'incidental')
  const isDoubtful = ours.every(({ belonging }) => belonging === 'dudosa')
  const tone = concludeTone(reads, isIncidental)
  return { ...tone, needsReview: tone.needsReview || isDoubtful }
}

function ownMentions(mentions: readonly Mention[], subjects: readonly Subject[]): Mention[] {
  const own = new Set(subjects.filter(({ role }) => OWN_ROLES.has(role)).map(({ id }) => id))
  return mentions.filter(({ subjectId }) => own.has(subjectId))
}

function weighPlace({ field, isLead }: ToneSentence, parties: readonly Party[]): number {
  const named = parties.some(({ kind }) => kind === 'gobierno') ? 1 : 0.6
  if (field === 'title') return 3
  if (field === 'standfirst') return 2 * named
  return (isLead ? 2 : 1) * named
}

function concludeTone(reads: readonly Read[], isIncidental: boolean): Tone {
  const total = (of: (reading: Reading) => number) =>
    reads.reduce((sum, { reading, weight }) => sum + of(reading) * weight, 0)
  const favour = total(({ favour }) => favour)
  const blame = total(({ blame }) => blame)
  // The square root: a long note needs more evidence than a short one, but not in proportion to its length.
  const length = Math.sqrt(reads.reduce((sum, { weight }) => sum + weight, 0))
  const [f, b] = [favour / length, (BLAME_FACTOR * blame) / length]
  const label: ToneLabel = isIncidental ? 'neutro' : labelOf(f, b)
  const score = isIncidental ? 0 : Math.tanh((f - b) / 2)
  const isIronic = reads.some(({ reading }) => reading.gates.includes('ironía'))
  const confidence = isIncidental ? 0.6 : Math.min(0.9, 0.45 + Math.abs(f - b) * 0.15)
  return {
    label,
    score,
    confidence,
    reasons: listReasons(reads),
    needsReview: isIronic || confidence < 0.7 || label === 'mixto',
  }
}

function labelOf(favour: number, blame: number): ToneLabel {
  if (Math.max(favour, blame) < 0.8) return 'neutro'
  if (Math.min(favour, blame) > 0.4 * Math.max(favour, blame)) return 'mixto'
  return favour > blame ? 'positivo' : 'negativo'
}

function listReasons(reads: readonly Read[]): ToneReason[] {
  const force = ({ reading, weight }: Read) => (reading.favour + reading.blame) * weight
  return reads
    .filter((read) => force(read) > 0)
    .toSorted((left, right) => force(right) - force(left))
    .slice(0, MOST_REASONS)
    .map(({ sentence, reading }) => explainReading(sentence, reading))
}

function explainReading(sentence: ToneSentence, { effects }: Reading): ToneReason {
  const moved = effects
    .filter(({ weight }) => weight !== 0)
    .toSorted((left, right) => Math.abs(right.weight) - Math.abs(left.weight))
  const words = moved.slice(0, MOST_WORDS).map(({ cue: { from, to }, weight }) => ({
    text: sentence.text.slice(sentence.starts[from] ?? 0, sentence.ends[to - 1] ?? 0),
    weight,
  }))
  return { sentence: sentence.text, words, rule: moved[0]?.rule ?? '' }
}
