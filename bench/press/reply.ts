// What a site answers: status, headers and bytes, before the connection compresses or shortens them.
import { encodeUtf8 } from './encodings.ts'
import type { Markup } from './markup.ts'

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export function reply(status: number, type: string, body: Uint8Array | string): Reply {
  const bytes = typeof body === 'string' ? encodeUtf8(body) : body
  return { status, headers: { 'content-type': type }, body: bytes }
}

export function htmlReply(page: Markup, status = 200): Reply {
  return reply(status, 'text/html; charset=UTF-8', page.source)
}

export function xmlReply(document: Markup, type = 'application/rss+xml; charset=UTF-8'): Reply {
  return reply(200, type, document.source)
}

export function jsonReply(data: unknown, status = 200): Reply {
  return reply(status, 'application/json; charset=utf-8', JSON.stringify(data))
}

export function textReply(text: string, status = 200): Reply {
  return reply(status, 'text/plain; charset=UTF-8', text)
}

export function redirectReply(location: string, status = 301): Reply {
  return { status, headers: { location, 'content-type': 'text/html; charset=UTF-8' }, body: new Uint8Array() }
}
