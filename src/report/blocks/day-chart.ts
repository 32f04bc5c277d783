// The days before and this one → small diverging columns: positive up, negative down, only today in full colour and labelled.
import { type Box, figureBox, gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { drawLine, drawText, fillRect, tag } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { TrendPoint } from '../sintesis.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { printTrendAlt, printTrendTitle } from '../words/trend.ts'
import { type BlockContext, linkTo } from './context.ts'

export function dayChartBox(
  points: readonly TrendPoint[],
  width: number,
  height: number,
  context: BlockContext,
): Box | null {
  if (points.length === 0) return null
  const { styles } = context.tokens
  const axis: TextStyle = { ...styles.caption, size: context.tokens.smallestText }
  const figure = figureBox({ width, height }, printTrendAlt(points), (canvas, x, y) =>
    drawColumns(canvas, points, { x, y, width, height }, axis),
  )
  const chart: Box = {
    height,
    draw: (canvas, x, y) => {
      figure.draw(canvas, x, y)
      drawCounts(canvas, points, { x, y, width, height }, axis, context)
    },
  }
  return stackBoxes([
    textBox(printTrendTitle(points.length), styles.metaBold, { width }),
    textBox(SINTESIS_LABELS.trendGuide, styles.caption, { width }),
    gapBox(6),
    chart,
  ])
}

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where the columns stand: `scale` is the height of one note. */
function measureColumns(points: readonly TrendPoint[], area: Area, axis: TextStyle) {
  const step = area.width / points.length
  const valueRoom = axis.size + 1
  const up = Math.max(1, ...points.map(({ positive }) => positive))
  const down = Math.max(1, ...points.map(({ negative }) => negative))
  const scale = (area.height - axis.leading - 2 - valueRoom * 2) / (up + down)
  return { step, column: Math.min(step * 0.62, 22), scale, zero: area.y + valueRoom + up * scale }
}

/** The counts of today, which lead to their notes: beside the figure, so that a reader without eyes can follow them. */
function drawCounts(
  canvas: Canvas,
  points: readonly TrendPoint[],
  area: Area,
  axis: TextStyle,
  context: BlockContext,
): void {
  const today = points.at(-1)
  if (today === undefined) return
  const { step, scale, zero } = measureColumns(points, area, axis)
  const center = area.x + step * (points.length - 0.5)
  tag(canvas, 'P', {}, () => {
    drawText(canvas, `${today.positive} `, center, zero - today.positive * scale - 2.6, axis, {
      align: 'center',
      color: TONE_COLORS.positivo.text,
      goTo: linkTo(context, today.goTo?.positive ?? null),
    })
    const below = zero + today.negative * scale + axis.size * 0.95
    drawText(canvas, `${today.negative} `, center, below, axis, {
      align: 'center',
      color: TONE_COLORS.negativo.text,
      goTo: linkTo(context, today.goTo?.negative ?? null),
    })
  })
}

function drawColumns(canvas: Canvas, points: readonly TrendPoint[], area: Area, axis: TextStyle): void {
  const { step, column, scale, zero } = measureColumns(points, area, axis)
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
    const face = isToday ? ({ face: 'sans-semibold', color: COLORS.ink } as const) : {}
    drawText(canvas, point.label, center, area.y + area.height - 1, { ...axis, ...face }, { align: 'center' })
  }
}
