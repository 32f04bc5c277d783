// The municipality and its neighbours → bars of their part of the conversation, with the tick of the period before.

import { textBox } from '../page/boxes.ts'
import { drawLine, drawText, fillRect } from '../page/canvas.ts'
import type { Flow } from '../page/flow.ts'
import { placeBox, skipDown } from '../page/flow.ts'
import { type Cell, type Column, placeTable } from '../page/table.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { VoiceRow } from '../posicionamiento.ts'
import { printCount, printShare } from '../words/numbers.ts'
import { VOICE_HEADS } from '../words/questions.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

const BAR_HEIGHT = 12

export function placeVoiceTable(
  flow: Flow,
  rows: readonly VoiceRow[],
  note: string,
  context: BlockContext,
): void {
  const { styles, textWidth, rhythm } = context.tokens
  const nameWidth = isPhone(context) ? 104 : 112
  const columns: readonly Column[] = [
    { title: VOICE_HEADS.place, x: 0, width: nameWidth - 4, align: 'left' },
    { title: VOICE_HEADS.share, x: nameWidth, width: textWidth - nameWidth - 44, align: 'left' },
    { title: VOICE_HEADS.notes, x: textWidth - 40, width: 40, align: 'right' },
  ]
  const largest = Math.max(
    0.01,
    ...rows.flatMap(({ share, previousShare }) => [share ?? 0, previousShare ?? 0]),
  )
  const barRoom = textWidth - nameWidth - 44 - (isPhone(context) ? 76 : 84)
  const cells = rows.map((row) => ({
    cells: [
      { text: row.name, style: row.isOwn ? styles.tableBold : styles.table, isHead: true },
      shareCell(row, barRoom / largest, context),
      { text: printCount(row.notes), style: styles.table, goTo: linkTo(context, row.goTo) },
    ],
  }))
  const look = {
    width: textWidth,
    style: styles.table,
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: isPhone(context) ? rhythm.rowPadding : 4.6,
    maxLines: 2,
  }
  placeTable(flow, columns, cells, look)
  if (note === '') return
  skipDown(flow, 3)
  placeBox(flow, textBox(note, styles.caption, { width: textWidth }))
}

function shareCell({ share, previousShare, isOwn }: VoiceRow, scale: number, context: BlockContext): Cell {
  const { table, tableBold } = context.tokens.styles
  const before = previousShare === null ? '' : ` (${printShare(previousShare)})`
  return {
    draw: (canvas, x, baseline, middle) => {
      const width = (share ?? 0) * scale
      const fill = isOwn ? context.brand : TONE_COLORS.neutro.fill
      if (width > 0) fillRect(canvas, [x, middle - BAR_HEIGHT / 2, x + width, middle + BAR_HEIGHT / 2], fill)
      const tick = x + (previousShare ?? 0) * scale
      if (previousShare !== null) {
        drawLine(canvas, [tick, middle - 8], [tick, middle + 8], { color: COLORS.ink, width: 1.1 })
      }
      const end = Math.max(x + width, previousShare === null ? x : tick) + 6
      const shown = drawText(canvas, printShare(share), end, baseline, tableBold)
      drawText(canvas, before, end + shown, baseline, { ...table, color: COLORS.ink2 })
    },
  }
}
