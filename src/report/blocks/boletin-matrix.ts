// The matrix boletín × medio → one table with at most 16 columns, the media beyond counted in the last; totals and remarks.
import { placeOfNames } from '../count-trail.ts'
import type { Box } from '../page/boxes.ts'
import { drawRule, drawText, fillRect, RULE, tag } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import {
  closeInFlow,
  ensureRoom,
  type Flow,
  openInFlow,
  placeBox,
  placeHere,
  roomIn,
  skipDown,
  startPage,
} from '../page/flow.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { Matrix, MatrixCell, MatrixRow } from '../posicionamiento.ts'
import { fitText } from '../typeset/fit-text.ts'
import { type TextStyle, widthOf } from '../typeset/text-style.ts'
import { printCount } from '../words/numbers.ts'
import { MATRIX_HEADS, MATRIX_SPOKEN, printOthers, REPORT_LABELS } from '../words/questions.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'
import { footBox } from './matrix-foot.ts'
import { centerOf, LONGEST_HEAD, type MatrixGrid, measureGrid } from './matrix-grid.ts'
import { drawDivider, drawGroups, groupOf } from './matrix-groups.ts'
import { legendBox } from './matrix-legend.ts'
import { drawMatrixMark } from './matrix-mark.ts'
import { remarksBox } from './remark-columns.ts'

const ROW_HEIGHT = { carta: 19, movil: 46 } as const
const MARK = 9.6

export function placeMatrix(flow: Flow, matrix: Matrix, context: BlockContext): void {
  placeBox(flow, legendBox(context))
  skipDown(flow, 8)
  placeGrid(flow, matrix, measureGrid(matrix, context), context)
  if (matrix.remarks.length === 0) return
  skipDown(flow, 14)
  placeBox(flow, remarksBox(matrix.remarks, context))
}

function placeGrid(flow: Flow, matrix: Matrix, grid: MatrixGrid, context: BlockContext): void {
  const { format } = context.tokens
  const head = headBox(grid, context)
  const foot = footBox(grid, context)
  const rows = matrix.rows.map((row) => matrixRowBox(row, grid, matrix, context))
  ensureRoom(flow, head.height + ROW_HEIGHT[format] * Math.min(3, rows.length) + foot.height)
  openInFlow(flow, 'Table')
  placeHere(flow, head)
  for (const [index, row] of rows.entries()) {
    const isLast = index === rows.length - 1
    if (row.height + (isLast ? foot.height : 0) > roomIn(flow)) {
      startPage(flow)
      placeHere(flow, head)
    }
    placeHere(flow, row)
  }
  placeHere(flow, foot)
  closeInFlow(flow)
}

function headBox(grid: MatrixGrid, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const style = { ...styles.metaBold, color: COLORS.ink2 }
  const upright = { ...styles.meta, color: COLORS.ink }
  const names = [
    ...grid.shown.map(({ name }) => name),
    ...(grid.others.length > 0 ? [printOthers(grid.others.length)] : []),
  ]
  const cell = (canvas: Canvas, draw: () => void) => tag(canvas, 'TH', { scope: 'Column' }, draw)
  return {
    height: grid.headHeight,
    draw: (canvas, x, y) => {
      const baseline = y + grid.headHeight - 5
      tag(canvas, 'TR', {}, () => {
        cell(canvas, () => {
          if (widthOf(MATRIX_HEADS.boletin, style) < grid.left)
            drawText(canvas, MATRIX_HEADS.boletin, x, baseline, style)
        })
        for (const [index, name] of names.entries()) {
          const text = fitText(name, LONGEST_HEAD, upright)
          const group = groupOf(grid, index)
          const attributes = group === null ? {} : { actual: `${name}, ${group}` }
          tag(canvas, 'TH', { scope: 'Column', ...attributes }, () =>
            drawUpright(canvas, text, centerOf(grid, x, index) + 3, baseline, upright),
          )
        }
        cell(canvas, () =>
          drawText(canvas, MATRIX_HEADS.media, x + textWidth, baseline, style, { align: 'right' }),
        )
      })
      drawGroups(canvas, grid, x, y, context)
      drawRule(canvas, x, y + grid.headHeight, textWidth, RULE)
    },
  }
}

function drawUpright(canvas: Canvas, text: string, x: number, baseline: number, style: TextStyle): void {
  const width = widthOf(text, style)
  const links = { href: null, goTo: null, isUnderlined: false, isUpright: true }
  canvas.ops.push({ kind: 'text', x, baseline, text, width, style, ...links })
}

function matrixRowBox(row: MatrixRow, grid: MatrixGrid, matrix: Matrix, context: BlockContext): Box {
  const { textWidth, format } = context.tokens
  const height = ROW_HEIGHT[format]
  return {
    height,
    draw: (canvas, x, y) => {
      const middle = y + (isPhone(context) ? height - 14 : height / 2)
      tag(canvas, 'TR', {}, () => {
        drawRowHead(canvas, row, grid, { x, baseline: isPhone(context) ? y + 17 : middle + 3 }, context)
        for (const [index, column] of grid.shown.entries()) {
          drawCell(canvas, row.cells[column.index] ?? null, centerOf(grid, x, index), middle, context)
        }
        if (grid.others.length > 0) drawOthers(canvas, row, grid, x, middle, context)
        tag(canvas, 'TD', {}, () => drawTotal(canvas, row, matrix, x + textWidth, middle, context))
      })
      // On a telephone titles stand across the columns, above the marks.
      drawDivider(canvas, grid, x, [isPhone(context) ? y + height - 24 : y, y + height])
      drawRule(canvas, x, y + height, textWidth)
    },
  }
}

function drawRowHead(
  canvas: Canvas,
  { folio, title }: MatrixRow,
  grid: MatrixGrid,
  { x, baseline }: { readonly x: number; readonly baseline: number },
  context: BlockContext,
): void {
  const { styles, textWidth } = context.tokens
  const folioWidth = isPhone(context) ? 34 : 26
  const room = (isPhone(context) ? textWidth : grid.left) - folioWidth - 8
  const shown = fitText(title, room, styles.table)
  tag(canvas, 'TH', { scope: 'Row', ...(shown === title ? {} : { actual: `${folio} ${title}` }) }, () => {
    drawText(canvas, `${folio} `, x, baseline, styles.tableBold)
    drawText(canvas, shown, x + folioWidth, baseline, styles.table)
  })
}

/** A mark leads to the story in which the outlet published the boletín. */
function drawCell(canvas: Canvas, cell: MatrixCell, x: number, y: number, context: BlockContext): void {
  const spoken = cell === null ? 'no' : MATRIX_SPOKEN[cell.mark]
  const goTo = cell === null ? null : linkTo(context, cell.goTo)
  tag(canvas, 'TD', { actual: spoken }, () => {
    if (goTo === null) {
      drawMatrixMark(canvas, cell?.mark ?? null, x, y, MARK)
      return
    }
    const bounds = [x - MARK, y - MARK, x + MARK, y + MARK] as const
    tag(canvas, 'Link', { goTo, bounds, spoken: `Ir a la nota: ${spoken}` }, () =>
      drawMatrixMark(canvas, cell?.mark ?? null, x, y, MARK),
    )
  })
}

function drawOthers(
  canvas: Canvas,
  row: MatrixRow,
  grid: MatrixGrid,
  x: number,
  middle: number,
  context: BlockContext,
): void {
  const { table } = context.tokens.styles
  const count = grid.others.filter(({ index }) => (row.cells[index] ?? null) !== null).length
  const center = centerOf(grid, x, grid.shown.length)
  tag(canvas, 'TD', {}, () => {
    if (count === 0) return
    const goTo = linkTo(context, row.trail.anchor)
    drawText(canvas, `+${printCount(count)}`, center, middle + 3, table, { align: 'center', goTo })
  })
}

function drawTotal(
  canvas: Canvas,
  { media, trail }: MatrixRow,
  { columns }: Matrix,
  right: number,
  middle: number,
  context: BlockContext,
): void {
  const { tableBold } = context.tokens.styles
  if (media === 0) {
    const text = isPhone(context) ? '0' : REPORT_LABELS.nobody
    drawText(canvas, text, right, middle + 3, tableBold, { align: 'right', color: TONE_COLORS.negativo.text })
    return
  }
  const goTo = linkTo(context, placeOfNames(trail, media))
  drawText(canvas, printCount(media), right, middle + 3, tableBold, { align: 'right', goTo })
  if (isPhone(context)) return
  const length = (media / Math.max(1, columns.length)) * 26
  fillRect(canvas, [right - 15 - length, middle - 2.5, right - 15, middle + 2.5], TONE_COLORS.neutro.fill)
}
