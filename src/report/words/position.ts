// How the municipality stands → the answer, figures, trend title and findings of the positioning report.
import type { PeriodFigures, Position, VoiceShare } from '../../model.ts'
import { inPeriod } from './dates.ts'
import { describeBalance, type FigureText, LEAST_FOR_RATE } from './figures.ts'
import { contract, lowerFirst } from './grammar.ts'
import {
  countOf,
  DASH,
  MEDIA,
  NOTES,
  printApart,
  printBalance,
  printCount,
  printReaches,
  printShare,
  printSpan,
} from './numbers.ts'
import type { PeriodWords } from './periods.ts'
import { nameTally } from './tones.ts'

/** Topic with most negative notes, when it holds a third of them or more. */
export type RiskTopic = { readonly title: string; readonly negative: number; readonly allNegative: number }

/** Composes the answer to «¿Cómo estamos posicionados?», in at most two sentences. */
export function composeAnswer(facts: {
  readonly place: string
  readonly position: Position
  readonly period: PeriodWords
  readonly range: string
  readonly risk: RiskTopic | null
}): string {
  const { place, position, period, range, risk } = facts
  const { current } = position
  if (current.notes === 0)
    return `Sin notas sobre ${place} ${inPeriod(range)}: no hay base para decir cómo estamos.`
  return `${describeChange(position, period)}${risk === null ? '' : ` ${describeDanger(risk)}`}`
}

function describeDanger({ title, negative, allNegative }: RiskTopic): string {
  const topic = lowerFirst(title)
  if (negative === allNegative) return `Todo lo negativo está en ${topic}: ${countOf(negative, NOTES)}.`
  const share = `${printCount(negative)} de las ${printCount(allNegative)} notas negativas`
  if (negative * 2 > allNegative) return `Lo negativo se concentra en ${topic}: ${share}.`
  return `El tema con más notas negativas es ${topic}: ${share}.`
}

function describeChange({ current, previous, balanceChange }: Position, period: PeriodWords): string {
  const now = printBalance(current.balance)
  const opening = `${countOf(current.notes, NOTES)} ${period.current}`
  if (current.balance === null) return `${opening}, ninguna evaluada todavía: el tono no tiene base.`
  if (countEvaluated(current) < LEAST_FOR_RATE)
    return `${opening}: ${nameTally(current.tally)}; son muy pocas evaluadas para decir cómo estamos.`
  if (previous === null || previous.balance === null)
    return `${opening} y balance de tono de ${now}; aún no hay con qué comparar.`
  const before = printBalance(previous.balance)
  if (balanceChange === 'sin base')
    return `Balance de tono de ${now}; son muy pocas notas evaluadas para compararlo con ${period.before}.`
  if (balanceChange === 'mejora')
    return `Mejor que ${period.before}: el balance de tono pasa de ${before} a ${now}.`
  if (balanceChange === 'empeora')
    return `Peor que ${period.before}: el balance de tono pasa de ${before} a ${now}.`
  return `Sin cambio apreciable frente ${contract(`a ${period.before}`)}: balance de tono de ${now}, antes ${before}.`
}

const countEvaluated = ({ notes, tally }: PeriodFigures): number => notes - tally['sin evaluar']

const compare = (before: string | null): string =>
  before === null ? 'sin periodo anterior' : `antes ${before}`

/** With few evaluated notes the plain difference, said so, and nothing to compare it with. */
export function describeBalanceNow({ current, previous, noiseBand }: Position): FigureText {
  const label = 'balance de tono'
  if (current.notes > 0 && countEvaluated(current) < LEAST_FOR_RATE)
    return describeBalance(current.tally, current.balance)
  const band = noiseBand === null ? '' : `; ruido ±${printCount(noiseBand)}`
  const before = previous === null ? null : printBalance(previous.balance)
  return { text: printBalance(current.balance), label, context: `${compare(before)}${band}` }
}

export function describeNotesNow({ current, previous, volumeChange }: Position): FigureText {
  const before = previous === null ? null : printCount(previous.notes)
  const change = volumeChange === 'sin cambio apreciable' ? ', sin cambio apreciable' : ''
  const where = current.notes === 0 ? 'en ningún medio' : `en ${countOf(current.media, MEDIA)}`
  return {
    text: printCount(current.notes),
    label: current.notes === 1 ? 'nota' : 'notas',
    context: `${where}; ${compare(before)}${change}`,
  }
}

export function describeReachNow({ current, previous }: Position): FigureText {
  const before = previous === null ? null : printReachOf(previous)
  const missing = current.notes - current.notesWithReach - (current.visits?.notes ?? 0)
  const gap = missing > 0 ? `; ${countOf(missing, NOTES)} s/d` : ''
  const apart = current.reach === null ? '' : printApart(current.visits ?? null)
  const text = current.notes === 0 ? DASH : printReachOf(current)
  return { text, label: 'alcance estimado', context: `${compare(before)}; con repeticiones${apart}${gap}` }
}

function printReachOf({ reach, reachRange, visits }: PeriodFigures): string {
  if (reach === null) return printReaches(null, visits ?? null)
  return printSpan({ value: reach, ...(reachRange === undefined ? {} : { range: reachRange }) })
}

export function describeVoiceNow(
  voice: readonly VoiceShare[],
  ownId: string,
  denominator: number,
): FigureText {
  const own = voice.find(({ subjectId }) => subjectId === ownId)
  const rank = rankOf(voice, ownId)
  if (own === undefined || own.share === null)
    return { text: DASH, label: 'de la voz regional', context: 'sin base' }
  const place = voice.length > 1 ? `${rank}.º de ${printCount(voice.length)}; ` : ''
  const isFew = denominator < LEAST_FOR_RATE
  const before =
    own.previousShare === null
      ? `de ${countOf(denominator, NOTES)}`
      : `antes ${printShare(own.previousShare)}`
  return {
    text: isFew ? `${printCount(own.notes)} de ${printCount(denominator)}` : printShare(own.share),
    label: 'de la voz regional',
    context: isFew ? `${place}son pocas para un porcentaje` : `${place}${before}`,
  }
}

/** Place by number of notes, from one. */
export const rankOf = (voice: readonly VoiceShare[], id: string): number => {
  const own = voice.find(({ subjectId }) => subjectId === id)?.notes ?? 0
  return 1 + voice.filter(({ notes }) => notes > own).length
}

/** `wasRead`: some source was read in the period; else nobody knows. */
export function describeBoletinesNow(published: number, sent: number, wasRead = true): FigureText {
  const label = sent === 1 ? 'boletín publicado' : 'boletines publicados'
  if (!wasRead) return { text: DASH, label, context: 'sin dato: no se leyó ninguna fuente' }
  if (sent === 0) return { text: DASH, label, context: 'ninguno enviado' }
  const silent = sent - published
  const context = silent === 0 ? 'todos en al menos un medio' : `${printCount(silent)} sin publicar`
  return { text: `${printCount(published)} de ${printCount(sent)}`, label, context }
}

/** Title of the trend: a change is only called one when it leaves the noise band. */
export function describeTrend(facts: {
  readonly first: number | null
  readonly last: number | null
  readonly noiseBand: number | null
  readonly periods: number
  readonly period: PeriodWords
}): string {
  const { first, last, noiseBand, periods, period } = facts
  const span = `en ${countOf(periods, period.noun)}`
  if (first === null || last === null) return `Tono ${span}`
  const change = last - first
  if (Math.abs(change) <= (noiseBand ?? 0))
    return `El tono se mantiene ${span}: de ${printBalance(first)} a ${printBalance(last)}, sin cambio apreciable`
  return `El tono ${change > 0 ? 'mejora' : 'empeora'}: de ${printBalance(first)} a ${printBalance(last)} ${span}`
}

export const TREND_GUIDES = {
  periods: 'Notas positivas (arriba) y negativas (abajo). Debajo, el balance por cada 100 notas evaluadas.',
  days: 'Notas positivas (arriba) y negativas (abajo) por día.',
  months: 'Notas positivas (arriba) y negativas (abajo) por mes.',
} as const

/** Said until there are four periods. */
export const printShortHistory = (periods: number, period: PeriodWords, step = 'día'): string =>
  `Sin histórico suficiente (${period.noun.one} ${printCount(periods)} de 4): se muestra por ${step}, sin promedios ni tendencia.`

export const describeDayTrend = (range: string, step = 'día'): string =>
  `Tono por ${step}, ${inPeriod(range)}`
