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

/** One municipality with its people and offices, named at random; ten subjects. */
function inventProfile(number: number, random: () => number): Subject[] {
  const town = `${pick(STARTS, random)}${pick(MIDDLES, random)}${pick(MIDDLES, random)}${pick(ENDS, random)}`
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

function inventQuery(random: () => number): string {
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

console.log('\nBúsquedas con operadores, diez por perfil:')
let first = 0
for (const count of PROFILES) {
  const index = prepareQueries(Array.from({ length: count * SUBJECTS_EACH }, () => inventQuery(random)))
  for (const article of articles) findQueries(article, source, index)
  const before = process.cpuUsage()
  let matches = 0
  for (const article of articles) matches += findQueries(article, source, index).length
  const { user, system } = process.cpuUsage(before)
  const perArticle = (user + system) / 1e3 / articles.length
  if (first === 0) first = perArticle
  console.log(
    `${String(count * SUBJECTS_EACH).padStart(6)} búsquedas: ${perArticle.toFixed(3)} ms de CPU por nota, ` +
      `${(perArticle / first).toFixed(2)}× la primera fila, ${(matches / articles.length).toFixed(2)} halladas por nota`,
  )
}
