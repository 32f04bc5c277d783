// The figures of page one → their value, label and line of context.
import type { ToneTally } from '../../model.ts'
import type { Spanned } from '../../text/spans.ts'
import { weekdayPlural } from './dates.ts'
import {
  agree,
  countOf,
  DASH,
  DAYS,
  MEDIA,
  NO_DATA,
  NOTES,
  printApart,
  printBalance,
  printCount,
  printShare,
  printSpan,
  shareOf,
} from './numbers.ts'
import { nameTone } from './tones.ts'

export type FigureText = { readonly text: string; readonly label: string; readonly context: string }

/** What earlier days say about volume: the mean of the same weekdays, or of the days there are. */
export type UsualVolume =
  | { readonly kind: 'weekdays'; readonly mean: number; readonly days: number; readonly date: string }
  | { readonly kind: 'days'; readonly mean: number; readonly days: number }
  | null

/** Below this many cases a rate per 100 says more than there is. */
export const LEAST_FOR_RATE = 10

/** «38 notas», against what is usual. */
export function describeVolume(notes: number, media: number, usual: UsualVolume): FigureText {
  const where = notes === 0 ? 'en ningún medio' : `en ${countOf(media, MEDIA)}`
  return {
    text: printCount(notes),
    label: agree(notes, NOTES),
    context: [where, compareVolume(notes, usual)].filter(Boolean).join('; '),
  }
}

function compareVolume(notes: number, usual: UsualVolume): string {
  if (usual === null) return ''
  const difference = Math.round(notes - usual.mean)
  const size =
    difference === 0
      ? 'igual que'
      : `${printCount(Math.abs(difference))} ${difference > 0 ? 'más' : 'menos'} que`
  if (usual.kind === 'weekdays')
    return `${size} el promedio de ${printCount(usual.days)} ${weekdayPlural(usual.date)}`
  return `${size} el promedio de ${countOf(usual.days, DAYS)}`
}

/** Balance per 100 evaluated notes; with few notes the plain difference, said so. */
export function describeBalance(tally: ToneTally, balance: number | null): FigureText {
  const label = 'balance de tono'
  const { positivo, negativo } = tally
  const notes = Object.values(tally).reduce((total, count) => total + count, 0)
  const evaluated = notes - tally['sin evaluar']
  if (notes === 0) return { text: DASH, label, context: 'sin notas que clasificar' }
  if (evaluated === 0 || balance === null)
    return { text: DASH, label, context: 'ninguna nota evaluada todavía' }
  const difference = `${printCount(positivo)} ${nameTone('positivo', positivo)} menos ${printCount(negativo)} ${nameTone('negativo', negativo)}`
  if (evaluated < LEAST_FOR_RATE) {
    return {
      text: printBalance(positivo - negativo),
      label,
      context: `${difference}; son pocas para base 100`,
    }
  }
  const base = evaluated === notes ? 'base 100' : `base 100 de ${printCount(evaluated)} evaluadas`
  return { text: printBalance(balance), label, context: `${difference}, ${base}` }
}

/** Sum of known reach; how many notes it leaves out. */
export function describeReach(
  reach: Spanned | null,
  visits: Spanned | null,
  notes: number,
  known: number,
): FigureText {
  const label = 'alcance estimado'
  if (notes === 0) return { text: DASH, label, context: 'lectores y audiencia, con repeticiones' }
  const sum = reach ?? visits
  if (sum === null) return { text: NO_DATA, label, context: 'ningún medio de hoy publica su audiencia' }
  const unknown = notes - known
  const missing = unknown === 0 ? '' : `; ${countOf(unknown, NOTES)} sin dato`
  const apart = reach === null ? '' : printApart(visits)
  return {
    text: printSpan(sum),
    label,
    context: `${reach === null ? 'visitas, no personas' : 'personas'}, con repeticiones${apart}${missing}`,
  }
}

/** How many notes come from boletines, and boletines without echo. */
export function describeFromBoletines(
  fromBoletines: number,
  notes: number,
  sent: number,
  silent: number,
): FigureText {
  const share = notes >= LEAST_FOR_RATE ? `${printShare(shareOf(fromBoletines, notes))} del total` : ''
  const echo =
    sent === 0
      ? 'ningún boletín enviado'
      : silent === 0
        ? `${printCount(sent)} ${sent === 1 ? 'boletín enviado' : 'boletines enviados'}`
        : `${silent === 1 ? 'un boletín' : `${printCount(silent)} boletines`} sin publicar`
  return {
    text: notes === 0 ? DASH : `${printCount(fromBoletines)} de ${printCount(notes)}`,
    label: fromBoletines === 1 ? 'viene de un boletín' : 'vienen de boletines',
    context: [share, echo].filter(Boolean).join('; '),
  }
}
