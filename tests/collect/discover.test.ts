// From an address to a draft of a source, at the shapes of site that the region really has.
import { afterEach, describe, expect, it } from 'vitest'
import { discoverSource, type SourceDraft } from '../../src/collect/discover.ts'
import { guessNoteLinks } from '../../src/collect/note-links.ts'
import { readSiteClues } from '../../src/collect/site-clues.ts'
import { feedOf, NOON, openTestWeb } from './press.ts'
import { type Routes, startSite, type TestServer } from './server.ts'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

const HOME = 'http://elmedio.example'

async function discover(
  routes: Routes,
  address = `${HOME}/`,
  hosts: readonly string[] = ['elmedio.example'],
): Promise<{ draft: SourceDraft; site: TestServer }> {
  const site = await startSite(routes)
  const web = openTestWeb({
    allowLoopback: false,
    loopbackHosts: new Map(hosts.map((host) => [host, site.port])),
    resolve: async () => [],
  })
  opened.push(site, web)
  return { draft: await discoverSource(address, web, 'America/Mexico_City'), site }
}

const page = (head: string, body = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const TITLE = '<title>El Medio de los Valles | Noticias de Tala y la región</title>'
const HEADLINES = [
  'Reparan la fuga de agua en la colonia Centro de Tala',
  'Vecinos de Cuisillos piden más alumbrado en sus calles',
  'Inicia la zafra con doce mil hectáreas sembradas de caña',
  'El Cabildo aprueba el presupuesto de egresos del próximo año',
  'Choque en la carretera a Ameca deja solo daños materiales',
  'La Feria de la Caña anuncia su programa de conciertos',
]
const slugOf = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '-')

describe('discoverSource', () => {
  it('prefers the feed of notes to the feed of comments that a WordPress announces first', async () => {
    const { draft } = await discover({
      '/': page(
        `${TITLE}<meta property="og:site_name" content="El Medio de los Valles">
        <link rel="alternate" type="application/rss+xml" title="El Medio &raquo; RSS de los comentarios" href="${HOME}/comments/feed/">
        <link rel="alternate" type="application/rss+xml" title="El Medio &raquo; Feed" href="${HOME}/feed/"><script src="/wp-includes/js/x.js"></script>`,
      ),
      '/feed/': feedOf(HOME, 10),
      '/comments/feed/': feedOf(HOME, 10),
    })
    expect(draft).toMatchObject({ url: `${HOME}/`, name: 'El Medio de los Valles', platform: 'WordPress' })
    expect(draft.channels).toEqual([{ kind: 'feed', url: `${HOME}/feed/` }])
    expect(draft.findings[0]).toMatchObject({
      isAccepted: true,
      notes: 10,
      newestAt: NOON,
      evidence: 'lo anuncia la portada; 10 notas, la más nueva del 2026-11-06',
    })
    expect(draft.findings[0]?.sample[0]).toMatchObject({ title: 'Nota 1', url: `${HOME}/nota-1` })
  })

  it('finds the feed that an Arc site only gives as XML when asked', async () => {
    const { draft } = await discover({
      '/': page(`${TITLE}<script>window.Fusion={};Fusion.globalContent={}</script>`),
      '/arc/outboundfeeds/rss/?outputType=xml': feedOf(HOME, 6),
    })
    expect(draft).toMatchObject({ platform: 'Arc XP', channels: [{ kind: 'feed' }] })
  })

  it('takes the local feed of a chain before the one that repeats national news', async () => {
    const { draft } = await discover({
      '/': page(`${TITLE}<meta name="author" content="OEM - Organización Editorial Mexicana">`),
      '/local/rss': feedOf(HOME, 8),
      '/rss': feedOf(HOME, 30),
    })
    expect(draft).toMatchObject({ platform: 'OEM', channels: [{ url: `${HOME}/local/rss` }] })
  })

  it('finds the feed of a Blogger site', async () => {
    const { draft } = await discover({
      '/': page(`${TITLE}<meta content="blogger" name="generator">`),
      '/feeds/posts/default?alt=rss': feedOf(HOME, 25),
    })
    expect(draft).toMatchObject({ platform: 'Blogger', channels: [{ kind: 'feed' }] })
  })

  it('starts from a feed when that is the address given', async () => {
    const { draft } = await discover(
      { '/raro/salida.xml': feedOf(HOME, 7), '/': page(TITLE) },
      `${HOME}/raro/salida.xml`,
    )
    expect(draft).toMatchObject({
      name: 'El Medio de los Valles',
      channels: [{ url: `${HOME}/raro/salida.xml` }],
    })
  })

  it('finds the notes of a hand-made page that has no feed at all', async () => {
    const list = HEADLINES.map(
      (text, id) => `<div class="nota"><h3><a href="post.php?id_nota=${id + 900}">${text}</a></h3></div>`,
    )
    const menu =
      '<nav><a href="/local">Local</a><a href="/contacto">Contacto y directorio de la redacción</a></nav>'
    const { draft } = await discover({ '/': page(TITLE, menu + list.join('')) })
    expect(draft.channels).toEqual([
      {
        kind: 'page',
        url: `${HOME}/`,
        select: {
          item: null,
          link: {
            selector: expect.stringMatching(/^(?:h3 > a|div\.nota h3 > a|div\.nota a)$/),
            value: 'href',
          },
          title: null,
          date: null,
          summary: null,
        },
      },
    ])
    expect(draft.findings.find(({ isAccepted }) => isAccepted)?.evidence).toContain(
      '6 notas, sin fechas en la lista',
    )
  })

  it('adds the news sitemap that robots.txt names as a second way in', async () => {
    const sitemap = `<urlset>${HEADLINES.map((text) => `<url><loc>${HOME}/${slugOf(text)}</loc><lastmod>2026-11-06</lastmod></url>`).join('')}</urlset>`
    const { draft } = await discover({
      '/': page(`${TITLE}<script src="/wp-content/x.js"></script>`),
      '/feed/': feedOf(HOME, 10),
      '/robots.txt': `User-agent: *\nDisallow: /wp-admin/\nSitemap: ${HOME}/mapa-noticias.xml`,
      '/mapa-noticias.xml': sitemap,
    })
    expect(draft.channels.map(({ kind }) => kind)).toEqual(['feed', 'sitemap'])
  })

  it('does not declare twice what two addresses list alike', async () => {
    const { draft } = await discover({
      '/': page(`${TITLE}<script src="/wp-content/x.js"></script>`),
      '/feed/': feedOf(HOME, 10),
      '/sitemap.xml': feedOf(HOME, 10),
    })
    expect(draft.findings.filter(({ isAccepted }) => isAccepted)).toHaveLength(2)
    expect(draft.channels).toHaveLength(1)
  })

  it.each([
    ['stale', feedOf(HOME, 10, { ageDays: 12 }), 'su nota más nueva tiene 12 días'],
    ['thin', feedOf(HOME, 3), 'solo trae 3 notas propias (se piden 5)'],
    ['of somebody else', feedOf('http://otro.example', 10), 'otras son de otro dominio (otro.example)'],
    [
      'a page',
      '<html><body>No encontrado</body></html>',
      'se esperaba RSS/Atom y se encontró una página HTML',
    ],
  ])('refuses a feed that is %s, with the reason', async (_, body, reason) => {
    const { draft } = await discover({
      '/': page(`${TITLE}<link rel="alternate" type="application/rss+xml" href="/feed/">`),
      '/feed/': body,
    })
    expect(draft.channels).toEqual([])
    const finding = draft.findings.find(({ channel }) => channel.url === `${HOME}/feed/`)
    expect(finding).toMatchObject({ isAccepted: false, evidence: expect.stringContaining(reason) })
  })

  it('takes a Telegram channel by any form of its address', async () => {
    const post = (n: number) =>
      `<div class="tgme_widget_message" data-post="talamomento/${n}"><div class="tgme_widget_message_text">Aviso ${n}</div><a class="tgme_widget_message_date" href="https://t.me/talamomento/${n}"><time datetime="2026-11-06T10:00:00-06:00"></time></a></div>`
    const body = `<div class="tgme_channel_info_header_title">Tala al Momento</div>${[1, 2, 3, 4, 5].map(post).join('')}`
    for (const address of [
      't.me/talamomento',
      'https://t.me/s/talamomento',
      'https://telegram.me/talamomento/5',
    ]) {
      const { draft } = await discover({ '/s/talamomento': body }, address, ['t.me'])
      expect(draft).toMatchObject({
        name: 'Tala al Momento',
        channels: [{ kind: 'telegram', url: 'https://t.me/s/talamomento' }],
      })
    }
  })

  it('takes a YouTube channel by its name, asking its page for its id', async () => {
    const id = `UC${'a1B2'.repeat(5)}xy`
    const entry = `<entry><title>Entrevista</title><author><name>Canal 6</name></author><link rel="alternate" href="https://www.youtube.com/watch?v=1"/><published>2026-11-06T10:00:00Z</published></entry>`
    const { draft, site } = await discover(
      {
        '/@canal6': `<script>{"externalId":"${id}"}</script>`,
        [`/feeds/videos.xml?channel_id=${id}`]: `<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`,
      },
      'youtube.com/@canal6',
      ['youtube.com', 'www.youtube.com'],
    )
    expect(draft.channels).toEqual([
      { kind: 'youtube', url: `https://www.youtube.com/feeds/videos.xml?channel_id=${id}` },
    ])
    expect(site.paths).toHaveLength(2)
  })

  it('reads together the section feeds that a site announces when each has notes that the main one lacks', async () => {
    const links = ['/rss.xml', '/policia/rss.xml', '/portada/rss.xml'].map(
      (path) => `<link rel="alternate" type="application/rss+xml" href="${HOME}${path}">`,
    )
    const { draft } = await discover({
      '/': page(TITLE + links.join('')),
      '/rss.xml': feedOf(HOME, 8),
      '/policia/rss.xml': feedOf(HOME, 6, { path: '/policia/nota-' }),
      '/portada/rss.xml': feedOf(HOME, 5),
    })
    const urls = [`${HOME}/rss.xml`, `${HOME}/policia/rss.xml`]
    expect(draft.channels.map(({ url }) => url)).toEqual(urls)
    expect(draft.together).toEqual([urls])
    expect(draft.findings.filter(({ isAccepted }) => isAccepted)).toHaveLength(3)
  })

  it('takes no feed for a sibling that only reaches further back than the main one', async () => {
    const older = feedOf(HOME, 6, { path: '/nota-vieja-', ageDays: 2 })
    const { draft } = await discover({
      '/': page(
        `${TITLE}<link rel="alternate" type="application/rss+xml" href="/rss.xml"><link rel="alternate" type="application/rss+xml" href="/archivo.xml">`,
      ),
      '/rss.xml': feedOf(HOME, 8),
      '/archivo.xml': older,
    })
    expect(draft.together).toEqual([])
    expect(draft.channels.map(({ url }) => url)).toEqual([`${HOME}/rss.xml`])
  })

  it('reads the sections of the menu together with the front page when nothing else serves', async () => {
    const listOf = (section: string) =>
      HEADLINES.map((text) => `<h3><a href="/${section}/${slugOf(text)}">${text}</a></h3>`).join('')
    const menu = '<nav><a href="/">Inicio</a><a href="/local">Local</a><a href="/contacto">Contacto</a></nav>'
    const { draft, site } = await discover({
      '/': page(TITLE, menu + listOf('portada')),
      '/local': page(TITLE, menu + listOf('local')),
      '/contacto': page(TITLE, menu),
    })
    expect(draft.together).toEqual([[`${HOME}/`, `${HOME}/local`]])
    expect(draft.channels.map(({ kind }) => kind)).toEqual(['page', 'page'])
    expect(site.paths).not.toContain('/contacto')
  })

  it('does not let a date in the future pass for a fresh note', async () => {
    const old = feedOf(HOME, 6, { ageDays: 30 }).replace(
      /<pubDate>[^<]*/,
      '<pubDate>Tue, 08 Dec 2026 10:00:00 GMT',
    )
    const { draft } = await discover({ '/': page(TITLE), '/feed/': old })
    expect(draft.channels).toEqual([])
    expect(draft.findings[0]?.evidence).toBe('es el lugar usual; su nota más nueva tiene 30 días')
  })

  it.each([
    ['%PDF-1.7 …', 'la dirección es de un PDF, no de un medio'],
    ['\x89PNG\r\n', 'la dirección es de una imagen, no de un medio'],
    ['PK\x03\x04…', 'la dirección es de un archivo comprimido, no de un medio'],
  ])('says of a file that it is no page of an outlet (%j)', async (bytes, words) => {
    await expect(discover({ '/': Buffer.from(bytes, 'latin1') })).rejects.toThrow(words)
  })

  it('says of a page that asks for a password that it does', async () => {
    const form = '<form><input name="usuario"><input type="password" name="clave"></form>'
    expect((await discover({ '/': page(TITLE, form) })).draft.asksToSignIn).toBe(true)
  })

  it('says why when not even the front page can be read', async () => {
    await expect(discover({})).rejects.toThrow('elmedio.example responde que no existe (404)')
    await expect(discover({}, 'no es una liga')).rejects.toThrow('no es una dirección web')
  })
})

describe('guessNoteLinks', () => {
  it('finds the headlines and not the menu, the tags, the most read nor the banners', () => {
    const cards = HEADLINES.map(
      (text) =>
        `<article class="post-12 type-post"><a class="thumb" href="/${slugOf(text)}/"><img alt="x"></a><h2 class="entry-title"><a href="/${slugOf(text)}/">${text}</a></h2><a href="/tag/agua">agua</a></article>`,
    )
    const guess = guessNoteLinks(
      page(
        TITLE,
        `<nav><ul><li><a href="/aviso-de-privacidad-del-medio-completo">Aviso de privacidad de este medio</a></li></ul></nav>${cards.join('')}
        <aside><ol><li><a href="/lo-mas-leido-de-hoy-aqui">Lo más leído del día en esta página</a></li></ol></aside><a href="https://otro.example/promo-de-temporada-de-verano-2026">Promoción de temporada de verano</a>`,
      ),
      `${HOME}/`,
    )
    expect(guess?.notes).toBe(6)
    expect(guess?.select.link.selector).toMatch(/h2/)
  })

  it('finds the short titles of a table, whose addresses are made of their words', () => {
    const titles = [
      'Los costales de Renata',
      'La fuente danzarina',
      'Una cepa de once años',
      'El señor de los patos',
      'Agua en Año Nuevo',
    ]
    const rows = titles.map(
      (text, id) =>
        `<tr class="nota"><td><span class="pleca">Bagazo</span><br><a class="cabeza" href="/bagazo/${encodeURI(text.toLowerCase().replaceAll(' ', '-'))}-1488${id}.htm">${text}</a><br><span class="fecha">Jueves 12 de noviembre de 2026</span></td></tr>`,
    )
    const menu =
      '<ul id="navegacion"><li><a href="/bagazo/">Bagazo</a></li><li><a href="/suscripciones.htm">Suscripciones</a></li></ul>'
    const guess = guessNoteLinks(page(TITLE, `${menu}<table class="lista">${rows.join('')}</table>`), HOME)
    expect(guess).toMatchObject({ notes: 5, select: { link: { selector: 'a.cabeza' } } })
  })

  it('guesses nothing where there are not five notes', () => {
    expect(
      guessNoteLinks(
        page(TITLE, `<h2><a href="/${slugOf(HEADLINES[0] ?? '')}">${HEADLINES[0]}</a></h2>`),
        HOME,
      ),
    ).toBeNull()
    expect(guessNoteLinks('', HOME)).toBeNull()
  })
})

describe('readSiteClues', () => {
  it.each([
    ['<meta property="og:site_name" content="Semanario El Ingenio"><title>x</title>', 'Semanario El Ingenio'],
    [
      '<script type="application/ld+json">{"@type":"NewsMediaOrganization","name":"Peri\\u00f3dico Sol"}</script>',
      'Periódico Sol',
    ],
    ['<title>Inicio - La Voz del Cañaveral</title>', 'La Voz del Cañaveral'],
    ['<title>Portada</title>', null],
  ])('reads the name in %s', (head, name) => {
    expect(readSiteClues(page(head), `${HOME}/`).name).toBe(name)
  })

  it('looks for a feed beside the section that was named, and in the usual places of any site', () => {
    const urls = readSiteClues(page('<title>x</title>'), `${HOME}/jalisco/index.php`).feeds.map(
      ({ url }) => url,
    )
    expect(urls).toContain(`${HOME}/jalisco/feed/`)
    expect(urls).toContain(`${HOME}/rss.xml`)
  })
})

describe('the name of an outlet', () => {
  const nameOf = (head: string, url = 'https://www.correodetala.mx/') => readSiteClues(page(head), url).name

  it.each([
    [
      'og:site_name, whatever the title says',
      '<title>Últimas noticias</title><meta property="og:site_name" content="El Correo de Tala">',
      'El Correo de Tala',
    ],
    [
      'the publisher in JSON-LD, also inside a graph with objects between type and name',
      '<title>Portada</title><script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"Últimas noticias"},{"@type":"NewsMediaOrganization","logo":{"@type":"ImageObject","url":"/l.png"},"name":"El Correo de Tala"}]}</script>',
      'El Correo de Tala',
    ],
    [
      'the tail of the title that agrees with the announced feed',
      '<title>Últimas noticias de hoy - El Correo</title><link rel="alternate" type="application/rss+xml" title="El Correo &raquo; Feed" href="/feed/">',
      'El Correo',
    ],
    [
      'the part of the title that agrees with the domain',
      '<title>Todo lo que pasa en la región | El Correo de Tala</title>',
      'El Correo de Tala',
    ],
    [
      'the masthead that agrees with the domain, when the title is a heading and the feed has no name',
      '<title>Inicio</title><link rel="alternate" type="application/rss+xml" title="RSS 2.0" href="/feed/"><header><a class="brand" href="/"><span>EL CORREO <i>de Tala</i></span></a></header>',
      'EL CORREO de Tala',
    ],
    ['the first part that is not a heading', '<title>Inicio – La Voz | Noticias</title>', 'La Voz'],
  ])('is %s', (_, head, name) => {
    expect(nameOf(head)).toBe(name)
  })

  it('is unknown when the page says only what every page says', () => {
    expect(nameOf('<title>Últimas noticias</title>')).toBeNull()
  })

  it('is read past a broken script', () => {
    expect(nameOf('<title>El Correo</title><script type="application/ld+json">{"@type":</script>')).toBe(
      'El Correo',
    )
  })
})

describe('an account of a network', () => {
  it.each([
    ['https://www.facebook.com/radiotala', /solo se lee con token.*sintesis capture/],
    ['https://x.com/elmedio', /solo se lee con token y presupuesto/],
    ['https://www.tiktok.com/@elmedio', /TikTok no se deja leer/],
  ])('that cannot be read without a key is said so at once: %s', async (address, reason) => {
    await expect(discover({}, address, [])).rejects.toThrow(reason)
  })
})
