// The ways into an outlet as a source file may declare them → their definition: one way, or several to be read together.
import { z } from 'zod'
import { listChannelFaults } from './channels.ts'
import { httpUrl } from './fields.ts'

const selector = z.union([
  z.string().min(1),
  z.strictObject({ selector: z.string().min(1), value: z.string().min(1) }),
])

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
  'threads',
  'x',
  'google-news',
] as const

/** Keys of a channel; exactly one of `CHANNEL_KEYS` is given. */
const shape = {
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
  threads: z.string().min(1).optional().describe('Palabras que se buscan en Threads; necesita «token»'),
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
  waitFor: z.string().min(1).optional().describe('Selector que aparece cuando la página terminó de armarse'),
}

const channel = z.strictObject(shape).superRefine(checkChannel)

/** One rung: a channel, or a list of channels that are all read because none has what the others have. */
export const rung = z
  .strictObject({
    ...shape,
    together: z
      .array(channel)
      .optional()
      .describe('Canales hermanos (los RSS de cada sección): se leen todos, no uno en lugar de otro'),
  })
  .superRefine(checkRung)

type RungFile = z.infer<typeof rung>
type ChannelFile = z.infer<typeof channel>

function checkRung({ together, ...own }: RungFile, context: z.core.$RefinementCtx<RungFile>): void {
  const [beside] = Object.keys(own)
  if (together === undefined) return void checkChannel(own, context)
  if (together.length < 2) {
    const message = 'necesita dos canales o más; si es uno solo, decláralo sin «together»'
    context.addIssue({ code: 'custom', message, path: ['together'] })
  }
  if (beside !== undefined) {
    const message = 'va junto a «together»; cada hermano lleva sus claves dentro de la lista'
    context.addIssue({ code: 'custom', message, path: [beside] })
  }
}

function checkChannel(value: ChannelFile, context: z.core.$RefinementCtx<ChannelFile>): void {
  const kinds = CHANNEL_KEYS.filter((key) => value[key] !== undefined)
  if (kinds.length !== 1) {
    const message = `cada canal lleva exactamente una de estas claves: ${CHANNEL_KEYS.join(', ')}`
    context.addIssue({ code: 'custom', message, path: kinds.slice(1, 2) })
  }
  if ((value.page !== undefined || value.browser !== undefined) && value.link === undefined) {
    context.addIssue({ code: 'custom', message: 'necesita «link»: el selector de la liga de cada nota' })
  }
  for (const message of listChannelFaults(value)) context.addIssue({ code: 'custom', message })
}
