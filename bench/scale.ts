// `npm run bench:scale -- [freshness|validate|limits|partitions]`: what a state's press would ask of workers, memory and archive → tables.
import { parseArgs } from 'node:util'
import { type Figures, measureFreshness } from './scale-figures.ts'
import { measureReading, measureWindow, READING_SIZES, WINDOW_SIZES } from './scale-limits.ts'
import { measurePartitions } from './scale-partitions.ts'
import { type Crew, simulate } from './scale-simulation.ts'
import { validate } from './scale-validation.ts'
import { type Assumptions, makeWorld, type World } from './scale-world.ts'

const DAY = 86_400_000
/** A night to get into step, one day that is measured, and a night in which its last notes are still kept. */
const DAYS = 1.5
const MEASURED = { from: 0.25 * DAY, to: 1.25 * DAY }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '2000000' },
    months: { type: 'string', default: '12' },
    sources: { type: 'string', default: '3000' },
    notes: { type: 'string', default: '300000' },
    // Part of a setting's name: only such settings.
    only: { type: 'string', default: '' },
    // What `bench:workers` measured: milliseconds of a worker's one thread.
    'note-ms': { type: 'string', default: '25' },
    'visit-ms': { type: 'string', default: '9' },
  },
})

const [what = 'freshness'] = positionals
if (what === 'freshness') tellFreshness()
else if (what === 'validate') {
  const trial = { hosts: 40, seconds: 240, notesPerMinute: 1.5, workers: 1 }
  await validate({ ...trial, atOnce: 32 })
  await validate({ ...trial, atOnce: 4 })
} else if (what === 'limits') {
  await measureReading(READING_SIZES)
  measureWindow(WINDOW_SIZES)
} else if (what === 'partitions')
  await measurePartitions({ rows: Number(values.rows), months: Number(values.months), sources: 3_000 })
else throw new Error(`nothing is called ${what}: freshness, validate, limits or partitions`)

type Row = {
  readonly says: string
  readonly assumed?: Partial<Assumptions>
  readonly crew?: Partial<Crew>
  /** What the world would be without one of its faults: shows what that fault costs. */
  readonly changed?: (world: World) => World
}

function withoutOutages({ hosts, sources }: World): World {
  return { hosts: hosts.map((host) => ({ ...host, outages: [] })), sources }
}

function withLongListings({ hosts, sources }: World): World {
  return { hosts, sources: sources.map((source) => ({ ...source, window: Math.max(source.window, 100) })) }
}

function tellFreshness(): void {
  const crew: Crew = {
    workers: 1,
    atOnce: 32,
    visitMs: Number(values['visit-ms']),
    noteMs: Number(values['note-ms']),
  }
  const slow = crew.noteMs * 10
  const twice = Number(values.notes) * 2
  const unlimited = { atOnce: 1e9, visitMs: 0, noteMs: 0 }
  const rows: Row[] = [
    { says: 'workers without limit', crew: unlimited },
    { says: 'workers without limit, no outages', crew: unlimited, changed: withoutOutages },
    { says: 'workers without limit, listings of 100', crew: unlimited, changed: withLongListings },
    { says: '1 worker' },
    { says: '1 worker of 12 places', crew: { atOnce: 12 } },
    { says: '2 workers of 12 places', crew: { workers: 2, atOnce: 12 } },
    { says: `1 worker, ${slow} ms a note`, crew: { noteMs: slow } },
    { says: `2 workers, ${slow} ms a note`, crew: { workers: 2, noteMs: slow } },
    { says: '1 worker, every 10 and 60 min', assumed: { keyEvery: 10, otherEvery: 60 } },
    { says: '1 worker, every 20 and 60 min', assumed: { keyEvery: 20, otherEvery: 60 } },
    { says: '1 worker, 30 % of hosts with Crawl-delay', assumed: { crawlDelayShare: 0.3 } },
    { says: '1 worker, no host with Crawl-delay', assumed: { crawlDelayShare: 0 } },
    { says: `${twice} notes, workers without limit`, assumed: { notesPerDay: twice }, crew: unlimited },
    { says: `${twice} notes, 1 worker`, assumed: { notesPerDay: twice } },
    { says: `${twice} notes, 2 workers`, assumed: { notesPerDay: twice }, crew: { workers: 2 } },
  ]
  console.log(
    `${values.sources} sources, ${values.notes} notes a day; every 5 min key media (300), every 30 min the others, unless said`,
  )
  console.log(
    'setting | key: median p95 p99 min, ≤10 min | others: median p95 p99 min, ≤1 h | never listed | gaps noticed | visits a day | processor and places of the workers in use, on average',
  )
  for (const row of rows.filter(({ says }) => says.includes(values.only))) tellRow(row, crew)
}

function tellRow({ says, assumed, crew, changed = (world) => world }: Row, usual: Crew): void {
  const drawn = makeWorld({
    seed: 7,
    sources: Number(values.sources),
    notesPerDay: Number(values.notes),
    days: DAYS,
    keySources: 300,
    keyEvery: 5,
    otherEvery: 30,
    crawlDelayShare: 0.1,
    ...assumed,
  })
  const course = simulate(changed(drawn), { ...usual, ...crew }, DAYS)
  const { key, others, all } = measureFreshness(course, MEASURED.from, MEASURED.to)
  console.log(
    [
      says,
      tellFigures(key),
      tellFigures(others),
      `${(all.lost * 100).toFixed(2)} %`,
      (course.gaps / DAYS).toFixed(0),
      (course.visits / DAYS).toFixed(0),
      `${(course.busy * 100).toFixed(0)} %, ${(course.occupied * 100).toFixed(0)} %`,
    ].join(' | '),
  )
}

function tellFigures({ median, p95, p99, inTime }: Figures): string {
  return `${median.toFixed(1)} ${p95.toFixed(1)} ${p99.toFixed(1)}, ${(inTime * 100).toFixed(1)} %`
}
