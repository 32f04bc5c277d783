// Where the date of a note was read → how a person is told.
import type { DateOrigin } from '../model.ts'

export const DATE_ORIGINS: Readonly<Record<DateOrigin, string>> = {
  'json-ld': 'los datos que la página da a los buscadores',
  meta: 'las etiquetas de la página',
  time: 'la fecha marcada en la página',
  url: 'la dirección',
  text: 'el texto de la página',
  feed: 'la lista del medio',
  none: 'nadie la dice',
}
