// Media → their notes as bars and their balance, in two columns on paper.
import { placeOfAll, placeOfTone } from '../count-trail.ts'
import { type Box, ruleBox, textBox } from '../page/boxes.ts'
import { drawRule, drawText, fillRect, RULE, tag } from '../page/canvas.ts'
import { placeBalanced } from '../page/columns.ts'
import type { Canvas } from '../page/display-list.ts'
import { canvasOf, type Flow, placeBox, skipDown } from '../page/flow.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import { drawToneGlyph } from '../page/tone-glyph.ts'
import type { MediumRow } from '../posicionamiento.ts'
import { fitText } from '../typeset/fit-text.ts'
import { baselineOf } from '../typeset/text-style.ts'
import { countOf, NOTES, printCount } from '../words/numbers.ts'
import { nameTone } from '../words/tones.ts'
import { type BlockContext, isPhone, linkShape, linkTo } from './context.ts'

const NAME_WIDTH = { carta: 106, movil: 140 } as const
/** Room of the counts by tone at the right, and of the number after the bar. */
const COUNTS_ROOM = { carta: 52, movil: 76 } as const
const NUMBER_ROOM = 22

/** `note` is printed under the list; empty for none. */
export function placeMediaList(
  flow: Flow,
  rows: readonly MediumRow[],
  note: string,
  context: BlockContext,
): void {
  const { columnWidth, format, styles, textWidth } = context.tokens
  const largest = Math.max(1, ...rows.map(({ notes }) => notes))
  const barRoom = columnWidth - NAME_WIDTH[format] - COUNTS_ROOM[format] - NUMBER_ROOM
  const boxes = rows.map((row) => rowBoxOf(row, Math.min(12, barRoom / largest), context))
  const { margin, columns, gutter } = flow.tokens
  for (let column = 0; column < columns; column += 1) {
    drawRule(canvasOf(flow), margin.left + column * (columnWidth + gutter), flow.y, columnWidth, RULE)
  }
  placeBalanced(flow, boxes, () => {})
  if (note === '') return
  skipDown(flow, 5)
  placeBox(flow, textBox(note, styles.small, { width: textWidth }))
}

function rowBoxOf(row: MediumRow, scale: number, context: BlockContext): Box {
  const { styles, columnWidth, format } = context.tokens
  const { table } = styles
  const height = isPhone(context) ? 28 : 16.4
  return {
    height,
    draw: (canvas, x, y) => {
      const middle = y + height / 2
      const baseline = middle - table.leading / 2 + baselineOf(table)
      const bar = x + NAME_WIDTH[format]
      const end = bar + row.notes * scale
      tag(canvas, 'P', {}, () => {
        drawText(canvas, `${fitText(row.name, NAME_WIDTH[format] - 6, table)} `, x, baseline, table)
        const area = [bar, middle - 5, end + NUMBER_ROOM, middle + 5] as const
        const goTo = linkTo(context, placeOfAll(row.trail, row.notes))
        linkShape(canvas, goTo, area, `${row.name}, ${countOf(row.notes, NOTES)}`, () => {
          fillRect(canvas, [bar, middle - 4, end, middle + 4], COLORS.ink2)
          drawText(canvas, `${printCount(row.notes)} `, end + 4, baseline, table)
        })
        drawCounts(canvas, row, x + columnWidth, baseline, context)
      })
      ruleBox(columnWidth).draw(canvas, x, y + height)
    },
  }
}

/** `▲ 3  ▼ 1`; a tone without notes leaves its place empty. */
function drawCounts(
  canvas: Canvas,
  { positive, negative, trail }: MediumRow,
  right: number,
  baseline: number,
  context: BlockContext,
): void {
  const { tableBold } = context.tokens.styles
  const half = COUNTS_ROOM[context.tokens.format] / 2
  const size = tableBold.size * 0.74
  const marks = [
    { tone: 'positivo', count: positive, left: right - half * 2 + 4 },
    { tone: 'negativo', count: negative, left: right - half + 4 },
  ] as const
  for (const { tone, count, left } of marks) {
    if (count === 0) continue
    drawToneGlyph(canvas, tone, left, baseline, size)
    const spoken = ` ${printCount(count)} ${nameTone(tone, count)}`
    const color = TONE_COLORS[tone].text
    tag(canvas, 'Span', { actual: spoken }, () =>
      drawText(canvas, printCount(count), left + size + 3, baseline, tableBold, {
        color,
        goTo: linkTo(context, placeOfTone(trail, count, tone)),
      }),
    )
  }
}
