// Numbers of hosts and notes → a server of that many outlets on loopback in a process of its own: feeds, and pages of 40 KB, each different.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeRandom } from './random.ts'

const [hosts = 1, notes = 1, latencyMs = 0] = process.argv.slice(2).map(Number)
const WORDS =
  'el la los las de del en con por para una un que se su más vecinos colonia obra agua calle alumbrado seguridad regidores cabildo presupuesto escuela mercado carretera denuncia apoyo programa feria deporte salud clínica basura recolección bacheo inundación lluvia cosecha agave caña ingenio transporte camión choque bomberos protección civil policía detenido robo operativo homenaje cultura danza taller biblioteca jóvenes mujeres productores ganaderos comerciantes permiso multa reglamento'.split(
    ' ',
  )
const PLACES = ['Tala', 'Ameca', 'Zapopan', 'Tonalá', 'Guadalajara', 'Ahualulco', 'Etzatlán', 'Autlán']
const MENU = '<li><a href="/seccion/local">Local</a></li><li><a href="/seccion/estado">Estado</a></li>'

function write(seed: number, count: number): string {
  const random = makeRandom(seed)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, (_, n) => (n % 17 === 11 ? pick(PLACES) : pick(WORDS))).join(' ')
}

function titleOf(host: number, note: number): string {
  return `${write(host * 1_000 + note, 9)} en ${PLACES[(host + note) % PLACES.length]}`
}

function feedOf(host: number, name: string): string {
  const items = Array.from(
    { length: notes },
    (_, note) =>
      `<item><title>${titleOf(host, note)}</title><link>http://${name}/nota-${note}</link><pubDate>${new Date(Date.now() - note * 3_600_000).toUTCString()}</pubDate></item>`,
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
  requests += 1
  if (latencyMs > 0) await sleep(latencyMs)
  const note = /^\/nota-(\d+)$/.exec(request.url ?? '')?.[1]
  if (note !== undefined) response.setHeader('content-type', 'text/html').end(pageOf(host, Number(note)))
  else if (request.url === '/feed')
    response.setHeader('content-type', 'application/rss+xml').end(feedOf(host, name))
  else response.writeHead(404).end()
})
process.on('message', () => process.send?.({ requests }))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port, hosts }))
