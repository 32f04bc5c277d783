// A channel → how people read its name, and whether what it lists are the notes themselves.
import type { Channel, ChannelKind } from '../model.ts'

const CHANNEL_NAMES: Readonly<Record<ChannelKind, string>> = {
  feed: 'feed',
  page: 'página',
  sitemap: 'mapa del sitio',
  browser: 'navegador',
  youtube: 'YouTube',
  telegram: 'Telegram',
  json: 'API',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  x: 'X',
  'google-news': 'radar',
  csv: 'archivo CSV',
  manual: 'captura a mano',
}

/** Channels whose entries are the notes themselves. */
export const WHOLE: ReadonlySet<ChannelKind> = new Set([
  'youtube',
  'telegram',
  'mastodon',
  'bluesky',
  'facebook',
  'instagram',
  'threads',
  'x',
])

/** Kind and address, as a reason names a channel. */
export function nameChannel({ kind, url }: Channel): string {
  return `${CHANNEL_NAMES[kind]} ${url}`
}
