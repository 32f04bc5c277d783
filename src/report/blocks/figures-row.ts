// Figures with label and context → a row of them, each under a rule; two abreast on a telephone, and an odd one over the whole measure.
import { type Box, gapBox, rowBox, stackBoxes } from '../page/boxes.ts'
import { drawParagraph, drawRule, drawText, RULE, tag } from '../page/canvas.ts'
import { COLORS } from '../page/tokens.ts'
import { setParagraph } from '../typeset/paragraph.ts'
import { type TextStyle, widthOf } from '../typeset/text-style.ts'
import { NBSP } from '../words/numbers.ts'
import { type BlockContext, isPhone, linkTo } from './context.ts'
import { sparklineBox } from './sparkline.ts'

export type FigureContent = {
  readonly text: string
  readonly label: string
  readonly context: string
  readonly goTo: string | null
  /** Past values, oldest first; a line under the figure when there are some. */
  readonly series?: readonly number[]
  readonly seriesAlt?: string
}

const GUTTER = 14
const SPARKLINE_HEIGHT = 14

export function figuresRow(figures: readonly FigureContent[], context: BlockContext): Box {
  const { textWidth } = context.tokens
  const across = isPhone(context) ? 2 : figures.length
  const width = (textWidth - (across - 1) * GUTTER) / across
  const rows = Array.from({ length: Math.ceil(figures.length / across) }, (_, index) => {
    const row = figures.slice(index * across, (index + 1) * across)
    return rowOfFigures(row, row.length === 1 ? textWidth : width, context)
  })
  return stackBoxes(rows.flatMap((row, index) => (index === 0 ? [row] : [gapBox(8), row])))
}

/** Figures side by side, and under them their lines, aligned. */
function rowOfFigures(figures: readonly FigureContent[], width: number, context: BlockContext): Box {
  const place = (boxes: readonly Box[]) =>
    rowBox(boxes.map((box, column) => ({ x: column * (width + GUTTER), box })))
  const cells = place(figures.map((figure) => figureCell(figure, width, context)))
  if (figures.every(({ series = [] }) => series.length === 0)) return cells
  const lines = figures.map(({ series = [], seriesAlt = '' }) =>
    series.length === 0 ? gapBox(0) : sparklineBox(series, seriesAlt, width - 8, SPARKLINE_HEIGHT),
  )
  return stackBoxes([cells, gapBox(7), place(lines), gapBox(2)])
}

/** White kept at the right of a figure, inside its cell. */
const AIR = 2
/** Size of the unit of a figure that is too wide with it in full. */
const UNIT_SHARE = 0.56

/** `mil` with the space before it. */
const LONGEST_UNIT = 4

type Piece = { readonly text: string; readonly style: TextStyle }

/** A figure too wide for its cell: first its unit is set small (`639–803 mil`), and then all of it, never over its neighbour. */
function fitFigure(text: string, style: TextStyle, room: number): Piece[] {
  if (widthOf(text, style) <= room) return [{ text, style }]
  // `980 mil–2.4 M` has two units: a small one beside a large one would mislead.
  const cut = text.indexOf(NBSP) === text.lastIndexOf(NBSP) ? text.indexOf(NBSP) : -1
  const pieces: Piece[] =
    cut < 0 || text.slice(cut).length > LONGEST_UNIT
      ? [{ text, style }]
      : [
          { text: text.slice(0, cut), style },
          { text: text.slice(cut), style: resize(style, UNIT_SHARE) },
        ]
  const width = pieces.reduce((total, piece) => total + widthOf(piece.text, piece.style), 0)
  if (width <= room) return pieces
  return pieces.map((piece) => ({ ...piece, style: resize(piece.style, room / width) }))
}

const resize = (style: TextStyle, share: number): TextStyle => ({
  ...style,
  size: style.size * share,
  tracking: style.tracking * share,
})

function figureCell(figure: FigureContent, width: number, context: BlockContext): Box {
  const { figure: large, metaBold, caption } = context.tokens.styles
  const pieces = fitFigure(figure.text, large, width - AIR)
  const label = setParagraph([{ text: `${figure.label} ` }], metaBold, { width })
  const note = setParagraph([{ text: figure.context }], caption, { width })
  const labelTop = large.leading + 3
  return {
    height: labelTop + label.height + note.height,
    draw: (canvas, x, y) => {
      drawRule(canvas, x, y, width, RULE)
      const goTo = linkTo(context, figure.goTo)
      tag(canvas, 'P', {}, () => {
        let left = x - 0.5
        for (const [index, { text, style }] of pieces.entries()) {
          // The space keeps the label apart for who reads aloud.
          const spoken = index === pieces.length - 1 ? `${text} ` : text
          left += drawText(canvas, spoken, left, y + large.leading * 0.95, style, { goTo, color: COLORS.ink })
        }
        drawParagraph(canvas, label, x, y + labelTop)
        drawParagraph(canvas, note, x, y + labelTop + label.height)
      })
    },
  }
}
