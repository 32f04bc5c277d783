// A sentence and its parties → how much it speaks well and ill of the municipal government, and why.
import type { Cue } from './tone-cues.ts'
import { NEGATORS } from './tone-lexicon.ts'
import type { Party, PartyKind } from './tone-parties.ts'
import { SPEECH_VERBS } from './tone-party-words.ts'
import type { ToneSentence } from './tone-sentences.ts'

/** What a sentence says of the government: `favour` and `blame` ≥ 0, who says it, and the words that count. */
export type Reading = {
  readonly favour: number
  readonly blame: number
  readonly speaker: PartyKind | null
  readonly isIronic: boolean
  /** Every tone phrase with the weight that it had here, 0 when a rule silenced it. */
  readonly effects: readonly Effect[]
}

/** What the article has told before the sentence. */
export type Setting = {
  /** Whether the government or one of its services is already what the note is about. */
  readonly isAboutGovernment: boolean
  /** Whether the note is about an event that blames nobody. */
  readonly isIncident: boolean
  readonly speaker: PartyKind | null
}

/** A tone phrase, the weight that it has in its sentence, and the rule that gave it, in Spanish. */
export type Effect = { readonly cue: Cue; readonly weight: number; readonly rule: string }

const NEGATION_REACH = 4
/** However many phrases a sentence piles up, it is one sentence. */
const MOST_FORCE = 4
const PREPOSITIONS = new Set(['a', 'al', 'contra', 'del', 'de', 'por'])
const ARTICLES = new Set(['el', 'la', 'los', 'las', 'su'])

/** The party whose words a sentence reports: the one nearest to a verb of saying. */
export function findSpeaker({ words }: ToneSentence, parties: readonly Party[]): PartyKind | null {
  let best: { kind: PartyKind; distance: number } | null = null
  for (const [at, word] of words.entries()) {
    if (!SPEECH_VERBS.has(word)) continue
    for (const party of parties) {
      if (party.kind === 'lugar' || party.kind === 'servicio') continue
      if (PREPOSITIONS.has(words[party.from - 1] ?? '') && party.kind !== 'oposicion') continue
      const distance = Math.min(Math.abs(party.from - at), Math.abs(party.to - 1 - at))
      if (distance <= 8 && (best === null || distance < best.distance)) best = { kind: party.kind, distance }
    }
  }
  return best?.kind ?? null
}

/** Reads one sentence. Deterministic: the same words give the same reading. */
export function readSentence(
  sentence: ToneSentence,
  parties: readonly Party[],
  cues: readonly Cue[],
  setting: Setting,
): Reading {
  const speaker = findSpeaker(sentence, parties) ?? (sentence.quoted.some(Boolean) ? setting.speaker : null)
  const effects = cues.map((cue) => weighCue(cue, cues, sentence, parties, { ...setting, speaker }))
  const sum = (sign: 1 | -1) => effects.reduce((total, { weight }) => total + Math.max(0, weight * sign), 0)
  return {
    favour: Math.min(MOST_FORCE, sum(1)),
    blame: Math.min(MOST_FORCE, sum(-1)),
    speaker,
    isIronic: cues.some(({ kind }) => kind === 'ironia'),
    effects,
  }
}

function weighCue(
  cue: Cue,
  cues: readonly Cue[],
  sentence: ToneSentence,
  parties: readonly Party[],
  setting: Setting,
): Effect {
  const nothing = (rule: string): Effect => ({ cue, weight: 0, rule })
  if (cue.kind === 'incidente') return nothing('suceso que no reprocha a nadie')
  const isNegated = isDenied(cue, sentence)
  const target = judgeTarget(cue, sentence, parties, setting)
  if (cue.weight < 0) {
    if (target === 'ajeno') return nothing('el reproche es para otro')
    if (isNegated && cue.kind !== 'queja') return { cue, weight: 0.4, rule: 'negación de un reproche' }
    if (cue.kind === 'falla') return weighTrouble(cue, cues, target, setting)
    if (target === 'nadie' && cue.kind !== 'queja') return nothing('sin destinatario')
    if (setting.isIncident && target !== 'gobierno') return nothing('suceso ubicado aquí')
    if (cue.kind === 'reclamo' && isGovernmentComplaining(cue, sentence, parties))
      return nothing('el gobierno reclama a otro')
    if (setting.speaker === 'gobierno' && cue.kind !== 'queja')
      return { cue, weight: cue.weight * 0.2, rule: 'lo dice el propio gobierno' }
    const attributed = setting.speaker === 'ciudadania' || setting.speaker === 'oposicion'
    const factor = target === 'gobierno' ? 1 : 0.7
    return { cue, weight: cue.weight * factor, rule: attributed ? 'crítica atribuida' : 'crítica directa' }
  }
  if (isNegated) return { cue, weight: -0.7 * cue.weight, rule: 'negación de un logro' }
  if (target === 'ajeno') return nothing('el mérito es de otro')
  if (target === 'nadie') return nothing('sin destinatario')
  return {
    cue,
    weight: cue.weight * (target === 'gobierno' ? 1 : 0.6),
    rule: cue.kind === 'servicio' ? 'servicio u oferta del gobierno' : 'logro o elogio',
  }
}

/** A trouble with its remedy beside it is mended; alone it is a mild complaint when the service is ours. */
function weighTrouble(cue: Cue, cues: readonly Cue[], target: Aim, setting: Setting): Effect {
  const isMended = cues.some((other) => other.weight > 0 && Math.abs(other.from - cue.from) <= 5)
  if (isMended) return { cue, weight: 0.3, rule: 'problema que se atiende' }
  if (target === 'nadie' || setting.isIncident) return { cue, weight: 0, rule: 'problema sin destinatario' }
  return { cue, weight: cue.weight, rule: 'problema de un servicio' }
}

function isDenied({ from }: Cue, { words }: ToneSentence): boolean {
  return words.slice(Math.max(0, from - NEGATION_REACH), from).some((word) => NEGATORS.has(word))
}

/** At whom a phrase aims. */
type Aim = 'gobierno' | 'servicio' | 'ajeno' | 'nadie'

function judgeTarget(cue: Cue, { words }: ToneSentence, parties: readonly Party[], setting: Setting): Aim {
  const distanceTo = (kind: PartyKind) =>
    parties
      .filter((party) => party.kind === kind)
      .reduce(
        (least, { from, to }) => Math.min(least, from >= cue.to ? from - cue.to : cue.from - to),
        words.length + 1,
      )
  const government = distanceTo('gobierno')
  const other = distanceTo('otro')
  if (government > words.length && other <= words.length) return 'ajeno'
  if (government <= words.length) return other < government && other <= 3 ? 'ajeno' : 'gobierno'
  if (distanceTo('servicio') <= words.length) return 'servicio'
  return setting.isAboutGovernment ? 'servicio' : 'nadie'
}

/** "Exige la alcaldesa a la empresa": the government stands bare beside the verb, and is not its object. */
function isGovernmentComplaining(cue: Cue, { words }: ToneSentence, parties: readonly Party[]): boolean {
  return parties.some(({ kind, from, to }) => {
    if (kind !== 'gobierno') return false
    const isNear = from >= cue.to ? from - cue.to <= 2 : cue.from - to <= 2 && cue.from >= to
    const before = ARTICLES.has(words[from - 1] ?? '') ? words[from - 2] : words[from - 1]
    return isNear && !PREPOSITIONS.has(before ?? '')
  })
}
