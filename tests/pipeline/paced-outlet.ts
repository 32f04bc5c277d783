// A host name → an outlet on loopback whose feed dates its notes and whose answers the test changes as it goes.
import { createHash } from 'node:crypto'
import { startServer } from '../collect/server.ts'

export type PacedNote = {
  readonly slug: string
  /** Null: the feed gives no date. */
  readonly at: Date | null
  /** Host of the link, when it is not the outlet's own. */
  readonly host?: string
}

export type PacedOutlet = {
  readonly host: string
  readonly port: number
  /** What the feed lists now, newest first. */
  listed: readonly PacedNote[]
  /** Status with which the feed answers instead of its list, or null. */
  failure: number | null
  /** Status with which each note answers instead of its page, or null. */
  noteFailure: number | null
  close(): Promise<void>
}

/** Opens an outlet that answers conditional requests by the ETag of its feed. */
export async function openPacedOutlet(host: string): Promise<PacedOutlet> {
  const server = await startServer((request, response) => {
    const path = request.url ?? '/'
    if (path === '/robots.txt') {
      response.writeHead(404).end()
    } else if (path === '/feed') {
      const body = feedOf(outlet)
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`
      response.setHeader('etag', etag).setHeader('content-type', 'application/rss+xml')
      if (outlet.failure !== null) response.writeHead(outlet.failure).end()
      else if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else response.end(body)
    } else if (outlet.noteFailure !== null) {
      response.writeHead(outlet.noteFailure).end()
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(path.slice(1)))
    }
  })
  const outlet: PacedOutlet = {
    host,
    port: server.port,
    listed: [],
    failure: null,
    noteFailure: null,
    close: server.close,
  }
  return outlet
}

function feedOf({ host, listed }: PacedOutlet): string {
  const entries = listed.map((note) => {
    const date = note.at === null ? '' : `<pubDate>${note.at.toUTCString()}</pubDate>`
    const link = `http://${note.host ?? host}/${note.slug}`
    return `<item><title>Vecinos de Tala: ${note.slug}</title><link>${link}</link>${date}</item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>El Faro</title>${entries.join('')}</channel></rss>`
}

function pageOf(slug: string): string {
  const paragraphs = ['la calle principal', 'el mercado', 'la escuela'].map(
    (place) =>
      `<p>Vecinos de ${place} contaron ayer ante el cabildo lo que pasó con ${slug}, y pidieron que se publique por escrito cuándo se resolverá y quién responde por ello.</p>`,
  )
  return `<!doctype html><html lang="es"><head><title>${slug}</title></head><body><article><h1>Vecinos de Tala: ${slug}</h1>${paragraphs.join('\n')}</article></body></html>`
}
