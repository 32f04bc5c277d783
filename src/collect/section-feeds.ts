// Ways into an outlet that all serve → those that no other replaces, because each lists notes that the others lack.
import type { Item } from '../model.ts'
import type { Finding } from './gate.ts'

/** One note may come in between the two readings; two mean that the other list does not carry this section. */
const LEAST_MISSING = 2

/**
 * How many notes of a section another list should have and has not. Notes older than all of that list may only have
 * left its window; without dates nothing speaks for that.
 */
export function countMissing(section: readonly Item[], known: readonly Item[]): number {
  const urls = new Set(known.map(({ url }) => url))
  const dates = known.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  const oldest = dates.length === 0 ? Number.NEGATIVE_INFINITY : Math.min(...dates)
  return section.filter(
    ({ url, publishedAt }) => !urls.has(url) && (publishedAt?.getTime() ?? Number.POSITIVE_INFINITY) > oldest,
  ).length
}

/** Of accepted findings, the first and each other that lists what those before it lack. */
export function chooseSiblings(findings: readonly Finding[]): readonly Finding[] {
  const chosen: Finding[] = []
  for (const finding of findings) {
    const known = chosen.flatMap(({ items }) => items)
    if (chosen.length === 0 || countMissing(finding.items, known) >= LEAST_MISSING) chosen.push(finding)
  }
  return chosen
}
