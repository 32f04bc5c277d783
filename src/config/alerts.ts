// alerts.yml → what deserves to interrupt somebody, whom, by which channel and at which hours. Without the file, nothing.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Misdeclared } from '../failure.ts'
import { readDeclaration } from './declaration.ts'
import { clockHour, httpUrl } from './fields.ts'
import { saysNothing } from './new-lists.ts'

const FILE = 'alerts.yml'

const mailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i, {
    error: 'debe ser un solo correo, como vocero@municipio.gob.mx',
  })

const credential = z
  .string()
  .regex(/^[A-Z0-9_]+$/i, { error: 'debe ser el nombre de una variable SINTESIS_TOKEN_<nombre>' })
  .describe('Nombre de la credencial: su valor está en SINTESIS_TOKEN_<nombre>')

const rule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, { error: 'debe usar solo minúsculas sin acento, números y guiones' })
    .describe('Nombre corto de la regla: cada aviso lo lleva'),
  title: z.string().trim().min(1).describe('Cómo se llama en el aviso'),
  subjects: z
    .array(z.string())
    .default([])
    .describe('Ids de municipality.yml; todos los propios si se omite'),
  tone: z
    .array(z.enum(['positivo', 'neutro', 'mixto', 'negativo']))
    .default([])
    .describe('Solo notas de estos tonos; todos si se omite'),
  prominence: z
    .array(z.enum(['titular', 'entrada', 'cuerpo', 'incidental']))
    .default([])
    .describe(
      'Dónde se nombra: titular, entrada (primer párrafo), cuerpo o incidental; donde sea si se omite',
    ),
  tiers: z
    .array(z.literal([1, 2, 3]))
    .default([])
    .describe('Nivel del medio (tier de su fuente): 1, 2, 3; todos si se omite'),
  words: z.array(z.string().trim().min(1)).default([]).describe('Frases: basta una, en el título o el texto'),
  urgent: z.boolean().default(false).describe('No espera a que terminen las horas de silencio'),
})

/** The definition of alerts.yml. */
export const alertsSchema = z.strictObject({
  from: z.string().trim().min(3).optional().describe('Quién envía los correos: nombre y correo'),
  keySources: z.array(z.string()).default([]).describe('Medios clave: su aviso sale en cuanto se ve'),
  waitMinutes: z
    .int()
    .min(0)
    .max(60)
    .default(30)
    .describe('Cuánto se espera a juntar la historia en los demás'),
  freshHours: z.int().min(1).max(48).default(6).describe('Publicada hace cuánto, a lo más, cuando se vio'),
  cooldownMinutes: z
    .int()
    .min(0)
    .max(1_440)
    .default(10)
    .describe(
      'Descanso entre dos avisos de una regla; no retrasa ninguno más de 10 min si es de medio clave, o una hora',
    ),
  perDay: z.int().min(1).max(100).default(8).describe('Avisos por día, a lo más'),
  quiet: z.strictObject({ from: clockHour, to: clockHour }).optional().describe('Horas de silencio'),
  rules: z.array(rule).min(1).describe('Vale la primera que se cumple; de cada una, todo lo que dice'),
  mail: z.array(mailAddress).default([]).describe('Correos que reciben los avisos'),
  webhooks: z
    .array(z.strictObject({ url: httpUrl, secret: credential }))
    .default([])
    .describe('Direcciones que reciben cada aviso en JSON, firmado'),
  telegram: z
    .array(
      z.strictObject({
        chat: z
          .string()
          .regex(/^(-?\d+|@\w+)$/, { error: 'debe ser el número del chat, entre comillas, o @canal' }),
        token: credential,
        api: httpUrl.default('https://api.telegram.org').describe('Servidor de la Bot API, si es propio'),
      }),
    )
    .default([]),
})

export type AlertRules = Readonly<z.infer<typeof alertsSchema>>
export type AlertRule = AlertRules['rules'][number]

export type AlertPlan = {
  /** Null when there is no file, or when it has mistakes. */
  readonly rules: AlertRules | null
  readonly faults: readonly Misdeclared[]
}

/** What alerts.yml may name. */
export type AlertNames = { readonly sourceIds: readonly string[]; readonly subjectIds: readonly string[] }

/** Reads alerts.yml of a workspace. */
export async function readAlerts(workspace: string, names: AlertNames): Promise<AlertPlan> {
  const text = await readFile(join(workspace, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null || saysNothing(text)) return { rules: null, faults: [] }
  const checked = alertsSchema.superRefine((value, context) => checkNames(value, context, names))
  const declared = readDeclaration(FILE, text, checked)
  return declared.ok ? { rules: declared.value, faults: [] } : { rules: null, faults: declared.faults }
}

function checkNames(
  { rules, keySources, mail, from }: AlertRules,
  context: z.core.$RefinementCtx<AlertRules>,
  { sourceIds, subjectIds }: AlertNames,
): void {
  const tell = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message, input: rules })
  for (const [index, id] of keySources.entries())
    if (!sourceIds.includes(id)) tell(['keySources', index], 'no hay ninguna fuente con ese nombre')
  const seen = new Set<string>()
  for (const [index, { id, subjects }] of rules.entries()) {
    if (seen.has(id)) tell(['rules', index, 'id'], 'ya hay una regla con ese nombre')
    seen.add(id)
    for (const [place, subject] of subjects.entries())
      if (!subjectIds.includes(subject))
        tell(['rules', index, 'subjects', place], 'no está en municipality.yml')
  }
  if (mail.length > 0 && from === undefined) tell(['from'], 'falta: quién envía los correos')
}
