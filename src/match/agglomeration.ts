// Likeness between units → groups of them by average linkage: the most alike join first, until no two groups are alike enough.

/** What is grouped: how many notes it stands for, and its earliest and latest instant in milliseconds. */
export type Unit = { readonly size: number; readonly from: number; readonly to: number }

/** Rows of mean likeness between units; symmetric. It is consumed: the grouping writes into it. */
export type Likeness = readonly Float32Array[]

export type Limits = {
  /** Mean likeness below which two groups stay apart. */
  readonly least: number
  /** Milliseconds of silence between two groups after which they are not one. */
  readonly longestGap: number
}

const gapBetween = (left: Unit, right: Unit): number => Math.max(left.from - right.to, right.from - left.to)

/**
 * Groups the units (average linkage, UPGMA: Sokal and Michener 1958). Returns lists of unit positions; every unit is in
 * exactly one. Cost: about the square of the number of units.
 */
export function groupUnits(units: readonly Unit[], likeness: Likeness, limits: Limits): number[][] {
  const groups = units.map((unit, position) => ({ unit, members: [position] }))
  const active = new Set(groups.keys())
  const nearest = units.map(() => -1)
  const valueAt = (left: number, right: number) => likeness[left]?.[right] ?? 0
  const findNearest = (position: number): number => {
    const own = groups[position]?.unit
    let best = -1
    for (const other of active) {
      const unit = groups[other]?.unit
      if (other === position || own === undefined || unit === undefined) continue
      if (valueAt(position, other) < limits.least || gapBetween(own, unit) > limits.longestGap) continue
      if (best < 0 || valueAt(position, other) > valueAt(position, best)) best = other
    }
    return best
  }
  for (const position of active) nearest[position] = findNearest(position)
  for (;;) {
    let best = -1
    for (const position of active) {
      const other = nearest[position] ?? -1
      if (other >= 0 && (best < 0 || valueAt(position, other) > valueAt(best, nearest[best] ?? -1)))
        best = position
    }
    if (best < 0) break
    const gone = nearest[best] ?? -1
    const [into, from] = [groups[best], groups[gone]]
    if (into === undefined || from === undefined) break
    active.delete(gone)
    mergeRows(likeness, active, best, gone, into.unit.size, from.unit.size)
    into.members.push(...from.members)
    into.unit = {
      size: into.unit.size + from.unit.size,
      from: Math.min(into.unit.from, from.unit.from),
      to: Math.max(into.unit.to, from.unit.to),
    }
    for (const position of active) {
      const stale = nearest[position] === best || nearest[position] === gone || position === best
      if (stale) nearest[position] = findNearest(position)
      else if (isCloser(position, best)) nearest[position] = best
    }
  }
  return [...active].map((position) => groups[position]?.members ?? [])

  function isCloser(position: number, candidate: number): boolean {
    const [own, unit] = [groups[position]?.unit, groups[candidate]?.unit]
    if (own === undefined || unit === undefined) return false
    if (valueAt(position, candidate) < limits.least || gapBetween(own, unit) > limits.longestGap) return false
    const known = nearest[position] ?? -1
    return known < 0 || valueAt(position, candidate) > valueAt(position, known)
  }
}

/** Mean likeness of the joined group to every other: the sizes' weighted mean of both rows (Lance and Williams 1967). */
function mergeRows(
  likeness: Likeness,
  active: ReadonlySet<number>,
  into: number,
  gone: number,
  intoSize: number,
  goneSize: number,
): void {
  for (const other of active) {
    if (other === into) continue
    const mean =
      (intoSize * (likeness[into]?.[other] ?? 0) + goneSize * (likeness[gone]?.[other] ?? 0)) /
      (intoSize + goneSize)
    const [row, column] = [likeness[into], likeness[other]]
    if (row !== undefined) row[other] = mean
    if (column !== undefined) column[into] = mean
  }
}
