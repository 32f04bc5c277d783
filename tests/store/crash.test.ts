// A process that is killed while it writes: nothing committed is lost, nothing is written twice, no row lacks its file.
import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCaptureBody } from '../../src/store/capture-files.ts'
import { findCertificate } from '../../src/store/certificate.ts'
import { findNotes } from '../../src/store/notes.ts'
import { keepSources } from '../../src/store/sources.ts'
import { startChild } from './child.ts'
import { openTestStore, type TestStore } from './harness.ts'
import { MORNING, minutesLater, sampleSource } from './samples.ts'

const COUNT = 150
const KILLS = 12
const WINDOW = { from: minutesLater(-1), to: minutesLater(60) }

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
  await keepSources(store.db, [sampleSource()], MORNING)
})
afterAll(() => store.drop())

test('killed at random points while it writes notes, a process loses none that it committed and writes none twice', async () => {
  const args = [store.databaseUrl, store.dataFolder, String(COUNT)]
  const committed = new Set<string>()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = startChild('children/write.ts', args)
    const first = await child.nextLine()
    await wait(randomInt(60))
    child.process.kill('SIGKILL')
    for (const url of [first, ...(await child.ended()).lines])
      if (url !== null && url !== 'done') committed.add(url)
    const notes = await findNotes(store.db, WINDOW)
    const found = notes.map((note) => note.article.url)
    expect(new Set(found).size).toBe(found.length)
    expect([...committed].filter((url) => !found.includes(url))).toEqual([])
    for (const note of notes) {
      expect(note.mentions.map((mention) => mention.hits.length)).toEqual([1, 1])
      await findCaptureBody(store.dataFolder, note.captureSha256)
    }
  }
  expect((await startChild('children/write.ts', args).ended()).lines.at(-1)).toBe('done')
  expect(await findNotes(store.db, WINDOW)).toHaveLength(COUNT)
  const request = { ...WINDOW, declaredSources: [], misdeclared: [], ourSubjects: ['ayuntamiento'] }
  const certificate = await findCertificate(store.db, request)
  expect(certificate.counts).toEqual({
    listed: COUNT,
    kept: COUNT,
    known: 0,
    excluded: 0,
    unreadable: 0,
    later: 0,
  })
})

test('two processes that write the same notes side by side write each once', async () => {
  const side = await openTestStore()
  await keepSources(side.db, [sampleSource()], MORNING)
  const args = [side.databaseUrl, side.dataFolder, '60']
  const writers = [1, 2, 3].map(() => startChild('children/write.ts', args))
  const ends = await Promise.all(writers.map((writer) => writer.ended()))
  expect(ends.map(({ code, errors }) => [code, errors])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ])
  expect(await findNotes(side.db, WINDOW)).toHaveLength(60)
  const stories = await side.db.selectFrom('story').selectAll().execute()
  expect(stories).toHaveLength(60)
  await side.drop()
})
