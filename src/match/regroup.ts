// The window of stories → the notes of the last days that, seen together, belong in another story than where they first fell.
import { groupUnits, type Unit } from './agglomeration.ts'
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
  /** Mean cosine between the notes of two groups that tell one event; chosen on the sample press, flat from .10 to .115. */
  sameEvent: 0.105,
  /** As in placement: a story nobody has told for three days is over. */
  restDays: 3,
} as const

type Bundle = { readonly notes: readonly Remembered[]; readonly storyId: number | null }

/**
 * Groups the window's notes again, all at once. Placing notes one by one as they come starts some stories wrongly, because
 * the first two notes of an event may look like an older one; seen with the rest of the day they part. Call it before an
 * edition is published. Nothing is changed here: apply the changes, record them, and admit the notes again.
 */
export function proposeChanges(window: StoryWindow, now: Date): StoryChange[] {
  const bundles = bundleNotes(window, now)
  const units = bundles.map(({ notes }): Unit => {
    const instants = notes.map(({ member }) => member.at.getTime())
    return { size: notes.length, from: Math.min(...instants), to: Math.max(...instants) }
  })
  const limits = { least: LIMITS.sameEvent, longestGap: LIMITS.restDays * DAY }
  const groups = groupUnits(units, compareBundles(bundles), limits)
  return nameGroups(groups.map((members) => members.flatMap((position) => bundles[position] ?? [])))
}

/** Older notes as one bundle per story, younger ones one by one. */
function bundleNotes(window: StoryWindow, now: Date): Bundle[] {
  const settled = new Map<number, Remembered[]>()
  const loose: Bundle[] = []
  for (const note of window.notes.values()) {
    const { storyId, at } = note.member
    if (now.getTime() - at.getTime() <= LIMITS.looseDays * DAY) loose.push({ notes: [note], storyId: null })
    else settled.set(storyId, [...(settled.get(storyId) ?? []), note])
  }
  return [...[...settled].map(([storyId, notes]) => ({ notes, storyId })), ...loose]
}

/** Mean cosine between all notes of two bundles, through the stems they share. */
function compareBundles(bundles: readonly Bundle[]): Float32Array[] {
  const sums = bundles.map(({ notes }) => sumWeights(notes))
  const byStem = new Map<string, { positions: number[]; weights: number[] }>()
  for (const [position, sum] of sums.entries()) {
    for (const [stem, weight] of sum) {
      const holders = byStem.get(stem)
      if (holders === undefined) byStem.set(stem, { positions: [position], weights: [weight] })
      else {
        holders.positions.push(position)
        holders.weights.push(weight)
      }
    }
  }
  const rows = bundles.map(() => new Float32Array(bundles.length))
  for (const { positions, weights } of byStem.values()) {
    for (const [at, left] of positions.entries()) {
      const row = rows[left]
      const weight = weights[at] ?? 0
      if (row === undefined) continue
      for (let other = 0; other < positions.length; other += 1) {
        const right = positions[other] ?? 0
        row[right] = (row[right] ?? 0) + weight * (weights[other] ?? 0)
      }
    }
  }
  for (const [left, row] of rows.entries()) {
    for (let right = 0; right < row.length; right += 1) {
      const pairs = (bundles[left]?.notes.length ?? 1) * (bundles[right]?.notes.length ?? 1)
      row[right] = (row[right] ?? 0) / pairs
    }
  }
  return rows
}

/** The sum of the notes' vectors: its product with another sum is the sum over all pairs of their notes. */
function sumWeights(notes: readonly Remembered[]): ReadonlyMap<string, number> {
  const [first] = notes
  if (notes.length === 1 && first !== undefined) return first.weights
  const sum = new Map<string, number>()
  for (const { weights } of notes) {
    for (const [stem, weight] of weights) sum.set(stem, (sum.get(stem) ?? 0) + weight)
  }
  return sum
}

/** Each group keeps the story that most of its notes had (a settled story first); each story goes to one group only. */
function nameGroups(groups: readonly (readonly Bundle[])[]): StoryChange[] {
  const claims = groups.flatMap((bundles, group) => {
    const votes = new Map<number, number>()
    for (const { notes, storyId } of bundles) {
      for (const { member } of notes) {
        const worth = storyId === null ? 1 : notes.length + 1
        votes.set(member.storyId, (votes.get(member.storyId) ?? 0) + worth)
      }
    }
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
  return groups.flatMap((bundles, group) => {
    const notes = bundles.flatMap((bundle) => bundle.notes)
    const ordered = notes.toSorted(
      ({ member: left }, { member: right }) =>
        left.at.getTime() - right.at.getTime() || left.noteId - right.noteId,
    )
    return listChanges(ordered, names.get(group) ?? null)
  })
}

function listChanges(notes: readonly Remembered[], to: number | null): StoryChange[] {
  const leaving = new Map<number, Remembered[]>()
  for (const note of notes) {
    const { storyId } = note.member
    if (storyId !== to) leaving.set(storyId, [...(leaving.get(storyId) ?? []), note])
  }
  const host = notes.find(({ member }) => member.storyId === to)
  if (to === null) {
    const [first] = notes
    const from = first?.member.storyId
    if (first === undefined || from === undefined) return []
    const basis = `Visto con el resto de los días, «${first.member.title}» cuenta otro hecho.`
    return [{ noteIds: notes.map(({ member }) => member.noteId), from, to, basis }]
  }
  return [...leaving].map(([from, moved]) => ({
    noteIds: moved.map(({ member }) => member.noteId),
    from,
    to,
    basis: `Visto con el resto de los días, «${moved[0]?.member.title ?? ''}» cuenta lo mismo que «${host?.member.title ?? ''}».`,
  }))
}
