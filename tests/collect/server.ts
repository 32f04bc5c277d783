// A handler → a real HTTP server on this machine that remembers what it was asked, for the tests of this room.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Server as TcpServer } from 'node:net'

export type TestServer = {
  readonly url: string
  readonly port: number
  /** Paths asked for, in order; robots.txt left out unless the test looks for it in `all`. */
  readonly paths: readonly string[]
  readonly all: readonly { path: string; headers: IncomingMessage['headers']; at: number }[]
  readonly close: () => Promise<void>
}

export type Routes = Readonly<
  Record<string, string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void)>
>

/** Listens on a free port of 127.0.0.1. */
export async function listen(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

export async function startServer(handler: RequestListener): Promise<TestServer> {
  const all: { path: string; headers: IncomingMessage['headers']; at: number }[] = []
  const server: Server = createServer((request, response) => {
    all.push({ path: request.url ?? '', headers: request.headers, at: performance.now() })
    handler(request, response)
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    get paths() {
      return all.map(({ path }) => path).filter((path) => path !== '/robots.txt')
    },
    all,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.xml$|\/feed\/?$/, 'application/rss+xml; charset=utf-8'],
  [/\.json$/, 'application/json'],
  [/\.txt$/, 'text/plain'],
]

/** Serves fixed bodies by path, 404 for the rest (so there is no robots.txt unless a route gives one). */
export async function startSite(routes: Routes): Promise<TestServer> {
  return startServer((request, response) => {
    const path = request.url ?? ''
    const route = routes[path] ?? routes['*']
    if (route === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>No existe</h1>')
    } else if (typeof route === 'function') {
      route(request, response)
    } else {
      const type = TYPES.find(([pattern]) => pattern.test(path))?.[1] ?? 'text/html; charset=utf-8'
      response.writeHead(200, { 'content-type': type }).end(route)
    }
  })
}
