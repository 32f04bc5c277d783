// Any text that may be RSS 0.9–2.0, RDF or Atom, ill-formed or cut short → its entries. Our own recovering reader.
import { Parser } from 'htmlparser2'
import type { Entry, Feed } from './entry.ts'
import {
  type Attributes,
  type Draft,
  finishDraft,
  keepField,
  newDraft,
  noteAttributes,
  takeLooseLink,
} from './feed-draft.ts'
import { createNamer, type FieldName, fieldOf, type Namer } from './feed-names.ts'
import { plainLine } from './plain-text.ts'

const MAX_ENTRIES = 2_000
const MAX_DEPTH = 200
const MAX_FIELD = 2_000_000
/** Text between fields is only kept as long as an address can be. */
const LONGEST_LINK = 4_096
const CHUNK = 65_536

/** The field being read: its text so far, with the markup of elements inside it. */
type Open = { readonly field: FieldName; readonly depth: number; text: string }

function openingTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`,
  )
  return `<${name}${written.join('')}>`
}

/** How far one document has been read. */
type Reading = {
  readonly namer: Namer
  readonly entries: Entry[]
  readonly head: Map<string, string>
  depth: number
  draft: Draft | null
  open: Open | null
  /** Depth of an element that speaks of somebody else (atom:source, the channel's image), 0 outside one. */
  foreignDepth: number
  isTruncated: boolean
  /** The text is over: whatever closes now was never closed. */
  isEnding: boolean
}

function finishEntry(reading: Reading): void {
  if (reading.draft === null) return
  if (reading.entries.length < MAX_ENTRIES) reading.entries.push(finishDraft(reading.draft))
  else reading.isTruncated = true
  reading.draft = null
  reading.open = null
}

function openField(reading: Reading, name: string, attributes: Attributes): void {
  const { draft, depth, head } = reading
  const field = fieldOf(name)
  if (draft === null) {
    const isOfFeed = (name === 'title' || name === 'link') && !head.has(name)
    if (isOfFeed && field !== null) reading.open = { field, depth, text: attributes.href ?? '' }
    return
  }
  noteAttributes(draft, name, attributes)
  const isAtomLink = name === 'link' && attributes.href !== undefined
  if (field !== null && !isAtomLink) reading.open = { field, depth, text: '' }
}

function openElement(reading: Reading, element: string, attributes: Attributes): void {
  reading.depth++
  if (reading.depth > MAX_DEPTH) reading.isTruncated = true
  reading.namer.learn(attributes)
  const name = reading.namer.nameOf(element)
  const { open, draft } = reading
  if (draft !== null) takeLooseLink(draft)
  if ((name === 'item' || name === 'entry') && open?.field !== 'content') {
    finishEntry(reading) // an entry inside an entry: the first one was never closed
    reading.draft = newDraft(reading.depth, attributes)
    reading.open = null
  } else if (open?.field === 'author') {
    if (name === 'name') open.text = ''
  } else if (open !== null) {
    if (reading.depth <= MAX_DEPTH) open.text += openingTag(element, attributes)
  } else if (reading.foreignDepth === 0) {
    const isForeign = name === 'source' || name === 'textinput' || (name === 'image' && draft === null)
    if (isForeign) reading.foreignDepth = reading.depth
    else openField(reading, name, attributes)
  }
}

function readText(reading: Reading, text: string): void {
  if (reading.open !== null) {
    if (reading.open.text.length < MAX_FIELD) reading.open.text += text
  } else if (reading.draft !== null && reading.draft.loose.length < LONGEST_LINK) {
    reading.draft.loose += text
  }
}

function closeField(reading: Reading, name: string, open: Open): void {
  // Half a link or half a date is a wrong one; half a text is still a text.
  const isHalf = reading.isEnding && open.field !== 'content' && open.field !== 'summary'
  if (reading.draft === null) reading.head.set(name, open.text.trim())
  else if (!isHalf) keepField(reading.draft, open.field, open.text)
  reading.open = null
}

function closeInside(reading: Reading, element: string, name: string, open: Open): void {
  if (open.field !== 'author') {
    if (reading.depth <= MAX_DEPTH) open.text += `</${element}>`
    return
  }
  if (name === 'name' && reading.draft !== null) keepField(reading.draft, 'author', open.text)
  open.text = '' // what is left of an author is an address of mail or web
}

function closeElement(reading: Reading, element: string): void {
  const { open, depth, draft } = reading
  if (draft !== null && !reading.isEnding) takeLooseLink(draft)
  const name = reading.namer.nameOf(element)
  if (open !== null && depth === open.depth) closeField(reading, name, open)
  else if (open !== null && depth > open.depth) closeInside(reading, element, name, open)
  if (depth === reading.foreignDepth) reading.foreignDepth = 0
  if (depth === draft?.depth) finishEntry(reading)
  if (reading.isEnding) reading.isTruncated = true
  reading.depth--
}

/**
 * Reads every entry that a feed holds, well-formed or not: undeclared entities and prefixes, unescaped HTML, stray
 * ampersands, missing ends. A feed cut short gives the entries before the cut and says `isTruncated`; of a last entry
 * only whole fields count. DTDs and their entities are never expanded, so an XML bomb is inert. Never throws.
 */
export function recoverFeed(text: string): Feed {
  const reading: Reading = {
    namer: createNamer(),
    entries: [],
    head: new Map(),
    depth: 0,
    draft: null,
    open: null,
    foreignDepth: 0,
    isTruncated: false,
    isEnding: false,
  }
  const parser = new Parser(
    {
      onopentag: (element, attributes) => openElement(reading, element, attributes),
      ontext: (part) => readText(reading, part),
      onclosetag: (element) => closeElement(reading, element),
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < text.length && !reading.isTruncated; at += CHUNK)
    parser.write(text.slice(at, at + CHUNK))
  reading.isEnding = true
  parser.end()
  return {
    title: plainLine(reading.head.get('title')),
    home: reading.head.get('link') || null,
    entries: reading.entries,
    isTruncated: reading.isTruncated,
  }
}
