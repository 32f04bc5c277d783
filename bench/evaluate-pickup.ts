// Boletines and notes derived from them by seeds, and the sample press → how well pick-ups are told: by way, by kind, by share, by span.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareBoletines } from '../src/match/boletines.ts'
import { tracePickups } from '../src/match/pickups.ts'
import type { Pickup } from '../src/model.ts'
import { makeArticle } from '../tests/match/tala.ts'
import { type Derived, listWays, type Truth, type Way } from './pickup/derived.ts'
import { type Invented, startInventing } from './pickup/invented.ts'
import { evaluateProbable } from './pickup/probable.ts'
import { readPressBoletines, readStories } from './press/stories.ts'
import { makeRandom, pick } from './random.ts'

const HOUR = 3_600_000
const KINDS: readonly Truth[] = ['integra', 'editada', 'parcial', 'citada', 'ninguna']
/** METER's three classes (Gaizauskas and others 2001): wholly, partly or not derived. */
const METER: Readonly<Record<Truth, string>> = {
  integra: 'entera',
  editada: 'entera',
  parcial: 'en parte',
  citada: 'en parte',
  ninguna: 'no',
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    notes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '23' },
  },
})
const [size, notesEach, seed] = [Number(values.size), Number(values.notes), Number(values.seed)]

type Told = {
  readonly way: string
  readonly weight: Way['weight']
  readonly derived: Derived
  readonly right: Pickup | null
  readonly strays: readonly Pickup[]
}

const press = join(import.meta.dirname, 'press')
const stories = readStories(
  join(press, 'stories'),
  readPressBoletines(join(press, 'workspace/boletines/2026')),
)
const random = makeRandom(seed)
const inventor = startInventing(stories, random)

/** One boletín in eight is the next of a series. */
function inventArchive(): Invented[] {
  const boletines: Invented[] = []
  for (let number = 0; number < size; number += 1) {
    const previous = boletines[number - 1]
    boletines.push(
      previous !== undefined && random() < 1 / 8
        ? inventor.inventSibling(previous, number)
        : inventor.inventBoletin(number),
    )
  }
  return boletines
}

function tellAll(boletines: readonly Invented[]): Told[] {
  const index = prepareBoletines(boletines)
  const withNames = boletines.filter(({ names }) => names !== null)
  return Object.entries(listWays(inventor, random)).flatMap(([way, { derive, weight }]) =>
    Array.from({ length: notesEach }, (): Told => {
      const boletin = pick(way.startsWith('lista') ? withNames : boletines, random)
      const derived = derive(boletin)
      const publishedAt = new Date(boletin.sentAt.getTime() + 5 * HOUR)
      const article = makeArticle('Una nota', derived.paragraphs, { publishedAt, hasHour: true })
      const found = tracePickups(article, publishedAt, index)
      const isRight = ({ folio }: Pickup) => folio === boletin.folio && derived.share !== null
      return {
        way,
        weight,
        derived,
        right: found.find(isRight) ?? null,
        strays: found.filter((each) => !isRight(each)),
      }
    }),
  )
}

const ratio = (part: number, whole: number): string => (whole === 0 ? '—' : (part / whole).toFixed(3))
const mean = (all: readonly number[]): string =>
  all.length === 0 ? '—' : (all.reduce((sum, each) => sum + each, 0) / all.length).toFixed(3)

function errorOf({ derived, right }: Told): number[] {
  return right === null || derived.share === null ? [] : [Math.abs(right.shareOfBoletin - derived.share)]
}

function printWays(told: readonly Told[]): void {
  console.log(`\nBy way of reprinting, ${notesEach} notes each:`)
  console.table(
    Object.fromEntries(
      [...new Set(told.map(({ way }) => way))].map((way) => {
        const own = told.filter((each) => each.way === way)
        const due = own.filter(({ derived }) => derived.share !== null)
        const right = own.filter((each) => each.right !== null)
        const strays = own.reduce((sum, each) => sum + each.strays.length, 0)
        const kinds = due.filter(({ right: found, derived }) => found?.kind === derived.kind).length
        return [
          way,
          {
            recall: ratio(right.length, due.length),
            precision: ratio(right.length, right.length + strays),
            strays,
            'kind right': ratio(kinds, due.length),
            'share MAE': mean(own.flatMap(errorOf)),
            'span F1': spanScore(right),
          },
        ]
      }),
    ),
  )
}

/** Words of the note inside copied paragraphs against words inside passages. */
function spanScore(told: readonly Told[]): string {
  let [both, due, given] = [0, 0, 0]
  for (const { derived, right } of told) {
    for (const [paragraph, text] of derived.paragraphs.entries()) {
      const own = right?.passages.filter((passage) => passage.articleParagraph === paragraph) ?? []
      for (const { index } of text.matchAll(/\S+/g)) {
        const isGiven = own.some(
          ({ articleStart, articleEnd }) => index >= articleStart - 2 && index < articleEnd,
        )
        const isDue = derived.copied[paragraph] === true
        if (isDue) due += 1
        if (isGiven) given += 1
        if (isDue && isGiven) both += 1
      }
    }
  }
  return ratio(2 * both, due + given)
}

/** A stray is a pick-up of what reprints nothing, told as its kind. */
function pairKinds(told: readonly Told[]): (readonly [Truth, Truth])[] {
  return told.flatMap(({ derived, right, strays }) => [
    ...(derived.share !== null || strays.length === 0
      ? [[derived.kind, right?.kind ?? 'ninguna'] as const]
      : []),
    ...strays.map(({ kind }) => ['ninguna', kind] as const),
  ])
}

function scoreClasses(
  title: string,
  pairs: readonly (readonly [string, string])[],
  classes: readonly string[],
): void {
  const rows = classes.map((name) => {
    const both = pairs.filter(([truth, found]) => truth === name && found === name).length
    const due = pairs.filter(([truth]) => truth === name).length
    const given = pairs.filter(([, found]) => found === name).length
    return { name, due, both, given, f1: due + given === 0 ? null : (2 * both) / (due + given) }
  })
  const known = rows.flatMap(({ f1 }) => (f1 === null ? [] : [f1]))
  console.log(`\n${title}: macro-F1 ${mean(known)}`)
  console.table(
    Object.fromEntries(
      rows.map(({ name, due, both, given, f1 }) => [
        name,
        {
          notes: due,
          precision: ratio(both, given),
          recall: ratio(both, due),
          F1: f1 === null ? '—' : f1.toFixed(3),
        },
      ]),
    ),
  )
}

const told = tellAll(inventArchive())
console.log(`${size} invented boletines, seed ${seed}`)
printWays(told)
const pairs = pairKinds(told)
scoreClasses('By kind', pairs, KINDS)
scoreClasses(
  'Wholly, partly, not derived',
  pairs.map(([truth, found]) => [METER[truth], METER[found]] as const),
  ['entera', 'en parte', 'no'],
)
for (const weight of ['exact', 'light', 'heavy', 'part'] as const) {
  const own = told.filter((each) => each.weight === weight)
  const right = own.filter((each) => each.right !== null).length
  const strays = own.reduce((sum, each) => sum + each.strays.length, 0)
  console.log(
    `${weight}: recall ${ratio(right, own.length)}, precision ${ratio(right, right + strays)}, share MAE ${mean(own.flatMap(errorOf))}`,
  )
}
evaluateProbable(stories, inventor, makeRandom(seed), 3 * notesEach)
