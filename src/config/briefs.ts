// reports/*.yml → the briefs that readers asked for.
import { z } from 'zod'
import type { Brief, Municipality } from '../model.ts'
import { type Declared, readDeclaration } from './declaration.ts'
import { clockHour } from './fields.ts'
import { findNearest } from './nearest.ts'

/** The one definition of a brief. */
export const briefSchema = z.strictObject({
  title: z.string().min(1).describe('Título que se imprime'),
  kind: z.enum(['sintesis', 'posicionamiento']).describe('Qué documento es'),
  format: z
    .array(z.enum(['carta', 'movil']))
    .min(1)
    .default(['carta']),
  days: z.number().int().min(1).max(366).describe('Días que abarca cada edición'),
  about: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Id de dependencias, personas, programas, temas o secciones: solo lo que trata de alguno'),
  schedule: z.strictObject({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).describe('1 lunes … 7 domingo'),
    deadline: clockHour.describe('Hora en que la edición ya debe estar lista'),
    weekendDeadline: clockHour.optional().describe('Hora de sábados, domingos y feriados'),
  }),
})

/** What a brief may be about, and whose it is. */
type Watched = Pick<Municipality, 'subjects' | 'sections'>

/** Reads one brief. `id` is its file name without extension. */
export function readBrief(file: string, text: string, id: string, watched: Watched): Declared<Brief> {
  const declared = readDeclaration(file, text, checkAbout(watched))
  if (!declared.ok) return declared
  const { schedule, about, ...rest } = declared.value
  const weekendDeadline = schedule.weekendDeadline ?? schedule.deadline
  const brief = { id, ...rest, schedule: { ...schedule, weekendDeadline } }
  return { ok: true, value: about === undefined ? brief : { ...brief, about } }
}

/** The definition of a brief whose `about` names what there is. */
function checkAbout({ subjects, sections }: Watched) {
  const neighbours = new Set(subjects.filter(({ role }) => role === 'vecino').map(({ id }) => id))
  const ids = [...subjects, ...sections].map(({ id }) => id)
  const known = [...new Set(ids.filter((id) => !neighbours.has(id)))]
  return briefSchema.superRefine(({ kind, about }, context) => {
    if (about === undefined) return
    if (kind !== 'sintesis') {
      context.addIssue({ code: 'custom', path: ['kind'], message: '«about» solo va con kind: sintesis' })
    }
    for (const [index, id] of about.entries()) {
      if (known.includes(id)) continue
      const message = neighbours.has(id)
        ? `es un vecino: un reporte solo trata de lo propio. Puede ser: ${known.join(', ')}`
        : `no es el id de nada en subjects ni en sections de municipality.yml${suggest(id, known)}. Los que hay: ${known.join(', ')}`
      context.addIssue({ code: 'custom', path: ['about', index], message })
    }
  })
}

function suggest(id: string, known: readonly string[]): string {
  const nearest = findNearest(id, known)
  return nearest === null ? '' : ` (¿${nearest}?)`
}
