// `sintesis source record`: one visit to a source → its listing and some of its notes as files, byte by byte, with what was read in them.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { takeCapture } from '../collect/capture.ts'
import { listItems } from '../collect/collect.ts'
import type { Web } from '../collect/web.ts'
import { extractArticle } from '../extract/extract.ts'
import { Later, SourceChanged, Unreadable } from '../failure.ts'
import type { Article, Capture, Item, Source } from '../model.ts'
import type { CommandContext } from './command.ts'

type Answer = Awaited<ReturnType<Web['fetch']>>

/** One file of a fixture and where it came from. Of the headers, those that decide how it is read. */
type RecordedPage = {
  readonly file: string
  readonly url: string
  readonly finalUrl: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly redirects: readonly string[]
  readonly sha256: string
}

type RecordedNote = {
  /** File of its page; null when the listing is the note itself. */
  readonly file: string | null
  readonly item: Item
  readonly article: Article | null
  /** In Spanish, when it could not be read. */
  readonly reason: string | null
}

export type RecordOptions = { readonly out?: string; readonly notes?: string }

const KEPT_HEADERS = ['content-type', 'etag', 'last-modified', 'link']
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/json/, 'json'],
  [/xml|rss|atom/, 'xml'],
  [/html/, 'html'],
]

/** A door that remembers what came in. What is sent by POST opens a session: its answer is a credential and is not kept. */
function rememberAnswers(web: Web, answers: Answer[]): Web {
  const remember = (answer: Answer) => {
    answers.push(answer)
    return answer
  }
  return {
    ...web,
    fetch: async (url, options) => {
      const answer = await web.fetch(url, options)
      return options?.post === undefined ? remember(answer) : answer
    },
    render: async (url, request) => remember(await web.render(url, request)),
  }
}

/** Some networks repeat the token in the addresses that they answer with. */
function withoutTokens(body: Uint8Array, tokens: readonly string[]): Uint8Array {
  const text = Buffer.from(body).toString('latin1')
  if (!tokens.some((token) => text.includes(token))) return body
  return Buffer.from(
    tokens.reduce((clean, token) => clean.replaceAll(token, 'TOKEN'), text),
    'latin1',
  )
}

async function savePage(folder: string, answer: Answer, place: number, tokens: readonly string[]) {
  const type = answer.headers['content-type'] ?? ''
  const suffix = SUFFIXES.find(([pattern]) => pattern.test(type))?.[1] ?? 'bin'
  const file = `${String(place).padStart(3, '0')}.${suffix}`
  const body = withoutTokens(answer.body, tokens)
  await writeFile(join(folder, file), body)
  const page: RecordedPage = {
    file,
    url: answer.url,
    finalUrl: answer.finalUrl,
    status: answer.status,
    headers: Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => {
        const value = answer.headers[name]
        return value === undefined ? [] : [[name, value] as const]
      }),
    ),
    redirects: answer.redirects,
    sha256: createHash('sha256').update(body).digest('hex'),
  }
  return page
}

async function readNote(item: Item, source: Source, web: Web): Promise<Omit<RecordedNote, 'file'>> {
  try {
    const capture: Capture = await takeCapture(item, source, web)
    return { item, article: extractArticle(capture, source), reason: null }
  } catch (error) {
    if (!(error instanceof Later || error instanceof Unreadable || error instanceof SourceChanged))
      throw error
    return { item, article: null, reason: error.message }
  }
}

/** Records a source into a folder, `tests/sources/<id>` of the workspace unless told otherwise. */
export async function recordSource(
  source: Source,
  web: Web,
  { terminal, environment, clock }: CommandContext,
  options: RecordOptions,
): Promise<void> {
  const { workspace, credentials } = environment()
  const folder =
    options.out === undefined ? join(workspace, 'tests/sources', source.id) : resolve(options.out)
  const most = Number(options.notes ?? '5')
  if (!Number.isInteger(most) || most < 1)
    throw new Error(`«${options.notes}» no es un número de notas (1, 2, 3…).`)
  const answers: Answer[] = []
  const door = rememberAnswers(web, answers)
  const listing = await listItems(source, door, [])
  if (listing.state === 'con-falla') throw new Error(`${source.name}: ${listing.reason ?? 'no respondió'}`)
  await mkdir(folder, { recursive: true })
  const tokens = [...credentials.values()]
  const pages: RecordedPage[] = []
  const saveNew = async () => {
    for (const answer of answers.slice(pages.length))
      pages.push(await savePage(folder, answer, pages.length, tokens))
  }
  await saveNew()
  const notes: RecordedNote[] = []
  for (const [place, item] of listing.items.slice(0, most).entries()) {
    const before = pages.length
    const note = await readNote(item, source, door)
    await saveNew()
    notes.push({ file: pages.length > before ? (pages.at(-1)?.file ?? null) : null, ...note })
    terminal.progress('Grabando', place + 1, Math.min(most, listing.items.length), item.title ?? item.url)
  }
  terminal.settle()
  const fixture = {
    source: source.id,
    recordedAt: clock(),
    channel: listing.channel,
    listed: listing.items.length,
    excluded: listing.excluded,
    pages,
    notes,
  }
  await writeFile(join(folder, 'fixture.json'), `${JSON.stringify(fixture, null, 2)}\n`)
  const unread = notes.filter(({ article }) => article === null)
  terminal.print(`${source.name}: ${pages.length} páginas y ${notes.length} notas en ${folder}`)
  for (const { item, reason } of unread) terminal.warn(`${item.url}: ${reason ?? ''}`)
}
