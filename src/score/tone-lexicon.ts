// The phrases of municipal tone with what each kind does and weighs.

import { ILL_WORDS, WELL_WORDS } from './tone-words-in-general.ts'
import {
  COMPLAINTS,
  FAULTS,
  HINTS,
  IRONIES,
  REBUKES,
  REPROACHES,
  SANCTIONS,
  TROUBLES,
} from './tone-words-of-blame.ts'
import {
  ACHIEVEMENTS,
  ACTIONS,
  CLEARINGS,
  DENIALS,
  INCIDENTS,
  NOTICES,
  OFFERS,
  PRAISES,
  REMEDIES,
} from './tone-words-of-favour.ts'

export type CueKind =
  | 'falta'
  | 'reprimenda'
  | 'queja'
  | 'problema'
  | 'indicio'
  | 'mal'
  | 'reclamo'
  | 'sancion'
  | 'ironia'
  | 'logro'
  | 'accion'
  | 'bien'
  | 'oferta'
  | 'elogio'
  | 'remedio'
  | 'descargo'
  | 'desmentido'
  | 'aviso'
  | 'suceso'

/** Where the same phrase stands in two lists the first list has it; weights are in −3…3. */
export const CUE_LISTS: readonly {
  readonly kind: CueKind
  readonly weight: number
  readonly phrases: string
}[] = [
  { kind: 'descargo', weight: 1.2, phrases: CLEARINGS },
  { kind: 'desmentido', weight: 0, phrases: DENIALS },
  { kind: 'ironia', weight: -1, phrases: IRONIES },
  { kind: 'reprimenda', weight: -2, phrases: REBUKES },
  { kind: 'queja', weight: -1.6, phrases: COMPLAINTS },
  { kind: 'sancion', weight: 0, phrases: SANCTIONS },
  { kind: 'falta', weight: -2, phrases: FAULTS },
  { kind: 'reclamo', weight: -1.5, phrases: REPROACHES },
  { kind: 'elogio', weight: 2, phrases: PRAISES },
  { kind: 'logro', weight: 1.5, phrases: ACHIEVEMENTS },
  { kind: 'remedio', weight: 1, phrases: REMEDIES },
  { kind: 'oferta', weight: 1, phrases: OFFERS },
  { kind: 'suceso', weight: 0, phrases: INCIDENTS },
  { kind: 'problema', weight: -0.8, phrases: TROUBLES },
  { kind: 'aviso', weight: 0, phrases: NOTICES },
  { kind: 'accion', weight: 0.6, phrases: ACTIONS },
  { kind: 'indicio', weight: -0.6, phrases: HINTS },
  { kind: 'mal', weight: -0.6, phrases: ILL_WORDS },
  { kind: 'bien', weight: 0.4, phrases: WELL_WORDS },
]

/** Words that deny what follows them within a few words. */
export const NEGATORS: ReadonlySet<string> = new Set(
  'no ni sin nunca jamas tampoco nadie ningun ninguna ninguno'.split(' '),
)
