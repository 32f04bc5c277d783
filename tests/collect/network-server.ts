// Answers by host → APIs of the internet on loopback, under their real names, that remember what they were asked.
import type { Listing, ListOptions } from '../../src/collect/collect.ts'
import { listItems } from '../../src/collect/collect.ts'
import type { Web, WebOptions } from '../../src/collect/web.ts'
import type { Channel, ChannelMemory, Source } from '../../src/model.ts'
import { openTestWeb, sourceOf } from './press.ts'
import { startServer } from './server.ts'

export type Asked = {
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string | undefined
  readonly ifNoneMatch: string | undefined
  readonly method: string
  readonly body: string
}

export type Reply = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** A string and bytes go as they are, anything else as JSON. */
  readonly body: unknown
}

export type Network = {
  readonly web: Web
  readonly port: number
  /** What was asked, robots.txt left out. */
  readonly asked: readonly Asked[]
  readonly list: (
    channel: Channel | readonly Channel[],
    memories?: readonly ChannelMemory[],
    options?: ListOptions,
    rest?: Partial<Source>,
  ) => Promise<Listing>
  readonly close: () => Promise<void>
}

/** Serves the hosts; what no host answers is 404, robots.txt among it. */
export async function openNetwork(
  hosts: Readonly<Record<string, (asked: Asked) => Reply | null>>,
  options: Partial<WebOptions> & { readonly robots?: string } = {},
): Promise<Network> {
  const { robots = '', ...rest } = options
  const asked: Asked[] = []
  const server = await startServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const host = request.headers.host ?? ''
    const url = new URL(request.url ?? '/', `http://${host}`)
    const one: Asked = {
      host,
      path: url.pathname,
      query: url.searchParams,
      authorization: request.headers.authorization,
      ifNoneMatch: request.headers['if-none-match'],
      method: request.method ?? '',
      body: Buffer.concat(chunks).toString('utf8'),
    }
    if (one.path === '/robots.txt') {
      response.writeHead(robots === '' ? 404 : 200, { 'content-type': 'text/plain' }).end(robots)
      return
    }
    asked.push(one)
    const reply = hosts[host]?.(one) ?? null
    if (reply === null) response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
    else {
      const text =
        typeof reply.body === 'string' || reply.body instanceof Uint8Array
          ? reply.body
          : JSON.stringify(reply.body)
      response
        .writeHead(reply.status ?? 200, {
          'content-type': 'application/json; charset=utf-8',
          ...reply.headers,
        })
        .end(reply.status === 304 ? undefined : text)
    }
  })
  const web = openTestWeb({
    allowLoopback: false,
    resolve: async () => [],
    loopbackHosts: new Map(Object.keys(hosts).map((host) => [host, server.port])),
    ...rest,
  })
  return {
    web,
    port: server.port,
    asked,
    list: (channel, memories = [], listOptions = {}, facts = {}) =>
      listItems(sourceOf('https://www.elmedio.example', [channel].flat(), facts), web, memories, listOptions),
    close: async () => {
      await web.close()
      await server.close()
    },
  }
}
