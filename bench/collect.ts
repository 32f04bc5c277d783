// Nothing → what the web's door costs over bare undici, and how close it keeps to the schedule that politeness allows.
import { fork } from 'node:child_process'
import { gunzipSync } from 'node:zlib'
import { load } from 'cheerio/slim'
import { Agent, request } from 'undici'
import { openWeb } from '../src/collect/web.ts'

const PAGES = 1_000
const CPU_HOSTS = 50
const SCHEDULE = { hosts: 300, pages: 20, latencyMs: 50, delayMs: 250 }

type Measure = { readonly cpuSeconds: number; readonly wallSeconds: number }

async function measure(work: () => Promise<void>): Promise<Measure> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - startedAt) / 1000 }
}

async function withServer<Result>(
  latencyMs: number,
  work: (port: number) => Promise<Result>,
): Promise<Result> {
  const child = fork(new URL('./collect-server.ts', import.meta.url), [String(latencyMs)])
  try {
    return await work(
      await new Promise<number>((resolve) => child.once('message', (port) => resolve(Number(port)))),
    )
  } finally {
    child.kill()
  }
}

function hostsOn(port: number, count: number): Map<string, number> {
  return new Map(Array.from({ length: count }, (_, index) => [`medio${index}.example`, port]))
}

/** Fetches the same pages of every host, hosts side by side, each host's pages one after the other. */
async function readAll(
  hosts: readonly string[],
  pages: number,
  read: (url: string) => Promise<unknown>,
): Promise<void> {
  await Promise.all(
    hosts.map(async (host) => {
      for (let page = 0; page < pages; page++) await read(`http://${host}/nota-${page}`)
    }),
  )
}

async function measureCpu(port: number): Promise<void> {
  const hosts = hostsOn(port, CPU_HOSTS)
  const names = [...hosts.keys()]
  const agent = new Agent({ connections: CPU_HOSTS })
  const bare = async (url: string) => {
    const { pathname } = new URL(url)
    const answer = await request(`http://127.0.0.1:${port}${pathname}`, { dispatcher: agent })
    return gunzipSync(await answer.body.bytes())
  }
  const web = openWeb({
    contact: 'banco@ejemplo.mx',
    clock: () => new Date(),
    loopbackHosts: hosts,
    hostDelayMs: 0,
    browser: 'off',
  })
  const pagesEach = PAGES / CPU_HOSTS
  const fetchAndParse = async (url: string) =>
    load(Buffer.from((await web.fetch(url)).body).toString('utf8'))('h1').text()

  await readAll(names, 4, bare) // both warmed before either is measured
  await readAll(names, 4, (url) => web.fetch(url))
  const rows: [string, Measure][] = [
    ['undici solo', await measure(() => readAll(names, pagesEach, bare))],
    ['puerta de la web', await measure(() => readAll(names, pagesEach, (url) => web.fetch(url)))],
    ['puerta + cheerio/slim', await measure(() => readAll(names, pagesEach, fetchAndParse))],
  ]
  const base = rows[0]?.[1].cpuSeconds ?? 1
  console.log(`CPU por ${PAGES} páginas de 6 KB (gzip), ${CPU_HOSTS} sitios:`)
  for (const [name, { cpuSeconds }] of rows) {
    console.log(`  ${name.padEnd(22)} ${cpuSeconds.toFixed(2)} s  (${(cpuSeconds / base).toFixed(1)}×)`)
  }
  await web.close()
  await agent.close()
}

async function measureSchedule(port: number): Promise<void> {
  const { hosts: count, pages, latencyMs, delayMs } = SCHEDULE
  const hosts = hostsOn(port, count)
  const web = openWeb({
    contact: 'banco@ejemplo.mx',
    clock: () => new Date(),
    loopbackHosts: hosts,
    hostDelayMs: delayMs,
    browser: 'off',
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const { wallSeconds } = await measure(() => readAll([...hosts.keys()], pages, (url) => web.fetch(url)))
  clearInterval(watch)
  const ideal = (pages * delayMs + latencyMs) / 1000 // robots.txt first, then each page one pause after the last
  console.log(
    `Calendario: ${count} sitios × ${pages} páginas, ${latencyMs} ms de espera, ${delayMs} ms de pausa:`,
  )
  console.log(
    `  ideal ${ideal.toFixed(2)} s, medido ${wallSeconds.toFixed(2)} s: ${((ideal / wallSeconds) * 100).toFixed(1)} %`,
  )
  console.log(
    `  ${((count * pages) / wallSeconds).toFixed(0)} páginas/s, memoria máxima ${(peak / 1e6).toFixed(0)} MB`,
  )
  await web.close()
}

await withServer(0, measureCpu)
await withServer(SCHEDULE.latencyMs, measureSchedule)
