// State codes and media → the short names that mastheads and fichas print.
import type { Medium } from '../../model.ts'

/** Abbreviations in use in Mexico, by ISO 3166-2. */
const STATE_ABBREVIATIONS: Readonly<Record<string, string>> = {
  'MX-AGU': 'Ags.',
  'MX-BCN': 'B.C.',
  'MX-BCS': 'B.C.S.',
  'MX-CAM': 'Camp.',
  'MX-CHP': 'Chis.',
  'MX-CHH': 'Chih.',
  'MX-CMX': 'CDMX',
  'MX-COA': 'Coah.',
  'MX-COL': 'Col.',
  'MX-DUR': 'Dgo.',
  'MX-GUA': 'Gto.',
  'MX-GRO': 'Gro.',
  'MX-HID': 'Hgo.',
  'MX-JAL': 'Jal.',
  'MX-MEX': 'Méx.',
  'MX-MIC': 'Mich.',
  'MX-MOR': 'Mor.',
  'MX-NAY': 'Nay.',
  'MX-NLE': 'N.L.',
  'MX-OAX': 'Oax.',
  'MX-PUE': 'Pue.',
  'MX-QUE': 'Qro.',
  'MX-ROO': 'Q. Roo',
  'MX-SLP': 'S.L.P.',
  'MX-SIN': 'Sin.',
  'MX-SON': 'Son.',
  'MX-TAB': 'Tab.',
  'MX-TAM': 'Tamps.',
  'MX-TLA': 'Tlax.',
  'MX-VER': 'Ver.',
  'MX-YUC': 'Yuc.',
  'MX-ZAC': 'Zac.',
}

/** `Jal.`; the state's own name when its code is unknown. */
export const abbreviateState = (state: string, stateName: string): string =>
  STATE_ABBREVIATIONS[state] ?? stateName

export const MEDIUM_NAMES: Readonly<Record<Medium, string>> = {
  periodico: 'Periódico',
  portal: 'Portal',
  radio: 'Radio',
  tv: 'TV',
  agencia: 'Agencia',
  revista: 'Revista',
  'red-social': 'Red social',
}
