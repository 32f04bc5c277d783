// How numbers, lists and titles are printed in Spanish of Mexico.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contract,
  endSentence,
  joinList,
  lowerFirst,
  quoteTitle,
  shorten,
} from '../../../src/report/words/grammar.ts'
import {
  countOf,
  NOTES,
  printAudience,
  printBalance,
  printCount,
  printShare,
  shareOf,
} from '../../../src/report/words/numbers.ts'

describe('numbers', () => {
  it('groups thousands with commas and never prints a hyphen for a minus', () => {
    expect(printCount(1_234_567)).toBe('1,234,567')
    expect(printCount(-1234)).toBe('−1,234')
    fc.assert(fc.property(fc.integer(), (value) => !printCount(value).includes('-')))
  })

  it('gives back the number that it printed', () => {
    const read = (text: string) => Number(text.replace(/,/g, '').replace('−', '-'))
    fc.assert(fc.property(fc.integer(), (value) => Object.is(read(printCount(value)) + 0, value + 0)))
  })

  it('signs a balance, prints zero without sign and a dash without base', () => {
    expect([
      printBalance(16.4),
      printBalance(-8),
      printBalance(0),
      printBalance(-0.3),
      printBalance(null),
    ]).toEqual(['+16', '−8', '0', '0', '—'])
  })

  it('never divides by nothing', () => {
    expect(printShare(shareOf(0, 0))).toBe('—')
    expect(printShare(shareOf(14, 38))).toBe('37\u00a0%')
  })

  it('prints audiences in mil and M', () => {
    expect([940, 4600, 5000, 18_400, 570_000, 999_499, 999_500, 2_000_000].map(printAudience)).toEqual([
      '940',
      '4.6\u00a0mil',
      '5\u00a0mil',
      '18\u00a0mil',
      '570\u00a0mil',
      '999\u00a0mil',
      '1.0\u00a0M',
      '2.0\u00a0M',
    ])
  })

  it('agrees a noun with its count', () => {
    expect([countOf(0, NOTES), countOf(1, NOTES), countOf(38, NOTES)]).toEqual([
      '0\u00a0notas',
      '1\u00a0nota',
      '38\u00a0notas',
    ])
  })
})

describe('grammar', () => {
  it('joins lists with y, and with e before the sound i', () => {
    expect(joinList(['agua', 'luz', 'calles'])).toBe('agua, luz y calles')
    expect(joinList(['agua', 'Iglesia'])).toBe('agua e Iglesia')
    expect(joinList(['agua', 'hielo'])).toBe('agua y hielo')
    expect(joinList(['agua'])).toBe('agua')
    expect(joinList([])).toBe('')
  })

  it('contracts the article but not that of a name', () => {
    expect(contract('datos de el ayuntamiento a el público')).toBe('datos del ayuntamiento al público')
    expect(contract('datos de El Correo')).toBe('datos de El Correo')
  })

  it('keeps the capitals of acronyms inside a sentence', () => {
    expect(lowerFirst('Agua y servicios')).toBe('agua y servicios')
    expect(lowerFirst('DIF y salud')).toBe('DIF y salud')
  })

  it('ends a sentence once', () => {
    expect(endSentence('Sin agua')).toBe('Sin agua.')
    expect(endSentence('¿Y el agua?')).toBe('¿Y el agua?')
    expect(endSentence('“Nadie nos avisó.”')).toBe('“Nadie nos avisó.”')
  })

  it('turns the quotation marks of a quoted title into inner ones', () => {
    expect(quoteTitle('“Nadie nos avisó”: comerciantes')).toBe('“‘Nadie nos avisó’: comerciantes”')
  })

  it('shortens to whole words and never over the limit', () => {
    expect(shorten('Cuatro días sin agua en el oriente', 20)).toBe('Cuatro días sin…')
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 4, max: 60 }),
        (text, longest) => shorten(text, longest).length <= longest,
      ),
    )
  })
})
