// Likeness between notes → groups of them by average linkage: the most alike join first, until no two groups are alike enough.
import { openQueue, pushPair, takePair } from './pair-queue.ts'

/** By position: its likeness to other positions. Symmetric; what is missing is 0. */
export type Likeness = readonly ReadonlyMap<number, number>[]

export type Limits = {
  /** Mean likeness below which two groups stay apart. */
  readonly least: number
  /** Milliseconds of silence between two groups after which they are not one. */
  readonly longestGap: number
  /** Part of the inner likeness of the looser of two groups that there must be between them. */
  readonly cohesion: number
}

type Group = {
  readonly members: number[]
  from: number
  to: number
  /** Sum of the likeness of all its pairs. */
  within: number
  /** Sum of the likeness of all pairs with another group. */
  readonly across: Map<number, number>
  /** Grows with each change: what was queued before is out of date. */
  version: number
}

/**
 * Groups notes by their instants (milliseconds) and likeness: average linkage (UPGMA: Sokal and Michener 1958), but two
 * groups that each hang together join only if they hang together with one another too: two robberies of a week share the
 * words of all robberies, and each its own besides. Returns lists of positions; every one is in exactly one. Those listed
 * in one list of `together` start joined. Cost: pairs that are alike at all, times the logarithm of their number.
 */
export function groupNotes(
  instants: readonly number[],
  likeness: Likeness,
  limits: Limits,
  together: readonly (readonly number[])[] = [],
): number[][] {
  const groups: (Group | null)[] = instants.map((at, position) => ({
    members: [position],
    from: at,
    to: at,
    within: 0,
    across: new Map(likeness[position]),
    version: 0,
  }))
  joinTogether(groups, together)
  const queue = openQueue()
  const push = (left: number, right: number) => {
    const [one, other] = [groups[left] ?? null, groups[right] ?? null]
    if (one === null || other === null || !mayJoin(one, other, right, limits)) return
    pushPair(queue, { value: meanAcross(one, other, right), left, right, ...versionsOf(one, other) })
  }
  for (const [left, group] of groups.entries()) {
    for (const right of group?.across.keys() ?? []) if (left < right) push(left, right)
  }
  for (let pair = takePair(queue); pair !== null; pair = takePair(queue)) {
    const [one, other] = [groups[pair.left] ?? null, groups[pair.right] ?? null]
    if (one?.version !== pair.leftVersion || other?.version !== pair.rightVersion) continue
    const into = mergeGroups(groups, pair.left, pair.right)
    touch(groups, into)
    for (const neighbour of groups[into]?.across.keys() ?? [])
      push(Math.min(into, neighbour), Math.max(into, neighbour))
  }
  return groups.flatMap((group) => (group === null ? [] : [group.members]))
}

/** Joins the groups of each list; lists that share a position become one. */
function joinTogether(groups: (Group | null)[], together: readonly (readonly number[])[]): void {
  const placeOf = groups.map((_, position) => position)
  for (const [first, ...others] of together) {
    if (first === undefined) continue
    for (const other of others) {
      const [one, two] = [placeOf[first] ?? first, placeOf[other] ?? other]
      if (one === two) continue
      const into = mergeGroups(groups, one, two)
      for (const member of groups[into]?.members ?? []) placeOf[member] = into
      touch(groups, into)
    }
  }
}

const versionsOf = (one: Group, other: Group) => ({ leftVersion: one.version, rightVersion: other.version })

const meanAcross = (one: Group, other: Group, position: number): number =>
  (one.across.get(position) ?? 0) / (one.members.length * other.members.length)

/** Mean likeness of the pairs of a group of two or more. */
const meanWithin = ({ members, within }: Group): number =>
  within / ((members.length * (members.length - 1)) / 2)

function mayJoin(one: Group, other: Group, position: number, limits: Limits): boolean {
  if (Math.max(one.from - other.to, other.from - one.to) > limits.longestGap) return false
  const mean = meanAcross(one, other, position)
  if (mean < limits.least) return false
  if (one.members.length < 2 || other.members.length < 2) return true
  return mean >= limits.cohesion * Math.min(meanWithin(one), meanWithin(other))
}

function touch(groups: readonly (Group | null)[], position: number): void {
  const group = groups[position] ?? null
  if (group !== null) group.version += 1
}

/** Joins two groups and returns the position of the joined one: that of whichever has more neighbours. */
function mergeGroups(groups: (Group | null)[], left: number, right: number): number {
  const isLeftLarger = (groups[left]?.across.size ?? 0) >= (groups[right]?.across.size ?? 0)
  const [into, from] = isLeftLarger ? [left, right] : [right, left]
  const [host, guest] = [groups[into] ?? null, groups[from] ?? null]
  if (host === null || guest === null || into === from) return into
  host.within += guest.within + (host.across.get(from) ?? 0)
  host.members.push(...guest.members)
  host.from = Math.min(host.from, guest.from)
  host.to = Math.max(host.to, guest.to)
  host.across.delete(from)
  for (const [neighbour, sum] of guest.across) {
    if (neighbour === into) continue
    const joined = (host.across.get(neighbour) ?? 0) + sum
    host.across.set(neighbour, joined)
    const other = groups[neighbour]
    other?.across.delete(from)
    other?.across.set(into, joined)
  }
  groups[from] = null
  return into
}
