// Remarks → claim and proof, three abreast under rules; one under the other on a telephone.
import { type Box, gapBox, rowBox, ruleBox, stackBoxes, textBox } from '../page/boxes.ts'
import { RULE } from '../page/canvas.ts'
import type { Finding } from '../posicionamiento.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

export function remarksBox(remarks: readonly Finding[], context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const across = isPhone(context) ? 1 : 3
  const width = (textWidth - (across - 1) * 18) / across
  const boxes = remarks.map(({ claim, proof, goTo }) => {
    const link = linkTo(context, goTo)
    const spans = [
      { text: `${claim} `, style: { face: 'sans-bold' as const } },
      { text: proof, goTo: link },
    ]
    return stackBoxes([ruleBox(width, RULE), gapBox(4), textBox(spans, styles.small, { width }), gapBox(8)])
  })
  return isPhone(context)
    ? stackBoxes(boxes)
    : rowBox(boxes.map((box, index) => ({ x: index * (width + 18), box })))
}
