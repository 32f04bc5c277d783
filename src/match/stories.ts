// A note and those of the last days → the story it belongs to: a copy of one of them, the same event in other words, or a new one.
import { findSharedTexts, isCopy } from './copies.ts'
import { type IsLive, listLikelyStories } from './story-candidates.ts'
import { agreeInNames, creditNames } from './story-names.ts'
import { NAME, type Sketch, type Stems, sketchNote, stemsOf } from './story-note.ts'
import {
  DAY,
  lengthOf,
  type Remembered,
  type StoryWindow,
  weighCount,
  weighStem,
  weighStems,
} from './story-window.ts'
import { profileNote, type Told } from './vectors.ts'
import { hashWord } from './words.ts'

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
  /**
   * Mean likeness to the story's notes from which a note tells the same event. The mean, not the nearest note: one bridge
   * ("the fair") would else chain all that happens in a town.
   */
  sameEvent: 0.06,
  /** Of each likely story as many notes are compared in full: its latest. */
  mostMembers: 40,
  /** Stems shown as what two notes share. */
  shownStems: 4,
} as const

/** Days after which likeness counts for 1/e: what resembles yesterday's event is likelier to tell it than what resembles last week's. */
const FADING_DAYS = 14

/** By how much likeness fades over the time between two notes. */
export function fade(oneAt: number, otherAt: number): number {
  return Math.exp(-Math.abs(oneAt - otherAt) / (FADING_DAYS * DAY))
}

const NEW = 'No se parece a ninguna historia de los últimos días.'

/** Places a note published (or first seen) at `at`. Nothing is changed; call `admitNote` once its story is decided. */
export function placeInStory(
  article: Told,
  at: Date,
  window: StoryWindow,
  sketch: Sketch = sketchNote(article),
): Placement {
  const isLive = rememberLive(at.getTime(), window)
  return findCopied(sketch, window, isLive) ?? findSameEvent(article, sketch, at.getTime(), window, isLive)
}

/** Whether a story was told within the rest time before or after the instant; each is looked at once. */
function rememberLive(at: number, window: StoryWindow): (storyId: number) => boolean {
  const known = new Map<number, boolean>()
  return (storyId) => {
    const answer = known.get(storyId)
    if (answer !== undefined) return answer
    const isLive = wasToldAround(at, window.byStory.get(storyId) ?? [])
    known.set(storyId, isLive)
    return isLive
  }
}

function wasToldAround(at: number, members: Iterable<Remembered>): boolean {
  for (const member of members) if (Math.abs(at - member.at) <= LIMITS.restDays * DAY) return true
  return false
}

function findCopied(sketch: Sketch, window: StoryWindow, isLive: IsLive): Placement | null {
  const texts = findSharedTexts(sketch, window, ({ storyId }) => isLive(storyId)).filter(isCopy)
  const [best] = texts.sort((left, right) => right.ofShorter - left.ofShorter)
  if (best === undefined) return null
  const basis = `Comparte ${Math.round(best.ofShorter * 100)} % del texto con «${best.note.title}».`
  return { storyId: best.note.storyId, basis, similarity: best.ofShorter }
}

function findSameEvent(
  article: Told,
  sketch: Sketch,
  at: number,
  window: StoryWindow,
  isLive: IsLive,
): Placement {
  const vector = weighNote(sketch, at, window)
  const best = findClosestStory(vector, window, isLive)
  if (best === null || best.similarity < LIMITS.sameEvent) {
    return { storyId: null, basis: NEW, similarity: best?.similarity ?? 0 }
  }
  const shared = listShared(article, vector, best.nearest, window)
  const basis = `Cuenta lo mismo que «${best.nearest.title}»; comparten ${shared.join(', ')}.`
  return { storyId: best.nearest.storyId, basis, similarity: best.similarity }
}

function normalize(weights: Float32Array): Float32Array {
  const length = lengthOf(weights)
  return weights.map((weight) => weight / length)
}

/** A note being placed. `weights` belong to the stems of the sketch; together they have length 1. */
type Vector = {
  readonly sketch: Stems
  readonly weights: Float32Array
  /** What each stem weighs in any note of the window, and what the note's names weigh together. */
  readonly rarity: Float32Array
  readonly names: number
  readonly at: number
}

function weighNote(sketch: Stems, at: number, window: StoryWindow): Vector {
  const { stems, counts } = sketch
  const [weights, rarity] = [new Float32Array(stems.length), new Float32Array(stems.length)]
  let names = 0
  for (let index = 0; index < stems.length; index += 1) {
    const [count, rare] = [counts[index] ?? 1, weighStem(window, stems[index] ?? 0)]
    weights[index] = weighCount(count) * rare
    rarity[index] = rare
    if ((count & NAME) > 0) names += rare
  }
  return { sketch, weights: normalize(weights), rarity, names, at }
}

/** The live story whose notes resemble the new one most on average, and the nearest of its notes. */
function findClosestStory(
  vector: Vector,
  window: StoryWindow,
  isLive: IsLive,
): { nearest: Remembered; similarity: number } | null {
  let best: { nearest: Remembered; similarity: number } | null = null
  for (const storyId of listLikelyStories(vector.sketch, vector.weights, window, isLive)) {
    const members = [...(window.byStory.get(storyId) ?? [])]
      .sort((left, right) => right.at - left.at || right.noteId - left.noteId)
      .slice(0, LIMITS.mostMembers)
    let [sum, nearest, closest] = [0, members[0], -1]
    for (const member of members) {
      const likeness = compare(vector, member)
      sum += likeness
      if (likeness > closest) [nearest, closest] = [member, likeness]
    }
    const similarity = sum / members.length
    if (nearest !== undefined && similarity > (best?.similarity ?? 0)) best = { nearest, similarity }
  }
  return best
}

/** Likeness of a note being placed to one of the window: their cosine, as far as they name the same, faded by the time between them. */
function compare({ sketch, weights, rarity, names, at }: Vector, note: Remembered): number {
  const { stems, counts } = sketch
  const others = stemsOf(note.packed)
  let [product, shared, left, right] = [0, 0, 0, 0]
  while (left < stems.length && right < others.stems.length) {
    const [one, other] = [stems[left] ?? 0, others.stems[right] ?? 0]
    if (one === other) {
      const count = others.counts[right] ?? 1
      product += (weights[left] ?? 0) * weighCount(count) * (rarity[left] ?? 0)
      if ((counts[left] ?? 0) & count & NAME) shared += rarity[left] ?? 0
    }
    if (one <= other) left += 1
    if (other <= one) right += 1
  }
  const credit = creditNames(agreeInNames(shared, names, note.names))
  return (product / note.length) * credit * fade(at, note.at)
}

/** The words of the note that weigh most in what it shares with another, as it writes them. */
function listShared(
  article: Told,
  { sketch, weights }: Vector,
  nearest: Remembered,
  window: StoryWindow,
): string[] {
  const others = stemsOf(nearest.packed)
  const theirs = weighStems(window, others)
  const found: { stem: number; product: number }[] = []
  let [left, right] = [0, 0]
  while (left < sketch.stems.length && right < others.stems.length) {
    const [stem, other] = [sketch.stems[left] ?? 0, others.stems[right] ?? 0]
    const product = stem === other ? (weights[left] ?? 0) * (theirs[right] ?? 0) : 0
    if (product > 0) found.push({ stem, product })
    if (stem <= other) left += 1
    if (other <= stem) right += 1
  }
  const shown = found.sort((one, two) => two.product - one.product).slice(0, LIMITS.shownStems)
  const words = new Map(
    [...profileNote(article).words].map(([stem, word]) => [hashWord(stem), word] as const),
  )
  return shown.map(({ stem }) => `«${words.get(stem) ?? ''}»`)
}
