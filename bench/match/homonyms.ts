// Short contexts of places that share their name, with the truth → how well each is told, by class, on both halves.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMentions } from '../../src/match/mentions.ts'
import { prepareSubjects } from '../../src/match/subjects.ts'
import type { Source, Subject } from '../../src/model.ts'
import { makeArticle, makeSource, TALA } from '../../tests/match/tala.ts'

type Outlet = 'pueblo' | 'region' | 'estado' | 'nacional' | 'ajeno'

type Context = {
  readonly subjectId: string
  readonly outlet: Outlet
  /** What the name is there: `municipio`, `sustantivo`, `calle`, `apellido`, `estado`, `homonimo`… */
  readonly kind: string
  readonly truth: 'si' | 'no' | 'duda'
  readonly title: string
  readonly text: string
}

type Answer = 'nuestra' | 'dudosa' | 'no'

const place = (id: string, name: string, state: string, part: Partial<Subject>): Subject => ({
  id,
  name,
  role: 'municipio',
  aliases: [`${name}, ${state}`],
  ambiguous: [name],
  exclusions: [],
  context: [state],
  antiContext: [],
  ...part,
})

/** Each municipality as an analyst of it would declare it: its own facts, none of the contexts' words put in on purpose. */
const WATCHED: Readonly<Record<string, { subject: Subject; state: string; town: string; region: string }>> = {
  tala: { subject: TALA, state: 'MX-JAL', town: 'Tala', region: 'Ameca' },
  atengo: {
    state: 'MX-JAL',
    town: 'Atengo',
    region: 'Tecolotlán',
    subject: place('atengo', 'Atengo', 'Jalisco', {
      ambiguous: ['Atengo', 'atenguense', 'atenguenses'],
      exclusions: ['San Salvador Atenco', 'San Mateo Atenco', 'calle Atengo'],
      context: ['Jalisco', 'Soyatlán del Oro', 'Tenamaxtlán', 'Tecolotlán', 'Juchitlán', 'Sierra de Amula'],
      antiContext: ['Hidalgo', 'Tezontepec', 'Tecozautla', 'Mezquital', 'Pachuca', 'hidalguense', 'Texcoco'],
    }),
  },
  'benito-juarez': {
    state: 'MX-ROO',
    town: 'Cancún',
    region: 'Puerto Morelos',
    subject: place('benito-juarez', 'Benito Juárez', 'Quintana Roo', {
      exclusions: ['Benito Juárez García', 'alcaldía Benito Juárez', 'natalicio de Benito Juárez'],
      context: ['Quintana Roo', 'Cancún', 'Puerto Morelos', 'Isla Mujeres', 'Solidaridad'],
      antiContext: ['CDMX', 'Ciudad de México', 'Zacatecas', 'Guerrero', 'Veracruz', 'Sonora', 'Oaxaca'],
    }),
  },
  'el-salto': {
    state: 'MX-JAL',
    town: 'El Salto',
    region: 'Juanacatlán',
    subject: place('el-salto', 'El Salto', 'Jalisco', {
      aliases: ['El Salto, Jalisco', 'municipio de El Salto', 'Ayuntamiento de El Salto'],
      exclusions: ['El Salto del Ángel', 'El Salto del Nogal', 'cascada El Salto'],
      context: [
        'Jalisco',
        'Juanacatlán',
        'Tlaquepaque',
        'Tonalá',
        'Tlajomulco',
        'Guadalajara',
        'río Santiago',
      ],
      antiContext: ['Durango', 'Pueblo Nuevo', 'Mazatlán'],
    }),
  },
  tequila: {
    state: 'MX-JAL',
    town: 'Tequila',
    region: 'Amatitán',
    subject: place('tequila', 'Tequila', 'Jalisco', {
      aliases: ['Tequila, Jalisco', 'municipio de Tequila', 'Ayuntamiento de Tequila'],
      exclusions: ['Consejo Regulador del Tequila', 'Industria del Tequila', 'museo del Tequila'],
      context: ['Jalisco', 'Amatitán', 'Magdalena', 'Tapalpa', 'Guadalajara', 'región Valles'],
    }),
  },
  zapata: {
    state: 'MX-MOR',
    town: 'Emiliano Zapata',
    region: 'Jiutepec',
    subject: place('zapata', 'Emiliano Zapata', 'Morelos', {
      aliases: [
        'Emiliano Zapata, Morelos',
        'municipio de Emiliano Zapata',
        'Ayuntamiento de Emiliano Zapata',
      ],
      context: ['Morelos', 'Tezoyuca', 'Tres de Mayo', 'Xochitepec', 'Jiutepec', 'Cuernavaca'],
      antiContext: [
        'Tabasco',
        'Veracruz',
        'Xalapa',
        'Usumacinta',
        'Hidalgo',
        'Puebla',
        'Chinameca',
        'Anenecuilco',
      ],
    }),
  },
  morelos: {
    state: 'MX-ZAC',
    town: 'Morelos',
    region: 'Vetagrande',
    subject: place('morelos', 'Morelos', 'Zacatecas', {
      aliases: ['Morelos, Zacatecas', 'municipio de Morelos, Zacatecas'],
      exclusions: ['José María Morelos', 'estado de Morelos'],
      context: ['Zacatecas', 'Vetagrande', 'Hacienda Nueva', 'Guadalupe', 'Jerez'],
      antiContext: ['Cuernavaca', 'Cuautla', 'Jiutepec', 'Coahuila'],
    }),
  },
}

function makeOutlet(outlet: Outlet, { state, town, region }: (typeof WATCHED)[string] & object): Source {
  if (outlet === 'nacional') return makeSource(null, null)
  if (outlet === 'ajeno') return makeSource(null, 'MX-BCN')
  return makeSource(outlet === 'pueblo' ? town : outlet === 'region' ? region : 'Otra ciudad', state)
}

function readContexts(file: string): Context[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [subjectId = '', outlet, kind = '', truth, written = ''] = line.split(' | ')
      const [title = '', text = ''] = written.split(' // ')
      return { subjectId, outlet: outlet as Outlet, kind, truth: truth as Context['truth'], title, text }
    })
}

const indexes = new Map(Object.entries(WATCHED).map(([id, { subject }]) => [id, prepareSubjects([subject])]))

function answer({ subjectId, outlet, title, text }: Context): {
  answer: Answer
  evidence: readonly string[]
} {
  const [watched, index] = [WATCHED[subjectId], indexes.get(subjectId)]
  if (watched === undefined || index === undefined) throw new Error(`unknown municipality ${subjectId}`)
  const [mention] = findMentions(makeArticle(title, [text]), makeOutlet(outlet, watched), index)
  return { answer: mention?.belonging ?? 'no', evidence: mention?.evidence ?? [] }
}

/**
 * Prints precision and recall of "ours" on each half, and what became of each class. A `dudosa` is not counted as ours: it
 * goes to a person. Contexts whose truth is doubtful should be `dudosa` and are left out of the two figures.
 */
export function evaluateHomonyms(isVerbose: boolean): void {
  for (const [half, file] of [
    ['tuned on', 'homonyms-dev.txt'],
    ['kept apart', 'homonyms-kept.txt'],
  ] as const) {
    const told = readContexts(file).map((context) => ({ context, ...answer(context) }))
    const sure = told.filter(({ context }) => context.truth !== 'duda')
    const ours = sure.filter(({ context }) => context.truth === 'si')
    const found = sure.filter(({ answer: given }) => given === 'nuestra')
    const right = found.filter(({ context }) => context.truth === 'si').length
    const seen = ours.filter(({ answer: given }) => given !== 'no').length
    console.log(
      `\nHomonyms, ${half} (${told.length}): ours precision ${(right / found.length).toFixed(3)}, recall ${(right / ours.length).toFixed(3)}; ` +
        `with what goes to review, recall ${(seen / ours.length).toFixed(3)}`,
    )
    const kinds = [...new Set(told.map(({ context }) => `${context.kind} (${context.truth})`))].sort()
    console.table(
      Object.fromEntries(
        kinds.map((kind) => {
          const own = told.filter(({ context }) => `${context.kind} (${context.truth})` === kind)
          const count = (wanted: Answer) => own.filter(({ answer: given }) => given === wanted).length
          return [kind, { nuestra: count('nuestra'), dudosa: count('dudosa'), no: count('no') }]
        }),
      ),
    )
    if (!isVerbose) continue
    const expected = { si: 'nuestra', no: 'no', duda: 'dudosa' } as const
    for (const { context, answer: given, evidence } of told) {
      if (given !== expected[context.truth])
        console.log(
          `${context.truth} → ${given}: ${context.subjectId} ${context.outlet}: ${context.title} // ${context.text}\n    ${evidence.join(' ')}`,
        )
    }
  }
}
