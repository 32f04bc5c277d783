// The kinds of channel → how people read their names.

export const CHANNEL_NAMES = {
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
} as const
