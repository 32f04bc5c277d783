// A síntesis → its page one, always exactly one page on paper: the less that fits, the less is said, in order.
import { type ActionLines, actionListBox } from './blocks/action-list.ts'
import { agendaBox } from './blocks/agenda.ts'
import { type ContentsEntry, contentsBox } from './blocks/contents.ts'
import { type BlockContext, isPhone } from './blocks/context.ts'
import { correctionListBox } from './blocks/correction-list.ts'
import { dayChartBox } from './blocks/day-chart.ts'
import { factListBox } from './blocks/fact-list.ts'
import { figuresRow } from './blocks/figures-row.ts'
import { mastheadBox } from './blocks/masthead.ts'
import { minuteBox } from './blocks/minute.ts'
import { reviewSummaryBox } from './blocks/review-summary.ts'
import { toneBarBox } from './blocks/tone-bar.ts'
import { type Box, gapBox, rowBox, stackBoxes } from './page/boxes.ts'
import { drawLine, tag } from './page/canvas.ts'
import { type Flow, placeBox, placeHere, roomIn, skipDown } from './page/flow.ts'
import type { Sintesis } from './sintesis.ts'
import { SINTESIS_LABELS } from './words/labels.ts'

const ACTIONS_WIDTH = 330
const COLUMN_GAP = 24
const CHART_HEIGHT = 66

/** How much page one says. Actions are never left out: their lines are cut first. */
type Measure = { readonly facts: number; readonly hasChart: boolean; readonly lines: ActionLines }

const WHOLE: ActionLines = { act: 3, reasons: 5 }
const SHORT: ActionLines = { act: 2, reasons: 3 }
const SHORTEST: ActionLines = { act: 1, reasons: 2 }

const MEASURES: readonly Measure[] = [
  { facts: 5, hasChart: true, lines: WHOLE },
  { facts: 5, hasChart: false, lines: WHOLE },
  { facts: 4, hasChart: true, lines: WHOLE },
  { facts: 4, hasChart: false, lines: WHOLE },
  { facts: 3, hasChart: true, lines: WHOLE },
  { facts: 3, hasChart: false, lines: WHOLE },
  { facts: 3, hasChart: false, lines: SHORT },
  { facts: 2, hasChart: false, lines: SHORT },
  { facts: 2, hasChart: false, lines: SHORTEST },
  { facts: 1, hasChart: false, lines: SHORTEST },
]

export function placePageOne(
  flow: Flow,
  report: Sintesis,
  entries: readonly ContentsEntry[],
  context: BlockContext,
): void {
  flow.y = 0
  placeHere(flow, mastheadBox(report.masthead, context))
  const opening = openingBox(report, context)
  const contents = contentsBox(entries, context)
  if (isPhone(context)) {
    placePhone(flow, report, opening, contents, context)
    return
  }
  placeHere(flow, opening)
  const room = roomIn(flow) - contents.height - 5
  const bodies = MEASURES.map((measure) => bodyBox(report, measure, context))
  const body = bodies.find(({ height }) => height <= room) ?? bodies.at(-1)
  if (body !== undefined) placeHere(flow, body)
  skipDown(flow, Math.max(0, roomIn(flow) - contents.height))
  placeHere(flow, contents)
}

function openingBox(report: Sintesis, context: BlockContext): Box {
  const { textWidth } = context.tokens
  return stackBoxes([
    minuteBox(SINTESIS_LABELS.minute, report.day, context),
    gapBox(10),
    figuresRow(report.figures, context),
    gapBox(11),
    toneBarBox(report.tally, textWidth, isPhone(context) ? 13 : 12, report.silence.bar, context),
    gapBox(isPhone(context) ? 18 : 12),
  ])
}

function bodyBox(report: Sintesis, measure: Measure, context: BlockContext): Box {
  const { textWidth } = context.tokens
  const sideWidth = textWidth - ACTIONS_WIDTH - COLUMN_GAP
  const agenda = agendaBox(report.agenda, sideWidth, context)
  const chart = measure.hasChart ? dayChartBox(report.trend, sideWidth, CHART_HEIGHT, context) : null
  const side = [agenda, chart].filter((box) => box !== null)
  const width = side.length === 0 ? textWidth : ACTIONS_WIDTH
  const actions = actionListBox(report, width, measure.lines, context)
  const row =
    side.length === 0
      ? actions
      : twoColumns(
          actions,
          stackBoxes(side.flatMap((box, index) => (index === 0 ? [box] : [gapBox(10), box]))),
        )
  return stackBoxes([
    row,
    gapBox(10),
    factListBox(report.facts.slice(0, measure.facts), report.silence.facts, context),
    ...correctionsOf(report, context),
    ...reviewOf(report, context),
  ])
}

const correctionsOf = ({ corrections }: Sintesis, context: BlockContext): Box[] =>
  corrections.length === 0 ? [] : [gapBox(14), correctionListBox(corrections, context)]

/** A day without notes says on page one what was read. */
const reviewOf = (report: Sintesis, context: BlockContext): Box[] =>
  report.notes > 0 || report.isAddendum ? [] : [gapBox(16), reviewSummaryBox(report.certificate, context)]

function twoColumns(left: Box, right: Box): Box {
  const x = ACTIONS_WIDTH + COLUMN_GAP
  const row = rowBox([
    { x: 0, box: left },
    { x, box: right },
  ])
  return {
    height: row.height,
    draw: (canvas, originX, y) => {
      const rule = originX + x - 12
      tag(canvas, 'Artifact', {}, () => drawLine(canvas, [rule, y + 5], [rule, y + row.height - 2]))
      row.draw(canvas, originX, y)
    },
  }
}

function placePhone(flow: Flow, report: Sintesis, opening: Box, contents: Box, context: BlockContext): void {
  const { textWidth } = context.tokens
  placeHere(flow, opening)
  const parts = [
    actionListBox(report, textWidth, WHOLE, context),
    agendaBox(report.agenda, textWidth, context),
    factListBox(report.facts, report.silence.facts, context),
    ...correctionsOf(report, context).slice(1),
    ...reviewOf(report, context).slice(1),
    dayChartBox(report.trend, textWidth, 110, context),
    contents,
  ].filter((box) => box !== null)
  for (const [index, part] of parts.entries()) {
    if (index > 0) skipDown(flow, 16)
    placeBox(flow, part)
  }
}
