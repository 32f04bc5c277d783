// A folder of captured pages → the sites they came from, served again under their own host names on loopback.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeHTML } from 'entities'
import { z } from 'zod'

const truthSchema = z.record(
  z.string(),
  z.looseObject({ url: z.string().nullish(), title: z.string().nullish(), date: z.string().nullish() }),
)

/** One captured page: its id, the address it is served at (http), its title as the page declares it, its bytes. */
export type ReplayPage = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly bytes: Buffer
}

export type ReplaySite = {
  readonly pages: readonly ReplayPage[]
  /** Host name → loopback port. */
  readonly hosts: ReadonlyMap<string, number>
  close(): Promise<void>
}

/** What a web archive puts before the address of a page it kept. */
const ARCHIVE = /^https?:\/\/web\.archive\.org\/web\/\d+\//

/** Reads `gt.json` and `<id>.html.gz` of a folder; a page without known address takes that of its canonical link. */
export function readReplayPages(folder: string): ReplayPage[] {
  const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, 'gt.json'), 'utf8')))
  const taken = new Set<string>()
  return Object.entries(truth).map(([id, { url }]) => {
    const bytes = gunzipSync(readFileSync(join(folder, `${id}.html.gz`)))
    const head = bytes.toString('latin1')
    const declared =
      [url, ...listDeclaredAddresses(head)].find((text) => URL.canParse(text ?? ''))?.replace(ARCHIVE, '') ??
      ''
    const address = new URL(
      declared === '' ? `http://${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.test/nota` : declared,
    )
    address.protocol = 'http:'
    address.port = ''
    address.hash = ''
    for (const key of [...address.searchParams.keys()])
      if (key.startsWith('utm_')) address.searchParams.delete(key)
    if (address.pathname === '/') address.pathname = `/${id}`
    if (taken.has(address.href)) address.pathname += `-${id}`
    taken.add(address.href)
    return { id, url: address.href, title: declaredTitle(bytes), bytes }
  })
}

function listDeclaredAddresses(html: string): string[] {
  return [
    /<link[^>]+rel=["']?canonical["']?[^>]*href=["']([^"']+)/i,
    /<link[^>]+href=["']([^"']+)["'][^>]*rel=["']?canonical/i,
    /<meta[^>]+property=["']og:url["'][^>]*content=["']([^"']+)/i,
  ].flatMap((pattern) => pattern.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? [])
}

function declaredTitle(bytes: Buffer): string {
  const [, title = ''] = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(bytes.toString('utf8')) ?? []
  return decodeHTML(title).replace(/\s+/g, ' ').trim().slice(0, 300)
}

/** Serves the pages on one loopback port for all hosts, each host with `/feed.xml` and a front page that list its own. */
export async function openReplaySite(pages: readonly ReplayPage[]): Promise<ReplaySite> {
  const byAddress = new Map(pages.map((page) => [page.url, page]))
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const address = `http://${host}${request.url ?? '/'}`
    const page = byAddress.get(address)
    const own = pages.filter(({ url }) => new URL(url).host === host)
    if (page !== undefined) response.setHeader('content-type', 'text/html').end(page.bytes)
    else if (request.url === '/feed.xml')
      response.setHeader('content-type', 'application/rss+xml').end(renderFeed(host, own))
    else if (request.url === '/')
      response.setHeader('content-type', 'text/html; charset=utf-8').end(renderFront(own))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    pages,
    hosts: new Map(pages.map(({ url }) => [new URL(url).host, port])),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function renderFeed(host: string, pages: readonly ReplayPage[]): string {
  const items = pages.map(
    ({ url, title }) => `<item><title>${escapeXml(title)}</title><link>${escapeXml(url)}</link></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>${items.join('')}</channel></rss>`
}

function renderFront(pages: readonly ReplayPage[]): string {
  const links = pages.map(
    ({ url, title }) => `<article><h2><a href="${escapeXml(url)}">${escapeXml(title)}</a></h2></article>`,
  )
  return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Portada</title></head><body>${links.join('')}</body></html>`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
