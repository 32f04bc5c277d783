// A workspace that names its own tone model → notes rated by it; by the shipped one, and said, where it cannot be used.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Note } from '../../src/model.ts'
import { findNotes } from '../../src/store/notes.ts'
import { makeTinyModel, makeTinyTokenizer } from '../score/tiny-onnx.ts'
import { instantAt, listSmallPress, openRegion, type Region, readAll } from './region.ts'

const ALWAYS = { from: new Date(0), to: instantAt('2026-12-31T00:00') }
const FOLDER = 'modelos/tono'

let region: Region

beforeEach(async () => {
  region = await openRegion({ notes: listSmallPress().slice(0, 4) })
  const file = join(region.workspace, 'municipality.yml')
  await writeFile(file, `toneModel: ${FOLDER}\n${await readFile(file, 'utf8')}`)
})
afterEach(() => region.drop())

/** A model to which every sentence is praise. */
async function supplyModel(): Promise<void> {
  const folder = join(region.workspace, FOLDER)
  await mkdir(folder, { recursive: true })
  const praise = [0, 0, 6]
  await writeFile(join(folder, 'model.onnx'), makeTinyModel([praise, praise, praise]))
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(makeTinyTokenizer([])))
  await writeFile(join(folder, 'tokenizer_config.json'), '{"unk_token": "[UNK]"}')
  await writeFile(join(folder, 'config.json'), '{"id2label": {"0": "NEG", "1": "NEU", "2": "POS"}}')
}

async function readRated(): Promise<Note[]> {
  const house = await region.open()
  try {
    await readAll(house)
    return (await findNotes(house.store.db, ALWAYS)).filter(({ tone }) => tone !== null)
  } finally {
    await house.close()
  }
}

describe('an office with a tone model of its own', () => {
  it('has its notes rated by it, and the reasons name it', async () => {
    await supplyModel()
    const notes = await readRated()
    expect(notes.length).toBeGreaterThan(0)
    for (const { tone } of notes) expect(tone?.label).toBe('positivo')
    expect(
      notes
        .flatMap(({ tone }) => tone?.reasons ?? [])
        .every(({ rule }) => rule.startsWith(`modelo ${FOLDER}`)),
    ).toBe(true)
  })

  it('loses no note when the model cannot be opened: the shipped one rates it and a person is asked to look', async () => {
    const notes = await readRated()
    expect(notes.length).toBeGreaterThan(0)
    for (const { tone } of notes) {
      expect(tone?.needsReview).toBe(true)
      expect(tone?.reasons[0]?.rule).toMatch(
        /^el modelo modelos\/tono no respondió \(modelos\/tono\/model\.onnx: no existe/,
      )
    }
  })
})
