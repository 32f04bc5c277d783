// Dirty text → clean text.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cleanText, joinDropCap } from '../../src/text/clean.ts'

describe('cleanText', () => {
  test.each([
    ['composes letters written with combining accents', 'Me\u0301xico', 'México'],
    ['drops soft hyphens', 'ayun\u00adta\u00admiento', 'ayuntamiento'],
    [
      'drops direction marks and zero-width characters',
      '\u202eTala\u202c\u200b \ufeffJalisco',
      'Tala Jalisco',
    ],
    ['drops NUL and control characters', 'Ta\0la\u0007', 'Tala'],
    ['makes non-breaking and thin spaces plain', 'a\u00a0las\u202f9\u2009h', 'a las 9 h'],
    ['makes line ends and runs of spaces one space', '  uno \r\n\t dos  ', 'uno dos'],
    [
      'decodes entities that were escaped twice',
      'agua &amp; drenaje &quot;Tala&quot; &#8220;sí&#8221;',
      'agua & drenaje "Tala" “sí”',
    ],
    ['leaves an ampersand that is no entity', 'R&D; S&P 500', 'R&D; S&P 500'],
    ['replaces half a surrogate pair', 'a\ud83d b', 'a\ufffd b'],
    ['keeps emoji', 'Vialidad 🚧 cerrada', 'Vialidad 🚧 cerrada'],
    ['keeps joined emoji', '👩‍🚒', '👩‍🚒'],
  ])('%s', (_, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean)
  })

  it('changes nothing when applied to its own result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = cleanText(text.replaceAll('&', ''))
        expect(cleanText(once)).toBe(once)
      }),
    )
  })
})

describe('joinDropCap', () => {
  test.each([
    ['E l alcalde informó', 'El alcalde informó'],
    ['L a obra', 'La obra'],
    ['“ L a obra', '“ L a obra'],
    ['“T ala amaneció', '“Tala amaneció'],
    ['A los vecinos', 'A los vecinos'],
    ['Y después', 'Y después'],
    ['A yer por la tarde', 'Ayer por la tarde'],
    ['X dejó de funcionar', 'X dejó de funcionar'],
    ['L aniversario del ingenio', 'L aniversario del ingenio'],
  ])('%s → %s', (broken, joined) => {
    expect(joinDropCap(broken)).toBe(joined)
  })
})
