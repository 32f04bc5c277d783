// Bytes as they come → clean text, and the flags that say what to doubt.
import { describe, expect, it, test } from 'vitest'
import { extractArticle } from '../../src/extract/extract.ts'
import { makeCapture, makeItem, makeSource, PROSE, plainPage, prose } from './captures.ts'

const read = (html: string | Uint8Array, type = 'text/html; charset=utf-8') =>
  extractArticle(makeCapture(html, { headers: { 'content-type': type } }), makeSource())

/** Text → its bytes in windows-1252, for letters that Latin-1 has too. */
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

describe('text is clean whatever the bytes', () => {
  test.each([
    [
      'Latin-1 declared by the server',
      latin1(plainPage(prose).replace('charset="utf-8"', '')),
      'text/html; charset=ISO-8859-1',
    ],
    ['Latin-1 declared by the page', latin1(plainPage(prose).replace('utf-8', 'iso-8859-1')), 'text/html'],
    [
      'UTF-8 declared as Latin-1',
      new TextEncoder().encode(plainPage(prose)),
      'text/html; charset=ISO-8859-1',
    ],
    [
      'UTF-8 encoded twice',
      new TextEncoder().encode(Buffer.from(plainPage(prose), 'utf8').toString('latin1')),
      'text/html; charset=utf-8',
    ],
    ['a byte-order mark', new TextEncoder().encode(`\ufeff${plainPage(prose)}`), 'text/html'],
  ])('%s', (_, bytes, type) => {
    expect(read(bytes, type).paragraphs).toEqual(PROSE)
    expect(read(bytes, type).flags).not.toContain('mojibake')
  })

  test.each([
    ['soft hyphens', 'El ayunta\u00admiento in\u00adformó'],
    ['invisible and direction marks', 'El \u200bayuntamiento\u202e informó'],
    ['non-breaking spaces', 'El\u00a0ayuntamiento&nbsp;informó'],
    ['entities escaped twice', 'El ayuntamiento inform&amp;oacute;'],
    ['combining accents', 'El ayuntamiento informo\u0301'],
    ['a drop cap apart', '<span class="capital">E</span> l ayuntamiento informó'],
    ['a drop cap joined', '<span class="capital">E</span>l ayuntamiento informó'],
    ['a line break inside', 'El ayuntamiento<br>informó'],
  ])('without %s', (_, start) => {
    const page = plainPage(
      `<p>${start} que la obra terminará antes de que acabe el año, si las lluvias no lo impiden.</p>${prose}`,
    )
    expect(read(page).paragraphs[0]).toBe(
      'El ayuntamiento informó que la obra terminará antes de que acabe el año, si las lluvias no lo impiden.',
    )
  })

  it('flags what cannot be repaired', () => {
    expect(read(plainPage(prose.replaceAll('ó', '\ufffd'))).flags).toContain('mojibake')
  })

  it('does not flag a page whose scripts are broken and whose text is not', () => {
    expect(read(plainPage(`<script>var x = "informaci\ufffdn"</script>${prose}`)).flags).not.toContain(
      'mojibake',
    )
  })
})

describe('flags', () => {
  it('says that a note is brief', () => {
    expect(
      read(plainPage('<p>Se suspenden clases mañana en las escuelas del turno vespertino.</p>')).flags,
    ).toContain('breve')
  })

  it('are none on a note that is right', () => {
    const head = '<meta property="article:published_time" content="2026-11-20T10:00:00-06:00">'
    expect(read(plainPage(prose, head)).flags).toEqual([])
  })
})

describe('addresses and pictures', () => {
  const item = makeItem({ url: 'https://www.prueba.com.mx/local/nota?utm_source=feed' })
  const readAt = (head: string) => extractArticle(makeCapture(plainPage(prose, head), { item }), makeSource())

  it('keeps the address of the listing and finds the canonical one', () => {
    const article = readAt('<link rel="canonical" href="https://www.prueba.com.mx/local/nota">')
    expect(article.url).toBe(item.url)
    expect(article.canonicalUrl).toBe('https://www.prueba.com.mx/local/nota')
  })

  it('does not take the cover for the note’s address', () => {
    expect(readAt('<link rel="canonical" href="https://www.prueba.com.mx/">').canonicalUrl).toBe(item.url)
  })

  it('makes the picture’s address absolute and passes over logos', () => {
    expect(readAt('<meta property="og:image" content="/fotos/a.jpg">').image).toBe(
      'https://www.prueba.com.mx/fotos/a.jpg',
    )
    expect(readAt('<meta property="og:image" content="/img/logo.png">').image).toBeNull()
  })
})
