// A tone phrase in its scene → the weight that it has there, and the rule that gave it.
import type { Cue } from './tone-cues.ts'
import type { Gate } from './tone-gates.ts'
import type { CueKind } from './tone-lexicon.ts'
import { type Aim, isDenied, judgeAim, namesParty, type Scene } from './tone-scene.ts'

/** A tone phrase, the weight that it has in its sentence (0 when a rule silenced it) and that rule, in Spanish. */
export type Effect = { readonly cue: Cue; readonly weight: number; readonly rule: string }

const TROUBLE_REACH = 6
/** Faults that a negation clears; complaints already carry their negation ("no hay agua"). */
const CLEARABLE: readonly CueKind[] = ['falta', 'reclamo', 'indicio', 'mal']
/** Phrases that count only beside the government. */
const FAINT: readonly CueKind[] = ['indicio', 'mal', 'accion', 'bien']

/** Weighs one phrase of a sentence. */
export function weighCue(cue: Cue, scene: Scene, gates: readonly Gate[]): Effect {
  const aim = judgeAim(cue, scene)
  const [weight, rule] =
    cue.weight === 0
      ? ([0, cue.kind] as const)
      : cue.weight > 0
        ? weighFavour(cue, aim, scene)
        : cue.kind === 'problema'
          ? weighTrouble(cue, aim, scene, gates)
          : weighBlame(cue, aim, scene, gates)
  return { cue, weight, rule }
}

type Weighed = readonly [weight: number, rule: string]

function weighFavour(cue: Cue, aim: Aim, scene: Scene): Weighed {
  if (cue.kind === 'descargo') return [cue.weight, 'otra autoridad lo exonera o no hubo falta']
  if (isDenied(cue, scene)) return [-0.7 * cue.weight, 'negación de un logro o servicio']
  if (aim === 'ajeno') return [0, 'el mérito es de otro']
  if (aim === 'nadie') return [0, 'sin destinatario']
  if (FAINT.includes(cue.kind) && aim !== 'gobierno') return [0, 'acción de otro']
  const isIdle = cue.kind === 'remedio' && !hasNear(cue, scene, ['problema', 'queja'])
  if (isIdle) return [0.2 * cue.weight, 'acción sin problema a la vista']
  const rule = cue.kind === 'oferta' ? 'servicio u oferta' : 'logro o elogio'
  return [cue.weight * (aim === 'gobierno' ? 1 : 0.6), rule]
}

/** A trouble with its remedy beside it is mended; denied, it is gone; alone it is a mild complaint when the service is ours. */
function weighTrouble(cue: Cue, aim: Aim, scene: Scene, gates: readonly Gate[]): Weighed {
  if (hasNear(cue, scene, ['remedio'])) return [0.4, 'problema que se atiende']
  if (isDenied(cue, scene)) return [0.4, 'negación de un problema']
  if (aim === 'nadie' || aim === 'ajeno' || scene.setting.isIncident) return [0, 'problema sin destinatario']
  if (gates.includes('el gobierno reclama a otro')) return [0, 'el gobierno reclama a otro']
  if (gates.includes('desmentido')) return [0, 'desmentido']
  return [cue.weight, 'problema de un servicio']
}

function weighBlame(cue: Cue, aim: Aim, scene: Scene, gates: readonly Gate[]): Weighed {
  const { setting, speaker } = scene
  if (aim === 'ajeno') return [0, 'el reproche es para otro']
  if (gates.includes('el gobierno reclama a otro')) return [0, 'el gobierno reclama a otro']
  if (gates.includes('desmentido')) return [cue.weight * 0.1, 'desmentido']
  if (CLEARABLE.includes(cue.kind) && isDenied(cue, scene))
    return [speaker === 'gobierno' ? 0.1 : 0.9, 'negación de una falta']
  if (aim === 'nadie' && cue.kind !== 'queja' && cue.kind !== 'reprimenda') return [0, 'sin destinatario']
  if (FAINT.includes(cue.kind) && aim !== 'gobierno') return [0, 'indicio sin destinatario']
  if (setting.isIncident && aim !== 'gobierno') return [0, 'suceso ubicado aquí']
  if (speaker === 'gobierno' && cue.kind !== 'queja') return [cue.weight * 0.4, 'lo dice el propio gobierno']
  const isAttributed = speaker === 'ciudadania' || speaker === 'oposicion' || speaker === 'otro'
  const factor = namesParty(scene, 'gobierno') ? 1 : 0.7
  return [cue.weight * factor, isAttributed ? 'crítica atribuida' : 'crítica directa']
}

function hasNear(cue: Cue, { cues }: Scene, kinds: readonly CueKind[]): boolean {
  return cues.some(({ kind, from }) => kinds.includes(kind) && Math.abs(from - cue.from) <= TROUBLE_REACH)
}
