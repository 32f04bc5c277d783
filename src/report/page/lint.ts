// Pages as drawn → what is wrong with their layout: text outside the margins, over other text, too small, too pale; lonely heads.

import { heightsOf } from '../typeset/text-style.ts'
import type { Bounds, Page, Tag, TextOp } from './display-list.ts'
import type { Tokens } from './tokens.ts'

export type LayoutFault = {
  readonly page: number
  readonly rule: 'outside-margin' | 'below-foot' | 'too-small' | 'too-pale' | 'overlap' | 'lonely-head'
  readonly text: string
  readonly detail: string
}

const LEAST_CONTRAST = 4.5
/** Overlaps under this size, in points, are the natural nearness of letters. */
const TOLERATED_OVERLAP = { x: 1, y: 0.8 } as const
const ON_DARK = '#FFFFFF'

type TextArea = { readonly op: TextOp; readonly bounds: Bounds }

/** Lints the text of every page. An empty list is a clean layout. */
export function lintPages(pages: readonly Page[], tokens: Tokens): LayoutFault[] {
  return pages.flatMap((page) => {
    const areas = page.ops
      .filter((op) => op.kind === 'text' && op.text.trim() !== '')
      .map((op) => areaOf(op as TextOp))
    return [
      ...areas.flatMap((area) => lintArea(area, page, tokens)),
      ...findOverlaps(areas, page.number),
      ...findLonelyHead(page),
    ]
  })
}

function areaOf(op: TextOp): TextArea {
  const { xHeight, descent } = heightsOf(op.style)
  const trailing = (op.text.length - op.text.trimEnd().length) * op.style.size * 0.2
  const length = op.width - trailing
  const bounds: Bounds = op.isUpright
    ? [op.x - xHeight, op.baseline - length, op.x + descent * 0.35, op.baseline]
    : [op.x, op.baseline - xHeight, op.x + length, op.baseline + descent * 0.35]
  return { op, bounds }
}

function lintArea({ op, bounds }: TextArea, page: Page, tokens: Tokens): LayoutFault[] {
  const [left, top, right, bottom] = bounds
  const fault = (rule: LayoutFault['rule'], detail: string): LayoutFault => ({
    page: page.number,
    rule,
    text: op.text,
    detail,
  })
  const faults: LayoutFault[] = []
  if (left < tokens.margin.left - 4 || right > page.width - tokens.margin.right + 1.5 || top < 8) {
    faults.push(fault('outside-margin', `${left.toFixed(1)}–${right.toFixed(1)}`))
  }
  if (bottom > page.height - 10) faults.push(fault('below-foot', bottom.toFixed(1)))
  if (op.style.size < tokens.smallestText) faults.push(fault('too-small', String(op.style.size)))
  const { color } = op.style
  if (color !== ON_DARK && contrastOnWhite(color) < LEAST_CONTRAST) faults.push(fault('too-pale', color))
  return faults
}

/** Contrast of a colour on white after WCAG 2. */
export function contrastOnWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function findOverlaps(areas: readonly TextArea[], page: number): LayoutFault[] {
  const byTop = areas.toSorted((one, other) => one.bounds[1] - other.bounds[1])
  return byTop.flatMap((area, index) => {
    const faults: LayoutFault[] = []
    for (const other of byTop.slice(index + 1)) {
      if (other.bounds[1] >= area.bounds[3]) break
      if (!doOverlap(area.bounds, other.bounds)) continue
      faults.push({ page, rule: 'overlap', text: area.op.text, detail: other.op.text })
    }
    return faults
  })
}

function doOverlap(one: Bounds, other: Bounds): boolean {
  const across = Math.min(one[2], other[2]) - Math.max(one[0], other[0])
  const down = Math.min(one[3], other[3]) - Math.max(one[1], other[1])
  return across > TOLERATED_OVERLAP.x && down > TOLERATED_OVERLAP.y
}

/** A head whose text is the last of its page, furniture apart. */
function findLonelyHead({ ops, number }: Page): LayoutFault[] {
  const open: Tag[] = []
  let last: { readonly text: string; readonly tags: readonly Tag[] } | null = null
  for (const op of ops) {
    if (op.kind === 'open') open.push(op.tag)
    else if (op.kind === 'close') open.pop()
    else if (op.kind === 'text' && !open.includes('Artifact')) last = { text: op.text, tags: [...open] }
  }
  const head = last?.tags.find((tag) => tag === 'H2' || tag === 'H3')
  return head === undefined
    ? []
    : [{ page: number, rule: 'lonely-head', text: last?.text ?? '', detail: head }]
}
