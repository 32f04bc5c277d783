// Pieces agreed and delivered → the headline, the cells and the notes of «¿Cumplen los convenios?». Nothing of tone or money.
import { capitalize, joinList } from './grammar.ts'
import { agree, countOf, DAYS, NBSP, type Noun, printCount, spellSmall } from './numbers.ts'
import type { PeriodWords } from './periods.ts'

const PIECES: Noun = { one: 'pieza', many: 'piezas' }
const AGREEMENTS: Noun = { one: 'convenio', many: 'convenios' }

/** Most words of a headline. */
const MOST_WORDS = 14

export type DueRow = {
  readonly name: string
  readonly agreed: number
  readonly delivered: number
  /** False where it was not read whole, or what lacks may be among what waits for a person. */
  readonly isJudged: boolean
}

/** How many keep up, and who owes most. `rows` stand in the order of the table. */
export function describeConvenios(rows: readonly DueRow[], period: PeriodWords): string {
  const due = rows.filter(({ agreed }) => agreed > 0)
  if (due.length === 0) return `${capitalize(period.current)} no vence ninguna pieza`
  const judged = due.filter(({ isJudged }) => isJudged)
  const met = judged.filter(({ agreed, delivered }) => delivered >= agreed).length
  const worst = judged.filter(({ agreed, delivered }) => delivered < agreed).at(-1)
  if (judged.length === 0) return 'Sin base: ninguno de los medios se pudo leer completo'
  if (worst === undefined) return describeAllMet(judged, due.length - judged.length)
  const debt = `${worst.name} debe ${printCount(worst.agreed - worst.delivered)} de ${countOf(worst.agreed, PIECES)}`
  if (judged.length === 1) return debt
  const some = met === 0 ? 'ninguno' : spellSmall(met)
  const full = `${capitalize(some)} de ${spellSmall(judged.length)} al corriente; ${debt}`
  return full.split(/\s+/u).length <= MOST_WORDS ? full : debt
}

function describeAllMet(judged: readonly DueRow[], unread: number): string {
  const [only] = judged
  if (judged.length === 1 && unread === 0) return `${only?.name ?? ''} va al corriente`
  const met = `${capitalize(spellSmall(judged.length))} al corriente`
  if (unread > 0) return `${met}; ${spellSmall(unread)} sin base para calificar`
  return `Los ${spellSmall(judged.length)} convenios, al corriente`
}

export const CONVENIO_HEADS = {
  medium: 'Medio',
  pieces: 'Entregado y acordado',
  share: 'Cumple',
  month: 'En el mes',
} as const

const PIECE_GUIDES = {
  boletines: 'Una pieza es un boletín distinto que el medio publicó, íntegro, editado o en parte.',
  notas: 'Una pieza es una nota sobre el municipio.',
  both: 'Una pieza es un boletín distinto que el medio publicó, íntegro, editado o en parte; donde dice «notas», una nota sobre el municipio.',
} as const

/** How to read the table. */
export function printConvenioGuide(counts: readonly ('boletines' | 'notas')[]): string {
  const kinds = new Set(counts)
  const [only] = kinds
  const piece = PIECE_GUIDES[kinds.size === 1 && only !== undefined ? only : 'both']
  return `Piezas entregadas contra lo acordado. La raya marca lo acordado; se ordena por cumplimiento. ${piece}`
}

/** `5 de 12`, `5 de 12 notas`; what is not due yet has no second number. */
export function printDelivered(delivered: number, agreed: number, unit: string): string {
  const counted = unit === '' ? '' : `${NBSP}${unit}`
  return agreed === 0
    ? `${printCount(delivered)}${counted}`
    : `${printCount(delivered)}${NBSP}de${NBSP}${printCount(agreed)}${counted}`
}

/** Why a row is not judged, or what is still open in it; empty for nothing. */
export function describeOpen(facts: {
  readonly agreed: number
  readonly pending: number
  readonly unreadDays: number | null
}): string {
  const { agreed, pending, unreadDays } = facts
  return [
    agreed === 0 ? 'nada vence aún' : '',
    unreadDays === null
      ? 'se captura a mano'
      : unreadDays === 0
        ? ''
        : `sin leer ${countOf(unreadDays, DAYS)}`,
    pending === 0 ? '' : `${printCount(pending)} por confirmar`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What a bar shows, for who cannot see it. */
export const printBarAlt = (delivered: number, agreed: number): string =>
  `Barra: ${countOf(delivered, PIECES)} ${agree(delivered, { one: 'entregada', many: 'entregadas' })}, raya en ${countOf(agreed, PIECES)} ${agree(agreed, { one: 'acordada', many: 'acordadas' })}.`

export const printMonthSoFar = (text: string): string => `En el mes: ${text}`

/** Under the table: how what is due is told, whom it does not judge, and agreements of which only the name is declared. */
export function printConvenioNote(facts: {
  readonly isSpread: boolean
  readonly hasMonth: boolean
  readonly hasUnjudged: boolean
  readonly named: readonly string[]
}): string {
  const { isSpread, hasMonth, hasUnjudged, named } = facts
  return [
    isSpread
      ? 'Lo acordado se reparte por días, sin la fracción, y nunca es más que los boletines que se enviaron.'
      : '',
    hasMonth ? 'En el mes: del día 1 al cierre; suma notas de reportes anteriores.' : '',
    hasUnjudged
      ? 'A quien no se pudo leer completo, o tiene notas por confirmar que le alcanzarían, no se le califica.'
      : '',
    named.length === 0
      ? ''
      : `${countOf(named.length, AGREEMENTS)} sin piezas declaradas: ${joinList(named)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

export const CONVENIO_TERM = {
  term: 'Convenio',
  text: 'Lo entregado se cuenta en las notas capturadas en el periodo, no en lo que el medio reporta; una nota que solo cita el boletín no es pieza. No se mide con el tono.',
} as const
