// Press text made safe to set: invisible marks, fancy letters, piled accents, links.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindWords, cleanText, dropUnsettable, safeLink } from '../../../src/report/typeset/clean-text.ts'

const HIDDEN = ['\u00ad', '\u200b', '\u202e', '\u2066', '\ufeff', '\u0000', '\u034f', '\ud83d', '\u{e0041}']

describe('clean text', () => {
  it('drops every mark that hides or turns text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...HIDDEN, 'a', 'ñ', ' ')), (letters) => {
        const clean = cleanText(letters.join(''))
        expect(HIDDEN.some((mark) => clean.includes(mark))).toBe(false)
      }),
    )
  })

  it('is the same when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)),
    )
  })

  it('turns decorative letters into letters and keeps accents and ñ', () => {
    expect(cleanText('𝐔𝐑𝐆𝐄𝐍𝐓𝐄 ｅｎ Ⓣala, ñandú y pingüino')).toBe('URGENTE en Tala, ñandú y pingüino')
  })

  it('leaves no more than two marks on a letter', () => {
    expect([...cleanText('T̸̨͎͝')].length).toBeLessThanOrEqual(3)
  })

  it('keeps emoji and leaves HTML as letters', () => {
    expect(cleanText('<b>Tala</b> 🚱👨‍👩‍👧')).toBe('<b>Tala</b> 🚱👨‍👩‍👧')
  })

  it('keeps our own no-break spaces at the last guard and drops soft hyphens', () => {
    expect(dropUnsettable('18\u00a0mil  si\u00adete')).toBe('18\u00a0mil siete')
  })

  it('binds figures to their units and titles to their names', () => {
    expect(bindWords('92 % de 18 mil en p. 3, Lic. Sandoval')).toBe(
      '92\u00a0% de 18\u00a0mil en p.\u00a03, Lic.\u00a0Sandoval',
    )
  })

  it('lets only http and https out', () => {
    expect(safeLink('https://tala.example/a b')).toBe('https://tala.example/a%20b')
    expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc', '', 'tala'].map(safeLink)).toEqual(
      Array(5).fill(null),
    )
  })
})
