// The counts that a network showed of a post over time → lines for a person: one per reading, unknown ones left out.
import type { Counts } from '../model.ts'
import type { CountsAt } from '../store/counts.ts'
import { formatInstant } from './boletin.ts'

/** Readings shown at each end of a long series. */
const SHOWN = 5

const NAMES: readonly (readonly [keyof Counts, string, string])[] = [
  ['views', 'vista', 'vistas'],
  ['reactions', 'reacción', 'reacciones'],
  ['comments', 'comentario', 'comentarios'],
  ['shares', 'vez compartida', 'veces compartida'],
]

/** Nothing for a note whose network shows no counts: most are pages. */
export function describeCounts(series: readonly CountsAt[], timeZone: string): string[] {
  if (series.length === 0) return []
  const lines = series.map((counts) => `  ${formatInstant(counts.takenAt, timeZone)}  ${printCounts(counts)}`)
  const left = lines.length - 2 * SHOWN
  const shown =
    left <= 0 ? lines : [...lines.slice(0, SHOWN), `  … ${left} lecturas más …`, ...lines.slice(-SHOWN)]
  const readings = series.length === 1 ? 'una lectura' : `${series.length} lecturas, cada vez que algo cambió`
  return [`Lo que mostraba la red (${readings}):`, ...shown]
}

function printCounts(counts: Counts): string {
  const known = NAMES.flatMap(([key, one, many]) => {
    const count = counts[key]
    return count === null ? [] : [`${count.toLocaleString('es-MX')} ${count === 1 ? one : many}`]
  })
  return known.length === 0 ? 'sin dato' : known.join(' · ')
}
