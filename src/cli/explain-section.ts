// Why a note is in its section → lines: the terms and where they stand, the second best section, or the general topic.
import type { Section } from '../model.ts'
import type { Filing } from '../pipeline/filing.ts'
import { wrapText } from './paragraphs.ts'

/** Terms shown of a section. */
const MOST_TERMS = 6

/** `kept` is the section with which the note was archived; `filing` is how it would be decided today. */
export function describeSection(kept: string | null, filing: Filing, sections: readonly Section[]): string[] {
  const nameOf = (id: string | null) =>
    id === null ? 'otros temas' : (sections.find((section) => section.id === id)?.title ?? id)
  const changed =
    kept === filing.sectionId
      ? ''
      : `; con municipality.yml como está hoy sería «${nameOf(filing.sectionId)}»`
  return [
    ...wrapText(`Sección: ${nameOf(kept)}${changed}`, ''),
    ...(filing.topics === null ? tellTerms(filing, nameOf) : tellTopics(filing.topics)),
  ]
}

function tellTerms({ terms }: Filing, nameOf: (id: string) => string): string[] {
  const [best, second] = terms.scores
  if (best === undefined) return ['  ninguna de sus frases está en la nota']
  const uses = terms.uses.filter(({ sectionId }) => sectionId === best.sectionId)
  const shown = uses
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_TERMS)
    .map(({ term, place, weight }) => `«${term}» en ${place} (${weight.toFixed(1)})`)
  const more = uses.length > MOST_TERMS ? ` y ${uses.length - MOST_TERMS} más` : ''
  const against =
    second === undefined
      ? 'ninguna otra suma'
      : `la segunda, ${nameOf(second.sectionId)}, ${second.score.toFixed(1)}`
  return [
    ...wrapText(`por sus frases: ${shown.join(', ')}${more}`, '  '),
    ...wrapText(`suma ${best.score.toFixed(1)}; ${against}`, '  '),
  ]
}

function tellTopics({ chances, words, leastChance, chance }: NonNullable<Filing['topics']>): string[] {
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const [first, second] = chances.map((one) => `${one.topic} ${percent(one.chance)}`)
  const verdict =
    chance === null
      ? `ninguna sección llega a ${percent(leastChance)}: otros temas`
      : `su sección llega a ${percent(chance)} (se pide ${percent(leastChance)})`
  const because = words.length === 0 ? '' : `, por ${words.map((word) => `«${word}»`).join(', ')}`
  return wrapText(
    `ninguna frase la decide; por tema general: ${first}${because}; después ${second}; ${verdict}`,
    '  ',
  )
}
