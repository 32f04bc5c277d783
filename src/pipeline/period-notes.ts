// A long window of the ledger → its notes that are wanted, read some days at a time so that the others never pile up in memory.
import type { Note } from '../model.ts'
import { findNotes } from '../store/notes.ts'
import type { Window } from './calendar.ts'
import type { House } from './house.ts'

/** Days whose notes, whole, are in memory at once. */
const CHUNK_DAYS = 7
const DAY = 86_400_000

/** In the order of the ledger, those for which `keep` gives a note: itself, or what is needed of it. */
export async function readPeriod(
  house: House,
  { from, to }: Window,
  keep: (note: Note) => Note | null,
): Promise<Note[]> {
  const kept: Note[] = []
  for (let start = from; start < to; ) {
    const end = new Date(Math.min(to.getTime(), start.getTime() + CHUNK_DAYS * DAY))
    for (const note of await findNotes(house.store.db, { from: start, to: end })) {
      const wanted = keep(note)
      if (wanted !== null) kept.push(wanted)
    }
    start = end
  }
  return kept
}
