// Figures with label and context → a row of them, each under a rule; two abreast on a telephone.
import { type Box, gapBox, rowBox, stackBoxes } from '../page/boxes.ts'
import { drawParagraph, drawRule, drawText, RULE, tag } from '../page/canvas.ts'
import { COLORS } from '../page/tokens.ts'
import { setParagraph } from '../typeset/paragraph.ts'
import { widthOf } from '../typeset/text-style.ts'
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
  const rows = Array.from({ length: Math.ceil(figures.length / across) }, (_, row) =>
    rowOfFigures(figures.slice(row * across, (row + 1) * across), width, context),
  )
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

/** A figure too wide for its cell is set smaller rather than over its neighbour. */
function figureCell(figure: FigureContent, width: number, context: BlockContext): Box {
  const { figure: large, metaBold, caption } = context.tokens.styles
  const scale = Math.min(1, width / widthOf(figure.text, large))
  const style = { ...large, size: large.size * scale }
  const label = setParagraph([{ text: `${figure.label} ` }], metaBold, { width })
  const note = setParagraph([{ text: figure.context }], caption, { width })
  const labelTop = large.leading + 3
  return {
    height: labelTop + label.height + note.height,
    draw: (canvas, x, y) => {
      drawRule(canvas, x, y, width, RULE)
      const goTo = linkTo(context, figure.goTo)
      tag(canvas, 'P', {}, () => {
        drawText(canvas, `${figure.text} `, x - 0.5, y + large.leading * 0.95, style, {
          goTo,
          color: COLORS.ink,
        })
        drawParagraph(canvas, label, x, y + labelTop)
        drawParagraph(canvas, note, x, y + labelTop + label.height)
      })
    },
  }
}
