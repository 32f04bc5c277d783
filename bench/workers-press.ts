// Outlets as the environment describes them → a server of all of them on loopback: feeds that grow, and pages of 40 KB, each different.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeRandom } from './random.ts'
import { drawAnswer } from './scale-world.ts'

export type PressSetting = {
  /** Outlets named medio0.example, medio1.example… */
  readonly outlets: readonly {
    readonly latencyMs: number
    /** Milliseconds from the start of the press to each note, in order; below zero is before. */
    readonly published: readonly number[]
    readonly window: number
  }[]
  /** Whether answers differ from one to the next as those of the simulated hosts do. */
  readonly isVaried: boolean
}

const { outlets, isVaried } = JSON.parse(process.env.SINTESIS_BENCH_PRESS ?? '{}') as PressSetting
const startedAt = Date.now()
const random = makeRandom(1)
const WORDS =
  'el la los las de del en con por para una un que se su más vecinos colonia obra agua calle alumbrado seguridad regidores cabildo presupuesto escuela mercado carretera denuncia apoyo programa feria deporte salud clínica basura recolección bacheo inundación lluvia cosecha agave caña ingenio transporte camión choque bomberos protección civil policía detenido robo operativo homenaje cultura danza taller biblioteca jóvenes mujeres productores ganaderos comerciantes permiso multa reglamento'.split(
    ' ',
  )
const PLACES = ['Tala', 'Ameca', 'Zapopan', 'Tonalá', 'Guadalajara', 'Ahualulco', 'Etzatlán', 'Autlán']
const MENU = '<li><a href="/seccion/local">Local</a></li><li><a href="/seccion/estado">Estado</a></li>'

function write(seed: number, count: number): string {
  const draw = makeRandom(seed)
  const choose = (list: readonly string[]) => list[Math.floor(draw() * list.length)] ?? ''
  return Array.from({ length: count }, (_, n) => choose(n % 17 === 11 ? PLACES : WORDS)).join(' ')
}

function titleOf(host: number, note: number): string {
  return `${write(host * 1_000 + note, 9)} en ${PLACES[(host + note) % PLACES.length]}`
}

/** The newest notes that are out by now, newest first. */
function feedOf(host: number, name: string): string {
  const { published = [], window = 0 } = outlets[host] ?? {}
  const now = Date.now() - startedAt
  const items = published
    .map((at, note) => ({ at, note }))
    .filter(({ at }) => at <= now)
    .slice(-window)
    .toReversed()
    .map(
      ({ at, note }) =>
        `<item><title>${titleOf(host, note)}</title><link>http://${name}/nota-${note}</link><pubDate>${new Date(startedAt + at).toUTCString()}</pubDate></item>`,
    )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Medio ${host}</title>${items.join('')}</channel></rss>`
}

function pageOf(host: number, note: number): string {
  const paragraphs = Array.from(
    { length: 9 },
    (_, n) => `<p>${write(host * 100_000 + note * 10 + n, 55)}.</p>`,
  )
  return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${titleOf(host, note)}</title></head><body><nav><ul>${MENU.repeat(180)}</ul></nav><main><article><h1>${titleOf(host, note)}</h1>${paragraphs.join('')}</article></main><footer><ul>${MENU.repeat(180)}</ul></footer></body></html>`
}

let requests = 0
const server = createServer(async (request, response) => {
  const name = request.headers.host ?? ''
  const host = Number(/\d+/.exec(name)?.[0] ?? 0)
  const latencyMs = outlets[host]?.latencyMs ?? 0
  requests += 1
  await sleep(isVaried ? drawAnswer({ latencyMs, delayMs: 0, outages: [] }, random) : latencyMs)
  const note = /^\/nota-(\d+)$/.exec(request.url ?? '')?.[1]
  if (note !== undefined) response.setHeader('content-type', 'text/html').end(pageOf(host, Number(note)))
  else if (request.url === '/feed')
    response.setHeader('content-type', 'application/rss+xml').end(feedOf(host, name))
  else response.writeHead(404).end()
})
process.on('message', () => process.send?.({ requests }))
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, startedAt })
})
