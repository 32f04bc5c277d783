// The front pages of a day, what a person said of them and the notes of the edition → «Primeras planas». What is not known is not said.
import type { Note } from '../../model.ts'
import type { FrontPage } from '../picture.ts'
import type { DayFrontPage, SintesisInput } from '../sintesis-input.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { printShortDate } from '../words/dates.ts'
import {
  describeAbsentNote,
  describeUnreadFrontPages,
  FRONT_PAGE_SECTIONS,
  printFrontPageAlt,
  printNoFrontPage,
} from '../words/front-pages.ts'
import { anchorOfStory } from './anchors.ts'
import type { EditionFacts } from './edition.ts'
import { indexSources, nameOfSource, titleOf, toneOf } from './note-facts.ts'
import { readPicture } from './pictures.ts'

/** Those that mention the municipality first, then in the order of the sources. */
export function composeFrontPages(input: SintesisInput, facts: EditionFacts): FrontPage[] {
  const pages = (input.frontPages ?? []).map((page) => composeFrontPage(page, input, facts))
  return [
    ...pages.filter(({ mentionsUs }) => mentionsUs === true),
    ...pages.filter(({ mentionsUs }) => mentionsUs !== true),
  ]
}

function composeFrontPage(
  page: DayFrontPage,
  input: SintesisInput,
  { notes, sources }: EditionFacts,
): FrontPage {
  const { sourceId, picture, mentionsUs, noteId } = page
  const medium = nameOfSource(sourceId, sources)
  const own = notes.filter((note) => note.sourceId === sourceId)
  const note = own.find(({ id }) => id === noteId) ?? (noteId === null ? own.find(isOnFrontPage) : undefined)
  const headline =
    page.headline === null ? (note === undefined ? null : titleOf(note)) : cleanText(page.headline)
  // A note can be on a front page of which a person says that it does not name us.
  const isOurs = mentionsUs ?? (note === undefined ? null : true)
  const alt = printFrontPageAlt(medium, printShortDate(input.date), headline)
  return {
    medium,
    picture:
      'bytes' in picture
        ? readPicture(picture.bytes, '', alt)
        : { kind: 'missing', reason: printNoFrontPage(cleanText(picture.reason)) },
    headline,
    tone: note === undefined || isOurs !== true ? null : toneOf(note),
    goTo: note === undefined ? null : anchorOfStory(note),
    mentionsUs: isOurs,
  }
}

const isOnFrontPage = ({ article }: Note): boolean =>
  article.slot?.isFrontPage ?? FRONT_PAGE_SECTIONS.test(cleanText(article.section ?? ''))

/** What «Qué se revisó» says of front pages: those that were to be read and were not, and notes that are not there. */
export function describeFrontPageFaults({ frontPages = [], sources, notes }: SintesisInput): string[] {
  const names = indexSources(sources)
  const unread = frontPages.flatMap(({ sourceId, picture }) =>
    'reason' in picture && picture.isFailure
      ? [{ medium: nameOfSource(sourceId, names), reason: cleanText(picture.reason) }]
      : [],
  )
  const absent = frontPages.flatMap(({ sourceId, noteId }) =>
    noteId === null || notes.some((note) => note.id === noteId && note.sourceId === sourceId)
      ? []
      : [describeAbsentNote(nameOfSource(sourceId, names), noteId)],
  )
  return [...describeUnreadFrontPages(unread), ...absent]
}
