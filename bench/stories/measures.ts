// Labels in truth and labels found, one per note → how well the notes were grouped.

export type PairCounts = { readonly same: number; readonly found: number; readonly both: number }

/** Pairs of positions: together in truth, together as found, and both. */
export function countPairs(truth: readonly string[], found: readonly string[]): PairCounts {
  const pairsOf = (labels: readonly string[]) => {
    const sizes = new Map<string, number>()
    for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  }
  const joint = truth.map((label, at) => `${label}\t${found[at] ?? ''}`)
  return { same: pairsOf(truth), found: pairsOf(found), both: pairsOf(joint) }
}

export function pairF1({ same, found, both }: PairCounts): number {
  return same + found === 0 ? 1 : (2 * both) / (same + found)
}

/** Adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups, 0 for what chance would give. */
export function adjustedRand(truth: readonly string[], found: readonly string[]): number {
  const { same, found: joined, both } = countPairs(truth, found)
  const pairs = (truth.length * (truth.length - 1)) / 2
  const expected = pairs === 0 ? 0 : (same * joined) / pairs
  const most = (same + joined) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

/** B³ (Bagga and Baldwin 1998): precision and recall of each note's group, every note weighing alike. */
export function bCubed(
  truth: readonly string[],
  found: readonly string[],
): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const count = (labels: readonly string[]) => {
    const sizes = new Map<string, number>()
    for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
    return sizes
  }
  const joint = truth.map((label, at) => `${label}\t${found[at] ?? ''}`)
  const [ours, theirs, shared] = [count(truth), count(found), count(joint)]
  let [precision, recall] = [0, 0]
  for (const [at, label] of truth.entries()) {
    const both = shared.get(joint[at] ?? '') ?? 0
    precision += both / (theirs.get(found[at] ?? '') ?? 1) / truth.length
    recall += both / (ours.get(label) ?? 1) / truth.length
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** Standard deviation of a measure when whole true groups are drawn again with replacement (bootstrap, Efron 1979). */
export function bootstrap(
  truth: readonly string[],
  measure: (positions: readonly number[], copies: readonly number[]) => number,
  random: () => number,
  rounds = 200,
): number {
  const groups = [...Map.groupBy(truth.keys(), (at) => truth[at] ?? '').values()]
  const values = Array.from({ length: rounds }, () => {
    const drawn = groups.map(() => Math.floor(random() * groups.length))
    const positions = drawn.flatMap((group) => groups[group] ?? [])
    // Drawn twice, a group is two: its notes do not belong with their doubles.
    const copies = drawn.flatMap((group, copy) => (groups[group] ?? []).map(() => copy))
    return measure(positions, copies)
  })
  const mean = values.reduce((sum, value) => sum + value, 0) / rounds
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rounds - 1))
}
