// One mark of a page (text, line, shape, image) → that mark on an open document.

import { openFont } from '../fonts/faces.ts'
import { splitRuns } from '../fonts/split-runs.ts'
import type { Bounds, Op, Stroke, TextOp } from '../page/display-list.ts'
import { widthOf } from '../typeset/text-style.ts'
import type { TaggedDocument } from './pdf-document.ts'

export type ShapeOp = Extract<Op, { readonly kind: 'rect' | 'line' | 'path' | 'circle' | 'image' }>

/** Images already in a document, by their bytes. */
export type KnownImages = Map<Uint8Array, { readonly width: number; readonly height: number }>

/** Paints text, upright when asked, with its underline. */
export function paintText(document: TaggedDocument, op: TextOp): void {
  if (op.isUpright) {
    document.save().rotate(-90, { origin: [op.x, op.baseline] })
    paintRuns(document, op)
    document.restore()
    return
  }
  paintRuns(document, op)
  if (!op.isUnderlined) return
  const y = op.baseline + 1.6
  document
    .moveTo(op.x, y)
    .lineTo(op.x + op.width, y)
    .lineWidth(0.4)
    .strokeColor(op.style.color)
    .stroke()
}

function paintRuns(document: TaggedDocument, op: TextOp): void {
  let x = op.x
  for (const { key, text } of splitRuns(op.style.face, op.text)) {
    document
      .font(openFont(key) as unknown as string, key)
      .fontSize(op.style.size)
      .fillColor(op.style.color)
      .text(text, x, op.baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: op.style.tracking,
      })
    x += widthOf(text, op.style)
  }
}

/** Paints a shape or an image. */
export function paintShape(document: TaggedDocument, op: ShapeOp, images: KnownImages): void {
  if (op.kind === 'image') {
    paintImage(document, op.bytes, op.bounds, op.fit, images)
    return
  }
  if (op.kind === 'line') document.moveTo(...op.from).lineTo(...op.to)
  else if (op.kind === 'circle') document.circle(...op.center, op.radius)
  else if (op.kind === 'path') document.path(op.d)
  else {
    const [left, top, right, bottom] = op.bounds
    document.rect(left, top, right - left, bottom - top)
  }
  finishShape(document, op.kind === 'line' ? null : op.fill, op.stroke)
}

function finishShape(document: TaggedDocument, fill: string | null, stroke: Stroke | null): void {
  if (stroke !== null) {
    document.lineWidth(stroke.width).lineJoin('round')
    if (stroke.dash !== undefined) document.dash(stroke.dash[0], { space: stroke.dash[1] })
  }
  if (fill !== null && stroke !== null) document.fillAndStroke(fill, stroke.color)
  else if (fill !== null) document.fill(fill)
  else if (stroke !== null) document.stroke(stroke.color)
  if (stroke?.dash !== undefined) document.undash()
}

/** Clips by itself: the library's `cover` does not. A covering image keeps its top, where headlines are. */
function paintImage(
  document: TaggedDocument,
  bytes: Uint8Array,
  [left, top, right, bottom]: Bounds,
  fit: 'cover' | 'contain',
  images: KnownImages,
): void {
  const image = images.get(bytes) ?? document.openImage(Buffer.from(bytes))
  images.set(bytes, image)
  const [width, height] = [right - left, bottom - top]
  const scales = [width / image.width, height / image.height] as const
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales)
  const drawn = { width: image.width * scale, height: image.height * scale }
  const x = left + (width - drawn.width) / 2
  const y = fit === 'cover' ? top : top + (height - drawn.height) / 2
  document.save().rect(left, top, width, height).clip()
  document.image(image as unknown as string, x, y, drawn)
  document.restore()
}
