// Topics → a table that is a chart: negatives to the left and positives to the right of one axis, the rest in numbers.
import type { ToneLabel } from '../../model.ts'
import { placeOfAll, placeOfTone } from '../count-trail.ts'
import { textBox } from '../page/boxes.ts'
import { drawLine, drawText, fillRect, tag } from '../page/canvas.ts'
import { canvasOf, type Flow, placeBox, skipDown } from '../page/flow.ts'
import { type Cell, type Column, placeTable } from '../page/table.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { PastWords, TopicRow } from '../posicionamiento.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { countOf, printCount } from '../words/numbers.ts'
import { TOPIC_HEADS } from '../words/questions.ts'
import { TONE_NOUNS } from '../words/tones.ts'
import { type BlockContext, isPhone, linkShape, linkTo } from './context.ts'
import { TRACE_WIDTH, traceCell, traceRow } from './topic-trace.ts'

const BAR_HEIGHT = 11
/** Room kept beside the longest bar for its number. */
const NUMBER_ROOM = 18
/** Of a column with a count of one tone. */
const COUNT_WIDTH = 33

type Geometry = { readonly axis: number; readonly left: number; readonly right: number }

/** `past` heads the column of the topics' past and is told under the table; null without enough of it. */
export function placeTopicTable(
  flow: Flow,
  rows: readonly TopicRow[],
  past: PastWords | null,
  context: BlockContext,
): void {
  const { styles, textWidth, rhythm } = context.tokens
  const hasMixed = rows.some(({ tally }) => tally.mixto > 0)
  const hasUnevaluated = rows.some(({ tally }) => tally['sin evaluar'] > 0)
  const hasBefore = past === null && rows.some(({ before }) => before !== null)
  const columns = isPhone(context)
    ? phoneColumns(textWidth)
    : paperColumns({ hasMixed, hasUnevaluated, hasBefore, past: past?.title ?? null })
  const chart = columns.find(({ title }) => title === TOPIC_HEADS.negative)
  const positives = columns.find(({ title }) => title === TOPIC_HEADS.positive)
  const geometry: Geometry = {
    axis: positives?.x ?? 0,
    left: (chart?.width ?? 0) - NUMBER_ROOM,
    right: (positives?.width ?? 0) - NUMBER_ROOM,
  }
  const scale = scaleOf(rows, geometry)
  const cells = rows.flatMap((row) => {
    const under = isPhone(context) ? traceRow(row, columns.length, context) : []
    const cellsOfRow = columns.map((column) => cellOf(row, column, scale, context))
    return [{ cells: cellsOfRow, isOpen: under.length > 0 }, ...under]
  })
  const look = {
    width: textWidth,
    style: styles.table,
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: isPhone(context) ? rhythm.rowPadding : 4.4,
    maxLines: 2,
  }
  const [start, pages] = [flow.y, flow.drafts.length]
  placeTable(flow, columns, cells, look)
  if (flow.drafts.length === pages) drawAxis(flow, geometry.axis, start, context)
  if (past === null) return
  skipDown(flow, 3)
  placeBox(flow, textBox(past.note, styles.caption, { width: textWidth }))
}

function drawAxis(flow: Flow, axis: number, start: number, { tokens }: BlockContext): void {
  const x = flow.tokens.margin.left + axis
  const canvas = canvasOf(flow)
  tag(canvas, 'Artifact', {}, () =>
    drawLine(canvas, [x, start + tokens.styles.metaBold.leading + 2], [x, flow.y], {
      color: COLORS.ink,
      width: 0.8,
    }),
  )
}

function paperColumns(shown: {
  readonly hasMixed: boolean
  readonly hasUnevaluated: boolean
  readonly hasBefore: boolean
  readonly past: string | null
}): readonly Column[] {
  const { hasMixed, hasUnevaluated, hasBefore, past } = shown
  const tail = [
    { title: TOPIC_HEADS.neutral, width: COUNT_WIDTH },
    ...(hasMixed ? [{ title: TOPIC_HEADS.mixed, width: COUNT_WIDTH }] : []),
    ...(hasUnevaluated ? [{ title: TOPIC_HEADS.unevaluated, width: COUNT_WIDTH }] : []),
    { title: TOPIC_HEADS.balance, width: 40 },
    ...(hasBefore ? [{ title: TOPIC_HEADS.before, width: 54 }] : []),
    ...(past === null ? [] : [{ title: past, width: TRACE_WIDTH }]),
  ]
  const tailWidth = tail.reduce((total, { width }) => total + width, 0)
  const chartEnd = 524 - tailWidth - 6
  const axis = 170 + (chartEnd - 170) * 0.4
  let x = 524 - tailWidth
  return [
    { title: TOPIC_HEADS.topic, x: 0, width: 128, align: 'left' },
    { title: TOPIC_HEADS.notes, x: 128, width: 34, align: 'right' },
    { title: TOPIC_HEADS.negative, x: 170, width: axis - 170 - 4, align: 'right' },
    { title: TOPIC_HEADS.positive, x: axis, width: chartEnd - axis, align: 'left' },
    ...tail.map(({ title, width }): Column => {
      x += width
      return { title, x: x - width, width, align: 'right' }
    }),
  ]
}

const phoneColumns = (width: number): readonly Column[] => [
  { title: TOPIC_HEADS.topic, x: 0, width: 118, align: 'left' },
  { title: TOPIC_HEADS.negative, x: 122, width: 74, align: 'right' },
  { title: TOPIC_HEADS.positive, x: 200, width: 86, align: 'left' },
  { title: TOPIC_HEADS.balance, x: width - 58, width: 58, align: 'right' },
]

function scaleOf(rows: readonly TopicRow[], { left, right }: Geometry): number {
  const negative = Math.max(1, ...rows.map(({ tally }) => tally.negativo))
  const positive = Math.max(1, ...rows.map(({ tally }) => tally.positivo))
  return Math.min(left / negative, right / positive, 12)
}

function cellOf(row: TopicRow, column: Column, scale: number, context: BlockContext): Cell {
  const { table, tableBold } = context.tokens.styles
  const quiet = { ...table, color: COLORS.ink2 }
  switch (column.title) {
    case TOPIC_HEADS.topic:
      return { text: row.title, style: tableBold, isHead: true }
    case TOPIC_HEADS.notes:
      return {
        text: printCount(row.notes),
        style: tableBold,
        goTo: linkTo(context, placeOfAll(row.trail, row.notes)),
      }
    case TOPIC_HEADS.negative:
      return barCell(row, 'negativo', -scale, context)
    case TOPIC_HEADS.positive:
      return barCell(row, 'positivo', scale, context)
    case TOPIC_HEADS.before:
      return { text: row.before ?? '', style: quiet }
    case TOPIC_HEADS.neutral:
      return countCell(row, 'neutro', quiet, context)
    case TOPIC_HEADS.mixed:
      return countCell(row, 'mixto', quiet, context)
    case TOPIC_HEADS.unevaluated:
      return countCell(row, 'sin evaluar', quiet, context)
    case TOPIC_HEADS.balance:
      return {
        text: row.balance,
        style: row.isNegative ? { ...tableBold, color: TONE_COLORS.negativo.text } : tableBold,
      }
    default:
      return traceCell(row, context)
  }
}

const countCell = (row: TopicRow, tone: ToneLabel, style: TextStyle, context: BlockContext): Cell => ({
  text: printCount(row.tally[tone]),
  style,
  goTo: linkTo(context, placeOfTone(row.trail, row.tally[tone], tone)),
})

/** A bar that grows from the axis, its number at its end. Negative `scale` grows to the left. */
function barCell(
  { title, tally, trail }: TopicRow,
  tone: 'positivo' | 'negativo',
  scale: number,
  context: BlockContext,
): Cell {
  const { table } = context.tokens.styles
  const [colors, count] = [TONE_COLORS[tone], tally[tone]]
  const goTo = linkTo(context, placeOfTone(trail, count, tone))
  return {
    draw: (canvas, x, baseline, middle) => {
      const axis = scale < 0 ? x + 4 : x
      const end = axis + count * scale
      const bounds = [
        Math.min(axis, end),
        middle - BAR_HEIGHT / 2,
        Math.max(axis, end),
        middle + BAR_HEIGHT / 2,
      ] as const
      const align = scale < 0 ? 'right' : 'left'
      const draw = () => {
        if (count > 0) fillRect(canvas, bounds, colors.fill)
        drawText(canvas, printCount(count), end + (scale < 0 ? -4 : 4), baseline, table, {
          align,
          color: colors.text,
        })
      }
      const room = scale < 0 ? -NUMBER_ROOM : NUMBER_ROOM
      const area = [
        Math.min(axis, end + room),
        bounds[1] - 1,
        Math.max(axis, end + room),
        bounds[3] + 1,
      ] as const
      linkShape(canvas, goTo, area, `${title}: ${countOf(count, TONE_NOUNS[tone])}`, draw)
    },
  }
}
