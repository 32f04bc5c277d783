// Verdicts on a source's health → what a person reads, in Spanish.
import { localTime } from '../text/zoned.ts'
import type { HealthCause, HealthVerdict } from './source-health.ts'
import type { SpanVolume } from './volume.ts'

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']
const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']

/** `6 nov 2026, 06:40` in a zone. */
export function printMoment(instant: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = localTime(instant, timeZone)
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}, ${pad(hour)}:${pad(minute)}`
}

/** Why a source is in its state, as one clause without a final stop. */
export function explainCause(cause: HealthCause, timeZone: string): string {
  switch (cause.kind) {
    case 'sana':
      return cause.hasPattern
        ? 'se lee y publica como suele'
        : 'se lee; todavía no tiene patrón con que comparar lo que publica'
    case 'menos-de-lo-usual':
      return `se lee, pero publica menos de lo que suele: ${describeSpan(cause.span)}`
    case 'nunca-visitada':
      return cause.isOverdue
        ? 'está declarada y nunca se ha visitado; revisa que «sintesis start» esté en marcha'
        : 'recién declarada: todavía no se visita'
    case 'sin-visita':
      return `le tocaba visita el ${printMoment(cause.dueAt, timeZone)} y no se hizo; revisa que «sintesis start» esté en marcha`
    case 'detenida':
      return `contesta bien, pero su nota más nueva es del ${printMoment(cause.newestAt, timeZone)}: más tiempo del que su ritmo explica`
    case 'falla':
      return explainFailure(cause)
    case 'rechazo':
      return `no se deja leer (${countOf(cause.failures, 'visita', 'visitas')}): ${cause.fault}`
    case 'notas-rechazadas':
      return `lista sus notas pero no deja leerlas (${cause.notes} en siete días): ${cause.fault}`
  }
}

function explainFailure(cause: Extract<HealthCause, { kind: 'falla' }>): string {
  const fault = cause.fault ?? 'sin razón anotada'
  const answer = cause.hasAnsweredSince
    ? '; ya contesta «sin cambios», pero eso no prueba que se lea: falta que entregue su lista'
    : ''
  return `${countOf(cause.failures, 'visita', 'visitas')} con falla: ${fault}${answer}`
}

/** How today compares with the outlet's own pattern, or that there is none yet. */
export function describeToday(verdict: HealthVerdict): string {
  const { today, isBurst } = verdict
  if (today === null) return 'sin patrón todavía: faltan días leídos para comparar'
  return `${isBurst ? 'más de lo usual: ' : ''}${describeSpan(today)}`
}

function describeSpan({ days, from, notes, lower, upper, expected }: SpanVolume): string {
  const usual = `lo usual es ${lower === upper ? `${lower}` : `de ${lower} a ${upper}`} (se esperaban ${expected.toFixed(1)})`
  if (days > 1) return `${countOf(notes, 'nota', 'notas')} en ${days} días; ${usual}`
  const weekday = WEEKDAYS[(new Date(`${from}T12:00:00Z`).getUTCDay() + 6) % 7] ?? ''
  return `${countOf(notes, 'nota', 'notas')} el ${weekday} hasta esta hora; ${usual}`
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
