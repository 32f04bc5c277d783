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
/** Between the names of the media and the rule of their group. */
export const GROUP_GAP = 9

/** A medium and the place of its cell in each row. */
export type MatrixColumn = Matrix['columns'][number] & { readonly index: number }

/** How the columns stand: the media that fit, and those that one more column counts together. */
export type MatrixGrid = {
  readonly shown: readonly MatrixColumn[]
  readonly others: readonly MatrixColumn[]
  /** How many of those shown have an agreement, which stand first; null where they are not told apart. */
  readonly agreed: number | null
  readonly left: number
  readonly step: number
  readonly headHeight: number
}

export function measureGrid({ columns }: Matrix, context: BlockContext): MatrixGrid {
  const { textWidth, format, styles } = context.tokens
  const most = MOST_COLUMNS[format]
  const indexed = columns.map((column, index) => ({ ...column, index }))
  const first = indexed.length <= most ? indexed : indexed.slice(0, most - 1)
  const others = indexed.slice(first.length)
  const shown = first.toSorted((one, other) => Number(other.hasConvenio) - Number(one.hasConvenio))
  const isToldApart = shown.some(({ hasConvenio }) => hasConvenio !== null)
  const agreed = isToldApart ? shown.filter(({ hasConvenio }) => hasConvenio).length : null
  const count = shown.length + (others.length > 0 ? 1 : 0)
  const step = Math.min(
    WIDEST_COLUMN,
    (textWidth - TITLE_WIDTH[format] - TOTAL_WIDTH[format]) / Math.max(1, count),
  )
  const names = [...shown.map(({ name }) => name), printOthers(others.length)]
  const widest = Math.max(30, ...names.map((name) => widthOf(name, styles.meta)))
  const left = textWidth - TOTAL_WIDTH[format] - step * count
  const groupHeight = agreed === null ? 0 : GROUP_GAP + styles.meta.leading
  const headHeight = Math.min(LONGEST_HEAD, widest) + 8 + groupHeight
  return { shown, others, agreed, left, step, headHeight }
}

export const centerOf = ({ left, step }: MatrixGrid, x: number, index: number): number =>
  x + left + step * (index + 0.5)
