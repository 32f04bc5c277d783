// The notes of the last days, by what they share: admitted one by one, forgotten when no later note can join them.
import { addPosting, openPostings, type Postings } from './postings.ts'
import {
  listPrints,
  MOST_COUNT,
  NAME,
  type Packed,
  packSketch,
  rowOf,
  type Sketch,
  type Stems,
  sketchNote,
  stemsOf,
} from './story-note.ts'
import { openTally, type Tally } from './story-tally.ts'
import type { Told } from './vectors.ts'

/** A kept note with the story it was placed in. */
export type StoryMember = Told & {
  readonly noteId: number
  readonly storyId: number
  readonly at: Date
}

/** A note as the window remembers it. `at`: milliseconds. `length`: of its vector, as stems weighed when last measured. */
export type Remembered = {
  noteId: number
  storyId: number
  readonly at: number
  readonly title: string
  readonly packed: Packed
  length: number
  /** What its names weigh together, when last measured. */
  names: number
  /** Where it stands among the places of the window. */
  place: number
}

/**
 * The one structure of this room that grows in place: admitting a note costs the same however many there are, because
 * each stem and each fingerprint leads straight to the places of the notes that hold it. A place whose note left is null.
 */
export type StoryWindow = {
  readonly notes: Map<number, Remembered>
  places: (Remembered | null)[]
  byStem: Postings
  byPrint: Postings
  /** Stem → how many notes of the window hold it. */
  readonly holders: Map<number, number>
  readonly byStory: Map<number, Set<Remembered>>
  /** Where placing adds up what each place shares with a note. */
  readonly tally: Tally
  latest: number
  oldest: number
  /** Admissions since the lengths of all vectors were measured, and since old notes were looked for. */
  unmeasured: number
  unswept: number
}

/** A story may go on for a week and a weekend; its older notes no longer say what it is about. */
const WINDOW_DAYS = 10

/** More than a long weekend without any note of any outlet. */
const LEAP_DAYS = 4

/** Stands for the notes of other weeks while the window is young, so that common words weigh little from the first day. */
const PRIOR_NOTES = 30

/** What costs a look at every note waits until this part of them is new: the cost for each note admitted stays the same. */
const STALE_PART = 0.1
/** Dead places beside living ones until the index is made anew. */
const DEAD_PART = 0.5
const SHOWN_TITLE = 160

const COUNT_WEIGHTS = Float32Array.from(
  { length: MOST_COUNT + 1 },
  (_, count) => 1 + Math.log(Math.max(1, count)),
)

export const DAY = 86_400_000

/** Starts a window with the notes already kept; any order. Ten days back are enough. */
export function prepareStories(recent: readonly StoryMember[]): StoryWindow {
  const window: StoryWindow = {
    notes: new Map(),
    places: [],
    byStem: openPostings(),
    byPrint: openPostings(),
    holders: new Map(),
    byStory: new Map(),
    tally: openTally(),
    latest: Number.NEGATIVE_INFINITY,
    oldest: Number.POSITIVE_INFINITY,
    unmeasured: 0,
    unswept: 0,
  }
  const ordered = recent.toSorted((left, right) => left.at.getTime() - right.at.getTime())
  for (const member of ordered) admitNote(window, member)
  return window
}

/** Adds a placed note (again, if it was there) and lets those go that are a window older. */
export function admitNote(
  window: StoryWindow,
  member: StoryMember,
  sketch: Sketch = sketchNote(member),
): void {
  forgetNote(window, member.noteId)
  const at = member.at.getTime()
  forgetBefore(window, at)
  const { noteId, storyId } = member
  const title = member.title.slice(0, SHOWN_TITLE)
  const note: Remembered = {
    noteId,
    storyId,
    at,
    title,
    packed: packSketch(sketch),
    length: 1,
    names: 0,
    place: -1,
  }
  window.notes.set(noteId, note)
  for (const stem of sketch.stems) window.holders.set(stem, (window.holders.get(stem) ?? 0) + 1)
  placeNote(window, note)
  seatIn(window, note)
  measureNote(window, note)
  window.latest = Math.max(window.latest, at)
  window.oldest = Math.min(window.oldest, at)
  window.unswept += 1
  window.unmeasured += 1
  if (window.unmeasured > window.notes.size * STALE_PART) {
    for (const each of window.notes.values()) measureNote(window, each)
    window.unmeasured = 0
  }
}

function placeNote(window: StoryWindow, note: Remembered): void {
  note.place = window.places.push(note) - 1
  for (const stem of stemsOf(note.packed).stems) addPosting(window.byStem, stem, note.place)
  for (const print of listPrints(rowOf(note.packed))) addPosting(window.byPrint, print, note.place)
}

/** Makes the index anew once too much of it leads to notes that left. */
function replaceNotes(window: StoryWindow): void {
  if (window.places.length <= window.notes.size * (1 + DEAD_PART) + 1) return
  window.places = []
  window.byStem = openPostings()
  window.byPrint = openPostings()
  for (const note of window.notes.values()) placeNote(window, note)
}

function seatIn(window: StoryWindow, note: Remembered): void {
  const members = window.byStory.get(note.storyId)
  if (members === undefined) window.byStory.set(note.storyId, new Set([note]))
  else members.add(note)
}

function leaveStory(window: StoryWindow, note: Remembered): void {
  const members = window.byStory.get(note.storyId)
  members?.delete(note)
  if (members?.size === 0) window.byStory.delete(note.storyId)
}

/** The note tells another story now. */
export function moveNote(window: StoryWindow, noteId: number, storyId: number): void {
  const note = window.notes.get(noteId)
  if (note === undefined) return
  leaveStory(window, note)
  note.storyId = storyId
  seatIn(window, note)
}

/** The note has another id now; one that is there under that id already makes it leave. */
export function renameNote(window: StoryWindow, noteId: number, newId: number): void {
  const note = window.notes.get(noteId)
  if (note === undefined) return
  if (window.notes.has(newId)) {
    forgetNote(window, noteId)
    return
  }
  window.notes.delete(noteId)
  note.noteId = newId
  window.notes.set(newId, note)
}

/** What a stem weighs: more, the fewer notes of the window hold it (ln N/df). Never negative. */
export function weighStem({ notes, holders }: StoryWindow, stem: number): number {
  return Math.max(0, Math.log((notes.size + PRIOR_NOTES + 1) / ((holders.get(stem) ?? 0) + 1)))
}

/** What an occurrence count weighs, its mark apart: 1 + ln tf. */
export function weighCount(count: number): number {
  return COUNT_WEIGHTS[count & MOST_COUNT] ?? 1
}

/** The vector of a note (TF-IDF: 1 + ln tf, ln N/df) before it is divided by its length. */
export function weighStems(window: StoryWindow, { stems, counts }: Stems): Float32Array {
  return Float32Array.from(stems, (stem, at) => weighCount(counts[at] ?? 1) * weighStem(window, stem))
}

function measureNote(window: StoryWindow, note: Remembered): void {
  const { stems, counts } = stemsOf(note.packed)
  let [square, names] = [0, 0]
  for (let at = 0; at < stems.length; at += 1) {
    const count = counts[at] ?? 1
    const weight = weighStem(window, stems[at] ?? 0)
    square += (weighCount(count) * weight) ** 2
    if ((count & NAME) > 0) names += weight
  }
  note.length = Math.sqrt(square) || 1
  note.names = names
}

/** Length of a vector; 1 for one that is all zeros, which is like no other. */
export function lengthOf(weights: Float32Array): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0)) || 1
}

/** An instant far ahead of all others is more likely a wrong date than a silence: it makes nobody leave. */
function forgetBefore(window: StoryWindow, at: number): void {
  if (at - window.latest > LEAP_DAYS * DAY || at - window.oldest <= WINDOW_DAYS * DAY) return
  if (window.unswept < window.notes.size * STALE_PART) return
  window.unswept = 0
  window.oldest = at
  for (const note of window.notes.values()) {
    if (at - note.at > WINDOW_DAYS * DAY) forgetNote(window, note.noteId)
    else window.oldest = Math.min(window.oldest, note.at)
  }
  replaceNotes(window)
}

/** Lets a note go, if it is there. */
export function forgetNote(window: StoryWindow, noteId: number): void {
  const note = window.notes.get(noteId)
  if (note === undefined) return
  window.notes.delete(noteId)
  leaveStory(window, note)
  for (const stem of stemsOf(note.packed).stems) {
    const left = (window.holders.get(stem) ?? 1) - 1
    if (left === 0) window.holders.delete(stem)
    else window.holders.set(stem, left)
  }
  window.places[note.place] = null
}
