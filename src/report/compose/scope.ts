// A brief and the municipality → what it is about: which notes and boletines are its own, and its name in a sentence.
import type { Boletin, Brief, Municipality, Note, NoteFigures, Subject } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import type { AnalystNotes } from '../sintesis-input.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { nameScope } from '../words/scope.ts'
import { isSurelyOurs, listOurSubjects } from './note-facts.ts'

export type Scope = {
  readonly ours: ReadonlySet<string>
  /** Null of a brief about the whole municipality. */
  readonly about: {
    readonly subjects: readonly Subject[]
    readonly sections: ReadonlySet<string>
  } | null
  /** As it stands after «sobre»: `Tala`, `SIAPTA y la Dirección de Obras Públicas`. */
  readonly name: string
}

/** What a brief is about. */
export function scopeOf(municipality: Municipality, { about }: Brief): Scope {
  const ours = listOurSubjects(municipality)
  if (about === undefined) return { ours, about: null, name: cleanText(municipality.name) }
  const subjects = municipality.subjects.filter(({ id }) => about.includes(id))
  const sections = municipality.sections.filter(({ id }) => about.includes(id))
  return {
    ours,
    about: { subjects, sections: new Set(sections.map(({ id }) => id)) },
    name: nameScope(
      subjects.map(({ name }) => cleanText(name)),
      sections.map(({ title }) => cleanText(title)),
    ),
  }
}

/** Whether a note that names the municipality may be of the scope: by its section, or by a mention, sure or doubtful. */
export function mayBeOf(note: Note, { about }: Scope): boolean {
  return about === null || isInSection(note, about.sections) || names(note, about.subjects, false)
}

/** Whether a note is surely of the municipality and surely of the scope: one that counts. */
export function isSurelyOf(note: NoteFigures, { ours, about }: Scope): boolean {
  if (!isSurelyOurs(note, ours)) return false
  return about === null || isInSection(note, about.sections) || names(note, about.subjects, true)
}

const isInSection = ({ sectionId }: NoteFigures, sections: ReadonlySet<string>): boolean =>
  sectionId !== null && sections.has(sectionId)

const names = ({ mentions }: NoteFigures, subjects: readonly Subject[], isSure: boolean): boolean =>
  mentions.some(
    ({ subjectId, belonging }) =>
      subjects.some(({ id }) => id === subjectId) && (!isSure || belonging === 'nuestra'),
  )

/**
 * Whether a boletín is of the scope: its `dependencia` holds a subject's name or alias as whole words, as «Sistema de
 * Agua Potable de Tala (SIAPTA)» holds «SIAPTA», or is one of its ambiguous phrases.
 */
export function isBoletinOf({ dependencia }: Boletin, { about }: Scope): boolean {
  if (about === null) return true
  if (dependencia === null) return false
  const sender = ` ${spell(dependencia)} `
  return about.subjects.some(
    ({ name, aliases, ambiguous }) =>
      [name, ...aliases].some((phrase) => sender.includes(` ${spell(phrase)} `)) ||
      ambiguous.some((phrase) => sender === ` ${spell(phrase)} `),
  )
}

const spell = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Of what an analyst wrote, what is about the notes of a narrower scope, or of an edition outside the schedule: the
 * agenda and the rest are the municipality's, and the morning's.
 */
export function scopeAnalyst(
  analyst: AnalystNotes | null,
  notes: readonly Note[],
  { about }: Scope,
  isOutside = false,
): AnalystNotes | null {
  if (analyst === null || (about === null && !isOutside)) return analyst
  const urls = new Set(notes.flatMap(({ article }) => [article.url, article.canonicalUrl]))
  const actions = analyst.actions.filter(({ url }) => url !== null && urls.has(url))
  const watch = analyst.watch.filter(({ url }) => urls.has(url))
  return { agenda: [], actions, watch, upcoming: [], followUp: [] }
}
