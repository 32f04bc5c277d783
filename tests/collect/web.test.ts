// What the web's door promises, tried with real bytes over loopback: bounds, redirects, identity, politeness, TLS.
import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { createServer as createTcpServer } from 'node:net'
import tls from 'node:tls'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { openWeb, type Web, type WebOptions } from '../../src/collect/web.ts'
import { Later, Unreadable } from '../../src/failure.ts'
import { listen, startServer, startSite, type TestServer } from './server.ts'

const NOON = new Date('2026-11-06T18:00:00Z')
const MIB = 1024 * 1024

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

function open(options: Partial<WebOptions> = {}): Web {
  const web = openWeb({
    contact: 'prensa@tala.example',
    clock: () => NOON,
    allowLoopback: true,
    hostDelayMs: 0,
    browser: 'off',
    ...options,
  })
  opened.push(web)
  return web
}

async function serve(start: Promise<TestServer>): Promise<TestServer> {
  const server = await start
  opened.push(server)
  return server
}

/** A plain TCP server that answers whatever bytes it likes. */
async function serveRaw(bytes: string): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', () => socket.end(bytes))
  })
  const port = await listen(server)
  opened.push({ close: async () => server.close() })
  return `http://127.0.0.1:${port}`
}

const failureOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error) => error,
  )
const textOf = (body: Uint8Array) => Buffer.from(body).toString('utf8')

describe('identity and what is asked', () => {
  it('says who asks, with the contact, in every request, robots.txt included', async () => {
    const site = await serve(startSite({ '/nota': 'hola' }))
    await open().fetch(`${site.url}/nota`)
    expect(site.all.map(({ path }) => path)).toEqual(['/robots.txt', '/nota'])
    for (const { headers } of site.all) {
      expect(headers['user-agent']).toMatch(/^Sintesis\/\d+\.\d+\.\d+ \(\+prensa@tala\.example\)$/)
    }
  })

  it('keeps what a header cannot carry out of the identity', async () => {
    const site = await serve(startSite({ '/': 'hola' }))
    await open({ contact: 'Comunicación\r\nX-Malo: 1 (Tala)' }).fetch(`${site.url}/`)
    expect(site.all[0]?.headers['user-agent']).toMatch(/\(\+ComunicacinX-Malo: 1 Tala\)$/)
    expect(site.all[0]?.headers['x-malo']).toBeUndefined()
  })

  it('reaches a host of the demonstration at its loopback port, under its own name and also by https', async () => {
    const site = await serve(startServer((request, response) => response.end(request.headers.host)))
    const web = open({ allowLoopback: false, loopbackHosts: new Map([['correo.example', site.port]]) })
    expect(textOf((await web.fetch('http://correo.example/a')).body)).toBe('correo.example')
    const secure = await web.fetch('https://correo.example/a')
    expect(secure.finalUrl).toBe('https://correo.example/a')
  })
})

describe('the bounds of one answer', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ] as const)('unpacks %s', async (encoding, compress) => {
    const site = await serve(
      startServer((_, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end(compress('año nuevo'))
      }),
    )
    expect(textOf((await open().fetch(site.url)).body)).toBe('año nuevo')
  })

  it('unpacks an answer compressed twice', async () => {
    const site = await serve(
      startServer((_, response) => {
        response
          .writeHead(200, { 'content-encoding': 'gzip, br' })
          .end(brotliCompressSync(gzipSync('dos veces')))
      }),
    )
    expect(textOf((await open().fetch(site.url)).body)).toBe('dos veces')
  })

  it('reads plain bytes that a server calls gzip', async () => {
    const site = await serve(
      startServer((_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('no venía comprimido')
      }),
    )
    expect(textOf((await open().fetch(site.url)).body)).toBe('no venía comprimido')
  })

  const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

  it.each([
    ['gzip', (bytes: Buffer) => gzipSync(bytes, { level: 1 })],
    ['br', (bytes: Buffer) => brotliCompressSync(bytes, quickly)],
  ] as const)('stops a %s bomb at the cap, long before it is unpacked', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(48 * MIB))
    expect(bomb.length).toBeLessThan(MIB / 4)
    const site = await serve(
      startServer((_, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end(bomb)
      }),
    )
    const before = process.memoryUsage().arrayBuffers
    const failure = await failureOf(open({ maxBytes: MIB }).fetch(site.url))
    expect(failure).toMatchObject({ name: 'Unreadable', reason: 'oversized' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * MIB)
  })

  it('refuses an answer compressed more times than any server does', async () => {
    const site = await serve(
      startServer((_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip, gzip' }).end(gzipSync('x'))
      }),
    )
    expect(await failureOf(open().fetch(site.url))).toMatchObject({ reason: 'oversized' })
  })

  it('stops a body that never ends', async () => {
    const site = await serve(
      startServer((_, response) => {
        response.writeHead(200)
        const chunk = Buffer.alloc(64 * 1024, 'a')
        const pour = () => {
          while (!response.destroyed && response.write(chunk)) {}
        }
        response.on('drain', pour)
        pour()
      }),
    )
    expect(await failureOf(open({ maxBytes: MIB }).fetch(site.url))).toMatchObject({ reason: 'oversized' })
  })

  it('ends a drip of one byte at a time at the total deadline', async () => {
    const site = await serve(
      startServer((request, response) => {
        if (request.url === '/robots.txt') return void response.writeHead(404).end()
        response.writeHead(200)
        const timer = setInterval(() => response.write('.'), 20)
        response.on('close', () => clearInterval(timer))
      }),
    )
    const failure = await failureOf(open({ totalMs: 300 }).fetch(site.url))
    expect(failure).toBeInstanceOf(Later)
    expect(String(failure)).toContain('no terminó de responder')
  })

  it('ends a server that accepts and says nothing at the total deadline', async () => {
    const site = await serve(
      startServer((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(404).end()
      }),
    )
    expect(await failureOf(open({ totalMs: 200 }).fetch(site.url))).toBeInstanceOf(Later)
  })

  it('refuses a flood of headers', async () => {
    const site = await serve(
      startServer((request, response) => {
        if (request.url === '/robots.txt') return void response.writeHead(404).end()
        response.writeHead(200, { 'x-largo': 'a'.repeat(40_000) }).end('x')
      }),
    )
    const failure = await failureOf(open().fetch(site.url))
    expect(failure).toMatchObject({ reason: 'oversized' })
    expect(String(failure)).toContain('encabezados')
  })

  it('keeps what had arrived when the other side hangs up, and says so', async () => {
    const url = await serveRaw('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<rss>la mitad')
    const fetched = await open().fetch(`${url}/feed`)
    expect(textOf(fetched.body)).toBe('<rss>la mitad')
    expect(fetched.isTruncated).toBe(true)
  })

  it('gives what a gzip stream cut short had', async () => {
    const whole = gzipSync(
      Buffer.from(Array.from({ length: 5000 }, (_, index) => `línea ${index}`).join('\n')),
    )
    const site = await serve(
      startServer((_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length / 2))
      }),
    )
    expect(textOf((await open().fetch(site.url)).body)).toContain('línea 100\n')
  })

  it('reads an answer that is not HTTP as a failure in words', async () => {
    const url = await serveRaw('220 servidor de correo listo\r\n')
    const failure = await failureOf(open().fetch(url))
    expect(failure).toBeInstanceOf(Later)
    expect(String(failure)).toContain('no es HTTP')
  })
})

describe('redirects', () => {
  it('follows them, recording the chain', async () => {
    const site = await serve(
      startSite({
        '/a': (_, response) => response.writeHead(301, { location: '/b' }).end(),
        '/b': (_, response) => response.writeHead(307, { location: '/c?x=1' }).end(),
        '/c?x=1': 'llegó',
      }),
    )
    const fetched = await open().fetch(`${site.url}/a`)
    expect(textOf(fetched.body)).toBe('llegó')
    expect(fetched).toMatchObject({
      url: `${site.url}/a`,
      finalUrl: `${site.url}/c?x=1`,
      redirects: [`${site.url}/a`, `${site.url}/b`],
    })
  })

  it('ends a loop after ten hops', async () => {
    const site = await serve(
      startSite({
        '/a': (_, response) => response.writeHead(302, { location: '/b' }).end(),
        '/b': (_, response) => response.writeHead(302, { location: '/a' }).end(),
      }),
    )
    const failure = await failureOf(open().fetch(`${site.url}/a`))
    expect(failure).toMatchObject({ reason: 'gone' })
    expect(String(failure)).toContain('redirige sin fin')
    expect(site.paths).toHaveLength(11)
  })

  it('passes a site that redirects until its cookie comes back, and keeps no cookie afterwards', async () => {
    const site = await serve(
      startServer((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(404).end()
        else if (request.headers.cookie === 'pase=1') response.end('adelante')
        else response.writeHead(302, { location: request.url, 'set-cookie': 'pase=1; Path=/' }).end()
      }),
    )
    const web = open()
    expect(textOf((await web.fetch(`${site.url}/x`)).body)).toBe('adelante')
    await web.fetch(`${site.url}/y`)
    expect(site.all.find(({ path }) => path === '/y')?.headers.cookie).toBeUndefined()
  })

  it('refuses a redirect out of the web', async () => {
    const site = await serve(
      startSite({ '/a': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end() }),
    )
    expect(await failureOf(open().fetch(`${site.url}/a`))).toMatchObject({ reason: 'unsafe' })
  })
})

describe('statuses and patience', () => {
  it('returns any status with its headers and body', async () => {
    const site = await serve(
      startSite({ '/x': (_, response) => response.writeHead(403, { 'x-a': '1' }).end('no') }),
    )
    expect(await open().fetch(`${site.url}/x`)).toMatchObject({ status: 403, headers: { 'x-a': '1' } })
  })

  it('returns a 304 without a body', async () => {
    const site = await serve(
      startSite({
        '/feed': (request, response) => {
          response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200).end()
        },
      }),
    )
    const fetched = await open().fetch(`${site.url}/feed`, { headers: { 'if-none-match': '"v1"' } })
    expect(fetched).toMatchObject({ status: 304, isTruncated: false })
    expect(fetched.body).toHaveLength(0)
  })

  it.each([
    ['seconds', '120', 120_000],
    ['a date', new Date(NOON.getTime() + 90_000).toUTCString(), 90_000],
  ])('leaves a host alone for as long as its Retry-After asks in %s', async (_, value, ms) => {
    const site = await serve(
      startSite({
        '/x': (__, response) =>
          response.writeHead(429, { 'retry-after': value, date: NOON.toUTCString() }).end(),
      }),
    )
    const web = open()
    expect((await web.fetch(`${site.url}/x`)).status).toBe(429)
    const failure = await failureOf(web.fetch(`${site.url}/otra`))
    expect(failure).toBeInstanceOf(Later)
    if (!(failure instanceof Later)) throw failure
    expect(Math.abs((failure.after?.getTime() ?? 0) - NOON.getTime() - ms)).toBeLessThan(5_000)
    expect(site.paths).toEqual(['/x'])
  })

  it('leaves a host alone after it failed three times in a row, and says why', async () => {
    const site = await serve(startSite({ '*': (_, response) => response.writeHead(500).end() }))
    const web = open({ loopbackHosts: new Map([['caido.example', site.port]]) })
    // robots.txt answers 500 too: nothing may be read, and asking again is not worth it.
    const failure = await failureOf(web.fetch('http://caido.example/1'))
    expect(String(failure)).toContain('robots.txt')
    for (let visit = 0; visit < 5; visit++) await failureOf(web.fetch('http://caido.example/1'))
    expect(site.all).toHaveLength(1)
  })

  it('names a host that refuses connections', async () => {
    const site = await startSite({})
    await site.close()
    const failure = await failureOf(open().fetch(`${site.url}/`))
    expect(failure).toBeInstanceOf(Later)
    expect(String(failure)).toContain('rechazó la conexión')
  })

  it('names a domain that does not exist', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    }
    const failure = await failureOf(open({ resolve }).fetch('http://no-existe.example/'))
    expect(failure).toBeInstanceOf(Later)
    expect(String(failure)).toContain('no existe el dominio no-existe.example')
  })
})

describe('one host at a time', () => {
  it('sends one request at a time to a host, however many are asked for', async () => {
    let now = 0
    let most = 0
    const site = await serve(
      startServer((_, response) => {
        most = Math.max(most, ++now)
        setTimeout(() => {
          now--
          response.end('ok')
        }, 10)
      }),
    )
    const web = open()
    await Promise.all(Array.from({ length: 8 }, (_, index) => web.fetch(`${site.url}/${index}`)))
    expect(most).toBe(1)
    expect(site.paths).toHaveLength(8)
  })

  it('keeps the pause between the requests to one host', async () => {
    const site = await serve(startSite({ '*': 'ok' }))
    const web = open({ hostDelayMs: 40 })
    const startedAt = performance.now()
    await Promise.all(['/1', '/2', '/3'].map((path) => web.fetch(site.url + path)))
    expect(site.all).toHaveLength(4)
    expect(performance.now() - startedAt).toBeGreaterThan(3 * 40 - 5)
  })

  it('does not let a host that hangs delay another', async () => {
    const stuck = await serve(
      startServer((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(404).end()
      }),
    )
    const quick = await serve(startSite({ '/x': 'rápido' }))
    const web = open({ totalMs: 5_000 })
    const order: string[] = []
    const waiting = failureOf(web.fetch(`${stuck.url}/x`)).then(() => order.push('colgado'))
    await web.fetch(`${quick.url}/x`).then(() => order.push('rápido'))
    expect(order).toEqual(['rápido'])
    await stuck.close()
    opened.splice(opened.indexOf(stuck), 1)
    await waiting
  })
})

describe('robots.txt', () => {
  const withRobots = (robots: string) =>
    startSite({ '/robots.txt': robots, '/nota': 'ok', '/privado/x': 'no' })

  it('obeys it, and keeps its decision with the answer', async () => {
    const site = await serve(withRobots('User-agent: *\nAllow: /nota\nDisallow: /privado/'))
    const web = open()
    const fetched = await web.fetch(`${site.url}/nota`)
    expect(fetched.robots).toEqual({ isAllowed: true, rule: 'Allow: /nota', group: '*' })
    const failure = await failureOf(web.fetch(`${site.url}/privado/x`))
    expect(failure).toMatchObject({ name: 'Unreadable', reason: 'robots' })
    expect(site.paths).toEqual(['/nota'])
  })

  it('obeys the rules written for this program by name', async () => {
    const site = await serve(
      withRobots('User-agent: *\nDisallow: /\n\nUser-agent: sintesis\nDisallow: /privado/'),
    )
    expect((await open().fetch(`${site.url}/nota`)).status).toBe(200)
  })

  it('asks for it once per site', async () => {
    const site = await serve(withRobots(''))
    const web = open()
    await Promise.all([web.fetch(`${site.url}/nota`), web.fetch(`${site.url}/nota`)])
    await web.fetch(`${site.url}/nota`)
    expect(site.all.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
  })

  it.each([404, 403, 410])('reads everything where it answers %s', async (status) => {
    const site = await serve(
      startSite({ '/robots.txt': (_, response) => response.writeHead(status).end(), '/nota': 'ok' }),
    )
    expect((await open().fetch(`${site.url}/nota`)).status).toBe(200)
  })

  it.each([500, 503, 429])('reads nothing where it answers %s', async (status) => {
    const site = await serve(
      startSite({ '/robots.txt': (_, response) => response.writeHead(status).end(), '/nota': 'ok' }),
    )
    expect(await failureOf(open().fetch(`${site.url}/nota`))).toBeInstanceOf(Later)
    expect(site.paths).toEqual([])
  })

  it('reads everything where it redirects without end', async () => {
    const site = await serve(
      startSite({
        '/robots.txt': (_, response) => response.writeHead(301, { location: '/robots.txt' }).end(),
        '/nota': 'ok',
      }),
    )
    expect((await open().fetch(`${site.url}/nota`)).status).toBe(200)
  })

  it('obeys one that redirects to another place', async () => {
    const site = await serve(
      startSite({
        '/robots.txt': (_, response) => response.writeHead(301, { location: '/otro.txt' }).end(),
        '/otro.txt': 'User-agent: *\nDisallow: /nota',
        '/nota': 'ok',
      }),
    )
    expect(await failureOf(open().fetch(`${site.url}/nota`))).toMatchObject({ reason: 'robots' })
  })

  it('obeys the rules within its first half megabyte and ignores the rest', async () => {
    const padding = '# relleno\n'.repeat(60_000)
    const site = await serve(withRobots(`User-agent: *\nDisallow: /privado/\n${padding}Disallow: /nota\n`))
    const web = open()
    expect((await web.fetch(`${site.url}/nota`)).status).toBe(200)
    expect(await failureOf(web.fetch(`${site.url}/privado/x`))).toMatchObject({ reason: 'robots' })
  })

  it('obeys it on every hop of a redirect', async () => {
    const closed = await serve(withRobots('User-agent: *\nDisallow: /'))
    const site = await serve(
      startSite({ '/a': (_, response) => response.writeHead(302, { location: `${closed.url}/nota` }).end() }),
    )
    expect(await failureOf(open().fetch(`${site.url}/a`))).toMatchObject({ reason: 'robots' })
    expect(closed.paths).toEqual([])
  })

  it('honours the pause that it asks for', async () => {
    const site = await serve(withRobots('User-agent: *\nCrawl-delay: 0.08'))
    const web = open()
    const startedAt = performance.now()
    await web.fetch(`${site.url}/nota`)
    await web.fetch(`${site.url}/nota`)
    expect(performance.now() - startedAt).toBeGreaterThan(75)
  })
})

describe('TLS', () => {
  const file = (name: string) => readFileSync(new URL(`./tls/${name}`, import.meta.url))

  async function serveTls(certificate: string): Promise<string> {
    const server = createTlsServer({ cert: file(certificate), key: file('server.key') }, (_, response) => {
      response.end('en secreto')
    })
    const port = await listen(server)
    opened.push({
      close: async () => {
        server.closeAllConnections()
        server.close()
      },
    })
    return `https://127.0.0.1:${port}/`
  }

  it('reads a site whose certificate is right', async () => {
    const known = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...known, file('ca.pem').toString()])
    try {
      expect(textOf((await open().fetch(await serveTls('valid.pem'))).body)).toBe('en secreto')
    } finally {
      tls.setDefaultCACertificates(known)
    }
  })

  it.each([
    ['expired.pem', 'vencido'],
    ['wrong-host.pem', 'es de otro sitio'],
    ['self-signed.pem', 'lo firmó el propio sitio'],
  ])('refuses %s and says that its certificate %s', async (certificate, words) => {
    const known = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...known, file('ca.pem').toString()])
    try {
      const failure = await failureOf(open().fetch(await serveTls(certificate)))
      expect(failure).toBeInstanceOf(Later)
      expect(String(failure)).toContain(words)
    } finally {
      tls.setDefaultCACertificates(known)
    }
  })
})

describe('where it refuses to go', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://10.0.0.8/',
    'http://192.168.1.254/',
    'http://172.16.3.4/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://localhost./',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'https://example.com:22/',
    'https://example.com:6379/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'data:text/html,hola',
    'javascript:alert(1)',
    'no es una dirección',
  ])('refuses %s', async (url) => {
    const failure = await failureOf(open({ allowLoopback: false }).fetch(url))
    expect(failure).toBeInstanceOf(Unreadable)
    expect(failure).toMatchObject({ reason: 'unsafe' })
  })

  it('refuses a name that resolves to this machine, without connecting', async () => {
    const site = await serve(startSite({ '/': 'interno' }))
    const resolve = async () => [{ address: '127.0.0.1', family: 4 as const }]
    const failure = await failureOf(
      open({ allowLoopback: false, resolve }).fetch('http://127.0.0.1.nip.example/'),
    )
    expect(failure).toMatchObject({ reason: 'unsafe' })
    expect(site.all).toEqual([])
  })

  it('refuses a redirect to a name that points to this machine, however it is spelt', async () => {
    const inside = await serve(startSite({ '/secreto': 'interno' }))
    for (const host of ['2130706433', '0x7f.1', '[::ffff:7f00:1]', 'localhost.', 'vuelve.example']) {
      const public_ = await serve(
        startServer((request, response) => {
          if (request.url === '/robots.txt') response.writeHead(404).end()
          else response.writeHead(302, { location: `http://${host}:8080/secreto` }).end()
        }),
      )
      const web = open({
        allowLoopback: false,
        loopbackHosts: new Map([['medio.example', public_.port]]),
        resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      })
      expect(await failureOf(web.fetch('http://medio.example/nota'))).toMatchObject({ reason: 'unsafe' })
    }
    expect(inside.all).toEqual([])
  })

  it('refuses a redirect from a public site to this machine', async () => {
    const inside = await serve(startSite({ '/secreto': 'interno' }))
    const public_ = await serve(
      startServer((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(404).end()
        else response.writeHead(302, { location: `${inside.url}/secreto` }).end()
      }),
    )
    const web = open({ allowLoopback: false, loopbackHosts: new Map([['medio.example', public_.port]]) })
    expect(await failureOf(web.fetch('http://medio.example/nota'))).toMatchObject({ reason: 'unsafe' })
    expect(inside.all).toEqual([])
  })
})
