// municipality.yml → who is watched and how the house prints.
import { z } from 'zod'
import { type Municipality, TOPICS } from '../model.ts'
import { type Declared, readDeclaration } from './declaration.ts'
import { clockHour, phrases, stateCode, timeZone } from './fields.ts'
import { checkQueries } from './queries.ts'

/** WCAG 2 contrast that the masthead needs on white. */
const LEAST_CONTRAST = 4.5

const officeDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    error: 'debe ser una fecha AAAA-MM-DD, entre comillas',
  })
  .nullable()
  .default(null)

const subject = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: 'debe usar solo minúsculas sin acento, números y guiones' }),
  name: z.string().min(1),
  role: z.enum(['municipio', 'persona', 'dependencia', 'programa', 'tema', 'vecino']),
  aliases: phrases.describe('Frases que por sí solas son el sujeto'),
  ambiguous: phrases.describe('Frases que solo cuentan con contexto local'),
  exclusions: phrases.describe('Frases que contienen un alias y son otra cosa'),
  context: phrases.describe('Frases que confirman una frase ambigua'),
  antiContext: phrases.describe('Frases que hablan de un homónimo'),
  query: z
    .string()
    .nullable()
    .default(null)
    .describe(
      'Búsqueda que por sí sola es el sujeto: AND OR NOT ( ) "frase" prefijo* letra? ~plural case:Exacto NEAR/5 ONEAR/5 ATLEAST/2 title: body: section: source: state: @nombrada',
    ),
  inOffice: z
    .strictObject({ since: officeDay, until: officeDay })
    .nullable()
    .default(null)
    .describe(
      'De una persona: desde y hasta cuándo ocupa el cargo; sus frases de cargo solo cuentan entonces',
    ),
})

const generalTopic = z.enum(TOPICS)

const topic = z
  .union([generalTopic, z.array(generalTopic).min(1)], {
    error: `debe ser uno o varios de: ${generalTopic.options.join(', ')}`,
  })
  .exactOptional()
  .describe(
    'Temas generales que toma esta sección cuando ninguna frase decide: agua, [educacion, cultura]…; sin ellos, solo frases',
  )

/** The one definition of municipality.yml. */
export const municipalitySchema = z.strictObject({
  name: z.string().min(1).describe('Nombre del municipio'),
  inegi: z
    .string()
    .regex(/^\d{5}$/, { error: 'debe ser la clave INEGI de cinco dígitos, entre comillas' })
    .nullable()
    .default(null),
  state: stateCode,
  stateName: z.string().min(1),
  office: z.string().min(1).describe('Área que firma la síntesis'),
  timeZone: timeZone.default('America/Mexico_City'),
  contact: z.string().min(3).describe('Correo o página de contacto que se muestra a los sitios que se leen'),
  brandColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, { error: 'debe ser un color #RRGGBB entre comillas' })
    .refine((color) => contrastOnWhite(color) >= LEAST_CONTRAST, {
      error: `no se lee sobre blanco (contraste menor a ${LEAST_CONTRAST}); usa un tono más oscuro`,
    })
    .default('#1F4B57'),
  logo: z
    .string()
    .nullable()
    .default(null)
    .describe('Escudo: ruta de un PNG o JPEG dentro del espacio de trabajo'),
  toneModel: z
    .string()
    .regex(/^(?!.*(^|[\\/])\.\.([\\/]|$))[^\\/].*$/, {
      error: 'debe ser una carpeta dentro del espacio de trabajo, como modelos/tono',
    })
    .nullable()
    .default(null)
    .describe(
      'Carpeta con un modelo de tono propio (model.onnx, tokenizer.json, config.json); sin ella, el incluido',
    ),
  queries: z
    .record(
      z.string().regex(/^[\p{L}\p{N}_-]+$/u, {
        error: 'debe llamarse con letras, números y guiones, sin espacios',
      }),
      z.string(),
    )
    .default({})
    .describe('Búsquedas con nombre: otra las usa como @nombre'),
  subjects: z.array(subject).min(1).describe('El primero es el municipio'),
  sections: z
    .array(z.strictObject({ id: z.string().min(1), title: z.string().min(1), terms: phrases, topic }))
    .default([]),
  holidays: z
    .array(
      z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, { error: 'debe ser MM-DD o AAAA-MM-DD, entre comillas' }),
    )
    .default([]),
  duties: z
    .strictObject({ press: z.string().min(1), spokesperson: z.string().min(1), before: clockHour })
    .default({ press: 'Comunicación Social', spokesperson: 'Comunicación Social', before: '10:00' }),
})

type MunicipalityFile = z.infer<typeof municipalitySchema>

/** Reads municipality.yml. Its first subject must be the municipality itself and ids must not repeat. */
export function readMunicipality(file: string, text: string): Declared<Municipality> {
  const schema = municipalitySchema
    .superRefine(checkSubjects)
    .superRefine(checkTopics)
    .superRefine(checkQueries)
  const declared = readDeclaration(file, text, schema)
  if (!declared.ok) return declared
  const sections = declared.value.sections.map(({ topic: topics, ...section }) =>
    topics === undefined ? section : { ...section, topics: [topics].flat() },
  )
  return { ok: true, value: { ...declared.value, sections } }
}

/** A topic goes to one section, or nobody could say to which. */
function checkTopics({ sections }: MunicipalityFile, context: z.core.$RefinementCtx<MunicipalityFile>): void {
  const owners = new Map<string, string>()
  for (const [index, { topic: topics = [], title }] of sections.entries()) {
    for (const [at, one] of [topics].flat().entries()) {
      const owner = owners.get(one)
      if (owner !== undefined) {
        const message = `el tema «${one}» ya es de la sección «${owner}»; déjalo en una sola`
        const path = ['sections', index, 'topic', ...(Array.isArray(topics) ? [at] : [])]
        context.addIssue({ code: 'custom', message, path, input: one })
      }
      owners.set(one, title)
    }
  }
}

function checkSubjects(file: MunicipalityFile, context: z.core.$RefinementCtx<MunicipalityFile>): void {
  if (file.subjects[0]?.role !== 'municipio') {
    context.addIssue({
      code: 'custom',
      message: 'el primer sujeto debe ser el municipio («role: municipio»)',
      path: ['subjects', 0, 'role'],
      input: file.subjects,
    })
  }
  const seen = new Set<string>()
  for (const [index, { id, aliases, ambiguous, query, role, inOffice }] of file.subjects.entries()) {
    const path = ['subjects', index, 'id']
    if (seen.has(id)) context.addIssue({ code: 'custom', message: 'ese id ya existe', path, input: id })
    seen.add(id)
    if (aliases.length + ambiguous.length === 0 && query === null) {
      const message = 'no tiene con qué hallarse: agrega «aliases», «ambiguous» o «query»'
      context.addIssue({ code: 'custom', message, path, input: id })
    }
    if (inOffice !== null && role !== 'persona') {
      const message = '«inOffice» es solo de personas («role: persona»)'
      context.addIssue({ code: 'custom', message, path, input: id })
    }
    if (inOffice?.since != null && inOffice.until != null && inOffice.since > inOffice.until) {
      const message = '«since» de «inOffice» es posterior a «until»'
      context.addIssue({ code: 'custom', message, path, input: id })
    }
  }
}

function contrastOnWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
