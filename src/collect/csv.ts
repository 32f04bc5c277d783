// The text of a CSV file as spreadsheets write it → its rows of cells (RFC 4180, with `;` or tabs where the comma is decimal).

const SEPARATORS = [',', ';', '\t'] as const

/** The separator of which the first line has most outside quotes. */
function separatorOf(text: string): string {
  const head = (/^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counted = SEPARATORS.map((mark) => ({ mark, count: head.split(mark).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

/** Where the cell that begins at `start` ends, and its text. A quote that never closes takes the rest of the file. */
function readCell(text: string, start: number, separator: string): { cell: string; end: number } {
  if (text[start] !== '"') {
    let end = start
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
    return { cell: text.slice(start, end), end }
  }
  let cell = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { cell: cell + text.slice(at), end: text.length }
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const rest = readCell(text, quote + 1, separator) // what stands between the quote and the next mark
      return { cell: cell + (text[quote + 1] === '"' ? '' : rest.cell), end: rest.end }
    }
    cell += '"'
    at = quote + 2
  }
}

/** The rows of a CSV, blank lines left out. A byte order mark and an Excel `sep=` line are no part of it. */
export function parseCsv(csv: string): string[][] {
  const marked = csv.replace(/^\ufeff/, '')
  const declared = /^sep=(.)\r?\n/i.exec(marked)
  const text = declared === null ? marked : marked.slice(declared[0].length)
  const separator = declared?.[1] ?? separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { cell, end } = readCell(text, at, separator)
    row.push(cell.trim())
    at = end
    if (text[at] === separator) {
      at++
      if (at < text.length) continue
      row.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    rows.push(row)
    row = []
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}
