// The notes of the last days, by what they share: admitted one by one, forgotten when no later note can join them.
import { hashShingles, winnow } from './shingles.ts'
import { type Profile, profileNote, type Told } from './vectors.ts'
import { readWords, type Words } from './words.ts'

/** A kept note with the story it was placed in. */
export type StoryMember = Told & {
  readonly noteId: number
  readonly storyId: number
  readonly at: Date
}

/** A note as the window remembers it. `weights`: stem → its part of a vector of length 1. */
export type Remembered = {
  readonly member: StoryMember
  readonly weights: ReadonlyMap<string, number>
  readonly prints: readonly number[]
  readonly words: Words
}

/**
 * The one structure of this room that grows in place: admitting a note costs the same however many there are, because
 * each stem and each fingerprint leads straight to the notes that hold it.
 */
export type StoryWindow = {
  readonly notes: Map<number, Remembered>
  readonly byStem: Map<string, Map<number, number>>
  readonly byPrint: Map<number, Set<number>>
  readonly byStory: Map<number, Set<number>>
}

/** A story may go on for a week and a weekend; its older notes no longer say what it is about. */
const WINDOW_DAYS = 10

/** More than a long weekend without any note of any outlet. */
const LEAP_DAYS = 4

/** Stands for the notes of other weeks while the window is young, so that common words weigh little from the first day. */
const PRIOR_NOTES = 30

export const DAY = 86_400_000

/** Starts a window with the notes already kept; any order. Ten days back are enough. */
export function prepareStories(recent: readonly StoryMember[]): StoryWindow {
  const window: StoryWindow = { notes: new Map(), byStem: new Map(), byPrint: new Map(), byStory: new Map() }
  const ordered = recent.toSorted((left, right) => left.at.getTime() - right.at.getTime())
  for (const member of ordered) admitNote(window, member)
  return window
}

/** Adds a placed note (again, if its story changed) and lets those go that are a window older. */
export function admitNote(window: StoryWindow, member: StoryMember): void {
  forgetNote(window, member.noteId)
  forgetBefore(window, member.at)
  const words = readWords(member.paragraphs)
  const weights = weighProfile(profileNote(member), window)
  const prints = [...new Set(winnow(hashShingles(words.ids)))]
  window.notes.set(member.noteId, { member, weights, prints, words })
  for (const [stem, weight] of weights) {
    const holders = window.byStem.get(stem)
    if (holders === undefined) window.byStem.set(stem, new Map([[member.noteId, weight]]))
    else holders.set(member.noteId, weight)
  }
  for (const print of prints) addTo(window.byPrint, print, member.noteId)
  addTo(window.byStory, member.storyId, member.noteId)
}

/** Weighs each stem by how few notes of the window hold it (TF-IDF: 1 + ln tf, ln N/df), to a vector of length 1. */
export function weighProfile({ counts }: Profile, window: StoryWindow): Map<string, number> {
  const notes = window.notes.size + PRIOR_NOTES + 1
  const weights = new Map<string, number>()
  let square = 0
  for (const [stem, count] of counts) {
    const holders = (window.byStem.get(stem)?.size ?? 0) + 1
    const weight = (1 + Math.log(count)) * Math.log(notes / holders)
    weights.set(stem, weight)
    square += weight ** 2
  }
  const length = Math.sqrt(square)
  if (length > 0) for (const [stem, weight] of weights) weights.set(stem, weight / length)
  return weights
}

/** An instant far ahead of all others is more likely a wrong date than a silence: it makes nobody leave. */
function forgetBefore(window: StoryWindow, at: Date): void {
  const instants = window.notes.values().map(({ member }) => member.at.getTime())
  const latest = instants.reduce((last, each) => Math.max(last, each), Number.NEGATIVE_INFINITY)
  if (at.getTime() - latest > LEAP_DAYS * DAY) return
  for (const [noteId, { member }] of window.notes) {
    if (at.getTime() - member.at.getTime() > WINDOW_DAYS * DAY) forgetNote(window, noteId)
  }
}

/** Lets a note go, if it is there. */
export function forgetNote(window: StoryWindow, noteId: number): void {
  const note = window.notes.get(noteId)
  if (note === undefined) return
  window.notes.delete(noteId)
  for (const stem of note.weights.keys()) removeFrom(window.byStem, stem, noteId)
  for (const print of note.prints) removeFrom(window.byPrint, print, noteId)
  removeFrom(window.byStory, note.member.storyId, noteId)
}

function addTo(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, new Set([value]))
  else known.add(value)
}

function removeFrom<Key>(
  map: Map<Key, { delete: (value: number) => boolean; readonly size: number }>,
  key: Key,
  value: number,
): void {
  const known = map.get(key)
  known?.delete(value)
  if (known?.size === 0) map.delete(key)
}
