// The note on how to read → the last paragraph of an edition, in small type under a rule.
import { type Box, gapBox, ruleBox, stackBoxes, textBox } from '../page/boxes.ts'
import { RULE } from '../page/canvas.ts'
import { COLORS } from '../page/tokens.ts'
import { HOW_TO_READ, SINTESIS_LABELS } from '../words/labels.ts'
import type { BlockContext } from './context.ts'

export function howToReadBox(context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const spans = [
    { text: `${SINTESIS_LABELS.reading} `, style: { face: 'sans-bold' as const, color: COLORS.ink } },
    { text: HOW_TO_READ },
  ]
  return stackBoxes([
    ruleBox(textWidth, RULE),
    gapBox(5),
    textBox(spans, styles.caption, { width: textWidth }),
  ])
}
