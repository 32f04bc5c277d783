// Columns and opinion pieces → three abreast on paper: tone, name in italics, author and medium, passage, who is mentioned.
import {
  anchorBox,
  type Box,
  gapBox,
  padBox,
  rowBox,
  ruleBox,
  stackBoxes,
  tagBox,
  textBox,
} from '../page/boxes.ts'
import { RULE } from '../page/canvas.ts'
import { type Flow, placeBox, skipDown } from '../page/flow.ts'
import { COLORS, GLYPH_SHARE, TONE_COLORS } from '../page/tokens.ts'
import type { ColumnPiece } from '../sintesis.ts'
import type { Span } from '../typeset/paragraph.ts'
import { TONE_NAMES } from '../words/tones.ts'
import { type BlockContext, isPhone } from './context.ts'
import { linkBox } from './ficha.ts'

const ACROSS = 3
const GUTTER = 18

export function placeOpinions(flow: Flow, pieces: readonly ColumnPiece[], context: BlockContext): void {
  for (const [index, row] of listRows(pieces, context).entries()) {
    if (index > 0) skipDown(flow, 12)
    placeBox(flow, row)
  }
}

/** Height of the first row, to keep it under its head. */
export const measureFirstOpinions = (pieces: readonly ColumnPiece[], context: BlockContext): number =>
  listRows(pieces, context)[0]?.height ?? 0

function listRows(pieces: readonly ColumnPiece[], context: BlockContext): Box[] {
  const { textWidth } = context.tokens
  return splitRows(pieces, isPhone(context) ? 1 : ACROSS).map((row) => {
    const across = isPhone(context) ? 1 : Math.max(2, row.length)
    const width = (textWidth - (across - 1) * GUTTER) / across
    return rowBox(
      row.map((piece, index) => ({
        x: index * (width + GUTTER),
        box: pieceBox(piece, width, context),
      })),
    )
  })
}

/** Rows of so many; four are two and two, so that none stands alone. */
function splitRows(pieces: readonly ColumnPiece[], most: number): (readonly ColumnPiece[])[] {
  if (pieces.length <= most) return pieces.length === 0 ? [] : [pieces]
  const first = pieces.length === most + 1 && most > 1 ? most - 1 : most
  return [pieces.slice(0, first), ...splitRows(pieces.slice(first), most)]
}

function pieceBox(piece: ColumnPiece, width: number, context: BlockContext): Box {
  const { styles, rhythm } = context.tokens
  const strong = { face: 'sans-semibold' as const, color: COLORS.ink }
  const eyebrow: Span[] = [
    { text: `${piece.number}\u00a0\u00a0`, style: { face: 'sans-bold' } },
    { tone: piece.tone, size: styles.metaBold.size * GLYPH_SHARE, gap: 3.5 },
    { text: TONE_NAMES[piece.tone], style: { face: 'sans-bold', color: TONE_COLORS[piece.tone].text } },
  ]
  const byline: Span[] =
    piece.author === null
      ? [{ text: piece.medium, style: strong }]
      : [{ text: piece.author, style: strong }, { text: `, ${piece.medium}` }]
  const parts = [
    piece.extract === null ? null : textBox(piece.extract, styles.extract, { width, isHyphenated: true }),
    piece.mentions === null ? null : textBox(piece.mentions, styles.meta, { width }),
    linkBox(piece, width, context),
  ].filter((box) => box !== null)
  const content = stackBoxes([
    textBox(eyebrow, styles.metaBold, { width }),
    gapBox(1),
    textBox(piece.title, styles.column, {
      width,
      tag: 'H3',
      isHyphenated: false,
      isBalanced: true,
      maxLines: 4,
    }),
    gapBox(1),
    textBox(byline, styles.meta, { width }),
    ...parts.flatMap((box) => [gapBox(rhythm.inFicha), box]),
  ])
  const framed = stackBoxes([
    ruleBox(width, RULE),
    padBox(content, { top: 6, bottom: isPhone(context) ? 10 : 2 }),
  ])
  return anchorBox(piece.anchor, tagBox('Art', framed, { title: `Nota ${piece.number}` }))
}
