// Line breaking of our own: what must hold for any text and measure.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../../src/report/page/tokens.ts'
import { hyphenate } from '../../../src/report/typeset/hyphenate.ts'
import { setParagraph } from '../../../src/report/typeset/paragraph.ts'

const { extract, headline } = tokensOf('carta').styles
const TEXT =
  'Habitantes de La Fuente llevan cuatro días sin servicio y citaron a bloquear hoy, a las 17:00, la carretera si no llegan las pipas; el organismo operador “no respondió a la solicitud de entrevista”.'
const word = fc.stringMatching(/^[a-záéíóúñ]{1,14}$/)
const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '))

const lineTexts = (content: string, width: number, isHyphenated = true) =>
  setParagraph([{ text: content }], extract, { width, isHyphenated }).lines.map((line) =>
    line.runs.map((run) => (run.kind === 'text' ? run.text : '')).join(''),
  )

describe('a paragraph', () => {
  it('never sets a line wider than its measure', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 90, max: 520 }), (content, width) => {
        const { lines } = setParagraph([{ text: content }], extract, { width, isHyphenated: true })
        expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(width + 0.02)
      }),
    )
  })

  it('breaks a line anew when kerning between its pieces would widen it', () => {
    const { lines } = setParagraph([{ text: 'vúúóááñéaríá oáñéñíó ó' }], extract, {
      width: 91,
      isHyphenated: true,
    })
    expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(91.02)
  })

  it('loses no letter and adds none but hyphens', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 90, max: 520 }), (content, width) => {
        const joined = lineTexts(content, width).reduce(
          (all, line) => (all.endsWith('-') ? all.slice(0, -1) + line : `${all} ${line}`),
          '',
        )
        expect(joined.trim()).toBe(content)
      }),
    )
  })

  it('never hyphenates two lines in a row in running text', () => {
    for (let width = 150; width < 330; width += 10) {
      const hyphenated = lineTexts(TEXT, width).map((line) => line.endsWith('-'))
      expect(hyphenated.some((one, index) => one && hyphenated[index + 1] === true)).toBe(false)
    }
  })

  it('ends in an ellipsis when it is cut, within the measure', () => {
    const cut = setParagraph([{ text: TEXT }], headline, { width: 150, maxLines: 2, isBalanced: true })
    const last = cut.lines.at(-1)
    expect(cut.isCut).toBe(true)
    expect(cut.lines).toHaveLength(2)
    expect(last?.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')).toMatch(/…$/)
    expect(last?.width).toBeLessThanOrEqual(150)
  })

  it('breaks an address that is wider than the page', () => {
    const { lines } = setParagraph([{ text: `tala.example/${'a'.repeat(300)}` }], extract, { width: 200 })
    expect(lines.length).toBeGreaterThan(3)
    expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(200)
  })
})

describe('hyphenation', () => {
  it('leaves three letters on each side and never breaks names, figures or links', () => {
    fc.assert(
      fc.property(word, (one) => {
        const parts = hyphenate(one)
        expect(parts.join('')).toBe(one)
        if (parts.length === 1) return
        expect(parts.at(0)?.length).toBeGreaterThanOrEqual(3)
        expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(3)
      }),
    )
    for (const whole of ['Tequisquiapan', 'SIAPTA', '1,932,000', 'tala.example/agua'])
      expect(hyphenate(whole)).toEqual([whole])
    expect(hyphenate('“municipal”,')).toEqual(['“muni', 'ci', 'pal”,'])
  })
})
