// What the analyst sees coming, and what became of last time's recommendations → two lists; nothing when nobody wrote them.
import { type Box, padBox, rowBox, ruleBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { drawCircle, drawPath, drawText } from '../page/canvas.ts'
import { closeInFlow, type Flow, openInFlow, placeBox } from '../page/flow.ts'
import { type Cell, type Column, placeTable } from '../page/table.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import type { FollowUp, UpcomingMatter } from '../sintesis-input.ts'
import { type TextStyle, widthOf } from '../typeset/text-style.ts'
import { FOLLOW_UP_HEADS } from '../words/questions.ts'
import { printOutcome, printRisk, printState, printUpcomingDay } from '../words/upcoming.ts'
import { type BlockContext, isPhone } from './context.ts'

export function placeUpcoming(flow: Flow, matters: readonly UpcomingMatter[], context: BlockContext): void {
  openInFlow(flow, 'L')
  for (const matter of matters) placeBox(flow, upcomingBox(matter, context))
  closeInFlow(flow)
}

function upcomingBox({ date, fact, step, risk }: UpcomingMatter, context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const dayWidth = isPhone(context) ? 64 : 70
  const riskWidth = isPhone(context) ? 0 : 84
  const measure = textWidth - dayWidth - riskWidth
  const color =
    risk === 'alto'
      ? TONE_COLORS.negativo.text
      : risk === 'oportunidad'
        ? TONE_COLORS.positivo.text
        : COLORS.ink2
  const riskStyle: TextStyle = { ...styles.metaBold, color }
  const body = stackBoxes([
    textBox(fact, styles.headline, { width: measure, isHyphenated: false }),
    step === null ? null : textBox(step, styles.extract, { width: measure }),
    isPhone(context) ? textBox(printRisk(risk), riskStyle, { width: measure }) : null,
  ])
  const label = textBox(printUpcomingDay(date), styles.smallFigure, { width: dayWidth, tag: 'Lbl' })
  const beside = { x: textWidth - dayWidth - widthOf(printRisk(risk), riskStyle), width: riskWidth }
  const content = isPhone(context)
    ? body
    : rowBox([
        { x: 0, box: body },
        { x: beside.x, box: textBox(printRisk(risk), riskStyle, { width: beside.width }) },
      ])
  const cells = [
    { x: 0, box: label },
    { x: dayWidth, box: tagBox('LBody', content) },
  ]
  return stackBoxes([ruleBox(textWidth), padBox(tagBox('LI', rowBox(cells)), { top: 6, bottom: 7 })])
}

export function placeFollowUp(flow: Flow, acts: readonly FollowUp[], context: BlockContext): void {
  const { styles, textWidth, rhythm } = context.tokens
  const columns: readonly Column[] = isPhone(context)
    ? [
        { title: FOLLOW_UP_HEADS.act, x: 0, width: textWidth - 110, align: 'left' },
        { title: FOLLOW_UP_HEADS.state, x: textWidth - 100, width: 100, align: 'left' },
      ]
    : [
        { title: FOLLOW_UP_HEADS.act, x: 0, width: 200, align: 'left' },
        { title: FOLLOW_UP_HEADS.state, x: 214, width: 76, align: 'left' },
        { title: FOLLOW_UP_HEADS.outcome, x: 296, width: textWidth - 296, align: 'left' },
      ]
  const rows = acts.map(({ act, state, outcome }) => {
    const head: Cell = isPhone(context)
      ? {
          text: [{ text: `${act}. `, style: { face: 'sans-semibold' } }, { text: outcome ?? '' }],
          isHead: true,
        }
      : { text: act, style: styles.tableBold, isHead: true }
    const tail: readonly Cell[] = isPhone(context) ? [] : [{ text: printOutcome(outcome) }]
    return { cells: [head, stateCell(state, context), ...tail] }
  })
  const look = {
    width: textWidth,
    style: styles.table,
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: rhythm.rowPadding + 2,
    maxLines: 6,
  }
  placeTable(flow, columns, rows, look)
}

function stateCell(state: FollowUp['state'], context: BlockContext): Cell {
  const { tableBold } = context.tokens.styles
  const color = state === 'no se hizo' ? TONE_COLORS.negativo.text : COLORS.ink
  return {
    draw: (canvas, x, baseline) => {
      const middle = baseline - tableBold.size * 0.34
      if (state === 'hecho') drawCircle(canvas, [x + 4, middle], 3.8, { fill: color })
      else drawCircle(canvas, [x + 4, middle], 3.4, { stroke: { color, width: 1 } })
      if (state === 'a medias') {
        const [top, bottom] = [middle - 3.4, middle + 3.4]
        drawPath(canvas, `M${x + 4} ${top}A3.4 3.4 0 0 0 ${x + 4} ${bottom}Z`, { fill: color })
      }
      drawText(canvas, printState(state), x + 12, baseline, tableBold, { color })
    },
  }
}
