// «De dónde sale cada cifra»: the titles of its groups and the names in its entries.

import { countOf, NOTES, printCount } from './numbers.ts'

export const TRAIL_LABELS = {
  tones: 'Notas por tono',
  sections: 'Secciones',
  boletines: 'Boletines',
  topics: 'Temas',
  media: 'Medios',
  people: 'Voceros',
  matrix: 'Medios que publicaron cada boletín',
  published: 'Boletines que publicó cada medio',
  pieces: 'Piezas de los convenios',
  dates: 'Fechas',
  onlyNamed: 'solo se le nombra',
} as const

/** `3 notas en ediciones anteriores`. */
export const printInEarlier = (count: number): string => `${countOf(count, NOTES)} en ediciones anteriores`

/** After the numbers of a part: the notes of stories that are not listed. */
export function printUnlisted(notes: number, isAlone: boolean): string {
  if (isAlone) return `${countOf(notes, NOTES)} en notas.csv`
  return notes === 1 ? 'y otra en notas.csv' : `y otras ${printCount(notes)} en notas.csv`
}

/** Over the list: how many stories stand in it, and where the others are. */
export const describeUnlisted = (listed: number, stories: number, notes: number): string =>
  `Las ${printCount(listed)} historias con más notas. ${
    stories === 1
      ? `Otra, con ${countOf(notes, NOTES)}, va`
      : `Otras ${printCount(stories)}, con ${countOf(notes, NOTES)}, van`
  } en notas.csv y notas.json, adjuntos en este PDF; las cifras las cuentan todas.`

export const printBoletin = (folio: string): string => `Boletín ${folio}`

/** Under the title: how to read the numbers, and which counts have their notes elsewhere. */
export const TRAIL_NOTES = {
  sintesis:
    'Números de las notas que se contaron; entre paréntesis, cuántas publicaciones de la misma. Las cifras de días anteriores salen de sus ediciones.',
  report:
    'Números de las notas que se contaron; entre paréntesis, cuántas publicaciones de la misma. Las cifras de periodos anteriores salen de sus ediciones, y las de otros municipios no están aquí.',
} as const
