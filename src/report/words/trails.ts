// «De dónde sale cada cifra»: the titles of its groups and the names in its entries.

import { countOf, NOTES } from './numbers.ts'

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

export const printBoletin = (folio: string): string => `Boletín ${folio}`

/** Under the title: how to read the numbers, and which counts have their notes elsewhere. */
export const TRAIL_NOTES = {
  sintesis:
    'Números de las notas que se contaron; entre paréntesis, cuántas publicaciones de la misma. Las cifras de días anteriores salen de sus ediciones.',
  report:
    'Números de las notas que se contaron; entre paréntesis, cuántas publicaciones de la misma. Las cifras de periodos anteriores salen de sus ediciones, y las de otros municipios no están aquí.',
} as const
