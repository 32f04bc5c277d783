// A folder of captured pages → how fast the whole reading is against the bare DOM parse of the same pages in the same run.
// npm run bench:extract -- --data DIR [--data DIR …] [--rounds N] [--peer DIR]
// With --peer, also against readability over jsdom, installed outside the project: npm install --prefix DIR @mozilla/readability jsdom@26
import { parseArgs } from 'node:util'
import { parseDocument } from 'htmlparser2'
import { extractArticle } from '../src/extract/extract.ts'
import { Unreadable } from '../src/failure.ts'
import { type LabelledPage, loadPages } from './extract-pages.ts'
import { loadPeer, type Peer } from './extract-peers.ts'

type Work = (page: LabelledPage) => void

const read: Work = ({ capture, source }) => {
  try {
    extractArticle(capture, source)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
}

const decoder = new TextDecoder()
const parse: Work = ({ capture }) => {
  parseDocument(decoder.decode(capture.body))
}

/** Processor time this thread has used, in ms: other work on the machine does not count. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Processor time of one round over the pages; lowers each page's fastest time by the clock, when `best` is given. */
function runRound(pages: readonly LabelledPage[], work: Work, best: number[] = []): number {
  const begun = cpuTime()
  pages.forEach((page, at) => {
    const start = performance.now()
    work(page)
    best[at] = Math.min(best[at] ?? Number.POSITIVE_INFINITY, performance.now() - start)
  })
  return cpuTime() - begun
}

/** Memory over the start, in MB, at its highest while every page is read three times. */
function measureMemory(pages: readonly LabelledPage[]): number {
  const before = process.memoryUsage().rss
  let peak = before
  for (const page of [...pages, ...pages, ...pages]) {
    read(page)
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  return (peak - before) / 1_048_576
}

/** Whether a page has a body to repeat. */
const isWhole = ({ capture }: LabelledPage): boolean =>
  /<body[\s\S]{20000,}<\/body>/i.test(decoder.decode(capture.body))

/** Milliseconds per MB of a page made of another's body, repeated up to a size: equal at every size when the reading is linear. */
function measureGrowth(page: LabelledPage, size: number): string {
  const html = decoder.decode(page.capture.body)
  const [start, end] = [html.search(/<body/i), html.search(/<\/body>/i)]
  const inner = html.slice(start, end)
  const copies = Math.max(1, Math.round((size * 1_048_576) / inner.length))
  const body = new TextEncoder().encode(html.slice(0, start) + inner.repeat(copies) + html.slice(end))
  const longer = { ...page, capture: { ...page.capture, body } }
  const megabytes = body.byteLength / 1_048_576
  const repeated = Array.from({ length: Math.max(1, Math.ceil(8 / megabytes)) }, () => longer)
  const fastest = Math.min(...Array.from({ length: 3 }, () => runRound(repeated, read) / repeated.length))
  return `${megabytes.toFixed(1)} MB ${(fastest / megabytes).toFixed(1)} ms/MB`
}

/** One round of the peer and one of ours beside it, on the same pages: the peer is too slow for more. */
function showPeer(peer: Peer, pages: readonly LabelledPage[]): void {
  if ('missing' in peer) {
    console.log(`readability+jsdom  no se midió: ${peer.missing}`)
    return
  }
  const own = Math.min(runRound(pages, read), runRound(pages, read))
  const time = runRound(pages, peer.read)
  const again = Math.min(own, runRound(pages, read))
  console.log(
    `readability+jsdom  ${time.toFixed(0)} ms, ${((pages.length / time) * 1000).toFixed(1)} páginas/s; ` +
      `la lectura completa es ${(time / again).toFixed(0)} × más rápida en la misma corrida`,
  )
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '15' },
      peer: { type: 'string' },
    },
  })
  if (values.data.length === 0) throw new Error('falta --data CARPETA, con gt.json y <id>.html.gz')
  const folders = await Promise.all(values.data.map((folder) => loadPages(folder, 'America/Mexico_City')))
  const pages = folders.flat()
  const megabytes = measureMemory(pages)
  const clock: number[] = []
  let parsing = Number.POSITIVE_INFINITY
  let reading = Number.POSITIVE_INFINITY
  for (let round = 0; round < Number(values.rounds); round += 1) {
    parsing = Math.min(parsing, runRound(pages, parse))
    reading = Math.min(reading, runRound(pages, read, clock))
  }
  const sorted = clock.toSorted((a, b) => a - b)
  const worst = pages[clock.indexOf(sorted.at(-1) ?? 0)]
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  const byDistance = pages.toSorted(
    (a, b) =>
      Math.abs((clock[pages.indexOf(a)] ?? 0) - middle) - Math.abs((clock[pages.indexOf(b)] ?? 0) - middle),
  )
  const typical = byDistance.find(isWhole)
  const ms = (value: number | undefined) => `${(value ?? 0).toFixed(1)} ms`
  const show = (name: string, time: number) =>
    console.log(`${name.padEnd(18)} ${ms(time)}, ${((pages.length / time) * 1000).toFixed(0)} páginas/s`)
  console.log(`${pages.length} páginas; la más rápida de ${values.rounds} vueltas, en tiempo de procesador`)
  show('árbol htmlparser2', parsing)
  show('lectura completa', reading)
  console.log(`razón              ${(reading / parsing).toFixed(2)} ×`)
  console.log(
    `por página         mediana ${ms(sorted[Math.floor(sorted.length / 2)])}, p95 ${ms(sorted[Math.floor(sorted.length * 0.95)])}, ` +
      `peor ${ms(sorted.at(-1))} (${worst?.id}, ${((worst?.capture.body.byteLength ?? 0) / 1024).toFixed(0)} KB)`,
  )
  showPeer(loadPeer(values.peer), pages)
  console.log(`memoria            ${megabytes.toFixed(0)} MB sobre el inicio`)
  if (typical !== undefined) {
    console.log(
      `al crecer          ${[0.15, 0.6, 2.5, 10].map((size) => measureGrowth(typical, size)).join(' · ')}`,
    )
  }
}

await main()
