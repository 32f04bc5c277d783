// The `convenio:` of a source file → the agreement with the outlet and, where somebody wrote it, what it delivers by when.
import { z } from 'zod'
import type { Convenio } from '../model.ts'

const name = z.string().min(1).describe('Nombre del convenio')

const wholeDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'debe ser una fecha AAAA-MM-DD, entre comillas' })
  .exactOptional()

const agreed = z
  .strictObject({
    name,
    pieces: z.number().int().positive().exactOptional().describe('Cuántas piezas entrega en cada plazo'),
    every: z.enum(['semana', 'quincena', 'mes']).exactOptional().describe('En qué plazo las entrega'),
    counts: z
      .enum(['boletines', 'notas'])
      .default('boletines')
      .describe('Qué es una pieza: un boletín distinto publicado, o una nota sobre el municipio'),
    since: wholeDay.describe('Primer día de vigencia; si se omite, desde siempre'),
    until: wholeDay.describe('Último día de vigencia; si se omite, sin término'),
  })
  .superRefine(checkAgreement)

/** The one definition of an agreement: its name alone, or with what was agreed. */
export const convenio = z.union([name, agreed])

type Agreed = z.infer<typeof agreed>

function checkAgreement(file: Agreed, context: z.core.$RefinementCtx<Agreed>): void {
  const complain = (message: string, key: string) =>
    context.addIssue({ code: 'custom', message, path: [key], input: file })
  if (file.pieces !== undefined && file.every === undefined)
    complain('las piezas piden su plazo: semana, quincena o mes', 'every')
  if (file.pieces === undefined && file.every !== undefined)
    complain('el plazo pide cuántas piezas: «pieces»', 'pieces')
  if (file.since !== undefined && file.until !== undefined && file.until < file.since)
    complain('termina antes de empezar («since»)', 'until')
}

/** The agreement as declared; one that is only named has no terms. */
export function toConvenio(file: z.infer<typeof convenio> | null): Convenio | null {
  if (file === null) return null
  if (typeof file === 'string') return { name: file, since: null, until: null, terms: null }
  const { pieces, every, counts, since = null, until = null } = file
  const terms = pieces === undefined || every === undefined ? null : { pieces, every, counts }
  return { name: file.name, since, until, terms }
}
