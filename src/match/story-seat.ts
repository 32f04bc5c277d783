// A note about to be kept → its seat in the window of stories at one stroke, before it has an id of its own.
import { placeInStory } from './stories.ts'
import { sketchNote } from './story-note.ts'
import { admitNote, renameNote, type StoryWindow } from './story-window.ts'
import type { Told } from './vectors.ts'

/** Where a note sits while it is being kept. `seatId` stands for its id and is negative, which no kept note's is. */
export type Seat = {
  readonly seatId: number
  readonly storyId: number
  readonly placement: { readonly basis: string; readonly similarity: number }
}

let lastSeat = 0

/**
 * Places a note and admits it, in one stroke that no other placement can come between. `spare` is an id that no story
 * has: it names the story if the note tells something new. End it with `settleSeat`, or with `forgetNote` if keeping failed.
 */
export function seatNote(window: StoryWindow, article: Told, at: Date, spare: number): Seat {
  const sketch = sketchNote(article)
  const { storyId, basis, similarity } = placeInStory(article, at, window, sketch)
  lastSeat -= 1
  const seat = { seatId: lastSeat, storyId: storyId ?? spare, placement: { basis, similarity } }
  admitNote(window, { ...article, noteId: seat.seatId, storyId: seat.storyId, at }, sketch)
  return seat
}

/** The note was kept under this id: it goes on sitting where it sat. */
export function settleSeat(window: StoryWindow, seat: Seat, noteId: number): void {
  renameNote(window, seat.seatId, noteId)
}
