// The matrix boletín × medio → tables of at most 16 media and 26 boletines a page, with their totals and three remarks.
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
import type { Matrix, MatrixRow } from '../posicionamiento.ts'
import { fitText } from '../typeset/fit-text.ts'
import { type TextStyle, widthOf } from '../typeset/text-style.ts'
import { printCount } from '../words/numbers.ts'
import { MATRIX_HEADS, MATRIX_SPOKEN, REPORT_LABELS } from '../words/questions.ts'
import { type BlockContext, isPhone } from './context.ts'
import { legendBox } from './matrix-legend.ts'
import { drawMatrixMark } from './matrix-mark.ts'
import { remarksBox } from './remark-columns.ts'

const MOST_COLUMNS = { carta: 16, movil: 12 } as const
/** Least room for titles at the left; on a telephone the title stands above its marks. */
const TITLE_WIDTH = { carta: 190, movil: 20 } as const
const TOTAL_WIDTH = { carta: 48, movil: 46 } as const
const ROW_HEIGHT = { carta: 19, movil: 46 } as const
const MARK = 9.6
const LONGEST_HEAD = 92
const WIDEST_COLUMN = 24

/** A part of the matrix that fits across the page. */
type Part = {
  readonly from: number
  readonly columns: Matrix['columns']
  readonly left: number
  readonly step: number
  readonly headHeight: number
}

export function placeMatrix(flow: Flow, matrix: Matrix, context: BlockContext): void {
  placeBox(flow, legendBox(context))
  skipDown(flow, 8)
  for (const [index, part] of listParts(matrix, context).entries()) {
    if (index > 0) skipDown(flow, 18)
    placePart(flow, matrix, part, context)
  }
  if (matrix.remarks.length === 0) return
  skipDown(flow, 14)
  placeBox(flow, remarksBox(matrix.remarks, context))
}

function listParts(matrix: Matrix, context: BlockContext): Part[] {
  const { textWidth, format, styles } = context.tokens
  const most = MOST_COLUMNS[format]
  const count = Math.max(1, Math.ceil(matrix.columns.length / most))
  const size = Math.ceil(matrix.columns.length / count)
  const room = textWidth - TITLE_WIDTH[format] - TOTAL_WIDTH[format]
  const step = Math.min(WIDEST_COLUMN, room / Math.max(1, size))
  return Array.from({ length: count }, (_, index) => {
    const columns = matrix.columns.slice(index * size, (index + 1) * size)
    const widest = Math.max(30, ...columns.map(({ name }) => widthOf(name, styles.meta)))
    return {
      from: index * size,
      columns,
      left: textWidth - TOTAL_WIDTH[format] - step * columns.length,
      step,
      headHeight: Math.min(LONGEST_HEAD, widest) + 8,
    }
  })
}

function placePart(flow: Flow, matrix: Matrix, part: Part, context: BlockContext): void {
  const { format } = context.tokens
  const height = ROW_HEIGHT[format]
  const head = headBox(part, context)
  const foot = footBox(part, context)
  ensureRoom(flow, head.height + height * Math.min(3, matrix.rows.length) + foot.height)
  openInFlow(flow, 'Table')
  placeHere(flow, head)
  for (const row of matrix.rows) {
    if (height > roomIn(flow)) {
      startPage(flow)
      placeHere(flow, head)
    }
    placeHere(flow, matrixRowBox(row, part, matrix, height, context))
  }
  if (foot.height > roomIn(flow)) startPage(flow)
  placeHere(flow, foot)
  closeInFlow(flow)
}

function headBox(part: Part, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const style = { ...styles.metaBold, color: COLORS.ink2 }
  return {
    height: part.headHeight,
    draw: (canvas, x, y) => {
      const baseline = y + part.headHeight - 5
      tag(canvas, 'TR', {}, () => {
        headCell(canvas, () => drawText(canvas, MATRIX_HEADS.boletin, x, baseline, style))
        for (const [index, { name }] of part.columns.entries()) {
          const center = x + part.left + part.step * (index + 0.5)
          headCell(canvas, () =>
            drawUpright(canvas, fitText(name, LONGEST_HEAD, styles.meta), center + 3, baseline, {
              ...styles.meta,
              color: COLORS.ink,
            }),
          )
        }
        headCell(canvas, () =>
          drawText(canvas, MATRIX_HEADS.media, x + textWidth, baseline, style, { align: 'right' }),
        )
      })
      drawRule(canvas, x, y + part.headHeight, textWidth, RULE)
    },
  }
}

const headCell = (canvas: Canvas, draw: () => void): void => tag(canvas, 'TH', { scope: 'Column' }, draw)

function drawUpright(canvas: Canvas, text: string, x: number, baseline: number, style: TextStyle): void {
  const width = widthOf(text, style)
  const links = { href: null, goTo: null, isUnderlined: false, isUpright: true }
  canvas.ops.push({ kind: 'text', x, baseline, text, width, style, ...links })
}

function matrixRowBox(
  row: MatrixRow,
  part: Part,
  matrix: Matrix,
  height: number,
  context: BlockContext,
): Box {
  const { styles, textWidth } = context.tokens
  const folioWidth = isPhone(context) ? 34 : 26
  return {
    height,
    draw: (canvas, x, y) => {
      const middle = y + (isPhone(context) ? height - 14 : height / 2)
      const baseline = middle + 3
      const titleLine = isPhone(context) ? y + 17 : baseline
      const titleRoom = (isPhone(context) ? textWidth : part.left) - folioWidth - 8
      tag(canvas, 'TR', {}, () => {
        tag(canvas, 'TH', { scope: 'Row' }, () => {
          drawText(canvas, `${row.folio} `, x, titleLine, styles.tableBold)
          drawText(
            canvas,
            fitText(row.title, titleRoom, styles.table),
            x + folioWidth,
            titleLine,
            styles.table,
          )
        })
        for (const index of part.columns.keys()) {
          const cell = row.cells[part.from + index] ?? null
          const actual = cell === null ? 'no' : MATRIX_SPOKEN[cell]
          tag(canvas, 'TD', { actual }, () =>
            drawMatrixMark(canvas, cell, x + part.left + part.step * (index + 0.5), middle, MARK),
          )
        }
        tag(canvas, 'TD', {}, () =>
          drawTotal(canvas, row, matrix, { right: x + textWidth, middle, baseline }, context),
        )
      })
      drawRule(canvas, x, y + height, textWidth)
    },
  }
}

function drawTotal(
  canvas: Canvas,
  { media }: MatrixRow,
  { columns }: Matrix,
  place: { readonly right: number; readonly middle: number; readonly baseline: number },
  context: BlockContext,
): void {
  const { tableBold, metaBold } = context.tokens.styles
  const { right, middle, baseline } = place
  if (media === 0) {
    const style = { ...(isPhone(context) ? metaBold : tableBold), color: TONE_COLORS.negativo.text }
    drawText(canvas, isPhone(context) ? '0' : REPORT_LABELS.nobody, right, baseline, style, {
      align: 'right',
    })
    return
  }
  drawText(canvas, printCount(media), right, baseline, tableBold, { align: 'right' })
  if (isPhone(context)) return
  const length = (media / Math.max(1, columns.length)) * 26
  fillRect(canvas, [right - 15 - length, middle - 2.5, right - 15, middle + 2.5], TONE_COLORS.neutro.fill)
}

/** Totals by medium; on a telephone each label stands above its numbers, as titles do. */
function footBox(part: Part, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const height = isPhone(context) ? 40 : 15.5
  const labelRoom = isPhone(context) ? textWidth : part.left - 6
  const rows = [
    {
      label: MATRIX_HEADS.published,
      style: styles.tableBold,
      values: part.columns.map(({ boletines }) => boletines),
    },
    { label: MATRIX_HEADS.notes, style: styles.table, values: part.columns.map(({ notes }) => notes) },
  ]
  return {
    height: height * rows.length,
    draw: (canvas, x, y) => {
      drawRule(canvas, x, y, textWidth, RULE)
      for (const [index, { label, style, values }] of rows.entries()) {
        const top = y + height * index
        const baseline = top + (isPhone(context) ? height - 8 : height / 2 + 3)
        const labelLine = isPhone(context) ? top + 16 : baseline
        tag(canvas, 'TR', {}, () => {
          tag(canvas, 'TH', { scope: 'Row' }, () =>
            drawText(canvas, fitText(label, labelRoom, style), x, labelLine, style),
          )
          for (const [column, value] of values.entries()) {
            const center = x + part.left + part.step * (column + 0.5)
            tag(canvas, 'TD', {}, () =>
              drawText(canvas, printCount(value), center, baseline, style, { align: 'center' }),
            )
          }
          tag(canvas, 'TD', {}, () => {})
        })
      }
      drawRule(canvas, x, y + height * rows.length, textWidth, RULE)
    },
  }
}
