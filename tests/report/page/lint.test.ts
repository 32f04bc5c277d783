// The layout lint finds each kind of fault, and finds none on any day that breaks layouts, on paper and telephone.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composePosicionamiento } from '../../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../../src/report/compose-sintesis.ts'
import { layoutPosicionamiento } from '../../../src/report/layout-posicionamiento.ts'
import { layoutSintesis } from '../../../src/report/layout-sintesis.ts'
import type { Op, Page, TextOp } from '../../../src/report/page/display-list.ts'
import { lintPages } from '../../../src/report/page/lint.ts'
import { tokensOf } from '../../../src/report/page/tokens.ts'
import type { SintesisInput } from '../../../src/report/sintesis-input.ts'
import { listPosicionamientoExtremes, listSintesisExtremes, makePhoto } from '../extremes.ts'
import { makeSintesisInput } from '../fixture-input.ts'
import { makeNotes } from '../fixtures.ts'

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

/** Pages that are less than a third full, the last apart. */
const listSparse = (pages: readonly Page[]): number[] =>
  pages
    .slice(0, -1)
    .filter((page) => fillOf(page) < 1 / 3)
    .map(({ number }) => number)

describe('on paper', () => {
  it.each([...listSintesisExtremes()])('the síntesis of «%s» has no fault and no sparse page', (_, make) => {
    const pages = layoutSintesis(composeSintesis(make()), 'carta')
    expect(lintPages(pages, tokensOf('carta'))).toEqual([])
    expect(listSparse(pages)).toEqual([])
  })

  it.each([...listPosicionamientoExtremes()])('the report of «%s» has no fault', (_, make) => {
    const pages = layoutPosicionamiento(composePosicionamiento(make()), 'carta')
    expect(lintPages(pages, tokensOf('carta'))).toEqual([])
  })

  it('an empty day has exactly two pages', () => {
    const make = listSintesisExtremes().get('vacio')
    expect(make && layoutSintesis(composeSintesis(make()), 'carta')).toHaveLength(2)
  })

  it('any mixture of notes, titles and pictures has no fault', () => {
    const kind = fc.record({
      count: fc.integer({ min: 0, max: 45 }),
      titles: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
      photos: fc.integer({ min: 1, max: 6 }),
      isNegative: fc.boolean(),
    })
    fc.assert(
      fc.property(kind, ({ count, titles, photos, isNegative }) => {
        const pages = layoutSintesis(composeSintesis(makeMixture(count, titles, photos, isNegative)), 'carta')
        expect(lintPages(pages, tokens)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})

const WORDS = 'vecinos de Tala reclaman agua en la colonia y piden que el Ayuntamiento responda hoy'.split(
  ' ',
)

/** A day whose titles have so many words each, with a picture on every so many notes. */
function makeMixture(
  count: number,
  titles: readonly number[],
  photos: number,
  isNegative: boolean,
): SintesisInput {
  const photo = makePhoto(1)
  const notes = makeNotes(count).map((note, index) => ({
    ...note,
    tone: isNegative
      ? { label: 'negativo' as const, score: -1, confidence: 1, reasons: [], needsReview: false }
      : note.tone,
    article: {
      ...note.article,
      title: Array.from(
        { length: titles[index % titles.length] ?? 1 },
        (_, at) => WORDS[at % WORDS.length],
      ).join(' '),
    },
  }))
  const images = new Map(notes.filter((_, index) => index % photos === 0).map(({ id }) => [id, photo]))
  return makeSintesisInput(count, { notes, images })
}

describe('on a telephone', () => {
  it.each([...listSintesisExtremes()])('the síntesis of «%s» has no fault', (_, make) => {
    const pages = layoutSintesis(composeSintesis(make()), 'movil')
    expect(lintPages(pages, tokensOf('movil'))).toEqual([])
  })

  it.each([...listPosicionamientoExtremes()])('the report of «%s» has no fault', (_, make) => {
    const pages = layoutPosicionamiento(composePosicionamiento(make()), 'movil')
    expect(lintPages(pages, tokensOf('movil'))).toEqual([])
  })
})
