// The points of a trend → diverging columns with every value, and under them the period and its balance.
import { type Box, figureBox, gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { drawLine, drawText, fillRect } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { Trend } from '../posicionamiento.ts'
import type { TrendPoint } from '../sintesis.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { printBalance } from '../words/numbers.ts'
import { REPORT_LABELS, TOPIC_HEADS } from '../words/questions.ts'
import { type BlockContext, isPhone } from './context.ts'

const HEIGHT = { carta: 186, movil: 190 } as const
const LABELS_WIDTH = { carta: 46, movil: 0 } as const

export function trendChartBox(trend: Trend, context: BlockContext): Box {
  const { styles, textWidth, format } = context.tokens
  const height = HEIGHT[format]
  const chart = figureBox({ width: textWidth, height }, trend.alt, (canvas, x, y) =>
    drawTrend(canvas, trend, { x, y, width: textWidth, height }, context),
  )
  return stackBoxes([
    textBox(trend.title, styles.smallBlock, { width: textWidth, tag: 'H2', isBalanced: isPhone(context) }),
    textBox(trend.guide, { ...styles.small, color: COLORS.ink2 }, { width: textWidth }),
    gapBox(6),
    chart,
  ])
}

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function drawTrend(canvas: Canvas, trend: Trend, area: Area, context: BlockContext): void {
  const { styles, format } = context.tokens
  const { points } = trend
  const left = area.x + LABELS_WIDTH[format]
  const width = area.width - LABELS_WIDTH[format]
  const step = width / points.length
  const column = Math.min(step * 0.62, 25)
  const foot = styles.caption.leading * 2 + 4
  const value = styles.caption.size + 2
  const up = Math.max(1, ...points.map(({ positive }) => positive))
  const down = Math.max(1, ...points.map(({ negative }) => negative))
  const scale = Math.min(9, (area.height - foot - value * 2) / (up + down))
  const zero = area.y + value + up * scale
  drawLine(canvas, [left, zero], [left + width, zero], { color: COLORS.ink, width: 0.8 })
  if (!isPhone(context))
    drawLabels(canvas, trend, { left: area.x, zero, bottom: area.y + area.height }, context)
  for (const [index, point] of points.entries()) {
    const center = left + step * (index + 0.5)
    const isLast = index === points.length - 1
    drawColumn(canvas, point, { center, zero, scale, column, isLast }, context)
    drawFoot(canvas, point, { center, bottom: area.y + area.height, isLast, step }, context)
  }
}

function drawLabels(
  canvas: Canvas,
  { unit }: Trend,
  place: { readonly left: number; readonly zero: number; readonly bottom: number },
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
  drawText(canvas, `${unit} `, left, bottom - caption.leading - 2, caption)
  drawText(canvas, `${TOPIC_HEADS.balance} `, left, bottom - 1, captionBold)
}

function drawColumn(
  canvas: Canvas,
  { positive, negative }: TrendPoint,
  place: {
    readonly center: number
    readonly zero: number
    readonly scale: number
    readonly column: number
    readonly isLast: boolean
  },
  context: BlockContext,
): void {
  const { center, zero, scale, column, isLast } = place
  const { caption, captionBold } = context.tokens.styles
  const [left, right] = [center - column / 2, center + column / 2]
  const [top, bottom] = [zero - positive * scale, zero + negative * scale]
  if (positive > 0)
    fillRect(canvas, [left, top, right, zero], isLast ? TONE_COLORS.positivo.fill : COLORS.pastPositive)
  if (negative > 0)
    fillRect(canvas, [left, zero, right, bottom], isLast ? TONE_COLORS.negativo.fill : COLORS.pastNegative)
  const style = (color: string): TextStyle =>
    isLast ? { ...captionBold, color } : { ...caption, color: COLORS.ink2 }
  drawText(canvas, `${positive} `, center, top - 2.8, style(TONE_COLORS.positivo.text), { align: 'center' })
  drawText(canvas, `${negative} `, center, bottom + caption.size + 0.6, style(TONE_COLORS.negativo.text), {
    align: 'center',
  })
}

function drawFoot(
  canvas: Canvas,
  { label, balance }: TrendPoint,
  place: {
    readonly center: number
    readonly bottom: number
    readonly isLast: boolean
    readonly step: number
  },
  context: BlockContext,
): void {
  const { caption, captionBold } = context.tokens.styles
  const { center, bottom, isLast } = place
  const name = isLast ? captionBold : caption
  drawText(canvas, `${label} `, center, bottom - caption.leading - 2, name, { align: 'center' })
  const color = balance !== null && balance < 0 ? TONE_COLORS.negativo.text : COLORS.ink
  drawText(canvas, `${printBalance(balance)} `, center, bottom - 1, captionBold, { align: 'center', color })
}
