// Boxes in order → columns: nothing leaves the order, and the highest column is as low as that allows.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../src/report/page/boxes.ts'
import { narrowGrid, placeBalanced } from '../../../src/report/page/columns.ts'
import { opensOwnPage, startFlow, startPage } from '../../../src/report/page/flow.ts'
import { tokensOf } from '../../../src/report/page/tokens.ts'

type Place = { readonly x: number; readonly y: number; readonly height: number }

/** Where boxes of these heights go on one page of paper. */
function place(heights: readonly number[], count: number): Place[] {
  const flow = startFlow(tokensOf('carta'), 'prueba')
  const places: Place[] = []
  const boxes = heights.map((height): Box => ({ height, draw: (_, x, y) => places.push({ x, y, height }) }))
  placeBalanced(flow, boxes, () => {}, narrowGrid(flow.tokens, count, 18))
  return places
}

describe('boxes in columns', () => {
  it('keep their order down each column and then across', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 1, maxLength: 30 }), (heights) => {
        const places = place(heights, 3)
        const read = places.toSorted((one, other) => one.x - other.x || one.y - other.y)
        expect(read).toEqual(places)
      }),
    )
  })

  it('share the height when they are equal', () => {
    const places = place(
      Array.from({ length: 9 }, () => 20),
      3,
    )
    expect(
      Map.groupBy(places, ({ x }) => x)
        .values()
        .map((column) => column.length)
        .toArray(),
    ).toEqual([3, 3, 3])
  })
})

describe('a section on a telephone', () => {
  it('opens a page of its own, but for one after a page that would be filled up with white', () => {
    const flow = startFlow(tokensOf('movil'), 'prueba')
    expect(opensOwnPage(flow)).toBe(true)
    startPage(flow)
    flow.y = 300
    expect(opensOwnPage(flow)).toBe(false)
    flow.y = 500
    expect(opensOwnPage(flow)).toBe(true)
  })
})
