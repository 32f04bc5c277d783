// A source and a web door over local servers, for the tests that list and capture as the pipeline does.
import { openWeb, type Web, type WebOptions } from '../../src/collect/web.ts'
import type { Channel, Item, PageSelection, Source } from '../../src/model.ts'

export const NOON = new Date('2026-11-06T18:00:00Z')

export function openTestWeb(options: Partial<WebOptions> = {}): Web {
  return openWeb({
    contact: 'prensa@tala.example',
    clock: () => NOON,
    allowLoopback: true,
    hostDelayMs: 0,
    browser: 'off',
    ...options,
  })
}

export function sourceOf(url: string, channels: readonly Channel[], rest: Partial<Source> = {}): Source {
  return {
    id: 'mx-jal/el-medio',
    name: 'El Medio',
    url,
    medium: 'portal',
    state: 'MX-JAL',
    city: 'Tala',
    tier: 2,
    everyMinutes: 30,
    timeZone: 'America/Mexico_City',
    isEnabled: true,
    disabledBecause: null,
    verified: null,
    channels,
    skip: [],
    article: { title: null, byline: null, date: null, body: null, remove: [] },
    audience: null,
    rights: 'cita',
    convenio: null,
    isOwn: false,
    ...rest,
  }
}

export const LINKS: PageSelection = {
  item: null,
  link: { selector: 'article h2 a', value: 'href' },
  title: null,
  date: null,
  summary: null,
}

export const BLOCKS: PageSelection = {
  item: 'article',
  link: { selector: 'h2 a', value: 'href' },
  title: { selector: 'h2', value: 'text' },
  date: { selector: 'time', value: 'text' },
  summary: { selector: 'p', value: 'text' },
}

export function itemOf(url: string, rest: Partial<Item> = {}): Item {
  return {
    url,
    channel: 'feed',
    seenAt: NOON,
    title: 'Nota',
    summary: null,
    contentHtml: null,
    author: null,
    publishedAt: null,
    section: null,
    image: null,
    isWhole: false,
    views: null,
    ...rest,
  }
}

/** An RSS feed of `count` notes on a site, newest first, one hour apart, ending at noon of the test's day. */
export function feedOf(
  site: string,
  count: number,
  options: { readonly path?: string; readonly ageDays?: number } = {},
): string {
  const items = Array.from({ length: count }, (_, index) => {
    const date = new Date(
      NOON.getTime() - index * 3_600_000 - (options.ageDays ?? 0) * 86_400_000,
    ).toUTCString()
    return `<item><title>Nota ${index + 1}</title><link>${site}${options.path ?? '/nota-'}${index + 1}</link><pubDate>${date}</pubDate></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>El Medio</title>${items.join('')}</channel></rss>`
}
