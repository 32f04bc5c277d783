// A page's section and number → its running head and folio, as furniture that screen readers skip.
import { drawLine, drawText, RULE, tag } from '../page/canvas.ts'
import type { Furniture } from '../page/flow.ts'
import { fitText } from '../typeset/fit-text.ts'
import { widthOf } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { type BlockContext, isPhone } from './context.ts'

const HEAD_LINE = { carta: 33, movil: 25 } as const
const FOOT_LINE = { carta: 24, movil: 16 } as const

/** `running` stands at the right of every page but the first. */
export function furnitureOf(
  running: { readonly carta: string; readonly movil: string },
  context: BlockContext,
): Furniture {
  const { styles, margin, textWidth, format } = context.tokens
  const [left, right] = [margin.left, margin.left + textWidth]
  return (canvas, { number, total, height, section }) => {
    tag(canvas, 'Artifact', { isPagination: true }, () => {
      if (number > 1) {
        const line = HEAD_LINE[format]
        const title = running[format]
        const room = textWidth - widthOf(title, styles.folio) - 14
        drawText(
          canvas,
          isPhone(context) ? section : fitText(section, room, styles.folioBold),
          left,
          line,
          styles.folioBold,
        )
        drawText(canvas, title, right, line, styles.folio, { align: 'right' })
        drawLine(canvas, [left, line + 7], [right, line + 7], RULE)
      }
      const foot = height - FOOT_LINE[format]
      drawText(canvas, `${number} / ${total}`, right, foot, styles.folioBold, { align: 'right' })
      drawText(canvas, SINTESIS_LABELS.footer, left, foot, styles.folio)
    })
  }
}
