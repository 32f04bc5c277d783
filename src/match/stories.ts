// A note and those of the last days → the story it belongs to: a copy of one of them, the same event in other words, or a new one.
import { alignTexts } from './alignment.ts'
import { hashShingles } from './shingles.ts'
import { DAY, type Remembered, type StoryWindow, weighProfile } from './story-window.ts'
import { profileNote, type Told } from './vectors.ts'
import { readWords } from './words.ts'

/** `storyId` null: it tells something new. `similarity` 0–1. `basis` is Spanish and names the note it resembles. */
export type Placement = {
  readonly storyId: number | null
  readonly basis: string
  readonly similarity: number
}

/** Thresholds of story matching with their reason. */
const LIMITS = {
  /** A story nobody has told for three days is over; what resembles it then is another one of the same topic. */
  restDays: 3,
  /** Half of the shorter note copied: a copy or a trimmed wire, whatever the headline. */
  copyCover: 0.5,
  copyPrints: 3,
  /** Below this many words a shared sentence is half of the note. */
  leastCopyWords: 25,
  /**
   * Mean cosine with the story's notes from which a note tells the same event. The mean, not the nearest note: one bridge
   * ("the fair") would else chain all that happens in a town. Flat between .10 and .12 on the sample press.
   */
  sameEvent: 0.11,
  /** Stems shown as what two notes share. */
  shownStems: 4,
} as const

const NEW = 'No se parece a ninguna historia de los últimos días.'

/** Places a note published (or first seen) at `at`. Nothing is changed; call `admitNote` once its story is decided. */
export function placeInStory(article: Told, at: Date, window: StoryWindow): Placement {
  const live = listLiveStories(at, window)
  return findCopied(article, window, live) ?? findSameEvent(article, window, live)
}

/** Stories told within the rest time before or after the instant. */
function listLiveStories(at: Date, window: StoryWindow): Set<number> {
  const live = new Set<number>()
  for (const { member } of window.notes.values()) {
    if (Math.abs(at.getTime() - member.at.getTime()) <= LIMITS.restDays * DAY) live.add(member.storyId)
  }
  return live
}

function findCopied(article: Told, window: StoryWindow, live: ReadonlySet<number>): Placement | null {
  const words = readWords(article.paragraphs)
  const shared = new Map<number, number>()
  for (const print of new Set(hashShingles(words.ids))) {
    for (const noteId of window.byPrint.get(print) ?? []) shared.set(noteId, (shared.get(noteId) ?? 0) + 1)
  }
  let best: { note: Remembered; cover: number } | null = null
  for (const [noteId, count] of shared) {
    const note = window.notes.get(noteId)
    if (note === undefined || !live.has(note.member.storyId) || count < LIMITS.copyPrints) continue
    const shorter = Math.min(note.words.ids.length, words.ids.length)
    if (shorter < LIMITS.leastCopyWords) continue
    const equal = alignTexts(note.words, words).reduce((sum, passage) => sum + passage.words, 0)
    const cover = equal / shorter
    if (cover >= LIMITS.copyCover && cover > (best?.cover ?? 0)) best = { note, cover }
  }
  if (best === null) return null
  const { member } = best.note
  const basis = `Comparte ${Math.round(best.cover * 100)} % del texto con «${member.title}».`
  return { storyId: member.storyId, basis, similarity: best.cover }
}

function findSameEvent(article: Told, window: StoryWindow, live: ReadonlySet<number>): Placement {
  const profile = profileNote(article)
  const weights = weighProfile(profile, window)
  const cosines = new Map<number, number>()
  for (const [stem, weight] of weights) {
    for (const [noteId, other] of window.byStem.get(stem) ?? []) {
      cosines.set(noteId, (cosines.get(noteId) ?? 0) + weight * other)
    }
  }
  const best = findClosestStory(cosines, window, live)
  if (best === null || best.similarity < LIMITS.sameEvent) {
    return { storyId: null, basis: NEW, similarity: best?.similarity ?? 0 }
  }
  const common = [...weights]
    .map(([stem, weight]) => ({ stem, product: weight * (best.nearest.weights.get(stem) ?? 0) }))
    .filter(({ product }) => product > 0)
    .sort((left, right) => right.product - left.product)
    .slice(0, LIMITS.shownStems)
    .map(({ stem }) => `«${profile.words.get(stem) ?? stem}»`)
  const basis = `Cuenta lo mismo que «${best.nearest.member.title}»; comparten ${common.join(', ')}.`
  return { storyId: best.nearest.member.storyId, basis, similarity: best.similarity }
}

/** The live story whose notes resemble the new one most on average, and the nearest of its notes. */
function findClosestStory(
  cosines: ReadonlyMap<number, number>,
  window: StoryWindow,
  live: ReadonlySet<number>,
): { nearest: Remembered; similarity: number } | null {
  const sums = new Map<number, { sum: number; nearest: Remembered; cosine: number }>()
  for (const [noteId, cosine] of cosines) {
    const note = window.notes.get(noteId)
    if (note === undefined || !live.has(note.member.storyId)) continue
    const known = sums.get(note.member.storyId)
    const isNearer = known === undefined || cosine > known.cosine
    sums.set(note.member.storyId, {
      sum: (known?.sum ?? 0) + cosine,
      nearest: isNearer ? note : known.nearest,
      cosine: isNearer ? cosine : known.cosine,
    })
  }
  let best: { nearest: Remembered; similarity: number } | null = null
  for (const [storyId, { sum, nearest }] of sums) {
    const similarity = sum / (window.byStory.get(storyId)?.size ?? 1)
    if (similarity > (best?.similarity ?? 0)) best = { nearest, similarity }
  }
  return best
}
