// What was said of neighbours → one line each: place, headline, medium.
import { type Box, padBox, rowBox, ruleBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { closeInFlow, type Flow, openInFlow, placeBox } from '../page/flow.ts'
import { COLORS } from '../page/tokens.ts'
import type { NeighbourRow } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { type BlockContext, isPhone } from './context.ts'

const PLACE_WIDTH = 104

export function placeNeighbours(flow: Flow, rows: readonly NeighbourRow[], context: BlockContext): void {
  openInFlow(flow, 'L')
  for (const row of rows) placeBox(flow, neighbourBox(row, context))
  closeInFlow(flow)
}

function neighbourBox(row: NeighbourRow, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const text: Span[] = [
    { text: `${row.text} ` },
    { text: row.medium, style: { color: COLORS.ink2 }, href: row.href },
  ]
  const left = isPhone(context) ? 0 : PLACE_WIDTH
  const body = isPhone(context)
    ? textBox([{ text: `${row.place}. `, style: { face: 'sans-bold' } }, ...text], styles.small, {
        width: textWidth,
        tag: 'LBody',
      })
    : textBox(text, styles.small, { width: textWidth - left, tag: 'LBody' })
  const cells = isPhone(context)
    ? [{ x: 0, box: body }]
    : [
        { x: 0, box: textBox(row.place, styles.smallBold, { width: left - 6, tag: 'Lbl', maxLines: 1 }) },
        { x: left, box: body },
      ]
  return stackBoxes([ruleBox(textWidth), padBox(tagBox('LI', rowBox(cells)), { top: 3, bottom: 3 })])
}
