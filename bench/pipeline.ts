// `npm run bench:pipeline [-- --data DIR]`: captured pages → stored, scored articles, beside a bare parse of the same pages.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from 'htmlparser2'
import { takeCapture } from '../src/collect/capture.ts'
import { listItems } from '../src/collect/collect.ts'
import { extractArticle } from '../src/extract/extract.ts'
import { placeInStory } from '../src/match/stories.ts'
import { admitNote } from '../src/match/story-window.ts'
import type { Capture, Source } from '../src/model.ts'
import { type House, openHouse } from '../src/pipeline/house.ts'
import { readArticle } from '../src/pipeline/reading.ts'
import { keepBoletin } from '../src/store/boletines.ts'
import { keepCaptureFile } from '../src/store/capture-files.ts'
import { keepNote } from '../src/store/notes.ts'
import { findStoryOfNote } from '../src/store/stories.ts'
import { decodeBytes } from '../src/text/charset.ts'
import { openPress } from './press/press.ts'
import { readReplayPages } from './replay-site.ts'

type Work = { readonly capture: Capture; readonly source: Source }

const { values } = parseArgs({
  options: { data: { type: 'string' }, rounds: { type: 'string', default: '3' } },
})
const now = new Date('2026-11-13T06:50:00-06:00')
const clock = () => now
const folder = mkdtempSync(join(tmpdir(), 'bench-pipeline-'))
const press = await openPress({ clock })
const house = await openHouse({
  workspace: join(import.meta.dirname, 'press/workspace'),
  databaseUrl: process.env.DATABASE_URL ?? null,
  clock,
  data: folder,
  web: { loopbackHosts: press.hosts, hostDelayMs: 0, totalMs: 3_000, browser: 'off' },
})
try {
  const work = values.data === undefined ? await collectPress(house) : readPages(house, values.data)
  await press.close()
  for (const boletin of house.workspace.boletines) await keepBoletin(house.store.db, boletin)
  const floor = timeFloor(work, Number(values.rounds))
  await measure(house, work.slice(0, 10), 'warm')
  const before = process.memoryUsage().rss
  const { seconds, stages, failed, peak } = await measure(house, work, 'bench')
  const bytes = work.reduce((sum, { capture }) => sum + capture.body.byteLength, 0)
  console.log(`${work.length} pages, ${(bytes / 1e6).toFixed(1)} MB, ${failed} unreadable`)
  console.log(
    `captured HTML → stored, scored article: ${(work.length / seconds).toFixed(0)} articles/s (${seconds.toFixed(2)} s)`,
  )
  console.log(
    `bare htmlparser2 parse of the same pages: ${(work.length / floor).toFixed(0)} pages/s (${floor.toFixed(2)} s)`,
  )
  console.log(
    `ratio: ${(seconds / floor).toFixed(1)}× the parse; without the store ${((seconds - (stages.get('store') ?? 0)) / floor).toFixed(1)}×`,
  )
  for (const [stage, time] of stages)
    console.log(
      `  ${stage.padEnd(8)} ${((time / seconds) * 100).toFixed(0).padStart(3)} %  ${((time / work.length) * 1000).toFixed(2)} ms/article`,
    )
  console.log(
    `peak memory: ${(peak / 1e6).toFixed(0)} MB (${((peak - before) / 1e6).toFixed(0)} MB over the start), the database apart`,
  )
} finally {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
}

async function collectPress({ workspace, web }: House): Promise<Work[]> {
  const work: Work[] = []
  for (const source of workspace.sources.filter(({ channels }) =>
    channels.every(({ kind }) => kind !== 'browser'),
  )) {
    const { items } = await listItems(source, web, [])
    for (const item of items) {
      const capture = await takeCapture(item, source, web).catch(() => null)
      if (capture !== null) work.push({ capture, source })
    }
  }
  return work
}

function readPages({ workspace }: House, data: string): Work[] {
  const [source] = workspace.sources
  if (source === undefined) throw new Error('the press has no source')
  return readReplayPages(data).map(({ url, title, bytes }) => ({
    source,
    capture: {
      item: {
        url,
        channel: 'page',
        seenAt: now,
        title,
        summary: null,
        contentHtml: null,
        author: null,
        publishedAt: null,
        section: null,
        image: null,
        isWhole: false,
        views: null,
      },
      url,
      finalUrl: url,
      takenAt: now,
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      kind: 'page',
      redirects: [],
    },
  }))
}

/** Seconds of the fastest of `rounds` parses of all pages, decoded beforehand. */
function timeFloor(work: readonly Work[], rounds: number): number {
  const pages = work.map(
    ({ capture }) => decodeBytes(capture.body, capture.headers['content-type'] ?? null).text,
  )
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now()
    for (const page of pages) parseDocument(page)
    return (performance.now() - started) / 1000
  })
  return Math.min(...times)
}

async function measure({ store, lens, stories, data }: House, work: readonly Work[], tag: string) {
  const stages = new Map<string, number>()
  let failed = 0
  let peak = 0
  const timed = async <T>(stage: string, run: () => T | Promise<T>): Promise<T> => {
    const started = performance.now()
    const result = await run()
    stages.set(stage, (stages.get(stage) ?? 0) + (performance.now() - started) / 1000)
    return result
  }
  const started = performance.now()
  for (const { capture, source } of work) {
    const named = { ...capture, item: { ...capture.item, url: `${capture.item.url}#${tag}` } }
    try {
      const article = await timed('extract', () => extractArticle(named, source))
      const reading = await timed('read', () => readArticle(article, source, named.takenAt, null, lens))
      const at = article.publishedAt ?? named.takenAt
      const { storyId } = await timed('story', () => placeInStory(article, at, stories))
      await timed('capture', () => keepCaptureFile(data, named))
      const kept = await timed('store', () =>
        store.db.transaction().execute(async (trx) => {
          const noteId = await keepNote(trx, {
            sourceId: source.id,
            capture: named,
            article,
            ...reading,
            storyId,
          })
          return { noteId, storyId: await findStoryOfNote(trx, noteId) }
        }),
      )
      const { title, standfirst, paragraphs } = article
      await timed('story', () => admitNote(stories, { ...kept, title, standfirst, paragraphs, at }))
    } catch {
      failed++
    }
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  return { seconds: (performance.now() - started) / 1000, stages, failed, peak }
}
