// The notes of one story → a thing that they count differently («12 pipas» and «21 pipas»), with who says what.
import type { Note } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import { cleanText } from '../typeset/clean-text.ts'

export type FigureClash = {
  /** The thing counted, in the plural, as the notes print it. */
  readonly thing: string
  readonly sides: readonly { readonly value: string; readonly note: Note }[]
}

const COUNTED = /(?<![\d.,$])(\d{1,3}(?:,\d{3})*|\d+)\s+(?:mil\s+)?(\p{Ll}{3,}s)(?![\p{L}])/gu

/** Things of which a story naturally gives several figures: time, money, distance. */
const NOT_COMPARABLE = new Set(
  'dias horas minutos segundos semanas meses años pesos centavos millones miles metros kilometros centimetros litros grados puntos veces kilos kilogramos gramos toneladas hectareas hrs los las unos unas mas'.split(
    ' ',
  ),
)

/** Two sentences count the same thing when they share this many telling words besides it. */
const LEAST_SHARED = 3
/** Figures further apart than this count different things: the policemen of a town and those of a state. */
const MOST_APART = 4
/** Words are compared by their first letters, as far as Spanish inflects. */
const STEM = 6

type Count = { readonly value: string; readonly note: Note; readonly words: ReadonlySet<string> }

/**
 * Finds the first thing that two outlets count differently in sentences that say the same. Null when there is none: a
 * clash that is not one would send somebody to correct what is right, so doubt counts as none.
 */
export function findFigureClash(notes: readonly Note[]): FigureClash | null {
  const byThing = new Map<string, Count[]>()
  for (const note of notes.toSorted((one, other) => one.id - other.id)) {
    for (const [thing, count] of listCounts(note)) byThing.set(thing, [...(byThing.get(thing) ?? []), count])
  }
  for (const [thing, counts] of byThing) {
    const clash = findPair(counts)
    if (clash !== null) return { thing, sides: clash.map(({ value, note }) => ({ value, note })) }
  }
  return null
}

function findPair(counts: readonly Count[]): readonly Count[] | null {
  for (const [index, one] of counts.entries()) {
    const other = counts.slice(index + 1).find((candidate) => clashes(one, candidate))
    if (other !== undefined) return [one, other]
  }
  return null
}

function clashes(one: Count, other: Count): boolean {
  if (one.note.sourceId === other.note.sourceId || one.value === other.value) return false
  const [low = 0, high = 0] = [numberOf(one.value), numberOf(other.value)].toSorted((a, b) => a - b)
  if (high > low * MOST_APART) return false
  return [...one.words].filter((word) => other.words.has(word)).length >= LEAST_SHARED
}

function numberOf(value: string): number {
  return Number(value.replace(/,/g, ''))
}

/** Things that a note counts once only; one that it counts twice may count two things. */
function listCounts(note: Note): Map<string, Count> {
  const found = new Map<string, Count[]>()
  for (const paragraph of note.article.paragraphs) {
    for (const sentence of cleanText(paragraph).split(/(?<=[.!?…])\s+/)) {
      for (const [, value = '', thing = ''] of sentence.matchAll(COUNTED)) {
        const isYear = numberOf(value) >= 1900 && numberOf(value) <= 2100
        if (numberOf(value) < 2 || isYear || NOT_COMPARABLE.has(fold(thing))) continue
        const count = { value, note, words: listStems(sentence, thing) }
        found.set(thing, [...(found.get(thing) ?? []), count])
      }
    }
  }
  return new Map(
    [...found].flatMap(([thing, [first, ...others]]) =>
      first === undefined || others.some(({ value }) => value !== first.value)
        ? []
        : [[thing, first] as const],
    ),
  )
}

function listStems(sentence: string, thing: string): Set<string> {
  const words = fold(sentence).match(/\p{L}{5,}/gu) ?? []
  return new Set(words.filter((word) => word !== fold(thing)).map((word) => word.slice(0, STEM)))
}
