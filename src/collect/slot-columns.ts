// The first row of a table → in which columns it says where each note stood in a broadcast or a paper, and which it cannot be read with.
import { fold } from '../text/fold.ts'
import { type ReadSlot, readSlot, type SlotWords } from './slot.ts'

/** Headers, folded. None of them is one of Meta's exports. */
const HEADERS: Readonly<Record<keyof SlotWords, readonly string[]>> = {
  programme: ['programa', 'noticiero', 'espacio'],
  host: ['conductor', 'conductora', 'conduce', 'locutor', 'locutora'],
  duration: ['duracion', 'tiempo al aire'],
  kind: ['tipo', 'genero'],
  witness: ['testigo', 'archivo', 'grabacion'],
  pages: ['pagina', 'paginas', 'pag', 'pags'],
  frontPage: ['primera plana', 'portada'],
}

/** A table with any of these is one of broadcasts or papers; a «tipo» alone may be of anything. */
const DECISIVE: readonly (keyof SlotWords)[] = [
  'programme',
  'host',
  'duration',
  'witness',
  'pages',
  'frontPage',
]
const VAGUE = ['espacio', 'archivo', 'portada']

const FIELDS = Object.keys(HEADERS) as (keyof SlotWords)[]
const KNOWN = Object.values(HEADERS).flat()

export type SlotColumns = {
  readonly read: (row: readonly string[]) => ReadSlot
  /** Names of the columns that nobody knows, when the table is one of broadcasts or papers; `known` are those that are read. */
  readonly unknown: (known: readonly string[]) => readonly string[]
}

/** Null of a table that says nothing of broadcasts or papers. */
export function findSlotColumns(header: readonly string[]): SlotColumns | null {
  const names = header.map((name) => fold(name).trim())
  const decisive = DECISIVE.flatMap((field) => HEADERS[field]).filter((name) => !VAGUE.includes(name))
  if (!names.some((name) => decisive.includes(name))) return null
  const places = FIELDS.map(
    (field) => [field, names.findIndex((name) => HEADERS[field].includes(name))] as const,
  )
  return {
    read: (row) =>
      readSlot(Object.fromEntries(places.map(([field, at]) => [field, at < 0 ? undefined : row[at]]))),
    unknown: (known) =>
      header.filter((_, at) => {
        const name = names[at] ?? ''
        return name !== '' && !KNOWN.includes(name) && !known.includes(name)
      }),
  }
}

/** All that may head a column of such a table. */
export const listSlotHeaders = (): readonly string[] => KNOWN
