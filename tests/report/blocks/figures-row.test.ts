// Figures of page one, however long: no one comes near the next.
import { describe, expect, it } from 'vitest'
import type { BlockContext } from '../../../src/report/blocks/context.ts'
import { figuresRow } from '../../../src/report/blocks/figures-row.ts'
import type { Op, TextOp } from '../../../src/report/page/display-list.ts'
import { tokensOf } from '../../../src/report/page/tokens.ts'
import { widthOf } from '../../../src/report/typeset/text-style.ts'
import { printSpan } from '../../../src/report/words/numbers.ts'

const RANGES = [
  [639_000, 803_000],
  [940, 1_240],
  [1_940_000, 2_410_000],
  [888_888_000, 999_999_000],
  [9_800, 1_200_000],
] as const

const figureOf = (text: string) => ({ text, label: 'alcance estimado', context: '', goTo: null })

function drawFigures(format: 'carta' | 'movil', texts: readonly string[]): TextOp[] {
  const context: BlockContext = { tokens: tokensOf(format), brand: '#1F4B57', pageOf: () => null }
  const ops: Op[] = []
  figuresRow(texts.map(figureOf), context).draw({ ops }, 0, 0)
  const labels = new Set(['alcance', 'estimado', 'alcance estimado'])
  return ops.filter((op) => op.kind === 'text').filter(({ text }) => !labels.has(text.trim()))
}

describe.each(['carta', 'movil'] as const)('the figures of page one in %s', (format) => {
  it.each([4, 5])('stand at least twelve points apart, %i abreast, also as ranges', (across) => {
    for (const range of RANGES) {
      const text = printSpan({ value: range[0], range })
      const drawn = drawFigures(
        format,
        Array.from({ length: across }, () => text),
      )
      const rows = Map.groupBy(drawn, ({ baseline }) => baseline)
      for (const row of rows.values()) {
        const pieces = row.toSorted((one, other) => one.x - other.x)
        const ends = pieces.map((piece) => piece.x + widthOf(piece.text.trim(), piece.style))
        for (const [index, piece] of pieces.entries()) {
          const startsFigure = /^\d/.test(piece.text)
          if (index > 0 && startsFigure) expect(piece.x - (ends[index - 1] ?? 0)).toBeGreaterThanOrEqual(12)
        }
        const right = format === 'carta' ? 524 : 350
        expect(Math.max(...ends)).toBeLessThanOrEqual(right)
      }
    }
  })

  it('keep their size when they fit, and their digits when only the unit is too much', () => {
    const { size } = tokensOf(format).styles.figure
    const sizes = (text: string) =>
      drawFigures(
        format,
        Array.from({ length: 4 }, () => text),
      ).map(({ style }) => style.size)
    expect(new Set(sizes('+21'))).toEqual(new Set([size]))
    expect(Math.max(...sizes('639–803\u00a0mil'))).toBe(size)
  })
})
