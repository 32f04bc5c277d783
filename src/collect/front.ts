// The address that an analyst gives → the outlet's front page, the feed it may have been, or why it is no page of an outlet.
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import { normalizeAddress } from '../text/addresses.ts'
import { decodeBytes } from '../text/charset.ts'
import { sniffDocument } from './document-kind.ts'
import { readFeed } from './feed.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

export type Front = {
  readonly home: string
  readonly html: string
  readonly feedUrl: string | null
  readonly name: string | null
}

function isFailure(error: unknown): error is Later | Unreadable | SourceChanged {
  return error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged
}

/** What people paste instead of a page, by its first bytes. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF/, 'un PDF'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF)/, 'una imagen'],
  [/^(?:PK\x03\x04|Rar!|\x1f\x8b)/, 'un archivo comprimido'],
  [/^(?:ID3|\xff\xfb|....ftyp|OggS)/, 'un audio o un video'],
]

function requirePage(body: Uint8Array): void {
  const head = Buffer.from(body.subarray(0, 16)).toString('latin1')
  const file = FILES.find(([pattern]) => pattern.test(head))?.[1]
  if (file !== undefined) throw new Unreadable('not-html', `la dirección es de ${file}, no de un medio`)
}

/** Reads the front page of what the analyst named, who may have named its feed. */
export async function readFront(url: string, web: Web): Promise<Front> {
  const fetched = await web.fetch(url)
  requireOk(fetched)
  requirePage(fetched.body)
  const text = decodeBytes(fetched.body, fetched.headers['content-type'] ?? null).text
  if (sniffDocument(text) !== 'feed') return { home: fetched.finalUrl, html: text, feedUrl: null, name: null }
  const feed = await readFeed(text)
  const home = normalizeAddress(feed.home ?? '/', fetched.finalUrl) ?? new URL('/', fetched.finalUrl).href
  const front = await readFront(home, web).catch((error: unknown) => {
    if (!isFailure(error)) throw error
    return { home, html: '', feedUrl: null, name: null } // the feed may well serve without its front page
  })
  return { ...front, feedUrl: fetched.finalUrl, name: feed.title }
}
