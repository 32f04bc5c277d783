// Figures that lie between a least and a most → their sum, in one figure of the same kind.

/** `range` is absent where the figure is no estimate. */
export type Spanned = { readonly value: number; readonly range?: readonly [number, number] }

/**
 * Adds value to value, least to least and most to most, as if all erred to the same side, which is the widest that the sum
 * can lie apart; a figure without range counts whole in both ends. Null, not zero, of nothing. All must be of one unit.
 */
export function sumSpans(spans: readonly Spanned[]): Spanned | null {
  if (spans.length === 0) return null
  const add = (of: (span: Spanned) => number) => spans.reduce((sum, span) => sum + of(span), 0)
  const value = add((span) => span.value)
  if (spans.every(({ range }) => range === undefined)) return { value }
  const low = add((span) => span.range?.[0] ?? span.value)
  const high = add((span) => span.range?.[1] ?? span.value)
  return { value, range: [low, high] }
}
