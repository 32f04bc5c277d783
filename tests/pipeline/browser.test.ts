// An outlet that writes itself with JavaScript → the same notes in the archive as any other, by a real Chromium.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installChromium } from '../../src/collect/chromium.ts'
import { findCaptureBody } from '../../src/store/capture-files.ts'
import { findNotes } from '../../src/store/notes.ts'
import { instantAt, openRegion, readAll } from './region.ts'

test('a portal that is empty without JavaScript is read by Chromium, note by note, and its evidence is the page as written', async () => {
  const found = await installChromium((line) => console.log(line))
  expect(found).not.toBe(null)
  const region = await openRegion()
  const sources = join(region.workspace, 'sources/mx-jal')
  for (const file of await readdir(sources)) if (file !== 'ruta70.yml') await rm(join(sources, file))
  const house = await region.open({ web: { browser: 'auto', totalMs: 20_000 } })
  try {
    const [round] = await readAll(house)
    expect(round).toMatchObject({ state: 'leida', channel: 'browser', reason: null })
    const notes = await findNotes(house.store.db, { from: new Date(0), to: instantAt('2026-11-07T00:00') })
    const shown = region.press.notes.filter(
      ({ outlet, at }) => outlet === 'ruta70' && instantAt(at) <= region.clock(),
    )
    expect(notes.map(({ article }) => region.press.noteAt(article.url)?.id).toSorted()).toEqual(
      shown.map(({ id }) => id).toSorted(),
    )
    expect(shown.length).toBeGreaterThan(1)
    for (const { article, captureSha256 } of notes) {
      const [paragraph = ''] = region.press.noteAt(article.url)?.paragraphs ?? []
      expect(article.paragraphs.join(' ')).toContain(paragraph)
      const evidence = new TextDecoder().decode(await findCaptureBody(house.data, captureSha256))
      expect(evidence).toContain(paragraph.slice(0, 60))
    }
  } finally {
    await house.close()
    await region.drop()
  }
})
