// The dates a page gives → the day it was published, with the traps that outlets set.
import { describe, expect, it, test } from 'vitest'
import { extractArticle } from '../../src/extract/extract.ts'
import type { Article, Item } from '../../src/model.ts'
import { makeCapture, makeItem, makeSource, plainPage, prose } from './captures.ts'

type Where = {
  head?: string
  before?: string
  above?: string
  url?: string
  item?: Partial<Item>
  timeZone?: string
}

/** A note with dates in its head, above its title and between title and text. */
function readDated({
  head = '',
  before = '',
  above = '',
  url,
  item,
  timeZone = 'America/Mexico_City',
}: Where): Article {
  const html = `<!DOCTYPE html><html lang="es"><head><title>Una nota de prueba larga</title>${head}</head><body>${above}<main><h1>Una nota de prueba larga</h1>${before}<div class="nota-texto">${prose}</div></main></body></html>`
  const listed = makeItem({ url: url ?? 'https://prueba.example.mx/nota', ...item })
  return extractArticle(makeCapture(html, { item: listed }), makeSource({ timeZone }))
}

const ld = (fields: string) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Una nota de prueba larga",${fields}}</script>`
const iso = (article: Article) => article.publishedAt?.toISOString() ?? null

describe('each source of dates is read and named', () => {
  test.each<[string, Where, string, string]>([
    [
      'linked data',
      { head: ld('"datePublished":"2026-11-19T09:04:00-06:00"') },
      '2026-11-19T15:04:00.000Z',
      'json-ld',
    ],
    [
      'metadata',
      { head: '<meta property="article:published_time" content="2026-11-19T15:04:00Z">' },
      '2026-11-19T15:04:00.000Z',
      'meta',
    ],
    [
      'a time element',
      { before: '<time datetime="2026-11-19T09:04">ayer</time>' },
      '2026-11-19T15:04:00.000Z',
      'time',
    ],
    [
      'microdata',
      { before: '<span itemprop="datePublished" content="2026-11-19T09:04:00-0600"></span>' },
      '2026-11-19T15:04:00.000Z',
      'time',
    ],
    ['the address', { url: 'https://prueba.example.mx/2026/11/19/nota' }, '2026-11-19T18:00:00.000Z', 'url'],
    [
      'the dateline',
      { before: '<p class="fecha">Publicado el jueves 19 de noviembre de 2026 a las 09:04 hrs</p>' },
      '2026-11-19T15:04:00.000Z',
      'text',
    ],
    [
      'a short dateline',
      { before: '<div>Por: Ana Ruiz | 19-11-2026</div>' },
      '2026-11-19T18:00:00.000Z',
      'text',
    ],
    [
      'the listing',
      { item: { publishedAt: new Date('2026-11-19T15:04:00Z') } },
      '2026-11-19T15:04:00.000Z',
      'feed',
    ],
    ['hours ago', { before: '<span class="fecha">hace 2 horas</span>' }, '2026-11-21T16:00:00.000Z', 'text'],
  ])('%s', (_, where, instant, from) => {
    const article = readDated(where)
    expect(iso(article)).toBe(instant)
    expect(article.publishedFrom).toBe(from)
  })

  it('reads the dateline at the start of the text when there is nothing else', () => {
    const page = plainPage(
      `<p>Tala, Jal., 19 de noviembre de 2026.- El cabildo aprobó ayer por unanimidad el presupuesto del próximo año, que destina la mayor parte a obra pública.</p>${prose}`,
    )
    const article = extractArticle(makeCapture(page), makeSource())
    expect(iso(article)).toBe('2026-11-19T18:00:00.000Z')
  })

  it('keeps and flags a note without any date, and never takes the moment of the capture', () => {
    expect(readDated({})).toMatchObject({ publishedAt: null, publishedFrom: 'none', flags: ['sin-fecha'] })
  })
})

describe('traps', () => {
  it('prefers the dateline to today’s date in the header', () => {
    const article = readDated({
      above: '<div class="top">Sábado 21 de noviembre de 2026</div>',
      before: '<div>17/11/2026</div>',
    })
    expect(iso(article)?.slice(0, 10)).toBe('2026-11-17')
  })

  it('prefers the address to today’s date in the header', () => {
    const article = readDated({
      above: '<div class="top">Sábado 21 de noviembre de 2026</div>',
      url: 'https://prueba.example.mx/2026/11/17/nota',
    })
    expect(iso(article)?.slice(0, 10)).toBe('2026-11-17')
  })

  it('takes the publication and not the update, in data and in lines', () => {
    const inData = readDated({
      head: ld('"dateModified":"2026-11-20T10:00:00-06:00","datePublished":"2026-11-18T10:00:00-06:00"'),
    })
    expect(iso(inData)).toBe('2026-11-18T16:00:00.000Z')
    const inLine = readDated({ before: '<p>Actualizado: 20/11/2026 10:00. Publicado: 18/11/2026 10:00</p>' })
    expect(iso(inLine)).toBe('2026-11-18T16:00:00.000Z')
  })

  it('flags a date known only from an update', () => {
    expect(readDated({ head: ld('"dateModified":"2026-11-20T10:00:00-06:00"') }).flags).toContain(
      'fecha-dudosa',
    )
  })

  it('converts a UTC stamp of after dark to the local day', () => {
    const article = readDated({
      head: ld('"datePublished":"2026-11-20T03:45:00Z"'),
      before: '<div class="fecha">19 de noviembre de 2026</div>',
    })
    expect(iso(article)).toBe('2026-11-20T03:45:00.000Z')
    expect(article.flags).toEqual([])
  })

  it('reads a stamp as local time when the visible hour is the stamp’s own', () => {
    const article = readDated({
      head: ld('"datePublished":"2026-11-20T03:45:00Z"'),
      before: '<div class="fecha">20 de noviembre de 2026, 03:45</div>',
    })
    expect(iso(article)).toBe('2026-11-20T09:45:00.000Z')
  })

  it('reads a stamp as local time when address and dateline name its own day', () => {
    const article = readDated({
      head: ld('"datePublished":"2026-11-20T02:15:00+00:00"'),
      url: 'https://prueba.example.mx/2026/11/20/nota',
      before: '<div class="fecha">20 de noviembre de 2026</div>',
    })
    expect(iso(article)).toBe('2026-11-20T08:15:00.000Z')
  })

  it('reads day before month', () => {
    expect(iso(readDated({ before: '<div class="fecha">02/11/2026</div>' }))?.slice(0, 10)).toBe('2026-11-02')
  })

  it('does not believe hours that the server shows in UTC when the address has the local day', () => {
    const article = readDated({
      head: ld('"datePublished":"2026-11-20T01:30:00Z"'),
      url: 'https://prueba.example.mx/2026/11/19/nota',
      before: '<div class="fecha">20 de noviembre de 2026, 01:30</div>',
    })
    expect(iso(article)).toBe('2026-11-20T01:30:00.000Z')
  })

  it('does not read a UTC stamp as local time when that would be after the capture', () => {
    const article = readDated({
      head: ld('"datePublished":"2026-11-22T02:00:00+09:00"'),
      before: '<div class="fecha">22 de noviembre de 2026, 02:00</div>',
    })
    expect(iso(article)).toBe('2026-11-21T17:00:00.000Z')
  })

  it('reads a stamp without zone as UTC when it would be after the capture', () => {
    const article = readDated({ head: ld('"datePublished":"2026-11-21T17:40:00"') })
    expect(iso(article)).toBe('2026-11-21T17:40:00.000Z')
    expect(article.flags).toEqual([])
  })

  it('reads the month first on a page of the United States alone', () => {
    const before = '<div class="date">04/05/2026</div>'
    const english = 'The council of the county said on Monday that the bridge and the road will open.'
    const read = (head: string, text: string) =>
      extractArticle(makeCapture(plainPage(`${before}<p>${text}</p>${prose}`, head)), makeSource())
        .publishedAt?.toISOString()
        .slice(0, 10)
    expect(read('<meta property="og:locale" content="en_US">', english)).toBe('2026-04-05')
    expect(
      read('<meta property="og:locale" content="en_US">', 'El cabildo de la ciudad dijo el lunes que abre.'),
    ).toBe('2026-05-04')
    expect(read('', english)).toBe('2026-05-04')
  })

  it('takes the clock in the header for what it is, also without a title in sight', () => {
    const article = readDated({
      above: '<div>Hoy es sábado 21 de noviembre de 2026</div>',
      before: '<i>17-11-2026</i>',
    })
    expect(iso(article)?.slice(0, 10)).toBe('2026-11-17')
  })

  it('flags a date that only the foot of the page has', () => {
    const article = readDated({ above: '<footer>Última actualización: 3 de marzo de 2026</footer>' })
    expect(iso(article)?.slice(0, 10)).toBe('2026-03-03')
    expect(article.flags).toContain('fecha-dudosa')
  })

  it('flags a date that only a script has', () => {
    const article = readDated({
      head: '<script>var nota = {"publishedAt":"2026-11-12T10:00:00-06:00"}</script>',
    })
    expect(iso(article)).toBe('2026-11-12T16:00:00.000Z')
    expect(article.flags).toContain('fecha-dudosa')
  })

  it('gives naive stamps the zone of the outlet', () => {
    const article = readDated({
      head: ld('"datePublished":"2026-11-19 09:04:00"'),
      timeZone: 'America/Tijuana',
    })
    expect(iso(article)).toBe('2026-11-19T17:04:00.000Z')
  })

  it('reads the suffix CDT that some outlets write', () => {
    expect(iso(readDated({ head: ld('"datePublished":"2026-07-19T09:04:00CDT"') }))).toBe(
      '2026-07-19T14:04:00.000Z',
    )
  })

  it('counts the dates of many related cards as one witness', () => {
    const cards = '<div class="card"><span>20/11/2026</span></div>'.repeat(12)
    const article = readDated({ head: ld('"datePublished":"2026-11-17T10:00:00-06:00"'), before: cards })
    expect(iso(article)).toBe('2026-11-17T16:00:00.000Z')
  })

  it('flags a date more than an hour ahead of the capture', () => {
    expect(readDated({ head: ld('"datePublished":"2026-11-22T10:00:00-06:00"') }).flags).toContain(
      'fecha-futura',
    )
  })

  it('flags an old note that the channel lists again as new', () => {
    const article = readDated({
      head: ld('"datePublished":"2023-05-02T10:00:00-06:00"'),
      url: 'https://prueba.example.mx/2023/05/02/nota',
      item: { publishedAt: new Date('2026-11-21T12:00:00Z') },
    })
    expect(iso(article)).toBe('2023-05-02T16:00:00.000Z')
    expect(article.flags).toEqual(['nota-antigua'])
  })

  it('flags a date that half of the evidence contradicts', () => {
    const article = readDated({
      head: '<meta property="article:published_time" content="2026-11-12T10:00:00-06:00">',
      url: 'https://prueba.example.mx/2026/11/10/nota',
    })
    expect(article.flags).toContain('fecha-dudosa')
  })

  it('ignores placeholders and impossible days', () => {
    const article = readDated({
      head: ld('"datePublished":"0001-01-01T00:00:00"'),
      before: '<div>31/02/2026</div>',
    })
    expect(article.flags).toContain('sin-fecha')
  })
})
