// Nothing → what the web's door costs over bare undici, how close it keeps to the schedule that politeness allows, and crawlee beside it.
import { type ChildProcess, fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { load } from 'cheerio/slim'
import { Agent, request } from 'undici'
import { openWeb } from '../src/collect/web.ts'
import type { RunRequest, RunResult } from './collect-run.ts'
import type { Treatment } from './collect-server.ts'

const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '300' },
    pages: { type: 'string', default: '20' },
    latency: { type: 'string', default: '50' },
    /** Milliseconds between two requests to one site: what the program leaves by default. */
    delay: { type: 'string', default: '1000' },
    /** Megabytes of V8's young generation: what `bin/sintesis.js` gives the Node that it starts. */
    'semi-space': { type: 'string', default: '4' },
    /** Leaves crawlee out. */
    alone: { type: 'boolean', default: false },
  },
})
const HOSTS = Number(values.hosts)
const PAGES = Number(values.pages)
const LATENCY_MS = Number(values.latency)
const DELAY_MS = Number(values.delay)
const CPU_HOSTS = 50
const CPU_PAGES = 1_000

type Measure = { readonly cpuSeconds: number; readonly wallSeconds: number }

async function measure(work: () => Promise<void>): Promise<Measure> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - startedAt) / 1000 }
}

function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message))
    child.once('exit', (code) => reject(new Error(`el proceso terminó con ${code}`)))
  })
}

async function withServer(
  latencyMs: number,
  sites: number,
  work: (ports: readonly number[], ask: () => Promise<Treatment>) => Promise<void>,
): Promise<void> {
  const child = fork(new URL('./collect-server.ts', import.meta.url), [String(latencyMs), String(sites)])
  const ports = await nextMessage<number[]>(child)
  const ask = () => {
    const answer = nextMessage<Treatment>(child)
    child.send('how')
    return answer
  }
  try {
    await work(ports, ask)
  } finally {
    child.removeAllListeners('exit')
    child.kill()
  }
}

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

async function measureCpu(ports: readonly number[]): Promise<void> {
  const hosts = new Map(ports.map((port, index) => [`medio${index}.example`, port]))
  const names = [...hosts.keys()]
  const agent = new Agent({ connections: CPU_HOSTS })
  const bare = async (url: string) => {
    const { pathname, hostname } = new URL(url)
    const answer = await request(`http://127.0.0.1:${hosts.get(hostname)}${pathname}`, { dispatcher: agent })
    return gunzipSync(await answer.body.bytes())
  }
  const web = openWeb({
    contact: 'banco@ejemplo.mx',
    clock: () => new Date(),
    loopbackHosts: hosts,
    hostDelayMs: 0,
    browser: 'off',
  })
  const pagesEach = CPU_PAGES / CPU_HOSTS
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
  console.log(`CPU por ${CPU_PAGES} páginas de 6 KB (gzip), ${CPU_HOSTS} sitios:`)
  for (const [name, { cpuSeconds }] of rows) {
    console.log(`  ${name.padEnd(22)} ${cpuSeconds.toFixed(2)} s  (${(cpuSeconds / base).toFixed(1)}×)`)
  }
  await web.close()
  await agent.close()
}

async function run(asked: RunRequest): Promise<RunResult> {
  const execArgv = asked.crawler === 'sintesis' ? [`--max-semi-space-size=${values['semi-space']}`] : []
  const child = fork(new URL('./collect-run.ts', import.meta.url), { execArgv })
  const result = nextMessage<RunResult>(child)
  child.send(asked)
  return result
}

function describe(name: string, result: RunResult, treatment: Treatment, share: string): string {
  const { seconds, cpuSeconds, peakBytes, titles } = result
  return [
    name.padEnd(12),
    `${seconds.toFixed(1)} s`.padStart(8),
    `${(titles / seconds).toFixed(0)} pág/s`.padStart(10),
    `${cpuSeconds.toFixed(1)} s CPU`.padStart(11),
    `${(peakBytes / 1e6).toFixed(0)} MB`.padStart(7),
    `calendario ${share}`.padStart(18),
    `  a un sitio: ${treatment.mostAtOnce} a la vez, ${Math.max(0, treatment.shortestGapMs).toFixed(0)} ms entre inicios, robots.txt ${treatment.robotsRead}/${HOSTS}`,
  ].join(' ')
}

async function measureSchedule(ports: readonly number[], ask: () => Promise<Treatment>): Promise<void> {
  console.log(
    `\n${HOSTS} sitios × ${PAGES} páginas, ${LATENCY_MS} ms de espera; un sitio a la vez y ${DELAY_MS} ms de pausa:`,
  )
  const ours = await run({ crawler: 'sintesis', ports, pages: PAGES, delayMs: DELAY_MS })
  const byUs = await ask()
  // robots.txt is the first request to a site; each page starts one pause after the request before it, and the last is waited for.
  const stepMs = Math.max(DELAY_MS, LATENCY_MS)
  const idealSeconds = (PAGES * stepMs + LATENCY_MS) / 1000
  console.log(`  ideal: ${idealSeconds.toFixed(1)} s`)
  const share = `${((idealSeconds / ours.seconds) * 100).toFixed(1)} %`
  console.log(`  ${describe('síntesis', ours, byUs, share)}`)
  if (values.alone) return
  const theirs = await run({ crawler: 'crawlee', ports, pages: PAGES, delayMs: DELAY_MS })
  console.log(`  ${describe('crawlee', theirs, await ask(), 'no lo lleva')}`)
  if (ours.titles !== HOSTS * PAGES || theirs.titles !== HOSTS * PAGES)
    console.log(`  leídas: ${ours.titles} y ${theirs.titles} de ${HOSTS * PAGES}`)
}

await withServer(0, CPU_HOSTS, measureCpu)
await withServer(LATENCY_MS, HOSTS, measureSchedule)
