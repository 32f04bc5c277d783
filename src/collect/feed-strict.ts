// A well-formed RSS 0.9, 1.0, 2.0 or Atom text → its entries by rss-parser, or null when that could lose or bend a note.
import Parser from 'rss-parser'
import { EMPTY_ENTRY, type Entry, type Feed } from './entry.ts'
import { plainLine, plainSummary } from './plain-text.ts'

/** rss-parser builds the whole document several times over in memory. */
const MAX_CHARACTERS = 2_000_000

/** Fields beyond rss-parser's own; Atom dates are taken raw, because its own go through `new Date()`, month first. */
const FIELDS = [
  ['content:encoded', 'encoded'],
  ['dc:date', 'dcDate'],
  ['dc:creator', 'dcCreator'],
  ['feedburner:origLink', 'original'],
  ['published', 'published'],
  ['updated', 'updated'],
  ['category', 'category'],
  ['media:content', 'mediaContent'],
  ['media:thumbnail', 'mediaThumbnail'],
  ['media:group', 'mediaGroup'],
] as const

type Loose = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | null {
  const plain = isObject(value) && typeof value._ === 'string' ? value._ : value
  return typeof plain === 'string' && plain.trim() !== '' ? plain.trim() : null
}

/** An attribute of an element as xml2js gives it: `{ $: { url: … } }`. */
function attributeOf(value: unknown, name: string): string | null {
  const attributes = isObject(value) ? value.$ : null
  return isObject(attributes) ? textOf(attributes[name]) : null
}

function imageOf(item: Loose): string | null {
  const enclosure = isObject(item.enclosure) ? item.enclosure : {}
  const isPicture = /^image\//.test(textOf(enclosure.type) ?? '')
  const media = attributeOf(item.mediaContent, 'url')
  const isMediaPicture = /^image/.test(
    attributeOf(item.mediaContent, 'medium') ?? attributeOf(item.mediaContent, 'type') ?? '',
  )
  return (
    attributeOf(item.mediaThumbnail, 'url') ??
    (isMediaPicture ? media : null) ??
    (isPicture ? textOf(enclosure.url) : null)
  )
}

function entryOf(item: Loose, isAtom: boolean): Entry {
  const body = isAtom ? textOf(item.content) : textOf(item.encoded)
  const brief = isAtom ? textOf(item.summary) : textOf(item.content)
  const categories = Array.isArray(item.categories) ? item.categories : []
  return {
    ...EMPTY_ENTRY,
    link: textOf(item.original) ?? textOf(item.link),
    title: plainLine(textOf(item.title)),
    summary: plainSummary(brief),
    contentHtml: body,
    author: plainLine(textOf(item.dcCreator) ?? textOf(item.creator) ?? textOf(item.author)),
    date: isAtom
      ? (textOf(item.published) ?? textOf(item.updated))
      : (textOf(item.pubDate) ?? textOf(item.dcDate)),
    section: plainLine(textOf(categories[0]) ?? attributeOf(item.category, 'term')),
    image: imageOf(item),
  }
}

/** Entries as the text shows them, by counting their opening tags outside CDATA and comments. */
function countEntries(text: string): number {
  const markup = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, '')
  return markup.match(/<(?:item|entry)[\s>]/g)?.length ?? 0
}

/**
 * Reads a feed with rss-parser when it is the right tool: a whole document without DTD, every entry counted, each with
 * its link and title. Null for anything else, so that the recovering reader takes it; never throws.
 */
export async function parseStrictly(text: string): Promise<Feed | null> {
  if (text.length > MAX_CHARACTERS || text.includes('<!DOCTYPE') || text.includes('<media:group')) return null
  const parser = new Parser<Loose, Loose>({ customFields: { item: FIELDS.map((pair) => [...pair]) } })
  const parsed: Loose | null = await parser.parseString(text).then(
    (feed) => ({ ...feed }),
    () => null, // ill-formed: that is what the other reader is for
  )
  const items = parsed === null || !Array.isArray(parsed.items) ? [] : parsed.items.filter(isObject)
  if (parsed === null || items.length === 0 || items.length !== countEntries(text)) return null
  const isAtom = !/<(?:rss|rdf:RDF)[\s>]/i.test(text.slice(0, 4096))
  const entries = items.map((item) => entryOf(item, isAtom))
  if (entries.some(({ link, title }) => link === null || title === null)) return null
  return { title: plainLine(textOf(parsed.title)), home: textOf(parsed.link), entries, isTruncated: false }
}
