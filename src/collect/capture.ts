// A listed item → the bytes of its page as they stood, or those of the listing when the page cannot be read.
import { createHash } from 'node:crypto'
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { Capture, Item, Source } from '../model.ts'
import { hostOf, registrableDomain } from '../text/addresses.ts'
import { decodeBytes } from '../text/charset.ts'
import type { Fetched } from './fetched.ts'
import { listOwnDomains } from './items.ts'
import { visibleLength } from './plain-text.ts'
import { isShell } from './section-page.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

/** Visible characters a listing must carry to stand for a page that cannot be read: two short paragraphs. */
const ENOUGH_TEXT = 200
/** The host's own pause stands between them. */
const TRIES = 2

const HTML_TYPE = 'text/html; charset=utf-8'

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Whether the listing says enough to stand for the page. */
function carriesText(item: Item): boolean {
  return visibleLength(item.contentHtml ?? item.summary) >= ENOUGH_TEXT
}

/** The listing's own text as a fragment of HTML; plain line ends become `<br>`. */
function fragmentOf(item: Item): string {
  const html = item.contentHtml ?? ''
  if (html !== '') return /<[a-z!/]/i.test(html) ? html : escapeHtml(html).replace(/\r?\n/g, '<br>\n')
  return `<p>${escapeHtml(item.summary ?? item.title ?? '')}</p>`
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function captureEntry(item: Item, web: Web, headers: Readonly<Record<string, string>>): Capture {
  const body = Buffer.from(fragmentOf(item), 'utf8')
  return {
    item,
    url: item.url,
    finalUrl: item.url,
    takenAt: web.clock(),
    status: 200,
    headers: { 'content-type': HTML_TYPE, ...headers },
    body,
    sha256: sha256(body),
    kind: 'entry',
    redirects: [],
  }
}

function capturePage(
  item: Item,
  source: Source,
  fetched: Fetched,
  notes: Readonly<Record<string, string>>,
): Capture {
  const rule = fetched.robots.rule ?? 'sin regla que la mencione'
  const isElsewhere = !listOwnDomains(source).has(registrableDomain(fetched.finalUrl))
  const domain = isElsewhere ? { 'x-sintesis-domain': hostOf(fetched.finalUrl) } : {}
  return {
    item,
    url: item.url,
    finalUrl: fetched.finalUrl,
    takenAt: fetched.takenAt,
    status: fetched.status,
    headers: { ...fetched.headers, 'x-sintesis-robots': `permitida (${rule})`, ...domain, ...notes },
    body: fetched.body,
    sha256: sha256(fetched.body),
    kind: 'page',
    redirects: fetched.redirects,
  }
}

/** What follows the host in an address, without a final slash. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname.replace(/\/+$/, '') + search
}

/** A note that forwards to the front page was taken down, whatever the status says. */
function requireNote(item: Item, fetched: Fetched): void {
  if (fetched.redirects.length > 0 && pathOf(fetched.finalUrl) === '' && pathOf(item.url) !== '') {
    throw new Unreadable('gone', 'la liga manda a la portada: la nota ya no está')
  }
}

const TEXT_TYPES = /html|xml|text\/plain|^$/i

/** Pages only: a PDF, an image or a video is not read here, whatever its address says. */
function requireHtml(fetched: Fetched): void {
  const type = fetched.headers['content-type'] ?? ''
  const head = Buffer.from(fetched.body.subarray(0, 1024)).toString('latin1')
  if (/^\s*(?:\ufeff|ï»¿)?\s*<(?:!doctype|html|head|body|!--|\?xml)/i.test(head)) return
  if (!TEXT_TYPES.test(type) || head.includes('\0')) {
    throw new Unreadable('not-html', `no es una página (${type === '' ? 'sin tipo' : type.slice(0, 80)})`)
  }
  if (fetched.body.length === 0) throw new Unreadable('no-text', 'la página llegó vacía')
}

function canRetry(error: unknown): boolean {
  return error instanceof Later && error.after === null
}

async function fetchPage(item: Item, web: Web): Promise<Fetched> {
  for (let attempt = 1; ; attempt++) {
    try {
      const fetched = await web.fetch(item.url)
      requireOk(fetched)
      if (!fetched.isTruncated) return fetched
      throw new Later('la página llegó incompleta')
    } catch (error) {
      if (!canRetry(error) || attempt >= TRIES) throw error
    }
  }
}

async function renderPage(item: Item, source: Source, web: Web): Promise<Capture> {
  const rendered = await web.render(item.url, { waitFor: null })
  requireOk(rendered)
  return capturePage(item, source, rendered, { 'x-sintesis-render': 'chromium' })
}

async function readPage(item: Item, source: Source, web: Web): Promise<Capture> {
  if (item.channel === 'browser') return renderPage(item, source, web)
  const fetched = await fetchPage(item, web)
  requireNote(item, fetched)
  requireHtml(fetched)
  const html = decodeBytes(fetched.body, fetched.headers['content-type'] ?? null).text
  if (isShell(html)) {
    if (await web.canRender()) return renderPage(item, source, web)
    if (carriesText(item)) {
      throw new Unreadable('no-text', 'la página se escribe con JavaScript y no hay navegador que la lea')
    }
  }
  return capturePage(item, source, fetched, {})
}

/** A pause that the host itself asked for passes by itself; everything else may never. */
function willPass(error: Later | Unreadable): boolean {
  return error instanceof Later && error.after !== null
}

/**
 * Takes the evidence of one note. Items that are the note themselves (posts, videos) and pages that cannot be read
 * (403, paywall, robots.txt, no answer after two tries) while the listing carried 200 characters of text become an
 * `entry` capture; of the latter, header `x-sintesis-fallback` says why. Otherwise throws `Later` or `Unreadable`.
 * Headers of our own kept with a page: `x-sintesis-robots` (what robots.txt said), `x-sintesis-domain` (it forwarded to
 * a domain that is not the source's), `x-sintesis-render` (it was written by a browser).
 */
export async function takeCapture(item: Item, source: Source, web: Web): Promise<Capture> {
  if (item.isWhole) return captureEntry(item, web, {})
  try {
    return await readPage(item, source, web)
  } catch (error) {
    if (error instanceof SourceChanged || !(error instanceof Later || error instanceof Unreadable))
      throw error
    if (willPass(error) || !carriesText(item)) throw error
    return captureEntry(item, web, { 'x-sintesis-fallback': error.message })
  }
}
