// The terms of the method → two columns of small text, as even as they can be.
import { type Box, padBox, textBox } from '../page/boxes.ts'
import { placeMasonry } from '../page/columns.ts'
import type { Flow } from '../page/flow.ts'
import { COLORS } from '../page/tokens.ts'
import type { MethodTerm } from '../posicionamiento.ts'
import type { BlockContext } from './context.ts'

export function placeMethod(flow: Flow, terms: readonly MethodTerm[], context: BlockContext): void {
  const boxes = terms.map((term) => termBox(term, context))
  // Terms stand by themselves: they may go to either column, so that both end together.
  placeMasonry(
    flow,
    boxes.map((box) => ({ full: box, short: box })),
    () => {},
  )
}

function termBox({ term, text }: MethodTerm, context: BlockContext): Box {
  const { styles, columnWidth } = context.tokens
  const spans = [{ text: `${term}. `, style: { face: 'sans-bold' as const, color: COLORS.ink } }, { text }]
  const style = { ...styles.meta, size: styles.meta.size * 1.06, leading: styles.meta.leading * 1.08 }
  return padBox(textBox(spans, style, { width: columnWidth - 4 }), { bottom: 5 })
}
