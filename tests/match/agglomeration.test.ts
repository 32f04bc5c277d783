// Average-linkage grouping, checked against a plain reference on random likeness.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupNotes } from '../../src/match/agglomeration.ts'

const LIMITS = { least: 0.5, longestGap: 1, cohesion: 0 }
const toRows = (likeness: readonly (readonly number[])[]) =>
  likeness.map((row, left) => new Map([...row.entries()].filter(([right]) => right !== left)))
const sorted = (groups: readonly (readonly number[])[]) =>
  groups
    .map((group) => group.toSorted((left, right) => left - right))
    .toSorted((left, right) => (left[0] ?? 0) - (right[0] ?? 0))

test('joins what is alike enough and leaves the rest apart', () => {
  const likeness = toRows([
    [1, 0.9, 0.1],
    [0.9, 1, 0.1],
    [0.1, 0.1, 1],
  ])
  expect(sorted(groupNotes([0, 0, 0], likeness, LIMITS))).toEqual([[0, 1], [2]])
})

test('does not chain: a bridge alike to two groups does not join them', () => {
  const likeness = toRows([
    [1, 0.6, 0],
    [0.6, 1, 0.55],
    [0, 0.55, 1],
  ])
  expect(sorted(groupNotes([0, 0, 0], likeness, LIMITS))).toEqual([[0, 1], [2]])
})

test('keeps apart what a long silence separates, however alike', () => {
  const likeness = toRows([
    [1, 0.9],
    [0.9, 1],
  ])
  expect(groupNotes([0, 10], likeness, { ...LIMITS, longestGap: 5 })).toHaveLength(2)
})

test('gives the same groups as joining the most alike pair over and over', () => {
  const cases = fc.integer({ min: 1, max: 9 }).chain((size) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  )
  fc.assert(
    fc.property(cases, (numbers) => {
      // All values differ, so that no tie leaves the order open.
      const likeness = numbers.map((row, left) =>
        row.map((_, right) => {
          const [low, high] = left < right ? [left, right] : [right, left]
          return ((numbers[low]?.[high] ?? 0) + (low * 10 + high) / 1000) / 1001
        }),
      )
      const instants = numbers.map(() => 0)
      expect(sorted(groupNotes(instants, toRows(likeness), LIMITS))).toEqual(
        sorted(joinPlainly(likeness, 0.5)),
      )
    }),
  )
})

test('keeps two tight groups apart that are less alike to each other than each is to itself', () => {
  const [tight, loose] = [0.9, 0.3]
  const likeness = toRows([
    [1, tight, loose, loose],
    [tight, 1, loose, loose],
    [loose, loose, 1, tight],
    [loose, loose, tight, 1],
  ])
  const limits = { least: 0.2, longestGap: 1, cohesion: 0.5 }
  expect(sorted(groupNotes([0, 0, 0, 0], likeness, limits))).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(groupNotes([0, 0, 0, 0], likeness, { ...limits, cohesion: 0 })).toHaveLength(1)
})

test('notes that start together stay together, and others join them by the mean', () => {
  const likeness = toRows([
    [1, 0, 0.9],
    [0, 1, 0.2],
    [0.9, 0.2, 1],
  ])
  expect(sorted(groupNotes([0, 0, 0], likeness, LIMITS, [[0, 1]]))).toEqual([[0, 1, 2]])
})

/** The definition: mean likeness over all pairs of two groups, highest first. */
function joinPlainly(likeness: readonly (readonly number[])[], least: number): number[][] {
  let groups = likeness.map((_, position) => [position])
  for (;;) {
    let best: { value: number; left: number[]; right: number[] } | null = null
    for (const [position, left] of groups.entries()) {
      for (const right of groups.slice(position + 1)) {
        const values = left.flatMap((row) => right.map((column) => likeness[row]?.[column] ?? 0))
        const value = values.reduce((sum, each) => sum + each, 0) / values.length
        if (value >= least && value > (best?.value ?? 0)) best = { value, left, right }
      }
    }
    if (best === null) return groups
    const { left, right } = best
    groups = [...groups.filter((group) => group !== left && group !== right), [...left, ...right]]
  }
}
