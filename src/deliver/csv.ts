// Rows of publications → CSV that Excel in Mexico opens with its accents, its columns and its dates, and no formula.
import type { SheetRow } from './edition-content.ts'
import { type Cell, composeSheetOf } from './sheet.ts'

/** UTF-8 with its mark, commas, CRLF, every text quoted; text that could be a formula begins with an apostrophe. */
export function printSheetCsv(rows: readonly SheetRow[]): string {
  const sheet = composeSheetOf(rows)
  const heads = sheet.columns.map(({ head }) => quote(head)).join(',')
  const lines = sheet.rows.map((row) => row.map(printCell).join(','))
  return `\ufeff${[heads, ...lines].join('\r\n')}\r\n`
}

function printCell(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'number':
      return String(cell.value)
    case 'date':
      return cell.date
    case 'link':
      return quote(cell.href)
    case 'text':
      return quote(cell.isRisky ? `'${cell.text}` : cell.text)
  }
}

const quote = (text: string): string => `"${text.replace(/"/g, '""').replace(/\r\n?/g, '\n')}"`
