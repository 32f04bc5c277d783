// Parts of an article → the beginnings of its words, each with how much it says of what the article is about.

import type { Article } from '../model.ts'
import { listTokens } from '../text/tokens.ts'

/** Letters of a word that its Spanish endings leave alone: "pavimentación", "pavimentan", "pavimentos". */
const STEM_LETTERS = 5

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

/** Beginning of each word that says something, in order. */
export function listStems(text: string): string[] {
  return listTokens(text)
    .map(({ form }) => form)
    .filter((form) => form.length >= LEAST_LETTERS && !EMPTY.has(form) && !/^\d/.test(form))
    .map((form) => form.slice(0, STEM_LETTERS))
}

/** Stems with their weight; the squares of the weights add up to one, so that long notes say no more than short ones. */
export function weighStems(
  article: Pick<Article, 'title' | 'standfirst' | 'paragraphs'>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const read = (text: string, weight: number) => {
    for (const stem of listStems(text)) counts.set(stem, (counts.get(stem) ?? 0) + weight)
  }
  read(article.title, WEIGHTS.title)
  if (article.standfirst !== null) read(article.standfirst, WEIGHTS.standfirst)
  for (const [at, text] of article.paragraphs.slice(0, MOST_PARAGRAPHS).entries()) {
    read(text, at === 0 ? WEIGHTS.opening : WEIGHTS.body)
  }
  let squares = 0
  for (const [stem, count] of counts) {
    const weight = Math.sqrt(count)
    counts.set(stem, weight)
    squares += weight * weight
  }
  const norm = Math.sqrt(Math.max(squares, 1))
  for (const [stem, weight] of counts) counts.set(stem, weight / norm)
  return counts
}
