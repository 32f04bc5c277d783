// The day sentence → the opening of page one.
import { type Box, gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { COLORS } from '../page/tokens.ts'
import type { Opening } from '../sintesis.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

/** An eyebrow in capitals and the sentence that answers it, which leads to its notes. */
export function minuteBox(
  eyebrow: string,
  { text, goTo }: Opening,
  context: BlockContext,
  color: string = COLORS.ink2,
): Box {
  const { styles, textWidth } = context.tokens
  return stackBoxes([
    textBox(eyebrow.toLocaleUpperCase('es'), { ...styles.eyebrow, color }, { width: textWidth, tag: 'H2' }),
    gapBox(2),
    textBox([{ text, goTo: linkTo(context, goTo) }], styles.day, {
      width: textWidth,
      isHyphenated: false,
      isBalanced: !isPhone(context),
      maxLines: isPhone(context) ? 8 : 5,
    }),
  ])
}
