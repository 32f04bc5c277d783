// A real Chromium reads pages that write themselves, and reaches nothing that plain requests may not reach.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { takeCapture } from '../../src/collect/capture.ts'
import { installChromium } from '../../src/collect/chromium.ts'
import { listItems } from '../../src/collect/collect.ts'
import type { Web } from '../../src/collect/web.ts'
import { itemOf, LINKS, openTestWeb, sourceOf } from './press.ts'
import { startServer, startSite, type TestServer } from './server.ts'

const NOTES = [
  {
    slug: '/nota/choque-en-la-carretera-a-ameca',
    title: 'Choque en la carretera a Ameca',
    body: 'Dos personas resultaron ilesas en el kilómetro 70.',
  },
  {
    slug: '/nota/vuelve-el-agua-a-cuisillos',
    title: 'Vuelve el agua a Cuisillos',
    body: 'El servicio se restableció a las seis de la mañana.',
  },
]

/** A portal whose HTML is empty: its script asks for the notes and writes them, a moment later. */
const SHELL = `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Ruta 70</title><script src="/app.js" defer></script></head><body><div id="app"></div></body></html>`
const APP = `
  const app = document.getElementById('app')
  const paint = async () => {
    const notes = await (await fetch('/api/notas')).json()
    const note = notes.find(({ slug }) => slug === location.pathname)
    await new Promise((resolve) => setTimeout(resolve, 50))
    app.innerHTML = note
      ? '<article><h1>' + note.title + '</h1><p>' + note.body + '</p><p id="ua">' + navigator.userAgent + '</p></article>'
      : notes.map(({ slug, title }) => '<article><h2><a href="' + slug + '">' + title + '</a></h2></article>').join('')
  }
  paint()`

let portal: TestServer
let inside: TestServer
let web: Web

// A machine without Chromium installs one here, once.
beforeAll(async () => {
  const path = await installChromium((line) => console.log(line))
  if (path === null) throw new Error('Estas pruebas necesitan un Chromium')
  inside = await startSite({ '*': 'secreto' })
  portal = await startServer((request, response) => {
    const url = request.url ?? ''
    const send = (body: string, type = 'text/html') =>
      response.writeHead(200, { 'content-type': type }).end(body)
    if (url === '/robots.txt') send('User-agent: *\nDisallow: /cerrado', 'text/plain')
    else if (url === '/app.js') send(APP, 'text/javascript')
    else if (url === '/api/notas') send(JSON.stringify(NOTES), 'application/json')
    else if (url === '/salta') response.writeHead(302, { location: `${inside.url}/secreto` }).end()
    else if (url === '/no') response.writeHead(403).end('<p>no</p>')
    else if (url === '/gira') send('<p>antes</p><script>for (;;) {}</script>')
    else if (url === '/mira') {
      send(`<p id="a">nada</p><img src="${inside.url}/img"><iframe src="${inside.url}/marco"></iframe><script>
        fetch('${inside.url}/fetch', { mode: 'no-cors' }).catch(() => null)
        new WebSocket('${inside.url.replace('http', 'ws')}/ws')
        fetch('/api/notas').then((answer) => (a.textContent = 'lo propio: ' + answer.status))</script>`)
    } else send(SHELL)
  })
  web = openTestWeb({
    browser: 'auto',
    allowLoopback: false,
    totalMs: 6_000,
    loopbackHosts: new Map([['ruta70.example', portal.port]]),
  })
}, 600_000)

afterEach(() => {
  expect(inside.all).toEqual([])
})

afterAll(async () => {
  await web?.close()
  await portal?.close()
  await inside?.close()
})

const SITE = 'http://ruta70.example'
const textOf = (body: Uint8Array) => Buffer.from(body).toString('utf8')
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

describe('a portal written by JavaScript', () => {
  it('is listed through the browser', async () => {
    const source = sourceOf(SITE, [{ kind: 'browser', url: `${SITE}/`, select: LINKS, waitFor: 'article a' }])
    const listing = await listItems(source, web, [])
    expect(listing).toMatchObject({ channel: 'browser', state: 'leida', reason: null })
    expect(listing.items).toMatchObject(
      NOTES.map(({ slug, title }) => ({ url: SITE + slug, title, channel: 'browser' })),
    )
    const again = await listItems(source, web, listing.memories)
    expect(again.state).toBe('sin-cambios')
  })

  it('gives the whole text of a note as evidence', async () => {
    const source = sourceOf(SITE, [{ kind: 'browser', url: `${SITE}/`, select: LINKS, waitFor: null }])
    const capture = await takeCapture(itemOf(`${SITE}${NOTES[0]?.slug}`, { channel: 'browser' }), source, web)
    expect(capture).toMatchObject({ kind: 'page', status: 200, finalUrl: `${SITE}${NOTES[0]?.slug}` })
    expect(capture.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-sintesis-render': 'chromium',
    })
    expect(textOf(capture.body)).toContain('Dos personas resultaron ilesas en el kilómetro 70.')
  })

  it('is recognised by a plain request as an empty shell, and then read through the browser', async () => {
    const source = sourceOf(SITE, [{ kind: 'page', url: `${SITE}/`, select: LINKS }])
    const listing = await listItems(source, web, [])
    expect(listing.items).toHaveLength(2)
    const capture = await takeCapture(itemOf(`${SITE}${NOTES[1]?.slug}`), source, web)
    expect(textOf(capture.body)).toContain('El servicio se restableció')
  })

  it('is asked for under our own name', async () => {
    const fetched = await web.render(`${SITE}${NOTES[0]?.slug}`, { waitFor: '#ua' })
    expect(textOf(fetched.body)).toMatch(/<p id="ua">Sintesis\/[\d.]+ \(\+prensa@tala\.example\)<\/p>/)
    const names = new Set(portal.all.map(({ headers }) => headers['user-agent']))
    expect([...names].every((name) => name?.startsWith('Sintesis/'))).toBe(true)
  })

  it('is reached by its https address too when it is a host of the demonstration', async () => {
    const fetched = await web.render(`https://ruta70.example${NOTES[0]?.slug}`, { waitFor: 'article' })
    expect(fetched.finalUrl).toBe(`https://ruta70.example${NOTES[0]?.slug}`)
  })
})

describe('what the browser may not do', () => {
  it('reads no page that robots.txt closes', async () => {
    const failure = await failureOf(web.render(`${SITE}/cerrado/x`, { waitFor: null }))
    expect(failure).toMatchObject({ reason: 'robots' })
    expect(portal.paths).not.toContain('/cerrado/x')
  })

  it('reaches no internal address from a script, a picture, a frame or a socket of a page', async () => {
    const fetched = await web.render(`${SITE}/mira`, { waitFor: null })
    expect(textOf(fetched.body)).toContain('lo propio: 200')
    expect(inside.all).toEqual([])
  })

  it('follows no redirect to an internal address', async () => {
    expect(await failureOf(web.render(`${SITE}/salta`, { waitFor: null }))).toBeInstanceOf(Error)
  })

  it('opens no internal address itself', async () => {
    expect(await failureOf(web.render(`${inside.url}/x`, { waitFor: null }))).toMatchObject({
      reason: 'unsafe',
    })
  })
})

describe('pages that go wrong', () => {
  it('gives the status of the page', async () => {
    expect((await web.render(`${SITE}/no`, { waitFor: null })).status).toBe(403)
  })

  it('ends a script that never yields at the deadline, and reads the next page as if nothing had happened', async () => {
    const failure = await failureOf(web.render(`${SITE}/gira`, { waitFor: null, totalMs: 800 }))
    expect(failure).toMatchObject({ name: 'Later' })
    expect(String(failure)).toContain('no terminó de cargar en el navegador')
    const next = await web.render(`${SITE}${NOTES[0]?.slug}`, { waitFor: 'article' })
    expect(textOf(next.body)).toContain('ilesas')
  })
})
