// The five heaviest stories → «Lo que pasó»: tone, sentence, number of notes, page.
import { type Box, gapBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { drawParagraph, drawRule, drawSpokenGlyph, drawText, tag } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS } from '../page/tokens.ts'
import type { Fact } from '../sintesis.ts'
import { setParagraph } from '../typeset/paragraph.ts'
import { baselineOf } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { speakTone } from '../words/tones.ts'
import { type BlockContext, isPhone, linkTo, printPageOf } from './context.ts'

const TAIL = 100

/** `nothing` stands where there are no facts. */
export function factListBox(facts: readonly Fact[], nothing: string, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const head = textBox(SINTESIS_LABELS.facts, styles.block, { width: textWidth, tag: 'H2' })
  if (facts.length === 0) {
    return stackBoxes([head, gapBox(3), textBox(nothing, styles.fact, { width: textWidth })])
  }
  const rows = facts.map((fact) => (isPhone(context) ? phoneRow(fact, context) : paperRow(fact, context)))
  return stackBoxes([head, gapBox(3), tagBox('L', stackBoxes(rows))])
}

function paperRow(fact: Fact, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const glyph = styles.fact.size * 0.78
  const sentence = setParagraph([{ text: fact.text }], styles.fact, {
    width: textWidth - glyph - 8 - TAIL,
    maxLines: 2,
  })
  const top = 3.4
  return {
    height: top + sentence.height + 3.2,
    draw: (canvas, x, y) => {
      drawRule(canvas, x, y, textWidth)
      const baseline = y + top + baselineOf(styles.fact)
      drawItem(canvas, () => {
        drawSpokenGlyph(canvas, glyphOf(fact, glyph), x, baseline)
        drawParagraph(canvas, sentence, x + glyph + 8, y + top)
        drawText(canvas, ` ${fact.notes} `, x + textWidth - 40, baseline, styles.meta, {
          align: 'right',
          goTo: linkTo(context, fact.goTo),
        })
        drawPage(canvas, fact, x + textWidth, baseline, context)
      })
    },
  }
}

function phoneRow(fact: Fact, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const glyph = styles.fact.size * 0.78
  const sentence = setParagraph([{ text: fact.text }], styles.fact, { width: textWidth - glyph - 8 })
  const top = 6
  return {
    height: top + sentence.height + styles.meta.leading + 6,
    draw: (canvas, x, y) => {
      drawRule(canvas, x, y, textWidth)
      drawItem(canvas, () => {
        drawSpokenGlyph(canvas, glyphOf(fact, glyph), x, y + top + baselineOf(styles.fact))
        drawParagraph(canvas, sentence, x + glyph + 8, y + top)
        const baseline = y + top + sentence.height + baselineOf(styles.meta)
        drawText(canvas, ` ${fact.notes} `, x + glyph + 8, baseline, styles.meta, {
          goTo: linkTo(context, fact.goTo),
        })
        drawPage(canvas, fact, x + textWidth, baseline, context)
      })
    },
  }
}

const glyphOf = ({ tone }: Fact, size: number) => ({ tone, size, gap: 0, spoken: speakTone(tone) })

function drawItem(canvas: Canvas, draw: () => void): void {
  tag(canvas, 'LI', {}, () => tag(canvas, 'LBody', {}, draw))
}

function drawPage(canvas: Canvas, fact: Fact, right: number, baseline: number, context: BlockContext): void {
  const style = { ...context.tokens.styles.metaBold, color: COLORS.link }
  const page = printPageOf(context, fact.goTo)
  if (page === '') return
  drawText(canvas, page, right, baseline, style, { align: 'right', goTo: linkTo(context, fact.goTo) })
}
