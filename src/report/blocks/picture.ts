// A picture, or the reason why it is missing → its frame with a caption.
import { type Box, figureBox, gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { drawParagraph, strokeRect } from '../page/canvas.ts'
import { COLORS } from '../page/tokens.ts'
import type { Picture } from '../picture.ts'
import { setParagraph } from '../typeset/paragraph.ts'
import type { BlockContext } from './context.ts'

export function pictureBox(
  picture: Picture,
  size: { readonly width: number; readonly height: number },
  context: BlockContext,
): Box {
  const { caption } = context.tokens.styles
  if (picture.kind === 'missing') return emptyFrame(picture.reason, size, context)
  return stackBoxes([
    imageBox(picture, size),
    gapBox(2),
    textBox(picture.caption, caption, { width: size.width, maxLines: 2 }),
  ])
}

/** A picture alone in a thin frame. */
export const imageBox = (
  { bytes, alt }: Extract<Picture, { kind: 'image' }>,
  size: { readonly width: number; readonly height: number },
): Box =>
  figureBox(size, alt, (canvas, x, y) => {
    const bounds = [x, y, x + size.width, y + size.height] as const
    canvas.ops.push({ kind: 'image', bytes, bounds, fit: 'cover' })
    strokeRect(canvas, bounds, { color: COLORS.hair, width: 0.5 })
  })

/** A dashed frame that says why: a missing picture is a visible mark. */
function emptyFrame(
  reason: string,
  size: { readonly width: number; readonly height: number },
  context: BlockContext,
): Box {
  const { caption } = context.tokens.styles
  const text = setParagraph([{ text: reason }], caption, {
    width: size.width - 8,
    maxLines: Math.max(1, Math.floor((size.height - 6) / caption.leading)),
  })
  return figureBox(size, reason, (canvas, x, y) => {
    const frame = [x + 0.4, y + 0.4, x + size.width - 0.4, y + size.height - 0.4] as const
    strokeRect(canvas, frame, { color: COLORS.ink3, width: 0.6, dash: [2, 2] })
    drawParagraph(canvas, text, x + 4, y + (size.height - text.height) / 2)
  })
}
