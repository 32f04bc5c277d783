// What every block must know besides its own content: the tokens, the municipality's colour, where things are.
import { tag } from '../page/canvas.ts'
import type { Bounds, Canvas } from '../page/display-list.ts'
import type { Tokens } from '../page/tokens.ts'

export type BlockContext = {
  readonly tokens: Tokens
  readonly brand: string
  /** Page of a place, once the pages are known. Null on the first pass and for places that do not exist. */
  readonly pageOf: (anchor: string) => number | null
}

export const isPhone = ({ tokens }: BlockContext): boolean => tokens.format === 'movil'

/** `p. 3`, or nothing while the page is unknown. */
export function printPageOf(context: BlockContext, anchor: string | null): string {
  const page = anchor === null ? null : context.pageOf(anchor)
  return page === null ? '' : `p.\u00a0${page}`
}

/** A link to a place, only when the place exists. */
export const linkTo = (context: BlockContext, anchor: string | null): string | null =>
  anchor !== null && context.pageOf(anchor) !== null ? anchor : null

/** Draws a shape with its number as one link over `bounds`, or plainly without a place to go. `spoken` says what is counted. */
export function linkShape(
  canvas: Canvas,
  goTo: string | null,
  bounds: Bounds,
  spoken: string,
  draw: () => void,
): void {
  if (goTo === null) draw()
  else tag(canvas, 'Link', { goTo, bounds, spoken: `Ver las notas: ${spoken}` }, draw)
}
