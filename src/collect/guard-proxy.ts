// A guard → a small proxy on this machine through which the browser's every connection is judged when it is made.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { Unreadable } from '../failure.ts'
import type { Guard } from './address-guard.ts'

export type GuardProxy = { readonly url: string; readonly close: () => Promise<void> }

/** What one connection of a page may bring: a video or an endless answer ends here. */
const MAX_CONNECTION_BYTES = 32 * 1024 * 1024

/** Headers between the browser and this proxy only (RFC 9110 §7.6.1). */
const HOP_HEADERS = new Set([
  'proxy-connection',
  'proxy-authorization',
  'connection',
  'keep-alive',
  'te',
  'upgrade',
])

type Route = { readonly host: string; readonly port: number }

async function routeTo(url: URL, guard: Guard, loopbackHosts: ReadonlyMap<string, number>): Promise<Route> {
  const port = loopbackHosts.get(url.hostname)
  if (port !== undefined) return { host: '127.0.0.1', port }
  const [address] = await guard.addressesOf(url.hostname)
  return { host: address?.address ?? '', port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80) }
}

function forwardHeaders(message: IncomingMessage): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined && !HOP_HEADERS.has(name)) kept[name] = value
  }
  return kept
}

/** Ends both sides when one brings more than a page should. */
function capBytes(from: Duplex | IncomingMessage, onExcess: () => void): void {
  let seen = 0
  from.on('data', (chunk: Buffer) => {
    seen += chunk.length
    if (seen > MAX_CONNECTION_BYTES) onExcess()
  })
}

function answerRefusal(response: ServerResponse, error: unknown): void {
  const isRefused = error instanceof Unreadable
  if (!response.headersSent) response.writeHead(isRefused ? 403 : 502, { 'content-type': 'text/plain' })
  response.end()
}

/**
 * Starts the proxy. Plain requests and CONNECT tunnels pass only to addresses that the guard lets through, and go to
 * the very address it judged, so neither redirects, scripts nor a changing DNS reach this machine or its network.
 */
export async function startGuardProxy(
  guard: Guard,
  loopbackHosts: ReadonlyMap<string, number>,
): Promise<GuardProxy> {
  const sockets = new Set<Duplex>()

  const forward = async (message: IncomingMessage, response: ServerResponse) => {
    const url = guard.check(message.url ?? '')
    const route = await routeTo(url, guard, loopbackHosts)
    const outgoing = request({
      ...route,
      method: message.method ?? 'GET',
      path: url.pathname + url.search,
      headers: forwardHeaders(message),
    })
    outgoing.on('response', (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, forwardHeaders(incoming))
      capBytes(incoming, () => response.destroy())
      incoming.pipe(response)
    })
    outgoing.on('error', (error) => answerRefusal(response, error))
    response.on('close', () => outgoing.destroy())
    message.pipe(outgoing)
  }

  const tunnel = async (message: IncomingMessage, client: Duplex, head: Buffer) => {
    const url = guard.check(`https://${message.url ?? ''}`)
    if (loopbackHosts.has(url.hostname))
      throw new Unreadable('unsafe', 'los sitios de muestra solo hablan http')
    const upstream: Socket = connect(await routeTo(url, guard, loopbackHosts))
    sockets.add(upstream)
    upstream.on('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client)
      client.pipe(upstream)
    })
    capBytes(upstream, () => client.destroy())
    upstream.on('error', () => client.destroy()) // the browser shows its own network error
    upstream.on('close', () => sockets.delete(upstream))
    client.on('close', () => upstream.destroy())
  }

  const server = createServer((message, response) => {
    forward(message, response).catch((error: unknown) => answerRefusal(response, error))
  })
  server.on('connect', (message, client, head) => {
    client.on('error', () => client.destroy()) // the browser left; there is nobody to tell
    tunnel(message, client, head).catch(() => client.end('HTTP/1.1 403 Forbidden\r\n\r\n'))
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
