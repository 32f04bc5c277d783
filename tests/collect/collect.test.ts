// Listing a source over HTTP: each kind of channel, the ladder, what is left out and why, and what is remembered.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listing, type ListOptions, listItems } from '../../src/collect/collect.ts'
import type { Channel, Source } from '../../src/model.ts'
import { anyAddress } from './any-text.ts'
import { BLOCKS, feedOf, LINKS, NOON, openTestWeb, sourceOf } from './press.ts'
import { type Routes, startServer, startSite, type TestServer } from './server.ts'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

async function serve(start: Promise<TestServer>): Promise<TestServer> {
  const server = await start
  opened.push(server)
  return server
}

function open(options: Parameters<typeof openTestWeb>[0] = {}) {
  const web = openTestWeb(options)
  opened.push(web)
  return web
}

/** Serves routes made with the site's own address and lists a source with channels made the same way. */
async function list(
  routes: (site: string) => Routes,
  channels: (site: string) => readonly Channel[],
  rest: Partial<Source> = {},
  options: ListOptions = {},
): Promise<{ listing: Listing; site: TestServer }> {
  let address = ''
  const site = await serve(
    startServer((request, response) => {
      const route = routes(address)[request.url ?? '']
      if (route === undefined) response.writeHead(404).end()
      else if (typeof route === 'function') route(request, response)
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(route)
    }),
  )
  address = site.url
  const listing = await listItems(sourceOf(site.url, channels(site.url), rest), open(), [], options)
  return { listing, site }
}

const feed = (site: string, path = '/feed'): Channel => ({ kind: 'feed', url: site + path })
const page = (site: string, path = '/seccion'): Channel => ({ kind: 'page', url: site + path, select: LINKS })
const urlsOf = ({ items }: Listing) => items.map(({ url }) => new URL(url).pathname)

const article = (path: string, title = 'Título') =>
  `<article><h2><a href="${path}">${title}</a></h2></article>`
const section = (...blocks: string[]) =>
  `<!doctype html><html><head><title>Local</title></head><body>${blocks.join('')}</body></html>`

describe('channels', () => {
  it('lists a feed with what it says of each note', async () => {
    const xml = (site: string) =>
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Reparan la calle Hidalgo</title><link>${site}/nota-1?utm_source=rss</link>
      <pubDate>Fri, 06 Nov 2026 10:00:00 -0600</pubDate><description>Un resumen.</description><author>Ana</author><category>Local</category>
      <content:encoded><![CDATA[<p>El texto.</p>]]></content:encoded><enclosure url="/foto.jpg" type="image/jpeg"/></item></channel></rss>`
    const { listing, site } = await list(
      (s) => ({ '/feed': xml(s) }),
      (s) => [feed(s)],
    )
    expect(listing).toMatchObject({
      channel: 'feed',
      state: 'leida',
      reason: null,
      excluded: [],
      after: null,
    })
    expect(listing.items).toEqual([
      {
        url: `${site.url}/nota-1`,
        channel: 'feed',
        seenAt: NOON,
        title: 'Reparan la calle Hidalgo',
        summary: 'Un resumen.',
        contentHtml: '<p>El texto.</p>',
        author: 'Ana',
        publishedAt: new Date('2026-11-06T16:00:00Z'),
        section: 'Local',
        image: `${site.url}/foto.jpg`,
        isWhole: false,
        views: null,
      },
    ])
  })

  it('reads a date without zone in the zone of the source', async () => {
    const xml = (s: string) =>
      `<rss version="2.0"><channel><item><title>x</title><link>${s}/nota-1</link><pubDate>02/11/2026 09:30</pubDate></item></channel></rss>`
    const { listing } = await list(
      (s) => ({ '/feed': xml(s) }),
      (s) => [feed(s)],
      { timeZone: 'America/Tijuana' },
    )
    expect(listing.items[0]?.publishedAt).toEqual(new Date('2026-11-02T17:30:00Z'))
  })

  it.each([
    ['ISO-8859-1', 'latin1', 'application/xml'],
    ['windows-1252', 'latin1', 'text/xml; charset=windows-1252'],
    ['UTF-8', 'latin1', 'application/rss+xml; charset=utf-8'],
    ['ISO-8859-1', 'utf8', 'text/xml; charset=iso-8859-1'],
  ] as const)('reads a feed that says %s, is %s and comes as %s', async (declared, real, contentType) => {
    const xml = (s: string) =>
      `<?xml version="1.0" encoding="${declared}"?><rss version="2.0"><channel><item><title>La niña de Ahuacatlán pidió más árboles</title><link>${s}/nota-1</link></item></channel></rss>`
    const { listing } = await list(
      (s) => ({
        '/feed': (_, response) =>
          response.writeHead(200, { 'content-type': contentType }).end(Buffer.from(xml(s), real)),
      }),
      (s) => [feed(s)],
    )
    expect(listing.items[0]?.title).toBe('La niña de Ahuacatlán pidió más árboles')
  })

  it('mends a feed encoded twice', async () => {
    const twice = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
    const { listing } = await list(
      (s) => ({ '/feed': feedOf(s, 1).replace('Nota 1', twice('Informó la Dirección de Protección Civil')) }),
      (s) => [feed(s)],
    )
    expect(listing.items[0]?.title).toBe('Informó la Dirección de Protección Civil')
  })

  it('lists a section page by its links', async () => {
    const { listing } = await list(
      () => ({ '/seccion': section(article('/nota-uno-de-hoy', 'Uno'), article('nota-dos-de-hoy', 'Dos')) }),
      (s) => [page(s)],
    )
    expect(urlsOf(listing)).toEqual(['/nota-uno-de-hoy', '/nota-dos-de-hoy'])
    expect(listing.items.map(({ title }) => title)).toEqual(['Uno', 'Dos'])
    expect(listing.channel).toBe('page')
  })

  it('lists a section page by its blocks, with title, date and summary', async () => {
    const block =
      '<article><h2><a href="/nota-uno-de-hoy">Sube el nivel de la presa</a></h2><time datetime="2026-11-06T08:00-06:00">hace rato</time><p>Resumen</p><img data-src="/a.jpg"></article>'
    const { listing, site } = await list(
      () => ({ '/seccion': section(block) }),
      (s) => [{ kind: 'page', url: `${s}/seccion`, select: BLOCKS }],
    )
    expect(listing.items[0]).toMatchObject({
      title: 'Sube el nivel de la presa',
      publishedAt: new Date('2026-11-06T14:00:00Z'),
      summary: 'Resumen',
      image: `${site.url}/a.jpg`,
    })
  })

  it('says that the design changed when the selectors find nothing', async () => {
    const { listing } = await list(
      () => ({ '/seccion': section('<p>Nuevo diseño</p>') }),
      (s) => [page(s)],
    )
    expect(listing.state).toBe('con-falla')
    expect(listing.reason).toContain(
      'se esperaba notas en el selector «article h2 a» y se encontró ninguna en la página «Local»',
    )
  })

  it('follows a page that only forwards by a tag', async () => {
    const { listing } = await list(
      () => ({
        '/seccion': '<meta http-equiv="Refresh" content="0; URL=/nueva">',
        '/nueva': section(article('/nota-uno-de-hoy')),
      }),
      (s) => [page(s)],
    )
    expect(urlsOf(listing)).toEqual(['/nota-uno-de-hoy'])
  })

  it('does not follow a page that reloads itself, nor one that forwards for ever', async () => {
    const reload = await list(
      () => ({
        '/seccion': `<meta http-equiv="refresh" content="5">${section(article('/nota-uno-de-hoy'))}`,
      }),
      (s) => [page(s)],
    )
    expect(urlsOf(reload.listing)).toHaveLength(1)
    const loop = await list(
      () => ({
        '/seccion': '<meta http-equiv="refresh" content="0;url=/b">',
        '/b': '<meta http-equiv="refresh" content="0;url=/c">',
        '/c': '<meta http-equiv="refresh" content="0;url=/seccion">',
      }),
      (s) => [page(s)],
    )
    expect(loop.listing.state).toBe('con-falla')
    expect(loop.site.paths.length).toBeLessThan(5)
  })

  it('reads on through the pages of a section until it meets a known note, and never further than it may', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `/calendario?p=${n}`,
        section(
          article(`/nota-larga-numero-${n}-a`),
          article(`/nota-larga-numero-${n}-b`),
          `<a rel="next" href="/calendario?p=${n + 1}">más</a>`,
        ),
      ]),
    )
    const channels = (s: string) => [page(s, '/calendario?p=0')]
    const known = async (url: string) => url.includes('numero-2-b')
    const some = await list(() => pages, channels, {}, { isKnown: known, maxPages: 10 })
    expect(some.site.paths).toHaveLength(3)
    expect(some.listing.items).toHaveLength(6)
    const endless = await list(() => pages, channels, {}, { isKnown: async () => false, maxPages: 4 })
    expect(endless.site.paths).toHaveLength(4)
    const unasked = await list(() => pages, channels)
    expect(unasked.site.paths).toHaveLength(1)
  })

  const sitemap = (site: string, dates: readonly string[]) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${dates
      .map((date, n) => `<url><loc>${site}/nota-del-dia-${n}-x</loc><lastmod>${date}</lastmod></url>`)
      .join('')}</urlset>`

  it('lists the addresses of a sitemap of the last week, and counts the older ones', async () => {
    const { listing } = await list(
      (s) => ({
        '/sitemap.xml': sitemap(s, ['2026-11-06', '2026-11-01T10:00:00Z', '2026-10-01', '2019-01-01']),
      }),
      (s) => [{ kind: 'sitemap', url: `${s}/sitemap.xml` }],
    )
    expect(urlsOf(listing)).toEqual(['/nota-del-dia-0-x', '/nota-del-dia-1-x'])
    expect(listing.excluded).toMatchObject([
      { end: 'excluded', reason: expect.stringMatching(/^2 direcciones de hace más de 7 días/) },
    ])
  })

  it('reads titles and instants of a news sitemap', async () => {
    const news = (s: string) =>
      `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><image:image><image:loc>${s}/a.jpg</image:loc></image:image><loc>${s}/nota-del-dia</loc><news:news><news:publication><news:name>El Medio</news:name></news:publication><news:publication_date>2026-11-06T09:00:00-06:00</news:publication_date><news:title>Abren la compuerta</news:title></news:news></url></urlset>`
    const { listing, site } = await list(
      (s) => ({ '/n.xml': news(s) }),
      (s) => [{ kind: 'sitemap', url: `${s}/n.xml` }],
    )
    expect(listing.items[0]).toMatchObject({
      url: `${site.url}/nota-del-dia`,
      title: 'Abren la compuerta',
      publishedAt: new Date('2026-11-06T15:00:00Z'),
      image: `${site.url}/a.jpg`,
    })
  })

  it('reads the newest child of an index that begins with the oldest', async () => {
    const child = (s: string, name: string, date: string) =>
      `<sitemap><loc>${s}/${name}.xml</loc><lastmod>${date}</lastmod></sitemap>`
    const { listing, site } = await list(
      (s) => ({
        '/sitemap.xml': `<sitemapindex>${child(s, 'posts-1', '2015-01-01')}${child(s, 'posts-9', '2026-11-06')}${child(s, 'page-sitemap', '2026-11-07')}</sitemapindex>`,
        '/posts-9.xml': sitemap(s, ['2026-11-06']),
      }),
      (s) => [{ kind: 'sitemap', url: `${s}/sitemap.xml` }],
    )
    expect(site.paths).toEqual(['/sitemap.xml', '/posts-9.xml'])
    expect(listing.items).toHaveLength(1)
  })

  it('reads a sitemap packed with gzip, and stops one that is a bomb', async () => {
    const channels = (s: string): Channel[] => [{ kind: 'sitemap', url: `${s}/s.xml.gz` }]
    const packed = await list((s) => ({ '/s.xml.gz': gzipSync(sitemap(s, ['2026-11-06'])) }), channels)
    expect(packed.listing.items).toHaveLength(1)
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, '<url>'))
    const bombed = await list(() => ({ '/s.xml.gz': bomb }), channels)
    expect(bombed.listing).toMatchObject({
      state: 'con-falla',
      reason: expect.stringContaining('pasa de 24 MB'),
    })
  })

  it('reads a feed declared as a sitemap and a sitemap declared as a feed', async () => {
    const wrong = await list(
      (s) => ({ '/x': feedOf(s, 2) }),
      (s) => [{ kind: 'sitemap', url: `${s}/x` }],
    )
    expect(wrong.listing.items).toHaveLength(2)
    const other = await list(
      (s) => ({ '/x': sitemap(s, ['2026-11-06']) }),
      (s) => [feed(s, '/x')],
    )
    expect(other.listing.items).toHaveLength(1)
  })

  it('lists the videos of a YouTube channel as whole notes, with their views', async () => {
    const atom = (s: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><title>Entrevista con la alcaldesa</title><link rel="alternate" href="${s}/watch?v=abc"/><published>2026-11-06T15:00:00+00:00</published><media:group><media:description>Habló del agua.</media:description><media:community><media:statistics views="88"/></media:community></media:group></entry></feed>`
    const { listing } = await list(
      (s) => ({ '/videos.xml': atom(s) }),
      (s) => [{ kind: 'youtube', url: `${s}/videos.xml` }],
    )
    expect(listing.items).toMatchObject([
      { isWhole: true, views: 88, contentHtml: 'Habló del agua.', channel: 'youtube' },
    ])
    expect(listing.items[0]?.url).toMatch(/watch\?v=abc$/)
  })

  it('reads the feed that YouTube publishes for readers although its robots.txt closes it to search engines', async () => {
    const robots = 'User-agent: *\nDisallow: /feeds/videos.xml'
    const entry = (s: string) => `<feed><entry><title>x</title><link href="${s}/watch?v=1"/></entry></feed>`
    const routes = (s: string) => ({ '/robots.txt': robots, '/feeds/videos.xml': entry(s) })
    const video = await list(routes, (s) => [{ kind: 'youtube', url: `${s}/feeds/videos.xml` }])
    expect(video.listing.items).toHaveLength(1)
    const other = await list(routes, (s) => [feed(s, '/feeds/videos.xml')])
    expect(other.listing.reason).toContain('robots.txt de')
  })

  const post = (
    s: string,
    n: number,
    views = '1.5K',
  ) => `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="momento/${n}">
    <div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name">Tala al Momento</a></div>
    <a class="tgme_widget_message_reply"><div class="tgme_widget_message_text js-message_reply_text">cita</div></a>
    <a class="tgme_widget_message_photo_wrap" style="width:1px;background-image:url('https://cdn.example/${n}.jpg')"></a>
    <div class="tgme_widget_message_text js-message_text">🚨 Choque en la carretera <b>${n}</b><br/>Hay paso</div>
    <span class="tgme_widget_message_views">${views}</span><a class="tgme_widget_message_date" href="${s}/momento/${n}"><time datetime="2026-11-06T10:0${n}:00-06:00" class="time">x</time></a></div></div>`
  const telegram = (...posts: string[]) =>
    `<html><body><div class="tgme_channel_info_header_title">Tala al Momento</div>${posts.join('')}</body></html>`

  it('lists the posts of a Telegram channel as whole notes', async () => {
    const { listing, site } = await list(
      (s) => ({ '/s/momento': telegram(post(s, 1), post(s, 2, '')) }),
      (s) => [{ kind: 'telegram', url: `${s}/s/momento` }],
    )
    expect(listing.items).toMatchObject([
      {
        url: `${site.url}/momento/1`,
        title: null,
        contentHtml: '🚨 Choque en la carretera <b>1</b><br>Hay paso',
        publishedAt: new Date('2026-11-06T16:01:00Z'),
        author: 'Tala al Momento',
        image: 'https://cdn.example/1.jpg',
        views: 1500,
        isWhole: true,
      },
      { views: null },
    ])
  })

  it('reads back through a Telegram channel until it meets a post that it knows', async () => {
    const { listing, site } = await list(
      (s) => ({
        '/s/momento': telegram(
          `<a class="tme_messages_more" data-before="5" href="/s/momento?before=5"></a>`,
          post(s, 5),
        ),
        '/s/momento?before=5': telegram(
          `<a class="tme_messages_more" data-before="3" href="/s/momento?before=3"></a>`,
          post(s, 3),
        ),
      }),
      (s) => [{ kind: 'telegram', url: `${s}/s/momento` }],
      {},
      { isKnown: async (url) => url.endsWith('/3') },
    )
    expect(listing.items).toHaveLength(2)
    expect(site.paths).toEqual(['/s/momento', '/s/momento?before=5'])
  })

  it('says that a Telegram page has no messages', async () => {
    const { listing } = await list(
      () => ({ '/s/x': telegram() }),
      (s) => [{ kind: 'telegram', url: `${s}/s/x` }],
    )
    expect(listing.reason).toContain('se esperaba mensajes de un canal público de Telegram')
  })

  it('says that a source for the browser needs one when there is none', async () => {
    const { listing } = await list(
      () => ({}),
      (s) => [{ kind: 'browser', url: `${s}/`, select: LINKS, waitFor: null }],
    )
    expect(listing).toMatchObject({ state: 'con-falla', items: [], channel: null })
    expect(listing.reason).toContain('necesita un navegador')
  })
})

describe('what is left out, and why', () => {
  it('accounts for every entry of the listing', async () => {
    const links = (s: string) => [
      `${s}/nota-del-dia`,
      `${s}/nota-del-dia?utm_medium=x#c`,
      'https://otro.example/nota-del-dia',
      `${s}/`,
      `${s}/seccion`,
      `${s}/tag/agua`,
      `${s}/autor/ana-ruiz/`,
      `${s}/temas/seguridad/page/2`,
      `${s}/edicion.pdf`,
      `${s}/clima/tala`,
      `${s}/portadas/hoy-domingo`,
      'javascript:void(0)',
      `${s}/tag/incendio-en-el-cerro-de-tala-deja-dos-heridos`,
    ]
    const { listing, site } = await list(
      (s) => ({ '/seccion': section(...links(s).map((link) => article(link))) }),
      (s) => [page(s)],
      { skip: ['^[^?]*/portadas/'] },
    )
    expect(urlsOf(listing)).toEqual(['/nota-del-dia', '/tag/incendio-en-el-cerro-de-tala-deja-dos-heridos'])
    expect(listing.excluded.map(({ reason }) => reason)).toEqual([
      'repetida en la misma lista',
      'otro dominio (otro.example)',
      'portada del sitio',
      'la propia página de la lista',
      'página índice (/tag/)',
      'página índice (/autor/)',
      'página índice (/page/)',
      'archivo, no página',
      'página índice (/clima/)',
      'regla de la fuente: ^[^?]*/portadas/',
      'sin liga que se pueda abrir',
    ])
    expect(listing.items.length + listing.excluded.length).toBe(links(site.url).length)
    expect(new Set(listing.excluded.map(({ end }) => end))).toEqual(new Set(['excluded']))
  })

  it('believes a feed that a short address is a note', async () => {
    const { listing } = await list(
      (s) => ({ '/feed': feedOf(s, 1, { path: '/seccion/agua-' }) }),
      (s) => [feed(s)],
    )
    expect(urlsOf(listing)).toEqual(['/seccion/agua-1'])
  })

  it('takes the domain of a declared channel for the outlet’s own', async () => {
    const site = await serve(startSite({ '/feed': feedOf('http://medio.example', 2) }))
    const source = sourceOf('https://www.grupo.example', [{ kind: 'feed', url: 'http://medio.example/feed' }])
    const web = open({ loopbackHosts: new Map([['medio.example', site.port]]) })
    expect((await listItems(source, web, [])).items).toHaveLength(2)
  })

  it('loses no entry of any feed: each is an item or is excluded', async () => {
    const link = fc.oneof(
      anyAddress().map((address) => address.replaceAll(']', '')),
      fc.constantFrom('', '/x', '#', 'javascript:1', 'http://medio.example/nota-de-hoy', 'mailto:a@b.c'),
    )
    let body = ''
    const site = await serve(
      startServer((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(404).end()
        else response.end(body)
      }),
    )
    const web = open({ loopbackHosts: new Map([['medio.example', site.port]]) })
    const source = sourceOf('http://medio.example', [{ kind: 'feed', url: 'http://medio.example/feed' }])
    await fc.assert(
      fc.asyncProperty(fc.array(link, { maxLength: 12 }), async (links) => {
        body = `<rss version="2.0"><channel>${links.map((each) => `<item><title>x</title><link><![CDATA[${each}]]></link></item>`).join('')}</channel></rss>`
        const { items, excluded } = await listItems(source, web, [])
        expect(items.length + excluded.length).toBe(links.length)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the ladder', () => {
  it('uses the next channel when the first answers 200 with a page instead of a feed, and says so', async () => {
    const { listing } = await list(
      () => ({
        '/feed': '<!doctype html><html><body>Error</body></html>',
        '/seccion': section(article('/nota-uno-de-hoy')),
      }),
      (s) => [feed(s), page(s)],
    )
    expect(listing).toMatchObject({ channel: 'page', state: 'leida' })
    expect(listing.reason).toMatch(/^feed http.*\/feed: se esperaba RSS\/Atom y se encontró una página HTML$/)
  })

  it('asks no second channel when the first one serves', async () => {
    const { site } = await list(
      (s) => ({ '/feed': feedOf(s, 3), '/seccion': '' }),
      (s) => [feed(s), page(s)],
    )
    expect(site.paths).toEqual(['/feed'])
  })

  it('leaves a frozen feed for a channel with newer notes', async () => {
    const { listing } = await list(
      (s) => ({ '/feed': feedOf(s, 3, { ageDays: 40 }), '/feed2': feedOf(s, 2) }),
      (s) => [feed(s), feed(s, '/feed2')],
    )
    expect(listing.items).toHaveLength(2)
    expect(listing.reason).toContain('está detenido: su nota más nueva es del 2026-09-27')
  })

  it('keeps to a frozen feed when nothing better answers', async () => {
    const { listing } = await list(
      (s) => ({ '/feed': feedOf(s, 3, { ageDays: 40 }) }),
      (s) => [feed(s), page(s)],
    )
    expect(listing).toMatchObject({ channel: 'feed', state: 'leida' })
    expect(listing.items).toHaveLength(3)
    expect(listing.reason).toContain('no existe (404)')
  })

  it('says of an empty feed that it is empty', async () => {
    const { listing } = await list(
      (s) => ({ '/feed': feedOf(s, 0) }),
      (s) => [feed(s)],
    )
    expect(listing).toMatchObject({ state: 'leida', items: [] })
    expect(listing.reason).toContain('sin ninguna nota')
  })

  it('lists what a feed cut in half had, and says that it came cut', async () => {
    const { listing } = await list(
      (s) => ({ '/feed': feedOf(s, 10).slice(0, 900) }),
      (s) => [feed(s)],
    )
    expect(listing.items.length).toBeGreaterThan(2)
    expect(listing.reason).toContain('llegó incompleto')
  })

  it('reads the section page when a feed comes cut, so that what lay after the cut is not lost', async () => {
    const { listing } = await list(
      (s) => ({
        '/feed': feedOf(s, 10).slice(0, 900),
        '/seccion': section(article('/nota-tras-el-corte', 'Tras el corte')),
      }),
      (s) => [feed(s), page(s)],
    )
    expect(listing).toMatchObject({ channel: 'page', state: 'leida' })
    expect(listing.items.map(({ title }) => title)).toEqual(['Tras el corte'])
    expect(listing.reason).toContain('llegó incompleto')
  })

  it.each([
    [403, 'no permite leerla (respondió 403)'],
    [404, 'no existe (404)'],
    [500, 'está fallando (respondió 500)'],
  ])('fails with the reason of a %s when no channel serves', async (status, words) => {
    const { listing } = await list(
      () => ({ '/feed': (_: IncomingMessage, response: ServerResponse) => response.writeHead(status).end() }),
      (s) => [feed(s)],
    )
    expect(listing).toMatchObject({ state: 'con-falla', channel: null, items: [], excluded: [], after: null })
    expect(listing.reason).toContain(words)
  })

  it('says until when a host asked to wait', async () => {
    const { listing } = await list(
      () => ({
        '/feed': (_, response) =>
          response.writeHead(503, { 'retry-after': '600', date: NOON.toUTCString() }).end(),
      }),
      (s) => [feed(s)],
    )
    expect(listing.after).toEqual(new Date(NOON.getTime() + 600_000))
  })

  it('fails a source without channels with that reason', async () => {
    const { listing } = await list(
      () => ({}),
      () => [],
    )
    expect(listing).toMatchObject({ state: 'con-falla', reason: 'la fuente no declara ningún canal' })
  })
})

describe('what is remembered', () => {
  /** A feed whose state the test changes between visits. */
  async function visitor(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
    let body = ''
    const conditional: boolean[] = []
    const site = await serve(
      startServer((request, response) => {
        if (request.url === '/robots.txt') return void response.writeHead(404).end()
        conditional.push('if-none-match' in request.headers || 'if-modified-since' in request.headers)
        answer(request, response, body)
      }),
    )
    const web = open()
    const source = sourceOf(site.url, [feed(site.url)])
    let memories: Listing['memories'] = []
    const visit = async (notes: number) => {
      body = feedOf(site.url, notes)
      const listing = await listItems(source, web, memories)
      memories = listing.memories
      return listing
    }
    return { visit, conditional }
  }

  const honest = (request: IncomingMessage, response: ServerResponse, body: string) => {
    const etag = `"${body.length}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else response.writeHead(200, { etag }).end(body)
  }

  it('asks only for what changed, and lists nothing twice when the server says that nothing did', async () => {
    const { visit, conditional } = await visitor(honest)
    expect((await visit(3)).state).toBe('leida')
    expect(await visit(3)).toMatchObject({ state: 'sin-cambios', items: [], channel: 'feed', reason: null })
    expect(await visit(4)).toMatchObject({ state: 'leida', items: { length: 4 } })
    expect(conditional).toEqual([false, true, true])
  })

  it('asks for everything on every fifth visit', async () => {
    const { visit, conditional } = await visitor(honest)
    for (let n = 0; n < 11; n++) await visit(3)
    expect(conditional.map((isConditional) => (isConditional ? 'c' : 'T')).join('')).toBe('TccccTccccT')
  })

  it('finds the notes that a lying ETag hides, and stops believing it', async () => {
    const liar = (request: IncomingMessage, response: ServerResponse, body: string) => {
      if (request.headers['if-none-match'] === '"fijo"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"fijo"' }).end(body)
    }
    const { visit, conditional } = await visitor(liar)
    const seen: number[] = []
    for (const notes of [1, 2, 3, 4, 5, 6, 7, 8]) seen.push((await visit(notes)).items.length)
    expect(seen).toEqual([1, 0, 0, 0, 0, 6, 7, 8])
    expect(conditional.slice(5)).toEqual([false, false, false])
  })

  it('says sin-cambios of the same bytes sent again, and lists them all the same', async () => {
    const { visit } = await visitor((_, response, body) => response.writeHead(200).end(body))
    await visit(3)
    expect(await visit(3)).toMatchObject({ state: 'sin-cambios', items: { length: 3 } })
  })

  it('keeps what it knew of a channel that fails', async () => {
    let isDown = false
    const { visit } = await visitor((request, response, body) => {
      if (isDown) response.writeHead(500).end()
      else honest(request, response, body)
    })
    const before = (await visit(3)).memories
    isDown = true
    expect((await visit(3)).memories).toEqual(before)
  })
})

describe('a page that looks right and lists nothing', () => {
  it('says where its notes seem to be now', async () => {
    const cards = Array.from(
      { length: 6 },
      (_, n) =>
        `<div class="tarjeta"><a href="/local/reparan-la-fuga-de-agua-${n}">Reparan la fuga de agua número ${n} en la colonia</a></div>`,
    )
    const { listing } = await list(
      () => ({ '/seccion': section(...cards) }),
      (s) => [page(s)],
    )
    expect(listing.state).toBe('con-falla')
    expect(listing.reason).toMatch(
      /se esperaba notas en el selector «article h2 a» y se encontró ninguna en la página «Local»; hoy parece haber 6 notas en «div\.tarjeta > a»/,
    )
  })

  it('is not taken for read when every link that it lists is refused: the next channel serves', async () => {
    const links = section(article('/tag/agua'), article('/tag/feria'), article('https://otro.example/x'))
    const { listing } = await list(
      (s) => ({ '/seccion': links, '/feed': feedOf(s, 3) }),
      (s) => [page(s), feed(s)],
    )
    expect(listing).toMatchObject({ channel: 'feed', state: 'leida' })
    expect(listing.reason).toMatch(/ninguna de sus 3 ligas es una nota \(página índice \(\/tag\/\)\)/)
  })
})
