// When a brief falls due → how a person is told.
import type { Brief } from '../model.ts'

const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']
const PERIODS = {
  mes: 'de cada mes',
  trimestre: 'del mes que sigue a cada trimestre',
  anio: 'de enero',
} as const

/** `lunes a viernes, antes de las 07:15`, `todos los días, antes de las 07:00 (09:00 en días de descanso)`. */
export function describeDue({ schedule, period = 'mes' }: Brief): string {
  const { monthDay, weekdays, deadline, weekendDeadline } = schedule
  const days = monthDay === undefined ? nameDays(weekdays) : `el día ${monthDay} ${PERIODS[period]}`
  const resting = weekendDeadline === deadline ? '' : ` (${weekendDeadline} en días de descanso)`
  return `${days}, antes de las ${deadline}${resting}`
}

function nameDays(weekdays: readonly number[]): string {
  const days = weekdays.toSorted((one, other) => one - other)
  if (days.length === 7) return 'todos los días'
  const names = days.map((day) => WEEKDAYS[day - 1] ?? '')
  const isRow = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index)
  if (isRow) return `${names[0] ?? ''} a ${names.at(-1) ?? ''}`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} y ${names.at(-1) ?? ''}`
}
