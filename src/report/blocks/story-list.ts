// Every story of the period → one line each with its number, so that figures and findings lead to their notes.
import { anchorBox, type Box, padBox, ruleBox, stackBoxes, textBox } from '../page/boxes.ts'
import { placeBalanced } from '../page/columns.ts'
import { type Flow, placeHere } from '../page/flow.ts'
import { COLORS } from '../page/tokens.ts'
import type { IndexRow } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { REPORT_LABELS } from '../words/questions.ts'
import { speakTone } from '../words/tones.ts'
import { type BlockContext, isPhone } from './context.ts'
import { continuedHeadBox } from './section-head.ts'

/** `note` says which stories are not listed; empty for none. */
export function placeStoryList(
  flow: Flow,
  rows: readonly IndexRow[],
  note: string,
  context: BlockContext,
): void {
  if (note !== '') {
    const { styles, textWidth } = context.tokens
    placeHere(flow, padBox(textBox(note, styles.meta, { width: textWidth }), { bottom: 6 }))
  }
  const stories = rows.filter(({ isRepeat }) => !isRepeat)
  const counts = new Map<string, number>()
  for (const { goTo } of rows) counts.set(goTo, (counts.get(goTo) ?? 0) + 1)
  const boxes = stories.map((row) => storyLine(row, (counts.get(row.goTo) ?? 1) - 1, context))
  placeBalanced(flow, boxes, () => placeHere(flow, continuedHeadBox(REPORT_LABELS.index, context)))
}

function storyLine(row: IndexRow, more: number, context: BlockContext): Box {
  const { styles, columnWidth } = context.tokens
  const style = isPhone(context) ? styles.meta : { ...styles.caption, size: 7.5, leading: 9.6 }
  const spans: Span[] = [
    { text: `${row.number}\u00a0`, style: { face: 'sans-bold', color: COLORS.ink } },
    { tone: row.tone, size: style.size * 0.78, gap: 2.6, spoken: speakTone(row.tone) },
    { text: row.title, href: row.href, style: { color: COLORS.ink } },
    {
      text: ` ${row.medium}${more === 0 ? '' : ` (+${more})`}, ${row.where.replace(/^[^,]+, /, '')}`,
      style: { color: COLORS.ink2 },
    },
  ]
  const text = textBox(spans, style, { width: columnWidth, maxLines: 3 })
  return anchorBox(
    row.goTo,
    stackBoxes([ruleBox(columnWidth), padBox(text, { top: 2, bottom: isPhone(context) ? 7 : 2.6 })]),
  )
}
