// sources/**.yml → the outlets they declare.
import { z } from 'zod'
import type { Source } from '../model.ts'
import { audience } from './audience.ts'
import { rung } from './channel-schema.ts'
import { type ChannelFile, isSearch, toChannel } from './channels.ts'
import { convenio, toConvenio } from './convenio.ts'
import { type Declared, readDeclaration } from './declaration.ts'
import { httpUrl, localDay, stateCode, timeZone } from './fields.ts'
import { frontPage, toFrontPage } from './front-page.ts'

const regexText = z.string().refine(isRegex, { error: 'debe ser una expresión regular válida' })

const selectorText = z.string().min(1).nullable().default(null)

/** The one definition of a source file: types, editor schema and messages come from it. */
export const sourceSchema = z.strictObject({
  name: z.string().min(1).describe('Nombre del medio, como se imprime'),
  url: httpUrl.describe('Portada del medio'),
  medium: z
    .enum(['periodico', 'portal', 'radio', 'tv', 'agencia', 'revista', 'red-social'])
    .describe('Qué clase de medio es'),
  state: stateCode.nullable().default(null).describe('Estado sede (MX-JAL); se omite en medios nacionales'),
  city: z.string().nullable().default(null).describe('Ciudad sede'),
  tier: z.literal([1, 2, 3]).describe('1 alto, 2 medio, 3 bajo'),
  every: z
    .string()
    .regex(/^[1-9]\d{0,3}[mhd]$/, { error: 'debe ser un intervalo como 20m, 2h o 1d' })
    .default('60m')
    .describe('Cada cuánto se revisa: 20m, 2h, 1d'),
  timeZone: timeZone.optional().describe('Zona horaria del medio, si no es la del municipio'),
  enabled: z
    .boolean()
    .default(true)
    .describe('false: se conserva pero no se revisa; di por qué en «disabledBecause»'),
  disabledBecause: z.string().nullable().default(null),
  verified: z.strictObject({ on: localDay, evidence: z.string() }).nullable().default(null),
  channels: z
    .array(rung)
    .default([])
    .describe(
      'Maneras de entrar, en orden: si la primera falla se usa la siguiente; las de «together», todas',
    ),
  portada: frontPage.optional().describe('Primera plana del día: imagen o PDF, o la página donde está'),
  skip: z.array(regexText).default([]).describe('Direcciones que no son notas (expresiones regulares)'),
  article: z
    .strictObject({
      title: selectorText,
      byline: selectorText,
      date: selectorText,
      body: selectorText,
      remove: z.array(z.string().min(1)).default([]),
    })
    .default({ title: null, byline: null, date: null, body: null, remove: [] })
    .describe('Selectores, solo donde el lector general se equivoca'),
  reach: audience
    .nullable()
    .default(null)
    .describe('Audiencia publicada, con su fuente y fecha; si no se sabe, se omite («sin dato»)'),
  rights: z.enum(['cita', 'reproduccion', 'titulo-y-liga']).default('cita').describe('Qué se puede imprimir'),
  convenio: convenio
    .nullable()
    .default(null)
    .describe('Convenio con el medio, si lo hay: su nombre, o también las piezas acordadas y su plazo'),
  own: z
    .boolean()
    .default(false)
    .describe('true: sitio o cuenta del propio municipio; no cuenta como prensa'),
  press: z
    .boolean()
    .default(false)
    .describe(
      'true en una «red-social»: es un medio que solo publica ahí y sus publicaciones son notas; si no, van en «Redes»',
    ),
})

type SourceFile = z.infer<typeof sourceSchema>

/** Reads one source file. `id` is its path under `sources/` without extension; the zone defaults to the municipality's. */
export function readSource(file: string, text: string, id: string, defaultZone: string): Declared<Source> {
  const declared = readDeclaration(file, text, sourceSchema.superRefine(checkEnabled))
  return declared.ok ? { ok: true, value: toSource(declared.value, id, defaultZone) } : declared
}

function checkEnabled(file: SourceFile, context: z.core.$RefinementCtx<SourceFile>): void {
  if (file.enabled && file.channels.length === 0) {
    const message = 'una fuente activa necesita al menos un canal; agrega uno o pon «enabled: false»'
    context.addIssue({ code: 'custom', message, path: ['channels'], input: file.channels })
  }
  const radar = (channel: ChannelFile) => channel['google-news'] !== undefined
  const channels = channelsOf(file)
  if (channels.length > 1 && channels.some(radar)) {
    const message = 'el radar (google-news) va solo en su propia fuente: no es otra manera de leer un medio'
    context.addIssue({ code: 'custom', message, path: ['channels'], input: file.channels })
  }
  const repeated = channels.map((one) => toChannel(one).url).find((url, at, urls) => urls.indexOf(url) < at)
  if (repeated !== undefined) {
    const message = `la dirección ${repeated} se declara dos veces; deja una sola`
    context.addIssue({ code: 'custom', message, path: ['channels'], input: file.channels })
  }
  checkPress(file, context)
  if (!file.enabled && file.disabledBecause === null) {
    const message = 'una fuente apagada dice por qué en «disabledBecause»'
    context.addIssue({ code: 'custom', message, path: ['enabled'], input: file.enabled })
  }
}

/** What a search finds are posts of many people: none of them is a note of an outlet. */
function checkPress(file: SourceFile, context: z.core.$RefinementCtx<SourceFile>): void {
  const search = channelsOf(file).map(toChannel).find(isSearch)
  if (search !== undefined && (file.medium !== 'red-social' || file.press)) {
    const message =
      'una búsqueda o etiqueta reúne publicaciones de muchas cuentas: va en su propia fuente, «medium: red-social» y sin «press»'
    context.addIssue({ code: 'custom', message, path: ['channels'], input: file.channels })
  }
  if (file.own && file.press) {
    const message = 'lo que publica el propio municipio («own») no es prensa: quita uno de los dos'
    context.addIssue({ code: 'custom', message, path: ['press'], input: file.press })
  }
}

/** Every channel in order, whether it stands alone or with its siblings. */
function channelsOf({ channels }: SourceFile): ChannelFile[] {
  return channels.flatMap(({ together, ...own }) => together ?? [own])
}

/** Addresses of the channels that are declared together; undefined when none is. */
function togetherOf({ channels }: SourceFile): string[][] | undefined {
  const groups = channels.flatMap(({ together }) => (together === undefined ? [] : [together]))
  return groups.length === 0 ? undefined : groups.map((group) => group.map((one) => toChannel(one).url))
}

function toSource(file: SourceFile, id: string, defaultZone: string): Source {
  const together = togetherOf(file)
  return {
    id,
    name: file.name,
    url: file.url,
    medium: file.medium,
    state: file.state,
    city: file.city,
    tier: file.tier,
    everyMinutes: minutesOf(file.every),
    timeZone: file.timeZone ?? defaultZone,
    isEnabled: file.enabled,
    disabledBecause: file.enabled ? null : file.disabledBecause,
    verified: file.verified,
    channels: channelsOf(file).map(toChannel),
    ...(together === undefined ? {} : { together }),
    ...(file.portada === undefined ? {} : { frontPage: toFrontPage(file.portada) }),
    skip: file.skip,
    article: file.article,
    audience: file.reach,
    rights: file.rights,
    convenio: toConvenio(file.convenio),
    isOwn: file.own,
    ...(file.medium === 'red-social' && !file.press && !file.own ? { isSocial: true } : {}),
  }
}

function minutesOf(every: string): number {
  const amount = Number.parseInt(every, 10)
  if (every.endsWith('d')) return amount * 1440
  return every.endsWith('h') ? amount * 60 : amount
}

function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}
