// The window of stories → the notes of the last days that, seen together, belong in another story than where they first fell.
import { groupNotes } from './agglomeration.ts'
import { groupCopies } from './copies.ts'
import { compareNotes } from './story-likeness.ts'
import { DAY, type Remembered, type StoryWindow } from './story-window.ts'

/** Notes that should change story. `to` null: together they are a new one. To be recorded: no note moves silently. */
export type StoryChange = {
  readonly noteIds: readonly number[]
  readonly from: number
  readonly to: number | null
  /** Spanish: why. */
  readonly basis: string
}

const LIMITS = {
  /** Notes of the last two days may still move; older ones stay together with their story, which can only be joined. */
  looseDays: 2,
  /** Mean likeness between the notes of two groups that tell one event; chosen by `npm run eval:stories`. */
  sameEvent: 0.05,
  /** Part of a story's own likeness that another needs to be one with it. */
  cohesion: 0.5,
  /** As in placement: a story nobody has told for three days is over. */
  restDays: 3,
} as const

/**
 * Groups the window's notes again, all at once. Placing notes one by one as they come starts some stories wrongly, because
 * the first two notes of an event may look like an older one; seen with the rest of the day they part. Call it before an
 * edition is published. Nothing is changed here: apply the changes, record them, and move the notes.
 */
export function proposeChanges(window: StoryWindow, now: Date): StoryChange[] {
  const notes = [...window.notes.values()].sort(
    (left, right) => left.at - right.at || left.noteId - right.noteId,
  )
  const isLoose = (note: Remembered) => now.getTime() - note.at <= LIMITS.looseDays * DAY
  const settled = new Map<number, number[]>()
  for (const [position, note] of notes.entries()) {
    if (!isLoose(note)) settled.set(note.storyId, [...(settled.get(note.storyId) ?? []), position])
  }
  const limits = { least: LIMITS.sameEvent, longestGap: LIMITS.restDays * DAY, cohesion: LIMITS.cohesion }
  const instants = notes.map(({ at }) => at)
  const together = [...settled.values(), ...groupCopies(window, notes, limits.longestGap)]
  const groups = groupNotes(instants, compareNotes(window, notes), limits, together)
  const worthOf = (note: Remembered) => (isLoose(note) ? 1 : (settled.get(note.storyId)?.length ?? 0) + 1)
  const members = groups.map((group) =>
    group.toSorted((left, right) => left - right).flatMap((position) => notes[position] ?? []),
  )
  return nameGroups(members, worthOf)
}

/** Each group keeps the story that most of its notes had (a settled story first); each story goes to one group only. */
function nameGroups(
  groups: readonly (readonly Remembered[])[],
  worthOf: (note: Remembered) => number,
): StoryChange[] {
  const claims = groups.flatMap((notes, group) => {
    const votes = new Map<number, number>()
    for (const note of notes) votes.set(note.storyId, (votes.get(note.storyId) ?? 0) + worthOf(note))
    return [...votes].map(([storyId, worth]) => ({ group, storyId, worth }))
  })
  const names = new Map<number, number>()
  const taken = new Set<number>()
  for (const { group, storyId } of claims.sort(
    (left, right) => right.worth - left.worth || left.storyId - right.storyId,
  )) {
    if (names.has(group) || taken.has(storyId)) continue
    names.set(group, storyId)
    taken.add(storyId)
  }
  return groups.flatMap((notes, group) => listChanges(notes, names.get(group) ?? null))
}

function listChanges(notes: readonly Remembered[], to: number | null): StoryChange[] {
  const [first] = notes
  if (first === undefined) return []
  if (to === null) {
    const basis = `Visto con el resto de los días, «${first.title}» cuenta otro hecho.`
    return [{ noteIds: notes.map(({ noteId }) => noteId), from: first.storyId, to, basis }]
  }
  const leaving = new Map<number, Remembered[]>()
  for (const note of notes) {
    if (note.storyId !== to) leaving.set(note.storyId, [...(leaving.get(note.storyId) ?? []), note])
  }
  const host = notes.find(({ storyId }) => storyId === to)
  return [...leaving].map(([from, moved]) => ({
    noteIds: moved.map(({ noteId }) => noteId),
    from,
    to,
    basis: `Visto con el resto de los días, «${moved[0]?.title ?? ''}» cuenta lo mismo que «${host?.title ?? ''}».`,
  }))
}
