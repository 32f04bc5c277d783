// Boxes in order → columns, as even as they can be without leaving the order; pages are started as needed.
import type { Box } from './boxes.ts'
import { canvasOf, type Flow, moveDown, placeHere, roomIn, startPage } from './flow.ts'
import type { Tokens } from './tokens.ts'

type Split = { readonly height: number; readonly columns: readonly number[]; readonly cost: number }

/** Columns side by side: how many, how wide, and the white between two. */
export type Grid = { readonly count: number; readonly width: number; readonly gutter: number }

/** The columns of fichas. */
const gridOf = ({ columns, columnWidth, gutter }: Tokens): Grid => ({
  count: columns,
  width: columnWidth,
  gutter,
})

/** `count` columns over the whole measure, for what is consulted rather than read; one on a telephone. */
export function narrowGrid(tokens: Tokens, count: number, gutter: number): Grid {
  if (tokens.columns === 1) return gridOf(tokens)
  return { count, width: (tokens.textWidth - (count - 1) * gutter) / count, gutter }
}

/** Up to this many boxes every split is tried. */
const MOST_TRIED = 8

/** A box, a shorter one that may take its place where only that one fits, and one over both columns for when it stands alone. */
export type Choice = { readonly full: Box; readonly short: Box; readonly wide?: Box }

type Part = { readonly boxes: readonly Box[]; readonly split: Split }

/**
 * Fichas: each box goes to either column, so that the page ends evenly and numbers still read across and down. The last
 * ones of a page may be the shorter ones. One column on a telephone.
 */
export function placeMasonry(flow: Flow, choices: readonly Choice[], continueHead: () => void): void {
  placeByParts(flow, choices, continueHead, splitMasonry, gridOf(flow.tokens))
}

/** How high `placeBalanced` makes them where all fit on one page. */
export const measureBalanced = (boxes: readonly Box[], { count }: Grid): number =>
  splitInSequence(boxes, count).height

/** Briefs and lists: each column is filled before the next. */
export function placeBalanced(
  flow: Flow,
  boxes: readonly Box[],
  continueHead: () => void,
  grid: Grid = gridOf(flow.tokens),
): void {
  const choices = boxes.map((box) => ({ full: box, short: box }))
  placeByParts(flow, choices, continueHead, (part) => splitInSequence(part, grid.count), grid)
}

function placeByParts(
  flow: Flow,
  choices: readonly Choice[],
  continueHead: () => void,
  split: (boxes: readonly Box[]) => Split,
  grid: Grid,
): void {
  const isSingle = flow.tokens.columns === 1
  let rest = choices
  while (rest.length > 0) {
    if (!isSingle && placeAlone(flow, rest)) break
    const part = takeWhatFits(rest, roomIn(flow), isSingle ? splitSingle : split)
    const isStuck = part === null && flow.y <= flow.tokens.margin.top + 60
    const chosen = part ?? (isStuck ? takeFirst(rest) : null)
    if (chosen !== null) {
      drawSplit(flow, chosen, grid)
      rest = rest.slice(chosen.boxes.length)
    }
    if (rest.length === 0 || (!isSingle && placeAlone(flow, rest))) break
    startPage(flow)
    continueHead()
  }
}

/** The only box left goes over both columns where it fits: half a line of white beside it would look forgotten. */
function placeAlone(flow: Flow, choices: readonly Choice[]): boolean {
  const [only, ...others] = choices
  if (only?.wide === undefined || others.length > 0 || only.wide.height > roomIn(flow)) return false
  placeHere(flow, only.wide)
  return true
}

/** A box higher than any page is drawn where it is, rather than never. */
function takeFirst(choices: readonly Choice[]): Part {
  const boxes = choices.slice(0, 1).map(({ short }) => short)
  return { boxes, split: splitSingle(boxes) }
}

/** As many full boxes as fit, or one or two more when the last ones are short. */
function takeWhatFits(
  choices: readonly Choice[],
  room: number,
  split: (boxes: readonly Box[]) => Split,
): Part | null {
  const full = choices.map((choice) => choice.full)
  let chosen: Part | null = null
  for (let count = 1; count <= full.length; count += 1) {
    const boxes = full.slice(0, count)
    const tried = split(boxes)
    if (tried.height > room) break
    chosen = { boxes, split: tried }
  }
  const count = chosen?.boxes.length ?? 0
  for (const extra of [2, 1].filter((more) => count + more <= choices.length)) {
    for (const shortFrom of [count, Math.max(0, count - 2)]) {
      const boxes = choices
        .slice(0, count + extra)
        .map(({ full: whole, short }, index) => (index < shortFrom ? whole : short))
      const tried = split(boxes)
      if (tried.height <= room) return { boxes, split: tried }
    }
  }
  return chosen
}

function drawSplit(flow: Flow, { boxes, split }: Part, { width, gutter }: Grid): void {
  const { columns, height } = split
  const { margin } = flow.tokens
  const tops: number[] = []
  for (const [index, box] of boxes.entries()) {
    const column = columns[index] ?? 0
    box.draw(canvasOf(flow), margin.left + column * (width + gutter), tops[column] ?? flow.y)
    tops[column] = (tops[column] ?? flow.y) + box.height
  }
  moveDown(flow, height)
}

const sumHeights = (boxes: readonly Box[]): number => boxes.reduce((total, { height }) => total + height, 0)

function splitSingle(boxes: readonly Box[]): Split {
  return { height: sumHeights(boxes), columns: boxes.map(() => 0 as const), cost: 0 }
}

/** Halvings of the height that the highest column is known within; leaves less than a point. */
const HALVINGS = 12

/** The order is kept, and the highest column is as low as that allows. */
function splitInSequence(boxes: readonly Box[], count: number): Split {
  let enough = sumHeights(boxes)
  let least = enough / count
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (least + enough) / 2
    if ((fillInSequence(boxes, middle).at(-1) ?? 0) < count) enough = middle
    else least = middle
  }
  return scoreSplit(boxes, fillInSequence(boxes, enough))
}

/** Each column is filled up to `height`, then the next one begins. */
function fillInSequence(boxes: readonly Box[], height: number): number[] {
  let column = 0
  let filled = 0
  return boxes.map((box) => {
    if (filled > 0 && filled + box.height > height) {
      column += 1
      filled = 0
    }
    filled += box.height
    return column
  })
}

function splitMasonry(boxes: readonly Box[]): Split {
  if (boxes.length > MOST_TRIED) return splitGreedily(boxes)
  let best: Split | null = null
  for (let mask = 0; mask < 2 ** Math.max(0, boxes.length - 1); mask += 1) {
    const columns = boxes.map((_, index): 0 | 1 => (index > 0 && (mask >> (index - 1)) & 1 ? 1 : 0))
    const tried = scoreSplit(boxes, columns)
    if (best === null || tried.cost < best.cost - 0.01) best = tried
  }
  return best ?? splitSingle(boxes)
}

function splitGreedily(boxes: readonly Box[]): Split {
  const heights = [0, 0]
  const columns = boxes.map(({ height }): 0 | 1 => {
    const column = (heights[0] ?? 0) <= (heights[1] ?? 0) ? 0 : 1
    heights[column] = (heights[column] ?? 0) + height
    return column
  })
  return scoreSplit(boxes, columns)
}

/** Cost: the page's height, its unevenness, and every pair that reads out of order. */
function scoreSplit(boxes: readonly Box[], columns: readonly number[]): Split {
  const heights: number[] = []
  const rows: number[] = []
  const places = boxes.map((box, index) => {
    const column = columns[index] ?? 0
    heights[column] = (heights[column] ?? 0) + box.height
    const row = rows[column] ?? 0
    rows[column] = row + 1
    return { column, row }
  })
  let disorder = 0
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      if (one.row > other.row) disorder += 9
      else if (one.row === other.row && one.column > other.column) disorder += 14
    }
  }
  const height = Math.max(0, ...heights)
  const unevenness = Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))
  return { height, columns, cost: height + unevenness * 0.15 + disorder }
}
