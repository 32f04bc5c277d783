// Taking the evidence of a note over HTTP: the bytes as they stood, and what stands for them when they cannot be had.
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { takeCapture } from '../../src/collect/capture.ts'
import type { Web } from '../../src/collect/web.ts'
import type { Item } from '../../src/model.ts'
import { itemOf, NOON, openTestWeb, sourceOf } from './press.ts'
import { type Routes, startServer, startSite, type TestServer } from './server.ts'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

async function serve(routes: Routes): Promise<TestServer> {
  const server = await startSite(routes)
  opened.push(server)
  return server
}

function open(options: Parameters<typeof openTestWeb>[0] = {}): Web {
  const web = openTestWeb(options)
  opened.push(web)
  return web
}

const NOTE =
  '<!doctype html><html><head><title>Nota</title></head><body><article><p>El Cabildo aprobó el presupuesto.</p></article></body></html>'
const LONG = `<p>${'La regidora explicó que la obra se hará por etapas. '.repeat(6)}</p>`

const take = (site: TestServer, path: string, rest: Partial<Item> = {}, web = open()) =>
  takeCapture(itemOf(site.url + path, rest), sourceOf(site.url, []), web)
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )
const textOf = (body: Uint8Array) => Buffer.from(body).toString('utf8')

describe('a page', () => {
  it('is kept as it stood, byte by byte, with its address, headers, chain, instant and digest', async () => {
    const bytes = Buffer.from(NOTE.replace('aprobó', 'aprob\xf3'), 'latin1')
    const site = await serve({
      '/corta': (_, response) => response.writeHead(301, { location: '/nota' }).end(),
      '/nota': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1', 'x-medio': 'si' })
          .end(bytes),
    })
    const capture = await take(site, '/corta')
    expect(Buffer.compare(Buffer.from(capture.body), bytes)).toBe(0)
    expect(capture).toMatchObject({
      kind: 'page',
      url: `${site.url}/corta`,
      finalUrl: `${site.url}/nota`,
      takenAt: NOON,
      status: 200,
      redirects: [`${site.url}/corta`],
      sha256: createHash('sha256').update(bytes).digest('hex'),
      headers: { 'content-type': 'text/html; charset=iso-8859-1', 'x-medio': 'si' },
    })
    expect(capture.item.url).toBe(`${site.url}/corta`)
  })

  it('keeps what robots.txt said of it', async () => {
    const site = await serve({ '/robots.txt': 'User-agent: *\nAllow: /nota\nDisallow: /', '/nota': NOTE })
    expect((await take(site, '/nota')).headers['x-sintesis-robots']).toBe('permitida (Allow: /nota)')
  })

  it('says that it forwarded to another outlet’s domain', async () => {
    const other = await serve({ '/nota': NOTE })
    const site = await serve({
      '/nota': (_, response) => response.writeHead(302, { location: 'http://otro.example/nota' }).end(),
    })
    const web = open({
      loopbackHosts: new Map([
        ['medio.example', site.port],
        ['otro.example', other.port],
      ]),
    })
    const capture = await takeCapture(
      itemOf('http://medio.example/nota'),
      sourceOf('http://medio.example', []),
      web,
    )
    expect(capture).toMatchObject({
      finalUrl: 'http://otro.example/nota',
      headers: { 'x-sintesis-domain': 'otro.example' },
    })
  })

  it('is tried a second time when the host fails once', async () => {
    let visits = 0
    const site = await serve({
      '/nota': (_, response) => (++visits === 1 ? response.writeHead(502).end() : response.end(NOTE)),
    })
    expect((await take(site, '/nota')).kind).toBe('page')
    expect(visits).toBe(2)
  })

  it('is accepted as a page by its first bytes, whatever its type says', async () => {
    const site = await serve({
      '/nota': (_, response) =>
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(NOTE),
    })
    expect((await take(site, '/nota')).kind).toBe('page')
  })
})

describe('a page that cannot be read', () => {
  it.each([
    [403, 'Unreadable', 'forbidden'],
    [401, 'Unreadable', 'forbidden'],
    [402, 'Unreadable', 'paywall'],
    [404, 'Unreadable', 'gone'],
    [410, 'Unreadable', 'gone'],
    [500, 'Later', undefined],
  ])('with status %s is %s', async (status, name, reason) => {
    const site = await serve({ '/nota': (_, response) => response.writeHead(status).end() })
    expect(await failureOf(take(site, '/nota'))).toMatchObject(
      reason === undefined ? { name } : { name, reason },
    )
  })

  it.each([
    ['application/pdf', '%PDF-1.7 \0'],
    ['image/jpeg', '\xff\xd8\xff\0'],
    ['video/mp4', '\0\0\0 ftyp'],
  ])('because it is %s is not HTML', async (type, body) => {
    const site = await serve({
      '/nota': (_, response) => response.writeHead(200, { 'content-type': type }).end(body),
    })
    const failure = await failureOf(take(site, '/nota'))
    expect(failure).toMatchObject({ reason: 'not-html' })
    expect(String(failure)).toContain(type)
  })

  it('because it is empty has no text', async () => {
    const site = await serve({ '/nota': '' })
    expect(await failureOf(take(site, '/nota'))).toMatchObject({ reason: 'no-text' })
  })

  it('because the link forwards to the front page is gone', async () => {
    const site = await serve({
      '/nota-retirada': (_, response) => response.writeHead(302, { location: '/' }).end(),
      '/': NOTE,
    })
    const failure = await failureOf(take(site, '/nota-retirada'))
    expect(failure).toMatchObject({ reason: 'gone' })
    expect(String(failure)).toContain('portada')
  })

  it('because robots.txt closes it says so', async () => {
    const site = await serve({ '/robots.txt': 'User-agent: *\nDisallow: /', '/nota': NOTE })
    expect(await failureOf(take(site, '/nota'))).toMatchObject({ reason: 'robots' })
  })

  it('becomes what the listing carried, with the reason', async () => {
    const site = await serve({ '/nota': (_, response) => response.writeHead(403).end() })
    const capture = await take(site, '/nota', { contentHtml: LONG })
    expect(capture).toMatchObject({ kind: 'entry', status: 200, url: `${site.url}/nota` })
    expect(textOf(capture.body)).toBe(LONG)
    expect(capture.headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'x-sintesis-fallback': expect.stringContaining('no permite leerla (respondió 403)'),
    })
  })

  it('becomes what the listing carried when it does not answer in two tries', async () => {
    const server = await startServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end()
    })
    opened.push(server)
    const capture = await take(
      server,
      '/nota',
      { summary: LONG.replace(/<\/?p>/g, '') },
      open({ totalMs: 150 }),
    )
    expect(capture.headers['x-sintesis-fallback']).toContain('no terminó de responder')
    expect(textOf(capture.body)).toContain('<p>La regidora')
    expect(server.paths).toHaveLength(2)
  })

  it('becomes what the listing carried when it needs a browser and there is none', async () => {
    const site = await serve({
      '/nota': '<!doctype html><title>x</title><script src="/app.js"></script><div id="app"></div>',
    })
    const capture = await take(site, '/nota', { contentHtml: LONG })
    expect(capture.headers['x-sintesis-fallback']).toContain('JavaScript')
    expect((await take(site, '/nota')).kind).toBe('page')
  })

  it('is left for later, listing or not, when the host itself said until when', async () => {
    const site = await serve({
      '/nota': (_, response) => response.writeHead(429, { 'retry-after': '60' }).end(),
    })
    const failure = await failureOf(take(site, '/nota', { contentHtml: LONG }))
    expect(failure).toMatchObject({ name: 'Later', after: new Date(NOON.getTime() + 60_000) })
  })

  it('is not replaced by a listing that says almost nothing', async () => {
    const site = await serve({ '/nota': (_, response) => response.writeHead(403).end() })
    expect(await failureOf(take(site, '/nota', { contentHtml: '<p>Lee más…</p>' }))).toMatchObject({
      reason: 'forbidden',
    })
  })
})

describe('a post or a video', () => {
  it('is its own evidence, and no page is asked for', async () => {
    const site = await serve({})
    const capture = await take(site, '/momento/1', {
      isWhole: true,
      contentHtml: 'Choque en la <b>carretera</b>',
    })
    expect(capture).toMatchObject({
      kind: 'entry',
      redirects: [],
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
    expect(textOf(capture.body)).toBe('Choque en la <b>carretera</b>')
    expect(site.all).toEqual([])
  })

  it('keeps the lines of a plain description, and no angle bracket becomes a tag', async () => {
    const site = await serve({})
    const capture = await take(site, '/v', { isWhole: true, contentHtml: 'Uno & dos\n3 < 4' })
    expect(textOf(capture.body)).toBe('Uno &amp; dos<br>\n3 &lt; 4')
  })

  it('is at least its title', async () => {
    const site = await serve({})
    expect(textOf((await take(site, '/v', { isWhole: true, title: 'En vivo' })).body)).toBe('<p>En vivo</p>')
  })
})
