// Media → their notes as bars and their balance, in two columns on paper.
import { type Box, ruleBox } from '../page/boxes.ts'
import { drawRule, drawText, fillRect, RULE, tag } from '../page/canvas.ts'
import { placeBalanced } from '../page/columns.ts'
import { canvasOf, type Flow } from '../page/flow.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { MediumRow } from '../posicionamiento.ts'
import { fitText } from '../typeset/fit-text.ts'
import { baselineOf } from '../typeset/text-style.ts'
import { printCount } from '../words/numbers.ts'
import { type BlockContext, isPhone } from './context.ts'

const NAME_WIDTH = { carta: 106, movil: 150 } as const
const BALANCE_ROOM = 30

export function placeMediaList(flow: Flow, rows: readonly MediumRow[], context: BlockContext): void {
  const { columnWidth, format } = context.tokens
  const largest = Math.max(1, ...rows.map(({ notes }) => notes))
  const barRoom = columnWidth - NAME_WIDTH[format] - BALANCE_ROOM - 26
  const boxes = rows.map((row) => rowBoxOf(row, Math.min(12, barRoom / largest), context))
  const { margin, columns, gutter } = flow.tokens
  for (let column = 0; column < columns; column += 1) {
    drawRule(canvasOf(flow), margin.left + column * (columnWidth + gutter), flow.y, columnWidth, RULE)
  }
  placeBalanced(flow, boxes, () => {})
}

function rowBoxOf(
  { name, notes, balance, isNegative }: MediumRow,
  scale: number,
  context: BlockContext,
): Box {
  const { styles, columnWidth, format } = context.tokens
  const { table, tableBold } = styles
  const height = isPhone(context) ? 28 : 16.4
  return {
    height,
    draw: (canvas, x, y) => {
      const middle = y + height / 2
      const baseline = middle - table.leading / 2 + baselineOf(table)
      const bar = x + NAME_WIDTH[format]
      tag(canvas, 'P', {}, () => {
        drawText(canvas, `${fitText(name, NAME_WIDTH[format] - 6, table)} `, x, baseline, table)
        drawText(canvas, `${printCount(notes)} `, bar + notes * scale + 4, baseline, table)
        const color = isNegative ? TONE_COLORS.negativo.text : COLORS.ink
        drawText(canvas, balance, x + columnWidth, baseline, tableBold, { align: 'right', color })
      })
      tag(canvas, 'Artifact', {}, () =>
        fillRect(canvas, [bar, middle - 4, bar + notes * scale, middle + 4], COLORS.ink2),
      )
      ruleBox(columnWidth).draw(canvas, x, y + height)
    },
  }
}
