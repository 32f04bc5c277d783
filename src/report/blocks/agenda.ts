// What the analyst wrote of the day's agenda → hours and acts. Nothing is drawn when nobody wrote it.
import { type Box, gapBox, rowBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { type BlockContext, isPhone } from './context.ts'

const MOST_ROWS = 5

export function agendaBox(
  agenda: readonly { readonly hour: string; readonly text: string }[],
  width: number,
  context: BlockContext,
): Box | null {
  if (agenda.length === 0) return null
  const { styles } = context.tokens
  const hourWidth = isPhone(context) ? 48 : 34
  const rows = agenda.slice(0, MOST_ROWS).map(({ hour, text }) => {
    const label = textBox(hour, styles.smallBold, { width: hourWidth, tag: 'Lbl', maxLines: 1 })
    const body = textBox(text, styles.small, { width: width - hourWidth, tag: 'LBody', maxLines: 3 })
    return tagBox(
      'LI',
      rowBox([
        { x: 0, box: label },
        { x: hourWidth, box: body },
      ]),
    )
  })
  const spaced = rows.flatMap((row, index) => (index === 0 ? [row] : [gapBox(isPhone(context) ? 6 : 4), row]))
  return stackBoxes([
    textBox(SINTESIS_LABELS.agenda, styles.smallBlock, { width, tag: 'H2' }),
    gapBox(4),
    tagBox('L', stackBoxes(spaced)),
  ])
}
