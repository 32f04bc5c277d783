// Rows of topics → a table of how much of each one is ours: a bar on a scale of 0 to 100 %, its interval as a line, both in figures.
import { placeOfAll } from '../count-trail.ts'
import { gapBox, stackBoxes, textBox } from '../page/boxes.ts'
import { drawLine, drawText, fillRect } from '../page/canvas.ts'
import { type Flow, placeBox, roomIn, skipDown, startPage } from '../page/flow.ts'
import { type Cell, type Column, placeTable } from '../page/table.ts'
import { COLORS } from '../page/tokens.ts'
import type { TopicVoiceRow, TopicVoiceTable } from '../posicionamiento.ts'
import { widthOf } from '../typeset/text-style.ts'
import { printEstimate, printPart, TOPIC_VOICE_HEADS, TOPIC_VOICE_TITLE } from '../words/topic-voice.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

const BAR_HEIGHT = 4.4
/** Of the marks at both ends of the interval. */
const END_HEIGHT = 8.6
/** Of the head and the first rows, which stay together. */
const LEAST_ROOM = 76

export function placeTopicVoice(flow: Flow, { rows, guide }: TopicVoiceTable, context: BlockContext): void {
  if (rows.length === 0) return
  const { styles, textWidth, rhythm } = context.tokens
  const head = stackBoxes([
    textBox(TOPIC_VOICE_TITLE, styles.metaBold, { width: textWidth, tag: 'H3' }),
    gapBox(1.5),
    textBox(guide, styles.caption, { width: textWidth }),
  ])
  if (10 + head.height + LEAST_ROOM > roomIn(flow)) startPage(flow)
  else skipDown(flow, 10)
  placeBox(flow, head)
  skipDown(flow, 3)
  const columns = columnsOf(context)
  const cells = rows.map((row) => ({
    cells: [
      { text: row.title, style: styles.table, isHead: true },
      shareCell(row, columns[1]?.width ?? 0, context),
      {
        text: printPart(row.own),
        style: styles.table,
        goTo: linkTo(context, placeOfAll(row.trail, row.own.cases)),
      },
    ],
  }))
  placeTable(flow, columns, cells, {
    width: textWidth,
    style: styles.table,
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: isPhone(context) ? rhythm.rowPadding : 2.6,
    maxLines: 2,
  })
}

function columnsOf(context: BlockContext): readonly Column[] {
  const { textWidth } = context.tokens
  const [nameWidth, countWidth] = isPhone(context) ? [112, 64] : [150, 62]
  return [
    { title: TOPIC_VOICE_HEADS.topic, x: 0, width: nameWidth - 6, align: 'left' },
    {
      title: TOPIC_VOICE_HEADS.share,
      x: nameWidth,
      width: textWidth - nameWidth - countWidth - 4,
      align: 'left',
    },
    { title: TOPIC_VOICE_HEADS.notes, x: textWidth - countWidth, width: countWidth, align: 'right' },
  ]
}

/** The bar ends where the share is; what is printed stands to the right of the scale, so that the figures align. */
function shareCell({ own }: TopicVoiceRow, width: number, context: BlockContext): Cell {
  const { table, tableBold } = context.tokens.styles
  const quiet = { ...table, color: COLORS.ink2 }
  const text = printEstimate(own)
  const room = width - widthOf('100\u00a0%', tableBold) - widthOf(' (100 a 100\u00a0%)', table) - 8
  const { share, interval } = own
  return {
    draw: (canvas, x, baseline, middle) => {
      if (share === null || interval === null) {
        drawText(canvas, text.share, x, baseline, quiet)
        return
      }
      const [low, high] = interval
      drawLine(canvas, [x, middle], [x + room, middle], { color: COLORS.hair, width: 0.6 })
      const end = x + share * room
      if (share > 0)
        fillRect(canvas, [x, middle - BAR_HEIGHT / 2, end, middle + BAR_HEIGHT / 2], context.brand)
      const line = { color: COLORS.ink, width: 0.8 }
      drawLine(canvas, [x + low * room, middle], [x + high * room, middle], line)
      for (const at of [x + low * room, x + high * room]) {
        drawLine(canvas, [at, middle - END_HEIGHT / 2], [at, middle + END_HEIGHT / 2], line)
      }
      const shown = drawText(canvas, text.share, x + room + 8, baseline, tableBold)
      drawText(canvas, text.interval, x + room + 8 + shown, baseline, quiet)
    },
  }
}
