// The first characters of a document → what it really is, whatever its address and its server call it.

export type DocumentKind = 'feed' | 'json' | 'sitemap' | 'html' | 'empty' | 'other'

/** Warnings of PHP and licence comments can stand before the root; nothing real begins later than this. */
const WINDOW = 64 * 1024

const ROOT =
  /<(?:[\w-]+:)?(rss|feed|rdf|channel|urlset|sitemapindex|html|head|body|!doctype\s+html)(?=[\s>/])/i

const KINDS: Readonly<Record<string, DocumentKind>> = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  channel: 'feed',
  urlset: 'sitemap',
  sitemapindex: 'sitemap',
}

/** Tells a document by its first known element; comments and text before it do not count. */
export function sniffDocument(text: string): DocumentKind {
  const head = text.slice(0, WINDOW).replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  const trimmed = head.replace(/^\ufeff/, '').trimStart()
  if (trimmed === '') return 'empty'
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return 'json'
  const root = ROOT.exec(trimmed)?.[1]?.toLowerCase()
  if (root === undefined) return /<(?:p|div|h1|script|meta|title|center)\b/i.test(trimmed) ? 'html' : 'other'
  return KINDS[root] ?? 'html'
}

/** The same in words for an analyst: "se encontró una página HTML". */
export function describeDocument(kind: DocumentKind): string {
  const words: Readonly<Record<DocumentKind, string>> = {
    feed: 'un feed RSS/Atom',
    json: 'un documento JSON',
    sitemap: 'un mapa del sitio (sitemap)',
    html: 'una página HTML',
    empty: 'una respuesta vacía',
    other: 'algo que no es XML ni HTML',
  }
  return words[kind]
}
