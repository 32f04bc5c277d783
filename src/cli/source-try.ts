// `sintesis source try`: what one visit to a source lists, and one of its notes read in full; nothing is kept.
import { takeCapture } from '../collect/capture.ts'
import { listItems } from '../collect/collect.ts'
import { takeFrontPage } from '../collect/front-page.ts'
import type { Web } from '../collect/web.ts'
import { extractArticle } from '../extract/extract.ts'
import type { Article, Item, Source } from '../model.ts'
import { CHANNEL_NAMES } from '../text/channel-names.ts'
import { localDate } from '../text/zoned.ts'
import { formatInstant } from './boletin.ts'
import type { CommandContext } from './command.ts'
import { DATE_ORIGINS } from './date-origins.ts'

const SHOWN_ITEMS = 20
const SHOWN_EXCLUDED = 8

export async function trySource(
  source: Source,
  web: Web,
  { terminal }: CommandContext,
  note: number,
): Promise<void> {
  const listing = await listItems(source, web, [])
  if (listing.state === 'con-falla') throw new Error(`${source.name}: ${listing.reason ?? 'no respondió'}`)
  terminal.print(`${source.name}: ${listing.items.length} notas por ${describeServed(listing)}`)
  if (listing.reason !== null) terminal.print(`  ${listing.reason}`)
  for (const line of describeItems(listing.items.slice(0, SHOWN_ITEMS), source.timeZone))
    terminal.print(`  ${line}`)
  if (listing.items.length > SHOWN_ITEMS) terminal.print(`  … y ${listing.items.length - SHOWN_ITEMS} más`)
  if (listing.excluded.length > 0) terminal.print(`Excluidas: ${listing.excluded.length}`)
  for (const { url, reason } of listing.excluded.slice(0, SHOWN_EXCLUDED))
    terminal.print(`  ${url}: ${reason ?? ''}`)
  for (const line of await describeFrontPage(source, web)) terminal.print(line)
  const item = listing.items[note - 1]
  if (item === undefined) throw new Error(`No hay nota ${note} en la lista.`)
  const article = extractArticle(await takeCapture(item, source, web), source)
  terminal.print(`\nNota ${note}, como se leería:`)
  for (const line of describeArticle(article, source.timeZone)) terminal.print(line)
}

/** The front page of the day as it would be taken: its address and weight, or why it cannot be. Nothing of a source without one. */
export async function describeFrontPage(source: Source, web: Web): Promise<string[]> {
  if (source.frontPage === undefined) return []
  const taken = await takeFrontPage(source.frontPage, localDate(web.clock(), source.timeZone), web)
  const found =
    'reason' in taken ? `NO: ${taken.reason}` : `sí, ${Math.ceil(taken.original.body.length / 1024)} KB`
  return [`Primera plana de hoy: ${found}  ${taken.url}`]
}

/** The channel that served; of several, each with how many notes it lists. */
function describeServed({ channel, parts }: Awaited<ReturnType<typeof listItems>>): string {
  if (parts.length < 2) return `el canal ${channel === null ? '?' : CHANNEL_NAMES[channel]}`
  return `${parts.length} canales (${parts.map(({ url, items }) => `${items.length} en ${url}`).join(', ')})`
}

/** One line per item: date, title, address. */
export function describeItems(items: readonly Item[], timeZone: string): string[] {
  return items.map(({ url, title, publishedAt }, index) => {
    const date = publishedAt === null ? 'sin fecha       ' : formatInstant(publishedAt, timeZone)
    return `${String(index + 1).padStart(2)}. ${date}  ${title ?? 'sin título'}  ${url}`
  })
}

function describeArticle(article: Article, timeZone: string): string[] {
  const {
    title,
    byline,
    section,
    publishedAt,
    publishedFrom,
    hasHour,
    completeness,
    flags,
    standfirst,
    paragraphs,
  } = article
  const date =
    publishedAt === null ? 'sin fecha' : formatInstant(publishedAt, timeZone).slice(0, hasHour ? 16 : 10)
  const words = paragraphs.join(' ').split(/\s+/).length
  return [
    `  Título: ${title}`,
    `  Firma: ${byline ?? 'sin dato'} · Sección: ${section ?? 'sin dato'} · Fecha: ${date} ${publishedAt === null ? '' : ` (según ${DATE_ORIGINS[publishedFrom]})`}`,
    `  Texto: ${completeness}, ${paragraphs.length} ${paragraphs.length === 1 ? 'párrafo' : 'párrafos'}, ${words} palabras${flags.length === 0 ? '' : ` · ${flags.join(', ')}`}`,
    ...(standfirst === null ? [] : [`  Bajada: ${standfirst}`]),
    ...paragraphs.flatMap((paragraph) => ['', `  ${paragraph}`]),
  ]
}
