// One address and its headers → one answer, without following redirects, inside one deadline and one cap of bytes.
import { Agent, type Dispatcher, request } from 'undici'
import type { Guard } from './address-guard.ts'
import { type Body, readBody } from './body.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Body
}

export type RequestLimits = {
  /** JSON to be sent with POST; null asks with GET. */
  readonly post: string | null
  readonly maxBytes: number
  readonly onOverflow: 'fail' | 'cut'
  readonly signal: AbortSignal
}

export type Requester = {
  readonly send: (
    url: URL,
    headers: Readonly<Record<string, string>>,
    limits: RequestLimits,
  ) => Promise<Answer>
  readonly close: () => Promise<void>
}

const CONNECT_TIMEOUT_MS = 10_000
const MAX_HEADER_BYTES = 32 * 1024

/** Connections are not limited here: the gate lets one request at a time to each host. */
const AGENT_OPTIONS = {
  connections: null,
  pipelining: 1,
  allowH2: false,
  maxHeaderSize: MAX_HEADER_BYTES,
  headersTimeout: 0, // the total deadline rules
  bodyTimeout: 0,
  keepAliveTimeout: 4_000,
} as const

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

/**
 * Makes the one place from which requests leave. Every connection goes through the guard's lookup; hosts in
 * `loopbackHosts` (demonstrations and tests only) are reached at 127.0.0.1 on their port, in plain http.
 */
export function createRequester(guard: Guard, loopbackHosts: ReadonlyMap<string, number>): Requester {
  const outside = new Agent({
    ...AGENT_OPTIONS,
    connect: { lookup: guard.lookup, timeout: CONNECT_TIMEOUT_MS },
  })
  const inside = new Agent(AGENT_OPTIONS)

  const send: Requester['send'] = async (url, headers, limits) => {
    const port = loopbackHosts.get(url.hostname)
    const target = port === undefined ? url : new URL(`http://127.0.0.1:${port}${url.pathname}${url.search}`)
    const response = await request(target, {
      dispatcher: port === undefined ? outside : inside,
      method: limits.post === null ? 'GET' : 'POST',
      body: limits.post,
      signal: limits.signal,
      headers: {
        ...headers,
        ...(limits.post === null ? {} : { 'content-type': 'application/json' }),
        ...(port === undefined ? {} : { host: url.host }),
      },
    })
    const flat = flatten(response.headers)
    const cookies = [response.headers['set-cookie'] ?? []].flat()
    if (isRedirect(response.statusCode) || response.statusCode === 304) {
      await response.body.dump({ limit: 64 * 1024, signal: limits.signal })
      return {
        status: response.statusCode,
        headers: flat,
        cookies,
        body: { bytes: new Uint8Array(), isTruncated: false },
      }
    }
    const body = await readBody(response.body, flat['content-encoding'] ?? '', limits)
    return { status: response.statusCode, headers: flat, cookies, body }
  }

  return {
    send,
    close: async () => {
      await Promise.all([outside.destroy(), inside.destroy()])
    },
  }
}
