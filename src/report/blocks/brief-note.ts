// A ficha among the briefs → two or three lines: number, tone, headline, medium, where, how many more.
import { anchorBox, type Box, padBox, ruleBox, stackBoxes, textBox } from '../page/boxes.ts'
import { COLORS } from '../page/tokens.ts'
import type { Ficha } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { speakTone } from '../words/tones.ts'
import { type BlockContext, isPhone } from './context.ts'

export function briefNoteBox(ficha: Ficha, width: number, context: BlockContext): Box {
  const { small } = context.tokens.styles
  const more = ficha.repeats.length === 0 ? '' : ` (+${ficha.repeats.length})`
  const spans: Span[] = [
    { text: `${ficha.number}\u00a0`, style: { face: 'sans-bold' } },
    { tone: ficha.tone, size: small.size * 0.74, gap: 2.6, spoken: speakTone(ficha.tone) },
    { text: `${ficha.headline} ` },
    { text: ficha.medium, style: { face: 'sans-semibold' }, href: ficha.link?.href ?? null },
    { text: `, ${ficha.where}${more}`, style: { color: COLORS.ink2 } },
  ]
  const text = textBox(spans, small, { width, maxLines: 5 })
  const padding = isPhone(context) ? { top: 5, bottom: 7 } : { top: 3, bottom: 4 }
  return anchorBox(ficha.anchor, stackBoxes([ruleBox(width), padBox(text, padding)]))
}
