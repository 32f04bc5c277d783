// An answer and what was read in it → what a visit to a channel found, and the request and text that all channels share.
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { SourceChanged, Unreadable } from '../failure.ts'
import { decodeBytes } from '../text/charset.ts'
import type { Entry } from './entry.ts'
import type { Fetched } from './fetched.ts'
import type { Gap } from './google-news.ts'
import type { Stamp } from './memory.ts'
import type { Spending } from './spending.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

/** What a visit found. `entries` is empty when the server said that nothing changed. */
export type Visit = Stamp & {
  readonly entries: readonly Entry[]
  /** Where the listing was really read. */
  readonly listUrl: string
  /** The listing ended before its end; what it had is in `entries`. */
  readonly isTruncated: boolean
  /** Notes of others that a radar saw; of every other channel none. */
  readonly gaps: readonly Gap[]
}

export type VisitOptions = {
  /** Pages of a listing read at most while none of its notes is known (posts of a busy channel, section pages). */
  readonly maxPages: number
  /** Whether a note is already in the archive; null when nobody can tell, and then one page is read. */
  readonly isKnown: ((url: string) => Promise<boolean>) | null
  /** Who keeps count of what is paid by the piece; null when nobody does, and then nothing is bought. */
  readonly spending: Spending | null
}

const FEED_ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json;q=0.9,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5'
export const MAX_LISTING_BYTES = 24 * 1024 * 1024

/** Digest of what a channel answered, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The text of an answer; `.xml.gz` files are unpacked here, under the same cap. */
export function textOf(fetched: Fetched): string {
  const isPacked = fetched.body[0] === 0x1f && fetched.body[1] === 0x8b
  const bytes = isPacked ? unpack(fetched.body) : fetched.body
  return decodeBytes(bytes, fetched.headers['content-type'] ?? null).text
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_LISTING_BYTES })
  } catch (error) {
    const isBomb = error instanceof RangeError
    throw isBomb
      ? new Unreadable('oversized', `la lista comprimida pasa de ${MAX_LISTING_BYTES / 1024 / 1024} MB`)
      : new SourceChanged('una lista comprimida con gzip', 'un archivo dañado')
  }
}

/** The visit that an answer and its entries make. */
export function visitOf(fetched: Fetched, entries: readonly Entry[], isTruncated = false): Visit {
  const isNotModified = fetched.status === 304
  return {
    entries,
    listUrl: fetched.finalUrl,
    isTruncated: isTruncated || fetched.isTruncated,
    isNotModified,
    etag: fetched.headers.etag ?? null,
    lastModified: fetched.headers['last-modified'] ?? null,
    bodySha256: isNotModified ? null : sha256(fetched.body),
    gaps: [],
  }
}

/** Reads a listing; any answer but 2xx and 304 is thrown. */
export async function fetchList(
  url: string,
  web: Web,
  headers: Readonly<Record<string, string>>,
  obeysRobots = true,
): Promise<Fetched> {
  const fetched = await web.fetch(url, {
    accept: FEED_ACCEPT,
    headers,
    maxBytes: MAX_LISTING_BYTES,
    obeysRobots,
  })
  requireOk(fetched)
  return fetched
}
