// delivery.yml → to whom each brief goes, by mail and into folders. Without the file nothing leaves the house.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Misdeclared } from '../failure.ts'
import { readDeclaration } from './declaration.ts'

const FILE = 'delivery.yml'

/** An address as mail servers take it: one @, a domain with a dot, nothing that could end a header or a list. */
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i

const address = z
  .string()
  .trim()
  .max(254)
  .refine((text) => ADDRESS.test(text), {
    error: 'debe ser un solo correo, como presidencia@municipio.gob.mx',
  })

const sender = z
  .string()
  .trim()
  .refine((text) => isOneLine(text) && ADDRESS.test(/<([^<>]+)>$/.exec(text)?.[1] ?? text), {
    error: 'debe ser un correo, o un nombre y su correo: «Síntesis <sintesis@municipio.gob.mx>»',
  })

const file = z.enum(['pdf', 'xlsx', 'csv', 'texto'])
const files = z.array(file).min(1).default(['pdf'])

const brief = z.strictObject({
  mail: z.array(address).default([]).describe('Correos que reciben el reporte, y nadie más'),
  count: z.int().min(0).default(0).describe('Cuántos correos son: si la lista no cuadra, no se envía'),
  attach: files.describe('Qué va adjunto: pdf, xlsx, csv, texto'),
  folders: z
    .array(
      z.strictObject({
        path: z.string().trim().min(1).describe('Carpeta que ya existe, por ejemplo una que se sincroniza'),
        files: files.describe('Qué se copia: pdf, xlsx, csv, texto'),
      }),
    )
    .default([]),
})

const schema = z.strictObject({
  from: sender.optional().describe('Quién envía: nombre y correo'),
  briefs: z
    .record(z.string(), brief)
    .default({})
    .describe('Por reporte: el nombre de su archivo en reports/'),
})

type DeliveryFile = z.infer<typeof schema>

/** To whom one brief goes. Addresses are in lower case. */
export type BriefDelivery = {
  readonly briefId: string
  /** `Name <address>`; null when nothing is mailed. */
  readonly from: string | null
  readonly mail: readonly string[]
  /** How many addresses a person said there are. */
  readonly count: number
  readonly attach: readonly z.infer<typeof file>[]
  readonly folders: readonly { readonly path: string; readonly files: readonly z.infer<typeof file>[] }[]
}

export type DeliveryPlan = {
  readonly briefs: ReadonlyMap<string, BriefDelivery>
  /** Mistakes of the file; with any, nothing is delivered until they are mended. */
  readonly faults: readonly Misdeclared[]
}

/** Reads delivery.yml of a workspace. `briefIds` are those that exist. */
export async function readDelivery(workspace: string, briefIds: readonly string[]): Promise<DeliveryPlan> {
  const text = await readFile(join(workspace, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return { briefs: new Map(), faults: [] }
  const declared = readDeclaration(
    FILE,
    text,
    schema.superRefine((value, context) => checkDelivery(value, context, briefIds)),
  )
  if (!declared.ok) return { briefs: new Map(), faults: declared.faults }
  const { from = null, briefs } = declared.value
  const entries = Object.entries(briefs).map(([briefId, { mail, ...rest }]) => {
    const list = mail.map((one) => one.toLowerCase())
    return [briefId, { briefId, from, mail: list, ...rest }] as const
  })
  return { briefs: new Map(entries), faults: [] }
}

function checkDelivery(
  { from, briefs }: DeliveryFile,
  context: z.core.$RefinementCtx<DeliveryFile>,
  briefIds: readonly string[],
): void {
  const tell = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message, input: briefs })
  for (const [id, { mail, folders }] of Object.entries(briefs)) {
    if (!briefIds.includes(id)) {
      const known = briefIds.length === 0 ? 'ninguno' : briefIds.join(', ')
      tell(['briefs', id], `no hay ningún reporte «${id}»; los que hay: ${known}`)
    }
    if (mail.length > 0 && from === undefined) tell(['from'], 'falta: quién envía los correos')
    for (const index of listRepeated(mail)) tell(['briefs', id, 'mail', index], 'ya está en la lista')
    const paths = folders.map(({ path }) => path)
    for (const index of listRepeated(paths)) tell(['briefs', id, 'folders', index], 'esa carpeta ya está')
  }
}

/** Places of what is in a list before. */
function listRepeated(texts: readonly string[]): number[] {
  const plain = texts.map((text) => text.toLowerCase())
  return plain.flatMap((text, index) => (plain.indexOf(text) < index ? [index] : []))
}

const isOneLine = (text: string): boolean => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
