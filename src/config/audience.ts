// The `reach:` of a source file → the audience that somebody published, with what it is multiplied by.
import { z } from 'zod'

const origin = z.string().min(1)

const range = z
  .tuple([z.number().positive(), z.number().positive()])
  .refine(([low, high]) => low < high, { error: 'debe ir de menor a mayor: [mínimo, máximo]' })
  .exactOptional()

const factor = (value: z.ZodNumber) => z.strictObject({ value, range, source: origin })

/** How far from 1 the mean of the seven factors may lie: two decimals are what outlets publish. */
const MEAN_TOLERANCE = 0.02

/** Which units each factor turns into people. */
const FACTOR_OF = {
  perCopy: ['ejemplares'],
  rate: ['seguidores'],
  universe: ['rating'],
  perVisitor: ['visitas-dia', 'visitas-mes'],
} as const

const shape = z.strictObject({
  value: z.number().positive(),
  range: range.describe('Mínimo y máximo, cuando la cifra es una estimación: [10000, 14000]'),
  unit: z.enum([
    'visitas-dia',
    'visitas-mes',
    'ejemplares',
    'lectores',
    'radioescuchas',
    'televidentes',
    'rating',
    'seguidores',
  ]),
  source: origin,
  asOf: z.coerce.string().regex(/^\d{4}(-\d{2})?$/, { error: 'debe ser AAAA o AAAA-MM' }),
  perCopy: factor(z.number().min(1).max(20))
    .exactOptional()
    .describe('De «ejemplares»: lectores por ejemplar, con su fuente; sin él, el alcance es «sin dato»'),
  rate: factor(z.number().positive().max(1))
    .exactOptional()
    .describe('De «seguidores»: qué parte ve cada publicación (0.05), con su fuente; sin él, «sin dato»'),
  universe: factor(z.number().int().positive())
    .exactOptional()
    .describe('De «rating»: de cuántas personas son cien puntos, con su fuente; sin él, «sin dato»'),
  perVisitor: factor(z.number().min(1).max(20))
    .exactOptional()
    .describe(
      'De «visitas-dia» y «visitas-mes»: visitas que hace una misma persona en un día (no en el mes), con su fuente; sin él, el alcance se dice en visitas',
    ),
  weekdays: z
    .array(z.number().nonnegative())
    .refine((days) => days.length === 7, {
      error: 'debe tener siete factores, de lunes a domingo',
      abort: true,
    })
    .refine((days) => Math.abs(days.reduce((sum, day) => sum + day, 0) / 7 - 1) <= MEAN_TOLERANCE, {
      error: 'los siete factores deben promediar 1: cada uno es contra el día promedio',
    })
    .exactOptional()
    .describe('Siete factores, de lunes a domingo, contra el día promedio (1), como los publica el medio'),
  sections: z
    .array(z.strictObject({ name: z.string().min(1), share: z.number().positive().max(1) }))
    .exactOptional()
    .describe('Secciones como las nombra el medio y qué parte de su audiencia abre cada una, de 0 a 1'),
})

type AudienceFile = z.infer<typeof shape>

/** The one definition of a published audience. */
export const audience = shape.superRefine(checkAudience)

function checkAudience(file: AudienceFile, context: z.core.$RefinementCtx<AudienceFile>): void {
  const complain = (message: string, key: string) =>
    context.addIssue({ code: 'custom', message, path: [key], input: file })
  for (const [key, units] of Object.entries(FACTOR_OF)) {
    if (key in file && !units.some((unit) => unit === file.unit))
      complain(`«${key}» es solo de «unit: ${units.join('» y «unit: ')}»; aquí es «${file.unit}»`, key)
  }
  if (file.unit === 'rating' && file.value > 100) complain('el rating va de 0 a 100 puntos', 'value')
  if (file.unit !== 'rating' && !Number.isInteger(file.value)) complain('debe ser un número entero', 'value')
  if (file.range !== undefined && (file.value < file.range[0] || file.value > file.range[1]))
    complain('«value» debe estar dentro de «range»', 'value')
  for (const key of ['perCopy', 'rate', 'universe', 'perVisitor'] as const) {
    const one = file[key]
    if (one?.range !== undefined && (one.value < one.range[0] || one.value > one.range[1]))
      complain(`el «value» de «${key}» debe estar dentro de su «range»`, key)
  }
  if (file.unit === 'seguidores' && (file.weekdays !== undefined || file.sections !== undefined)) {
    const key = file.weekdays === undefined ? 'sections' : 'weekdays'
    complain(`«${key}» es de medios, no de cuentas («unit: seguidores»)`, key)
  }
}
