// The media of the matrix and the width of the page → the columns that fit, and one that counts the others.
import type { Matrix } from '../posicionamiento.ts'
import { widthOf } from '../typeset/text-style.ts'
import { printOthers } from '../words/questions.ts'
import type { BlockContext } from './context.ts'

const MOST_COLUMNS = { carta: 16, movil: 12 } as const
/** Least room for titles at the left; on a telephone the title stands above its marks. */
const TITLE_WIDTH = { carta: 190, movil: 20 } as const
const TOTAL_WIDTH = { carta: 48, movil: 46 } as const
const WIDEST_COLUMN = 24
/** Longest name of a medium, set upwards. */
export const LONGEST_HEAD = 92

export type MatrixColumn = Matrix['columns'][number]

/** How the columns stand: the media that fit, and those that one more column counts together. */
export type MatrixGrid = {
  readonly shown: readonly MatrixColumn[]
  readonly others: readonly MatrixColumn[]
  readonly left: number
  readonly step: number
  readonly headHeight: number
}

export function measureGrid({ columns }: Matrix, context: BlockContext): MatrixGrid {
  const { textWidth, format, styles } = context.tokens
  const most = MOST_COLUMNS[format]
  const shown = columns.length <= most ? columns : columns.slice(0, most - 1)
  const others = columns.slice(shown.length)
  const count = shown.length + (others.length > 0 ? 1 : 0)
  const step = Math.min(
    WIDEST_COLUMN,
    (textWidth - TITLE_WIDTH[format] - TOTAL_WIDTH[format]) / Math.max(1, count),
  )
  const names = [...shown.map(({ name }) => name), printOthers(others.length)]
  const widest = Math.max(30, ...names.map((name) => widthOf(name, styles.meta)))
  const left = textWidth - TOTAL_WIDTH[format] - step * count
  return { shown, others, left, step, headHeight: Math.min(LONGEST_HEAD, widest) + 8 }
}

export const centerOf = ({ left, step }: MatrixGrid, x: number, index: number): number =>
  x + left + step * (index + 0.5)
