// A page being drawn: each function adds one instruction to it. Only blocks and the flow write here.

import { dropUnsettable } from '../typeset/clean-text.ts'
import type { GlyphSpan, Paragraph } from '../typeset/paragraph.ts'
import { baselineOf, type TextStyle, widthOf } from '../typeset/text-style.ts'
import type { Bounds, Canvas, Stroke, Tag, TagAttributes } from './display-list.ts'
import { COLORS } from './tokens.ts'
import { drawToneGlyph } from './tone-glyph.ts'

export type Align = 'left' | 'center' | 'right'

export type LineTextOptions = {
  readonly align?: Align
  readonly color?: string
  readonly href?: string | null
  readonly goTo?: string | null
}

export const HAIR: Stroke = { color: COLORS.hair, width: 0.6 }
export const RULE: Stroke = { color: COLORS.ink, width: 0.7 }

export function openTag(canvas: Canvas, tag: Tag, attributes: TagAttributes = {}): void {
  canvas.ops.push({ kind: 'open', tag, attributes })
}

export function closeTag(canvas: Canvas): void {
  canvas.ops.push({ kind: 'close' })
}

/** Everything that `draw` adds belongs to one element of the document's structure. */
export function tag(canvas: Canvas, name: Tag, attributes: TagAttributes, draw: () => void): void {
  openTag(canvas, name, attributes)
  draw()
  closeTag(canvas)
}

export function fillRect(canvas: Canvas, bounds: Bounds, fill: string): void {
  canvas.ops.push({ kind: 'rect', bounds, fill, stroke: null })
}

export function strokeRect(canvas: Canvas, bounds: Bounds, stroke: Stroke): void {
  canvas.ops.push({ kind: 'rect', bounds, fill: null, stroke })
}

export function drawLine(
  canvas: Canvas,
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: Stroke = HAIR,
): void {
  canvas.ops.push({ kind: 'line', from, to, stroke })
}

export function drawCircle(
  canvas: Canvas,
  center: readonly [number, number],
  radius: number,
  paint: { readonly fill?: string; readonly stroke?: Stroke },
): void {
  canvas.ops.push({ kind: 'circle', center, radius, fill: paint.fill ?? null, stroke: paint.stroke ?? null })
}

export function drawPath(
  canvas: Canvas,
  d: string,
  paint: { readonly fill?: string; readonly stroke?: Stroke },
): void {
  canvas.ops.push({ kind: 'path', d, fill: paint.fill ?? null, stroke: paint.stroke ?? null })
}

/** A horizontal hairline or rule that is decoration: screen readers skip it. */
export function drawRule(canvas: Canvas, x: number, y: number, width: number, stroke: Stroke = HAIR): void {
  tag(canvas, 'Artifact', {}, () => drawLine(canvas, [x, y], [x + width, y], stroke))
}

/** Sets clean, short text on one line at a baseline; `x` is the left end, the middle or the right end. Returns its width. */
export function drawText(
  canvas: Canvas,
  text: string,
  x: number,
  baseline: number,
  style: TextStyle,
  options: LineTextOptions = {},
): number {
  const settable = dropUnsettable(text)
  const width = widthOf(settable, style)
  const shift = options.align === 'right' ? width : options.align === 'center' ? width / 2 : 0
  canvas.ops.push({
    kind: 'text',
    x: x - shift,
    baseline,
    text: settable,
    width,
    style: options.color === undefined ? style : { ...style, color: options.color },
    href: options.href ?? null,
    goTo: options.goTo ?? null,
    isUnderlined: false,
    isUpright: false,
  })
  return width
}

/** Draws a set paragraph with its top at `y`. Lines that a reader must join carry the space between them. */
export function drawParagraph(canvas: Canvas, paragraph: Paragraph, x: number, y: number): void {
  for (const [index, line] of paragraph.lines.entries()) {
    const baseline = y + index * paragraph.style.leading + baselineOf(paragraph.style)
    const isLast = index === paragraph.lines.length - 1
    for (const [place, run] of line.runs.entries()) {
      if (run.kind === 'glyph') {
        drawSpokenGlyph(canvas, run.span, x + run.x, baseline)
        continue
      }
      const endsLine = place === line.runs.length - 1 && !isLast && !line.isHyphenated
      canvas.ops.push({
        kind: 'text',
        x: x + run.x,
        baseline,
        text: endsLine ? `${run.text} ` : run.text,
        width: run.width,
        style: run.style,
        href: run.span.href ?? null,
        goTo: run.span.goTo ?? null,
        isUnderlined: run.span.isUnderlined ?? false,
        isUpright: false,
      })
    }
  }
}

/** A glyph that says by itself what it stands for, or silently beside its word. */
export function drawSpokenGlyph(canvas: Canvas, span: GlyphSpan, x: number, baseline: number): void {
  const draw = () => drawToneGlyph(canvas, span.tone, x, baseline, span.size)
  if (span.spoken === undefined) draw()
  else tag(canvas, 'Span', { actual: span.spoken }, draw)
}

/** Names a place that links inside the document lead to. */
export function markAnchor(canvas: Canvas, name: string, y: number): void {
  canvas.ops.push({ kind: 'anchor', name, y })
}

export function addBookmark(canvas: Canvas, title: string, y: number): void {
  canvas.ops.push({ kind: 'bookmark', title, y })
}
