// A text and a style → its width and the heights of its letters, in points, from the fonts themselves.
import { type Face, latinOf, openFont } from '../fonts/faces.ts'
import { splitRuns } from '../fonts/split-runs.ts'

/** Sizes and tracking in points; `color` is `#RRGGBB`. */
export type TextStyle = {
  readonly face: Face
  readonly size: number
  readonly leading: number
  readonly tracking: number
  readonly color: string
}

export type LetterHeights = { readonly xHeight: number; readonly capHeight: number; readonly descent: number }

const widths = new Map<string, number>()
const LARGEST_CACHE = 60_000

function measureEm(face: Face, text: string): number {
  return splitRuns(face, text).reduce((total, run) => {
    const font = openFont(run.key)
    return total + font.layout(run.text).advanceWidth / font.unitsPerEm
  }, 0)
}

/** Width of a text set on one line. */
export function widthOf(text: string, style: TextStyle): number {
  const id = `${style.face}|${text}`
  let em = widths.get(id)
  if (em === undefined) {
    if (widths.size > LARGEST_CACHE) widths.clear()
    em = measureEm(style.face, text)
    widths.set(id, em)
  }
  return em * style.size + (style.tracking === 0 ? 0 : style.tracking * [...text].length)
}

/** How far letters of a style reach above and below the baseline. */
export function heightsOf(style: TextStyle): LetterHeights {
  const font = openFont(latinOf(style.face))
  const scale = style.size / font.unitsPerEm
  return {
    xHeight: font.xHeight * scale,
    capHeight: font.capHeight * scale,
    descent: -font.descent * scale,
  }
}

/** Where the first baseline of a line of this leading falls, below the top of the line. */
export const baselineOf = (style: TextStyle): number => style.leading * 0.755
