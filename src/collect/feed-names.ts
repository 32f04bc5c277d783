// The names that feeds of every dialect give to the same thing → one name for each.

/** Namespaces by address → the prefix under which this program knows them; '' are the feed's own elements. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns#': '',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss2': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
}

export type FieldName =
  | 'title'
  | 'link'
  | 'original'
  | 'id'
  | 'author'
  | 'published'
  | 'updated'
  | 'summary'
  | 'content'
  | 'category'
  | 'imageUrl'
  | 'mediaText'

const FIELDS: Readonly<Record<string, FieldName>> = {
  title: 'title',
  'dc:title': 'title',
  link: 'link',
  'feedburner:origlink': 'original',
  guid: 'id',
  id: 'id',
  'dc:identifier': 'id',
  author: 'author',
  'dc:creator': 'author',
  'itunes:author': 'author',
  pubdate: 'published',
  published: 'published',
  'dc:date': 'published',
  issued: 'published',
  created: 'published',
  date: 'published',
  'dcterms:issued': 'published',
  'dcterms:created': 'published',
  'dcterms:date': 'published',
  updated: 'updated',
  modified: 'updated',
  'dcterms:modified': 'updated',
  description: 'summary',
  summary: 'summary',
  'itunes:summary': 'summary',
  'content:encoded': 'content',
  content: 'content',
  'xhtml:body': 'content',
  fulltext: 'content',
  category: 'category',
  'dc:subject': 'category',
  image: 'imageUrl',
  thumbnail: 'imageUrl',
  'media:description': 'mediaText',
}

export type Namer = {
  /** Learns the prefixes that an element declares. */
  readonly learn: (attributes: Readonly<Record<string, string>>) => void
  /** An element's name with the prefix this program knows, in lower case. */
  readonly nameOf: (element: string) => string
}

/** Makes a namer for one document: prefixes are whatever that document says they are. */
export function createNamer(): Namer {
  const prefixes = new Map<string, string>([
    ['atom', ''],
    ['rss', ''],
  ])
  return {
    learn: (attributes) => {
      for (const [name, value] of Object.entries(attributes)) {
        if (!name.startsWith('xmlns:')) continue
        const known = NAMESPACES[value.trim().toLowerCase()]
        if (known !== undefined) prefixes.set(name.slice(6).toLowerCase(), known)
      }
    },
    nameOf: (element) => {
      const lower = element.toLowerCase()
      const colon = lower.indexOf(':')
      if (colon < 0) return lower
      const prefix = prefixes.get(lower.slice(0, colon)) ?? lower.slice(0, colon)
      return prefix === '' ? lower.slice(colon + 1) : `${prefix}:${lower.slice(colon + 1)}`
    },
  }
}

/** What an element inside an entry holds, or null when it is of no use here. */
export function fieldOf(name: string): FieldName | null {
  return FIELDS[name] ?? null
}
