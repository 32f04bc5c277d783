// The marks of the matrix → the legend above it, the only one in the reports.
import type { Box } from '../page/boxes.ts'
import { drawText, tag } from '../page/canvas.ts'
import { COLORS } from '../page/tokens.ts'
import { type TextStyle, widthOf } from '../typeset/text-style.ts'
import { MATRIX_LEGEND } from '../words/questions.ts'
import type { BlockContext } from './context.ts'
import { drawMatrixMark } from './matrix-mark.ts'

export function legendBox(context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const style: TextStyle = { ...styles.meta, color: COLORS.ink }
  let [x, row] = [0, 0]
  const items = MATRIX_LEGEND.map(({ mark, text }) => {
    const width = 13 + widthOf(text, style) + 13
    if (x + width - 13 > textWidth) [x, row] = [0, row + 1]
    const item = { mark, text, x, row }
    x += width
    return item
  })
  const height = (row + 1) * style.leading
  return {
    height,
    draw: (canvas, left, top) =>
      tag(canvas, 'P', {}, () => {
        for (const item of items) {
          const middle = top + item.row * style.leading + style.leading / 2
          drawMatrixMark(canvas, item.mark, left + item.x + 5, middle, 8.4)
          drawText(canvas, `${item.text} `, left + item.x + 13, middle + style.size * 0.34, style)
        }
      }),
  }
}
