// An article → the section of the síntesis it goes to: by the municipality's own terms, else by what it is about in general.
import { chooseSection, explainSection, type SectionIndex, type SectionReading } from '../match/sections.ts'
import type { Article, Section } from '../model.ts'
import { chooseSectionByTopic, listTopicWords, readTopics, type TopicReading } from '../score/topics.ts'

type Readable = Pick<Article, 'title' | 'standfirst' | 'paragraphs'>

/** Id of the section, or null for «otros temas». The general topics decide only what no term does, and only where asked to. */
export function fileNote(article: Readable, index: SectionIndex): string | null {
  const byTerms = chooseSection(article, index)
  if (byTerms !== null || !usesTopics(index.sections)) return byTerms
  return chooseSectionByTopic(readTopics(article), index.sections)?.section.id ?? null
}

/** How the terms stand in an article; `topics` is null where they were not asked, its words speak for the first. */
export type Filing = {
  readonly sectionId: string | null
  readonly terms: SectionReading
  readonly topics:
    | (TopicReading & { readonly words: readonly string[]; readonly chance: number | null })
    | null
}

/** Why `fileNote` decides as it does today. */
export function explainFiling(article: Readable, index: SectionIndex): Filing {
  const terms = explainSection(article, index)
  const [best] = terms.scores
  if (best !== undefined || !usesTopics(index.sections))
    return { sectionId: best?.sectionId ?? null, terms, topics: null }
  const topics = readTopics(article)
  const chosen = chooseSectionByTopic(topics, index.sections)
  const [first] = topics.chances
  const words = first === undefined ? [] : listTopicWords(article, first.topic)
  return {
    sectionId: chosen?.section.id ?? null,
    terms,
    topics: { ...topics, words, chance: chosen?.chance ?? null },
  }
}

const usesTopics = (sections: readonly Section[]): boolean =>
  sections.some(({ topics }) => topics !== undefined)
