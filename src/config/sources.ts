// sources/**.yml → the outlets they declare.
import { z } from 'zod'
import type { Source } from '../model.ts'
import { listChannelFaults, toChannel } from './channels.ts'
import { type Declared, readDeclaration } from './declaration.ts'
import { httpUrl, localDay, stateCode, timeZone } from './fields.ts'

const selector = z.union([
  z.string().min(1),
  z.strictObject({ selector: z.string().min(1), value: z.string().min(1) }),
])

const regexText = z.string().refine(isRegex, { error: 'debe ser una expresión regular válida' })

const channel = z
  .strictObject({
    feed: httpUrl.optional().describe('Dirección de un RSS, Atom o JSON Feed'),
    page: httpUrl.optional().describe('Portada de una sección; necesita «link»'),
    sitemap: httpUrl.optional().describe('Mapa del sitio (de noticias, si lo hay)'),
    browser: httpUrl.optional().describe('Sección que solo existe con JavaScript; necesita «link»'),
    youtube: z.string().optional().describe('Id del canal (UC…) o dirección de su feed'),
    telegram: z.string().optional().describe('Nombre del canal público o dirección t.me/s/…'),
    json: httpUrl.optional().describe('API que contesta JSON; necesita «link»'),
    mastodon: z
      .string()
      .regex(/^[@#]?[\p{L}\w.-]+@[\w-]+(?:\.[\w-]+)+$|^https?:\/\//u, {
        error: 'debe ser @cuenta@servidor, #etiqueta@servidor o la dirección de la cuenta',
      })
      .optional()
      .describe('@cuenta@servidor o #etiqueta@servidor'),
    bluesky: z
      .string()
      .min(1)
      .optional()
      .describe('Cuenta (elmedio.bsky.social), o «buscar: palabras», que necesita «token»'),
    facebook: z.string().min(1).optional().describe('Id o nombre de la página; necesita «token»'),
    instagram: z.string().min(1).optional().describe('Cuenta profesional; necesita «viewer» y «token»'),
    x: z.string().min(1).optional().describe('Cuenta de X; necesita «token» y «monthlyPosts»'),
    'google-news': z
      .string()
      .min(1)
      .optional()
      .describe('Búsqueda en Google Noticias: radar de lo que falta, nunca fuente'),
    token: z
      .string()
      .min(1)
      .optional()
      .describe('Nombre de la credencial: su valor está en la variable SINTESIS_TOKEN_<nombre>'),
    viewer: z
      .string()
      .regex(/^\d+$/, { error: 'es el número de la cuenta profesional propia' })
      .optional()
      .describe('Instagram: id de la cuenta profesional propia con la que se consulta'),
    monthlyPosts: z
      .int()
      .min(1)
      .optional()
      .describe('X: publicaciones que se pueden pagar al mes con ese token; al llegar, no se consulta'),
    item: z
      .string()
      .min(1)
      .optional()
      .describe('Selector del bloque de cada nota; en «json», ruta de la lista'),
    link: selector
      .optional()
      .describe(
        'Selector de la liga de cada nota (dentro de «item», si lo hay); en «json», ruta o https://…/{slug}',
      ),
    title: selector.optional().describe('Selector del título; en «json», ruta'),
    date: selector.optional().describe('Selector de la fecha; en «json», ruta'),
    summary: selector.optional().describe('Selector del resumen; en «json», ruta'),
    body: z.string().min(1).optional().describe('Solo «json»: ruta del texto de la nota'),
    waitFor: z
      .string()
      .min(1)
      .optional()
      .describe('Selector que aparece cuando la página terminó de armarse'),
  })
  .superRefine((value, context) => {
    const kinds = CHANNEL_KEYS.filter((key) => value[key] !== undefined)
    if (kinds.length !== 1) {
      const message = `cada canal lleva exactamente una de estas claves: ${CHANNEL_KEYS.join(', ')}`
      context.addIssue({ code: 'custom', message, path: kinds.slice(1, 2) })
    }
    if ((value.page !== undefined || value.browser !== undefined) && value.link === undefined) {
      context.addIssue({ code: 'custom', message: 'necesita «link»: el selector de la liga de cada nota' })
    }
    for (const message of listChannelFaults(value)) context.addIssue({ code: 'custom', message })
  })

const CHANNEL_KEYS = [
  'feed',
  'page',
  'sitemap',
  'browser',
  'youtube',
  'telegram',
  'json',
  'mastodon',
  'bluesky',
  'facebook',
  'instagram',
  'x',
  'google-news',
] as const

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
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).describe('1 alto, 2 medio, 3 bajo'),
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
    .array(channel)
    .default([])
    .describe('Maneras de entrar, en orden: si la primera falla se usa la siguiente'),
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
  reach: z
    .strictObject({
      value: z.number().int().positive(),
      unit: z.enum([
        'visitas-dia',
        'visitas-mes',
        'ejemplares',
        'lectores',
        'radioescuchas',
        'televidentes',
        'seguidores',
      ]),
      source: z.string().min(1),
      asOf: z.coerce.string().regex(/^\d{4}(-\d{2})?$/, { error: 'debe ser AAAA o AAAA-MM' }),
    })
    .nullable()
    .default(null)
    .describe('Audiencia publicada, con su fuente y fecha; si no se sabe, se omite («sin dato»)'),
  rights: z.enum(['cita', 'reproduccion', 'titulo-y-liga']).default('cita').describe('Qué se puede imprimir'),
  convenio: z.string().nullable().default(null).describe('Nombre del convenio con el medio, si lo hay'),
  own: z
    .boolean()
    .default(false)
    .describe('true: sitio o cuenta del propio municipio; no cuenta como prensa'),
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
  if (file.channels.length > 1 && file.channels.some((channel) => channel['google-news'] !== undefined)) {
    const message = 'el radar (google-news) va solo en su propia fuente: no es otra manera de leer un medio'
    context.addIssue({ code: 'custom', message, path: ['channels'], input: file.channels })
  }
  if (!file.enabled && file.disabledBecause === null) {
    const message = 'una fuente apagada dice por qué en «disabledBecause»'
    context.addIssue({ code: 'custom', message, path: ['enabled'], input: file.enabled })
  }
}

function toSource(file: SourceFile, id: string, defaultZone: string): Source {
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
    channels: file.channels.map(toChannel),
    skip: file.skip,
    article: file.article,
    audience: file.reach,
    rights: file.rights,
    convenio: file.convenio,
    isOwn: file.own,
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
