// Growth of subject matching: the press notes against 1, 10, 100… invented municipalities of ten subjects each.
import { join } from 'node:path'
import { findMentions } from '../src/match/mentions.ts'
import { findQueries, prepareQueries } from '../src/match/query-index.ts'
import { prepareSubjects } from '../src/match/subjects.ts'
import type { Subject } from '../src/model.ts'
import { makeArticle, makeSource, SUBJECTS } from '../tests/match/tala.ts'
import { readPressBoletines, readStories } from './press/stories.ts'
import { makeRandom, pick } from './random.ts'

const PROFILES = [1, 10, 100, 1000, 2478]
const SUBJECTS_EACH = 10
const ROUNDS = 5

const press = join(import.meta.dirname, 'press')
const notes = readStories(join(press, 'stories'), readPressBoletines(join(press, 'workspace/boletines/2026')))
const articles = notes.map(({ title, standfirst, paragraphs }) =>
  makeArticle(title, paragraphs, { standfirst }),
)
const source = makeSource('Ameca')
const characters = articles.reduce((sum, { paragraphs }) => sum + paragraphs.join(' ').length, 0)

const STARTS = [
  'Ama',
  'Teco',
  'Xal',
  'Mezqui',
  'Ix',
  'Cuau',
  'Zapo',
  'Huej',
  'Tlal',
  'Aca',
  'Chi',
  'Oco',
  'Juchi',
  'Tepa',
]
const MIDDLES = ['tla', 'po', 'ta', 'zo', 'lo', 'ti', 'ma', 'cua', 'ni', 'pe']
const ENDS = ['titlán', 'tepec', 'calco', 'pan', 'huacán', 'cingo', 'tla', 'quilco', 'tengo', 'lula']
const GIVEN = ['Ana', 'Luis', 'Marta', 'Jorge', 'Elena', 'Raúl', 'Sofía', 'Iván', 'Rosa', 'Hugo']
const SURNAMES = [
  'Robledo',
  'Cervera',
  'Larios',
  'Montaño',
  'Arreola',
  'Quezada',
  'Bañuelos',
  'Tovar',
  'Urzúa',
  'Zamudio',
]

const inventTown = (random: () => number): string =>
  `${pick(STARTS, random)}${pick(MIDDLES, random)}${pick(MIDDLES, random)}${pick(ENDS, random)}`

/** One municipality with its people and offices, named at random; ten subjects. */
function inventProfile(number: number, random: () => number): Subject[] {
  const town = inventTown(random)
  const none = { exclusions: [], antiContext: [] }
  const people = Array.from({ length: SUBJECTS_EACH - 3 }, (_, index): Subject => {
    const name = `${pick(GIVEN, random)} ${pick(SURNAMES, random)} ${pick(SURNAMES, random)}`
    return {
      ...none,
      id: `p${number}-${index}`,
      name,
      role: 'persona',
      aliases: [name],
      ambiguous: [],
      context: [],
    }
  })
  return [
    {
      ...none,
      id: `m${number}`,
      name: town,
      role: 'municipio',
      aliases: [`${town}, Jalisco`, `Ayuntamiento de ${town}`, `municipio de ${town}`],
      ambiguous: [town],
      context: ['Jalisco', 'Valles', 'Guadalajara'],
    },
    {
      ...none,
      id: `d${number}`,
      name: `DIF ${town}`,
      role: 'dependencia',
      aliases: [`DIF ${town}`, `DIF de ${town}`],
      ambiguous: [],
      context: [],
    },
    {
      ...none,
      id: `o${number}`,
      name: 'Obras',
      role: 'dependencia',
      aliases: [`Obras Públicas de ${town}`],
      ambiguous: [],
      context: [],
    },
    ...people,
  ]
}

/** Words of the press, each as often as it occurs: queries of common and rare words, as people write them. */
const vocabulary = articles.flatMap(({ paragraphs }) =>
  paragraphs.flatMap((paragraph) => paragraph.match(/\p{L}{5,}/gu) ?? []),
)

/** Queries of words that any note may hold: what they find grows with their number, and so does the work. */
function inventCommonQuery(random: () => number): string {
  const word = () => pick(vocabulary, random)
  const forms = [
    () => `${word()} AND ${word()} AND ${word()}`,
    () => `(${word()} OR ${word()}) AND ${word()} NOT ${word()}`,
    () => `${word()} NEAR/5 ${word()}`,
    () => `"${word()} ${word()}" OR "${word()} ${word()}"`,
    () => `title:${word()} AND ${word()}`,
  ]
  return pick(forms, random)()
}

/** Ten queries of one municipality as its office writes them: its topics beside its own names. */
function inventOwnQueries(random: () => number): string[] {
  const town = inventTown(random)
  const mayor = `${pick(GIVEN, random)} ${pick(SURNAMES, random)} ${pick(SURNAMES, random)}`
  const word = () => pick(vocabulary, random)
  return [
    `${word()} AND ${town}`,
    `(${word()} OR ${word()} OR ~${word()}) NEAR/15 ${town}`,
    `"Ayuntamiento de ${town}" AND ${word()}`,
    `"${mayor}" OR ("presidenta municipal" NEAR/8 ${town})`,
    `title:${town} NOT ${word()}`,
    `"DIF ${town}" OR "DIF de ${town}"`,
    `(${word()} AND ${word()}) AND (${town} OR "${mayor}")`,
    `ATLEAST/2 ${town}`,
    `${town} ONEAR/10 ${word()}`,
    `"obras públicas" AND ${town} AND state:jalisco`,
  ]
}

const random = makeRandom(7)
console.log(
  `${articles.length} notas, ${(characters / 1e6).toFixed(2)} millones de caracteres; la primera fila es Tala sola`,
)
let base = 0
console.log('Sujetos por frases:')
for (const count of PROFILES) {
  const invented = Array.from({ length: count - 1 }, (_, number) => inventProfile(number, random)).flat()
  const index = prepareSubjects([...SUBJECTS, ...invented])
  for (const article of articles) findMentions(article, source, index)
  const before = process.cpuUsage()
  let mentions = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const article of articles) mentions += findMentions(article, source, index).length
  }
  const { user, system } = process.cpuUsage(before)
  const perArticle = (user + system) / 1e3 / (ROUNDS * articles.length)
  if (base === 0) base = perArticle
  console.log(
    `${String(count).padStart(5)} perfiles, ${String(count * SUBJECTS_EACH).padStart(6)} sujetos: ` +
      `${perArticle.toFixed(3)} ms de CPU por nota, ${Math.round(1000 / perArticle)} notas por segundo, ` +
      `${(perArticle / base).toFixed(2)}× la primera fila, ${mentions / ROUNDS} menciones`,
  )
}

function timeQueries(title: string, queriesOf: (profiles: number) => string[]): void {
  console.log(`\n${title}:`)
  let first = 0
  for (const count of PROFILES) {
    const index = prepareQueries(queriesOf(count))
    for (const article of articles) findQueries(article, source, index)
    const before = process.cpuUsage()
    let matches = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const article of articles) matches += findQueries(article, source, index).length
    }
    const { user, system } = process.cpuUsage(before)
    const perArticle = (user + system) / 1e3 / (ROUNDS * articles.length)
    if (first === 0) first = perArticle
    console.log(
      `${String(index.queries.length).padStart(6)} búsquedas: ${perArticle.toFixed(3)} ms de CPU por nota, ` +
        `${(perArticle / first).toFixed(2)}× la primera fila, ${(matches / ROUNDS / articles.length).toFixed(2)} halladas por nota`,
    )
  }
}

timeQueries('Búsquedas con operadores, las diez de cada municipio', (profiles) =>
  Array.from({ length: profiles }, () => inventOwnQueries(random)).flat(),
)
timeQueries('Lo peor: diez búsquedas por perfil, de palabras que todas las notas usan', (profiles) =>
  Array.from({ length: profiles * SUBJECTS_EACH }, () => inventCommonQuery(random)),
)
