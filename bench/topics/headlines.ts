// headlines.txt, openings.txt, words.txt, apart.txt and press.txt → labelled texts: to learn from, kept apart, and the sample press by story.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TOPICS, type Topic } from '../../src/model.ts'

export type LabelledHeadline = {
  readonly title: string
  readonly topic: Topic
  readonly isKeptApart: boolean
}

/** One of five is never learnt from. */
const KEPT_APART = 5

const isTopic = (word: string): word is Topic => TOPICS.some((topic) => topic === word)

const readLines = (file: string) =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

/** Headlines written and labelled by hand; one of five is kept apart. */
export const readHeadlines = (): LabelledHeadline[] => readLabelled('headlines.txt', KEPT_APART)

/** Headlines and first sentences written and labelled by a second hand, only to learn from. */
export const readOpenings = (): LabelledHeadline[] => readLabelled('openings.txt', Number.POSITIVE_INFINITY)

/** A short note with all topics that fit it, the one it is about first. */
export type LabelledNote = {
  readonly title: string
  readonly opening: string
  readonly topics: readonly [Topic, ...Topic[]]
}

/** Notes of a second hand, never learnt from. */
export const readApart = (): LabelledNote[] =>
  readLines('apart.txt')
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [labels = '', title = '', opening = ''] = line.split('|').map((part) => part.trim())
      const [first, ...others] = labels.split('/').filter(isTopic)
      if (first === undefined || title === '' || opening === '') throw new Error(`apart.txt: «${line}»`)
      return { title, opening, topics: [first, ...others] }
    })

/** Words of each area, one by one, only to learn from. */
export const readWords = (): LabelledHeadline[] =>
  readLabelled('words.txt', Number.POSITIVE_INFINITY).flatMap((line) =>
    line.title.split(' ').map((title) => ({ ...line, title })),
  )

function readLabelled(file: string, keptApart: number): LabelledHeadline[] {
  const headlines: LabelledHeadline[] = []
  let topic: Topic | null = null
  let place = 0
  for (const line of readLines(file)) {
    if (line.startsWith('# ')) {
      const word = line.slice(2).trim()
      if (!isTopic(word)) throw new Error(`${file}: «${word}» is no topic`)
      topic = word
      place = 0
    } else if (topic !== null) {
      place += 1
      headlines.push({ title: line.trim(), topic, isKeptApart: place % keptApart === 0 })
    }
  }
  return headlines
}

/** Story number, such as `s01` → the topics that fit it; empty for none of them. */
export function readPressTopics(): ReadonlyMap<string, readonly Topic[]> {
  return new Map(
    readLines('press.txt')
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        const [story = '', ...words] = line.trim().split(/\s+/)
        return [story, words.filter(isTopic)] as const
      }),
  )
}
