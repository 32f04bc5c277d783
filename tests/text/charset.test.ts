// Decoding as a reader needs it: the text is right, or it is said that it may not be.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes, repairMojibake } from '../../src/text/charset.ts'

const NOTE = '¿Cuándo? El Ayuntamiento de Etzatlán repavimentó 3 calles; «ya era hora», dijo Nuño Peñúñuri.'
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'))
const html = (text: string, meta = '') => `<html><head>${meta}</head><body><p>${text}</p></body></html>`

describe('decodeBytes', () => {
  it('believes a byte-order mark before anything else', () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(NOTE)])
    expect(decodeBytes(marked, 'text/html; charset=iso-8859-1')).toEqual({
      text: NOTE,
      charset: 'utf-8',
      isDoubtful: false,
    })
    const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from(NOTE, 'utf16le')])
    expect(decodeBytes(wide, null).text).toBe(NOTE)
  })

  it('reads Latin-1 as the HTTP header says', () => {
    expect(decodeBytes(latin1(html(NOTE)), 'text/html; charset=ISO-8859-1')).toEqual({
      text: html(NOTE),
      charset: 'windows-1252',
      isDoubtful: false,
    })
  })

  it('reads Latin-1 as the XML declaration says', () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?><rss><title>${NOTE}</title></rss>`
    expect(decodeBytes(latin1(xml), 'application/rss+xml').text).toBe(xml)
  })

  it.each([
    '<meta charset="iso-8859-1">',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252" />',
  ])('reads a page as its %s says', (meta) => {
    expect(decodeBytes(latin1(html(NOTE, meta)), 'text/html').text).toBe(html(NOTE, meta))
  })

  it('reads the curly quotes and the dash that windows-1252 puts where Latin-1 has controls', () => {
    const bytes = Uint8Array.from([0x93, ...latin1('así'), 0x94, 0x20, 0x96, 0x20, 0x85])
    expect(decodeBytes(bytes, 'text/html; charset=iso-8859-1').text).toBe('“así” – …')
  })

  it('reads as UTF-8 what is UTF-8 although Latin-1 was declared', () => {
    const bytes = utf8(html(NOTE, '<meta charset="iso-8859-1">'))
    expect(decodeBytes(bytes, 'text/html; charset=iso-8859-1').text).toContain(NOTE)
  })

  it('reads as windows-1252 what is not UTF-8 although UTF-8 was declared', () => {
    const decoded = decodeBytes(latin1(html(NOTE, '<meta charset="utf-8">')), 'text/html; charset=utf-8')
    expect(decoded.text).toContain(NOTE)
    expect(decoded).toMatchObject({ charset: 'windows-1252', isDoubtful: false })
  })

  it('reads undeclared Latin-1 by its letters', () => {
    expect(decodeBytes(latin1(NOTE), null)).toEqual({
      text: NOTE,
      charset: 'windows-1252',
      isDoubtful: false,
    })
  })

  it('reads undeclared Mac OS Roman by its letters and says that it guessed', () => {
    const bytes = Uint8Array.from([
      ...latin1('La sesi'),
      0x97,
      ...latin1('n del a'),
      0x96,
      ...latin1('o pas'),
      0x87,
    ])
    const decoded = decodeBytes(bytes, null)
    expect(decoded).toMatchObject({ text: 'La sesión del año pasá', charset: 'macintosh', isDoubtful: true })
  })

  it('keeps both halves of a page pasted together from two encodings, and says so', () => {
    const bytes = Uint8Array.from([...utf8(html(NOTE)), ...latin1('<footer>Dirección y teléfono</footer>')])
    const decoded = decodeBytes(bytes, 'text/html; charset=utf-8')
    expect(decoded.text).toBe(`${html(NOTE)}<footer>Dirección y teléfono</footer>`)
    expect(decoded.isDoubtful).toBe(true)
  })

  it('drops only the character in which a body was cut off', () => {
    const whole = utf8('La niña llegó á')
    expect(decodeBytes(whole.subarray(0, whole.length - 1), 'text/html; charset=utf-8')).toEqual({
      text: 'La niña llegó ',
      charset: 'utf-8',
      isDoubtful: false,
    })
  })

  it('recognises UTF-16 without a mark by its zeros', () => {
    const bytes = Uint8Array.from(Buffer.from(html(NOTE), 'utf16le'))
    expect(decodeBytes(bytes, null)).toMatchObject({ text: html(NOTE), charset: 'utf-16le' })
  })

  it('ignores a charset that does not exist', () => {
    expect(decodeBytes(utf8(NOTE), 'text/html; charset=utf8mb4').text).toBe(NOTE)
    expect(decodeBytes(latin1(NOTE), 'text/html; charset=espanol').text).toBe(NOTE)
  })

  it('returns the same text for any text and either encoding that can write it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeiou áéíóúñÑ¿¡.,'), minLength: 12 }), (text) => {
        expect(decodeBytes(utf8(text), null).text).toBe(text)
        expect(decodeBytes(latin1(text), 'text/html; charset=iso-8859-1').text).toBe(text)
      }),
    )
  })

  it('never throws, whatever bytes and header it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.option(fc.string()), (bytes, header) => {
        expect(typeof decodeBytes(bytes, header).text).toBe('string')
      }),
      { numRuns: 300 },
    )
  })
})

/** What a program that takes UTF-8 for windows-1252 writes. */
const breakOnce = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'))

describe('repairMojibake', () => {
  it.each([
    ['MÃ©xico', 'México'],
    ['PeÃ±a NuÃ±o', 'Peña Nuño'],
    ['â€œAsÃ\u00ad fueâ€\u009d â€“ dijo', '“Así fue” – dijo'],
    ['Ã\u0081vila, Ã\u0093scar y Ã\u0091uÃ±ez', 'Ávila, Óscar y Ñuñez'],
    ['25 Â°C', '25 °C'],
    ['Â¿QuiÃ©n? Â¡Nadie!', '¿Quién? ¡Nadie!'],
  ])('repairs %s', (broken, right) => {
    expect(repairMojibake(broken)).toEqual({ text: right, isRepaired: true, isSuspect: false })
  })

  it('repairs a text encoded three times', () => {
    expect(repairMojibake(breakOnce(breakOnce(breakOnce(NOTE)))).text).toBe(NOTE)
  })

  it('repairs only the broken part of a text', () => {
    expect(repairMojibake('Etzatlán y MÃ©xico').text).toBe('Etzatlán y México')
  })

  it('restores the í whose second byte was taken for a soft hyphen and removed', () => {
    expect(repairMojibake('el paÃs y la administraciÃ³n').text).toBe('el país y la administración')
  })

  it.each([
    NOTE,
    'ÁÉÍÓÚ «Ñ»',
    'São Paulo, Ça va, où',
    'así…»',
    'Núm. 3ª',
    'a?b',
    'https://a.mx/x?id=3 y ¿b?',
  ])('leaves %s as it is', (text) => {
    expect(repairMojibake(text)).toEqual({ text, isRepaired: false, isSuspect: false })
  })

  it.each(['M\ufffdxico', 'la administraci?n de Etzatl?n'])(
    'suspects %s, which nothing can restore',
    (text) => {
      expect(repairMojibake(text)).toEqual({ text, isRepaired: false, isSuspect: true })
    },
  )

  it('undoes one wrong reading of any Spanish text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc áéíóúñÑÁÍ¿¡“”–'), maxLength: 60 }), (text) => {
        expect(repairMojibake(breakOnce(text)).text).toBe(text)
      }),
    )
  })

  it('changes nothing when applied to its own result, and nothing of right Spanish', () => {
    const letters = fc.constantFrom(...'abcz ÁÉÍÓÚÜÑáéíóúüñ¿¡«»“”‘’—–…ªº°.,;')
    const right = fc.array(letters, { maxLength: 80 }).map((each) => each.join(''))
    fc.assert(
      fc.property(right, fc.string({ unit: 'binary', maxLength: 20 }), (spanish, any) => {
        expect(repairMojibake(spanish).text).toBe(spanish)
        const once = repairMojibake(`${breakOnce(spanish)} ${any}`).text
        expect(repairMojibake(once).text).toBe(once)
      }),
    )
  })

  it('reads any text of UTF-8 bytes whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = text.replaceAll('\0', '').replaceAll('\u001b', '')
        expect(decodeBytes(utf8(`<p>${plain}</p>`), 'text/html; charset=iso-8859-1').text).toBe(
          `<p>${plain}</p>`,
        )
      }),
    )
  })
})
