// Every defect of the table is really there, and the notes that carry it can still be reached by a careful reader.
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFECTS, placeDefects } from '../../bench/press/defects.ts'
import { openPress, type Press } from '../../bench/press/press.ts'
import { carrierOf, openSamplePress, SAMPLES, squeeze, visit, visitPage } from './samples.ts'

let press: Press

beforeAll(async () => {
  press = await openSamplePress('2026-11-14T07:00')
})

afterAll(async () => {
  await press.close()
})

function feedLinks(text: string): string[] {
  const feed = load(text, { xml: true })
  return feed('item > link')
    .toArray()
    .map((link) => feed(link).text())
}

describe('the table', () => {
  it('names each defect once', () => {
    expect(new Set(DEFECTS.map(({ id }) => id)).size).toBe(DEFECTS.length)
  })

  it('gives a note at most one defect of its own page', () => {
    const carriers = placeDefects(SAMPLES).flatMap(({ on, noteIds }) => (on === 'one' ? noteIds : []))
    expect(new Set(carriers).size).toBe(carriers.length)
  })

  it('finds a note in the real stories for every defect that needs one', async () => {
    const real = await openPress({ clock: () => new Date('2026-11-13T07:00:00-06:00') })
    await real.close()
    const homeless = real.defects.filter(({ on, noteIds }) => on !== 'none' && noteIds.length === 0)
    expect(homeless.map(({ id }) => id)).toEqual([])
  })

  it('does not move a defect when another outlet publishes more', () => {
    const fewer = SAMPLES.filter(({ outlet }) => outlet !== 'momento')
    const placed = (notes: typeof SAMPLES) =>
      placeDefects(notes)
        .filter(({ on }) => on === 'one')
        .map(({ id, noteIds }) => [id, noteIds])
    expect(placed(fewer)).toEqual(placed(SAMPLES))
  })
})

describe('pages of one note', () => {
  it('403 to everybody, while the feed carries the whole text', async () => {
    const note = carrierOf(press, 'pagina-403')
    const url = press.addressOf(note.id)
    expect((await visit(press, url)).status).toBe(403)
    expect((await visit(press, url, { 'user-agent': 'Mozilla/5.0' })).status).toBe(403)
    const feed = load((await visit(press, 'http://www.correodetala.test/feed/')).text, { xml: true })
    const item = feed('item').filter((_, each) => feed(each).find('link').text() === url)
    const body = load(item.find('content\\:encoded').text())
    for (const text of note.paragraphs) expect(squeeze(body('body').text())).toContain(text)
  })

  it('500 once and then well', async () => {
    const url = press.addressOf(carrierOf(press, 'error-500-una-vez').id)
    expect((await visit(press, url)).status).toBe(500)
    expect((await visit(press, url)).status).toBe(200)
  })

  it('a canonical that points to the front page', async () => {
    const page = await visitPage(press, press.addressOf(carrierOf(press, 'canonical-portada').id))
    expect(page('link[rel=canonical]').attr('href')).toBe('http://www.tribunatapatia.test/')
  })

  it('two canonicals that point to each other, both of one note', async () => {
    const note = carrierOf(press, 'canonical-circular')
    const first = press.addressOf(note.id)
    const second = (await visitPage(press, first))('link[rel=canonical]').attr('href') ?? ''
    expect(second).not.toBe(first)
    expect((await visitPage(press, second))('link[rel=canonical]').attr('href')).toBe(first)
    expect(press.noteAt(second)?.id).toBe(note.id)
  })

  it('one note listed on www and on the bare host', async () => {
    const note = carrierOf(press, 'con-y-sin-www')
    const links = feedLinks((await visit(press, 'http://www.eloccidente.test/rss/jalisco.xml')).text)
    const own = links.filter((link) => press.noteAt(link)?.id === note.id)
    expect(own.map((link) => new URL(link).host)).toEqual(['www.eloccidente.test', 'eloccidente.test'])
    for (const link of own) expect((await visit(press, link)).status).toBe(200)
  })

  it('a note whose only date is in the list', async () => {
    const note = carrierOf(press, 'fecha-solo-en-lista')
    const url = press.addressOf(note.id)
    const { text, headers } = await visit(press, url)
    expect(load(text)('article').text()).not.toMatch(/\d{4}|noviembre|octubre/)
    expect(headers['last-modified']).toBeUndefined()
    const list = await visitPage(press, 'http://zapopaninforma.test/noticias')
    const item = list('.item').filter((_, each) => list(each).find('h2 a').attr('href') === url)
    expect(item.find('.date').text()).toBe(note.at.slice(0, 10).split('-').reverse().join('/'))
  })

  it('an old note that comes back with another address and the date of that morning, while its page keeps the first', async () => {
    const note = carrierOf(press, 'republicada')
    const { text } = await visit(
      press,
      'http://www.diariodelosvalles.test/arc/outboundfeeds/rss/?outputType=xml',
    )
    const own = feedLinks(text).filter((link) => press.noteAt(link)?.id === note.id)
    expect(own).toHaveLength(2)
    const page = await visitPage(press, own[0] ?? '')
    expect(page('meta[property="article:published_time"]').attr('content')).toBe(`${note.at}:00-06:00`)
  })

  it('a note dated a month ahead wherever it says a date', async () => {
    const note = carrierOf(press, 'fecha-futura')
    const feed = (await visit(press, 'http://cuisilloshoy.test/feeds/posts/default')).text
    const page = await visitPage(press, press.addressOf(note.id))
    expect(page('.published').attr('title')?.slice(0, 7)).toBe('2026-12')
    const entries = load(feed, { xml: true })
    const entry = entries('entry').filter(
      (_, each) => entries(each).find('link[rel=alternate]').attr('href') === press.addressOf(note.id),
    )
    expect(entry.find('published').text().slice(0, 7)).toBe('2026-12')
  })

  it('a wall after the first paragraph', async () => {
    const note = carrierOf(press, 'muro-de-pago')
    const page = await visitPage(press, press.addressOf(note.id))
    expect(page('.nota-cuerpo').text()).toBe(note.paragraphs[0])
    expect(page.text()).not.toContain(note.paragraphs[1])
    expect(page('script[type="application/ld+json"]').text()).toContain('"isAccessibleForFree":"False"')
  })

  it('UTF-8 under a header that says ISO-8859-1, and the reverse', async () => {
    const one = await visit(press, press.addressOf(carrierOf(press, 'utf8-como-latin1').id))
    expect(one.headers['content-type']).toBe('text/html; charset=ISO-8859-1')
    expect(new TextDecoder('utf-8', { fatal: true }).decode(one.bytes)).toContain('Íñigo Núñez')
    const other = await visit(press, press.addressOf(carrierOf(press, 'latin1-como-utf8').id))
    expect(other.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(other.text).toContain('\ufffd')
    expect(new TextDecoder('windows-1252').decode(other.bytes)).toContain('Íñigo Núñez')
  })
})

describe('lists', () => {
  it('hold a note that was withdrawn and a page that robots.txt forbids', async () => {
    const links = feedLinks((await visit(press, 'http://www.correodetala.test/feed/')).text)
    const gone = links.find((link) => link.includes('prueba-de-publicacion')) ?? ''
    expect((await visit(press, gone)).status).toBe(404)
    expect(links.some((link) => link.includes('/privado/'))).toBe(true)
    expect((await visit(press, 'http://www.correodetala.test/robots.txt')).text).toContain(
      'Disallow: /privado/',
    )
  })

  it('hold a print cover each day', async () => {
    const links = feedLinks((await visit(press, 'http://www.elsoldelosvalles.test/local/rss')).text)
    expect(links).toContain('http://www.elsoldelosvalles.test/impreso/portada-2026-11-14.html')
  })

  it('come back whole, as if new, on the Sunday of the re-injection and only then', async () => {
    const read = async (now: string) => {
      const other = await openSamplePress(now)
      const { text } = await visit(other, 'http://www.elsoldelosvalles.test/local/rss')
      await other.close()
      return [...text.matchAll(/<pubDate>([^<]+)</g)].map(([, date = '']) => new Date(date).toISOString())
    }
    expect(new Set((await read('2026-11-08T07:00')).slice(0, 5))).toEqual(
      new Set(['2026-11-08T13:00:00.000Z']),
    )
    expect(new Set(await read('2026-11-08T13:00')).size).toBeGreaterThan(5)
  })

  it('announce the comments feed before the feed of notes', async () => {
    const page = await visitPage(press, 'http://www.correodetala.test/')
    const feeds = page('link[type="application/rss+xml"]')
      .toArray()
      .map((link) => page(link).attr('href'))
    expect(feeds).toEqual([
      'http://www.correodetala.test/comments/feed/',
      'http://www.correodetala.test/feed/',
    ])
  })

  it('are HTML with 200 where RSS was declared', async () => {
    const zapopan = await visit(press, 'http://zapopaninforma.test/rss.xml')
    const arc = await visit(press, 'http://www.diariodelosvalles.test/arc/outboundfeeds/rss/')
    for (const { status, text } of [zapopan, arc]) {
      expect(status).toBe(200)
      expect(text).toMatch(/^<!DOCTYPE html>/i)
    }
  })

  it('are cut in the middle of an entry, the newest ones whole', async () => {
    const { text, headers, sent } = await visit(
      press,
      'http://www.observadorvalles.test/index.php?format=feed&type=rss',
    )
    expect(text).not.toContain('</rss>')
    expect(Number(headers['content-length'])).toBe(sent.length)
    const whole = text.split('</item>').slice(0, -1)
    expect(whole.length).toBeGreaterThanOrEqual(2)
    expect(press.noteAt(/<link>([^<]+)<\/link>\s*<guid/.exec(whole[0] ?? '')?.[1] ?? '')?.at).toBe(
      '2026-11-06T01:20',
    )
  })

  it('are encoded twice on the radio, and its pages once', async () => {
    const feed = (await visit(press, 'http://radiovalles983.test/feed/')).text
    expect(feed).toContain('RedacciÃ³n')
    expect(feed).not.toContain('Redacción')
    const note = SAMPLES.find(({ outlet }) => outlet === 'radio')
    expect((await visit(press, press.addressOf(note?.id ?? ''))).text).toContain('Íñigo Núñez')
  })

  it('declare ISO-8859-1 and are UTF-8 on the municipality’s own site', async () => {
    const { bytes } = await visit(press, 'http://www.gobiernodetala.test/prensa/boletines.xml')
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    expect(text).toContain('encoding="ISO-8859-1"')
    expect(text).toContain('Cañón')
  })

  it('keep one ETag for ever at the agency, which answers 304 whatever has happened since', async () => {
    const before = await openSamplePress('2026-11-01T07:00')
    const early = await visit(before, 'http://redjalisco.test/rss.xml')
    await before.close()
    const late = await visit(press, 'http://redjalisco.test/rss.xml')
    expect(late.headers.etag).toBe(early.headers.etag)
    expect(late.text).not.toBe(early.text)
    const conditional = await visit(press, 'http://redjalisco.test/rss.xml', {
      'if-none-match': early.headers.etag ?? '',
    })
    expect(conditional.status).toBe(304)
  })

  it('change their ETag with their content everywhere else', async () => {
    const first = await visit(press, 'http://www.correodetala.test/feed/')
    const same = await visit(press, 'http://www.correodetala.test/feed/', {
      'if-none-match': first.headers.etag ?? '',
    })
    expect(same.status).toBe(304)
    const before = await openSamplePress('2026-11-01T07:00')
    const earlier = await visit(before, 'http://www.correodetala.test/feed/')
    await before.close()
    expect(earlier.headers.etag).not.toBe(first.headers.etag)
  })

  it('are byte for byte the agency’s in the second feed of the portal that lives on wires', async () => {
    const own = await visit(press, 'http://www.tribunatapatia.test/feed2')
    const wire = await visit(press, 'http://redjalisco.test/rss.xml')
    expect(Buffer.from(own.bytes).equals(Buffer.from(wire.bytes))).toBe(true)
  })
})

describe('dates', () => {
  const evening = (outlet: string) =>
    SAMPLES.find((note) => note.outlet === outlet && note.at === '2026-11-02T21:40')

  it('of the state newspaper are of the next day in UTC for machines, and of the day for readers', async () => {
    const note = SAMPLES.find(({ outlet, id }) => outlet === 'occidente' && id.endsWith('-d'))
    const page = await visitPage(press, press.addressOf(note?.id ?? ''))
    expect(page('meta[property="article:published_time"]').attr('content')).toBe('2026-11-06T05:30:00Z')
    expect(page('.autoria .fecha').text()).toBe('5 de noviembre de 2026 - 23:30 hs')
  })

  it('of the observer are local hours that say they are UTC', async () => {
    const page = await visitPage(press, press.addressOf(evening('observador')?.id ?? ''))
    expect(page('time').attr('datetime')).toBe('2026-11-02T21:40:00Z')
    expect(page('time').text()).toBe('Publicado: 02 Noviembre 2026 21:40')
  })

  it('of the portal of wires have no zone', async () => {
    const page = await visitPage(press, press.addressOf(evening('tribuna')?.id ?? ''))
    expect(page('script[type="application/ld+json"]').text()).toContain(
      '"datePublished":"2026-11-02T21:40:00"',
    )
  })

  it('of today head each page of the hand-made site, whose notes say their own', async () => {
    const { bytes } = await visit(press, press.addressOf(evening('canaveral')?.id ?? ''))
    const page = load(new TextDecoder('windows-1252').decode(bytes))
    expect(page('.fechahoy').text()).toContain('Sábado 14 de Noviembre de 2026')
    expect(page('.fechanota').text()).toContain('2 de noviembre de 2026 - 21:40 hrs.')
  })
})

describe('the hand-made site', () => {
  const HOME = 'http://www.lavozdelcanaveral.test'

  it('gives each visit other links to the same notes', async () => {
    const read = async () => {
      const { bytes } = await visit(press, `${HOME}/index.php`)
      const page = load(new TextDecoder('windows-1252').decode(bytes))
      return page('a.titular')
        .toArray()
        .map((link) => new URL(page(link).attr('href') ?? '', HOME).href)
    }
    const [one, other] = [await read(), await read()]
    expect(one).not.toEqual(other)
    expect(one.map((url) => press.noteAt(url)?.id)).toEqual(other.map((url) => press.noteAt(url)?.id))
    expect((await visit(press, one[0] ?? '')).status).toBe(200)
  })

  it('has a calendar without end in both directions', async () => {
    let url = `${HOME}/diario.php?fecha=2027-03-01`
    for (let step = 0; step < 5; step++) {
      const { status, text } = await visit(press, url)
      expect(status).toBe(200)
      const next = load(text)('.cuerpo p a').last().attr('href') ?? ''
      url = new URL(next, HOME).href
    }
    expect(url).toBe(`${HOME}/diario.php?fecha=2027-03-06`)
  })
})

describe('outlets that answer nothing useful', () => {
  it('one redirects in a circle', async () => {
    const first = (await visit(press, 'http://www.amecahoy.test/feed/')).headers.location ?? ''
    expect((await visit(press, first)).headers.location).toBe('http://www.amecahoy.test/feed/')
  })

  it('one forbids everything, its robots.txt included', async () => {
    for (const path of ['/', '/feed/', '/robots.txt']) {
      expect((await visit(press, `http://www.pagina3jalisco.test${path}`)).status).toBe(403)
    }
  })

  it('one accepts the connection and never answers, and the press still closes', async () => {
    const other = await openSamplePress('2026-11-14T07:00')
    const asked = visit(other, 'http://www.elheraldodelosvalles.test/feed/').then(
      () => 'answered',
      () => 'cut off',
    )
    await expect.poll(() => other.hits.get('www.elheraldodelosvalles.test')?.requests).toBe(1)
    await other.close()
    expect(await asked).toBe('cut off')
  })

  it('robots.txt comes in every variety: 404, 403, 500, a redirect, a page of HTML, empty, with a byte-order mark', async () => {
    const ask = (host: string) => visit(press, `http://${host}/robots.txt`)
    expect((await ask('www.lavozdelcanaveral.test')).status).toBe(404)
    expect((await ask('img.tribunatapatia.test')).status).toBe(500)
    expect((await ask('radiovalles983.test')).status).toBe(302)
    expect((await ask('www.elsoldelosvalles.test')).text).toMatch(/^<!DOCTYPE html>/)
    expect((await ask('zapopaninforma.test')).bytes).toHaveLength(0)
    expect([...(await ask('ruta70noticias.test')).bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect((await ask('www.tribunatapatia.test')).text).toContain(
      'Sitemap: http://www.tribunatapatia.test/feed',
    )
  })
})
