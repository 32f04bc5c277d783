// The sample press and rewritten boletines → how often the lane of heavy rewrites proposes the right boletín, and a wrong one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { prepareBoletines } from '../../src/match/boletines.ts'
import { tracePickups } from '../../src/match/pickups.ts'
import { type Background, prepareProbable, proposeBoletin } from '../../src/match/probable.ts'
import { profileNote } from '../../src/match/vectors.ts'
import type { Article, Boletin } from '../../src/model.ts'
import { makeArticle } from '../../tests/match/tala.ts'
import { instantOf } from '../press/calendar.ts'
import { type PressNote, readPressBoletines } from '../press/stories.ts'
import { pick } from '../random.ts'
import type { Inventor } from './invented.ts'
import { startRewriting } from './rewritten.ts'

const HOUR = 3_600_000
const BOLETINES = join(import.meta.dirname, '../press/workspace/boletines/2026')

/** Notes of the sample press that tell a boletín in other words and copy no passage of it: one reader's judgement. */
export const RETOLD: Readonly<Record<string, string>> = {
  's01-b': '2026/0221',
  's06-c': '2026/0226',
  's11-b': '2026/0231',
}

/** The boletines of the sample press with the instant of their dispatch. */
export function readSentBoletines(): Boletin[] {
  const dates = new Map(
    readdirSync(BOLETINES).map((name) => {
      const [, head = ''] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(BOLETINES, name), 'utf8')) ?? []
      const { folio, fecha } = z.object({ folio: z.string(), fecha: z.string() }).parse(parse(head))
      return [folio, fecha] as const
    }),
  )
  return readPressBoletines(BOLETINES).map((boletin) => ({
    ...boletin,
    dependencia: null,
    file: boletin.folio,
    sentAt: instantOf((dates.get(boletin.folio) ?? '').slice(0, 16)),
  }))
}

/** A note of the sample press as the house reads it. */
export function readPressArticle({ title, standfirst, paragraphs, at }: PressNote): Article {
  return makeArticle(title, paragraphs, { standfirst, publishedAt: instantOf(at), hasHour: true })
}

/** How common each stem is in these notes. */
export function countPress(notes: readonly PressNote[]): Background {
  const holders = new Map<string, number>()
  for (const note of notes)
    for (const stem of profileNote(note).counts.keys()) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  return { texts: notes.length, countHolders: (stem) => holders.get(stem) ?? 0 }
}

type Verdict = { readonly due: string | null; readonly given: string | null }

function score(title: string, verdicts: readonly Verdict[]): void {
  const given = verdicts.filter((each) => each.given !== null)
  const right = given.filter((each) => each.given === each.due).length
  const due = verdicts.filter((each) => each.due !== null).length
  const ratio = (part: number, whole: number) => (whole === 0 ? '—' : (part / whole).toFixed(3))
  console.log(
    `${title}: ${verdicts.length} notes, proposed ${given.length}, precision ${ratio(right, given.length)}, recall ${ratio(right, due)} of ${due}`,
  )
}

function judgePress(notes: readonly PressNote[]): void {
  const boletines = readSentBoletines()
  const [exact, probable, press] = [
    prepareBoletines(boletines),
    prepareProbable(boletines),
    countPress(notes),
  ]
  const judged = notes
    .filter(({ outlet }) => outlet !== 'gobierno')
    .map((note) => {
      const [article, at] = [readPressArticle(note), instantOf(note.at)]
      const given = proposeBoletin(article, at, probable, press)?.folio ?? null
      const due = note.truth.pickup?.folio ?? RETOLD[note.id] ?? null
      const isTraced = tracePickups(article, at, exact).length > 0
      const isWhole = note.truth.pickup?.kind === 'integra'
      return { id: note.id, given, due, isTraced, isWhole }
    })
  score(
    '  press, notes that reprint no passage',
    judged.filter(({ isTraced }) => !isTraced),
  )
  score(
    '  press, all but whole copies, as if no passage had been traced',
    judged.filter(({ isWhole }) => !isWhole),
  )
  for (const { id, given, due, isTraced } of judged)
    if (given !== due && (given !== null || !isTraced))
      console.log(`    ${id}: proposed ${given}, due ${due}`)
}

function judgeRewritten(inventor: Inventor, random: () => number, size: number, each: number): void {
  const rewriter = startRewriting(inventor, random)
  const boletines = [rewriter.inventFactual(0)]
  while (boletines.length < size) {
    const previous = boletines.at(-1)
    const number = boletines.length
    boletines.push(
      previous !== undefined && random() < 1 / 4
        ? rewriter.inventNext(previous, number)
        : rewriter.inventFactual(number),
    )
  }
  const [exact, probable] = [prepareBoletines(boletines), prepareProbable(boletines)]
  const judge = (write: typeof rewriter.rewrite, isDue: boolean): Verdict[] =>
    Array.from({ length: each }, () => {
      const of = pick(boletines, random)
      const at = new Date(of.sentAt.getTime() + (1 + random() * 40) * HOUR)
      const article = makeArticle('Una nota', write(of), { publishedAt: at, hasHour: true })
      const isTraced = tracePickups(article, at, exact).length > 0
      const given = isTraced ? null : (proposeBoletin(article, at, probable)?.folio ?? null)
      return { due: isDue && !isTraced ? of.folio : null, given }
    })
  const [retold, others] = [judge(rewriter.rewrite, true), judge(rewriter.tellOther, false)]
  score(`  ${size} invented boletines, one in four of a series, retold`, retold)
  score('  the same work and people, another fact', others)
  score('  both', [...retold, ...others])
}

/** Prints precision and recall of the lane. */
export function evaluateProbable(
  notes: readonly PressNote[],
  inventor: Inventor,
  random: () => number,
  each: number,
): void {
  console.log('\nProposed as told in other words (a person decides):')
  judgePress(notes)
  judgeRewritten(inventor, random, 300, each)
}
