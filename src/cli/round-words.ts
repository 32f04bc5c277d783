// Rounds and visits → what the terminal says of them.
import type { ItemEnd, Round } from '../model.ts'
import type { Visit } from '../pipeline/run.ts'

const END_WORDS: Readonly<Record<ItemEnd, readonly [string, string]>> = {
  kept: ['guardada', 'guardadas'],
  known: ['ya conocida', 'ya conocidas'],
  excluded: ['excluida por regla', 'excluidas por regla'],
  unreadable: ['ilegible', 'ilegibles'],
  later: ['para después', 'para después'],
}

const ENDS = Object.keys(END_WORDS) as ItemEnd[]

/** Counts of ends over rounds; they add up to what was listed. */
export function countEnds(rounds: readonly Round[]): Record<ItemEnd, number> {
  const counts: Record<ItemEnd, number> = { kept: 0, known: 0, excluded: 0, unreadable: 0, later: 0 }
  for (const { ends } of rounds) for (const { end } of ends) counts[end] += 1
  return counts
}

/** `300 listadas = 280 guardadas + 15 ya conocidas + 5 ilegibles`. */
export function describeEnds(counts: Readonly<Record<ItemEnd, number>>): string {
  const listed = ENDS.reduce((sum, end) => sum + counts[end], 0)
  const parts = ENDS.filter((end) => counts[end] > 0).map(
    (end) => `${counts[end]} ${END_WORDS[end][counts[end] === 1 ? 0 : 1]}`,
  )
  return `${listed} listadas${parts.length === 0 ? '' : ` = ${parts.join(' + ')}`}`
}

/** Why items were left out, most frequent first: `12 × no es una nota: portada de sección`. */
export function listReasons(rounds: readonly Round[], most: number): string[] {
  const counts = new Map<string, number>()
  for (const { ends } of rounds) {
    for (const { end, reason } of ends) {
      if (reason === null || end === 'kept' || end === 'known') continue
      const line = `${END_WORDS[end][0]}: ${reason}`
      counts.set(line, (counts.get(line) ?? 0) + 1)
    }
  }
  return [...counts]
    .toSorted(([one, left], [other, right]) => right - left || one.localeCompare(other, 'es'))
    .slice(0, most)
    .map(([line, count]) => `${count} × ${line}`)
}

/** One line about a visit: the source and what became of it. */
export function describeVisit(visit: Visit): string {
  const { name } = visit.source
  if (visit.kind === 'busy') return `${name}: otro proceso la está leyendo`
  if (visit.kind === 'broken') return `${name}: error del programa: ${visit.error.message}`
  const { state, reason, ends } = visit.round
  if (state === 'con-falla') return `${name}: con falla: ${reason ?? 'sin razón'}`
  const counts = countEnds([visit.round])
  const kept = counts.kept === 1 ? '1 nota nueva' : `${counts.kept} notas nuevas`
  const note = reason === null ? '' : ` (${reason})`
  return `${name}: ${kept} de ${ends.length}${note}`
}

/** The rounds among visits. */
export function listRounds(visits: readonly Visit[]): Round[] {
  return visits.flatMap((visit) => (visit.kind === 'round' ? [visit.round] : []))
}
