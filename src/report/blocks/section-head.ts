// A section's title and tally → its head, and the small one with which it goes on over the page.
import type { ToneTally } from '../../model.ts'
import { type CountTrail, placeOfAll, placeOfTone } from '../count-trail.ts'
import { type Box, gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { drawParagraph, drawSpokenGlyph, drawText, tag } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS, GLYPH_SHARE, TONE_COLORS, TONE_ORDER } from '../page/tokens.ts'
import { setParagraph } from '../typeset/paragraph.ts'
import { baselineOf, widthOf } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { speakTone } from '../words/tones.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

export type SectionCount = {
  readonly count: string
  readonly tally: ToneTally
  readonly trail: CountTrail
}

const countNotes = (tally: ToneTally): number =>
  Object.values(tally).reduce((total, count) => total + count, 0)

/** Title at the left and, on paper, the notes of the section by tone at the right. */
export function sectionHeadBox(title: string, count: SectionCount | null, context: BlockContext): Box {
  const { styles, textWidth, rhythm } = context.tokens
  const tallyWidth = count === null || isPhone(context) ? 0 : measureTally(count, context)
  const head = setParagraph([{ text: title }], styles.section, {
    width: textWidth - tallyWidth - (tallyWidth > 0 ? 16 : 0),
  })
  const below = isPhone(context) && count !== null ? styles.meta.leading + 2 : 0
  return {
    height: head.height + below + rhythm.afterHead,
    draw: (canvas, x, y) => {
      tag(canvas, 'H2', {}, () => drawParagraph(canvas, head, x, y))
      if (count === null) return
      const baseline = y + head.height - styles.section.leading + baselineOf(styles.section)
      const left = isPhone(context) ? x : x + textWidth - tallyWidth
      const line = isPhone(context) ? y + head.height + baselineOf(styles.meta) : baseline
      tag(canvas, 'P', {}, () => drawTally(canvas, count, left, line, context))
    },
  }
}

const GLYPH_GAP = 2.6
const GROUP_GAP = 9

function measureTally({ count, tally }: SectionCount, context: BlockContext): number {
  const { meta, metaBold } = context.tokens.styles
  const size = metaBold.size * GLYPH_SHARE
  const groups = TONE_ORDER.filter((tone) => tally[tone] > 0)
  const marks = groups.reduce(
    (sum, tone) => sum + GROUP_GAP + size + GLYPH_GAP + widthOf(String(tally[tone]), metaBold),
    0,
  )
  return widthOf(count, meta) + marks
}

function drawTally(
  canvas: Canvas,
  { count, tally, trail }: SectionCount,
  left: number,
  baseline: number,
  context: BlockContext,
): void {
  const { meta, metaBold } = context.tokens.styles
  const size = metaBold.size * GLYPH_SHARE
  const all = linkTo(context, placeOfAll(trail, countNotes(tally)))
  let x = left + drawText(canvas, count, left, baseline, meta, { goTo: all })
  for (const tone of TONE_ORDER.filter((one) => tally[one] > 0)) {
    x += GROUP_GAP
    drawSpokenGlyph(canvas, { tone, size, gap: 0, spoken: ` ${speakTone(tone)}` }, x, baseline)
    x += size + GLYPH_GAP
    x += drawText(canvas, String(tally[tone]), x, baseline, metaBold, {
      color: TONE_COLORS[tone].text,
      goTo: linkTo(context, placeOfTone(trail, tally[tone], tone)),
    })
  }
}

/** «Agua y servicios  sigue», on the pages after the first. */
export function continuedHeadBox(title: string, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const style = { ...styles.headline, color: COLORS.ink2 }
  const spans = [
    { text: `${title}  ` },
    { text: SINTESIS_LABELS.continued, style: { face: 'serif-italic' as const } },
  ]
  return stackBoxes([
    { ...textBox(spans, style, { width: textWidth, maxLines: 1, isHyphenated: false }) },
    gapBox(4),
  ])
}
