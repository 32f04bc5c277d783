// Pages with their expected articles → how right the reader is, figure by figure, and the pages where it errs most.
// npm run eval:extract -- [--data DIR] [--world] [--out predictions.json] [--page ID]; without --data, the project's own pages
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { extractArticle } from '../src/extract/extract.ts'
import { Unreadable } from '../src/failure.ts'
import type { Article } from '../src/model.ts'
import { localTime } from '../src/text/zoned.ts'
import {
  bodyF1,
  compareBody,
  type Figure,
  isSameByline,
  isSameInstant,
  isSameTitle,
  meanOf,
  measure,
  type Read,
} from './extract-metric.ts'
import { listFieldMistakes, listTextMistakes, type Row } from './extract-mistakes.ts'
import { type LabelledPage, labelShape, loadPages } from './extract-pages.ts'
import { SHAPES } from './extract-shapes/shapes.ts'

/** An instant as ISO 8601 in a zone, or its day alone. */
function printDate(article: Article, timeZone: string): string {
  const { publishedAt, hasHour } = article
  if (publishedAt === null) return ''
  const at = localTime(publishedAt, timeZone)
  const two = (value: number) => String(Math.abs(value)).padStart(2, '0')
  const day = `${at.year}-${two(at.month)}-${two(at.day)}`
  if (!hasHour) return day
  const wall = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second)
  const offset = Math.round((wall - Math.floor(publishedAt.getTime() / 1000) * 1000) / 60_000)
  const sign = offset < 0 ? '-' : '+'
  return `${day}T${two(at.hour)}:${two(at.minute)}:${two(at.second)}${sign}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`
}

function readOne({ capture, source }: LabelledPage): Read {
  try {
    const article = extractArticle(capture, source)
    return {
      articleBody: article.paragraphs.join('\n'),
      title: article.title,
      author: article.byline ?? '',
      date: printDate(article, source.timeZone),
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { articleBody: '', title: '', author: '', date: '' }
  }
}

function figuresOf(rows: readonly Row[]): Map<string, Figure> {
  const having = (test: (row: Row) => boolean) => rows.filter(test)
  const bodies = having(({ page }) => Boolean(page.expected.articleBody)).map(({ page, read }) =>
    compareBody(page.expected, read.articleBody),
  )
  const titles = having(({ page }) => Boolean(page.expected.title)).map(({ page, read }) =>
    isSameTitle(page.expected.title ?? '', read.title),
  )
  const bylines = having(({ page }) => Boolean(page.expected.author ?? page.expected.authors?.length)).map(
    ({ page, read }) => isSameByline(page.expected.authors ?? page.expected.author ?? '', read.author),
  )
  const dated = having(({ page }) => Boolean(page.expected.date))
  const days = dated.map(({ page, read }) => read.date.slice(0, 10) === page.expected.date?.slice(0, 10))
  const found = dated.filter(({ read }) => read.date !== '')
  const right = found.map(({ page, read }) => read.date.slice(0, 10) === page.expected.date?.slice(0, 10))
  const timed = having(({ page }) => /\d:\d\d/.test(page.expected.datetime ?? ''))
  const instants = timed.map(({ page, read }) => isSameInstant(page.expected.datetime ?? '', read.date))
  return new Map([
    ['texto, F1', measure(bodies, bodyF1)],
    [
      'texto, F1 por página',
      measure(bodies, (each) => each.reduce((sum, { f1 }) => sum + f1, 0) / each.length),
    ],
    ['título exacto', measure(titles, meanOf)],
    ['firma exacta', measure(bylines, meanOf)],
    ['día', measure(days, meanOf)],
    ['día, precisión', measure(right, meanOf)],
    ['instante con zona', measure(instants, meanOf)],
  ])
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      world: { type: 'boolean', default: false },
      out: { type: 'string' },
      page: { type: 'string' },
    },
  })
  const pages =
    values.data === undefined
      ? SHAPES.map(labelShape)
      : await loadPages(values.data, values.world ? 'UTC' : 'America/Mexico_City')
  const chosen = values.page === undefined ? pages : pages.filter(({ id }) => id === values.page)
  const rows = chosen.map((page) => ({ page, read: readOne(page) }))
  if (values.out !== undefined) {
    await writeFile(
      values.out,
      JSON.stringify(Object.fromEntries(rows.map(({ page, read }) => [page.id, read])), null, 1),
    )
  }
  const percent = new Intl.NumberFormat('es-MX', { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  for (const [name, { value, deviation, pages: count }] of figuresOf(rows)) {
    console.log(
      `${name.padEnd(24)} ${percent.format(value)} ± ${percent.format(deviation)}  (${count} páginas)`,
    )
  }
  const rated = rows
    .filter(({ page }) => Boolean(page.expected.articleBody))
    .map((row) => ({ row, f1: compareBody(row.page.expected, row.read.articleBody).f1 }))
    .sort((a, b) => a.f1 - b.f1)
  console.log(`páginas por debajo de 0.8: ${rated.filter(({ f1 }) => f1 < 0.8).length}`)
  for (const { row, f1 } of rated.slice(0, 10)) {
    if (f1 >= 0.9995 && values.page === undefined) continue
    console.log(`\n${f1.toFixed(4)} ${row.page.id}`)
    for (const reason of listTextMistakes(row).slice(0, values.page === undefined ? 6 : 200))
      console.log(`  ${reason}`)
  }
  const mistaken = rows.map((row) => ({ id: row.page.id, mistakes: listFieldMistakes(row) }))
  const wrong = mistaken.filter(({ mistakes }) => mistakes.length > 0)
  if (wrong.length > 0) console.log(`\ncampos leídos de otro modo, en ${wrong.length} páginas:`)
  for (const { id, mistakes } of wrong) console.log(`${id}\n  ${mistakes.join('\n  ')}`)
}

await main()
