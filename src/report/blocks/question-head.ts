// A question and the finding that answers it → the head of a block of the positioning report.
import { type Box, gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { COLORS } from '../page/tokens.ts'
import type { QuestionHead } from '../posicionamiento.ts'
import type { BlockContext } from './context.ts'

export function questionHeadBox({ question, finding, guide }: QuestionHead, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const eyebrow = { ...styles.eyebrow, color: context.brand }
  return stackBoxes([
    textBox(question.toLocaleUpperCase('es'), eyebrow, { width: textWidth, tag: 'H2' }),
    gapBox(1),
    finding === ''
      ? null
      : textBox(finding, styles.section, { width: textWidth, isBalanced: true, tag: 'H3' }),
    guide === '' ? null : gapBox(2),
    guide === '' ? null : textBox(guide, { ...styles.small, color: COLORS.ink2 }, { width: textWidth }),
    gapBox(7),
  ])
}
