// Rows of publications → the sheet of 18 columns: heads, widths and typed cells that no program takes for a formula.
import type { OutletKind, SheetRow } from './edition-content.ts'

/** `link` is http or https. A `date` is local, `YYYY-MM-DD`. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly isRisky: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'empty' }

/** Stands where a value exists and nobody knows it. */
export const UNKNOWN = 'sin dato'
/** What a cell may hold: the limit of every spreadsheet. */
const LONGEST_TEXT = 32_767
/** A hyperlink of a spreadsheet is no longer than this; a longer address is text. */
const LONGEST_LINK = 2_079

const MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

const TONES: Readonly<Record<string, string>> = {
  positivo: 'Positivo',
  neutro: 'Informativo',
  negativo: 'Negativo',
  mixto: 'Mixto',
  'sin evaluar': 'Sin evaluar',
}

/** Heads and widths in characters, in the order of the sheet that a Mexican public broadcaster uses. */
export const SHEET_COLUMNS: readonly { readonly head: string; readonly width: number }[] = [
  { head: 'Año', width: 7 },
  { head: '#Mes', width: 7 },
  { head: 'Mes', width: 12 },
  { head: 'Fecha', width: 12 },
  { head: 'Título de la nota', width: 60 },
  { head: '¿Es relevante?', width: 14 },
  { head: 'Tema', width: 26 },
  { head: 'Campaña', width: 16 },
  { head: 'Radio', width: 20 },
  { head: 'Televisión', width: 20 },
  { head: 'Digitales', width: 24 },
  { head: 'Impresos', width: 24 },
  { head: 'Otros (X, FB, YouTube)', width: 24 },
  { head: 'Informativo/Positivo/Negativo', width: 18 },
  { head: 'Link', width: 50 },
  { head: 'Autor', width: 24 },
  { head: 'Publicación de boletín (Sí/No)', width: 14 },
  { head: 'Resumen', width: 80 },
]

/** Stands after the eighteen only where some row has it. */
const EARLIER = { head: 'Ya salió en', width: 30 }

export type Sheet = {
  readonly columns: typeof SHEET_COLUMNS
  readonly rows: readonly (readonly Cell[])[]
}

/** The sheet of some publications: the eighteen columns, and a last one when an edition outside the schedule printed any. */
export function composeSheetOf(rows: readonly SheetRow[]): Sheet {
  if (rows.every(({ printedIn }) => printedIn === null))
    return { columns: SHEET_COLUMNS, rows: rows.map(composeSheetRow) }
  return {
    columns: [...SHEET_COLUMNS, EARLIER],
    rows: rows.map((row) => [
      ...composeSheetRow(row),
      row.printedIn === null ? { kind: 'empty' } : textCell(row.printedIn),
    ]),
  }
}

const OUTLETS: readonly OutletKind[] = ['radio', 'television', 'digital', 'impreso', 'otro']

/**
 * The cells of one publication. What nobody knows says «sin dato»; the columns of other kinds of outlet, and «Campaña»,
 * which only a person can fill, stay empty.
 */
export function composeSheetRow(row: SheetRow): Cell[] {
  const [year, month] = (row.date ?? '').split('-').map(Number)
  const monthName = MONTHS[(month ?? 0) - 1] ?? null
  return [
    numberCell(row.date === null ? null : (year ?? null)),
    numberCell(row.date === null ? null : (month ?? null)),
    textCell(monthName),
    row.date === null ? textCell(null) : { kind: 'date', date: row.date },
    textCell(row.title),
    textCell(row.isRelevant === null ? null : printYesNo(row.isRelevant)),
    textCell(row.topic),
    { kind: 'empty' },
    ...OUTLETS.map((kind): Cell => (kind === row.outlet ? textCell(row.medium) : { kind: 'empty' })),
    textCell(row.tone === null ? null : (TONES[row.tone] ?? row.tone)),
    linkCell(row.link),
    textCell(row.author),
    textCell(printYesNo(row.isFromBoletin)),
    textCell(row.summary),
  ]
}

const printYesNo = (isTrue: boolean): string => (isTrue ? 'Sí' : 'No')

const numberCell = (value: number | null): Cell =>
  value === null || !Number.isFinite(value) ? textCell(null) : { kind: 'number', value }

/** What programs take for a formula, a command or its beginning, also after spaces or in full width. */
const RISKY = /^[\s\u0085]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u

/** Text without what a sheet cannot hold. */
export function textCell(text: string | null): Cell {
  // XML 1.0 forbids these.
  const clean = (text ?? UNKNOWN).toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
  const short = clean.length <= LONGEST_TEXT ? clean : `${clean.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`
  return { kind: 'text', text: short, isRisky: RISKY.test(short) }
}

function linkCell(href: string): Cell {
  const isWeb = URL.canParse(href) && /^https?:$/.test(new URL(href).protocol)
  return isWeb && href.length <= LONGEST_LINK ? { kind: 'link', href } : textCell(href)
}
