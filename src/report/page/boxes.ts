// Measured pieces of a page and how they combine: a box knows its height and draws itself where it is put.

import { type ParagraphOptions, type Span, setParagraph } from '../typeset/paragraph.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { drawParagraph, drawRule, HAIR, markAnchor, tag } from './canvas.ts'
import type { Canvas, Stroke, Tag, TagAttributes } from './display-list.ts'

export type Box = {
  readonly height: number
  readonly draw: (canvas: Canvas, x: number, y: number) => void
}

export type TextBoxOptions = ParagraphOptions & { readonly tag?: Tag; readonly attributes?: TagAttributes }

/** Text as one element (a paragraph unless told). Serif text is hyphenated unless told; what is cut keeps its full text. */
export function textBox(content: string | readonly Span[], style: TextStyle, options: TextBoxOptions): Box {
  const spans = typeof content === 'string' ? [{ text: content }] : content
  const isHyphenated = options.isHyphenated ?? (style.face.startsWith('serif') && !options.isBalanced)
  const paragraph = setParagraph(spans, style, { ...options, isHyphenated })
  const full = spans.map((span) => ('text' in span ? span.text : '')).join('')
  const attributes = { ...(paragraph.isCut ? { actual: full } : {}), ...options.attributes }
  return {
    height: paragraph.height,
    draw: (canvas, x, y) =>
      tag(canvas, options.tag ?? 'P', attributes, () => drawParagraph(canvas, paragraph, x, y)),
  }
}

/** Empty space. */
export const gapBox = (height: number): Box => ({ height, draw: () => {} })

/** A line across, above whatever follows; it takes no height. */
export const ruleBox = (width: number, stroke: Stroke = HAIR): Box => ({
  height: 0,
  draw: (canvas, x, y) => drawRule(canvas, x, y, width, stroke),
})

/** Boxes one under the other. */
export function stackBoxes(boxes: readonly (Box | null)[]): Box {
  const present = boxes.filter((box) => box !== null)
  return {
    height: present.reduce((total, box) => total + box.height, 0),
    draw: (canvas, x, y) => {
      let top = y
      for (const box of present) {
        box.draw(canvas, x, top)
        top += box.height
      }
    },
  }
}

/** Boxes side by side, each at its distance from the left, tops aligned. */
export function rowBox(cells: readonly { readonly x: number; readonly box: Box }[]): Box {
  return {
    height: Math.max(0, ...cells.map(({ box }) => box.height)),
    draw: (canvas, x, y) => {
      for (const cell of cells) cell.box.draw(canvas, x + cell.x, y)
    },
  }
}

/** A box as one element of the structure. */
export const tagBox = (name: Tag, box: Box, attributes: TagAttributes = {}): Box => ({
  height: box.height,
  draw: (canvas, x, y) => tag(canvas, name, attributes, () => box.draw(canvas, x, y)),
})

/** A drawing of fixed size that is an image for a screen reader: `alt` says what it shows, with its values. */
export function figureBox(
  size: { readonly width: number; readonly height: number },
  alt: string,
  draw: (canvas: Canvas, x: number, y: number) => void,
): Box {
  return {
    height: size.height,
    draw: (canvas, x, y) => {
      const bounds = [x, y, x + size.width, y + size.height] as const
      tag(canvas, 'Figure', { alt, bounds }, () => draw(canvas, x, y))
    },
  }
}

/** A box that links inside the document lead to. */
export const anchorBox = (name: string, box: Box): Box => ({
  height: box.height,
  draw: (canvas, x, y) => {
    markAnchor(canvas, name, y)
    box.draw(canvas, x, y)
  },
})

/** A box set in from the left and from the top. */
export const padBox = (
  box: Box,
  padding: { readonly left?: number; readonly top?: number; readonly bottom?: number },
): Box => ({
  height: box.height + (padding.top ?? 0) + (padding.bottom ?? 0),
  draw: (canvas, x, y) => box.draw(canvas, x + (padding.left ?? 0), y + (padding.top ?? 0)),
})
