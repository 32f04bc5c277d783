// HTML text → a light tree of its elements and text, with scripts, styles and drawings left out. One parse, linear in the text.
import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { Parser } from 'htmlparser2'

/** An element. Children are elements or runs of decoded text. `index` numbers elements in document order. */
export type PageNode = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: PageNode | null
  readonly children: (PageNode | string)[]
  readonly index: number
}

export type PageTree = {
  readonly root: PageNode
  readonly size: number
  /** The text of each `application/ld+json` script, in order. */
  readonly linkedData: readonly string[]
  /** `meta`, `link`, `title` and `base` elements, in order. */
  readonly head: readonly PageNode[]
  /** Elements that give a date by their tag, microdata or attributes, in order. */
  readonly times: readonly PageNode[]
}

/** Elements whose content is never an article's text. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'canvas',
  'select',
  'datalist',
  'textarea',
  'audio',
  'map',
])
/** Attributes in which pages keep a machine's date beside the one they show. */
export const DATE_ATTRIBUTES = [
  'data-datetime',
  'data-date',
  'data-utime',
  'data-timestamp',
  'data-published',
] as const

/** Elements that give a date: by their tag, by microdata, by an attribute or, in older pages, by a title on an abbreviation. */
function isDated(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  if (tag === 'time' || attributes.itemprop?.startsWith('date') === true) return true
  if (tag === 'abbr') return attributes.title !== undefined || attributes['data-utime'] !== undefined
  return tag === 'span' && DATE_ATTRIBUTES.some((name) => attributes[name] !== undefined)
}

/** Elements whose text is written as it is read, without entities. */
const RAW = new Set(['xmp', 'noembed', 'noframes', 'plaintext'])

/** The attributes of an element as its parser left them, each entity in them made what it stands for. */
function decodeAttributes(attributes: Record<string, string>): Readonly<Record<string, string>> {
  for (const name in attributes) {
    const value = attributes[name]
    if (value?.includes('&') === true) attributes[name] = decodeHTMLAttribute(value)
  }
  return attributes
}

const HEAD_TAGS = new Set(['meta', 'link', 'title', 'base'])

/** No page that people wrote nests deeper; beyond this, elements are read as if they had no content of their own. */
const DEEPEST = 1_500

/**
 * htmlparser2 shifts an array of its open elements, which is quadratic in depth: past the limit an element counts as void.
 * The parser asks twice for each element, before and after it is counted: `isOpening` tells the second time.
 */
class BoundedParser extends Parser {
  depth = 0
  isOpening = false
  protected override isVoidElement(name: string): boolean {
    const limit = this.isOpening ? DEEPEST + 1 : DEEPEST
    this.isOpening = false
    return (this.depth >= limit && name !== '') || super.isVoidElement(name)
  }
}

/**
 * Parses a page. Never throws on malformed HTML. Entities are decoded here and not by the parser, which would look at each
 * letter for them: most runs of text have none.
 */
export function parsePage(html: string): PageTree {
  const root: PageNode = { tag: '#root', attributes: {}, parent: null, children: [], index: 0 }
  const linkedData: string[] = []
  const head: PageNode[] = []
  const times: PageNode[] = []
  let current = root
  let size = 1
  let skippedDepth = 0
  let script: string[] | null = null

  const parser = new BoundedParser(
    {
      onopentagname() {
        parser.isOpening = true
      },
      onopentag(tag, written) {
        parser.depth += 1
        if (skippedDepth > 0) {
          skippedDepth += 1
          return
        }
        if (SKIPPED.has(tag)) {
          skippedDepth = 1
          if (tag === 'script' && written.type?.includes('ld+json') === true) script = []
          return
        }
        const attributes = decodeAttributes(written)
        const node: PageNode = { tag, attributes, parent: current, children: [], index: size }
        size += 1
        if (HEAD_TAGS.has(tag)) head.push(node)
        if (isDated(tag, attributes)) times.push(node)
        current.children.push(node)
        current = node
      },
      ontext(written) {
        if (skippedDepth > 0) {
          script?.push(written)
          return
        }
        const text = written.includes('&') && !RAW.has(current.tag) ? decodeHTML(written) : written
        const last = current.children.length - 1
        const previous = current.children[last]
        if (typeof previous === 'string') current.children[last] = previous + text
        else current.children.push(text)
      },
      onclosetag() {
        parser.depth -= 1
        if (skippedDepth === 0) {
          current = current.parent ?? root
          return
        }
        skippedDepth -= 1
        if (script !== null) linkedData.push(script.join(''))
        script = null
      },
    },
    { decodeEntities: false },
  )
  parser.end(html)
  return { root, size, linkedData, head, times }
}

/** All text under a node, as it stands. */
export function rawText(node: PageNode): string {
  const parts: string[] = []
  const pending: (PageNode | string)[] = [node]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') parts.push(next)
    else {
      if (next.tag === 'br') parts.push(' ')
      for (let at = next.children.length - 1; at >= 0; at -= 1) {
        const child = next.children[at]
        if (child !== undefined) pending.push(child)
      }
    }
  }
  return parts.join('')
}

/** How many elements stand around a node. */
export function depthOf(node: PageNode): number {
  let depth = 0
  for (let at = node.parent; at !== null; at = at.parent) depth += 1
  return depth
}

/** Tag and classes: elements made by the same hand share it. */
export const nameOf = ({ tag, attributes }: PageNode): string => `${tag}.${attributes.class ?? ''}`

/** Whether `node` is `ancestor` or lies under it. */
export function isWithin(node: PageNode, ancestor: PageNode): boolean {
  for (let at: PageNode | null = node; at !== null; at = at.parent) if (at === ancestor) return true
  return false
}
