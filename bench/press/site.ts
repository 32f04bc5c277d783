// A shape and what it has published → the HTTP listener of its site: robots, pictures, faults, caching, compression.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { localMinute } from './calendar.ts'
import { markup } from './markup.ts'
import type { Ask, Issue } from './newsroom.ts'
import { pictureBytes } from './picture.ts'
import { htmlReply, type Reply, reply } from './reply.ts'
import type { Shape } from './shape.ts'

export type Answered = { readonly host: string; readonly target: string; readonly status: number }

export type SiteOptions = {
  readonly clock: () => Date
  readonly issues: () => readonly Issue[]
  readonly issuesOf: Ask['issuesOf']
  readonly issueAt: (url: string) => Issue | null
  readonly onAnswer: (answered: Answered) => void
}

const STYLES = join(import.meta.dirname, 'shapes/styles')

const FORBIDDEN = htmlReply(
  markup`<!DOCTYPE html><html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access this resource.</p></body></html>`,
  403,
)
const BROKEN = htmlReply(
  markup`<!DOCTYPE html><html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1><p>Error establishing a database connection.</p></body></html>`,
  500,
)
const MISSING = htmlReply(
  markup`<!DOCTYPE html><html lang="es"><head><title>Página no encontrada</title></head><body><h1>404</h1><p>La página que buscas no existe.</p><p><a href="/">Ir a la portada</a></p></body></html>`,
  404,
)

/** Without a known Host header (a direct call to the port) the site answers under its main name. */
function hostOf(request: IncomingMessage, shape: Shape): string {
  const asked = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
  return shape.hosts.includes(asked) ? asked : (shape.hosts[0] ?? asked)
}

function readStyle(file: string): Reply {
  return reply(200, 'text/css', readFileSync(join(STYLES, file)))
}

/** The faults that a note carries whatever the shape of its page: 403 always, 500 the first time. */
function faultOf(issue: Issue, broken: Set<string>): Reply | null {
  if (issue.defects.has('pagina-403')) return FORBIDDEN
  if (!issue.defects.has('error-500-una-vez') || broken.has(issue.id)) return null
  broken.add(issue.id)
  return BROKEN
}

/** Opposite of what the page is: the server's own word on the charset of one page. */
function mislabel(answer: Reply, issue: Issue): Reply {
  if (!issue.defects.has('utf8-como-latin1')) return answer
  return { ...answer, headers: { ...answer.headers, 'content-type': 'text/html; charset=ISO-8859-1' } }
}

function tagOf(answer: Reply, shape: Shape, path: string): string {
  if (shape.feedEtag?.path === path) return shape.feedEtag.value
  return `"${createHash('sha1').update(answer.body).digest('hex').slice(0, 20)}"`
}

/** Adds the ETag, and answers 304 to whoever already has it. */
function answerConditionally(answer: Reply, request: IncomingMessage, shape: Shape, path: string): Reply {
  if (answer.status !== 200) return answer
  const etag = tagOf(answer, shape, path)
  const headers = { ...answer.headers, etag }
  const known = (request.headers['if-none-match'] ?? '').split(/,\s*/)
  return known.includes(etag) || known.includes(`W/${etag}`)
    ? { status: 304, headers: { etag }, body: new Uint8Array() }
    : { ...answer, headers }
}

function compress(answer: Reply, request: IncomingMessage, shape: Shape): Reply {
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/)
  const isText = /^(text|application)\//.test(answer.headers['content-type'] ?? '')
  if (shape.compression === undefined || !accepted.includes(shape.compression) || !isText) return answer
  if (answer.body.length === 0) return answer
  const body =
    shape.compression === 'br'
      ? brotliCompressSync(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : gzipSync(answer.body)
  const headers = { ...answer.headers, 'content-encoding': shape.compression, vary: 'Accept-Encoding' }
  return { ...answer, headers, body }
}

function send(response: ServerResponse, answer: Reply, clock: () => Date, isHead: boolean): void {
  response.sendDate = false
  response.writeHead(answer.status, {
    date: clock().toUTCString(),
    server: 'nginx',
    ...answer.headers,
    ...(answer.status === 304 ? {} : { 'content-length': answer.body.length }),
  })
  response.end(isHead ? undefined : answer.body)
}

export function createSite(shape: Shape, options: SiteOptions): RequestListener {
  let visits = 0
  const broken = new Set<string>()

  const answer = (request: IncomingMessage, host: string): Reply => {
    const url = new URL(request.url ?? '/', `http://${host}`)
    const ask: Ask = {
      host,
      path: decodeURI(url.pathname),
      query: url.searchParams,
      now: localMinute(options.clock()),
      issues: options.issues(),
      issuesOf: options.issuesOf,
      visits: visits++,
    }
    if (ask.path === '/robots.txt') return shape.robots(ask)
    const issue = options.issueAt(url.href)
    const fault = issue === null ? null : faultOf(issue, broken)
    if (fault !== null) return fault
    const own = shape.answer(ask)
    if (own !== null) return issue === null ? own : mislabel(own, issue)
    if (/\.(jpe?g|png)$/.test(ask.path)) {
      const { type, bytes } = pictureBytes(ask.path)
      return reply(200, type, bytes)
    }
    if (ask.path.endsWith('.css') && shape.style !== null) return readStyle(shape.style)
    return MISSING
  }

  return (request, response) => {
    const host = hostOf(request, shape)
    const target = request.url ?? '/'
    if (shape.isSilent === true) {
      options.onAnswer({ host, target, status: 0 })
      return
    }
    const whole = answerConditionally(answer(request, host), request, shape, target.split('?')[0] ?? '/')
    options.onAnswer({ host, target, status: whole.status })
    send(response, compress(whole, request, shape), options.clock, request.method === 'HEAD')
  }
}
