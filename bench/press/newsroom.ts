// The notes of one outlet → its issues: each with the number, slug and defects under which the outlet publishes it.
import type { LocalMinute } from './calendar.ts'
import { instantOf } from './calendar.ts'
import type { DefectId } from './defects.ts'
import type { OutletId, PressNote } from './stories.ts'

/** A note as its outlet's platform knows it. */
export type Issue = PressNote & {
  /** Grows with the instant of publication and does not depend on the other notes, but for ties. */
  readonly number: number
  readonly slug: string
  readonly defects: ReadonlySet<DefectId>
}

/** Minute from which the numbers of issues count; long before the first note. */
const FIRST_MINUTE = instantOf('2026-08-01T00:00').getTime()

/** `La alcaldesa dio… ¿y qué?` → `la-alcaldesa-dio-y-que`, at most 80 letters, whole words. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  let slug = words[0] ?? ''
  for (const word of words.slice(1)) {
    if (slug.length + word.length >= 80) break
    slug += `-${word}`
  }
  return slug === '' ? 'nota' : slug.slice(0, 80)
}

/** Numbers and slugs the notes of one outlet, oldest first; neither repeats. */
export function numberIssues(
  notes: readonly PressNote[],
  defectsOf: (noteId: string) => ReadonlySet<DefectId>,
): readonly Issue[] {
  const slugs = new Map<string, number>()
  let last = 0
  return notes
    .toSorted((one, other) =>
      one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1,
    )
    .map((note) => {
      const minute = Math.round((instantOf(note.at).getTime() - FIRST_MINUTE) / 60_000)
      last = Math.max(last + 1, minute)
      const base = slugOf(note.title)
      const times = (slugs.get(base) ?? 0) + 1
      slugs.set(base, times)
      return {
        ...note,
        number: last,
        slug: times === 1 ? base : `${base}-${times}`,
        defects: defectsOf(note.id),
      }
    })
}

/** What a site knows when it answers: who asks for what, the time, and what it has published until then. */
export type Ask = {
  /** Host name without port. */
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  readonly now: LocalMinute
  /** Published until now, newest first. */
  readonly issues: readonly Issue[]
  /** What another outlet has published until now, newest first. */
  readonly issuesOf: (outlet: OutletId) => readonly Issue[]
  /** Requests that this site had answered before this one. */
  readonly visits: number
}

/** The day on which a note was published, `YYYY-MM-DD`. */
export function dayOf(issue: PressNote): string {
  return issue.at.slice(0, 10)
}
