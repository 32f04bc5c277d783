// The answers of whoever installs Síntesis → a workspace: its municipality.yml, briefs, sources and folders.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { Misdeclared } from '../failure.ts'
import { fold } from '../text/fold.ts'
import { STATE_NAMES } from '../text/states.ts'
import { renderAlertsSchema, renderDeliverySchema, renderMunicipalitySchema } from './editor-schema.ts'
import { ALERTS_TEMPLATE, DELIVERY_TEMPLATE } from './new-lists.ts'

/** Folder of the program itself, whose sections, briefs and sources a new workspace starts from. */
const PROGRAM = join(import.meta.dirname, '../..')

export type Answers = {
  readonly name: string
  /** State as a person writes it ("Jalisco") or its ISO code. */
  readonly state: string
  readonly office: string
  readonly contact: string
  readonly mayor: string | null
}

/** ISO 3166-2 code of a state written by name or code, or null. */
export function findState(text: string): string | null {
  const wanted = fold(text.trim())
  const entry = Object.entries(STATE_NAMES).find(
    ([code, name]) => fold(code) === wanted || fold(name) === wanted,
  )
  return entry?.[0] ?? null
}

/** Writes a workspace and returns its files. Refuses to touch a folder that already has a municipality.yml. */
export async function writeWorkspace(folder: string, answers: Answers): Promise<string[]> {
  const state = findState(answers.state)
  if (state === null) {
    const names = Object.values(STATE_NAMES).join(', ')
    throw new Misdeclared(
      'estado',
      null,
      null,
      `«${answers.state}» no es un estado; escribe uno de: ${names}`,
    )
  }
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).includes('municipality.yml')) {
    throw new Misdeclared(
      join(folder, 'municipality.yml'),
      null,
      null,
      'ya existe; edítalo o elige otra carpeta',
    )
  }
  const home = state.toLowerCase()
  for (const part of ['reports', 'sources/mx', `sources/${home}`, 'boletines']) {
    await mkdir(join(folder, part), { recursive: true })
  }
  for (const part of [
    'reports',
    'sources/mx',
    `sources/${home}`,
    'sources/README.md',
    'boletines/README.md',
  ]) {
    await copyIfThere(join(PROGRAM, part), join(folder, part))
  }
  await writeFile(join(folder, '.gitignore'), 'data/\n')
  const texts = {
    'municipality.schema.json': renderMunicipalitySchema(),
    'delivery.schema.json': renderDeliverySchema(),
    'alerts.schema.json': renderAlertsSchema(),
    'delivery.yml': DELIVERY_TEMPLATE,
    'alerts.yml': ALERTS_TEMPLATE,
  }
  for (const [name, text] of Object.entries(texts)) await writeNew(join(folder, name), text)
  await writeFile(join(folder, 'municipality.yml'), await renderMunicipality(answers, state))
  return ['municipality.yml', 'reports/', 'sources/', 'boletines/', 'delivery.yml', 'alerts.yml']
}

/** What somebody has there already stays. */
async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

async function renderMunicipality(answers: Answers, state: string): Promise<string> {
  const { name } = answers
  const stateName = STATE_NAMES[state] ?? state
  const id = fold(name)
    .replace(/ñ/g, 'n')
    .replace(/[^a-z0-9]+/g, '-')
  const municipality = {
    id,
    name,
    role: 'municipio',
    aliases: [
      `Ayuntamiento de ${name}`,
      `Gobierno de ${name}`,
      `Gobierno Municipal de ${name}`,
      `municipio de ${name}`,
      `${name}, ${stateName}`,
    ],
    ambiguous: [name],
    context: [stateName],
  }
  const mayor =
    answers.mayor === null
      ? []
      : [
          {
            id: 'presidencia',
            name: answers.mayor,
            role: 'persona',
            aliases: [answers.mayor],
            ambiguous: [
              'la alcaldesa',
              'el alcalde',
              'la presidenta municipal',
              'el presidente municipal',
              'la edil',
            ],
            context: [name],
          },
        ]
  const head =
    '# yaml-language-server: $schema=./municipality.schema.json\n' +
    '# A quién se vigila y cómo se imprime. Las frases se comparan sin acentos ni mayúsculas; la ñ sí cuenta.\n'
  const facts = stringify({
    name,
    state,
    stateName,
    office: answers.office,
    timeZone: zoneOf(state),
    contact: answers.contact,
    subjects: [municipality, ...mayor],
  })
  return `${head}${facts}${QUERY_EXAMPLE}${await exampleSections()}`
}

/** What an analyst may write below, shown where it would stand. */
const QUERY_EXAMPLE = `
# Un tema se vigila con una búsqueda («sintesis query try» la prueba con lo ya captado). Quita los # para usarla:
#  - id: obras
#    name: Obras en el centro
#    role: tema
#    query: (bache* OR paviment*) NEAR/10 (centro OR Hidalgo) NOT Guadalajara
`

/** The sections, holidays and duties of the example, with their comments. */
async function exampleSections(): Promise<string> {
  const example = await readFile(join(PROGRAM, 'municipality.yml'), 'utf8')
  const start = example.indexOf('# Secciones de la síntesis')
  return start < 0 ? '' : `\n${example.slice(start)}`
}

/** Zone of most of a state; municipalities on the border with the United States may keep another. */
function zoneOf(state: string): string {
  const zones: Readonly<Record<string, string>> = {
    'MX-BCN': 'America/Tijuana',
    'MX-BCS': 'America/Mazatlan',
    'MX-SIN': 'America/Mazatlan',
    'MX-NAY': 'America/Mazatlan',
    'MX-SON': 'America/Hermosillo',
    'MX-ROO': 'America/Cancun',
    'MX-CHH': 'America/Chihuahua',
    'MX-NLE': 'America/Monterrey',
    'MX-YUC': 'America/Merida',
  }
  return zones[state] ?? 'America/Mexico_City'
}
