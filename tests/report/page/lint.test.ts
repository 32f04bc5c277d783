// The layout lint finds each kind of fault, and finds none on any day that breaks layouts, on paper and telephone.
import { describe, expect, it } from 'vitest'
import { composePosicionamiento } from '../../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../../src/report/compose-sintesis.ts'
import { layoutPosicionamiento } from '../../../src/report/layout-posicionamiento.ts'
import { layoutSintesis } from '../../../src/report/layout-sintesis.ts'
import type { Op, Page, TextOp } from '../../../src/report/page/display-list.ts'
import { lintPages } from '../../../src/report/page/lint.ts'
import { tokensOf } from '../../../src/report/page/tokens.ts'
import { listPosicionamientoExtremes, listSintesisExtremes } from '../extremes.ts'

const FORMATS = ['carta', 'movil'] as const
const tokens = tokensOf('carta')

const textAt = (x: number, baseline: number, rest: Partial<TextOp> = {}): TextOp => ({
  kind: 'text',
  x,
  baseline,
  text: 'Agua y servicios',
  width: 80,
  style: tokens.styles.table,
  href: null,
  goTo: null,
  isUnderlined: false,
  isUpright: false,
  ...rest,
})
const pageOf = (...ops: Op[]): Page => ({ number: 1, width: 612, height: 792, ops })
const rulesOf = (...ops: Op[]) => lintPages([pageOf(...ops)], tokens).map(({ rule }) => rule)

describe('the lint', () => {
  it('accepts text inside the margins', () => {
    expect(rulesOf(textAt(44, 100), textAt(44, 112))).toEqual([])
  })

  it('finds a head that nothing follows', () => {
    const open: Op = { kind: 'open', tag: 'H2', attributes: {} }
    const close: Op = { kind: 'close' }
    expect(rulesOf(textAt(44, 100), open, textAt(44, 130), close)).toEqual(['lonely-head'])
    expect(rulesOf(open, textAt(44, 100), close, textAt(44, 130))).toEqual([])
  })

  it('finds text outside the margins, under the foot, too small, too pale and over other text', () => {
    expect(rulesOf(textAt(20, 100))).toEqual(['outside-margin'])
    expect(rulesOf(textAt(540, 100))).toEqual(['outside-margin'])
    expect(rulesOf(textAt(44, 788))).toEqual(['below-foot'])
    expect(rulesOf(textAt(44, 100, { style: { ...tokens.styles.table, size: 6 } }))).toEqual(['too-small'])
    expect(rulesOf(textAt(44, 100, { style: { ...tokens.styles.table, color: '#AAAAAA' } }))).toEqual([
      'too-pale',
    ])
    expect(rulesOf(textAt(44, 100), textAt(90, 102))).toEqual(['overlap'])
  })
})

/** Bottom of the lowest text above the foot, as a share of the room. */
function fillOf({ ops, height }: Page): number {
  const baselines = ops.flatMap((op) => (op.kind === 'text' ? [op.baseline] : []))
  const lowest = Math.max(...baselines.filter((baseline) => baseline < height - 46))
  return (lowest - 54) / (height - 104)
}

describe.each(FORMATS)('on %s', (format) => {
  it.each([...listSintesisExtremes()])('the síntesis of «%s» is laid out without a fault', (_, make) => {
    const pages = layoutSintesis(composeSintesis(make()), format)
    expect(lintPages(pages, tokensOf(format))).toEqual([])
  })

  it.each([...listPosicionamientoExtremes()])('the report of «%s» is laid out without a fault', (_, make) => {
    const pages = layoutPosicionamiento(composePosicionamiento(make()), format)
    expect(lintPages(pages, tokensOf(format))).toEqual([])
  })
})

describe('pages on paper', () => {
  it.each([...listSintesisExtremes()])('of «%s» are a third full or more, but the last', (_, make) => {
    const pages = layoutSintesis(composeSintesis(make()), 'carta')
    expect(
      pages
        .slice(0, -1)
        .filter((page) => fillOf(page) < 1 / 3)
        .map(({ number }) => number),
    ).toEqual([])
  })

  it('give an empty day exactly two', () => {
    const make = listSintesisExtremes().get('vacio')
    expect(make && layoutSintesis(composeSintesis(make()), 'carta')).toHaveLength(2)
  })
})
