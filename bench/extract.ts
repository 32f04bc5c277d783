// A folder of captured pages → how fast the whole reading is against the bare DOM parse of the same pages in the same run.
// npm run bench:extract -- --data DIR [--data DIR …] [--rounds N]
import { parseArgs } from 'node:util'
import { parseDocument } from 'htmlparser2'
import { extractArticle } from '../src/extract/extract.ts'
import { Unreadable } from '../src/failure.ts'
import { type LabelledPage, loadPages } from './extract-pages.ts'

function read({ capture, source }: LabelledPage): void {
  try {
    extractArticle(capture, source)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
}

const decoder = new TextDecoder()

function parse({ capture }: LabelledPage): void {
  parseDocument(decoder.decode(capture.body))
}

/** Milliseconds each page took, in order. */
function time(pages: readonly LabelledPage[], work: (page: LabelledPage) => void): number[] {
  return pages.map((page) => {
    const start = performance.now()
    work(page)
    return performance.now() - start
  })
}

const total = (times: readonly number[]): number => times.reduce((sum, each) => sum + each, 0)
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '9' },
    },
  })
  if (values.data.length === 0) throw new Error('falta --data CARPETA, con gt.json y <id>.html.gz')
  const pages = (
    await Promise.all(values.data.map((folder) => loadPages(folder, 'America/Mexico_City')))
  ).flat()
  const bytes = pages.reduce((sum, { capture }) => sum + capture.body.byteLength, 0)
  for (let round = 0; round < 2; round += 1) {
    time(pages, parse)
    time(pages, read)
  }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const parses: number[] = []
  const readings: number[] = []
  const best = pages.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < Number(values.rounds); round += 1) {
    parses.push(total(time(pages, parse)))
    const times = time(pages, read)
    readings.push(total(times))
    times.forEach((each, at) => {
      best[at] = Math.min(best[at] ?? each, each)
    })
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  const ratios = readings.map((each, at) => each / (parses[at] ?? each))
  const sorted = [...best].sort((a, b) => a - b)
  const worst = pages[best.indexOf(sorted.at(-1) ?? 0)]
  const ms = (value: number | undefined) => `${(value ?? 0).toFixed(1)} ms`
  console.log(`${pages.length} páginas, ${(bytes / 1e6).toFixed(1)} MB, ${values.rounds} vueltas`)
  console.log(
    `árbol htmlparser2   ${ms(median(parses))} por vuelta, ${((pages.length / median(parses)) * 1000).toFixed(0)} páginas/s`,
  )
  console.log(
    `lectura completa    ${ms(median(readings))} por vuelta, ${((pages.length / median(readings)) * 1000).toFixed(0)} páginas/s`,
  )
  console.log(
    `razón               ${median(ratios).toFixed(2)} × (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
  )
  console.log(
    `por página          mediana ${ms(median(best))}, p95 ${ms(sorted[Math.floor(sorted.length * 0.95)])}, peor ${ms(sorted.at(-1))} (${worst?.id}, ${((worst?.capture.body.byteLength ?? 0) / 1024).toFixed(0)} KB)`,
  )
  console.log(`memoria             ${((peak - before) / 1_048_576).toFixed(0)} MB sobre el inicio`)
}

await main()
