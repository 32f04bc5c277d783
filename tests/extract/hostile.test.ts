// Malformed, huge and malicious bytes → an article or a refusal, never a crash nor a hang.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { explainExtraction } from '../../src/extract/explain.ts'
import { extractArticle } from '../../src/extract/extract.ts'
import { Unreadable } from '../../src/failure.ts'
import type { Article } from '../../src/model.ts'
import { makeCapture, makeItem, makeSource, PROSE, plainPage, prose } from './captures.ts'

const source = makeSource()

/** The article, or the reason of the refusal; anything else thrown fails the test. */
function readAny(html: string | Uint8Array): Article | string {
  try {
    return extractArticle(makeCapture(html), source)
  } catch (error) {
    if (error instanceof Unreadable) return error.reason
    throw error
  }
}

function readNote(html: string): Article {
  const read = readAny(html)
  if (typeof read === 'string') throw new Error(`no se leyó: ${read}`)
  return read
}

describe('malformed markup still gives the text', () => {
  test.each([
    ['paragraphs that never close', `<h1>Una nota</h1><p>${PROSE.join('<p>')}`],
    ['closings without openings', `</div></p></b><h1>Una nota</h1>${prose}</section></main></html></body>`],
    ['crossed inline tags', `<h1>Una nota</h1><p><b><i>${PROSE[0]}</b></i></p><p>${PROSE[1]}</p>`],
    ['attributes without quotes', `<h1 class=a b c=d>Una nota</h1><div class=nota-texto>${prose}</div>`],
    ['a quote that never closes in an earlier attribute', `<h1>Una nota</h1>${prose}<a href="x>roto</a>`],
    ['tables inside paragraphs', `<h1>Una nota</h1><p><table><tr><td>${PROSE[0]}<tr><td>${PROSE[1]}</table>`],
    ['upper-case tags', `<H1>Una nota</H1><P>${PROSE[0]}</P><P>${PROSE[1]}</P>`],
    ['comments left open after the text', `<h1>Una nota</h1>${prose}<!-- pie`],
    ['two heads and two bodies', `<head></head><body></body><head></head><body><h1>Una nota</h1>${prose}`],
    ['nothing but the text', `<title>Una nota</title>${prose}`],
    ['conditional comments', `<!--[if IE]><p>viejo</p><![endif]--><h1>Una nota</h1>${prose}`],
    ['a NUL and control characters', `<h1>Una\0 nota</h1>${prose.replaceAll(' ', '\u0007 ')}`],
  ])('%s', (_, html) => {
    expect(readNote(html).paragraphs).toEqual(PROSE)
  })
})

describe('hostile sizes end', () => {
  it('reads a note nested two hundred thousand levels deep', () => {
    expect(readNote(plainPage('<div>'.repeat(200_000) + prose)).paragraphs).toEqual(PROSE)
  })

  it('survives two hundred thousand closings that match nothing', () => {
    expect(
      readNote(plainPage('<div>'.repeat(200_000) + prose + '</span>'.repeat(200_000))).paragraphs,
    ).toEqual(PROSE)
  })

  it('reads past an attribute of one megabyte', () => {
    const page = plainPage(
      `<div class="${'nota '.repeat(200_000)}" data-x='${'"'.repeat(1_000_000)}'>${prose}</div>`,
    )
    expect(readNote(page).paragraphs).toEqual(PROSE)
  })

  it('reads past ten thousand attributes', () => {
    const attributes = Array.from({ length: 10_000 }, (_, at) => `data-${at}="x"`).join(' ')
    expect(readNote(plainPage(`<div ${attributes}>${prose}</div>`)).paragraphs).toEqual(PROSE)
  })

  it('survives a title of one megabyte', () => {
    expect(readAny(`<title>${'nota '.repeat(200_000)}</title>${prose}`)).toMatchObject({ paragraphs: PROSE })
  })

  it('survives a megabyte of letters in one word, of entities and of line breaks', () => {
    for (const filler of [
      'a'.repeat(1_000_000),
      'ñ'.repeat(500_000),
      'Ã'.repeat(500_000),
      '&nbsp;'.repeat(150_000),
      '<br>'.repeat(250_000),
    ]) {
      expect(typeof readAny(plainPage(`${prose}<p>${filler}</p>`))).toBe('object')
    }
  })

  it('survives linked data of a megabyte, broken or nested', () => {
    const scripts = [
      `{"@type":"NewsArticle","headline":"${'x'.repeat(1_000_000)}`,
      '['.repeat(500_000),
      '{"a":'.repeat(200_000),
    ]
    for (const script of scripts) {
      const page = plainPage(prose, `<script type="application/ld+json">${script}</script>`)
      expect(readNote(page).paragraphs).toEqual(PROSE)
    }
  })

  it('refuses a page over the cap and says its weight', () => {
    const page = new Uint8Array(17 * 1024 * 1024).fill(32)
    expect(() => extractArticle(makeCapture(page), source)).toThrow(/17 MB y el máximo es 16 MB/)
    expect(readAny(page)).toBe('oversized')
  })
})

describe('what is no note is refused with its reason', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n1 0 obj', 'not-html'],
    ['JSON', '{"error":"not found"}', 'not-html'],
    [
      'a feed',
      '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
      'not-html',
    ],
    ['plain words', 'hola, mundo', 'not-html'],
    ['nothing', '', 'not-html'],
    [
      'a page built by scripts',
      '<html><head><title>Portal</title></head><body><div id="root"></div></body></html>',
      'no-text',
    ],
  ])('%s', (_, body, reason) => {
    expect(readAny(body)).toBe(reason)
  })

  it.each([
    '404 Not Found',
    'Página no encontrada - El Correo',
    'Just a moment...',
    'Error establishing a database connection',
  ])('an error page that answers as a note: %s', (title) => {
    const page = `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>No hay nada que ver en esta dirección; vuelva a la portada del sitio.</p></body></html>`
    expect(readAny(page)).toBe('no-text')
  })

  it('any page with the status of an error', () => {
    expect(() => extractArticle(makeCapture(plainPage(prose), { status: 503 }), source)).toThrow(
      /aviso de error/,
    )
  })

  it('says in Spanish why', () => {
    expect(() => extractArticle(makeCapture('{"a":1}'), source)).toThrow(/no entregó una página/)
  })
})

describe('any bytes at all', () => {
  const tags = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="nota">',
    '</div>',
    '<h1>',
    '</h1>',
    '<li>',
    '<td>',
    '<a href="x">',
    '</a>',
    '<br>',
    '<script>',
    '</script>',
    '<style>',
    '<!--',
    '-->',
    '<![CDATA[',
    '&amp;',
    '&#0;',
    '&#xD800;',
    '<time datetime="2026-13-45">',
    '<svg>',
    '<math>',
    '<script type="application/ld+json">{"@type":"NewsArticle"',
    '<title>',
    '<textarea>',
    '<table>',
    '</table>',
    '<form>',
    '"',
    "'",
    '<',
  )
  const soup = fc.array(
    fc.oneof(tags, fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...PROSE)),
    { maxLength: 60 },
  )

  it('of tags and strings', () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        const capture = makeCapture(pieces.join(''))
        const read = readAny(pieces.join(''))
        if (typeof read === 'string') return
        expect(read.title).not.toBe('')
        expect(read.paragraphs.every((text) => text !== '' && text === text.trim())).toBe(true)
        expect(explainExtraction(capture, source).fields.length).toBeGreaterThan(5)
      }),
      { numRuns: 300 },
    )
  })

  it('of no known charset', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const head = new TextEncoder().encode('<html><p>')
        expect(['string', 'object']).toContain(typeof readAny(new Uint8Array([...head, ...bytes])))
      }),
    )
  })

  it('as an entry of a channel', () => {
    fc.assert(
      fc.property(soup, fc.option(fc.string({ maxLength: 40 })), (pieces, title) => {
        const capture = makeCapture(pieces.join(''), {
          kind: 'entry',
          item: makeItem({ title, isWhole: true }),
        })
        try {
          expect(extractArticle(capture, source).title).not.toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable)
        }
      }),
      { numRuns: 200 },
    )
  })
})
