// A latency in milliseconds and a number of sites → that many sites of small note pages on loopback, in a process of its own.
// Each site has a port: to a crawler they are as many hosts. It also counts how each site was treated.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

export type Treatment = {
  readonly pages: number
  /** Requests that one site had open at the same moment, at worst. */
  readonly mostAtOnce: number
  /** Shortest time between the starts of two requests to one site, in milliseconds. */
  readonly shortestGapMs: number
  readonly robotsRead: number
}

const latencyMs = Number(process.argv[2] ?? 0)
const sites = Number(process.argv[3] ?? 1)
const paragraph =
  '<p>El Ayuntamiento informó que los trabajos continuarán durante la semana en la cabecera municipal.</p>'
const page = gzipSync(
  `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Nota de prueba</title></head><body><article><h1>Nota de prueba</h1>${paragraph.repeat(60)}</article></body></html>`,
)

let pages = 0
let mostAtOnce = 0
let shortestGapMs = Number.POSITIVE_INFINITY
let robotsRead = 0

function startSite(): Server {
  let atOnce = 0
  let lastAt = Number.NEGATIVE_INFINITY
  return createServer(async (request, response) => {
    const now = performance.now()
    atOnce++
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    shortestGapMs = Math.min(shortestGapMs, now - lastAt)
    lastAt = now
    if (latencyMs > 0) await sleep(latencyMs)
    if (request.url === '/robots.txt') {
      robotsRead++
      response.writeHead(404).end()
    } else {
      pages++
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
        .end(page)
    }
    atOnce--
  })
}

const ports = await Promise.all(
  Array.from({ length: sites }, async () => {
    const server = startSite()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }),
)
process.on('message', () => {
  process.send?.({ pages, mostAtOnce, shortestGapMs, robotsRead } satisfies Treatment)
  pages = 0
  mostAtOnce = 0
  shortestGapMs = Number.POSITIVE_INFINITY
  robotsRead = 0
})
process.send?.(ports)
