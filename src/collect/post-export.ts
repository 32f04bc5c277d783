// The CSV that Meta Business Suite exports, or a table kept by hand → the posts it lists, and each row that is none with why.
import { SourceChanged } from '../failure.ts'
import type { Counts } from '../model.ts'
import { parseDate } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { parseCsv } from './csv.ts'
import { chooseDayOrder, readExportDate } from './export-dates.ts'
import type { GivenPost } from './given-post.ts'
import { countOf } from './json-values.ts'
import { findSlotColumns, listSlotHeaders, type SlotColumns } from './slot-columns.ts'

export type ExportedPosts = {
  readonly posts: readonly GivenPost[]
  /** Rows without an address: their line in the table (the header is 1) and why they are left out, in Spanish. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
  /** Columns of a table of broadcasts or papers that nobody knows: nothing of it should be kept until they are mended. */
  readonly unknownColumns: readonly string[]
}

type Field = 'url' | 'title' | 'text' | 'author' | 'publishTime' | 'date' | 'hour' | keyof Counts

/**
 * Headers of Meta's exports (Facebook and Instagram, English and Spanish of both shores) and of tables kept by hand, folded.
 * The first that a table has wins; `publishTime` is Meta's, whose column «Fecha» says only "Lifetime".
 */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  url: ['permalink', 'enlace permanente', 'url', 'liga', 'enlace', 'link', 'direccion'],
  title: ['title', 'titulo', 'encabezado'],
  text: ['description', 'descripcion', 'texto', 'text', 'mensaje', 'message', 'caption'],
  author: [
    'page name',
    'nombre de la pagina',
    'account name',
    'nombre de la cuenta',
    'account username',
    'nombre de usuario de la cuenta',
    'cuenta',
    'autor',
  ],
  publishTime: ['publish time', 'hora de publicacion', 'fecha y hora de publicacion'],
  date: ['date', 'fecha', 'fecha de publicacion', 'publicado'],
  hour: ['hora', 'hora de inicio', 'inicio'],
  views: ['views', 'visualizaciones', 'vistas', 'reproducciones'],
  reactions: ['reactions', 'reacciones', 'likes', 'me gusta'],
  comments: ['comments', 'comentarios'],
  shares: ['shares', 'veces compartido', 'veces que se compartio', 'compartidos', 'compartidas'],
}

type Columns = Readonly<Record<Field, number | null>>

function findColumns(header: readonly string[]): Columns {
  const names = header.map((name) => fold(name).trim())
  const find = (field: Field) => {
    const name = HEADERS[field].find((one) => names.includes(one))
    return name === undefined ? null : names.indexOf(name)
  }
  return Object.fromEntries(Object.keys(HEADERS).map((field) => [field, find(field as Field)])) as Columns
}

/** `1,234` and `1 234` are 1234; an empty cell is unknown. */
function countIn(text: string | null): number | null {
  return text === null ? null : countOf(text.replace(/[,.\s\u00a0](?=\d{3}\b)/g, ''))
}

/**
 * Reads an export. `timeZone` is that of its dates, `now` the moment of reading. A table without a column of addresses is
 * `SourceChanged`, unless it is one of broadcasts or papers, whose notes need no link; a date that cannot be read is unknown,
 * or in such a table refused, as are wrong times and pages.
 */
export function readPostExport(csv: string, timeZone: string, now: Date): ExportedPosts {
  const [header = [], ...rows] = parseCsv(csv)
  const columns = findColumns(header)
  const slots = findSlotColumns(header)
  if (columns.url === null && slots === null) {
    const seen = header
      .slice(0, 8)
      .map((name) => name.slice(0, 40))
      .join(', ')
    throw new SourceChanged('una columna «Permalink» o «Enlace permanente»', `las columnas ${seen}`)
  }
  const cellOf = (row: readonly string[], field: Field): string | null => {
    const column = columns[field]
    return (column === null ? '' : (row[column] ?? '')) || null
  }
  const order = chooseDayOrder(
    rows.flatMap((row) => cellOf(row, 'publishTime') ?? []),
    timeZone,
    now,
  )
  /** The hour stands beside its day, in a column of its own, only where somebody logs broadcasts. */
  const writtenOf = (row: readonly string[]): string | null =>
    [cellOf(row, 'date'), slots === null ? null : cellOf(row, 'hour')]
      .filter((part) => part !== null)
      .join(' ') || null
  const dateOf = (row: readonly string[]): Pick<GivenPost, 'publishedAt' | 'isDayOnly'> => {
    const published = cellOf(row, 'publishTime')
    if (published !== null) return { publishedAt: readExportDate(published, order, timeZone, now) }
    const read = parseDate(writtenOf(row) ?? '', { timeZone, now })
    const isDayOnly = slots !== null && read?.hasHour === false
    return { publishedAt: read?.instant ?? null, ...(isDayOnly ? { isDayOnly } : {}) }
  }
  const posts: GivenPost[] = []
  const refused: { row: number; reason: string }[] = []
  for (const [index, row] of rows.entries()) {
    const url = cellOf(row, 'url')
    const dated = dateOf(row)
    const placed = slots?.read(row) ?? { slot: null, faults: [] }
    const written = cellOf(row, 'publishTime') ?? writtenOf(row)
    const reason =
      refuseLink(url, row, slots) ??
      placed.faults[0]?.message ??
      (slots !== null && written !== null && dated.publishedAt === null
        ? `«${written}» no es una fecha; escribe «2026-11-06 10:30»`
        : null)
    if (reason !== null) {
      refused.push({ row: index + 2, reason })
      continue
    }
    posts.push({
      url,
      title: cellOf(row, 'title'),
      text: cellOf(row, 'text'),
      author: cellOf(row, 'author'),
      ...dated,
      ...(placed.slot === null ? {} : { slot: placed.slot }),
      counts: {
        views: countIn(cellOf(row, 'views')),
        reactions: countIn(cellOf(row, 'reactions')),
        comments: countIn(cellOf(row, 'comments')),
        shares: countIn(cellOf(row, 'shares')),
      },
    })
  }
  const known = [
    ...Object.values(HEADERS).flat(),
    ...(columns.publishTime === null ? [] : header.map((name) => fold(name).trim())),
  ]
  return { posts, refused, unknownColumns: slots?.unknown(known) ?? [] }
}

/** All that may head a column of a table kept by hand. */
export const listHeaders = (): readonly string[] => [...Object.values(HEADERS).flat(), ...listSlotHeaders()]

/** Why a row is left out for its link, in Spanish: only broadcasts and papers may be without. */
function refuseLink(url: string | null, row: readonly string[], slots: SlotColumns | null): string | null {
  if (url === null) return slots?.read(row).slot == null ? 'no trae la liga de la publicación' : null
  return /^https?:\/\//i.test(url) ? null : 'no trae la liga de la publicación'
}
