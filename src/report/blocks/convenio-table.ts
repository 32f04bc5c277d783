// Agreements → bullet bars: grey track and black tick for what was agreed, a dark bar for what was delivered.
import { textBox } from '../page/boxes.ts'
import { drawLine, drawText, fillRect, tag } from '../page/canvas.ts'
import { type Flow, placeBox, skipDown } from '../page/flow.ts'
import { type Cell, type Column, placeTable, type TableRow } from '../page/table.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { ConvenioRow, Posicionamiento } from '../posicionamiento.ts'
import { fitText } from '../typeset/fit-text.ts'
import { widthOf } from '../typeset/text-style.ts'
import { CONVENIO_HEADS, printBarAlt, printMonthSoFar } from '../words/convenios.ts'
import { capitalize } from '../words/grammar.ts'
import { printShare } from '../words/numbers.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

const TRACK_HEIGHT = 11
const BAR_HEIGHT = 6.4
/** How far the tick stands out of the track at each side. */
const TICK_OUT = 1.6
/** Most points for a piece, so that two of three do not fill the page. */
const WIDEST_PIECE = 16
const NUMBER_GAP = 6

const BEHIND = TONE_COLORS.negativo.text

type Convenios = NonNullable<Posicionamiento['convenios']>

export function placeConvenios(flow: Flow, { rows, hasMonth, note }: Convenios, context: BlockContext): void {
  const { styles, textWidth, rhythm } = context.tokens
  const columns = isPhone(context) ? phoneColumns(textWidth) : paperColumns(textWidth, hasMonth)
  const room = columns[1]?.width ?? 0
  const scale = scaleOf(rows, room, context)
  const look = {
    width: textWidth,
    style: styles.table,
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: isPhone(context) ? rhythm.rowPadding : 4.6,
    maxLines: 2,
  }
  placeTable(
    flow,
    columns,
    rows.flatMap((row) => rowsOf(row, columns, scale, context)),
    look,
  )
  if (note === '') return
  skipDown(flow, 4)
  placeBox(flow, textBox(note, styles.caption, { width: textWidth }))
}

function paperColumns(width: number, hasMonth: boolean): readonly Column[] {
  const monthWidth = hasMonth ? 74 : 0
  const nameWidth = 124
  const shareWidth = 50
  const barWidth = width - nameWidth - shareWidth - monthWidth - 8
  return [
    { title: CONVENIO_HEADS.medium, x: 0, width: nameWidth - 8, align: 'left' },
    { title: CONVENIO_HEADS.pieces, x: nameWidth, width: barWidth, align: 'left' },
    { title: CONVENIO_HEADS.share, x: width - monthWidth - shareWidth, width: shareWidth, align: 'right' },
    ...(hasMonth
      ? [
          {
            title: CONVENIO_HEADS.month,
            x: width - monthWidth,
            width: monthWidth,
            align: 'right' as const,
          },
        ]
      : []),
  ]
}

const phoneColumns = (width: number): readonly Column[] => [
  { title: CONVENIO_HEADS.medium, x: 0, width: 112, align: 'left' },
  { title: CONVENIO_HEADS.pieces, x: 120, width: width - 120 - 54, align: 'left' },
  { title: CONVENIO_HEADS.share, x: width - 50, width: 50, align: 'right' },
]

/** Points for a piece, so that each bar and its text fit. */
function scaleOf(rows: readonly ConvenioRow[], room: number, context: BlockContext): number {
  const { table } = context.tokens.styles
  const fits = rows.map((row) => {
    const most = Math.max(row.agreed, row.delivered, 1)
    const text = widthOf(row.text, table) + (isPhone(context) ? 0 : remarkWidth(row, context))
    return Math.max(24, room - NUMBER_GAP - text) / most
  })
  return Math.min(WIDEST_PIECE, ...fits)
}

const remarkWidth = ({ remark }: ConvenioRow, context: BlockContext): number =>
  remark === '' ? 0 : Math.min(110, widthOf(`, ${remark}`, context.tokens.styles.caption))

/** On paper one row; on a telephone what is open and the month stand in a second one under it. */
function rowsOf(
  row: ConvenioRow,
  columns: readonly Column[],
  scale: number,
  context: BlockContext,
): TableRow[] {
  const { table, tableBold, caption } = context.tokens.styles
  const strong = row.isBehind ? { ...tableBold, color: BEHIND } : tableBold
  const cells: Cell[] = [
    { text: row.name, style: row.isBehind ? tableBold : table, isHead: true },
    pieceCell(row, columns[1]?.width ?? 0, scale, context),
    { text: printShare(row.share), style: strong },
  ]
  const { month } = row
  if (!isPhone(context)) {
    const monthStyle = month?.isBehind ? { ...table, color: BEHIND } : table
    return [
      { cells: columns.length < 4 ? cells : [...cells, { text: month?.text ?? '', style: monthStyle }] },
    ]
  }
  const under = [row.remark, month === null ? '' : printMonthSoFar(month.text)].filter(Boolean).join(' · ')
  if (under === '') return [{ cells }]
  return [
    { cells, isOpen: true },
    { cells: [{ text: capitalize(under), style: { ...caption, color: COLORS.ink2 }, span: 3 }] },
  ]
}

function pieceCell(row: ConvenioRow, room: number, scale: number, context: BlockContext): Cell {
  const { table, caption } = context.tokens.styles
  const { agreed, delivered, isBehind } = row
  return {
    draw: (canvas, x, baseline, middle) => {
      const end = x + Math.max(agreed, delivered) * scale
      const bounds = [x, middle - TRACK_HEIGHT / 2, Math.max(end, x + 1), middle + TRACK_HEIGHT / 2] as const
      tag(canvas, 'Figure', { alt: printBarAlt(delivered, agreed), bounds }, () => {
        const half = BAR_HEIGHT / 2
        const tick = x + agreed * scale
        if (agreed > 0) fillRect(canvas, [x, bounds[1], tick, bounds[3]], COLORS.track)
        if (delivered > 0) {
          const fill = isBehind ? BEHIND : COLORS.ink2
          fillRect(canvas, [x, middle - half, x + delivered * scale, middle + half], fill)
        }
        if (agreed > 0) {
          const [top, bottom] = [bounds[1] - TICK_OUT, bounds[3] + TICK_OUT]
          drawLine(canvas, [tick, top], [tick, bottom], { color: COLORS.ink, width: 1.3 })
        }
      })
      const goTo = linkTo(context, row.goTo)
      const start = end + NUMBER_GAP
      const shown = drawText(canvas, row.text, start, baseline, table, { goTo })
      if (isPhone(context) || row.remark === '') return
      const style = { ...caption, color: COLORS.ink2 }
      const left = x + room - start - shown
      drawText(canvas, fitText(`, ${row.remark}`, left, style), start + shown, baseline, style)
    },
  }
}
