// Stories told only by opinion pieces → the columns of the edition: name, author, passage, who is mentioned.
import type { Municipality, Note } from '../../model.ts'
import type { ColumnPiece } from '../sintesis.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { printMentions } from '../words/notes.ts'
import { anchorOfStory } from './anchors.ts'
import { composeExtract, composeLink, EXTRACT_LENGTH } from './fichas.ts'
import { idsOf, nameOfSource, type SourceById, titleOf, toneOf } from './note-facts.ts'
import { isOpinion } from './opinion.ts'
import type { Telling } from './tellings.ts'

export const isOpinionTelling = ({ notes }: Telling): boolean => notes.every(isOpinion)

/** Composes the columns and numbers them from `first`. */
export function composeOpinionPieces(
  tellings: readonly Telling[],
  first: number,
  facts: { readonly sources: SourceById; readonly municipality: Municipality },
): ColumnPiece[] {
  return tellings.map((telling, index) => {
    const { chief, notes } = telling
    const source = facts.sources.get(chief.sourceId)
    return {
      number: first + index,
      anchor: anchorOfStory(telling),
      tone: toneOf(chief),
      title: titleOf(chief),
      author: chief.article.byline === null ? null : cleanText(chief.article.byline),
      medium: nameOfSource(chief.sourceId, facts.sources),
      extract: composeExtract(chief, source, EXTRACT_LENGTH.ficha),
      mentions: printMentions(countMentions(chief, facts.municipality)),
      link: composeLink(chief),
      noteIds: idsOf(notes),
    }
  })
}

/** People and areas named in a note, with how often; the municipality itself is taken for granted. */
function countMentions(note: Note, { subjects }: Municipality) {
  return note.mentions.flatMap(({ subjectId, hits }) => {
    const subject = subjects.find(({ id }) => id === subjectId)
    const isNamed = subject !== undefined && subject.role !== 'municipio' && hits.length > 0
    return isNamed ? [{ name: subject.name, count: hits.length }] : []
  })
}
