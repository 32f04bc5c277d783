// A tally of tones → one stacked bar with its counts; the mixed part is hatched, the unevaluated part is outlined.
import type { ToneLabel, ToneTally } from '../../model.ts'
import type { Box } from '../page/boxes.ts'
import { drawLine, drawText, fillRect, strokeRect, tag } from '../page/canvas.ts'
import type { Bounds, Canvas } from '../page/display-list.ts'
import { COLORS, GLYPH_SHARE, TONE_COLORS, TONE_ORDER } from '../page/tokens.ts'
import { drawToneGlyph } from '../page/tone-glyph.ts'
import { type TextStyle, widthOf } from '../typeset/text-style.ts'
import { countOf } from '../words/numbers.ts'
import { nameTally, TONE_NOUNS } from '../words/tones.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

const DIVIDER = 0.8
const HATCH_STEP = 2.6
const LABEL_GAP = 8

type Segment = {
  readonly tone: ToneLabel
  readonly count: number
  readonly x: number
  readonly width: number
}

/** What a bar tells the tone of, and how the places that its counts lead to are called. */
type BarSubject = { readonly of: string; readonly trail: string }

const NOTES_BAR: BarSubject = { of: 'las notas', trail: 'cifra' }

/** `empty` is what stands under the outline of a bar without notes. */
export function toneBarBox(
  tally: ToneTally,
  width: number,
  barHeight: number,
  empty: string,
  context: BlockContext,
  subject: BarSubject = NOTES_BAR,
): Box {
  const { metaBold } = context.tokens.styles
  const segments = listSegments(tally, width)
  const alt = segments.length === 0 ? empty : `Tono de ${subject.of}: ${nameTally(tally)}.`
  const labels = placeLabels(segments, width, metaBold, isPhone(context))
  const rows = 1 + Math.max(0, ...labels.map(({ row }) => row))
  const height = barHeight + metaBold.leading * rows + 3
  return {
    height,
    draw: (canvas, x, y) => {
      const bounds: Bounds = [x, y, x + width, y + height]
      tag(canvas, 'Figure', { alt, bounds }, () => {
        if (segments.length === 0) {
          strokeRect(canvas, [x, y, x + width, y + barHeight], { color: COLORS.hair, width: 0.6 })
          drawText(canvas, empty, x, y + barHeight + metaBold.leading, metaBold, { color: COLORS.ink2 })
        }
        for (const segment of segments) drawSegment(canvas, segment, x, y, barHeight)
      })
      if (segments.length === 0) return
      tag(canvas, 'P', {}, () => {
        for (const label of labels) {
          const baseline = y + barHeight + metaBold.leading * (label.row + 1)
          const goTo = linkTo(context, `${subject.trail}-${label.tone.replace(' ', '-')}`)
          drawLabel(canvas, label, x, baseline, metaBold, goTo)
        }
      })
    },
  }
}

function listSegments(tally: ToneTally, width: number): Segment[] {
  const parts = TONE_ORDER.map((tone) => ({ tone, count: tally[tone] })).filter(({ count }) => count > 0)
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  const free = width - DIVIDER * Math.max(0, parts.length - 1)
  let x = 0
  return parts.map(({ tone, count }) => {
    const segment = { tone, count, x, width: (free * count) / total }
    x += segment.width + DIVIDER
    return segment
  })
}

function drawSegment(
  canvas: Canvas,
  { tone, x, width }: Segment,
  left: number,
  top: number,
  height: number,
): void {
  const bounds: Bounds = [left + x, top, left + x + width, top + height]
  fillRect(canvas, bounds, TONE_COLORS[tone].fill)
  if (tone === 'mixto') hatch(canvas, bounds)
  if (tone !== 'sin evaluar' || width < 1) return
  const inset: Bounds = [bounds[0] + 0.4, top + 0.4, bounds[2] - 0.4, top + height - 0.4]
  strokeRect(canvas, inset, { color: COLORS.ink3, width: 0.7, dash: [2, 1.6] })
}

/** White diagonals over a filled box, so that grey prints tell it from its neighbours. */
function hatch(canvas: Canvas, [left, top, right, bottom]: Bounds): void {
  const [width, height] = [right - left, bottom - top]
  for (let step = HATCH_STEP; step < width + height; step += HATCH_STEP) {
    drawLine(
      canvas,
      [left + Math.max(0, step - height), top + Math.min(step, height)],
      [left + Math.min(step, width), top + Math.max(0, step - width)],
      { color: COLORS.paper, width: 0.55 },
    )
  }
}

type Label = {
  readonly tone: ToneLabel
  readonly text: string
  readonly width: number
  readonly x: number
  readonly row: number
}

/** Labels start under their segment, the last one ends with it; pushed apart so that they never meet, or set in two rows. */
function placeLabels(
  segments: readonly Segment[],
  width: number,
  style: TextStyle,
  isShort: boolean,
): Label[] {
  const glyph = style.size * GLYPH_SHARE + 3
  const drafts = segments.map(({ tone, count, x, width: part }, index) => {
    const text = countOf(count, TONE_NOUNS[tone])
    const own = widthOf(text, style) + glyph
    const isLast = index === segments.length - 1 && segments.length > 1
    return { tone, text, width: own, x: isLast ? x + part - own : x, row: 0 }
  })
  const needed = drafts.reduce((sum, draft) => sum + draft.width + LABEL_GAP, -LABEL_GAP)
  if (needed > width && isShort) return wrapLabels(drafts, width)
  return pushApart(drafts, width)
}

function pushApart(drafts: readonly Label[], width: number): Label[] {
  let limit = width
  const fromRight = drafts.toReversed().map((draft) => {
    const x = Math.min(draft.x, limit - draft.width)
    limit = x - LABEL_GAP
    return { ...draft, x }
  })
  let reach = 0
  return fromRight.toReversed().map((draft) => {
    const x = Math.max(draft.x, reach)
    reach = x + draft.width + LABEL_GAP
    return { ...draft, x }
  })
}

function wrapLabels(drafts: readonly Label[], width: number): Label[] {
  let [x, row] = [0, 0]
  return drafts.map((draft) => {
    if (x + draft.width > width) [x, row] = [0, row + 1]
    const placed = { ...draft, x, row }
    x += draft.width + LABEL_GAP * 2
    return placed
  })
}

function drawLabel(
  canvas: Canvas,
  { tone, text, x }: Label,
  left: number,
  baseline: number,
  style: TextStyle,
  goTo: string | null,
): void {
  const size = style.size * GLYPH_SHARE
  drawToneGlyph(canvas, tone, left + x, baseline, size)
  drawText(canvas, `${text} `, left + x + size + 3, baseline, style, { color: TONE_COLORS[tone].text, goTo })
}
