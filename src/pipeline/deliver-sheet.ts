// Notes about the municipality → the rows of the sheet of 18 columns.
import type { OutletKind, SheetRow } from '../deliver/edition-content.ts'
import type { Medium, Municipality, Note, Source } from '../model.ts'
import type { PrintedBefore } from '../report/sintesis-input.ts'
import { shorten } from '../report/words/grammar.ts'
import { printEarlierEdition } from '../report/words/special.ts'
import { cleanText } from '../text/clean.ts'
import { localDate } from '../text/zoned.ts'

/** Characters of a summary: two or three sentences. */
const LONGEST_SUMMARY = 300

/** The column in which an outlet's name stands. It tells the outlet, not the screen on which the note was read. */
const OUTLETS: Readonly<Record<Medium, OutletKind>> = {
  radio: 'radio',
  tv: 'television',
  portal: 'digital',
  agencia: 'digital',
  periodico: 'impreso',
  revista: 'impreso',
  'red-social': 'otro',
}

export type SheetFacts = {
  readonly municipality: Municipality
  readonly sources: readonly Source[]
  /** Subjects that are the municipality. */
  readonly ourSubjects: readonly string[]
  /** Notes that an edition outside the schedule printed before. */
  readonly told?: ReadonlyMap<number, PrintedBefore>
}

/** One row per note, in the given order. */
export function composeSheet(notes: readonly Note[], facts: SheetFacts): SheetRow[] {
  const sources = new Map(facts.sources.map((source) => [source.id, source]))
  const topics = new Map(facts.municipality.sections.map(({ id, title }) => [id, title]))
  return notes.map((note) => {
    const source = sources.get(note.sourceId)
    const { article, sectionId } = note
    const earlier = facts.told?.get(note.id)
    return {
      date: article.publishedAt === null ? null : localDate(article.publishedAt, facts.municipality.timeZone),
      title: cleanText(article.title) || 'Sin título',
      isRelevant: isRelevant(note, facts.ourSubjects),
      topic: sectionId === null ? null : (topics.get(sectionId) ?? sectionId),
      medium: source?.name ?? note.sourceId,
      outlet: source === undefined ? null : OUTLETS[source.medium],
      tone: note.tone?.label ?? null,
      link: /^https?:/i.test(article.canonicalUrl) ? article.canonicalUrl : '',
      author: article.byline === null ? null : cleanText(article.byline) || null,
      isFromBoletin: note.pickups.length > 0,
      summary: summarize(note, source),
      printedIn: earlier === undefined ? null : printEarlierEdition(earlier),
    }
  })
}

/** In the headline or the first paragraph, as surely ours; null while only doubtful mentions say so. */
function isRelevant({ mentions }: Note, ourSubjects: readonly string[]): boolean | null {
  const sure = mentions.filter(
    ({ subjectId, belonging }) => belonging === 'nuestra' && ourSubjects.includes(subjectId),
  )
  if (sure.length === 0) return null
  return sure.some(({ prominence }) => prominence === 'titular' || prominence === 'entrada')
}

/** The note's own first words; where the outlet allows only title and link, that is what it says. */
function summarize({ article }: Note, source: Source | undefined): string | null {
  if (source?.rights === 'titulo-y-liga') return 'El medio solo permite título y liga'
  const own = cleanText(article.standfirst ?? '') || cleanText(article.paragraphs[0] ?? '')
  return own === '' ? null : shorten(own, LONGEST_SUMMARY)
}
