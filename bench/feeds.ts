// `--data DIR`, a folder of feeds → feeds read per second and the share read right, beside rss-parser alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import Parser from 'rss-parser'
import { readFeed } from '../src/collect/feed.ts'
import { decodeBytes } from '../src/text/charset.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../tests/collect/feeds') },
    rounds: { type: 'string', default: '5' },
    /** Also names the files that one of the two reads wrong. */
    verbose: { type: 'boolean', default: false },
  },
})
const FOLDER = values.data
const ROUNDS = Number(values.rounds)

type Sample = { readonly name: string; readonly bytes: Buffer; readonly expected: number | null }

/** `expected.json` beside the feeds, if there is one: file → number of entries, 0 for what is no feed. */
function readExpected(folder: string): ReadonlyMap<string, number> {
  try {
    return new Map(
      Object.entries(
        JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, number>,
      ),
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map()
    throw error
  }
}

function readSamples(folder: string): Sample[] {
  const expected = readExpected(folder)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:xml|rss|atom|rdf|json)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('expected.json'))
    .map((path) => {
      const name = relative(folder, path).replaceAll('\\', '/')
      return { name, bytes: readFileSync(path), expected: expected.get(name) ?? null }
    })
}

/** The number of entries, or null when the reader refused the file. */
type Reader = (bytes: Buffer) => Promise<number | null>

const parser = new Parser()
const READERS: readonly (readonly [string, Reader])[] = [
  ['síntesis', async (bytes) => (await readFeed(decodeBytes(bytes, null).text)).entries.length],
  ['rss-parser', async (bytes) => (await parser.parseString(bytes.toString('utf8'))).items.length],
]

/** Refusing a file is an answer: the right one for what is no feed. */
async function tryReader(reader: Reader, bytes: Buffer): Promise<number | null> {
  try {
    return await reader(bytes)
  } catch {
    return null
  }
}

/** Without a count to hold against, a file is read right when anything was found in it. */
function isRight({ expected }: Sample, found: number | null): boolean {
  if (expected === null) return (found ?? 0) > 0
  return expected === 0 ? (found ?? 0) === 0 : found === expected
}

const samples = readSamples(FOLDER)
if (samples.length === 0) throw new Error(`${FOLDER} no tiene feeds (.xml, .rss, .atom, .rdf, .json)`)
const megabytes = samples.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
const known = samples.filter(({ expected }) => expected !== null).length
console.log(
  `${samples.length} feeds (${megabytes.toFixed(2)} MB), ${known} con número de notas sabido; ${ROUNDS} vueltas`,
)
for (const [name, reader] of READERS) {
  const wrong: string[] = []
  for (const sample of samples) {
    const found = await tryReader(reader, sample.bytes)
    if (!isRight(sample, found))
      wrong.push(`${sample.name}: ${found ?? 'rechazado'}, se esperaban ${sample.expected ?? 'notas'}`)
  }
  const cpu = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++) for (const { bytes } of samples) await tryReader(reader, bytes)
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (user + system) / 1e6
  const right = samples.length - wrong.length
  console.log(
    `  ${name.padEnd(11)} bien ${right}/${samples.length} (${((right / samples.length) * 100).toFixed(1)} %)  ${((samples.length * ROUNDS) / seconds).toFixed(0)} feeds/s de CPU  ${((megabytes * ROUNDS) / seconds).toFixed(1)} MB/s de CPU`,
  )
  if (values.verbose) for (const line of wrong) console.log(`    ${line}`)
}
