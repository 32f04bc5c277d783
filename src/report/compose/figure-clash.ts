// The notes of one story → a thing that they count differently («12 pipas» and «21 pipas»), with who says what.
import type { Note } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import { listTokens } from '../../text/tokens.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { splitSentences } from './passage.ts'

export type FigureClash = {
  /** The thing counted, in the plural, as the notes print it. */
  readonly thing: string
  readonly sides: readonly { readonly value: string; readonly note: Note }[]
}

/** A number of things in a sentence, and the other words of that sentence. */
type Count = {
  readonly value: string
  readonly number: number
  readonly thing: string
  readonly context: ReadonlySet<string>
}

const COUNTED = /(?<![\d.,:$])(\d{1,3}(?:,\d{3})+|\d+)\s+(\p{Ll}{3,}s)(?![\p{L}])/gu
/** Words in common from which two sentences count the same thing, and how far apart their figures may be. */
const LEAST_SHARED = 4
const FARTHEST = 4
/** Words are compared by their beginning, which Spanish endings do not reach. */
const STEM = 6

/** Things of which a story naturally gives several figures: time, money, distance, weight. Folded. */
const NOT_COMPARABLE = new Set(
  'dias horas minutos segundos semanas meses años decadas pesos centavos millones miles metros kilometros centimetros litros grados puntos veces kilos toneladas hectareas hrs los las unos unas mas otros otras'.split(
    ' ',
  ),
)

/**
 * Finds the first thing that two outlets count differently in sentences that say the same. Each gives one figure of it in
 * its whole text, and neither gives the other's. Null when there is none: a doubtful clash is not worth a phone call.
 */
export function findFigureClash(notes: readonly Note[]): FigureClash | null {
  const told = notes.map((note) => ({ note, counts: listCounts(note) }))
  for (const [index, one] of told.entries()) {
    for (const other of told.slice(index + 1)) {
      if (one.note.sourceId === other.note.sourceId) continue
      const clash = one.counts
        .flatMap((count) => other.counts.map((rival) => ({ count, rival })))
        .find(
          ({ count, rival }) => doClash(count, rival) && !says(other.note, count) && !says(one.note, rival),
        )
      if (clash === undefined) continue
      const { count, rival } = clash
      const sides = [
        { value: count.value, number: count.number, note: one.note },
        { value: rival.value, number: rival.number, note: other.note },
      ]
      return { thing: count.thing, sides: sides.toSorted((low, high) => low.number - high.number) }
    }
  }
  return null
}

function doClash(one: Count, other: Count): boolean {
  if (one.thing !== other.thing || one.number === other.number) return false
  const ratio = Math.max(one.number, other.number) / Math.min(one.number, other.number)
  const shared = [...one.context].filter((stem) => other.context.has(stem)).length
  return ratio <= FARTHEST && shared >= LEAST_SHARED
}

const says = ({ article }: Note, { value }: Count): boolean =>
  article.paragraphs.some((paragraph) => new RegExp(`(?<![\\d,.])${value}(?![\\d,.]\\d|\\d)`).test(paragraph))

/** Counts of things that the note counts once. */
function listCounts(note: Note): Count[] {
  const counts = note.article.paragraphs.flatMap(splitSentences).flatMap(countsIn)
  return counts.filter((count) => counts.every((other) => other === count || other.thing !== count.thing))
}

function countsIn(sentence: string): Count[] {
  const text = cleanText(sentence)
  return [...text.matchAll(COUNTED)].flatMap(([, value = '', thing = '']) => {
    const number = Number(value.replace(/,/g, ''))
    const isYear = number >= 1900 && number <= 2100
    if (number < 2 || isYear || NOT_COMPARABLE.has(fold(thing))) return []
    const stems = listTokens(text)
      .map(({ form }) => form)
      .filter((form) => form.length >= 4 && /^\p{L}/u.test(form) && form !== fold(thing))
      .map((form) => form.slice(0, STEM))
    return [{ value, number, thing, context: new Set(stems) }]
  })
}
