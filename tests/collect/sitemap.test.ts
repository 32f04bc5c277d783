// Sitemaps: which child of an index holds today's notes, and what a sitemap is not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_ENTRY } from '../../src/collect/entry.ts'
import { orderChildren, readSitemap } from '../../src/collect/sitemap.ts'
import { keepRecent } from '../../src/collect/sitemap-window.ts'
import { SourceChanged } from '../../src/failure.ts'
import { anyText } from './any-text.ts'

const child = (url: string, lastModified: string | null = null) => ({ url, lastModified })
const first = (...children: ReturnType<typeof child>[]) => orderChildren(children)[0]?.url

describe('orderChildren', () => {
  it('puts the newest first by date', () => {
    expect(
      first(
        child('/s-1.xml', '2015-01-01'),
        child('/s-9.xml', '2026-11-06'),
        child('/s-5.xml', '2020-01-01'),
      ),
    ).toBe('/s-9.xml')
  })

  it('puts the highest number first where there are no dates', () => {
    expect(first(child('/post-sitemap.xml'), child('/post-sitemap2.xml'), child('/post-sitemap11.xml'))).toBe(
      '/post-sitemap11.xml',
    )
    expect(first(child('/s-2025-12.xml'), child('/s-2026-2.xml'), child('/s-2026-11.xml'))).toBe(
      '/s-2026-11.xml',
    )
  })

  it('puts a news sitemap before any other', () => {
    expect(first(child('/archivo.xml', '2026-11-07'), child('/sitemap-news.xml'))).toBe('/sitemap-news.xml')
  })

  it('leaves out pages, tags, categories and authors, unless there is nothing else', () => {
    const children = [
      '/page-sitemap.xml',
      '/category-sitemap.xml',
      '/post_tag-sitemap.xml',
      '/author-sitemap.xml',
      '/post-sitemap.xml',
    ]
    expect(orderChildren(children.map((url) => child(url))).map(({ url }) => url)).toContain(
      '/post-sitemap.xml',
    )
    expect(first(...children.map((url) => child(url, '2026-11-07')))).toBe('/post-sitemap.xml')
    expect(orderChildren([child('/page-sitemap.xml')])).toHaveLength(1)
  })
})

describe('readSitemap', () => {
  it('reads a list of addresses in plain text', () => {
    const sitemap = readSitemap('https://a.example/uno\nhttps://a.example/dos\r\n\n')
    expect(sitemap).toMatchObject({
      kind: 'addresses',
      entries: [{ link: 'https://a.example/uno' }, { link: 'https://a.example/dos' }],
    })
  })

  it('reads prefixed elements and escaped addresses', () => {
    const sitemap = readSitemap(
      '<sm:urlset xmlns:sm="x"><sm:url><sm:loc>https://a.example/?a=1&amp;b=2</sm:loc></sm:url></sm:urlset>',
    )
    expect(sitemap).toMatchObject({ entries: [{ link: 'https://a.example/?a=1&b=2' }] })
  })

  it('keeps what stands before a cut, and no half address', () => {
    const sitemap = readSitemap('<urlset><url><loc>https://a.example/uno</loc></url><url><loc>https://a.exam')
    expect(sitemap).toMatchObject({ isTruncated: true, entries: [{ link: 'https://a.example/uno' }] })
  })

  it.each([
    ['<html></html>', 'una página HTML'],
    ['<rss><channel/></rss>', 'un feed RSS/Atom'],
    ['nada que ver', 'algo que no es XML ni HTML'],
  ])('says of %j that it is %s', (text, found) => {
    expect(() => readSitemap(text)).toThrow(found)
  })

  it('never crashes, whatever the text', () => {
    const piece = fc.oneof(
      anyText(20),
      fc.constantFrom('<url>', '</url>', '<loc>', '</loc>', '<sitemap>', '<lastmod>', '<image:loc>'),
    )
    fc.assert(
      fc.property(fc.constantFrom('<urlset>', '<sitemapindex>', ''), fc.array(piece), (root, pieces) => {
        try {
          return readSitemap(root + pieces.join('')).kind !== undefined
        } catch (error) {
          return error instanceof SourceChanged
        }
      }),
    )
  })
})

describe('keepRecent', () => {
  const now = new Date('2026-11-06T18:00:00Z')
  const entry = (date: string | null) => ({ ...EMPTY_ENTRY, link: '/x', date })

  it('keeps the last week, counts the rest, and believes a date that it cannot read', () => {
    const window = keepRecent(
      [entry('2026-11-06'), entry('2026-10-31'), entry('2026-10-20'), entry('quién sabe')],
      'America/Mexico_City',
      now,
    )
    expect(window).toMatchObject({ entries: { length: 3 }, older: 1 })
  })

  it('keeps the first three hundred of a sitemap without dates', () => {
    const window = keepRecent(
      Array.from({ length: 1000 }, () => entry(null)),
      'America/Mexico_City',
      now,
    )
    expect(window).toMatchObject({ entries: { length: 300 }, older: 700 })
  })
})
