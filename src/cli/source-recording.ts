// A recorded folder ↔ the answers that came from the web, and what was read in them then.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { takeCapture } from '../collect/capture.ts'
import { listItems } from '../collect/collect.ts'
import type { RecordedAnswer } from '../collect/recorded-web.ts'
import type { Web } from '../collect/web.ts'
import { extractArticle } from '../extract/extract.ts'
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { Article, EndedItem, Item, Source } from '../model.ts'

/** One file of a recording and where it came from. Of the headers, those that decide how it is read. */
type RecordedPage = Omit<RecordedAnswer, 'body'> & { readonly file: string; readonly sha256: string }

/** What a person would check of a note that was read. */
const CHECKED = [
  'url',
  'title',
  'byline',
  'section',
  'publishedAt',
  'publishedFrom',
  'hasHour',
  'standfirst',
  'paragraphs',
  'completeness',
  'flags',
] as const satisfies readonly (keyof Article)[]

type CheckedArticle = Pick<Article, (typeof CHECKED)[number]>

type RecordedNote = {
  readonly item: Item
  readonly article: CheckedArticle | null
  /** In Spanish, when it could not be read. */
  readonly reason: string | null
}

/** What a source lists in a recording and how its first notes read. */
export type RecordedReading = {
  readonly channel: string | null
  readonly listed: number
  readonly reason: string | null
  readonly excluded: readonly EndedItem[]
  readonly notes: readonly RecordedNote[]
}

export type Recording = {
  readonly source: string
  readonly recordedAt: Date
  readonly answers: readonly RecordedAnswer[]
}

const INDEX = 'fixture.json'
/** What was read, apart from the bytes: it changes when reading gets better, they never do. */
export const READING = 'reading.json'
const KEPT_HEADERS = ['content-type', 'etag', 'last-modified', 'link']
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/json/, 'json'],
  [/xml|rss|atom/, 'xml'],
  [/html/, 'html'],
]

/** Some networks repeat the token in the addresses that they answer with. */
function withoutTokens(body: Uint8Array, tokens: readonly string[]): Uint8Array {
  const text = Buffer.from(body).toString('latin1')
  if (!tokens.some((token) => text.includes(token))) return body
  return Buffer.from(
    tokens.reduce((clean, token) => clean.replaceAll(token, 'TOKEN'), text),
    'latin1',
  )
}

async function saveAnswer(folder: string, answer: RecordedAnswer, place: number): Promise<RecordedPage> {
  const { body, ...rest } = answer
  const type = answer.headers['content-type'] ?? ''
  const suffix = SUFFIXES.find(([pattern]) => pattern.test(type))?.[1] ?? 'bin'
  const file = `${String(place).padStart(3, '0')}.${suffix}`
  await writeFile(join(folder, file), body)
  const headers = Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = answer.headers[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  return { file, ...rest, headers, sha256: createHash('sha256').update(body).digest('hex') }
}

/** Text of the file that holds what was read. */
export function renderReading(reading: RecordedReading): string {
  return `${JSON.stringify(reading, null, 2)}\n`
}

/** Keeps a recording without any of these tokens. */
export async function keepRecording(
  folder: string,
  { source, recordedAt, answers }: Recording,
  reading: RecordedReading,
  tokens: readonly string[],
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const pages: RecordedPage[] = []
  for (const [place, answer] of answers.entries()) {
    pages.push(await saveAnswer(folder, { ...answer, body: withoutTokens(answer.body, tokens) }, place))
  }
  await writeFile(join(folder, INDEX), `${JSON.stringify({ source, recordedAt, pages }, null, 2)}\n`)
  await writeFile(join(folder, READING), renderReading(reading))
}

/** Reads a recording. A folder that is none, or whose files were changed, is told as such. */
export async function readRecording(folder: string): Promise<Recording> {
  const text = await readFile(join(folder, INDEX), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new Error(`${folder} no tiene una grabación: hazla con «sintesis source record».`)
  })
  const index = JSON.parse(text) as { source: string; recordedAt: string; pages: readonly RecordedPage[] }
  const answers: RecordedAnswer[] = []
  for (const { file, sha256, ...page } of index.pages) {
    if (!/^\d{3}\.\w+$/.test(file)) throw new Error(`${folder}: «${file}» no es un archivo de la grabación.`)
    const body = await readFile(join(folder, file))
    if (createHash('sha256').update(body).digest('hex') !== sha256) {
      throw new Error(`${join(folder, file)} cambió desde que se grabó: ya no es lo que el sitio mandó.`)
    }
    answers.push({ ...page, body })
  }
  return { source: index.source, recordedAt: new Date(index.recordedAt), answers }
}

function checkedOf(article: Article): CheckedArticle {
  return Object.fromEntries(CHECKED.map((key) => [key, article[key]])) as CheckedArticle
}

async function readNote(item: Item, source: Source, web: Web): Promise<RecordedNote> {
  try {
    const article = extractArticle(await takeCapture(item, source, web), source)
    return { item, article: checkedOf(article), reason: null }
  } catch (error) {
    if (!(error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged))
      throw error
    return { item, article: null, reason: error.message }
  }
}

/** Reads a source and its first notes through a door, be it to the web or to a recording. */
export async function readThrough(
  web: Web,
  source: Source,
  most: number,
  onNote: (place: number, note: RecordedNote) => void = () => {},
): Promise<RecordedReading> {
  const { items, channel, reason, excluded, state } = await listItems(source, web, [])
  if (state === 'con-falla') throw new Error(`${source.name}: ${reason ?? 'no respondió'}`)
  const notes: RecordedNote[] = []
  for (const [place, item] of items.slice(0, most).entries()) {
    const note = await readNote(item, source, web)
    notes.push(note)
    onNote(place + 1, note)
  }
  return { channel, listed: items.length, reason, excluded, notes }
}
