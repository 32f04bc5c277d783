// A folder with a tone model as it is published → its parts, or the file that is wrong and what to do.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readToneFolder } from '../../src/config/tone-folder.ts'
import { Misdeclared } from '../../src/failure.ts'

let workspace: string

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'sintesis-tono-'))
  await mkdir(join(workspace, 'modelos/tono'), { recursive: true })
  await write('model.onnx', 'ONNX')
  await write('tokenizer.json', '{"model": {}}')
  await write('config.json', '{"id2label": {"0": "NEG", "2": "POS", "1": "NEU"}, "hidden_size": 768}')
})
afterEach(() => rm(workspace, { recursive: true }))

const write = (file: string, text: string) => writeFile(join(workspace, 'modelos/tono', file), text)
const drop = (file: string) => rm(join(workspace, 'modelos/tono', file))
const read = () => readToneFolder(workspace, 'modelos/tono')

describe('the folder of a tone model', () => {
  it('is read with the labels that published models use, in the order of their columns', async () => {
    expect(await read()).toMatchObject({
      name: 'modelos/tono',
      labels: ['negativo', 'neutro', 'positivo'],
      asksWithTarget: false,
      maxTokens: 128,
      temperature: 1,
      tokenizerConfig: {},
    })
  })

  it('takes what sintesis.json says before what config.json says', async () => {
    await write(
      'sintesis.json',
      '{"labels": ["positivo", "negativo", "neutro"], "target": true, "temperature": 2}',
    )
    expect(await read()).toMatchObject({
      labels: ['positivo', 'negativo', 'neutro'],
      asksWithTarget: true,
      temperature: 2,
    })
  })

  it('leaves out columns that are no tone', async () => {
    await write(
      'config.json',
      '{"id2label": {"0": "negative", "1": "neutral", "2": "positive", "3": "irony"}}',
    )
    expect((await read()).labels).toEqual(['negativo', 'neutro', 'positivo', null])
  })

  it.each([
    [
      'model.onnx',
      null,
      /modelos\/tono\/model\.onnx: no existe; es el modelo de tono que pide municipality\.yml/,
    ],
    ['tokenizer.json', null, /tokenizer\.json: no existe; va junto a model\.onnx/],
    ['config.json', null, /config\.json: no existe/],
    ['config.json', '{"id2label": ', /config\.json: no es JSON/],
    ['config.json', '{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}', /\(LABEL_0, LABEL_1\).*sintesis\.json/],
    ['config.json', '{"id2label": {"0": "NEG", "1": "POS"}}', /ninguna etiqueta del modelo es «neutro»/],
    ['sintesis.json', '{"maxTokens": 4}', /sintesis\.json: «maxTokens»/],
    ['sintesis.json', '{"labels": ["bueno"]}', /sintesis\.json: «labels\.0»/],
  ])('is refused when %s is %s, naming the file', async (file, text, message) => {
    await (text === null ? drop(file) : write(file, text))
    await expect(read()).rejects.toThrow(Misdeclared)
    await expect(read()).rejects.toThrow(message)
  })
})
