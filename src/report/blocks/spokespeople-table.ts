// The people of the government in the press → a table of how often each is quoted, and in what tone.
import { placeOfCount, placeOfTone } from '../count-trail.ts'
import type { Flow } from '../page/flow.ts'
import { type Cell, type Column, placeTable } from '../page/table.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { SpokespersonRow } from '../posicionamiento.ts'
import { printCount } from '../words/numbers.ts'
import { printNotes, SPOKESPEOPLE_HEADS } from '../words/standing.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

export function placeSpokespeople(flow: Flow, rows: readonly SpokespersonRow[], context: BlockContext): void {
  const { styles, textWidth, rhythm } = context.tokens
  const look = {
    width: textWidth,
    style: styles.table,
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: isPhone(context) ? rhythm.rowPadding : 4.4,
    maxLines: 2,
  }
  const columns = columnsOf(textWidth, isPhone(context))
  const cells = rows.map((row) => ({ cells: columns.map(({ title }) => cellOf(row, title, context)) }))
  placeTable(flow, columns, cells, look)
}

function columnsOf(width: number, onPhone: boolean): readonly Column[] {
  const { name, quoted, named, positive, negative } = SPOKESPEOPLE_HEADS
  const tail = onPhone
    ? [
        { title: quoted, width: 72 },
        { title: positive, width: 62 },
        { title: negative, width: 64 },
      ]
    : [
        { title: quoted, width: 84 },
        { title: named, width: 84 },
        { title: positive, width: 72 },
        { title: negative, width: 72 },
      ]
  const tailWidth = tail.reduce((total, column) => total + column.width, 0)
  let x = width - tailWidth
  return [
    { title: name, x: 0, width: width - tailWidth - 8, align: 'left' },
    ...tail.map((column): Column => {
      x += column.width
      return { title: column.title, x: x - column.width, width: column.width, align: 'right' }
    }),
  ]
}

function cellOf(row: SpokespersonRow, title: string, context: BlockContext): Cell {
  const { table, tableBold } = context.tokens.styles
  const quiet = { ...table, color: COLORS.ink2 }
  const toned = (tone: 'positivo' | 'negativo', count: number): Cell => ({
    text: printCount(count),
    goTo: linkTo(context, placeOfTone(row.trail, count, tone)),
    style: count === 0 ? quiet : { ...tableBold, color: TONE_COLORS[tone].text },
  })
  switch (title) {
    case SPOKESPEOPLE_HEADS.name:
      return { text: row.name, style: tableBold, isHead: true }
    case SPOKESPEOPLE_HEADS.quoted:
      return {
        text: printNotes(row.quoted),
        style: tableBold,
        goTo: linkTo(
          context,
          placeOfCount(row.trail, row.quoted, ({ tone }) => tone !== null),
        ),
      }
    case SPOKESPEOPLE_HEADS.named:
      return {
        text: printNotes(row.onlyNamed),
        style: quiet,
        goTo: linkTo(
          context,
          placeOfCount(row.trail, row.onlyNamed, ({ tone }) => tone === null),
        ),
      }
    case SPOKESPEOPLE_HEADS.positive:
      return toned('positivo', row.positive)
    default:
      return toned('negativo', row.negative)
  }
}
