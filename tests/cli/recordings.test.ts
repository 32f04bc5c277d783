// Every recording kept under tests/sources still reads as it did: `npx vitest run tests/cli/recordings -u` writes what now is read.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { READING, readRecording, readThrough, renderReading } from '../../src/cli/source-recording.ts'
import { openRecordedWeb } from '../../src/collect/recorded-web.ts'
import { readWorkspace } from '../../src/config/workspace.ts'
import type { Source } from '../../src/model.ts'

const ROOT = join(import.meta.dirname, '../..')
const NOTES = 2

const folders = readdirSync(join(ROOT, 'tests/sources'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('fixture.json'))
  .map((path) => dirname(path))

const sources = new Map<string, Source>()
beforeAll(async () => {
  for (const folder of ['bench/press/workspace', '.']) {
    for (const source of (await readWorkspace(join(ROOT, folder))).sources) sources.set(source.id, source)
  }
})

it.each(folders)('%s lists and reads as it did when it was recorded', async (folder) => {
  const path = join(ROOT, 'tests/sources', folder)
  const { source: id, answers, recordedAt } = await readRecording(path)
  const source = sources.get(id)
  if (source === undefined) throw new Error(`${id} is declared nowhere`)
  const reading = await readThrough(openRecordedWeb(answers, recordedAt), source, NOTES)
  await expect(renderReading(reading)).toMatchFileSnapshot(join(path, READING))
})
