// What an outlet made of a boletín → its mark: filled, half filled, empty, turned against, or a dot.
import { drawCircle, fillRect, strokeRect } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS } from '../page/tokens.ts'
import { drawToneGlyph } from '../page/tone-glyph.ts'
import type { MatrixMark } from '../posicionamiento.ts'

/** Draws a mark of side `size` around a point. */
export function drawMatrixMark(
  canvas: Canvas,
  mark: MatrixMark | null,
  x: number,
  y: number,
  size: number,
): void {
  const half = size / 2
  const frame = [x - half + 0.4, y - half + 0.4, x + half - 0.4, y + half - 0.4] as const
  const outline = { color: COLORS.ink, width: 0.8 }
  if (mark === null) drawCircle(canvas, [x, y], 0.8, { fill: COLORS.dot })
  else if (mark === 'en-contra') drawToneGlyph(canvas, 'negativo', x - half, y + half * 0.9, size)
  else if (mark === 'casi-igual') fillRect(canvas, [x - half, y - half, x + half, y + half], COLORS.ink)
  else {
    strokeRect(canvas, frame, outline)
    if (mark === 'parcial') fillRect(canvas, [x - half, y, x + half, y + half], COLORS.ink)
  }
}
