// A few words → notes and boletines of a period, complete, for the figures that are worked by hand.
import { findMentions } from '../../src/match/mentions.ts'
import { prepareSubjects } from '../../src/match/subjects.ts'
import type { Boletin, Note, Pickup, Prominence, Source, ToneLabel } from '../../src/model.ts'
import { makeArticle, makeSource, SUBJECTS } from '../match/tala.ts'

const index = prepareSubjects(SUBJECTS)
const AT = new Date('2026-11-06T12:30:00.000Z')

let notes = 0

/** A note of an outlet about the municipality. */
export function makeNote(
  sourceId: string,
  changes: {
    readonly prominence?: Prominence
    readonly pickups?: readonly Pickup[]
    readonly tone?: ToneLabel
  } = {},
): Note {
  notes += 1
  const { prominence = 'cuerpo', pickups = [], tone = 'neutro' } = changes
  return {
    id: notes,
    sourceId,
    capturedAt: AT,
    captureSha256: '0'.repeat(64),
    article: makeArticle('Tala', ['Tala.']),
    mentions: [{ subjectId: 'tala', belonging: 'nuestra', prominence, hits: [], evidence: [] }],
    pickups,
    tone: { label: tone, score: null, confidence: null, reasons: [], needsReview: false },
    reach: null,
    storyId: notes,
    sectionId: null,
  }
}

/** A note whose people are found in its text as the house finds them. */
export function readNote(title: string, ...paragraphs: readonly string[]): Note {
  const article = makeArticle(title, paragraphs)
  return { ...makeNote('faro'), article, mentions: findMentions(article, makeSource('Tala'), index) }
}

export function makePickup(folio: string, changes: Partial<Pickup> = {}): Pickup {
  return {
    folio,
    kind: 'parcial',
    shareOfBoletin: 0.5,
    shareOfArticle: 0.5,
    passages: [],
    isTitleKept: false,
    isCredited: false,
    lagHours: null,
    ...changes,
  }
}

export function makeBoletin(folio: string): Boletin {
  return { folio, title: folio, paragraphs: [], dependencia: null, sentAt: AT, file: `${folio}.md` }
}

export function makeOutlet(id: string, changes: Partial<Source> = {}): Source {
  return { ...makeSource('Tala'), id, name: id, ...changes }
}
