// Parts of an article → the beginnings of its words, each with how much it says of what the article is about.

import type { Article } from '../model.ts'
import { listTokens } from '../text/tokens.ts'

export type Readable = Pick<Article, 'title' | 'standfirst' | 'paragraphs'>

/** Letters of a word that its Spanish endings leave alone: "pavimentación", "pavimentan", "pavimentos". */
const STEM_LETTERS = 5

/** Of a longer word its beginning tells more: "presa" from "presas", "presidenta" from "presidencia", "presupuesto". */
const LONG_STEM_LETTERS = 7

/** Shorter words are articles, prepositions and pronouns. */
const LEAST_LETTERS = 3

/** The headline says what a note is about, the rest what it touches. */
const WEIGHTS = { title: 3, standfirst: 2, opening: 1, body: 0.5 } as const

/** Paragraphs read: what follows is context. */
const MOST_PARAGRAPHS = 3

const EMPTY = new Set(
  'los las del una uno unos unas con por para que sus sin mas tras ante entre sobre desde hasta como este esta estos estas ese esa son fue fueron sera seran han hay ser muy pero cada otro otra otros otras donde cuando tambien todo toda todos todas esto eso les nos'.split(
    ' ',
  ),
)

/** Beginnings of a folded word: none when it says nothing. */
export function listStemsOf(form: string): string[] {
  if (form.length < LEAST_LETTERS || EMPTY.has(form) || /^\d/.test(form)) return []
  const stem = form.slice(0, STEM_LETTERS)
  return form.length < LONG_STEM_LETTERS ? [stem] : [stem, form.slice(0, LONG_STEM_LETTERS)]
}

/** Whether a beginning is that of a long word, beside its short one. */
export const isLongStem = (stem: string): boolean => stem.length === LONG_STEM_LETTERS

/** Parts of an article that are read, each with its weight. */
export function listParts(article: Readable): readonly (readonly [text: string, weight: number])[] {
  const { title, standfirst, paragraphs } = article
  const parts: (readonly [string, number])[] = [[title, WEIGHTS.title]]
  if (standfirst !== null) parts.push([standfirst, WEIGHTS.standfirst])
  for (const [at, text] of paragraphs.slice(0, MOST_PARAGRAPHS).entries())
    parts.push([text, at === 0 ? WEIGHTS.opening : WEIGHTS.body])
  return parts
}

/** Stems with their weight; the squares of the weights add up to one, so that long notes say no more than short ones. */
export function weighStems(article: Readable): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [text, weight] of listParts(article))
    for (const { form } of listTokens(text))
      for (const stem of listStemsOf(form)) counts.set(stem, (counts.get(stem) ?? 0) + weight)
  let squares = 0
  for (const [stem, count] of counts) {
    const weight = Math.sqrt(count)
    counts.set(stem, weight)
    squares += count
  }
  const norm = Math.sqrt(Math.max(squares, 1))
  for (const [stem, weight] of counts) counts.set(stem, weight / norm)
  return counts
}
