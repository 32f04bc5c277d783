// A note and those of the last days → the story it belongs to: a copy of one of them, the same event in other words, or a new one.
import type { Article } from '../model.ts'
import { alignTexts } from './alignment.ts'
import { hashShingles, winnow } from './shingles.ts'
import { type Profile, profileNote } from './vectors.ts'
import { readWords, type Words } from './words.ts'

/** A kept note with the story it was placed in. */
export type StoryMember = {
  readonly noteId: number
  readonly storyId: number
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly at: Date
}

/** `storyId` null: it tells something new. `similarity` 0–1. `basis` is Spanish and names the note it resembles. */
export type Placement = {
  readonly storyId: number | null
  readonly basis: string
  readonly similarity: number
}

type Remembered = {
  readonly member: StoryMember
  readonly profile: Profile
  readonly prints: readonly number[]
  readonly words: Words
}

/**
 * The notes of the last days, by what they share. The one structure of this room that grows in place: a note is admitted at
 * a cost that does not depend on how many there are, and the oldest leave.
 */
export type StoryWindow = {
  readonly notes: Map<number, Remembered>
  /** Stem → notes that use it. Its size is the stem's document frequency. */
  readonly byTerm: Map<string, Set<number>>
  readonly byPrint: Map<number, Set<number>>
}

const DAY = 86_400_000

/** Thresholds of story matching with their reason. */
const LIMITS = {
  /** An event is told for some days; what resembles it after that is another one. */
  windowDays: 4,
  /** Half of the shorter note copied: a copy or a trimmed wire, whatever the headline. */
  copyCover: 0.5,
  copyPrints: 3,
  /** Cosine from which two notes tell the same event (chosen on the sample press). */
  sameEvent: 0.15,
  /** Of the note's stems, the most telling are enough to find its neighbours. */
  probeTerms: 40,
  /** Neighbours compared in full. */
  mostCompared: 24,
  /** Stands for the notes of other weeks while the window is young, so that common words weigh little from the first day. */
  priorNotes: 30,
} as const

/** Starts a window with the notes already kept; any order. */
export function prepareStories(recent: readonly StoryMember[]): StoryWindow {
  const window: StoryWindow = { notes: new Map(), byTerm: new Map(), byPrint: new Map() }
  for (const member of recent.toSorted((left, right) => left.at.getTime() - right.at.getTime()))
    admitNote(window, member)
  return window
}

/** Adds a placed note to the window and lets those go that no later note can join. */
export function admitNote(window: StoryWindow, member: StoryMember): void {
  for (const [noteId, { member: old }] of window.notes) {
    if (member.at.getTime() - old.at.getTime() <= LIMITS.windowDays * DAY) break
    forgetNote(window, noteId)
  }
  forgetNote(window, member.noteId)
  const words = readWords(member.paragraphs)
  const profile = profileNote(member.title, member.paragraphs)
  const prints = [...new Set(winnow(hashShingles(words.ids)))]
  window.notes.set(member.noteId, { member, profile, prints, words })
  for (const term of profile.terms.keys()) addTo(window.byTerm, term, member.noteId)
  for (const print of prints) addTo(window.byPrint, print, member.noteId)
}

function forgetNote(window: StoryWindow, noteId: number): void {
  const note = window.notes.get(noteId)
  if (note === undefined) return
  window.notes.delete(noteId)
  for (const term of note.profile.terms.keys()) removeFrom(window.byTerm, term, noteId)
  for (const print of note.prints) removeFrom(window.byPrint, print, noteId)
}

function addTo<Key>(map: Map<Key, Set<number>>, key: Key, value: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, new Set([value]))
  else known.add(value)
}

function removeFrom<Key>(map: Map<Key, Set<number>>, key: Key, value: number): void {
  const known = map.get(key)
  known?.delete(value)
  if (known?.size === 0) map.delete(key)
}

/** Places a note published (or first seen) at `at`. Nothing is changed; call `admitNote` once its story is decided. */
export function placeInStory(
  article: Pick<Article, 'title' | 'paragraphs'>,
  at: Date,
  window: StoryWindow,
): Placement {
  const near = (noteId: number) => {
    const note = window.notes.get(noteId)
    const isNear =
      note !== undefined && Math.abs(at.getTime() - note.member.at.getTime()) <= LIMITS.windowDays * DAY
    return isNear ? note : null
  }
  return findCopied(article, window, near) ?? findSameEvent(article, window, near)
}

type Near = (noteId: number) => Remembered | null

function findCopied(article: Pick<Article, 'paragraphs'>, window: StoryWindow, near: Near): Placement | null {
  const words = readWords(article.paragraphs)
  const shared = new Map<number, number>()
  for (const print of new Set(hashShingles(words.ids))) {
    for (const noteId of window.byPrint.get(print) ?? []) shared.set(noteId, (shared.get(noteId) ?? 0) + 1)
  }
  let best: { note: Remembered; cover: number } | null = null
  for (const [noteId, count] of shared) {
    const note = near(noteId)
    if (note === null || count < Math.min(LIMITS.copyPrints, note.prints.length)) continue
    const equal = alignTexts(note.words, words).reduce((sum, passage) => sum + passage.words, 0)
    const cover = equal / Math.max(1, Math.min(note.words.ids.length, words.ids.length))
    if (cover >= LIMITS.copyCover && cover > (best?.cover ?? 0)) best = { note, cover }
  }
  if (best === null) return null
  const percent = Math.round(best.cover * 100)
  const basis = `Comparte ${percent} % del texto con «${best.note.member.title}».`
  return { storyId: best.note.member.storyId, basis, similarity: Math.min(1, best.cover) }
}

function weigh(window: StoryWindow, term: string): number {
  const notes = window.notes.size + LIMITS.priorNotes
  return Math.log(notes / (1 + (window.byTerm.get(term)?.size ?? 0)))
}

function findSameEvent(
  article: Pick<Article, 'title' | 'paragraphs'>,
  window: StoryWindow,
  near: Near,
): Placement {
  const profile = profileNote(article.title, article.paragraphs)
  let best: { note: Remembered; similarity: number } | null = null
  for (const noteId of findNeighbours(profile, window)) {
    const note = near(noteId)
    if (note === null) continue
    const similarity = compare(profile, note.profile, window)
    if (similarity > (best?.similarity ?? 0)) best = { note, similarity }
  }
  if (best === null || best.similarity < LIMITS.sameEvent) {
    return {
      storyId: null,
      basis: 'No se parece a ninguna nota de los últimos días.',
      similarity: best?.similarity ?? 0,
    }
  }
  const shared = [...profile.marks].filter((mark) => best.note.profile.marks.has(mark)).slice(0, 4)
  const common = shared.length === 0 ? '' : `; comparten ${shared.map((mark) => `«${mark}»`).join(', ')}`
  const basis = `Cuenta lo mismo que «${best.note.member.title}»${common}.`
  return { storyId: best.note.member.storyId, basis, similarity: best.similarity }
}

/** The notes that share most of the note's telling stems. */
function findNeighbours(profile: Profile, window: StoryWindow): number[] {
  const telling = [...profile.terms]
    .map(([term, count]) => ({ term, weight: count * weigh(window, term) }))
    .sort((left, right) => right.weight - left.weight)
    .slice(0, LIMITS.probeTerms)
  const scores = new Map<number, number>()
  for (const { term, weight } of telling) {
    for (const noteId of window.byTerm.get(term) ?? []) scores.set(noteId, (scores.get(noteId) ?? 0) + weight)
  }
  return [...scores]
    .sort((left, right) => right[1] - left[1])
    .slice(0, LIMITS.mostCompared)
    .map(([noteId]) => noteId)
}

/** Cosine of the two notes' stems, each weighted by how few notes of the window use it. */
function compare(left: Profile, right: Profile, window: StoryWindow): number {
  let dot = 0
  for (const [term, count] of left.terms) {
    const other = right.terms.get(term)
    if (other !== undefined) dot += count * other * weigh(window, term) ** 2
  }
  const norm = (profile: Profile) =>
    Math.sqrt([...profile.terms].reduce((sum, [term, count]) => sum + (count * weigh(window, term)) ** 2, 0))
  return dot === 0 ? 0 : dot / (norm(left) * norm(right))
}
