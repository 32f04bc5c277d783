// An addendum or extraordinary edition → its masthead and its sentences.
import type { Municipality, Note } from '../../model.ts'
import type { FixedNote, Masthead } from '../sintesis.ts'
import type { Correction, SintesisInput, Special } from '../sintesis-input.ts'
import { cleanText, safeLink } from '../typeset/clean-text.ts'
import { printHour, printInstant } from '../words/dates.ts'
import { withArticle } from '../words/scope.ts'
import {
  describeAddendum,
  describeExtraordinary,
  describeMentionCorrection,
  describeToneCorrection,
  printAddendumIssue,
  printAddendumTitle,
  printExtraordinaryIssue,
  SOON,
} from '../words/special.ts'
import type { EditionFacts } from './edition.ts'
import { countMedia, nameOfSource, type SourceById, tallyTones, titleOf, toneOf } from './note-facts.ts'

/** The masthead of a special edition, from that of a regular one. */
export function retitle(masthead: Masthead, input: SintesisInput): Masthead {
  const { special, number, to, municipality } = input
  if (special === undefined) return masthead
  const hour = printHour(to, municipality.timeZone)
  if (special.kind === 'alcance') {
    const { of, ordinal } = special
    return { ...masthead, title: printAddendumTitle(of, ordinal), issue: printAddendumIssue(ordinal, hour) }
  }
  return { ...masthead, title: cleanText(special.title), issue: printExtraordinaryIssue(number, hour) }
}

/** The sentence that opens an edition outside the schedule: its hours are not the day. */
export function composeSpecialDay(input: SintesisInput, special: Special, facts: EditionFacts): string {
  const { notes, doubtful, scope, tellings, posts } = facts
  const counted = {
    place: scope.name,
    notes: notes.length,
    media: countMedia(notes),
    tally: tallyTones(notes),
  }
  if (special.kind === 'alcance') {
    const waiting = doubtful.reduce((sum, telling) => sum + telling.notes.length, 0)
    return describeAddendum({
      ...counted,
      of: special.of,
      doubtful: waiting,
      corrections: special.corrections.length,
    })
  }
  const { from, to, municipality, certificate } = input
  const [top] = tellings
  return describeExtraordinary({
    ...counted,
    posts: posts.length,
    span: `del ${printInstant(from, municipality.timeZone)}, al ${printInstant(to, municipality.timeZone)}`,
    sourcesDue: certificate.readings.length,
    sourcesRead: certificate.readings.filter(({ state }) => state === 'leida' || state === 'callada').length,
    top: top === undefined ? null : { title: titleOf(top.chief), notes: top.notes.length },
  })
}

/** Their hour, where it has passed when the edition is cut: an action then asks to be done as soon as can be. */
export function timelyDuties(municipality: Municipality, special: Special | undefined): Municipality {
  if (special === undefined) return municipality
  return { ...municipality, duties: { ...municipality.duties, before: SOON } }
}

/** A sentence for each correction, with the note that it is about. */
export function composeCorrections(
  special: Special | undefined,
  sources: SourceById,
  municipality: Municipality,
): FixedNote[] {
  if (special?.kind !== 'alcance') return []
  return special.corrections.map((one) => ({
    text: describe(one, sources, municipality),
    tone: one.kind === 'tono' ? one.after : toneOf(one.note),
    href: safeLink(one.note.article.canonicalUrl) ?? safeLink(one.note.article.url),
    noteIds: [one.note.id],
  }))
}

function describe(one: Correction, sources: SourceById, { subjects, name }: Municipality): string {
  const note = describeNote(one.note, sources)
  if (one.kind === 'tono') return describeToneCorrection(note, one.before, one.after)
  const subject = subjects.find(({ id }) => id === one.subjectId)?.name ?? name
  return describeMentionCorrection(note, withArticle(cleanText(subject)), one.before, one.after)
}

const describeNote = (note: Note, sources: SourceById) => ({
  title: titleOf(note),
  medium: nameOfSource(note.sourceId, sources),
})
