// What was said of neighbours → one line each: place, headline, medium.
import { type Box, gapBox, padBox, rowBox, ruleBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
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

function neighbourBox({ place, stories }: NeighbourRow, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const left = isPhone(context) ? 0 : PLACE_WIDTH
  const lines = stories.map(({ text, medium, href }) => {
    const spans: Span[] = [{ text: `${text} ` }, { text: medium, style: { color: COLORS.ink2 }, href }]
    return textBox(spans, styles.small, { width: textWidth - left })
  })
  const label = textBox(place, styles.smallBold, {
    width: isPhone(context) ? textWidth : left - 6,
    tag: 'Lbl',
  })
  const body = tagBox(
    'LBody',
    stackBoxes(lines.flatMap((line, index) => (index === 0 ? [line] : [gapBox(2), line]))),
  )
  const item = isPhone(context)
    ? stackBoxes([label, body])
    : rowBox([
        { x: 0, box: label },
        { x: left, box: body },
      ])
  return stackBoxes([ruleBox(textWidth), padBox(tagBox('LI', item), { top: 3, bottom: 3 })])
}
