// A transformer in ONNX with its tokenizer, both supplied by the office → a function that rates sentences as the shipped model does.
import type { Tokenizer } from '@huggingface/tokenizers'
import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-web'
import { type Chances, CLASSES } from './tone-model.ts'

/** What a folder with a transformer holds, read and checked; see docs/METHOD.md, «Un modelo propio». */
export type TransformerParts = {
  /** Folder as the workspace names it: stands in the reasons of each tone. */
  readonly name: string
  readonly model: Uint8Array
  /** `tokenizer.json` and `tokenizer_config.json`, parsed. */
  readonly tokenizer: object
  readonly tokenizerConfig: object
  /** Tone of each column of the model's output; null is a column that says nothing of tone. */
  readonly labels: readonly (keyof Chances | null)[]
  /** Whether the municipality's name goes with the sentence as its second text. */
  readonly asksWithTarget: boolean
  readonly maxTokens: number
  /** Divisor of the scores, as of the shipped model. */
  readonly temperature: number
}

/** Rates sentences towards a target, in order. */
export type RateSentences = (sentences: readonly string[], target: string) => Promise<readonly Chances[]>

export type Transformer = { readonly name: string; readonly rate: RateSentences }

/** Its packages are not installed, or the model is not one that they can run. The message is Spanish. */
export class UnusableTransformer extends Error {
  override readonly name = 'UnusableTransformer'
}

/**
 * Opens a transformer with the optional packages `onnxruntime-web` (WebAssembly: no compiler, any system) and
 * `@huggingface/tokenizers`, and rates one short sentence to see that it answers.
 * @throws UnusableTransformer
 */
export async function openTransformer(parts: TransformerParts): Promise<Transformer> {
  const { runtime, Tokenizer } = await loadPackages()
  runtime.env.wasm.numThreads = 1
  runtime.env.logLevel = 'error'
  const session = await runtime.InferenceSession.create(parts.model).catch((cause: unknown) => {
    throw refuse('model.onnx no es un modelo ONNX que se pueda ejecutar', cause)
  })
  const tokenizer = openTokenizer(Tokenizer, parts)
  const rateOne = async (sentence: string, target: string): Promise<Chances> => {
    const feeds = encode(sentence, target)
    const { data, dims } = await firstOutput(session, feeds)
    const columns = dims.at(-1)
    if (columns !== parts.labels.length)
      throw refuse(`el modelo da ${columns} valores y config.json nombra ${parts.labels.length} etiquetas`)
    return toChances(data.slice(0, columns), parts)
  }
  const encode = (sentence: string, target: string): Record<string, TypedTensor<'int64'>> => {
    const { ids, types } = tokenize(
      tokenizer,
      sentence,
      parts.asksWithTarget ? target : null,
      parts.maxTokens,
    )
    const values: Readonly<Record<string, readonly number[]>> = {
      input_ids: ids,
      attention_mask: ids.map(() => 1),
      token_type_ids: types,
    }
    return Object.fromEntries(
      session.inputNames.map((name) => {
        const numbers = values[name]
        if (numbers === undefined) throw refuse(`el modelo pide la entrada «${name}», que aquí no se conoce`)
        const row = BigInt64Array.from(numbers, BigInt)
        return [name, new runtime.Tensor('int64', row, [1, row.length])]
      }),
    )
  }
  await rateOne('El Ayuntamiento informó', 'Ayuntamiento')
  return {
    name: parts.name,
    rate: async (sentences, target) => {
      const chances: Chances[] = []
      for (const sentence of sentences) chances.push(await rateOne(sentence, target))
      return chances
    },
  }
}

async function loadPackages() {
  try {
    const [runtime, { Tokenizer }] = await Promise.all([
      import('onnxruntime-web'),
      import('@huggingface/tokenizers'),
    ])
    return { runtime, Tokenizer }
  } catch (cause) {
    const message =
      'faltan sus paquetes: ejecuta «npm install --no-save onnxruntime-web @huggingface/tokenizers»'
    throw refuse(message, cause)
  }
}

function refuse(message: string, cause?: unknown): UnusableTransformer {
  const said = cause instanceof Error ? `${message} (${cause.message})` : message
  return new UnusableTransformer(said, { cause })
}

function openTokenizer(Made: typeof Tokenizer, { tokenizer, tokenizerConfig }: TransformerParts): Tokenizer {
  try {
    return new Made(tokenizer, tokenizerConfig)
  } catch (cause) {
    throw refuse('tokenizer.json no es un tokenizador que se pueda usar', cause)
  }
}

/** Ids of a sentence, cut to `most` with its closing mark kept. */
function tokenize(tokenizer: Tokenizer, sentence: string, target: string | null, most: number) {
  const { ids, token_type_ids: types } = tokenizer.encode(sentence, {
    text_pair: target,
    return_token_type_ids: true,
  })
  if (!ids.every(Number.isInteger)) {
    const message = 'el tokenizador no dice qué ficha cubre una palabra desconocida («unk_token»)'
    throw refuse(`${message}: copia también tokenizer_config.json`)
  }
  const cut = (numbers: readonly number[]) =>
    numbers.length <= most ? [...numbers] : [...numbers.slice(0, most - 1), ...numbers.slice(-1)]
  return { ids: cut(ids), types: cut(types.length === ids.length ? types : ids.map(() => 0)) }
}

async function firstOutput(
  session: InferenceSession,
  feeds: Record<string, Tensor>,
): Promise<{ readonly data: Float32Array; readonly dims: readonly number[] }> {
  const outputs = await session.run(feeds).catch((cause: unknown) => {
    throw refuse('el modelo no pudo calificar una oración', cause)
  })
  const output = outputs[session.outputNames[0] ?? '']
  if (output === undefined || !(output.data instanceof Float32Array))
    throw refuse('la primera salida del modelo no son números de 32 bits')
  return { data: output.data, dims: output.dims }
}

/** Softmax of the columns that are a tone; of a column of each, the best counts. */
function toChances(scores: Float32Array, { labels, temperature }: TransformerParts): Chances {
  const best = (tone: keyof Chances) =>
    labels.reduce(
      (most, label, at) => (label === tone ? Math.max(most, (scores[at] ?? 0) / temperature) : most),
      Number.NEGATIVE_INFINITY,
    )
  const of = CLASSES.map(best)
  const most = Math.max(...of)
  const [positivo = 0, neutro = 0, negativo = 0] = of.map((score) => Math.exp(score - most))
  const sum = positivo + neutro + negativo
  return { positivo: positivo / sum, neutro: neutro / sum, negativo: negativo / sum }
}
