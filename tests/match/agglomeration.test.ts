// Average-linkage grouping, checked against a plain reference on random likeness.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupUnits, type Unit } from '../../src/match/agglomeration.ts'

const unit = (at: number): Unit => ({ size: 1, from: at, to: at })
const copy = (likeness: readonly (readonly number[])[]) => likeness.map((row) => Float32Array.from(row))
const sorted = (groups: readonly (readonly number[])[]) =>
  groups
    .map((group) => group.toSorted((left, right) => left - right))
    .toSorted((left, right) => (left[0] ?? 0) - (right[0] ?? 0))

test('joins what is alike enough and leaves the rest apart', () => {
  const likeness = copy([
    [1, 0.9, 0.1],
    [0.9, 1, 0.1],
    [0.1, 0.1, 1],
  ])
  expect(sorted(groupUnits([unit(0), unit(0), unit(0)], likeness, { least: 0.5, longestGap: 1 }))).toEqual([
    [0, 1],
    [2],
  ])
})

test('does not chain: a bridge alike to two groups does not join them', () => {
  const likeness = copy([
    [1, 0.6, 0],
    [0.6, 1, 0.55],
    [0, 0.55, 1],
  ])
  expect(sorted(groupUnits([unit(0), unit(0), unit(0)], likeness, { least: 0.5, longestGap: 1 }))).toEqual([
    [0, 1],
    [2],
  ])
})

test('keeps apart what a long silence separates, however alike', () => {
  const likeness = copy([
    [1, 0.9],
    [0.9, 1],
  ])
  expect(groupUnits([unit(0), unit(10)], likeness, { least: 0.5, longestGap: 5 })).toHaveLength(2)
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
      const units = numbers.map(() => unit(0))
      expect(sorted(groupUnits(units, copy(likeness), { least: 0.5, longestGap: 1 }))).toEqual(
        sorted(joinPlainly(likeness, 0.5)),
      )
    }),
  )
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
