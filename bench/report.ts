// `npm run bench:report`: time and peak memory of composing and drawing the síntesis of 38, 300 and 3,000 notes, each in a process of its own.
import { execFileSync } from 'node:child_process'
import { composeSintesis } from '../src/report/compose-sintesis.ts'
import { drawSintesis } from '../src/report/draw.ts'
import { makePhoto } from '../tests/report/extremes.ts'
import { makeSintesisInput } from '../tests/report/fixture-input.ts'
import { makeNotes } from '../tests/report/fixtures.ts'

type Case = { readonly notes: number; readonly photos: number }
type Measured = Case & {
  readonly composeMs: number
  readonly drawMs: number
  /** Processor time of both, which neighbours on the machine do not change. */
  readonly cpuMs: number
  readonly kilobytes: number
  readonly peakMegabytes: number
}

const CASES: readonly Case[] = [
  { notes: 38, photos: 12 },
  { notes: 300, photos: 100 },
  { notes: 3000, photos: 300 },
]

/** As `npm start` runs the resident process. */
const HEAP = ['--max-semi-space-size=4']

async function measure({ notes: count, photos }: Case): Promise<Measured> {
  const notes = makeNotes(count)
  const step = Math.floor(count / photos)
  const images = new Map(notes.filter((_, index) => index % step === 0).map(({ id }) => [id, makePhoto(id)]))
  const input = makeSintesisInput(count, { notes, images })
  const cpu = process.cpuUsage()
  const started = performance.now()
  const report = composeSintesis(input)
  const composed = performance.now()
  const bytes = await drawSintesis(report, 'carta')
  const { user, system } = process.cpuUsage(cpu)
  return {
    notes: count,
    photos,
    composeMs: Math.round(composed - started),
    drawMs: Math.round(performance.now() - composed),
    cpuMs: Math.round((user + system) / 1000),
    kilobytes: Math.round(bytes.length / 1024),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

/** The first drawing of a process also opens the fonts: it is what a scheduled edition costs. */
function measureApart(index: number): Measured {
  const args = [...HEAP, import.meta.filename, String(index)]
  const output = execFileSync(process.execPath, args, { encoding: 'utf8' })
  return JSON.parse(output) as Measured
}

const [, , chosen] = process.argv
const own = chosen === undefined ? undefined : CASES[Number(chosen)]
if (own === undefined) {
  const rows = CASES.map((_, index) => measureApart(index))
  console.table(rows)
  const [, middle, large] = rows
  if (middle !== undefined && large !== undefined) {
    const growth = large.cpuMs / middle.cpuMs
    console.log(`3,000 notes cost ${growth.toFixed(1)} times what 300 do (linear is 10).`)
  }
} else {
  console.log(JSON.stringify(await measure(own)))
}
