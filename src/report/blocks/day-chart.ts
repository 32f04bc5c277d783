// The days before and this one → small diverging columns: positive up, negative down, only today in full colour and labelled.
import { type Box, figureBox, gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { drawLine, drawText, fillRect } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { TrendPoint } from '../sintesis.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { printTrendAlt, printTrendTitle } from '../words/trend.ts'
import type { BlockContext } from './context.ts'

export function dayChartBox(
  points: readonly TrendPoint[],
  width: number,
  height: number,
  context: BlockContext,
): Box | null {
  if (points.length === 0) return null
  const { styles } = context.tokens
  const axis: TextStyle = { ...styles.caption, size: context.tokens.smallestText }
  const chart = figureBox({ width, height }, printTrendAlt(points), (canvas, x, y) =>
    drawColumns(canvas, points, { x, y, width, height }, axis),
  )
  return stackBoxes([
    textBox(printTrendTitle(points.length), styles.metaBold, { width }),
    textBox(SINTESIS_LABELS.trendGuide, styles.caption, { width }),
    gapBox(6),
    chart,
  ])
}

function drawColumns(
  canvas: Canvas,
  points: readonly TrendPoint[],
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  axis: TextStyle,
): void {
  const step = area.width / points.length
  const column = Math.min(step * 0.62, 22)
  const labelRoom = axis.leading + 2
  const valueRoom = axis.size + 1
  const up = Math.max(1, ...points.map(({ positive }) => positive))
  const down = Math.max(1, ...points.map(({ negative }) => negative))
  const scale = (area.height - labelRoom - valueRoom * 2) / (up + down)
  const zero = area.y + valueRoom + up * scale
  drawLine(canvas, [area.x, zero], [area.x + area.width, zero], { color: COLORS.ink, width: 0.8 })
  for (const [index, point] of points.entries()) {
    const isToday = index === points.length - 1
    const left = area.x + step * index + (step - column) / 2
    const center = left + column / 2
    const [top, bottom] = [zero - point.positive * scale, zero + point.negative * scale]
    if (point.positive > 0) {
      fillRect(
        canvas,
        [left, top, left + column, zero],
        isToday ? TONE_COLORS.positivo.fill : COLORS.pastPositive,
      )
    }
    if (point.negative > 0) {
      fillRect(
        canvas,
        [left, zero, left + column, bottom],
        isToday ? TONE_COLORS.negativo.fill : COLORS.pastNegative,
      )
    }
    if (isToday) {
      drawText(canvas, String(point.positive), center, top - 2.6, axis, {
        align: 'center',
        color: TONE_COLORS.positivo.text,
      })
      drawText(canvas, String(point.negative), center, bottom + axis.size * 0.95, axis, {
        align: 'center',
        color: TONE_COLORS.negativo.text,
      })
    }
    const face = isToday ? ({ face: 'sans-semibold', color: COLORS.ink } as const) : {}
    drawText(canvas, point.label, center, area.y + area.height - 1, { ...axis, ...face }, { align: 'center' })
  }
}
