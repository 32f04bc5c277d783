// Stories and their numbers → the list of notes, and the numbers behind each count of page one.
import type { Note } from '../../model.ts'
import type { CountTrail, IndexRow } from '../sintesis.ts'
import { safeLink } from '../typeset/clean-text.ts'
import { printRowTitle, printWhen } from '../words/notes.ts'
import { countOf, printCount } from '../words/numbers.ts'
import { MEDIUM_NAMES } from '../words/places.ts'
import { TONE_NOUNS } from '../words/tones.ts'
import { anchorOfStory } from './anchors.ts'
import { nameOfSource, type SourceById, titleOf, toneOf } from './note-facts.ts'
import type { Telling } from './tellings.ts'

const TONES = ['positivo', 'neutro', 'mixto', 'negativo', 'sin evaluar'] as const

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
      where: printPlace(note, sources, timeZone),
      href: safeLink(note.article.canonicalUrl),
      goTo: anchorOfStory(telling),
    })),
  )
}

function printPlace(note: Note, sources: SourceById, timeZone: string): string {
  const source = sources.get(note.sourceId)
  const when = printWhen(note.article, note.capturedAt, timeZone).replace(/^sin fecha;.*/, 'sin fecha')
  return source === undefined ? when : `${MEDIUM_NAMES[source.medium]}, ${when}`
}

/** For each tone, and for boletines, the stories whose notes were counted; a story with several says how many. */
export function composeTrails(numbered: NumberedTellings): CountTrail[] {
  const byTone = TONES.map((tone) => {
    const numbers = listNumbers(numbered, (note) => toneOf(note) === tone)
    return {
      anchor: `cifra-${tone.replace(' ', '-')}`,
      tone,
      ...numbers,
      label: countOf(numbers.count, TONE_NOUNS[tone]),
    }
  })
  const pickups = listNumbers(numbered, ({ pickups: found }) => found.length > 0)
  const label = countOf(pickups.count, { one: 'viene de un boletín', many: 'vienen de boletines' })
  return [...byTone, { anchor: 'cifra-boletines', tone: null, ...pickups, label }]
    .filter(({ count }) => count > 0)
    .map(({ anchor, tone, label: text, numbers }) => ({ anchor, tone, label: text, numbers }))
}

function listNumbers(numbered: NumberedTellings, test: (note: Note) => boolean) {
  const found = numbered
    .map(({ telling, number }) => ({ telling, number, count: telling.notes.filter(test).length }))
    .filter(({ count }) => count > 0)
  return {
    count: found.reduce((total, { count }) => total + count, 0),
    numbers: found.map(({ telling, number, count }) => ({
      text: count === 1 ? printCount(number) : `${printCount(number)} (${printCount(count)})`,
      goTo: anchorOfStory(telling),
    })),
  }
}
