// Where an outlet's front page is and a day → its bytes as they came and a JPEG fit to print, or why it cannot be had.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { FrontPageAddress, Selector } from '../model.ts'
import { decodeBytes } from '../text/charset.ts'
import { loadPage } from './load-page.ts'
import { drawFirstPage, isPdf } from './pdf-page.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

/** The bytes are the evidence, the picture is what is printed of them; each with its SHA-256. */
export type FrontPagePicture = {
  readonly original: { readonly body: Uint8Array; readonly sha256: string }
  readonly printed: { readonly body: Uint8Array; readonly sha256: string }
}

export type TakenFrontPage = { readonly url: string } & (
  | FrontPagePicture
  /** Spanish. */
  | { readonly reason: string }
)

const MOST_BYTES = 10 * 1024 * 1024
const MOST_PIXELS = 60_000_000
/** Twice the size at which the largest one is printed. */
const SIZE = { width: 340, height: 460 } as const
const QUALITY = 72
/** What a front page may come as. A drawing in SVG may name other files. */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff'])

/** Puts a local day, `YYYY-MM-DD`, where an address has its parts in braces. */
export function fillDay(address: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const parts: Readonly<Record<string, string>> = {
    yyyy: year,
    yy: year.slice(2),
    mm: month,
    m: String(Number(month)),
    dd: date,
    d: String(Number(date)),
  }
  return address.replace(/\{(yyyy|yy|mm|m|dd|d)\}/g, (token, name) => parts[name] ?? token)
}

/**
 * Takes the front page of a day. Failures of the web and of the file never throw; the kind of the file is told by its
 * bytes, never by its name or its server.
 */
export async function takeFrontPage(
  { url, image }: FrontPageAddress,
  day: string,
  web: Web,
): Promise<TakenFrontPage> {
  let address = fillDay(url, day)
  try {
    if (image !== null) address = await findImage(address, image, web)
    const fetched = await web.fetch(address, { accept: 'image/*,application/pdf', maxBytes: MOST_BYTES })
    requireOk(fetched)
    return { url: address, ...(await readFrontPage(fetched.body)) }
  } catch (error) {
    if (error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged) {
      return { url: address, reason: error.message }
    }
    throw error
  }
}

async function findImage(page: string, { selector, value }: Selector, web: Web): Promise<string> {
  const fetched = await web.fetch(page)
  requireOk(fetched)
  const html = decodeBytes(fetched.body, fetched.headers['content-type'] ?? null).text
  const found = loadPage(html)(selector).first().attr(value)?.trim() ?? ''
  const address = URL.parse(found, fetched.finalUrl)
  if (found === '' || address === null || !/^https?:$/.test(address.protocol)) {
    throw new SourceChanged(`la imagen de la portada (${selector})`, 'una página sin ella')
  }
  return address.href
}

/** The picture of a front page that came as an image or a PDF. @throws Unreadable of anything else. */
export async function readFrontPage(body: Uint8Array): Promise<FrontPagePicture> {
  if (body.length > MOST_BYTES) throw new Unreadable('oversized', 'pesa más de 10 MB')
  const printed = await drawSmall(isPdf(body) ? await drawFirstPage(body) : body)
  return { original: { body, sha256: digest(body) }, printed: { body: printed, sha256: digest(printed) } }
}

async function drawSmall(body: Uint8Array): Promise<Uint8Array> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const
  const drawing = async () => {
    const { format } = await sharp(body, options).metadata()
    if (!FORMATS.has(format ?? '')) throw new Error(`no format for a front page: ${format}`)
    return sharp(body, options)
      .autoOrient()
      .resize({ ...SIZE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer()
  }
  // sharp names a fault of its decoder in English; to the reader they are all one.
  return drawing().catch(() => {
    throw new Unreadable('not-html', 'el archivo no es una imagen que se pueda abrir')
  })
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
