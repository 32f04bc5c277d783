// A search of Google News → what others published about it: notes to miss, never notes to keep.

import { SourceChanged } from '../failure.ts'
import { hostOf, normalizeAddress } from '../text/addresses.ts'
import { describeDocument, sniffDocument } from './document-kind.ts'
import { EMPTY_ENTRY, type Entry } from './entry.ts'
import { loadPage } from './load-page.ts'
import { plainLine } from './plain-text.ts'
import { fetchList, textOf, type Visit, visitOf } from './visit.ts'
import type { Web } from './web.ts'

/** A note that somebody published, as Google News shows it. Its address is Google's own: it does not tell the note's. */
export type Gap = {
  readonly url: string
  readonly title: string
  readonly outlet: string
  /** Front page of the outlet, or null. */
  readonly outletUrl: string | null
  /** The text as it stood. */
  readonly date: string | null
}

/** Why an item of the radar is no note of ours: its link is Google's, its text a headline. */
export const RADAR = 'radar: Google Noticias señala lo que falta, no es fuente'

/** Google writes `Title - Outlet`. */
function withoutOutlet(title: string, outlet: string): string {
  return outlet !== '' && title.endsWith(` - ${outlet}`) ? title.slice(0, -outlet.length - 3).trim() : title
}

/** Reads the RSS of a search; at most the hundred items that Google gives. */
export function readRadar(text: string): Gap[] {
  const kind = sniffDocument(text)
  if (kind !== 'feed') throw new SourceChanged('el RSS de Google Noticias', describeDocument(kind))
  const $ = loadPage(text, { xml: true })
  return $('item')
    .toArray()
    .flatMap((node) => {
      const item = $(node)
      const source = item.children('source').first()
      const outlet = plainLine(source.text()) ?? ''
      const url = normalizeAddress(item.children('link').first().text().trim())
      const title = withoutOutlet(plainLine(item.children('title').first().text()) ?? '', outlet)
      if (url === null || title === '') return []
      const outletUrl = normalizeAddress(source.attr('url') ?? '')
      const date = plainLine(item.children('pubDate').first().text())
      return [{ url, title, outlet: outlet === '' ? hostOf(outletUrl ?? url) : outlet, outletUrl, date }]
    })
}

function entryOf(gap: Gap): Entry {
  return { ...EMPTY_ENTRY, link: gap.url, title: gap.title, date: gap.date, refusal: RADAR }
}

/** Looks at the radar. Every item is refused as a note and given as a gap. */
export async function visitGoogleNews(
  url: string,
  web: Web,
  headers: Readonly<Record<string, string>>,
): Promise<Visit> {
  const fetched = await fetchList(url, web, headers)
  if (fetched.status === 304) return visitOf(fetched, [])
  const gaps = readRadar(textOf(fetched))
  return { ...visitOf(fetched, gaps.map(entryOf)), gaps }
}
