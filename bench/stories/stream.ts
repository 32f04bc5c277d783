// Judged notes → the stories they fall into when they come one by one and are grouped again every morning, as in the house.
import { groupCopies } from '../../src/match/copies.ts'
import { proposeChanges } from '../../src/match/regroup.ts'
import { seatNote, settleSeat } from '../../src/match/story-seat.ts'
import { DAY, moveNote, prepareStories, type StoryWindow } from '../../src/match/story-window.ts'
import type { JudgedNote } from './invented.ts'

/** `stories` and `texts`: the label of each note by position. `bases`: why it is there. */
export type Streamed = {
  readonly stories: readonly string[]
  readonly placed: readonly string[]
  readonly texts: readonly string[]
  readonly bases: readonly string[]
  readonly moves: number
}

export function streamNotes(notes: readonly JudgedNote[]): Streamed {
  const window = prepareStories([])
  const [placed, stories, bases]: [string[], string[], string[]] = [[], [], []]
  const leaders = notes.map((_, position) => position)
  let [next, moves] = [1, 0]
  const first = notes[0]?.at.getTime() ?? 0
  let morning = Math.floor(first / DAY) * DAY + 13 * 3_600_000
  const regroup = () => {
    joinCopies(window, leaders)
    for (const { noteIds, to, basis } of proposeChanges(window, new Date(morning))) {
      const storyId = to ?? next++
      for (const noteId of noteIds) {
        moveNote(window, noteId, storyId)
        stories[noteId] = String(storyId)
        bases[noteId] = basis
        moves += 1
      }
    }
  }
  for (const [position, note] of notes.entries()) {
    while (note.at.getTime() > morning) {
      regroup()
      morning += DAY
    }
    const seat = seatNote(window, note, note.at, next)
    if (seat.storyId === next) next += 1
    settleSeat(window, seat, position)
    placed.push(String(seat.storyId))
    stories.push(String(seat.storyId))
    bases.push(seat.placement.basis)
  }
  regroup()
  const texts = leaders.map((_, position) => String(lead(leaders, position)))
  return { stories, placed, texts, bases, moves }
}

function lead(leaders: readonly number[], position: number): number {
  let leader = position
  while (leaders[leader] !== leader) leader = leaders[leader] ?? leader
  return leader
}

function joinCopies(window: StoryWindow, leaders: number[]): void {
  const notes = [...window.notes.values()].sort(
    (left, right) => left.at - right.at || left.noteId - right.noteId,
  )
  for (const group of groupCopies(window, notes, 3 * DAY)) {
    const ids = group.flatMap((position) => notes[position]?.noteId ?? [])
    for (const id of ids.slice(1)) {
      const [one, other] = [lead(leaders, ids[0] ?? id), lead(leaders, id)]
      leaders[Math.max(one, other)] = Math.min(one, other)
    }
  }
}
