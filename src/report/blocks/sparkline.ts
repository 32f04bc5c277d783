// Past values of one figure → a line without axis on its own scale, its last value a dot; zero shown where it is crossed.
import { type Box, figureBox } from '../page/boxes.ts'
import { drawCircle, drawLine, drawPath, HAIR } from '../page/canvas.ts'
import { COLORS } from '../page/tokens.ts'

export function sparklineBox(series: readonly number[], alt: string, width: number, height: number): Box {
  const highest = Math.max(...series)
  const lowest = Math.min(...series)
  const span = highest === lowest ? 1 : highest - lowest
  return figureBox({ width, height }, alt, (canvas, x, y) => {
    const across = (index: number) => x + (index / Math.max(1, series.length - 1)) * width
    const down = (value: number) => y + height - ((value - lowest) / span) * height
    if (lowest < 0 && highest > 0) drawLine(canvas, [x, down(0)], [x + width, down(0)], HAIR)
    const points = series.map((value, index) => `${across(index).toFixed(2)} ${down(value).toFixed(2)}`)
    drawPath(canvas, `M${points.join('L')}`, { stroke: { color: COLORS.ink2, width: 0.95 } })
    const last = series.length - 1
    drawCircle(canvas, [across(last), down(series[last] ?? 0)], 1.7, { fill: COLORS.ink })
  })
}
