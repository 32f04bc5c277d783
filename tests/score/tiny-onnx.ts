// A table of one row of scores per word → the bytes of an ONNX model that averages the rows of a sentence's words.

/** A protobuf field of bytes, of text or of a whole number: https://protobuf.dev/programming-guides/encoding/. */
const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
const whole = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)]
const bytes = (field: number, value: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(value.length),
  ...value,
]
const text = (field: number, value: string): number[] => bytes(field, [...Buffer.from(value)])

const FLOAT = 1
const INT64 = 7

/** A tensor of two dimensions; the second one of `shape` may be named instead of fixed. */
function valueInfo(name: string, type: number, shape: readonly (number | string)[]): number[] {
  const dimensions = shape.flatMap((size) =>
    bytes(1, typeof size === 'number' ? whole(1, size) : text(2, size)),
  )
  return [...text(1, name), ...bytes(2, bytes(1, [...whole(1, type), ...bytes(2, dimensions)]))]
}

/**
 * Makes the model: `input_ids` [1, n] and, if asked, `attention_mask` → `logits` [1, columns]. Fields are numbered as in
 * onnx.proto (Apache-2.0).
 */
export function makeTinyModel(table: readonly (readonly number[])[], inputs = ['input_ids']): Uint8Array {
  const columns = table[0]?.length ?? 0
  const weights = new Uint8Array(Float32Array.from(table.flat()).buffer)
  const node = (op: string, from: readonly string[], to: string, attributes: readonly number[] = []) =>
    bytes(1, [...from.flatMap((name) => text(1, name)), ...text(2, to), ...text(4, op), ...attributes])
  const axes = bytes(5, [...text(1, 'axes'), ...whole(8, 1), ...whole(20, 7)])
  const keepdims = bytes(5, [...text(1, 'keepdims'), ...whole(3, 0), ...whole(20, 2)])
  const initializer = bytes(5, [
    ...whole(1, table.length),
    ...whole(1, columns),
    ...whole(2, FLOAT),
    ...text(8, 'table'),
    ...bytes(9, [...weights]),
  ])
  const graph = [
    ...node('Gather', ['table', 'input_ids'], 'rows'),
    ...node('ReduceMean', ['rows'], 'logits', [...axes, ...keepdims]),
    ...text(2, 'tiny'),
    ...initializer,
    ...inputs.flatMap((name) => bytes(11, valueInfo(name, INT64, [1, 'words']))),
    ...bytes(12, valueInfo('logits', FLOAT, [1, columns])),
  ]
  return Uint8Array.from([...whole(1, 8), ...bytes(7, graph), ...bytes(8, whole(2, 13))])
}

/** A tokenizer of whole words, `[CLS]` before and `[SEP]` after; words that it does not know are `[UNK]`. */
export function makeTinyTokenizer(words: readonly string[]): object {
  const vocab = Object.fromEntries(['[UNK]', '[CLS]', '[SEP]', ...words].map((word, id) => [word, id]))
  const special = (id: string, type_id: number) => ({ SpecialToken: { id, type_id } })
  const sequence = (id: string, type_id: number) => ({ Sequence: { id, type_id } })
  return {
    version: '1.0',
    added_tokens: [],
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0)],
      pair: [
        special('[CLS]', 0),
        sequence('A', 0),
        special('[SEP]', 0),
        sequence('B', 1),
        special('[SEP]', 1),
      ],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((token) => [token, { id: token, ids: [vocab[token]], tokens: [token] }]),
      ),
    },
    decoder: null,
    model: { type: 'WordLevel', vocab, unk_token: '[UNK]' },
  }
}
