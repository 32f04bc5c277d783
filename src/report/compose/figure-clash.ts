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
  'dias horas minutos segundos semanas meses anos pesos centavos millones miles metros kilometros centimetros litros grados puntos veces kilos toneladas horas hrs los las unos unas mas'.split(
    ' ',
  ),
)

/** Finds the first thing for which two outlets give one figure each and the figures differ. Null when there is none. */
export function findFigureClash(notes: readonly Note[]): FigureClash | null {
  const counts = notes.map((note) => ({ note, things: listCounts(note) }))
  const things = new Set(counts.flatMap(({ things: found }) => [...found.keys()]))
  for (const thing of things) {
    const sides = counts.flatMap(({ note, things: found }) => {
      const values = found.get(thing)
      const [value] = values ?? []
      return value !== undefined && values?.size === 1 ? [{ value, note }] : []
    })
    const outlets = new Set(sides.map(({ note }) => note.sourceId))
    const distinct = [...new Map(sides.map((side) => [side.value, side])).values()]
    if (outlets.size > 1 && distinct.length === 2) return { thing, sides: distinct }
  }
  return null
}

function listCounts(note: Note): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const paragraph of note.article.paragraphs) {
    for (const [, value = '', thing = ''] of cleanText(paragraph).matchAll(COUNTED)) {
      const number = Number(value.replace(/,/g, ''))
      const isYear = number >= 1900 && number <= 2100
      if (number < 2 || isYear || NOT_COMPARABLE.has(fold(thing))) continue
      found.set(thing, (found.get(thing) ?? new Set()).add(value))
    }
  }
  return found
}
