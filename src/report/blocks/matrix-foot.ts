// The media of the matrix → its two foot rows: boletines published and notes of the period, without tone.
import { placeOfNames } from '../count-trail.ts'
import type { Box } from '../page/boxes.ts'
import { drawRule, drawText, RULE, tag } from '../page/canvas.ts'
import { fitText } from '../typeset/fit-text.ts'
import { printCount } from '../words/numbers.ts'
import { MATRIX_HEADS } from '../words/questions.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'
import { centerOf, type MatrixColumn, type MatrixGrid } from './matrix-grid.ts'

const NOTHING = { text: '', goTo: null }
const FOOT_HEIGHT = { carta: 15.5, movil: 40 } as const

/** Totals by medium; on a telephone each label stands above its numbers, as titles do. */
export function footBox(grid: MatrixGrid, context: BlockContext): Box {
  const { styles, textWidth, format } = context.tokens
  const height = FOOT_HEIGHT[format]
  const labelRoom = isPhone(context) ? textWidth : grid.left - 6
  const rows = [
    {
      label: MATRIX_HEADS.published,
      style: styles.tableBold,
      read: ({ boletines }: MatrixColumn) => boletines,
      goTo: ({ trail, boletines }: MatrixColumn) => placeOfNames(trail, boletines),
    },
    {
      label: MATRIX_HEADS.notes,
      style: styles.table,
      read: ({ notes }: MatrixColumn) => notes,
      goTo: ({ notesGoTo }: MatrixColumn) => notesGoTo,
    },
  ]
  return {
    height: height * rows.length,
    draw: (canvas, x, y) => {
      drawRule(canvas, x, y, textWidth, RULE)
      for (const [index, { label, style, read, goTo }] of rows.entries()) {
        const top = y + height * index
        const baseline = top + (isPhone(context) ? height - 8 : height / 2 + 3)
        const cells = [
          ...grid.shown.map((column) => ({ text: printCount(read(column)), goTo: goTo(column) })),
          ...(grid.others.length > 0 ? [NOTHING] : []),
          NOTHING,
        ]
        tag(canvas, 'TR', {}, () => {
          tag(canvas, 'TH', { scope: 'Row' }, () =>
            drawText(
              canvas,
              fitText(label, labelRoom, style),
              x,
              isPhone(context) ? top + 16 : baseline,
              style,
            ),
          )
          for (const [column, cell] of cells.entries()) {
            tag(canvas, 'TD', {}, () => {
              if (cell.text === '') return
              drawText(canvas, cell.text, centerOf(grid, x, column), baseline, style, {
                align: 'center',
                goTo: linkTo(context, cell.goTo),
              })
            })
          }
        })
      }
      drawRule(canvas, x, y + height * rows.length, textWidth, RULE)
    },
  }
}
