// The address of a section page → its HTML and that of the pages after it, crawled by crawlee over our own door.
import { Readable } from 'node:stream'
import type { BaseHttpClient, CheerioCrawlingContext } from '@crawlee/cheerio'
import { isSameSite, normalizeAddress } from '../text/addresses.ts'
import { decodeBytes } from '../text/charset.ts'
import type { Fetched } from './fetched.ts'
import { requireOk } from './status.ts'
import type { Web } from './web.ts'

export type SectionHtml = { readonly fetched: Fetched; readonly html: string }

export type CrawlOptions = {
  readonly headers: Readonly<Record<string, string>>
  /** Pages read at most, the first included; infinite calendars end here. */
  readonly maxPages: number
  /** Whether the page after this one is wanted. Asked only while `maxPages` allows it. */
  readonly wantsMore: (html: string) => Promise<boolean>
}

/** Waiting for a host's turn is part of a request here: crawlee must not take it for a hanging server. */
const PATIENCE_SECONDS = 3_600

/** Pages that send the reader elsewhere by a tag instead of a redirect: followed this far. */
const MAX_REFRESHES = 3

const OLDER =
  'link[rel="next"], a[rel="next"], a.next, .nav-previous a, a.blog-pager-older-link, .pagination .next a'

/** The target of `<meta http-equiv="refresh" content="0; url=…">`, when it goes to another page of the same site. */
function refreshTarget($: CheerioCrawlingContext['$'], url: string): string | null {
  const content = $('meta[http-equiv="refresh" i]').attr('content') ?? ''
  const [, seconds = '99', target = ''] = /^\s*(\d+)\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(content) ?? []
  const address = normalizeAddress(target, url)
  const isElsewhere = address !== null && address !== normalizeAddress(url) && isSameSite(address, url)
  return isElsewhere && Number(seconds) <= 10 ? address : null
}

function olderPage($: CheerioCrawlingContext['$'], url: string): string | null {
  const address = normalizeAddress($(OLDER).first().attr('href') ?? '', url)
  return address !== null && isSameSite(address, url) ? address : null
}

/** crawlee's HTTP over our door: every bound, rule and courtesy of `web` holds, and the text arrives decoded. */
function createClient(
  web: Web,
  headers: CrawlOptions['headers'],
  seen: Map<string, SectionHtml>,
): BaseHttpClient {
  return {
    sendRequest: async () => {
      throw new TypeError('the crawler only streams')
    },
    stream: async (request) => {
      const url = String(request.url)
      const fetched = await web.fetch(url, { headers: seen.size === 0 ? headers : {} })
      requireOk(fetched)
      const html = decodeBytes(fetched.body, fetched.headers['content-type'] ?? null).text
      seen.set(url, { fetched, html })
      return {
        stream: Readable.from([Buffer.from(html, 'utf8')]),
        url: fetched.finalUrl,
        redirectUrls: fetched.redirects.map((redirect) => new URL(redirect)),
        statusCode: 200, // a 304 would be an error to crawlee; whoever asked reads it in `fetched`
        headers: { 'content-type': 'text/html; charset=utf-8' },
        trailers: {},
        complete: true,
        request,
        downloadProgress: { percent: 1, transferred: fetched.body.length },
        uploadProgress: { percent: 1, transferred: 0 },
      }
    },
  }
}

/**
 * Reads a section page and, while they are wanted, the ones it calls next; a page that only forwards (meta refresh) is
 * followed. Nothing of crawlee's touches the disk or outlives the call. Failures of the door come out as they are.
 */
export async function crawlSection(url: string, web: Web, options: CrawlOptions): Promise<SectionHtml[]> {
  const [{ CheerioCrawler, Configuration, log, LogLevel }, { MemoryStorage }] = await Promise.all([
    import('@crawlee/cheerio'), // loaded late: it is the heaviest import of the program
    import('@crawlee/memory-storage'),
  ])
  log.setLevel(LogLevel.OFF)
  const seen = new Map<string, SectionHtml>()
  const pages: SectionHtml[] = []
  let failure: unknown = null
  let refreshes = 0

  const crawler = new CheerioCrawler(
    {
      httpClient: createClient(web, options.headers, seen),
      maxRequestRetries: 0,
      maxConcurrency: 1,
      useSessionPool: false,
      persistCookiesPerSession: false,
      respectRobotsTxtFile: false, // the door obeys it already
      navigationTimeoutSecs: PATIENCE_SECONDS,
      requestHandlerTimeoutSecs: PATIENCE_SECONDS,
      requestHandler: async ({ $, request }) => {
        const page = seen.get(request.url)
        if (page === undefined) return
        const forwarded = refreshTarget($, page.fetched.finalUrl)
        if (forwarded !== null && refreshes < MAX_REFRESHES) {
          refreshes++
          await crawler.addRequests([forwarded])
          return
        }
        pages.push(page)
        const older = olderPage($, page.fetched.finalUrl)
        if (older === null || pages.length >= options.maxPages) return
        if (await options.wantsMore(page.html)) await crawler.addRequests([older])
      },
      failedRequestHandler: (_context, error) => {
        failure ??= error
      },
    },
    new Configuration({
      persistStorage: false,
      purgeOnStart: false,
      storageClient: new MemoryStorage({ persistStorage: false }),
    }),
  )
  await crawler.run([url])
  if (pages.length === 0 && failure !== null) throw failure
  return pages
}
