// reports/*.yml → the briefs that readers asked for.
import { z } from 'zod'
import type { Brief, CalendarPeriod, Municipality } from '../model.ts'
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
  days: z.number().int().min(1).max(366).optional().describe('Días que abarca cada edición'),
  period: z
    .enum(['mes', 'trimestre', 'anio'])
    .optional()
    .describe('En vez de days: el último mes, trimestre o año completo'),
  about: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Id de dependencias, personas, programas, temas o secciones: solo lo que trata de alguno'),
  addendum: z
    .strictObject({
      at: z.array(clockHour).min(1).max(12).describe('Horas del día, después de la edición, entre comillas'),
    })
    .optional()
    .describe('Alcance automático: a esas horas, solo si llegó o se corrigió algo; sin esto, a mano'),
  schedule: z.strictObject({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).optional().describe('1 lunes … 7 domingo'),
    monthDay: z
      .number()
      .int()
      .min(1)
      .max(28)
      .optional()
      .describe('Con period: día del mes que sigue al periodo'),
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
  const { title, kind, format, days, period, schedule, about, addendum } = declared.value
  const { deadline, weekdays = [], weekendDeadline = deadline, monthDay } = schedule
  const brief = {
    id,
    title,
    kind,
    format,
    days: days ?? (period === undefined ? 1 : PERIOD_DAYS[period]),
    ...(period === undefined ? {} : { period }),
    ...(about === undefined ? {} : { about }),
    ...(addendum === undefined ? {} : { addendum }),
  }
  const when = { weekdays, deadline, weekendDeadline, ...(monthDay === undefined ? {} : { monthDay }) }
  return { ok: true, value: { ...brief, schedule: when } }
}

/** Usual length of each calendar period. */
const PERIOD_DAYS: Readonly<Record<CalendarPeriod, number>> = { mes: 30, trimestre: 91, anio: 365 }

type Written = z.infer<typeof briefSchema>

/** What does not go together, or is missing: by days and weekdays, or by calendar periods and a day of the month. */
function checkPeriod({ kind, days, period, schedule }: Written, context: z.RefinementCtx): void {
  const tell = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (period === undefined) {
    if (days === undefined) tell(['days'], 'di cuántos días abarca, o un periodo del calendario con «period»')
    if (schedule.weekdays === undefined)
      tell(['schedule', 'weekdays'], 'di qué días sale: 1 lunes … 7 domingo')
    if (schedule.monthDay !== undefined)
      tell(['schedule', 'monthDay'], '«monthDay» solo va con «period»; sin él van «weekdays»')
    return
  }
  if (kind !== 'posicionamiento') tell(['kind'], '«period» solo va con kind: posicionamiento')
  if (days !== undefined) tell(['days'], '«period» ya dice cuánto abarca: quita «days»')
  if (schedule.weekdays !== undefined)
    tell(['schedule', 'weekdays'], 'con «period» sale un día del mes: cambia «weekdays» por «monthDay»')
  if (schedule.monthDay === undefined)
    tell(['schedule', 'monthDay'], 'di qué día del mes siguiente sale, de 1 a 28')
}

/** An addendum adds to the edition of its day, which must be out. */
function checkAddendum({ kind, addendum, schedule }: Written, context: z.RefinementCtx): void {
  if (addendum === undefined) return
  if (kind !== 'sintesis')
    context.addIssue({ code: 'custom', path: ['kind'], message: '«addendum» solo va con kind: sintesis' })
  for (const [index, hour] of addendum.at.entries()) {
    if (hour > schedule.deadline) continue
    const message = `debe ser después de la hora de la edición (${schedule.deadline})`
    context.addIssue({ code: 'custom', path: ['addendum', 'at', index], message })
  }
}

/** The definition of a brief whose `about` names what there is. */
function checkAbout({ subjects, sections }: Watched) {
  const neighbours = new Set(subjects.filter(({ role }) => role === 'vecino').map(({ id }) => id))
  const ids = [...subjects, ...sections].map(({ id }) => id)
  const known = [...new Set(ids.filter((id) => !neighbours.has(id)))]
  return briefSchema.superRefine((brief, context) => {
    checkPeriod(brief, context)
    checkAddendum(brief, context)
    const { kind, about } = brief
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
