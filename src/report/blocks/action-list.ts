// Actions → «Requiere acción hoy»: numbered acts with why, what to do, by when and who.
import { type Box, gapBox, rowBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { drawCircle, drawText, fillRect, tag } from '../page/canvas.ts'
import { COLORS } from '../page/tokens.ts'
import type { Action, Sintesis } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { type TextStyle, widthOf } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { printBefore } from '../words/special.ts'
import { type BlockContext, isPhone, linkTo, printPageOf } from './context.ts'

/** A head over the yellow marker, the only one in the edition. */
export function markedHead(text: string, width: number, isMarked: boolean, context: BlockContext): Box {
  const style = context.tokens.styles.block
  const head = textBox(text, style, { width, tag: 'H2' })
  return {
    height: head.height,
    draw: (canvas, x, y) => {
      const end = x + Math.min(width, widthOf(text, style)) + 5
      const marker = [x - 3, y + style.leading * 0.2, end, y + style.leading * 0.92] as const
      if (isMarked) tag(canvas, 'Artifact', {}, () => fillRect(canvas, marker, COLORS.mark))
      head.draw(canvas, x, y)
    },
  }
}

/** Lines that an act and its reasons may take before they end in an ellipsis. */
export type ActionLines = { readonly act: number; readonly reasons: number }

/** Without actions it says so, and carries no marker. */
export function actionListBox(
  { actions, noActions }: Pick<Sintesis, 'actions' | 'noActions'>,
  width: number,
  lines: ActionLines,
  context: BlockContext,
): Box {
  const { styles } = context.tokens
  const head = markedHead(SINTESIS_LABELS.actions, width, actions.length > 0, context)
  if (actions.length === 0) {
    return stackBoxes([head, gapBox(5), textBox(noActions, styles.fact, { width })])
  }
  const gap = isPhone(context) ? 12 : 8
  const items = actions.flatMap((action, index) => [
    ...(index === 0 ? [] : [gapBox(gap)]),
    actionItem(action, index + 1, width, lines, context),
  ])
  return stackBoxes([head, gapBox(5), tagBox('L', stackBoxes(items))])
}

function actionItem(
  action: Action,
  number: number,
  width: number,
  lines: ActionLines,
  context: BlockContext,
): Box {
  const { styles } = context.tokens
  const indent = isPhone(context) ? 24 : 22
  const measure = width - indent
  const quiet: TextStyle = { ...styles.small, color: COLORS.ink2 }
  const strong: Partial<TextStyle> = { face: 'sans-semibold', color: COLORS.ink }
  const deadline: Span[] = [
    { text: printBefore(action.before), style: strong },
    { text: ` · ${action.owner}` },
  ]
  const body = stackBoxes([
    textBox(action.act, styles.factBold, { width: measure, maxLines: lines.act }),
    textBox(listReasons(action, strong, context), quiet, { width: measure, maxLines: lines.reasons }),
    textBox(deadline, quiet, { width: measure, maxLines: 1 }),
  ])
  return tagBox(
    'LI',
    rowBox([
      { x: 0, box: tagBox('Lbl', discBox(number, context)) },
      { x: indent, box: tagBox('LBody', body) },
    ]),
  )
}

function listReasons(action: Action, strong: Partial<TextStyle>, context: BlockContext): Span[] {
  const page = printPageOf(context, action.goTo)
  const link: Partial<TextStyle> = { face: 'sans-semibold', color: COLORS.link }
  return [
    ...(action.why === '' ? [] : [{ text: `${action.why} ` }]),
    ...(action.step === null
      ? []
      : [
          { text: `${SINTESIS_LABELS.step.replace(' ', '\u00a0')} `, style: strong },
          { text: `${action.step} `, style: { color: COLORS.ink } },
        ]),
    ...(page === '' ? [] : [{ text: page, style: link, goTo: linkTo(context, action.goTo) }]),
  ]
}

function discBox(number: number, context: BlockContext): Box {
  const { factBold, metaBold } = context.tokens.styles
  const radius = isPhone(context) ? 8.5 : 7.5
  const style: TextStyle = { ...metaBold, size: isPhone(context) ? 12 : 9.6, color: COLORS.paper }
  return {
    height: factBold.leading,
    draw: (canvas, x, y) => {
      const middle = y + factBold.leading * 0.5
      drawCircle(canvas, [x + radius, middle], radius, { fill: COLORS.ink })
      drawText(canvas, String(number), x + radius, middle + style.size * 0.345, style, { align: 'center' })
    },
  }
}
