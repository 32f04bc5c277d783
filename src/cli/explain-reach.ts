// How far a note may have gone → the line that says how much, between what, by which reckoning and who published it.
import type { Reach, Source } from '../model.ts'
import { explainMissingReach } from '../pipeline/note-reasons.ts'

const grouped = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 0 })

export function describeReach(reach: Reach | null, source: Source | null): string[] {
  if (reach === null) return [`Alcance: sin dato, porque ${explainMissingReach(source)}`]
  const { value, range, unit, basis, source: origin, asOf } = reach
  const span =
    range === undefined
      ? ''
      : ` (de ${grouped.format(range[0])} a ${grouped.format(range[1])}, según la fuente)`
  const bound = unit === 'personas' ? 'pudieron verla ' : ''
  return [`Alcance: ${bound}${grouped.format(value)} ${unit}${span}: ${basis}; ${origin}, ${asOf}`]
}
