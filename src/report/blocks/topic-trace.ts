// The past of a topic → a small line on its own scale and, beside it, the change against the period before.
import { drawText } from '../page/canvas.ts'
import type { Cell, TableRow } from '../page/table.ts'
import { COLORS } from '../page/tokens.ts'
import type { TopicRow } from '../posicionamiento.ts'
import { countOf, NOTES } from '../words/numbers.ts'
import type { BlockContext } from './context.ts'
import { sparklineBox } from './sparkline.ts'

const LINE = { width: 42, height: 9 } as const
/** Room of the change at the right of the line. */
const CHANGE_ROOM = 28
export const TRACE_WIDTH = LINE.width + CHANGE_ROOM + 6

/** On paper: the cell ends at the right edge of its column. A change that is more than chance is bold. */
export function traceCell({ past }: TopicRow, context: BlockContext): Cell {
  if (past === null) return { text: '' }
  const { table, tableBold } = context.tokens.styles
  return {
    draw: (canvas, x, baseline, middle) => {
      const left = x - CHANGE_ROOM - LINE.width
      sparklineBox(past.series, past.alt, LINE.width, LINE.height).draw(
        canvas,
        left,
        middle - LINE.height / 2,
      )
      const style = past.isMoved ? tableBold : { ...table, color: COLORS.ink2 }
      drawText(canvas, past.change, x, baseline, style, { align: 'right' })
    },
  }
}

/** On a telephone: a row of its own under the topic, with its notes. */
export function traceRow({ notes, past }: TopicRow, columns: number, context: BlockContext): TableRow[] {
  if (past === null) return []
  const { caption, captionBold } = context.tokens.styles
  const quiet = { ...caption, color: COLORS.ink2 }
  const cell: Cell = {
    span: columns,
    draw: (canvas, x, baseline, middle) => {
      const start = x + drawText(canvas, `${countOf(notes, NOTES)} `, x, baseline, quiet) + 10
      const width = LINE.width * 1.6
      sparklineBox(past.series, past.alt, width, LINE.height).draw(canvas, start, middle - LINE.height / 2)
      drawText(canvas, past.change, start + width + 8, baseline, past.isMoved ? captionBold : quiet)
    },
  }
  return [{ cells: [cell] }]
}
