// Columns and rows of cells → a tagged table that may go on over several pages, its head repeated.
import type { Span } from '../typeset/paragraph.ts'
import { setParagraph } from '../typeset/paragraph.ts'
import { baselineOf, type TextStyle } from '../typeset/text-style.ts'
import type { Box } from './boxes.ts'
import { type Align, drawParagraph, drawRule, drawText, HAIR, markAnchor, RULE, tag } from './canvas.ts'
import type { Canvas, TagAttributes } from './display-list.ts'
import { closeInFlow, ensureRoom, type Flow, openInFlow, placeHere, roomIn, startPage } from './flow.ts'

/** `x` from the left of the table; right-aligned cells end at `x + width`. */
export type Column = {
  readonly title: string
  readonly x: number
  readonly width: number
  readonly align: Align
}

/** A cell: text, or a drawing that stands on the row's first baseline. */
export type Cell = {
  readonly text?: string | readonly Span[]
  readonly style?: TextStyle
  readonly draw?: (canvas: Canvas, x: number, baseline: number, middle: number) => void
  readonly attributes?: TagAttributes
  readonly isHead?: boolean
  /** Lines that it may have, if not those of the look. */
  readonly maxLines?: number
  /** Columns that the cell takes up. */
  readonly span?: number
  readonly goTo?: string | null
}

export type TableRow = {
  readonly cells: readonly Cell[]
  /** Name of the row's place inside the document. */
  readonly anchor?: string
  /** No hairline under the row: it belongs to the next one. */
  readonly isOpen?: boolean
}

export type TableLook = {
  readonly width: number
  readonly style: TextStyle
  readonly headStyle: TextStyle
  readonly padding: number
  readonly maxLines: number
}

type MeasuredCell = {
  readonly cell: Cell
  readonly column: Column
  readonly width: number
  readonly box: Box
}

/** Draws a table, starting pages as it needs; `beforeHead` draws what goes on above the head of a new page. */
export function placeTable(
  flow: Flow,
  columns: readonly Column[],
  rows: readonly TableRow[],
  look: TableLook,
  beforeHead: (() => void) | null = null,
): void {
  const head = headBox(columns, look)
  const boxes = rows.map((row) => rowBoxOf(row, columns, look))
  ensureRoom(flow, head.height + (boxes[0]?.height ?? 0))
  openInFlow(flow, 'Table')
  placeHere(flow, head)
  for (const [index, box] of boxes.entries()) {
    if (heightFrom(index, rows, boxes) > roomIn(flow) && index > 0) {
      startPage(flow)
      if (beforeHead !== null) {
        // Inside a table only rows are content: the head that goes on over the page is furniture.
        openInFlow(flow, 'Artifact', { isPagination: true })
        beforeHead()
        closeInFlow(flow)
      }
      placeHere(flow, head)
    }
    placeHere(flow, box)
  }
  closeInFlow(flow)
}

/** Rows that belong together stand on one page; a longer run of them is divided. */
const LONGEST_RUN = 14

/** Height of what must not be parted from a row: the rows that belong to it, and the last row with the one before. */
function heightFrom(index: number, rows: readonly TableRow[], boxes: readonly Box[]): number {
  const isFirstOfRun = rows[index]?.isOpen === true && rows[index - 1]?.isOpen !== true
  const end = rows.findIndex((row, at) => at >= index && row.isOpen !== true)
  const last = isFirstOfRun && end - index < LONGEST_RUN ? end : index
  const until = last === boxes.length - 2 ? last + 1 : last
  return boxes.slice(index, until + 1).reduce((total, { height }) => total + height, 0)
}

function headBox(columns: readonly Column[], look: TableLook): Box {
  const { headStyle, width } = look
  return {
    height: headStyle.leading + 1.4,
    draw: (canvas, x, y) => {
      tag(canvas, 'TR', {}, () => {
        for (const column of columns) {
          tag(canvas, 'TH', { scope: 'Column' }, () => {
            if (column.title === '') return
            drawText(canvas, column.title, x + edgeOf(column), y + baselineOf(headStyle), headStyle, {
              align: column.align,
            })
          })
        }
      })
      drawRule(canvas, x, y + headStyle.leading + 1.4, width, RULE)
    },
  }
}

const edgeOf = ({ x, width, align }: Column): number =>
  align === 'right' ? x + width : align === 'center' ? x + width / 2 : x

function rowBoxOf(row: TableRow, columns: readonly Column[], look: TableLook): Box {
  const cells = measureCells(row, columns, look)
  const content = Math.max(look.style.leading, ...cells.map(({ box }) => box.height))
  const height = content + look.padding * 2
  return {
    height,
    draw: (canvas, x, y) => {
      if (row.anchor !== undefined) markAnchor(canvas, row.anchor, y)
      tag(canvas, 'TR', {}, () => {
        for (const measured of cells) drawCell(canvas, measured, x, y, look)
      })
      if (row.isOpen !== true) drawRule(canvas, x, y + height, look.width, HAIR)
    },
  }
}

function measureCells(row: TableRow, columns: readonly Column[], look: TableLook): MeasuredCell[] {
  let at = 0
  return row.cells.flatMap((cell) => {
    const column = columns[at]
    const last = columns[at + (cell.span ?? 1) - 1]
    at += cell.span ?? 1
    if (column === undefined || last === undefined) return []
    const width = last.x + last.width - column.x
    return [{ cell, column, width, box: cellText(cell, column, width, look) }]
  })
}

function cellText(cell: Cell, column: Column, width: number, look: TableLook): Box {
  if (cell.text === undefined) return { height: 0, draw: () => {} }
  const style = cell.style ?? look.style
  const spans = typeof cell.text === 'string' ? [{ text: cell.text, goTo: cell.goTo ?? null }] : cell.text
  const paragraph = setParagraph(spans, style, { width, maxLines: cell.maxLines ?? look.maxLines })
  return {
    height: paragraph.height,
    draw: (canvas, x, y) => {
      const shift = (lineWidth: number) =>
        column.align === 'right' && cell.span === undefined
          ? width - lineWidth
          : column.align === 'center' && cell.span === undefined
            ? (width - lineWidth) / 2
            : 0
      const lines = paragraph.lines.map((line) => ({
        ...line,
        runs: line.runs.map((run) => ({ ...run, x: run.x + shift(line.width) })),
      }))
      drawParagraph(canvas, { ...paragraph, lines }, x, y)
    },
  }
}

function drawCell(
  canvas: Canvas,
  { cell, column, width, box }: MeasuredCell,
  x: number,
  y: number,
  look: TableLook,
): void {
  const attributes: TagAttributes = {
    ...(cell.isHead ? { scope: 'Row' as const } : {}),
    ...(cell.span === undefined ? {} : { columnSpan: cell.span }),
    ...cell.attributes,
  }
  const top = y + look.padding
  tag(canvas, cell.isHead ? 'TH' : 'TD', attributes, () => {
    box.draw(canvas, x + column.x, top)
    const middle = top + look.style.leading / 2
    cell.draw?.(canvas, x + edgeOf({ ...column, width }), top + baselineOf(look.style), middle)
  })
}
