// JSON Feed, or the list of posts that WordPress answers → the entries of a feed.
import { SourceChanged } from '../failure.ts'
import { EMPTY_ENTRY, type Entry, type Feed } from './entry.ts'
import { isObject, type Json, textOf } from './json-values.ts'
import { plainLine, plainSummary } from './plain-text.ts'

/** WordPress wraps its texts: `{ "rendered": "…" }`. */
function renderedOf(value: unknown): string | null {
  return isObject(value) ? textOf(value.rendered) : textOf(value)
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

function authorOf(item: Json): string | null {
  const author = firstOf(item.authors) ?? item.author
  return isObject(author) ? textOf(author.name) : typeof author === 'string' ? textOf(author) : null
}

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). Plain text keeps its line ends by way of HTML. */
function contentOf(item: Json): string | null {
  const text = textOf(item.content_text)
  const escaped = text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>') ?? null
  return textOf(item.content_html) ?? renderedOf(item.content) ?? escaped
}

function entryOf(item: Json): Entry {
  const gmt = textOf(item.date_gmt)
  return {
    ...EMPTY_ENTRY,
    link: textOf(item.url) ?? textOf(item.external_url) ?? textOf(item.link) ?? textOf(item.id),
    title: plainLine(renderedOf(item.title)),
    summary: plainSummary(textOf(item.summary) ?? renderedOf(item.excerpt)),
    contentHtml: contentOf(item),
    author: plainLine(authorOf(item)),
    date:
      textOf(item.date_published) ??
      (gmt === null ? textOf(item.date) : `${gmt}Z`) ??
      textOf(item.date_modified),
    section: plainLine(textOf(firstOf(item.tags))),
    image: textOf(item.image) ?? textOf(item.banner_image),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new SourceChanged('RSS/Atom o JSON Feed', 'un JSON mal formado')
    throw error
  }
}

/** Reads a JSON Feed; anything else in JSON, or JSON cut short, is `SourceChanged`. */
export function parseJsonFeed(text: string): Feed {
  const parsed = parse(text.replace(/^\ufeff/, ''))
  const items = Array.isArray(parsed) ? parsed : isObject(parsed) ? parsed.items : undefined
  if (!Array.isArray(items)) throw new SourceChanged('RSS/Atom o JSON Feed', 'un JSON sin lista de notas')
  const head = isObject(parsed) ? parsed : {}
  return {
    title: plainLine(textOf(head.title)),
    home: textOf(head.home_page_url),
    entries: items.filter(isObject).map(entryOf),
    isTruncated: false,
  }
}
