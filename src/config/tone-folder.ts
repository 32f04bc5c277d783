// The folder of an office's own tone model → its files, read and checked, ready to be opened.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Misdeclared } from '../failure.ts'

type Label = 'positivo' | 'neutro' | 'negativo'

/** As `score/tone-transformer` takes it. */
export type ToneFolder = {
  readonly name: string
  readonly model: Uint8Array
  readonly tokenizer: object
  readonly tokenizerConfig: object
  readonly labels: readonly (Label | null)[]
  readonly asksWithTarget: boolean
  readonly maxTokens: number
  readonly temperature: number
}

/** Names by which published models call the three tones. */
const KNOWN_LABELS: Readonly<Record<string, Label>> = {
  pos: 'positivo',
  positive: 'positivo',
  positivo: 'positivo',
  positiva: 'positivo',
  neu: 'neutro',
  neutral: 'neutro',
  neutro: 'neutro',
  neutra: 'neutro',
  neg: 'negativo',
  negative: 'negativo',
  negativo: 'negativo',
  negativa: 'negativo',
}

const configSchema = z.looseObject({ id2label: z.record(z.string().regex(/^\d+$/), z.string()) })

const ownSchema = z.strictObject({
  labels: z.array(z.enum(['positivo', 'neutro', 'negativo']).nullable()).optional(),
  target: z.boolean().default(false),
  maxTokens: z.int().min(8).max(4096).default(128),
  temperature: z.number().positive().default(1),
})

const anObject = z.looseObject({})

/**
 * Reads the folder `name` of a workspace: `model.onnx`, `tokenizer.json` and `config.json` as they are published, and our
 * optional `sintesis.json` (`labels`, `target`, `maxTokens`, `temperature`).
 * @throws Misdeclared naming the file, what was found and what to do.
 */
export async function readToneFolder(workspace: string, name: string): Promise<ToneFolder> {
  const path = (file: string) => join(name, file)
  const model = await readFile(join(workspace, name, 'model.onnx')).catch(() => {
    throw new Misdeclared(
      path('model.onnx'),
      null,
      null,
      'no existe; es el modelo de tono que pide municipality.yml',
    )
  })
  const read = async <Shape>(
    file: string,
    schema: z.ZodType<Shape>,
    missing: Shape | null,
  ): Promise<Shape> => {
    const text = await readFile(join(workspace, name, file), 'utf8').catch(() => null)
    if (text === null && missing !== null) return missing
    if (text === null) throw new Misdeclared(path(file), null, null, 'no existe; va junto a model.onnx')
    return checkJson(path(file), text, schema)
  }
  const tokenizer = await read('tokenizer.json', anObject, null)
  const tokenizerConfig = await read('tokenizer_config.json', anObject, {})
  const own = await read('sintesis.json', ownSchema, ownSchema.parse({}))
  const labels = own.labels ?? nameLabels(path('config.json'), await read('config.json', configSchema, null))
  for (const tone of ['positivo', 'neutro', 'negativo'] as const) {
    if (labels.includes(tone)) continue
    const message = `ninguna etiqueta del modelo es «${tone}»; di cuál en sintesis.json: {"labels": ["negativo", "neutro", "positivo"]}`
    throw new Misdeclared(
      path(own.labels === undefined ? 'config.json' : 'sintesis.json'),
      null,
      null,
      message,
    )
  }
  const { target: asksWithTarget, maxTokens, temperature } = own
  return { name, model, tokenizer, tokenizerConfig, labels, asksWithTarget, maxTokens, temperature }
}

function checkJson<Shape>(file: string, text: string, schema: z.ZodType<Shape>): Shape {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const fault = new Misdeclared(file, null, null, 'no es JSON')
    fault.cause = cause
    throw fault
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.length ? `«${issue.path.join('.')}»: ` : ''
  throw new Misdeclared(file, null, null, `${where}${issue?.message ?? 'no tiene la forma esperada'}`)
}

function nameLabels(file: string, { id2label }: z.infer<typeof configSchema>): (Label | null)[] {
  const labels = Object.entries(id2label)
    .toSorted(([left], [right]) => Number(left) - Number(right))
    .map(([, label]) => KNOWN_LABELS[label.toLowerCase()] ?? null)
  if (labels.some((label) => label !== null)) return labels
  const found = Object.values(id2label).join(', ')
  const message = `sus etiquetas (${found}) no dicen qué tono son; nómbralas en sintesis.json: {"labels": ["negativo", "neutro", "positivo"]}`
  throw new Misdeclared(file, null, null, message)
}
