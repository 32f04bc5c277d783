// `npm run bench:stories`: archives of 10³, 10⁴ and 10⁵ notes → time to place a note among the last ten days, and bytes each one holds.
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { proposeChanges } from '../src/match/regroup.ts'
import { seatNote, settleSeat } from '../src/match/story-seat.ts'
import { admitNote, DAY, prepareStories, type StoryWindow } from '../src/match/story-window.ts'
import { makeRandom, pick } from './random.ts'
import { readPressNotes } from './stories/press-notes.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    /** Notes a day: a window of ten days holds ten times as many once the archive is older. */
    rate: { type: 'string', default: '500' },
    measured: { type: 'string', default: '300' },
  },
})
const START = Date.parse('2026-01-01T00:00:00Z')
const SAMPLE = readPressNotes().filter(({ paragraphs }) => paragraphs.length > 1)
const WORDS = [...new Set(SAMPLE.flatMap(({ paragraphs }) => paragraphs.join(' ').split(/\s+/)))]

/** A note of the press with half of its words replaced by others of the press: as long, as common in its words, and new. */
function inventNote(random: () => number) {
  const mix = (text: string) =>
    text.replace(/\S+/g, (word) =>
      random() < 0.5 ? (WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? word) : word,
    )
  const { title, paragraphs } = pick(SAMPLE, random)
  return { title: mix(title), standfirst: null, paragraphs: paragraphs.map(mix) }
}

function fillWindow(size: number, rate: number): { window: StoryWindow; next: () => number } {
  const random = makeRandom(size)
  const window = prepareStories([])
  let position = 0
  const next = () => {
    const note = inventNote(random)
    const at = new Date(START + (position / rate) * DAY)
    position += 1
    const started = process.cpuUsage()
    settleSeat(window, seatNote(window, note, at, position), position)
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1000
  }
  // Filling needs no placement: every note tells a story of its own.
  for (; position < size; position += 1) {
    const at = new Date(START + (position / rate) * DAY)
    admitNote(window, { ...inventNote(random), noteId: position + 1, storyId: position + 1, at })
  }
  return { window, next }
}

async function heapBytes(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc')
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc()
    await sleep(20)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const sizes = values.sizes.split(',').map(Number)
for (const [title, rate] of [
  [`${values.rate} notes a day`, Number(values.rate)],
  ['all within ten days', 0],
] as const) {
  console.log(`\n${title}`)
  let first: number | null = null
  for (const size of sizes) {
    const before = await heapBytes()
    const { window, next } = fillWindow(size, rate === 0 ? size / 9 : rate)
    const bytes = (await heapBytes()) - before
    const times = Array.from({ length: Number(values.measured) }, next)
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length
    first ??= mean
    const held = window.notes.size
    const regrouping = process.cpuUsage()
    const changes = held <= 20_000 ? proposeChanges(window, new Date(window.latest)).length : null
    const { user, system } = process.cpuUsage(regrouping)
    console.log(
      `${String(size).padStart(7)} in the archive, ${String(held).padStart(6)} in the window: ${mean.toFixed(2)} ms CPU a note (${(mean / first).toFixed(2)}×), ` +
        `${Math.round(bytes / held)} bytes a note` +
        (changes === null ? '' : `; grouped again in ${((user + system) / 1e6).toFixed(1)} s CPU`),
    )
  }
}
