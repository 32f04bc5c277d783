// Article → the topic section of the síntesis it belongs in, by the section's terms; the headline weighs most.
import type { Article, Section } from '../model.ts'
import { type Field, nameField, readFields } from './fields.ts'
import { findPhrases, type PhraseTrie, startTrie } from './phrases.ts'

export type SectionIndex = {
  readonly sections: readonly Section[]
  readonly trie: PhraseTrie
  /** Phrase number → sections that list it. */
  readonly uses: readonly (readonly number[])[]
  /** Phrase number → the term as the section writes it. */
  readonly terms: readonly string[]
}

/** A section's term where it stands in an article, and what it is worth there. */
export type TermUse = {
  readonly term: string
  readonly sectionId: string
  readonly place: string
  readonly weight: number
}

/** How the terms of the sections stand in an article: those with any weight, heaviest first. */
export type SectionReading = {
  readonly scores: readonly { readonly sectionId: string; readonly score: number }[]
  readonly uses: readonly TermUse[]
}

/** What one term is worth where it stands: the headline and the opening say what a note is about, the rest what it touches. */
const PLACE_WEIGHT = { title: 4, standfirst: 2, opening: 2, body: 1 } as const

/** A term repeated in one part of a note says little more than once. */
const REPEAT_WEIGHT = 0.25

/** Prepares the sections, in printing order, once per configuration. */
export function prepareSections(sections: readonly Section[]): SectionIndex {
  const { add, trie } = startTrie()
  const uses: number[][] = []
  const written: string[] = []
  for (const [position, { terms }] of sections.entries()) {
    for (const term of new Set(terms)) {
      const id = add(term)
      if (id === null) continue
      uses[id] ??= []
      written[id] ??= term
      if (!uses[id].includes(position)) uses[id].push(position)
    }
  }
  return { sections, trie: trie(), uses, terms: written }
}

function weighField(field: Field): number {
  if (field.field === 'body') return field.paragraph === 0 ? PLACE_WEIGHT.opening : PLACE_WEIGHT.body
  return PLACE_WEIGHT[field.field]
}

/**
 * Id of the section whose terms weigh most, or null when no term occurs. Longer terms weigh more ("agua potable" says
 * more than "agua"); on a tie the section printed first wins.
 */
export function chooseSection(
  article: Pick<Article, 'title' | 'standfirst' | 'paragraphs'>,
  index: SectionIndex,
): string | null {
  const scores = index.sections.map(() => 0)
  for (const { section, weight } of weighTerms(article, index)) {
    scores[section] = (scores[section] ?? 0) + weight
  }
  const best = Math.max(0, ...scores)
  return best === 0 ? null : (index.sections[scores.indexOf(best)]?.id ?? null)
}

/** Why `chooseSection` decides as it does: every term found and every section's sum; the first of equals is printed first. */
export function explainSection(
  article: Pick<Article, 'title' | 'standfirst' | 'paragraphs'>,
  index: SectionIndex,
): SectionReading {
  const sums = new Map<string, number>()
  const uses = weighTerms(article, index).flatMap(({ section, phrase, field, weight }) => {
    const sectionId = index.sections[section]?.id
    if (sectionId === undefined) return []
    sums.set(sectionId, (sums.get(sectionId) ?? 0) + weight)
    return [{ term: index.terms[phrase] ?? '', sectionId, place: nameField(field), weight }]
  })
  const scores = index.sections
    .flatMap(({ id: sectionId }) => ({ sectionId, score: sums.get(sectionId) ?? 0 }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
  return { scores, uses }
}

type Weighed = {
  readonly section: number
  readonly phrase: number
  readonly field: Field
  readonly weight: number
}

function weighTerms(
  article: Pick<Article, 'title' | 'standfirst' | 'paragraphs'>,
  index: SectionIndex,
): Weighed[] {
  const weighed: Weighed[] = []
  for (const field of readFields(article)) {
    const seen = new Set<number>()
    for (const { phrase, from, to } of findPhrases(field.tokens, index.trie)) {
      const weight = weighField(field) * Math.sqrt(to - from) * (seen.has(phrase) ? REPEAT_WEIGHT : 1)
      for (const section of index.uses[phrase] ?? []) weighed.push({ section, phrase, field, weight })
      seen.add(phrase)
    }
  }
  return weighed
}
