// The stories of a period → those that left a mark, for and against, each with its picture and why it matters.

import type { Note } from '../../model.ts'
import type { Picture } from '../picture.ts'
import type { Posicionamiento, StoryCard } from '../posicionamiento.ts'
import type { PosicionamientoInput } from '../posicionamiento-input.ts'
import { safeLink } from '../typeset/clean-text.ts'
import { printPictureAlt, printWhen } from '../words/notes.ts'
import { countOf, MEDIA, NOTES, printReaches } from '../words/numbers.ts'
import { REPORT_LABELS } from '../words/questions.ts'
import { describeStories, type MarkedStory } from '../words/stories.ts'
import { idsOf, nameOfSource, sumReach, sumVisits, titleOf } from './note-facts.ts'
import type { PeriodFacts } from './period.ts'
import { readPicture } from './pictures.ts'
import { chooseReasons, hasVoice, listReasons } from './story-reasons.ts'
import { listMedia, mainTone, type Telling } from './tellings.ts'

const MOST_STORIES = 3

type Side = 'positivo' | 'negativo'

/** The heaviest stories whose main tone is the one asked for. */
export const listMarked = ({ tellings }: Pick<PeriodFacts, 'tellings'>, side: Side): Telling[] =>
  tellings.filter((telling) => mainTone(telling) === side).slice(0, MOST_STORIES)

/** «¿Qué dejó huella?» */
export function askStories(input: PosicionamientoInput, facts: PeriodFacts): Posicionamiento['stories'] {
  const [positive, negative] = [listMarked(facts, 'positivo'), listMarked(facts, 'negativo')]
  if (positive.length + negative.length === 0) return null
  const mark = ([first]: readonly Telling[]) => (first === undefined ? null : markOf(first, input, facts))
  const finding = describeStories(mark(positive), mark(negative))
  return {
    head: { question: REPORT_LABELS.stories, finding, guide: '' },
    positive: composeCards(positive, 'positivo', input, facts),
    negative: composeCards(negative, 'negativo', input, facts),
  }
}

function markOf(
  telling: Telling,
  { municipality }: PosicionamientoInput,
  { topics, sources }: PeriodFacts,
): MarkedStory {
  const topic = topics.find(({ id, tellings }) => id !== null && tellings.includes(telling))
  return {
    topic: topic?.title ?? null,
    media: listMedia(telling.notes, sources).length,
    hasVoice: hasVoice(telling, municipality),
  }
}

function composeCards(
  tellings: readonly Telling[],
  tone: Side,
  input: PosicionamientoInput,
  facts: PeriodFacts,
): StoryCard[] {
  const { municipality, position, images = new Map() } = input
  const { sources, numbered } = facts
  const numbers = new Map(numbered.map(({ telling, number }) => [telling, number]))
  const reasons = chooseReasons(
    tellings.map((telling) => listReasons(telling, tone, { ...facts, municipality, position })),
  )
  return tellings.map((telling, index) => {
    const { chief, notes } = telling
    return {
      number: numbers.get(telling) ?? 0,
      tone,
      headline: titleOf(chief),
      medium: nameOfSource(chief.sourceId, sources),
      when: printWhen(chief.article, chief.capturedAt, municipality.timeZone),
      size: `${countOf(notes.length, NOTES)} en ${countOf(listMedia(notes, sources).length, MEDIA)} · alcance ${printReaches(sumReach(notes), sumVisits(notes))}`,
      why: reasons[index]?.text ?? '',
      picture: findPicture(notes, images, facts),
      href: safeLink(chief.article.canonicalUrl),
      noteIds: idsOf(notes),
    }
  })
}

/** The first picture of its notes, in their order, that can be printed; a story without one takes the width. */
function findPicture(
  notes: readonly Note[],
  images: ReadonlyMap<number, Uint8Array | null>,
  { sources }: PeriodFacts,
): Extract<Picture, { kind: 'image' }> | null {
  for (const note of notes) {
    const alt = printPictureAlt(titleOf(note), nameOfSource(note.sourceId, sources))
    const picture = readPicture(images.get(note.id) ?? null, '', alt)
    if (picture.kind === 'image') return picture
  }
  return null
}
