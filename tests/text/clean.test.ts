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

  it('decodes entities escaped three times', () => {
    expect(cleanText('agua &amp;amp;amp; drenaje')).toBe('agua & drenaje')
  })
})

/** Pieces of which dirty text is made: letters, entities whole and broken, invisible marks, spaces, halves of surrogates. */
const dirty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '&',
        '&amp;',
        'amp;',
        '&#8203;',
        '&nbsp;',
        '&#x301;',
        '&lt;',
        '\u200b',
        '\u00ad',
        '\u202e',
        '\u0301',
        '\ud83d',
        '\u00a0',
        'ñ',
        'E l ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))

const FILLERS = /[\u115f\u1160\u3164\uffa0]/g
const lettersOf = (text: string) =>
  text
    .normalize('NFC')
    .replace(FILLERS, '')
    .match(/[\p{L}\p{N}]/gu)
    ?.join('') ?? ''

describe('hygiene', () => {
  it('changes nothing when applied to its own result', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
      }),
      { numRuns: 1_000 },
    )
  })

  it('loses no letter nor digit, and keeps their order', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const plain = text
          .replaceAll('&', ' ')
          .replace(
            /[\u034f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]/g,
            '',
          )
        expect(lettersOf(cleanText(plain))).toBe(lettersOf(plain))
      }),
      { numRuns: 1_000 },
    )
  })

  it('joins a drop cap without losing a letter, and once is enough', () => {
    const words = fc.constantFrom(
      'E',
      'l',
      'L',
      'a',
      'os',
      '“',
      'Tala',
      'A',
      'yer',
      'n',
      'V',
      'ecinos',
      'a',
      ',',
      'Ñ',
      'oño',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (parts) => {
        const text = parts.join(' ')
        const joined = joinDropCap(text)
        expect(joined.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(joinDropCap(joined)).toBe(joined)
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
