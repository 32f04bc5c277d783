// reports/*.yml → the briefs that readers asked for.
import { z } from 'zod'
import type { Brief } from '../model.ts'
import { type Declared, readDeclaration } from './declaration.ts'
import { clockHour } from './fields.ts'

/** The one definition of a brief. */
export const briefSchema = z.strictObject({
  title: z.string().min(1).describe('Título que se imprime'),
  kind: z.enum(['sintesis', 'posicionamiento']).describe('Qué documento es'),
  format: z
    .array(z.enum(['carta', 'movil']))
    .min(1)
    .default(['carta']),
  days: z.number().int().min(1).max(366).describe('Días que abarca cada edición'),
  schedule: z.strictObject({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).describe('1 lunes … 7 domingo'),
    deadline: clockHour.describe('Hora en que la edición ya debe estar lista'),
    weekendDeadline: clockHour.optional().describe('Hora de sábados, domingos y feriados'),
  }),
})

/** Reads one brief. `id` is its file name without extension. */
export function readBrief(file: string, text: string, id: string): Declared<Brief> {
  const declared = readDeclaration(file, text, briefSchema)
  if (!declared.ok) return declared
  const { schedule, ...rest } = declared.value
  const weekendDeadline = schedule.weekendDeadline ?? schedule.deadline
  return { ok: true, value: { id, ...rest, schedule: { ...schedule, weekendDeadline } } }
}
