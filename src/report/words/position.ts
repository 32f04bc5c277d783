// How the municipality stands → the answer, figures, trend title and findings of the positioning report.
import type { PeriodFigures, Position, VoiceShare } from '../../model.ts'
import type { FigureText } from './figures.ts'
import { capitalize, lowerFirst } from './grammar.ts'
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
  spellSmall,
} from './numbers.ts'
import type { PeriodWords } from './periods.ts'

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
    return `Sin notas sobre ${place} del ${range}: no hay base para decir cómo estamos.`
  const danger =
    risk === null
      ? ''
      : ` El riesgo es ${lowerFirst(risk.title)}: ${risk.negative === risk.allNegative ? `ahí están las ${printCount(risk.negative)} negativas` : `${printCount(risk.negative)} de ${printCount(risk.allNegative)} notas negativas`}.`
  return `${describeChange(position, period)}${danger}`
}

function describeChange({ current, previous, balanceChange }: Position, period: PeriodWords): string {
  const now = printBalance(current.balance)
  if (current.balance === null)
    return `${capitalize(countOf(current.notes, NOTES))} ${period.current}, ninguna evaluada todavía: el tono no tiene base.`
  if (previous === null || previous.balance === null) {
    return `${countOf(current.notes, NOTES)} ${period.current} y balance de tono de ${now}; aún no hay con qué comparar.`
  }
  const before = printBalance(previous.balance)
  if (balanceChange === 'sin base') {
    return `Balance de tono de ${now}; son muy pocas notas evaluadas para compararlo con ${period.before}.`
  }
  if (balanceChange === 'mejora')
    return `Mejor que ${period.before}: el balance de tono pasa de ${before} a ${now}.`
  if (balanceChange === 'empeora')
    return `Peor que ${period.before}: el balance de tono pasa de ${before} a ${now}.`
  return `Igual que ${period.before}: balance de ${now}, antes ${before}, sin cambio apreciable.`
}

const compare = (before: string | null): string =>
  before === null ? 'sin periodo anterior' : `antes ${before}`

export function describeBalanceNow({ current, previous, noiseBand }: Position): FigureText {
  const band = noiseBand === null ? '' : `; ruido ±${printCount(noiseBand)}`
  const before = previous === null ? null : printBalance(previous.balance)
  return {
    text: printBalance(current.balance),
    label: 'balance de tono',
    context: `${compare(before)}${band}`,
  }
}

export function describeNotesNow({ current, previous, volumeChange }: Position): FigureText {
  const before = previous === null ? null : printCount(previous.notes)
  const change = volumeChange === 'sin cambio apreciable' ? '; sin cambio apreciable' : ''
  return {
    text: printCount(current.notes),
    label: current.notes === 1 ? 'nota' : 'notas',
    context: `${compare(before)}, en ${countOf(current.media, MEDIA)}${change}`,
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
  return {
    text: denominator < 10 ? `${printCount(own.notes)} de ${printCount(denominator)}` : printShare(own.share),
    label: 'de la voz regional',
    context: `${place}${own.previousShare === null ? `de ${countOf(denominator, NOTES)}` : `antes ${printShare(own.previousShare)}`}`,
  }
}

/** Place by number of notes, from one. */
const rankOf = (voice: readonly VoiceShare[], id: string): number => {
  const own = voice.find(({ subjectId }) => subjectId === id)?.notes ?? 0
  return 1 + voice.filter(({ notes }) => notes > own).length
}

export function describeBoletinesNow(published: number, sent: number): FigureText {
  const label = sent === 1 ? 'boletín publicado' : 'boletines publicados'
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

export const describeDayTrend = (range: string, step = 'día'): string => `Tono por ${step}, del ${range}`

const ORDINALS = [
  'primero',
  'segundo',
  'tercero',
  'cuarto',
  'quinto',
  'sexto',
  'séptimo',
  'octavo',
  'noveno',
  'décimo',
]

/** Headline of the comparison with neighbours. */
export function describeVoice(voice: readonly VoiceShare[], ownId: string, place: string): string {
  const rank = rankOf(voice, ownId)
  const own = voice.find(({ subjectId }) => subjectId === ownId)
  if (own === undefined || own.notes === 0) return `${place} no tuvo notas en la comparación`
  return `${place}, ${ORDINALS[rank - 1] ?? `lugar ${rank}`} en volumen entre ${countOf(voice.length, { one: 'municipio', many: 'municipios' })}`
}

/** Headline of the list of media: how many of them hold half of the notes. */
export function describeMedia(counts: readonly number[]): string {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let held = 0
  const needed = counts.findIndex((count) => {
    held += count
    return held * 2 >= total
  })
  const few = needed + 1
  if (counts.length === 1) return 'Un solo medio publicó todas las notas'
  if (few === 1) return 'Un medio concentra la mitad de las notas'
  return `${capitalize(spellSmall(few))} de ${countOf(counts.length, MEDIA)} concentran la mitad de las notas`
}

/** Share of all negatives from which a topic concentrates them. */
const CONCENTRATED = 0.5

/** Headline of the topics: which one adds most to the balance and which one takes most from it. */
export function describeTopics(topics: readonly TopicTones[]): string {
  const byNet = topics.toSorted((one, other) => netOf(other) - netOf(one))
  const [best, worst] = [byNet.at(0), byNet.at(-1)]
  const all = topics.reduce((total, { negative }) => total + negative, 0)
  const good = best !== undefined && netOf(best) > 0 ? `${best.title} suma más al tono` : ''
  const bad =
    worst === undefined || netOf(worst) >= 0
      ? ''
      : `${lowerFirst(worst.title)} ${worst.negative >= all * CONCENTRATED ? 'concentra lo negativo' : 'resta más'}`
  const parts = [good, bad].filter(Boolean)
  return parts.length === 0 ? 'Ningún tema inclina el tono' : capitalize(parts.join('; '))
}

export type TopicTones = { readonly title: string; readonly positive: number; readonly negative: number }

const netOf = ({ positive, negative }: TopicTones): number => positive - negative

/** Headline of the matrix. */
export function describeMatrix(published: number, sent: number): string {
  const silent = sent - published
  const reached = `${printCount(published)} de ${countOf(sent, { one: 'boletín', many: 'boletines' })} ${published === 1 ? 'llegó' : 'llegaron'} a algún medio`
  if (silent === 0) return reached
  return `${reached}; ${silent === 1 ? 'uno no salió' : `${spellSmall(silent)} no salieron`} en ninguno`
}
