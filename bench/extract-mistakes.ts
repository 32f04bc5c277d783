// A page, what is expected of it and what was read → each mistake, with the reader's own reason for it, in Spanish.
import { explainExtraction } from '../src/extract/explain.ts'
import { isSameByline, isSameInstant, isSameTitle, type Read } from './extract-metric.ts'
import type { LabelledPage } from './extract-pages.ts'

export type Row = { readonly page: LabelledPage; readonly read: Read }

/** Blocks of text wrongly kept or cut, with the reader's own reason for each. */
export function listTextMistakes({ page, read }: Row): string[] {
  if (read.title === '') return ['no se leyó']
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
  const variants = [page.expected.articleBody ?? '', ...(page.expected.articleBodyAlt ?? [])].map(letters)
  const { blocks } = explainExtraction(page.capture, page.source)
  const kept = new Set(blocks.filter(({ isKept }) => isKept).map(({ text }) => letters(text)))
  return blocks.flatMap(({ text, isKept, reason }) => {
    const own = letters(text)
    if (own.length < 12) return []
    const isExtra = isKept && !variants.some((variant) => variant.includes(own))
    const isMissed = !isKept && !kept.has(own) && variants.every((variant) => variant.includes(own))
    if (!isExtra && !isMissed) return []
    return [`${isExtra ? 'sobra' : 'falta'} (${reason}): ${text.slice(0, 90)}`]
  })
}

/** Title, names, day and instant that differ from the expected ones: what was expected, what was read and where it stood. */
export function listFieldMistakes({ page, read }: Row): string[] {
  if (read.title === '') return ['no se leyó']
  const { title, author, authors, date, datetime } = page.expected
  const signed = authors ?? author
  const names = typeof signed === 'string' ? signed : signed?.join('; ')
  const isDay = !date || read.date.slice(0, 10) === date.slice(0, 10)
  const isInstant = !datetime || !/\d:\d\d/.test(datetime) || isSameInstant(datetime, read.date)
  const wrong: readonly (readonly [string, string, string])[] = [
    ...(title && !isSameTitle(title, read.title) ? [['título', title, read.title] as const] : []),
    ...(signed && names && !isSameByline(signed, read.author)
      ? [['firma', names, read.author] as const]
      : []),
    ...(isDay && isInstant ? [] : [['fecha', datetime ?? date ?? '', read.date] as const]),
  ]
  if (wrong.length === 0) return []
  const origins = new Map(
    explainExtraction(page.capture, page.source).fields.map(({ field, from }) => [field, from]),
  )
  return wrong.map(
    ([field, expected, got]) =>
      `${field}: se esperaba «${expected}» y se leyó «${got || 'nada'}» (${origins.get(field) ?? 'sin origen'})`,
  )
}
