// What the press writes reads back as it was: markup, old encodings and dates, whatever the text.
import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  greenwichMailTime,
  instantOf,
  localMailTime,
  localMinute,
  spellDay,
  utcTime,
} from '../../bench/press/calendar.ts'
import { doubleEncode, encodeLatin1, encodeUtf8, encodeWindows1252 } from '../../bench/press/encodings.ts'
import { cdata, jsonScript, markup } from '../../bench/press/markup.ts'
import { slugOf } from '../../bench/press/newsroom.ts'

/** Text as notes have it: any letter but control signs and lone halves of pairs. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((value) => value.replace(/[\p{Cc}\p{Cs}]/gu, ' ').toWellFormed())

describe('markup', () => {
  it('gives back any text of an element and of an attribute', () => {
    fc.assert(
      fc.property(text, (value) => {
        const page = load(markup`<p title="${value}">${value}</p>`.source, { xml: true })
        expect(page('p').text()).toBe(value)
        expect(page('p').attr('title')).toBe(value)
      }),
    )
  })

  it('gives back any markup inside CDATA and any data inside a script', () => {
    fc.assert(
      fc.property(text, (value) => {
        const inside = markup`<p>${value} ]]> </p>`
        expect(load(markup`<a>${cdata(inside)}</a>`.source, { xml: true })('a').text()).toBe(inside.source)
        const script = load(jsonScript({ value: `${value}</script>` }).source)('script').text()
        expect(JSON.parse(script)).toEqual({ value: `${value}</script>` })
      }),
    )
  })
})

describe('encodings', () => {
  it('of old sites give back any text through HTML', () => {
    const read = (bytes: Uint8Array) => load(new TextDecoder('windows-1252').decode(bytes))('p').text()
    fc.assert(
      fc.property(text, (value) => {
        const { source } = markup`<p>${value}</p>`
        expect(read(encodeLatin1(source))).toBe(value)
        expect(read(encodeWindows1252(source))).toBe(value)
      }),
    )
  })

  it('of windows-1252 keep typographic quotes as bytes, and of ISO-8859-1 as references', () => {
    expect([...encodeWindows1252('“¿”')]).toEqual([0x93, 0xbf, 0x94])
    expect(Buffer.from(encodeLatin1('“')).toString('latin1')).toBe('&#8220;')
  })

  it('twice over turn México into MÃ©xico', () => {
    expect(doubleEncode('México')).toBe('MÃ©xico')
    expect(new TextDecoder().decode(encodeUtf8(doubleEncode('ñ')))).toBe('Ã±')
  })
})

describe('dates', () => {
  it('are six hours behind Greenwich and agree with the calendar', () => {
    expect(utcTime('2026-11-05T21:02')).toBe('2026-11-06T03:02:00Z')
    expect(greenwichMailTime('2026-11-05T21:02')).toBe('Fri, 06 Nov 2026 03:02:00 +0000')
    expect(localMailTime('2026-11-05T21:02')).toBe('Thu, 05 Nov 2026 21:02:00 -0600')
    expect(spellDay('2026-10-30T07:00')).toBe('viernes 30 de octubre de 2026')
    expect(addDays('2026-10-31T23:30', 1)).toBe('2026-11-01T23:30')
    expect(localMinute(instantOf('2026-11-05T00:00'))).toBe('2026-11-05T00:00')
  })
})

describe('slugs', () => {
  it('keep letters and numbers only, within eighty', () => {
    expect(slugOf('¿Y quién va a parar al camión del compadre?')).toBe(
      'y-quien-va-a-parar-al-camion-del-compadre',
    )
    expect(slugOf('🚛')).toBe('nota')
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (title) => /^[a-z0-9-]{1,80}$/.test(slugOf(title))))
  })
})
