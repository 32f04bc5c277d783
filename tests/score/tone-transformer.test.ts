// A tiny ONNX model made here → the tones that a transformer of the office's own gives, and why one is refused.
import { describe, expect, it } from 'vitest'
import {
  openTransformer,
  type TransformerParts,
  UnusableTransformer,
} from '../../src/score/tone-transformer.ts'
import { makeTinyModel, makeTinyTokenizer } from './tiny-onnx.ts'

const NOTHING = [0, 0, 0]
/** Columns: negative, neutral, positive. Rows: [UNK], [CLS], [SEP], brilla, apesta, tala. */
const TABLE = [NOTHING, NOTHING, NOTHING, [0, 0, 9], [9, 0, 0], [0, 9, 0]]

const PARTS: TransformerParts = {
  name: 'modelos/tono',
  model: makeTinyModel(TABLE),
  tokenizer: makeTinyTokenizer(['brilla', 'apesta', 'tala']),
  tokenizerConfig: { unk_token: '[UNK]' },
  labels: ['negativo', 'neutro', 'positivo'],
  asksWithTarget: false,
  maxTokens: 16,
  temperature: 1,
}

const rate = async (sentences: readonly string[], rest: Partial<TransformerParts> = {}) =>
  (await openTransformer({ ...PARTS, ...rest })).rate(sentences, 'Tala')

describe('a transformer of the office', () => {
  it('gives each sentence the chances that its columns mean, in order', async () => {
    const [bright, foul] = await rate(['brilla brilla', 'apesta apesta'])
    expect(bright?.positivo).toBeGreaterThan(0.9)
    expect(foul?.negativo).toBeGreaterThan(0.9)
    expect((bright?.positivo ?? 0) + (bright?.neutro ?? 0) + (bright?.negativo ?? 0)).toBeCloseTo(1, 6)
  })

  it('computes the softmax of the mean row: checked by hand', async () => {
    const [chances] = await rate(['brilla'])
    const favour = Math.exp(9 / 3)
    expect(chances?.positivo).toBeCloseTo(favour / (favour + 2), 6)
    expect(chances?.negativo).toBeCloseTo(1 / (favour + 2), 6)
  })

  it('takes the columns by their labels, whatever their order, and leaves out those that are no tone', async () => {
    const [chances] = await rate(['brilla'], { labels: ['positivo', 'negativo', null] }).catch((error) => [
      error,
    ])
    expect(chances).toMatchObject({ neutro: 0 })
    const [turned] = await rate(['brilla'], { labels: ['positivo', 'neutro', 'negativo'] })
    expect(turned?.negativo).toBeGreaterThan(0.8)
  })

  it('is less sure with a higher temperature', async () => {
    const [sure] = await rate(['brilla'])
    const [unsure] = await rate(['brilla'], { temperature: 5 })
    expect(unsure?.positivo).toBeLessThan(sure?.positivo ?? 0)
  })

  it('is asked with the name of the municipality when it was trained so', async () => {
    const [alone] = await rate(['brilla'])
    const [asked] = await rate(['brilla'], { asksWithTarget: true })
    expect(asked?.neutro).toBeGreaterThan(alone?.neutro ?? 1)
  })

  it('cuts a long sentence to the words that the model takes, and keeps its closing mark', async () => {
    const long = `brilla ${'apesta '.repeat(40)}`
    const [chances] = await rate([long], { maxTokens: 8 })
    const scores = [(9 * 5) / 8, 0, 9 / 8].map(Math.exp)
    expect(chances?.negativo).toBeCloseTo((scores[0] ?? 0) / scores.reduce((sum, each) => sum + each), 5)
  })

  it.each([
    ['bytes that are no model', { model: Uint8Array.from([1, 2, 3]) }, /model\.onnx no es un modelo ONNX/],
    ['a tokenizer of no known kind', { tokenizer: { model: { type: 'Nada' } } }, /tokenizer\.json no es/],
    [
      'labels that are not as many as its columns',
      { labels: ['positivo', 'negativo'] },
      /da 3 valores.*2 etiquetas/,
    ],
    [
      'an input that nobody here can fill',
      { model: makeTinyModel(TABLE, ['input_ids', 'pixel_values']) },
      /pide la entrada «pixel_values»/,
    ],
    [
      'a tokenizer that cannot cover an unknown word',
      { tokenizerConfig: {} },
      /copia también tokenizer_config/,
    ],
    ['fewer rows than its tokenizer has words', { model: makeTinyModel([NOTHING]) }, /no pudo calificar/],
  ] as const)('is refused when opened with %s, in Spanish', async (_, rest, message) => {
    const opening = openTransformer({ ...PARTS, ...rest })
    await expect(opening).rejects.toThrow(UnusableTransformer)
    await expect(opening).rejects.toThrow(message)
  })
})
