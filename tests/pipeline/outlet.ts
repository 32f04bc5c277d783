// A host name → an outlet on loopback whose feed and pages the test changes as it goes.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { startServer } from '../collect/server.ts'

export type Outlet = {
  readonly host: string
  readonly port: number
  /** Slugs that the feed lists now, newest first. */
  listed: string[]
  /** Slugs whose page answers with this status instead of the note. */
  readonly broken: Map<string, number>
  /** Paths asked for, in order, robots.txt left out. */
  readonly paths: readonly string[]
  /** Resolves once a path has been asked for; the answer then waits for `release`. */
  hold(path: string): { readonly asked: Promise<void>; release(): void }
  addressOf(slug: string): string
  close(): Promise<void>
}

/** Opens an outlet that answers every listed slug with a note of three paragraphs about Tala. */
export async function openOutlet(host: string): Promise<Outlet> {
  const broken = new Map<string, number>()
  const holds = new Map<string, { ask: () => void; released: Promise<void> }>()
  const server = await startServer(async (request, response) => {
    const path = request.url ?? '/'
    const held = holds.get(path)
    held?.ask()
    await held?.released
    const slug = path.slice(1)
    const status = broken.get(slug)
    if (path === '/feed') response.setHeader('content-type', 'application/rss+xml').end(feedOf(outlet))
    else if (status !== undefined) response.writeHead(status).end()
    else if (path === '/robots.txt') response.writeHead(404).end()
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(slug))
  })
  const outlet: Outlet = {
    host,
    port: server.port,
    listed: [],
    broken,
    get paths() {
      return server.paths
    },
    hold(path) {
      const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
      const { promise: released, resolve: release } = Promise.withResolvers<void>()
      holds.set(path, { ask, released })
      return { asked, release }
    },
    addressOf: (slug) => `http://${host}/${slug}`,
    close: server.close,
  }
  return outlet
}

/** Writes the source file of an outlet into a workspace; `every` as in YAML, `20m`. */
export async function declareOutlet(
  workspace: string,
  id: string,
  { host }: Pick<Outlet, 'host'>,
  every = '60m',
): Promise<void> {
  const path = join(workspace, 'sources', `${id}.yml`)
  const lines = [`name: ${host}`, `url: http://${host}`, 'medium: portal', 'tier: 2', `every: ${every}`]
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${[...lines, 'channels:', `  - feed: http://${host}/feed`].join('\n')}\n`)
}

function feedOf({ host, listed }: Outlet): string {
  const entries = listed.map(
    (slug) => `<item><title>${titleOf(slug)}</title><link>http://${host}/${slug}</link></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${entries.join('')}</channel></rss>`
}

function titleOf(slug: string): string {
  return `El Ayuntamiento de Tala anuncia ${slug.replaceAll('-', ' ')}`
}

function pageOf(slug: string): string {
  const about = slug.replaceAll('-', ' ')
  const paragraphs = [
    `El Ayuntamiento de Tala, Jalisco, anunció este jueves ${about} en una sesión a la que asistieron vecinos de Cuisillos y de Ahuisculco.`,
    `La presidenta municipal, Marcela Ruvalcaba Ontiveros, dijo que ${about} empezará la próxima semana y que cada colonia conocerá las fechas por anticipado.`,
    `Los vecinos pidieron que se publique cuánto costará ${about} y quién responderá si no se cumple; el cabildo se comprometió a contestar por escrito.`,
  ]
  return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${titleOf(slug)}</title>
<meta property="article:published_time" content="2026-11-05T18:00:00-06:00"></head>
<body><main><article><h1>${titleOf(slug)}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main></body></html>`
}
