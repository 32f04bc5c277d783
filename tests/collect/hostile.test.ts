// Random bytes at everything that reads what a stranger sent: an answer or one of our failures, never a crash.
import { createServer } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeCapture } from '../../src/collect/capture.ts'
import { listItems } from '../../src/collect/collect.ts'
import { sniffDocument } from '../../src/collect/document-kind.ts'
import { guessNoteLinks } from '../../src/collect/note-links.ts'
import { isShell, readSectionPage } from '../../src/collect/section-page.ts'
import { readSiteClues } from '../../src/collect/site-clues.ts'
import { readTelegram } from '../../src/collect/telegram.ts'
import type { Web } from '../../src/collect/web.ts'
import { Later, SourceChanged, Unreadable } from '../../src/failure.ts'
import type { Channel } from '../../src/model.ts'
import { anyText } from './any-text.ts'
import { BLOCKS, itemOf, LINKS, openTestWeb, sourceOf } from './press.ts'
import { listen } from './server.ts'

const HTML = fc
  .array(
    fc.oneof(
      anyText(30),
      fc.constantFrom(
        '<article>',
        '<h2>',
        '<a href="/x">',
        '<a href="http://[">',
        '</a>',
        '<!--',
        '<script>',
        '<title>',
        '<meta charset=',
        '<div class="tgme_widget_message">',
        '&#x0;',
        '&#99999999;',
        '<svg><a href=x>',
        '\0',
      ),
    ),
  )
  .map((pieces) => pieces.join(''))

describe('readers of pages', () => {
  it.each([
    ['readSectionPage by links', (html: string) => readSectionPage(html, LINKS)],
    ['readSectionPage by blocks', (html: string) => readSectionPage(html, BLOCKS)],
    ['isShell', isShell],
    ['sniffDocument', sniffDocument],
    ['readSiteClues', (html: string) => readSiteClues(html, 'https://a.example/x')],
    ['guessNoteLinks', (html: string) => guessNoteLinks(html, 'https://a.example/x')],
  ] as const)('%s never crashes', (_, read) => {
    fc.assert(
      fc.property(HTML, (html) => {
        expect(() => read(html)).not.toThrow()
      }),
      { numRuns: 150 },
    )
  })

  it('readTelegram gives posts or says that there are none', () => {
    fc.assert(
      fc.property(HTML, (html) => {
        try {
          expect(readTelegram(html, 'https://t.me/s/x').entries.length).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(SourceChanged)
        }
      }),
    )
  })
})

describe('answers of raw bytes', () => {
  let answer = Buffer.alloc(0)
  let port = 0
  let web: Web
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.on('data', (data) => {
      const isRobots = data.toString('latin1').startsWith('GET /robots.txt')
      socket.end(
        isRobots ? 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n' : answer,
      )
    })
  })
  // One host name per run: a host that keeps failing is rightly left alone.
  const hosts = new Map<string, number>()

  beforeAll(async () => {
    port = await listen(server)
    web = openTestWeb({ allowLoopback: false, loopbackHosts: hosts, totalMs: 2_000 })
  })
  afterAll(async () => {
    await web.close()
    server.close()
  })

  const head = fc.constantFrom(
    '',
    'HTTP/1.1 200 OK\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x00',
    'HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Encoding: deflate, gzip\r\n\r\n',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-16\r\n\r\n<rss>',
    'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n',
    'HTTP/1.1 302 Found\r\nLocation: ',
    'HTTP/1.1 999 \r\n\r\n',
  )

  it('become a listing or a state in words, and a capture or one of our failures', async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        head,
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('feed', 'sitemap', 'telegram'),
        async (start, bytes, kind) => {
          const host = `h${runs++}.example`
          hosts.set(host, port)
          answer = Buffer.concat([Buffer.from(start, 'latin1'), bytes])
          const channel: Channel = { kind, url: `http://${host}/x` }
          const listing = await listItems(sourceOf(`http://${host}/`, [channel]), web, [])
          expect(['leida', 'sin-cambios', 'con-falla']).toContain(listing.state)
          expect(listing.state === 'con-falla').toBe(listing.channel === null)
          const outcome = await takeCapture(
            itemOf(`http://${host}/y`),
            sourceOf(`http://${host}/`, []),
            web,
          ).catch((error: unknown) => error)
          const isOurs = outcome instanceof Later || outcome instanceof Unreadable
          expect(isOurs || (typeof outcome === 'object' && outcome !== null && 'sha256' in outcome)).toBe(
            true,
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})
