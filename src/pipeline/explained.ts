// An address or a saved page, and what is known of its outlet → what would be read in it, and why. Nothing is kept.
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { takeCapture } from '../collect/capture.ts'
import { openWeb, type WebOptions } from '../collect/web.ts'
import { type Explanation, explainExtraction } from '../extract/explain.ts'
import { Unreadable } from '../failure.ts'
import type { Capture, Item, Source } from '../model.ts'

export type ExplainedPage = { readonly capture: Capture; readonly explanation: Explanation }

/** An outlet of which nothing is declared: its pages are read as those of any other. */
export function supposeSource(url: string, timeZone: string): Source {
  return {
    id: 'sin-fuente',
    name: '',
    url,
    medium: 'portal',
    state: null,
    city: null,
    tier: 3,
    everyMinutes: 60,
    timeZone,
    isEnabled: true,
    disabledBecause: null,
    verified: null,
    channels: [],
    skip: [],
    article: { title: null, byline: null, date: null, body: null, remove: [] },
    audience: null,
    rights: 'cita',
    convenio: null,
    isOwn: false,
  }
}

function supposeItem(url: string, seenAt: Date): Item {
  return {
    url,
    channel: 'page',
    seenAt,
    title: null,
    summary: null,
    contentHtml: null,
    author: null,
    publishedAt: null,
    section: null,
    image: null,
    isWhole: false,
    views: null,
  }
}

/** Reads one address through the web's door, robots.txt obeyed. Throws as `takeCapture` and the reader do. */
export async function explainAddress(
  url: string,
  source: Source,
  options: WebOptions,
): Promise<ExplainedPage> {
  const web = openWeb(options)
  try {
    const capture = await takeCapture(supposeItem(url, options.clock()), source, web)
    return { capture, explanation: explainExtraction(capture, source) }
  } finally {
    await web.close()
  }
}

/** Larger files are no pages. */
const MOST_BYTES = 64 * 1_048_576

function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch (cause) {
    const failure = new Unreadable('not-html', 'el archivo parece comprimido y no se puede abrir')
    failure.cause = cause
    throw failure
  }
}

/** The address a saved page gives of itself: browsers write it in a comment, outlets in their head. */
const OWN_ADDRESS =
  /<!-- saved from url=\(\d+\)(\S{1,2000}) -->|<link [^>]{0,200}rel=["']?canonical["']?[^>]{0,200}href=["'](https?:[^"']{1,2000})|<meta [^>]{0,200}property=["']og:url["'][^>]{0,200}content=["'](https?:[^"']{1,2000})/i

function findOwnAddress(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200_000)).toString('latin1')
  const [, saved, canonical, shared] = OWN_ADDRESS.exec(head) ?? []
  const url = saved ?? canonical ?? shared
  return url !== undefined && URL.canParse(url) ? url : null
}

/**
 * Reads a saved page, also one compressed with gzip. `savedAt` stands for the moment of its capture; without `url` it is
 * read under the address that it gives of itself, or under that of its outlet.
 */
export function explainFile(
  file: Uint8Array,
  { url, savedAt, source }: { readonly url: string | null; readonly savedAt: Date; readonly source: Source },
): ExplainedPage {
  const body = unpack(file)
  const address = url ?? findOwnAddress(body) ?? source.url
  const capture: Capture = {
    item: supposeItem(address, savedAt),
    url: address,
    finalUrl: address,
    takenAt: savedAt,
    status: 200,
    headers: {},
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
    kind: 'page',
    redirects: [],
  }
  return { capture, explanation: explainExtraction(capture, source) }
}
