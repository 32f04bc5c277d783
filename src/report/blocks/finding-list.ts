// Findings and recommended acts → the two lists at the foot of the summary.
import { type Box, gapBox, padBox, rowBox, ruleBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { drawCircle, drawText } from '../page/canvas.ts'
import { COLORS } from '../page/tokens.ts'
import type { Finding } from '../posicionamiento.ts'
import type { Action } from '../sintesis.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { endSentence, lowerFirst } from '../words/grammar.ts'
import { REPORT_LABELS } from '../words/questions.ts'
import { printBefore } from '../words/special.ts'
import { markedHead } from './action-list.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

export function findingListBox(findings: readonly Finding[], width: number, context: BlockContext): Box {
  const { styles } = context.tokens
  const rows = findings.map(({ claim, proof, goTo }) => {
    const link = linkTo(context, goTo)
    const spans = [
      { text: `${claim} `, style: { face: 'sans-bold' as const } },
      { text: proof, goTo: link },
    ]
    const item = tagBox('LI', textBox(spans, bodyStyle(context), { width, tag: 'LBody' }))
    return stackBoxes([ruleBox(width), padBox(item, { top: 4, bottom: 6 })])
  })
  return stackBoxes([
    textBox(REPORT_LABELS.findings, styles.block, { width, tag: 'H2' }),
    gapBox(4),
    tagBox('L', stackBoxes(rows)),
  ])
}

const bodyStyle = (context: BlockContext): TextStyle => ({
  ...context.tokens.styles.small,
  ...(isPhone(context) ? {} : { size: 9.6, leading: 13 }),
})

export function recommendationListBox(actions: readonly Action[], width: number, context: BlockContext): Box {
  const indent = isPhone(context) ? 26 : 22
  const style = bodyStyle(context)
  const rows = actions.map((action, index) => {
    const spans = [
      { text: `${action.act} `, style: { face: 'sans-bold' as const }, goTo: linkTo(context, action.goTo) },
      { text: endSentence(`${action.owner}, ${lowerFirst(printBefore(action.before))}`) },
    ]
    const cells = [
      { x: 0, box: tagBox('Lbl', discBox(index + 1, style)) },
      { x: indent, box: textBox(spans, style, { width: width - indent, tag: 'LBody', maxLines: 6 }) },
    ]
    return stackBoxes([ruleBox(width), padBox(tagBox('LI', rowBox(cells)), { top: 4, bottom: 6 })])
  })
  return stackBoxes([
    markedHead(REPORT_LABELS.recommendations, width, true, context),
    gapBox(4),
    tagBox('L', stackBoxes(rows)),
  ])
}

function discBox(number: number, body: TextStyle): Box {
  const radius = body.size * 0.7
  const style: TextStyle = { ...body, face: 'sans-semibold', size: body.size * 0.92, color: COLORS.paper }
  return {
    height: body.leading,
    draw: (canvas, x, y) => {
      const middle = y + body.leading / 2
      drawCircle(canvas, [x + radius, middle], radius, { fill: COLORS.ink })
      drawText(canvas, String(number), x + radius, middle + style.size * 0.345, style, { align: 'center' })
    },
  }
}
