// A tone → its glyph as vectors: the shape says it, the colour repeats it.
import type { ToneLabel } from '../../model.ts'
import type { Canvas } from './display-list.ts'
import { TONE_COLORS } from './tokens.ts'

const round = (value: number): number => Math.round(value * 100) / 100

const polygon = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`

/** Draws ▲ ○ ◆ ▼, or a dotted ring for `sin evaluar`, with side `size` standing on a baseline. */
export function drawToneGlyph(
  canvas: Canvas,
  tone: ToneLabel,
  x: number,
  baseline: number,
  size: number,
): void {
  const color = TONE_COLORS[tone].text
  const top = baseline - size * 0.92
  const middle: readonly [number, number] = [x + size / 2, top + size * 0.54]
  if (tone === 'positivo' || tone === 'negativo') {
    const flat = tone === 'positivo' ? top + size : top + size * 0.08
    const tip = tone === 'positivo' ? top + size * 0.08 : top + size
    const d = polygon([
      [x, flat],
      [x + size / 2, tip],
      [x + size, flat],
    ])
    canvas.ops.push({ kind: 'path', d, fill: color, stroke: null })
  } else if (tone === 'mixto') {
    drawDiamond(canvas, middle, size / 2, color)
  } else {
    const dash = tone === 'sin evaluar' ? { dash: [size * 0.2, size * 0.2] as const } : {}
    const stroke = { color, width: size * (tone === 'neutro' ? 0.17 : 0.13), ...dash }
    canvas.ops.push({ kind: 'circle', center: middle, radius: size * 0.36, fill: null, stroke })
  }
}

function drawDiamond(canvas: Canvas, [x, y]: readonly [number, number], radius: number, color: string): void {
  const top = [x, y - radius] as const
  const bottom = [x, y + radius] as const
  const left = [x - radius, y] as const
  const right = [x + radius, y] as const
  const stroke = { color, width: radius * 0.26 }
  canvas.ops.push({ kind: 'path', d: polygon([top, right, bottom, left]), fill: null, stroke })
  canvas.ops.push({ kind: 'path', d: polygon([top, bottom, left]), fill: color, stroke: null })
}
