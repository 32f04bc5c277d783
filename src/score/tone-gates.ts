// A scene → the known shapes of municipal news that it has, which settle how the sentence must be taken.
import type { Cue } from './tone-cues.ts'
import { NEGATORS } from './tone-lexicon.ts'
import { isDenied, isImplied, namesParty, type Scene } from './tone-scene.ts'

export type Gate =
  | 'suceso ubicado aquí'
  | 'el gobierno reclama a otro'
  | 'crítica al gobierno'
  | 'desmentido'
  | 'descargo'
  | 'ironía'
  | 'aviso'
  | 'mención incidental'

/** Lists the shapes of a sentence, the most telling first. */
export function listGates(scene: Scene): Gate[] {
  const { cues, setting } = scene
  const has = (kind: Cue['kind']) => cues.some((cue) => cue.kind === kind)
  const reproach = cues.find(({ kind }) => kind === 'reclamo' || kind === 'sancion')
  const gates: Gate[] = []
  if (reproach !== undefined && isOurs(reproach, scene)) gates.push('el gobierno reclama a otro')
  else if (reproach?.kind === 'reclamo' && namesParty(scene, 'gobierno')) gates.push('crítica al gobierno')
  if (has('desmentido') || isOwnDenial(scene)) gates.push('desmentido')
  if (has('descargo') || cues.some((cue) => cue.kind === 'falta' && isDenied(cue, scene)))
    gates.push('descargo')
  if (has('ironia')) gates.push('ironía')
  if (has('aviso')) gates.push('aviso')
  if (has('suceso') && !gates.includes('crítica al gobierno')) gates.push('suceso ubicado aquí')
  const isNamed = namesParty(scene, 'gobierno') || namesParty(scene, 'servicio')
  if (!isNamed && !setting.isAboutGovernment && !isImplied(scene)) gates.push('mención incidental')
  return gates
}

const ADMISSIONS = /^(?:admit|reconoc|acept|asum)/

/** The government itself says that something is not so: "nadie ha sido despedido, asegura el oficial mayor". */
function isOwnDenial({ sentence: { words }, speaker }: Scene): boolean {
  return (
    speaker === 'gobierno' &&
    words.some((word) => NEGATORS.has(word) && word !== 'sin' && word !== 'ni') &&
    !words.some((word) => ADMISSIONS.test(word))
  )
}

/** Words between a verb and who does it; what follows the verb must be nearer than what precedes it. */
const ACTOR_REACH = 7

/** Whether the government is the one that reproaches or sanctions: bare beside the verb, and agreeing with it in number. */
function isOurs(verb: Cue, { sentence: { words }, parties }: Scene): boolean {
  const isPlural = (words[verb.from] ?? '').endsWith('n')
  const actor = parties
    .filter(({ kind, role }) => kind !== 'lugar' && kind !== 'servicio' && role === 'sujeto')
    .map((party) => ({
      party,
      distance: party.from >= verb.to ? (party.from - verb.to) * 2 : verb.from - party.to,
    }))
    .filter(({ distance }) => distance >= 0 && distance <= ACTOR_REACH)
    .toSorted((left, right) => left.distance - right.distance)[0]?.party
  if (actor?.kind !== 'gobierno') return false
  return !isPlural || words.slice(actor.from, actor.to).some((word) => word.endsWith('s'))
}
