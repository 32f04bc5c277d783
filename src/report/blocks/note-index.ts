// The list of notes → a table with pages; over eighty notes, an index by medium as books have.

import { padBox, textBox } from '../page/boxes.ts'
import { placeBalanced } from '../page/columns.ts'
import { type Flow, placeBox, skipDown } from '../page/flow.ts'
import { type Column, placeTable, type TableRow } from '../page/table.ts'
import { COLORS } from '../page/tokens.ts'
import { drawToneGlyph } from '../page/tone-glyph.ts'
import type { IndexRow } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { INDEX_HEADS, SINTESIS_LABELS } from '../words/labels.ts'
import { countOf, MEDIA, printCount } from '../words/numbers.ts'
import { compareNames } from '../words/order.ts'
import { speakTone, TONE_NAMES } from '../words/tones.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'
import { continuedHeadBox } from './section-head.ts'

/** Notes from which the list gives way to an index by medium; the list is in the attached CSV. */
export const MOST_LISTED = 80

export function placeNoteIndex(flow: Flow, rows: readonly IndexRow[], context: BlockContext): void {
  if (rows.length > MOST_LISTED) placeMediumIndex(flow, rows, context)
  else if (isPhone(context)) placePhoneIndex(flow, rows, context)
  else placePaperIndex(flow, rows, context)
}

/** A title may be cut; what tells a broadcast and its hour may not. */
const MOST_WHERE = 4

const PAPER_COLUMNS: readonly Column[] = [
  { title: INDEX_HEADS.number, x: 0, width: 20, align: 'left' },
  { title: INDEX_HEADS.tone, x: 22, width: 22, align: 'left' },
  { title: INDEX_HEADS.note, x: 50, width: 258, align: 'left' },
  { title: INDEX_HEADS.medium, x: 316, width: 92, align: 'left' },
  { title: INDEX_HEADS.where, x: 412, width: 88, align: 'left' },
  { title: INDEX_HEADS.page, x: 500, width: 24, align: 'right' },
]

function placePaperIndex(flow: Flow, rows: readonly IndexRow[], context: BlockContext): void {
  const { styles, textWidth } = context.tokens
  const look = {
    width: textWidth,
    style: { ...styles.meta, color: COLORS.ink },
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: 0.75,
    maxLines: 1,
  }
  const cells = rows.map((row, index) => paperRow(row, rows[index + 1], context))
  placeTable(flow, PAPER_COLUMNS, cells, look)
}

function paperRow(row: IndexRow, next: IndexRow | undefined, context: BlockContext): TableRow {
  const { styles } = context.tokens
  const ink = { ...styles.meta, color: COLORS.ink }
  return {
    isOpen: next?.isRepeat === true,
    cells: [
      { text: row.isRepeat ? '' : printCount(row.number), style: styles.metaBold, isHead: true },
      {
        attributes: { actual: TONE_NAMES[row.tone] },
        draw: (canvas, x, baseline) => drawToneGlyph(canvas, row.tone, x + 6, baseline, 6.6),
      },
      row.isRepeat ? { attributes: { actual: SINTESIS_LABELS.sameNote } } : { text: row.title, style: ink },
      { text: row.medium, style: row.isRepeat ? styles.meta : ink },
      { text: row.where, style: styles.meta, maxLines: MOST_WHERE },
      pageCell(row, context),
    ],
  }
}

const pageCell = (row: IndexRow, context: BlockContext) => ({
  text: String(context.pageOf(row.goTo) ?? ''),
  style: { ...context.tokens.styles.metaBold, color: COLORS.link },
  goTo: linkTo(context, row.goTo),
})

/** On a telephone only the stories are listed, with how many media told them. */
function placePhoneIndex(flow: Flow, rows: readonly IndexRow[], context: BlockContext): void {
  const { styles, textWidth } = context.tokens
  const columns: readonly Column[] = [
    { title: INDEX_HEADS.note, x: 0, width: textWidth - 40, align: 'left' },
    { title: INDEX_HEADS.page, x: textWidth - 34, width: 34, align: 'right' },
  ]
  const stories = rows.filter(({ isRepeat }) => !isRepeat)
  const cells = stories.map((row): TableRow => {
    const more = rows.filter(({ isRepeat, goTo }) => isRepeat && goTo === row.goTo).length
    const also =
      more === 0 ? '' : ` y ${countOf(more, { one: `${MEDIA.one} más`, many: `${MEDIA.many} más` })}`
    const spans: Span[] = [
      { text: `${printCount(row.number)}\u00a0`, style: { face: 'sans-bold' } },
      { tone: row.tone, size: 9, gap: 3, spoken: speakTone(row.tone) },
      { text: `${row.title} `, goTo: linkTo(context, row.goTo) },
      { text: `${row.medium}${also}`, style: { color: COLORS.ink2 } },
    ]
    return { cells: [{ text: spans, isHead: true }, pageCell(row, context)] }
  })
  const look = {
    width: textWidth,
    style: styles.small,
    headStyle: { ...styles.metaBold, color: COLORS.ink2 },
    padding: 5,
    maxLines: 4,
  }
  placeTable(flow, columns, cells, look)
}

function placeMediumIndex(flow: Flow, rows: readonly IndexRow[], context: BlockContext): void {
  const { styles, textWidth, columnWidth } = context.tokens
  placeBox(flow, textBox(SINTESIS_LABELS.indexByMediumGuide, styles.meta, { width: textWidth }))
  skipDown(flow, 6)
  const byMedium = [...Map.groupBy(rows, ({ medium }) => medium)].toSorted(([one], [other]) =>
    compareNames(one, other),
  )
  const boxes = byMedium.map(([medium, list]) =>
    padBox(
      textBox(
        listNumbers(medium, list, context),
        { ...styles.meta, color: COLORS.ink },
        { width: columnWidth },
      ),
      { bottom: 5 },
    ),
  )
  placeBalanced(flow, boxes, () => placeBox(flow, continuedHeadBox(SINTESIS_LABELS.indexByMedium, context)))
}

function listNumbers(medium: string, rows: readonly IndexRow[], context: BlockContext): Span[] {
  const size = context.tokens.styles.meta.size * 0.66
  const byNumber = [...Map.groupBy(rows, ({ number }) => number)].toSorted(([one], [other]) => one - other)
  const numbers = byNumber.flatMap(([number, own], index): Span[] => {
    const isNegative = own.some(({ tone }) => tone === 'negativo')
    const times = own.length === 1 ? '' : `\u00a0(${own.length})`
    return [
      ...(isNegative ? [{ tone: 'negativo' as const, size, gap: 1, spoken: speakTone('negativo') }] : []),
      {
        text: `${printCount(number)}${times}`,
        goTo: linkTo(context, own[0]?.goTo ?? null),
        style: { color: COLORS.link },
      },
      { text: index === byNumber.length - 1 ? '' : ', ' },
    ]
  })
  return [
    { text: medium, style: { face: 'sans-bold' } },
    { text: ` (${printCount(rows.length)}) `, style: { color: COLORS.ink2 } },
    ...numbers,
  ]
}
