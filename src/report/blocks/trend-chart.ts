// The points of a trend → diverging columns with every value, and under them the period and its balance.
import { type Box, figureBox, gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { drawLine, drawText, fillRect, tag } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { Trend } from '../posicionamiento.ts'
import type { TrendPoint } from '../sintesis.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { printBalance } from '../words/numbers.ts'
import { REPORT_LABELS, TOPIC_HEADS } from '../words/questions.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

const HIGHEST = 190
const LABELS_WIDTH = { carta: 46, movil: 0 } as const
/** Height of one note where there are few, so that two notes do not look like a crowd. */
const HIGHEST_NOTE = 14

/** Where the columns stand: `scale` is the height of one note. */
type Geometry = {
  readonly height: number
  readonly above: number
  readonly scale: number
  readonly hasBalance: boolean
}

export function trendChartBox(trend: Trend, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const geometry = measureTrend(trend, context)
  const figure = figureBox({ width: textWidth, height: geometry.height }, trend.alt, (canvas, x, y) =>
    drawTrend(canvas, trend, { x, y }, geometry, context),
  )
  const chart: Box = {
    height: geometry.height,
    draw: (canvas, x, y) => {
      figure.draw(canvas, x, y)
      drawLinked(canvas, trend, { x, y }, geometry, context)
    },
  }
  return stackBoxes([
    textBox(trend.title, styles.smallBlock, { width: textWidth, tag: 'H2', isBalanced: isPhone(context) }),
    textBox(trend.guide, { ...styles.small, color: COLORS.ink2 }, { width: textWidth }),
    gapBox(6),
    chart,
  ])
}

function measureTrend({ points }: Trend, context: BlockContext): Geometry {
  const { caption } = context.tokens.styles
  const hasBalance = points.some(({ balance }) => balance !== null)
  const value = caption.size + 2
  const foot = caption.leading * (hasBalance ? 2 : 1) + 6
  const up = Math.max(1, ...points.map(({ positive }) => positive))
  const down = Math.max(1, ...points.map(({ negative }) => negative))
  const scale = Math.min(HIGHEST_NOTE, (HIGHEST - foot - value * 2) / (up + down))
  return { height: (up + down) * scale + value * 2 + foot, above: value + up * scale, scale, hasBalance }
}

function drawTrend(
  canvas: Canvas,
  trend: Trend,
  { x, y }: { readonly x: number; readonly y: number },
  { height, above, scale, hasBalance }: Geometry,
  context: BlockContext,
): void {
  const { left, width, step } = placeColumns(trend, x, context)
  const column = Math.min(step * 0.62, 25)
  const [zero, bottom] = [y + above, y + height]
  drawLine(canvas, [left, zero], [left + width, zero], { color: COLORS.ink, width: 0.8 })
  if (!isPhone(context)) drawLabels(canvas, trend, { left: x, zero, bottom }, hasBalance, context)
  for (const [index, point] of trend.points.entries()) {
    const center = left + step * (index + 0.5)
    const isCurrent = index >= trend.currentFrom
    drawColumn(canvas, point, { center, zero, scale, column, isCurrent })
    if (point.goTo === null) drawCounts(canvas, point, { center, zero, scale, isCurrent }, context)
    drawFoot(canvas, point, { center, bottom, isCurrent }, hasBalance, context)
  }
}

function drawLabels(
  canvas: Canvas,
  { unit }: Trend,
  place: { readonly left: number; readonly zero: number; readonly bottom: number },
  hasBalance: boolean,
  context: BlockContext,
): void {
  const { metaBold, caption, captionBold } = context.tokens.styles
  const { left, zero, bottom } = place
  drawText(canvas, `${REPORT_LABELS.positive} `, left, zero - 5, metaBold, {
    color: TONE_COLORS.positivo.text,
  })
  drawText(canvas, `${REPORT_LABELS.negative} `, left, zero + 11, metaBold, {
    color: TONE_COLORS.negativo.text,
  })
  drawText(canvas, `${unit} `, left, bottom - 1 - (hasBalance ? caption.leading + 1 : 0), caption)
  if (hasBalance) drawText(canvas, `${TOPIC_HEADS.balance} `, left, bottom - 1, captionBold)
}

function placeColumns({ points }: Trend, x: number, context: BlockContext) {
  const { textWidth, format } = context.tokens
  const width = textWidth - LABELS_WIDTH[format]
  return { left: x + LABELS_WIDTH[format], width, step: width / points.length }
}

/** The counts that lead to their notes: beside the figure, so that a reader without eyes can follow them. */
function drawLinked(
  canvas: Canvas,
  trend: Trend,
  { x, y }: { readonly x: number; readonly y: number },
  { above, scale }: Geometry,
  context: BlockContext,
): void {
  const { left, step } = placeColumns(trend, x, context)
  if (trend.points.every(({ goTo }) => goTo === null)) return
  tag(canvas, 'P', {}, () => {
    for (const [index, point] of trend.points.entries()) {
      if (point.goTo === null) continue
      const center = left + step * (index + 0.5)
      const isCurrent = index >= trend.currentFrom
      drawCounts(canvas, point, { center, zero: y + above, scale, isCurrent }, context)
    }
  })
}

type ColumnPlace = {
  readonly center: number
  readonly zero: number
  readonly scale: number
  readonly isCurrent: boolean
}

function drawColumn(
  canvas: Canvas,
  { positive, negative }: TrendPoint,
  { center, zero, scale, column, isCurrent }: ColumnPlace & { readonly column: number },
): void {
  const [left, right] = [center - column / 2, center + column / 2]
  const [top, bottom] = [zero - positive * scale, zero + negative * scale]
  if (positive > 0)
    fillRect(canvas, [left, top, right, zero], isCurrent ? TONE_COLORS.positivo.fill : COLORS.pastPositive)
  if (negative > 0)
    fillRect(canvas, [left, zero, right, bottom], isCurrent ? TONE_COLORS.negativo.fill : COLORS.pastNegative)
}

function drawCounts(
  canvas: Canvas,
  { positive, negative, goTo }: TrendPoint,
  { center, zero, scale, isCurrent }: ColumnPlace,
  context: BlockContext,
): void {
  const { caption, captionBold } = context.tokens.styles
  const style = (color: string): TextStyle =>
    isCurrent ? { ...captionBold, color } : { ...caption, color: COLORS.ink2 }
  const [top, bottom] = [zero - positive * scale, zero + negative * scale]
  drawText(canvas, `${positive} `, center, top - 2.8, style(TONE_COLORS.positivo.text), {
    align: 'center',
    goTo: linkTo(context, goTo?.positive ?? null),
  })
  drawText(canvas, `${negative} `, center, bottom + caption.size + 0.6, style(TONE_COLORS.negativo.text), {
    align: 'center',
    goTo: linkTo(context, goTo?.negative ?? null),
  })
}

function drawFoot(
  canvas: Canvas,
  { label, balance }: TrendPoint,
  place: { readonly center: number; readonly bottom: number; readonly isCurrent: boolean },
  hasBalance: boolean,
  context: BlockContext,
): void {
  const { caption, captionBold } = context.tokens.styles
  const { center, bottom, isCurrent } = place
  const line = bottom - 1 - (hasBalance ? caption.leading + 1 : 0)
  drawText(canvas, `${label} `, center, line, isCurrent ? captionBold : caption, { align: 'center' })
  if (!hasBalance) return
  const color = balance !== null && balance < 0 ? TONE_COLORS.negativo.text : COLORS.ink
  drawText(canvas, `${printBalance(balance)} `, center, bottom - 1, captionBold, { align: 'center', color })
}
