// What was read of a page → the lines that show it, and those that say why.
import type { ExplainedPage } from '../pipeline/explained.ts'
import { formatInstant } from './boletin.ts'
import { LINE_WIDTH, shorten, wrapText } from './paragraphs.ts'

type Explanation = ExplainedPage['explanation']
type ExplainedBlock = Explanation['blocks'][number]

const LABEL = 12

const labelled = (label: string, text: string): string[] => wrapText(text, label.padEnd(LABEL))

/** The article as it would be kept. */
export function describePage({ capture, explanation }: ExplainedPage, timeZone: string): string[] {
  const { article } = explanation
  const words = article.paragraphs
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '').length
  const date =
    article.publishedAt === null
      ? 'sin fecha'
      : formatInstant(article.publishedAt, timeZone).slice(0, article.hasHour ? 16 : 10)
  const address = article.canonicalUrl === capture.url ? [] : labelled('Canónica', article.canonicalUrl)
  return [
    ...(article.kicker === undefined ? [] : wrapText(article.kicker)),
    ...wrapText(article.title),
    '',
    ...labelled('Fecha', date),
    ...(article.updatedAt === undefined
      ? []
      : labelled('Actualizada', formatInstant(article.updatedAt, timeZone))),
    ...labelled('Firma', article.byline ?? 'sin dato'),
    ...labelled('Sección', article.section ?? 'sin dato'),
    ...(article.standfirst === null ? [] : labelled('Bajada', article.standfirst)),
    ...labelled(
      'Texto',
      `${article.completeness}: ${countParagraphs(article.paragraphs.length)}, ${words} palabras`,
    ),
    ...(article.flags.length === 0 ? [] : labelled('Avisos', article.flags.join(', '))),
    ...labelled('Dirección', capture.url),
    ...address,
    ...(article.image === null ? [] : labelled('Imagen', article.image)),
    ...(article.caption === undefined ? [] : labelled('Pie', article.caption)),
    ...article.paragraphs.flatMap((paragraph) => ['', ...wrapText(paragraph, '  ')]),
  ]
}

/** Why: each field, each date, each block, and how to write it better in the outlet's file. */
export function describeReasons(explanation: Explanation, timeZone: string): string[] {
  return [
    '',
    'DE DÓNDE SALIÓ CADA DATO',
    ...explanation.fields.flatMap(({ field, value, from, confidence }) => [
      ...wrapText(shorten(sayValue(value, timeZone), 3 * (LINE_WIDTH - LABEL)), field.padEnd(LABEL)),
      ...wrapText(from, `${' '.repeat(LABEL)}← `),
      ...(confidence === null
        ? []
        : wrapText(`confianza ${confidence.level}: ${confidence.because}`, ' '.repeat(LABEL + 2))),
    ]),
    ...describeDates(explanation, timeZone),
    ...describeBlocks(explanation),
    ...describeHints(explanation),
  ]
}

/** Instants as the clock of the outlet shows them; all else as it is. */
function sayValue(value: string, timeZone: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? formatInstant(new Date(value), timeZone) : value
}

function describeDates({ dates }: Explanation, timeZone: string): string[] {
  if (dates.length === 0) return []
  const lines = dates.flatMap(({ value, from, weight }) =>
    wrapText(from, `${formatInstant(new Date(value), timeZone)}  peso ${weight.toFixed(1).padStart(4)}  `),
  )
  return ['', 'FECHAS QUE DA LA PÁGINA (la primera decidió; hora local)', ...lines]
}

/** Blocks of one box that were cut for one reason, shown together; a kept block stands alone. */
type Run = { readonly first: ExplainedBlock; last: ExplainedBlock; count: number }

/** Runs shorter than this are shown block by block. */
const SHOWN_APART = 3

function gatherRuns(blocks: readonly ExplainedBlock[]): Run[] {
  const runs: Run[] = []
  for (const block of blocks) {
    const run = runs.at(-1)
    const isAlike =
      run !== undefined && !block.isKept && !run.first.isKept && run.first.reason === block.reason
    const isFar = block.reason === 'fuera de la nota' || block.box === run?.first.box
    if (isAlike && isFar) {
      run.last = block
      run.count += 1
    } else runs.push({ first: block, last: block, count: 1 })
  }
  return runs
}

function describeBlocks({ blocks, textBox }: Explanation): string[] {
  const kept = blocks.filter(({ isKept }) => isKept).length
  const lines = [
    '',
    'LO QUE SE LEYÓ (+) Y LO QUE SE CORTÓ (-), EN EL ORDEN DE LA PÁGINA',
    `${kept} de ${blocks.length} bloques se leyeron${textBox === null ? '' : `; el texto está en «${textBox}»`}`,
  ]
  let box: string | null = null
  let at = 0
  for (const { first, last, count } of gatherRuns(blocks)) {
    const run = blocks.slice(at, at + count)
    at += count
    const isOutside = first.reason === 'fuera de la nota' && count >= SHOWN_APART
    if (first.box !== box && !isOutside && first.box !== null) lines.push(`  en «${shorten(first.box, 72)}»`)
    box = isOutside ? null : first.box
    if (count >= SHOWN_APART) {
      lines.push(`  - ${first.reason}: ${count} bloques`)
      lines.push(`      de «${shorten(first.text, 30)}» a «${shorten(last.text, 30)}»`)
      lines.push(...describeLongest(run))
    } else for (const block of run) lines.push(...describeBlock(block))
  }
  return lines
}

/** A block so long may be text of the note that was missed: it is shown with its box. */
const LIKE_TEXT = 140

function describeLongest(run: readonly ExplainedBlock[]): string[] {
  const longest = run.reduce((best, block) => (block.text.length > best.text.length ? block : best))
  if (longest.text.length < LIKE_TEXT || longest.box === null) return []
  return [
    `      el más largo, en «${shorten(longest.box, 50)}»:`,
    `      ${shorten(longest.text, LINE_WIDTH - 6)}`,
  ]
}

function describeBlock({ isKept, reason, text }: ExplainedBlock): string[] {
  const said = isKept ? `  + ${shorten(text, LINE_WIDTH - 4)}` : `  - ${reason}: `
  if (isKept) return reason === 'prosa' ? [said] : [said, `      ${reason}`]
  return [`${said}${shorten(text, LINE_WIDTH - [...said].length)}`]
}

/** What an analyst would write in the outlet's file, with this page's own names. */
function describeHints({ textBox, blocks }: Explanation): string[] {
  if (textBox === null) return []
  const boxes = blocks.flatMap(({ isKept, box }) => (isKept && box !== null ? [box] : []))
  const others = [...new Set(boxes)].filter((box) => box !== textBox)
  return [
    '',
    'SI ALGO SALIÓ MAL, EN EL ARCHIVO DE LA FUENTE (con los nombres de esta página)',
    '  article:',
    '    # la caja que trae el texto:',
    `    body: '${textBox}'`,
    '    # las cajas que se colaron en él:',
    `    remove: ['${others[0] ?? 'div.caja-que-sobra'}']`,
    ...(others.length > 1 ? wrapText(`se leyó también de: ${others.slice(1, 6).join(', ')}`, '    # ') : []),
    '    # y así byline y date, si salieron de otro lado:',
    "    title: 'h1'",
  ]
}

const countParagraphs = (count: number): string => `${count} ${count === 1 ? 'párrafo' : 'párrafos'}`
