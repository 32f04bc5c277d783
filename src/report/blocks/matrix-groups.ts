// The media of the matrix with an agreement and those without → the heads over their columns and the line between them.
import { drawLine, drawText, RULE, tag } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS } from '../page/tokens.ts'
import { baselineOf } from '../typeset/text-style.ts'
import { MATRIX_HEADS } from '../words/questions.ts'
import type { BlockContext } from './context.ts'
import type { MatrixGrid } from './matrix-grid.ts'

/** How far a rule stops short of the neighbouring group. */
const INSET = 3

/** Name of the group of a column; null where they are not told apart, and of the column that counts the others. */
export function groupOf({ agreed, shown }: MatrixGrid, index: number): string | null {
  if (agreed === null || index >= shown.length) return null
  return index < agreed ? MATRIX_HEADS.agreed : MATRIX_HEADS.notAgreed
}

/** Over the names: each group under its own rule, the agreed one in bold. A narrow group keeps its name, outwards. */
export function drawGroups(
  canvas: Canvas,
  grid: MatrixGrid,
  x: number,
  y: number,
  context: BlockContext,
): void {
  const { agreed, shown, left, step } = grid
  if (agreed === null) return
  const { meta, metaBold } = context.tokens.styles
  const middle = x + left + step * agreed
  const end = x + left + step * shown.length
  const baseline = y + baselineOf(meta)
  const rule = baseline + 4
  tag(canvas, 'Artifact', {}, () => {
    if (agreed > 0) {
      const right = middle - (agreed < shown.length ? INSET : 0)
      const isNarrow = step * agreed < 60
      drawText(canvas, MATRIX_HEADS.agreed, isNarrow ? right : x + left, baseline, metaBold, {
        align: isNarrow ? 'right' : 'left',
      })
      drawLine(canvas, [x + left, rule], [right, rule], { color: COLORS.ink, width: 1.4 })
    }
    if (agreed < shown.length) {
      const start = middle + (agreed > 0 ? INSET : 0)
      drawText(canvas, MATRIX_HEADS.notAgreed, start, baseline, meta)
      drawLine(canvas, [start, rule], [end, rule], RULE)
    }
  })
}

/** The line between the groups, from top to bottom of a row. */
export function drawDivider(
  canvas: Canvas,
  { agreed, shown, left, step }: MatrixGrid,
  x: number,
  [top, bottom]: readonly [number, number],
): void {
  if (agreed === null || agreed === 0 || agreed === shown.length) return
  const at = x + left + step * agreed
  tag(canvas, 'Artifact', {}, () =>
    drawLine(canvas, [at, top], [at, bottom], { color: COLORS.ink3, width: 0.8 }),
  )
}
