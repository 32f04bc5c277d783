// delivery.yml → to whom each brief goes, by mail and into folders. Without the file nothing leaves the house.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Misdeclared } from '../failure.ts'
import { readDeclaration } from './declaration.ts'
import { saysNothing } from './new-lists.ts'

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

const list = z.strictObject({
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
    .default([])
    .describe('Carpetas en que se copia; no se crean'),
})

const listOfItsOwn = z
  .union([z.boolean(), list], {
    error: 'debe ser true (a los mismos), false o una lista propia con mail, count…',
  })
  .default(false)

const brief = list.extend({
  addendum: listOfItsOwn.describe(
    'A quién va el alcance: true, a los mismos; una lista propia; si se omite, a nadie',
  ),
  extraordinary: listOfItsOwn.describe('A quién va la edición extraordinaria: igual que «addendum»'),
})

/** The definition of delivery.yml. */
export const deliverySchema = z.strictObject({
  from: sender.optional().describe('Quién envía: nombre y correo'),
  maxMegabytes: z
    .number()
    .min(1)
    .max(150)
    .default(20)
    .describe('Lo más que pesa un correo, en MB: lo que no cabe se deja fuera y el correo lo dice'),
  briefs: z
    .record(z.string(), brief)
    .default({})
    .describe('Por reporte: el nombre de su archivo en reports/'),
})

type DeliveryFile = z.infer<typeof deliverySchema>

/** Who receives the editions of one kind, and what. Addresses are in lower case. */
export type DeliveryList = {
  readonly briefId: string
  /** Under which the first sending is confirmed: `sintesis`, or `sintesis/alcance` of a list of its own. */
  readonly listId: string
  /** `Name <address>`; null when nothing is mailed. */
  readonly from: string | null
  readonly mail: readonly string[]
  /** How many addresses a person said there are. */
  readonly count: number
  readonly attach: readonly z.infer<typeof file>[]
  readonly longestBytes: number
  readonly folders: readonly { readonly path: string; readonly files: readonly z.infer<typeof file>[] }[]
}

/** To whom one brief goes: its editions of the schedule, and those outside it, which go to nobody where it is null. */
export type BriefDelivery = DeliveryList & {
  readonly addendum: DeliveryList | null
  readonly extraordinary: DeliveryList | null
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
  if (text === null || saysNothing(text)) return { briefs: new Map(), faults: [] }
  const declared = readDeclaration(
    FILE,
    text,
    deliverySchema.superRefine((value, context) => checkDelivery(value, context, briefIds)),
  )
  if (!declared.ok) return { briefs: new Map(), faults: declared.faults }
  const { briefs, ...file } = declared.value
  return {
    briefs: new Map(Object.entries(briefs).map(([id, written]) => [id, readBriefLists(id, written, file)])),
    faults: [],
  }
}

type WrittenList = z.infer<typeof list>

function readBriefLists(
  briefId: string,
  { addendum, extraordinary, ...regular }: DeliveryFile['briefs'][string],
  { from, maxMegabytes }: Omit<DeliveryFile, 'briefs'>,
): BriefDelivery {
  const read = (listId: string, { mail, ...rest }: WrittenList): DeliveryList => ({
    ...rest,
    briefId,
    listId,
    from: from ?? null,
    longestBytes: maxMegabytes * 1_000_000,
    mail: mail.map((one) => one.toLowerCase()),
  })
  const same = read(briefId, regular)
  const readOther = (name: string, other: boolean | WrittenList) => {
    if (typeof other === 'boolean') return other ? same : null
    // No file in reports/ has a name with a stroke.
    return read(`${briefId}/${name}`, other)
  }
  return {
    ...same,
    addendum: readOther('alcance', addendum),
    extraordinary: readOther('extraordinaria', extraordinary),
  }
}

function checkDelivery(
  { from, briefs }: DeliveryFile,
  context: z.core.$RefinementCtx<DeliveryFile>,
  briefIds: readonly string[],
): void {
  const tell = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message, input: briefs })
  for (const [id, brief] of Object.entries(briefs)) {
    if (!briefIds.includes(id)) {
      const known = briefIds.length === 0 ? 'ninguno' : briefIds.join(', ')
      tell(['briefs', id], `no hay ningún reporte «${id}»; los que hay: ${known}`)
    }
    const { addendum, extraordinary } = brief
    checkList(brief, ['briefs', id], from, tell)
    if (typeof addendum === 'object') checkList(addendum, ['briefs', id, 'addendum'], from, tell)
    if (typeof extraordinary === 'object')
      checkList(extraordinary, ['briefs', id, 'extraordinary'], from, tell)
  }
}

function checkList(
  { mail, folders }: WrittenList,
  place: readonly string[],
  from: string | undefined,
  tell: (path: PropertyKey[], message: string) => void,
): void {
  if (mail.length > 0 && from === undefined) tell(['from'], 'falta: quién envía los correos')
  for (const index of listRepeated(mail)) tell([...place, 'mail', index], 'ya está en la lista')
  const paths = folders.map(({ path }) => path)
  for (const index of listRepeated(paths)) tell([...place, 'folders', index], 'esa carpeta ya está')
}

/** Places of what is in a list before. */
function listRepeated(texts: readonly string[]): number[] {
  const plain = texts.map((text) => text.toLowerCase())
  return plain.flatMap((text, index) => (plain.indexOf(text) < index ? [index] : []))
}

const isOneLine = (text: string): boolean => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
