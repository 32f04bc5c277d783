// A sentence, its parties and its tone phrases → how much it speaks well and ill of the government, by stated rules.
import type { Cue } from './tone-cues.ts'
import { NEGATORS } from './tone-lexicon.ts'
import type { Party, PartyKind } from './tone-parties.ts'
import { SPEECH_VERBS } from './tone-party-words.ts'
import { numberClauses, type ToneSentence } from './tone-sentences.ts'

/** Known shapes of municipal news that settle how a sentence must be taken. */
export type Gate =
  | 'suceso ubicado aquí'
  | 'el gobierno reclama a otro'
  | 'crítica al gobierno'
  | 'desmentido'
  | 'descargo'
  | 'ironía'
  | 'aviso'
  | 'mención incidental'

/** What a sentence says of the government: `favour` and `blame` in 0…4, who says it, and every phrase's part in it. */
export type Reading = {
  readonly favour: number
  readonly blame: number
  readonly speaker: PartyKind | null
  readonly gates: readonly Gate[]
  readonly effects: readonly Effect[]
}

/** A tone phrase, the weight that it has in its sentence (0 when a rule silenced it) and that rule, in Spanish. */
export type Effect = { readonly cue: Cue; readonly weight: number; readonly rule: string }

/** What the article has told before the sentence. */
export type Setting = {
  /** Whether the government is already what the note is about. */
  readonly isAboutGovernment: boolean
  /** Whether the note is about an event that blames nobody. */
  readonly isIncident: boolean
  readonly speaker: PartyKind | null
}

type Scene = {
  readonly sentence: ToneSentence
  readonly parties: readonly Party[]
  readonly cues: readonly Cue[]
  readonly setting: Setting
  readonly gates: readonly Gate[]
  readonly clauses: readonly number[]
}

const NEGATION_REACH = 4
/** However many phrases a sentence piles up, it is one sentence. */
const MOST_FORCE = 4

/** The party whose words a sentence reports: the nearest to a verb of saying that is not its object. */
export function findSpeaker({ words }: ToneSentence, parties: readonly Party[]): PartyKind | null {
  let best: { kind: PartyKind; distance: number } | null = null
  for (const [at, word] of words.entries()) {
    if (!SPEECH_VERBS.has(word)) continue
    for (const { kind, role, from, to } of parties) {
      if (kind === 'lugar' || kind === 'servicio' || role === 'objeto') continue
      const distance = (from > at ? from - at : at - to + 1) + (role === 'sujeto' ? 0 : 2)
      if (distance <= 8 && (best === null || distance < best.distance)) best = { kind, distance }
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
  const isQuoted = sentence.quoted.some(Boolean)
  const speaker = findSpeaker(sentence, parties) ?? (isQuoted ? setting.speaker : null)
  const clauses = numberClauses(sentence)
  const bare = { sentence, parties, cues, setting: { ...setting, speaker }, gates: [], clauses }
  const scene: Scene = { ...bare, gates: listGates(bare) }
  const effects = cues.map((cue) => weighCue(cue, scene))
  const sum = (sign: 1 | -1) =>
    Math.min(
      MOST_FORCE,
      effects.reduce((total, { weight }) => total + Math.max(0, weight * sign), 0),
    )
  return { favour: sum(1), blame: sum(-1), speaker, gates: scene.gates, effects }
}

function listGates(scene: Scene): Gate[] {
  const { cues, parties, setting } = scene
  const has = (...kinds: readonly Cue['kind'][]) => cues.some(({ kind }) => kinds.includes(kind))
  const names = (kind: PartyKind) => parties.some((party) => party.kind === kind)
  const reproach = cues.find(({ kind }) => kind === 'reclamo' || kind === 'sancion')
  const isOurReproach = reproach !== undefined && actsAs(reproach, scene)
  const gates: Gate[] = []
  if (isOurReproach) gates.push('el gobierno reclama a otro')
  else if (reproach?.kind === 'reclamo' && names('gobierno')) gates.push('crítica al gobierno')
  if (has('desmentido') || isOwnDenial(scene)) gates.push('desmentido')
  if (
    has('descargo') ||
    cues.some(
      (cue) => cue.kind === 'falta' && findDenial(cue, { sentence: scene.sentence, clauses: scene.clauses }),
    )
  )
    gates.push('descargo')
  if (has('ironia')) gates.push('ironía')
  if (has('aviso')) gates.push('aviso')
  if (has('suceso') && !gates.includes('crítica al gobierno')) gates.push('suceso ubicado aquí')
  if (!names('gobierno') && !names('servicio') && !setting.isAboutGovernment && !isImplied(scene))
    gates.push('mención incidental')
  return gates
}

const ADMISSIONS = /^(?:admit|reconoc|acept|asum)/

/** The government itself says that something is not so: "nadie ha sido despedido, asegura el oficial mayor". */
function isOwnDenial({ sentence: { words }, setting }: Scene): boolean {
  return (
    setting.speaker === 'gobierno' &&
    words.some((word) => NEGATORS.has(word) && word !== 'sin' && word !== 'ni') &&
    !words.some((word) => ADMISSIONS.test(word))
  )
}

/**
 * Headlines leave the government unsaid: "Entregarán tinacos en Tala", "Sin agua tres colonias de Tala". A complaint or an
 * offer anywhere, or a result as the first word, beside the municipality's name, is the government's.
 */
function isImplied({ cues, parties }: Scene): boolean {
  if (!parties.some(({ kind }) => kind === 'lugar')) return false
  return cues.some(
    ({ kind, from }) =>
      kind === 'oferta' || kind === 'queja' || kind === 'elogio' || (kind === 'logro' && from <= 1),
  )
}

/** Whether the government is the one that reproaches or sanctions: bare beside the verb, and agreeing with it in number. */
function actsAs(verb: Cue, { sentence: { words }, parties }: Scene): boolean {
  const isPlural = (words[verb.from] ?? '').endsWith('n')
  const actor = parties
    .filter(({ kind, role }) => kind !== 'lugar' && kind !== 'servicio' && role === 'sujeto')
    .map((party) => ({
      party,
      distance: party.from >= verb.to ? (party.from - verb.to) * 2 : verb.from - party.to,
    }))
    .filter(({ distance }) => distance >= 0 && distance <= 7)
    .toSorted((left, right) => left.distance - right.distance)[0]?.party
  if (actor?.kind !== 'gobierno') return false
  return !isPlural || words.slice(actor.from, actor.to).some((word) => word.endsWith('s'))
}

function weighCue(cue: Cue, scene: Scene): Effect {
  const { setting, gates, parties } = scene
  const give = (weight: number, rule: string): Effect => ({ cue, weight, rule })
  const isDenied = findDenial(cue, scene)
  const aim = judgeAim(cue, scene)
  if (cue.weight === 0) return give(0, cue.kind)
  if (cue.weight > 0) {
    if (cue.kind === 'descargo') return give(cue.weight, 'otra autoridad lo exonera o no hubo falta')
    if (isDenied) return give(-0.7 * cue.weight, 'negación de un logro o servicio')
    if (aim === 'ajeno') return give(0, 'el mérito es de otro')
    if (aim === 'nadie') return give(0, 'sin destinatario')
    if ((cue.kind === 'accion' || cue.kind === 'bien') && aim !== 'gobierno') return give(0, 'acción de otro')
    if (cue.kind === 'remedio' && !hasTroubleNear(cue, scene))
      return give(0.2 * cue.weight, 'acción sin problema a la vista')
    return give(
      cue.weight * (aim === 'gobierno' ? 1 : 0.6),
      cue.kind === 'oferta' ? 'servicio u oferta' : 'logro o elogio',
    )
  }
  if (cue.kind === 'problema') return weighTrouble(cue, aim, scene, isDenied)
  if (aim === 'ajeno') return give(0, 'el reproche es para otro')
  if (gates.includes('el gobierno reclama a otro')) return give(0, 'el gobierno reclama a otro')
  if (gates.includes('desmentido')) return give(cue.weight * 0.1, 'desmentido')
  if (
    isDenied &&
    (cue.kind === 'falta' || cue.kind === 'reclamo' || cue.kind === 'indicio' || cue.kind === 'mal')
  )
    return give(setting.speaker === 'gobierno' ? 0.1 : 0.9, 'negación de una falta')
  if (aim === 'nadie' && cue.kind !== 'queja' && cue.kind !== 'reprimenda') return give(0, 'sin destinatario')
  if ((cue.kind === 'indicio' || cue.kind === 'mal') && aim !== 'gobierno')
    return give(0, 'indicio sin destinatario')
  if (setting.isIncident && aim !== 'gobierno') return give(0, 'suceso ubicado aquí')
  if (setting.speaker === 'gobierno' && cue.kind !== 'queja')
    return give(cue.weight * 0.4, 'lo dice el propio gobierno')
  const isAttributed =
    setting.speaker === 'ciudadania' || setting.speaker === 'oposicion' || setting.speaker === 'otro'
  const names = parties.some(({ kind }) => kind === 'gobierno')
  return give(cue.weight * (names ? 1 : 0.7), isAttributed ? 'crítica atribuida' : 'crítica directa')
}

const TROUBLE_REACH = 6

function hasTroubleNear(cue: Cue, { cues }: Scene): boolean {
  return cues.some(
    ({ kind, from }) =>
      (kind === 'problema' || kind === 'queja') && Math.abs(from - cue.from) <= TROUBLE_REACH,
  )
}

/** A trouble with its remedy beside it is mended; denied, it is gone; alone it is a mild complaint when the service is ours. */
function weighTrouble(cue: Cue, aim: Aim, { cues, gates, setting }: Scene, isDenied: boolean): Effect {
  const give = (weight: number, rule: string): Effect => ({ cue, weight, rule })
  const isMended = cues.some(
    ({ kind, from }) => kind === 'remedio' && Math.abs(from - cue.from) <= TROUBLE_REACH,
  )
  if (isMended) return give(0.4, 'problema que se atiende')
  if (isDenied) return give(0.4, 'negación de un problema')
  if (aim === 'nadie' || aim === 'ajeno' || setting.isIncident) return give(0, 'problema sin destinatario')
  if (gates.includes('el gobierno reclama a otro') || gates.includes('desmentido'))
    return give(0, gates[0] ?? '')
  return give(cue.weight, 'problema de un servicio')
}

function findDenial(
  { from }: Cue,
  { sentence: { words }, clauses }: Pick<Scene, 'sentence' | 'clauses'>,
): boolean {
  for (let at = from - 1; at >= 0 && at >= from - NEGATION_REACH && clauses[at] === clauses[from]; at--)
    if (NEGATORS.has(words[at] ?? '')) return true
  return false
}

/** At whom a phrase aims. */
type Aim = 'gobierno' | 'servicio' | 'ajeno' | 'nadie'

function judgeAim(cue: Cue, scene: Scene): Aim {
  const {
    sentence: { words },
    parties,
    setting,
  } = scene
  const far = words.length + 1
  const distanceTo = (kind: PartyKind) =>
    parties
      .filter((party) => party.kind === kind)
      .reduce((least, { from, to }) => Math.min(least, from >= cue.to ? from - cue.to : cue.from - to), far)
  const government = distanceTo('gobierno')
  const other = distanceTo('otro')
  if (government === far && other < far) return 'ajeno'
  if (government < far) return other < government && other <= 3 ? 'ajeno' : 'gobierno'
  if (distanceTo('servicio') < far) return 'servicio'
  return setting.isAboutGovernment || isImplied(scene) ? 'servicio' : 'nadie'
}
