// Boletines → who published what was sent: notes, tone of each, share of the text, reach; silence in colour.
import type { ToneLabel } from '../../model.ts'
import { placeOfAll } from '../count-trail.ts'
import { textBox } from '../page/boxes.ts'
import { drawText, fillRect } from '../page/canvas.ts'
import type { Canvas } from '../page/display-list.ts'
import { type Flow, placeBox, skipDown } from '../page/flow.ts'
import { type Column, placeTable, type TableLook, type TableRow } from '../page/table.ts'
import { COLORS, TONE_COLORS } from '../page/tokens.ts'
import { drawToneGlyph } from '../page/tone-glyph.ts'
import type { BoletinRow } from '../sintesis.ts'
import { BOLETIN_HEADS, SINTESIS_LABELS } from '../words/labels.ts'
import { NBSP, printCount } from '../words/numbers.ts'
import { TONE_NAMES } from '../words/tones.ts'
import { printBoletin } from '../words/trails.ts'
import { type BlockContext, isPhone, linkShape, linkTo } from './context.ts'

/** Beyond this many notes the glyphs become a bar with a number. */
const MOST_GLYPHS = 8
const GLYPH = 7
const GLYPH_STEP = 10

/** `nothing` stands where there are no rows. */
export function placeBoletines(
  flow: Flow,
  rows: readonly BoletinRow[],
  nothing: string,
  context: BlockContext,
): void {
  const { styles, textWidth } = context.tokens
  if (rows.length === 0) {
    placeBox(flow, textBox(nothing, styles.fact, { width: textWidth }))
    return
  }
  placeBox(flow, textBox(SINTESIS_LABELS.boletinesGuide, styles.meta, { width: textWidth }))
  skipDown(flow, 6)
  const [columns, cells] = isPhone(context)
    ? [phoneColumns(textWidth), rows.map((row) => phoneRow(row, context))]
    : [PAPER_COLUMNS, rows.map((row) => paperRow(row, context))]
  placeTable(flow, columns, cells, lookOf(context))
}

const lookOf = (context: BlockContext): TableLook => {
  const { styles, textWidth, rhythm } = context.tokens
  const headStyle = { ...styles.metaBold, color: COLORS.ink2 }
  return {
    width: textWidth,
    style: styles.table,
    headStyle,
    padding: rhythm.rowPadding,
    maxLines: isPhone(context) ? 4 : 2,
  }
}

const PAPER_COLUMNS: readonly Column[] = [
  { title: BOLETIN_HEADS.boletin, x: 0, width: 26, align: 'left' },
  { title: '', x: 26, width: 192, align: 'left' },
  { title: BOLETIN_HEADS.sent, x: 226, width: 66, align: 'left' },
  { title: BOLETIN_HEADS.notes, x: 292, width: 30, align: 'right' },
  { title: BOLETIN_HEADS.tone, x: 334, width: 84, align: 'left' },
  { title: BOLETIN_HEADS.share, x: 418, width: 40, align: 'right' },
  { title: BOLETIN_HEADS.reach, x: 460, width: 64, align: 'right' },
]

function paperRow(row: BoletinRow, context: BlockContext): TableRow {
  const { table, tableBold } = context.tokens.styles
  const silent = { ...tableBold, color: TONE_COLORS.negativo.text }
  const quiet = { ...table, color: COLORS.ink2 }
  const head = [
    { text: row.folio, style: tableBold, isHead: true },
    { text: row.title },
    { text: row.sent, style: quiet },
    {
      text: printCount(row.notes),
      style: row.silence === null ? tableBold : silent,
      goTo: placeOfRow(row, context),
    },
  ]
  const tail =
    row.silence === null
      ? [toneCell(row, context), { text: row.share }, { text: row.reach }]
      : [{ text: row.silence, style: silent, span: 3 }]
  return { anchor: row.anchor, cells: [...head, ...tail] }
}

/** Its notes in this edition; nothing when all of them are in earlier ones. */
function placeOfRow({ notes, trail }: BoletinRow, context: BlockContext): string | null {
  const hasHere = trail.parts.length > 0
  return linkTo(context, trail.elsewhere === null ? placeOfAll(trail, notes) : hasHere ? trail.anchor : null)
}

function toneCell(row: BoletinRow, context: BlockContext) {
  const { tones, folio } = row
  const actual = tones.map((tone) => TONE_NAMES[tone]).join(', ')
  return {
    attributes: { actual },
    draw: (canvas: Canvas, x: number, baseline: number) => {
      const area = [x - 1, baseline - 8, x + Math.min(tones.length * GLYPH_STEP, 82), baseline + 2] as const
      linkShape(canvas, placeOfRow(row, context), area, printBoletin(folio), () => {
        if (tones.length > MOST_GLYPHS) drawToneStrip(canvas, tones, x, baseline, context)
        else
          for (const [index, tone] of tones.entries())
            drawToneGlyph(canvas, tone, x + index * GLYPH_STEP, baseline, GLYPH)
      })
    },
  }
}

function drawToneStrip(
  canvas: Canvas,
  tones: readonly ToneLabel[],
  x: number,
  baseline: number,
  context: BlockContext,
): void {
  const width = 62
  let left = x
  for (const tone of new Set(tones)) {
    const right = left + (width * tones.filter((one) => one === tone).length) / tones.length
    fillRect(canvas, [left, baseline - 6.5, right, baseline + 0.5], TONE_COLORS[tone].fill)
    left = right
  }
  drawText(canvas, printCount(tones.length), x + width + 4, baseline, context.tokens.styles.meta)
}

const phoneColumns = (width: number): readonly Column[] => [
  { title: BOLETIN_HEADS.boletin, x: 0, width: width - 60, align: 'left' },
  { title: BOLETIN_HEADS.notes, x: width - 50, width: 50, align: 'right' },
]

/** What is said of a boletín begins a line of its own where all of it does not fit beside the title. */
const holdTogether = (text: string): string =>
  text.replace(/^[^:]+/, (opening) => opening.replaceAll(' ', NBSP))

/** On a telephone a boletín is its title and one line of figures; the number of notes at the right. */
function phoneRow(row: BoletinRow, context: BlockContext): TableRow {
  const { tableBold, meta } = context.tokens.styles
  const silent = { face: 'sans-semibold', color: TONE_COLORS.negativo.text } as const
  const line =
    row.silence === null
      ? { text: ` ${holdTogether(`coincide ${row.share},`)} alcance ${row.reach}`, style: meta }
      : { text: ` ${holdTogether(row.silence)}`, style: { ...meta, ...silent } }
  return {
    anchor: row.anchor,
    cells: [
      { text: [{ text: `${row.folio} `, style: tableBold }, { text: `${row.title}. ` }, line], isHead: true },
      {
        text: printCount(row.notes),
        style: row.silence === null ? tableBold : { ...tableBold, ...silent },
        goTo: placeOfRow(row, context),
      },
    ],
  }
}
