// Stories and their numbers → the list of notes.
import type { Note } from '../../model.ts'
import type { IndexRow } from '../sintesis.ts'
import { safeLink } from '../typeset/clean-text.ts'
import { printRowTitle, printWhen } from '../words/notes.ts'
import { printPlace } from '../words/slots.ts'
import { anchorOfStory } from './anchors.ts'
import { nameOfSource, type SourceById, titleOf, toneOf } from './note-facts.ts'
import type { Telling } from './tellings.ts'

/** A story under its number; not sure when its notes wait for a person. */
export type NumberedTelling = {
  readonly telling: Telling
  readonly number: number
  readonly isSure: boolean
}
export type NumberedTellings = readonly NumberedTelling[]

/** One row per publication in the order of the edition. */
export function composeIndex(numbered: NumberedTellings, sources: SourceById, timeZone: string): IndexRow[] {
  return numbered.flatMap(({ telling, number }) =>
    telling.notes.map((note, place) => ({
      number,
      isRepeat: place > 0,
      tone: toneOf(note),
      title: printRowTitle(titleOf(note)),
      medium: nameOfSource(note.sourceId, sources),
      where: printNotePlace(note, sources, timeZone),
      href: safeLink(note.article.canonicalUrl),
      goTo: anchorOfStory(telling),
    })),
  )
}

function printNotePlace(note: Note, sources: SourceById, timeZone: string): string {
  const source = sources.get(note.sourceId)
  const when = printWhen(note.article, note.capturedAt, timeZone).replace(/^sin fecha;.*/, 'sin fecha')
  return source === undefined ? when : printPlace(source.medium, note.article.slot, when)
}
