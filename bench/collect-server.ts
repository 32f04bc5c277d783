// A latency in milliseconds → a server of small note pages on loopback, in a process of its own so that its work is not measured.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

const latencyMs = Number(process.argv[2] ?? 0)
const paragraph =
  '<p>El Ayuntamiento informó que los trabajos continuarán durante la semana en la cabecera municipal.</p>'
const page = gzipSync(
  `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Nota de prueba</title></head><body><article><h1>Nota de prueba</h1>${paragraph.repeat(60)}</article></body></html>`,
)

const server = createServer(async (request, response) => {
  if (latencyMs > 0) await sleep(latencyMs)
  if (request.url === '/robots.txt') response.writeHead(404).end()
  else
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(page)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
