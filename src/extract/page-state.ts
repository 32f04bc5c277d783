// The data a page built by scripts carries for them → the note in it, for pages whose HTML shows none.
import { cleanText } from '../text/clean.ts'
import { overlap } from './headline.ts'
import type { LinkedArticle } from './json-ld.ts'

type Json = { readonly [key: string]: unknown }

/** Where portals leave their data: Next.js, Arc, and the stores of other frameworks. */
const STATES =
  /<script\b[^>]{0,200}(?:id=["']?__NEXT_DATA__|type=["']?application\/json)[^>]{0,200}>\s*|Fusion\.globalContent\s*=\s*|__(?:INITIAL|PRELOADED|APP|NEXT_REDUX)_(?:STATE|DATA|STORE)__\s*=\s*/gi

const TITLE_KEYS = ['headline', 'headlines', 'title', 'titulo', 'titular', 'nombre']
const BODY_KEY =
  /^(?:article_?body|body(?:_?html)?|content(?:_?elements|_?html)?|contenido|cuerpo|texto|text|html|blocks|paragraphs|parrafos)$/i
const DATE_KEYS = [
  'first_publish_date',
  'publish_date',
  'datePublished',
  'publishedAt',
  'published_at',
  'publicationDate',
  'fechaPublicacion',
  'fecha_publicacion',
  'display_date',
  'fecha',
  'date',
]
const AUTHOR_KEYS = ['author', 'autor', 'byline', 'firma']

/** A note of fewer letters is a card of another. */
const LEAST_TEXT = 200
const MOST_STATES = 8
const MOST_OBJECTS = 30_000

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The JSON value that begins at a place of a text, up to the brace that closes it; null when none does. */
function readValueAt(text: string, from: number): unknown {
  if (text[from] !== '{' && text[from] !== '[') return null
  let depth = 0
  const marks = /["{}[\]]/g
  marks.lastIndex = from
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '"') {
      const close = findQuote(text, mark.index + 1)
      if (close < 0) return null
      marks.lastIndex = close + 1
    } else {
      depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1
      if (depth === 0) return parse(text.slice(from, mark.index + 1))
    }
  }
  return null
}

/** Index of the quote that closes a string, or −1. */
function findQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at
  }
  return -1
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null // a script's own syntax: not data
    throw error
  }
}

const plain = (html: string): string[] =>
  html
    .split(/<\/?(?:p|div|h\d|li|blockquote|figure|ul|ol|br)\b[^<>]*>|\n+/i)
    .map((part) => cleanText(part.replace(/<[^<>]*>/g, '')))
    .filter((part) => part !== '')

/** The paragraphs of a field: HTML, or a list of strings or of blocks with a text each. */
function paragraphsOf(value: unknown): string[] {
  if (typeof value === 'string') return plain(value)
  if (isObject(value)) return paragraphsOf(value.rendered ?? value.html ?? value.text ?? null)
  if (!Array.isArray(value)) return []
  return value.slice(0, 2_000).flatMap((each: unknown) => {
    if (typeof each === 'string') return plain(each)
    if (!isObject(each)) return []
    const inner = each.content ?? each.text ?? each.texto ?? each.html ?? each.value ?? each.contenido
    return typeof inner === 'string' ? plain(inner) : []
  })
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'number') return cleanText(String(value)) || null
  if (Array.isArray(value)) return textOf(value[0])
  if (!isObject(value)) return null
  return textOf(value.basic ?? value.name ?? value.nombre ?? value.rendered ?? null)
}

const firstText = (object: Json, keys: readonly string[]): string | null =>
  keys.map((key) => textOf(object[key])).find((text) => text !== null) ?? null

type Note = { readonly object: Json; readonly title: string; readonly paragraphs: readonly string[] }

/** Every object of a state that has a title and a text. */
function listNotes(state: unknown): Note[] {
  const notes: Note[] = []
  const pending: unknown[] = [state]
  for (let seen = 0; seen < MOST_OBJECTS && pending.length > 0; seen += 1) {
    const value = pending.pop()
    if (Array.isArray(value)) pending.push(...value.slice(0, 500))
    if (!isObject(value)) continue
    const title = firstText(value, TITLE_KEYS)
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null) pending.push(inner)
      if (title === null || !BODY_KEY.test(key)) continue
      const paragraphs = paragraphsOf(inner)
      if (paragraphs.join(' ').length >= LEAST_TEXT) notes.push({ object: value, title, paragraphs })
    }
  }
  return notes
}

/**
 * Reads the note in the data of a page's scripts: of those whose title is one of the page's, the one with the longest text.
 * Null when there is none. `titles` is what the page's head calls itself.
 */
export function readPageState(html: string, titles: readonly string[]): LinkedArticle | null {
  const states = [...html.matchAll(STATES)].slice(0, MOST_STATES)
  const notes = states
    .flatMap((match) => listNotes(readValueAt(html, match.index + match[0].length)))
    .filter(({ title }) => titles.some((each) => overlap(each, title) >= 0.6))
    .toSorted((a, b) => b.paragraphs.join(' ').length - a.paragraphs.join(' ').length)
  const [note] = notes
  if (note === undefined) return null
  return {
    headlines: [note.title],
    authors: [firstText(note.object, AUTHOR_KEYS)].filter((name) => name !== null),
    published: firstText(note.object, DATE_KEYS),
    modified: null,
    body: note.paragraphs.join('\n'),
    description: null,
    section: null,
    image: null,
    url: null,
    isFree: null,
    publisher: null,
  }
}
