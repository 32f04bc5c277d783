// The sections of an edition → its index with true page numbers, in four columns on paper and one on a telephone.
import { type Box, gapBox, ruleBox, stackBoxes, tagBox, textBox } from '../page/boxes.ts'
import { drawRule, drawText, RULE, tag } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { COLORS } from '../page/tokens.ts'
import { fitText } from '../typeset/fit-text.ts'
import type { TextStyle } from '../typeset/text-style.ts'
import { SINTESIS_LABELS } from '../words/labels.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'

export type ContentsEntry = { readonly title: string; readonly anchor: string }

const COLUMNS = 4
const GUTTER = 16

export function contentsBox(entries: readonly ContentsEntry[], context: BlockContext): Box {
  const { styles, textWidth } = context.tokens
  const head = isPhone(context)
    ? textBox(SINTESIS_LABELS.inThisEdition, styles.block, { width: textWidth, tag: 'H2' })
    : textBox(
        SINTESIS_LABELS.inThisEdition.toLocaleUpperCase('es'),
        { ...styles.eyebrow, color: COLORS.ink2 },
        { width: textWidth, tag: 'H2' },
      )
  const list = isPhone(context) ? phoneList(entries, context) : paperList(entries, context)
  return stackBoxes([head, gapBox(2), isPhone(context) ? null : ruleBox(textWidth, RULE), gapBox(3), list])
}

function paperList(entries: readonly ContentsEntry[], context: BlockContext): Box {
  const { textWidth } = context.tokens
  const width = (textWidth - (COLUMNS - 1) * GUTTER) / COLUMNS
  const rows = Math.ceil(entries.length / COLUMNS)
  const rowHeight = 12.6
  const list: Box = {
    height: rows * rowHeight,
    draw: (canvas, x, y) => {
      for (const [index, entry] of entries.entries()) {
        const left = x + Math.floor(index / rows) * (width + GUTTER)
        const baseline = y + (index % rows) * rowHeight + 9.4
        drawEntry(canvas, entry, { left, width, baseline }, context.tokens.styles.meta, context)
      }
    },
  }
  return tagBox('TOC', list)
}

/** Rows as high as a thumb. */
function phoneList(entries: readonly ContentsEntry[], context: BlockContext): Box {
  const { textWidth, styles } = context.tokens
  const rowHeight = 26
  const list: Box = {
    height: entries.length * rowHeight,
    draw: (canvas, x, y) => {
      for (const [index, entry] of entries.entries()) {
        const top = y + index * rowHeight
        drawEntry(
          canvas,
          entry,
          { left: x, width: textWidth, baseline: top + 18 },
          { ...styles.table, size: 14.5 },
          context,
        )
        drawRule(canvas, x, top + rowHeight - 1, textWidth)
      }
    },
  }
  return tagBox('TOC', list)
}

function drawEntry(
  canvas: Canvas,
  entry: ContentsEntry,
  place: { readonly left: number; readonly width: number; readonly baseline: number },
  style: TextStyle,
  context: BlockContext,
): void {
  const { left, width, baseline } = place
  const goTo = linkTo(context, entry.anchor)
  const number: TextStyle = { ...style, face: 'sans-semibold', color: COLORS.link }
  const title = fitText(entry.title, width - 22, style)
  tag(canvas, 'TOCI', {}, () =>
    tag(canvas, 'P', title === entry.title ? {} : { actual: entry.title }, () => {
      drawText(canvas, `${title} `, left, baseline, { ...style, color: COLORS.ink }, { goTo })
      drawText(canvas, String(context.pageOf(entry.anchor) ?? ''), left + width, baseline, number, {
        align: 'right',
        goTo,
      })
    }),
  )
}
