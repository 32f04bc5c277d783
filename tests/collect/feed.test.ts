// Feeds of every dialect, and as the world really sends them: no note is lost, nothing crashes, a page is no feed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFeed } from '../../src/collect/feed.ts'
import { recoverFeed } from '../../src/collect/feed-recovery.ts'
import { parseStrictly } from '../../src/collect/feed-strict.ts'
import { SourceChanged } from '../../src/failure.ts'
import { decodeBytes } from '../../src/text/charset.ts'
import { anyText } from './any-text.ts'

const item = (n: number, extra = '') =>
  `<item><title>Nota ${n}</title><link>https://elmedio.example/nota-${n}</link>${extra}</item>`
const rss = (inside: string, head = '<title>El Medio</title><link>https://elmedio.example/</link>') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${head}${inside}</channel></rss>`

describe('dialects', () => {
  it('reads RSS 2.0 with everything that WordPress puts in it', async () => {
    const feed = await readFeed(
      rss(
        item(
          1,
          `<dc:creator><![CDATA[Ana Ruiz]]></dc:creator><pubDate>Fri, 06 Nov 2026 15:00:00 +0000</pubDate>
          <category><![CDATA[Local]]></category><category>Otra</category>
          <description><![CDATA[<p>Resumen de la nota &#8230;</p><p>La entrada <a href="x">Nota 1</a> apareció primero en <a href="y">El Medio</a>.</p>]]></description>
          <content:encoded><![CDATA[<p>Primer párrafo.</p><p>Segundo.</p>]]></content:encoded>
          <media:content url="https://elmedio.example/foto.jpg" medium="image"/>`,
        ),
      ),
    )
    expect(feed).toMatchObject({ title: 'El Medio', home: 'https://elmedio.example/', isTruncated: false })
    expect(feed.entries).toEqual([
      {
        link: 'https://elmedio.example/nota-1',
        title: 'Nota 1',
        summary: 'Resumen de la nota …',
        contentHtml: '<p>Primer párrafo.</p><p>Segundo.</p>',
        author: 'Ana Ruiz',
        date: 'Fri, 06 Nov 2026 15:00:00 +0000',
        section: 'Local',
        image: 'https://elmedio.example/foto.jpg',
        views: null,
        counts: null,
        refusal: null,
      },
    ])
  })

  it('reads Atom, choosing the page among its links and the publication over the update', async () => {
    const feed =
      await readFeed(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Diario</title>
      <link rel="self" href="https://diario.example/atom.xml"/><link href="https://diario.example/"/>
      <entry><title type="html">El agua &amp;amp; la caña</title><id>tag:diario,2026:1</id>
      <link rel="replies" href="https://diario.example/1#comentarios"/><link rel="alternate" type="text/html" href="https://diario.example/1"/>
      <published>2026-11-06T09:00:00-06:00</published><updated>2026-11-07T09:00:00-06:00</updated>
      <author><name>Luis Paz</name><email>l@diario.example</email></author><category term="Región"/>
      <content type="html">&lt;p&gt;Texto&lt;/p&gt;</content></entry></feed>`)
    expect(feed.entries[0]).toMatchObject({
      link: 'https://diario.example/1',
      title: 'El agua & la caña',
      date: '2026-11-06T09:00:00-06:00',
      author: 'Luis Paz',
      section: 'Región',
      contentHtml: '<p>Texto</p>',
    })
  })

  it('reads RDF, whose items stand outside the channel', async () => {
    const feed =
      await readFeed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://a.example/"><title>A</title></channel>
      <item rdf:about="https://a.example/1"><title>Uno</title><link>https://a.example/1</link><dc:date>2026-11-06</dc:date></item></rdf:RDF>`)
    expect(feed.entries[0]).toMatchObject({ link: 'https://a.example/1', title: 'Uno', date: '2026-11-06' })
  })

  it.each(['0.91', '0.92'])('reads RSS %s', async (version) => {
    const feed = await readFeed(
      `<rss version="${version}"><channel><title>A</title>${item(1)}${item(2)}</channel></rss>`,
    )
    expect(feed.entries.map(({ title }) => title)).toEqual(['Nota 1', 'Nota 2'])
  })

  it('reads JSON Feed', async () => {
    const feed = await readFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [
          {
            id: '1',
            url: 'https://j.example/1',
            title: 'Uno',
            content_html: '<p>x</p>',
            authors: [{ name: 'Eva' }],
          },
          {
            id: 'https://j.example/2',
            content_text: 'uno < dos\ny tres',
            date_published: '2026-11-06T10:00:00Z',
          },
        ],
      }),
    )
    expect(feed.entries).toMatchObject([
      { link: 'https://j.example/1', title: 'Uno', contentHtml: '<p>x</p>', author: 'Eva' },
      {
        link: 'https://j.example/2',
        title: null,
        contentHtml: 'uno &lt; dos<br>y tres',
        date: '2026-11-06T10:00:00Z',
      },
    ])
  })

  it('reads the list of posts that WordPress answers in JSON', async () => {
    const post = {
      link: 'https://w.example/1',
      title: { rendered: 'Obras&#8230;' },
      date_gmt: '2026-11-06T10:00:00',
    }
    expect((await readFeed(JSON.stringify([post]))).entries[0]).toMatchObject({
      link: 'https://w.example/1',
      title: 'Obras…',
      date: '2026-11-06T10:00:00Z',
    })
  })

  it('reads a YouTube channel with its descriptions and views', async () => {
    const feed =
      await readFeed(`<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><title>Canal 6</title>
      <entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>Entrevista</title><link rel="alternate" href="https://www.youtube.com/watch?v=abc"/>
      <author><name>Canal 6 Valles</name><uri>https://www.youtube.com/channel/UC1</uri></author><published>2026-11-06T15:00:00+00:00</published>
      <media:group><media:title>Entrevista</media:title><media:thumbnail url="https://i.example/abc.jpg" width="480"/><media:description>Línea uno
línea dos</media:description><media:community><media:starRating count="5"/><media:statistics views="1234"/></media:community></media:group></entry></feed>`)
    expect(feed.entries[0]).toEqual({
      link: 'https://www.youtube.com/watch?v=abc',
      title: 'Entrevista',
      summary: 'Línea uno línea dos',
      contentHtml: 'Línea uno\nlínea dos',
      author: 'Canal 6 Valles',
      date: '2026-11-06T15:00:00+00:00',
      section: null,
      image: 'https://i.example/abc.jpg',
      views: 1234,
      counts: null,
      refusal: null,
    })
  })

  it('takes the page that Feedburner hides behind its own link', async () => {
    const hidden =
      '<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://elmedio.example/real</feedburner:origLink>'
    expect((await readFeed(rss(item(1, hidden)))).entries[0]?.link).toBe('https://elmedio.example/real')
  })
})

describe('which reader is used', () => {
  it('reads the same from a well-formed feed with either', async () => {
    const text = rss(
      [1, 2, 3]
        .map((n) => item(n, `<description>Texto ${n}</description><pubDate>Fri, 06 Nov 2026</pubDate>`))
        .join(''),
    )
    expect(await parseStrictly(text)).toEqual(recoverFeed(text))
  })

  it('gives to the recovering reader what rss-parser would refuse, bend or lose', async () => {
    for (const text of [
      rss('<item><title>Sin liga</title><guid>https://elmedio.example/x</guid></item>'),
      rss(item(1)).replace('</channel>', ''),
      rss(item(1)).replace('</channel>', `</channel>${item(2)}`),
      `<!DOCTYPE rss [<!ENTITY a "b">]>${rss(item(1)).replace(/^<\?.*?\?>/, '')}`,
      rss(item(1)).replace('version="2.0"', ''),
    ]) {
      expect(await parseStrictly(text)).toBeNull()
      expect((await readFeed(text)).entries.length).toBeGreaterThan(0)
    }
  })
})

describe('ill-formed feeds', () => {
  it.each([
    [
      'a stray ampersand',
      rss('<item><title>Pan & agua</title><link>https://a.example/1?x=1&y=2</link></item>'),
      'Pan & agua',
    ],
    [
      'entities of HTML',
      rss('<item><title>La ni&ntilde;a &aacute;gil</title><link>https://a.example/1?x=1&y=2</link></item>'),
      'La niña ágil',
    ],
    [
      'HTML in the title',
      rss('<item><title><b>Fuerte</b> y claro</title><link>https://a.example/1?x=1&y=2</link></item>'),
      'Fuerte y claro',
    ],
    [
      'escaped HTML in the title',
      rss('<item><title>&lt;i&gt;Fino&lt;/i&gt;</title><link>https://a.example/1?x=1&amp;y=2</link></item>'),
      'Fino',
    ],
    [
      'a warning of PHP before it',
      `<br />\n<b>Warning</b>: foreach() in x.php\n${rss('<item><title>Va</title><link>https://a.example/1?x=1&amp;y=2</link></item>')}`,
      'Va',
    ],
    [
      'an undeclared prefix',
      '<rss><channel><item><nuevo:cosa>1</nuevo:cosa><title>Va</title><link>https://a.example/1?x=1&amp;y=2</link></item></channel></rss>',
      'Va',
    ],
    [
      'capital letters',
      '<RSS><CHANNEL><ITEM><TITLE>Va</TITLE><LINK>https://a.example/1?x=1&amp;y=2</LINK></ITEM></CHANNEL></RSS>',
      'Va',
    ],
    [
      'a link that closes at once',
      '<rss><channel><item><title>Va</title><link/>https://a.example/1?x=1&amp;y=2</item></channel></rss>',
      'Va',
    ],
    [
      'spaces before the declaration',
      `\n\n  ${rss('<item><title>Va</title><link>\n https://a.example/1?x=1&amp;y=2 \n</link></item>')}`,
      'Va',
    ],
    [
      'a mark before the declaration',
      `\ufeff${rss('<item><title>Va</title><link>https://a.example/1?x=1&amp;y=2</link></item>')}`,
      'Va',
    ],
  ])('reads through %s', async (_, text, title) => {
    const { entries } = await readFeed(text)
    expect(entries).toMatchObject([{ title, link: 'https://a.example/1?x=1&y=2' }])
  })

  it('keeps HTML that nobody escaped as the summary or the body it is', async () => {
    const { entries } = await readFeed(
      rss(
        `<item><title>Va</title><link>https://a.example/1</link><description><p>Uno <a href="x">dos</a><br>tres</p></description></item>${item(2)}`,
      ),
    )
    expect(entries).toHaveLength(2)
    expect(entries[0]?.summary).toBe('Uno dos tres')
  })

  it('ends an entry that was never closed where the next one begins', async () => {
    const { entries } = await readFeed(
      rss(`<item><title>Uno</title><link>https://a.example/1</link>${item(2)}`),
    )
    expect(entries.map(({ title }) => title)).toEqual(['Uno', 'Nota 2'])
  })

  it('does not take the title and link of a quoted feed for the entry’s own', async () => {
    const { entries } = await readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><source><title>Otro</title><link href="https://otro.example/"/></source><title>Propio</title><link href="https://a.example/1"/></entry></feed>`,
    )
    expect(entries[0]).toMatchObject({ title: 'Propio', link: 'https://a.example/1' })
  })

  it('does not take the name of a logo for the name of the feed', () => {
    expect(
      recoverFeed(
        rss(item(1), '<image><title>Logo</title><link>https://x.example</link></image><title>Bueno</title>'),
      ).title,
    ).toBe('Bueno')
  })

  it('uses a permanent guid as the link, and never one that says it is not', async () => {
    const guid = (attribute: string) =>
      rss(`<item><title>x</title><guid${attribute}>https://a.example/9</guid></item>`)
    expect((await readFeed(guid(''))).entries[0]?.link).toBe('https://a.example/9')
    const other = rss('<item><title>x</title><guid isPermaLink="false">123 abc</guid></item>')
    expect((await readFeed(other)).entries[0]?.link).toBeNull()
  })
})

describe('feeds cut short', () => {
  const whole = rss(
    Array.from({ length: 9 }, (_, n) => item(n + 1, `<description>Texto de ${n + 1}</description>`)).join(''),
  )

  it('gives what came before the cut and says so', async () => {
    const feed = await readFeed(whole.slice(0, whole.indexOf('Nota 6')))
    expect(feed.isTruncated).toBe(true)
    expect(feed.entries.slice(0, 5).map(({ title }) => title)).toEqual([
      'Nota 1',
      'Nota 2',
      'Nota 3',
      'Nota 4',
      'Nota 5',
    ])
  })

  it('never makes up half a link or half a title, wherever the cut falls', () => {
    fc.assert(
      fc.property(fc.integer({ min: whole.indexOf('<item>'), max: whole.length }), (at) => {
        for (const { link, title } of recoverFeed(whole.slice(0, at)).entries) {
          expect(link === null || /^https:\/\/elmedio\.example\/nota-\d$/.test(link)).toBe(true)
          expect(title === null || /^Nota \d$/.test(title)).toBe(true)
        }
      }),
    )
  })

  it('loses no entry that was whole before the cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length }), (at) => {
        const text = whole.slice(0, at)
        const closed = text.split('</item>').length - 1
        expect(recoverFeed(text).entries.length).toBeGreaterThanOrEqual(closed)
      }),
    )
  })
})

describe('what is no feed', () => {
  it.each([
    ['<!DOCTYPE html><html><head><title>Feed</title></head><body>Nada</body></html>', 'una página HTML'],
    ['<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'una página HTML'],
    ['<!-- caché -->\n<!doctype HTML><title>x</title>', 'una página HTML'],
    ['', 'una respuesta vacía'],
    ['   \n', 'una respuesta vacía'],
    ['<urlset><url><loc>x</loc></url></urlset>', 'un mapa del sitio (sitemap)'],
    ['Error al conectar a la base de datos', 'algo que no es XML ni HTML'],
    ['{"error": "no existe"}', 'un JSON sin lista de notas'],
    ['{"items": [', 'un JSON mal formado'],
  ])('says of %j that it is %s', async (text, found) => {
    await expect(readFeed(text)).rejects.toMatchObject({ name: 'SourceChanged', found })
  })

  it('says it in a sentence', async () => {
    await expect(readFeed('<html></html>')).rejects.toThrow(
      'se esperaba RSS/Atom y se encontró una página HTML',
    )
  })
})

describe('attacks', () => {
  it('expands no entity, so an XML bomb is a feed like any other', async () => {
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`).join(
      '',
    )
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol">${lol}]><rss version="2.0"><channel>${item(1)}<item><title>&lol9;</title><link>https://elmedio.example/2</link></item></channel></rss>`
    const { entries } = await readFeed(bomb)
    expect(entries).toHaveLength(2)
    expect(JSON.stringify(entries).length).toBeLessThan(1_000)
  })

  it('reads no file through an external entity', async () => {
    const xxe = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title><link>https://elmedio.example/1</link></item></channel></rss>`
    expect((await readFeed(xxe)).entries[0]?.title).not.toContain('root')
  })

  it('stops at a depth that no feed has', async () => {
    const feed = recoverFeed(rss(`${item(1)}<item><description>${'<b>'.repeat(100_000)}`))
    expect(feed.isTruncated).toBe(true)
    expect(feed.entries[0]?.title).toBe('Nota 1')
  })

  it('caps a title of a megabyte', () => {
    expect(
      recoverFeed(rss(`<item><title>${'a'.repeat(1_000_000)}</title></item>`)).entries[0]?.title,
    ).toHaveLength(5_000)
  })

  it('takes invisible marks, controls and tags out of a title', () => {
    const { entries } = recoverFeed(
      rss(
        '<item><title>Ro\u200bbo \u202een\u0000 &lt;script&gt;alert(1)&lt;/script&gt;la calle</title></item>',
      ),
    )
    expect(entries[0]?.title).toBe('Robo en la calle')
  })

  it('never crashes and always ends, whatever the text', async () => {
    const piece = fc.oneof(
      anyText(40),
      fc.constantFrom(
        '<item>',
        '</item>',
        '<link>',
        '</link>',
        '<title>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '&amp;',
        '&',
        '<entry',
        '/>',
        '<published>',
        '99',
        '<content type="xhtml">',
        '<author><name>',
      ),
    )
    const text = fc.tuple(
      fc.constantFrom('<rss version="2.0"><channel>', '<feed>', '<rdf:RDF>', ''),
      fc.array(piece, { maxLength: 40 }),
    )
    await fc.assert(
      fc.asyncProperty(text, async ([root, pieces]) => {
        const outcome = await readFeed(root + pieces.join('')).catch((error: unknown) => error)
        expect(
          outcome instanceof SourceChanged ||
            (typeof outcome === 'object' && outcome !== null && 'entries' in outcome),
        ).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

describe('the shapes of feeds that are kept as files', () => {
  const folder = join(import.meta.dirname, 'feeds')
  const counts: Record<string, number> = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))

  it.each(Object.entries(counts))('finds in %s the %i entries that it holds', async (file, count) => {
    const { text } = decodeBytes(readFileSync(join(folder, file)), null)
    const found = await readFeed(text).then(
      ({ entries }) => entries.length,
      (error: Error) => (error.name === 'SourceChanged' ? 0 : Promise.reject(error)),
    )
    expect(found).toBe(count)
  })
})
