// A page's tree → its blocks of text in reading order, each with what surrounds it. One walk, no recursion.
import { cleanText } from '../text/clean.ts'
import { type Role, rolesOf } from './class-evidence.ts'
import type { PageNode, PageTree } from './page-tree.ts'

/** An ancestor that says what it is; `outer` is the next one further out. */
export type Surrounding = {
  readonly role: Role
  readonly node: PageNode
  readonly outer: Surrounding | null
}

export type BlockKind = 'paragraph' | 'text' | 'heading' | 'item' | 'quote' | 'cell'

/** One run of text between block-level boundaries. Lengths are UTF-16 units of the cleaned text, that of links approximate. */
export type Block = {
  readonly text: string
  readonly kind: BlockKind
  /** 1–6 for headings, else 0. */
  readonly level: number
  readonly node: PageNode
  readonly surrounding: Surrounding | null
  readonly linkLength: number
  /** How much the block reads like running prose: roughly its length outside links; 0 for menus and labels. */
  readonly prose: number
}

/** Whether anything around a block says it is one of these. */
export function hasRole(block: Block, ...roles: readonly Role[]): boolean {
  for (let at = block.surrounding; at !== null; at = at.outer) if (roles.includes(at.role)) return true
  return false
}

/** Whether a block's own element or the one right around it says it is one of these. */
export function isMarked(block: Block, ...roles: readonly Role[]): boolean {
  for (let at = block.surrounding; at !== null; at = at.outer) {
    if (roles.includes(at.role) && (at.node === block.node || at.node === block.node.parent)) return true
  }
  return false
}

/**
 * The blocks as seen from an element: what surrounds that element too says nothing of how they differ from it, so those names
 * are left out.
 */
export function viewFrom(blocks: readonly Block[], element: PageNode): Block[] {
  const outer = new Set<PageNode>()
  for (let at: PageNode | null = element; at !== null; at = at.parent) outer.add(at)
  const views = new Map<Surrounding, Surrounding | null>()
  const view = (surrounding: Surrounding | null): Surrounding | null => {
    if (surrounding === null || outer.has(surrounding.node)) return null
    const known = views.get(surrounding)
    if (known !== undefined) return known
    const rest = view(surrounding.outer)
    const seen = rest === surrounding.outer ? surrounding : { ...surrounding, outer: rest }
    views.set(surrounding, seen)
    return seen
  }
  return blocks.map((block) => {
    const surrounding = view(block.surrounding)
    return surrounding === block.surrounding ? block : { ...block, surrounding }
  })
}

/** Elements that only shape a paragraph, a list or a table; what holds them is the box that counts. */
const SHAPING = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol blockquote td th tr tbody thead table dd dt dl'.split(' '),
)

/** The element a block's paragraph, list or table stands in. */
export function holderOf({ node }: Block): PageNode {
  let holder = node
  while (SHAPING.has(holder.tag) && holder.parent !== null) holder = holder.parent
  return holder
}

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr picture source amp-img st1:personname st1:place'
  ).split(' '),
)

const HEADINGS: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]))

function kindOf(node: PageNode, outer: BlockKind): BlockKind {
  if (HEADINGS.has(node.tag)) return 'heading'
  if (node.tag === 'li' || node.tag === 'dd' || node.tag === 'dt') return 'item'
  if (node.tag === 'blockquote') return 'quote'
  if (node.tag === 'td' || node.tag === 'th') return 'cell'
  if (node.tag === 'p') return outer === 'item' || outer === 'quote' || outer === 'cell' ? outer : 'paragraph'
  return outer === 'item' || outer === 'quote' || outer === 'cell' ? outer : 'text'
}

const SENTENCE_END = /[.!?…:;»”"’')\]。！？]$/
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g

/** Length outside links, damped by link density and, for short runs, by the lack of a sentence's end. */
export function rateProse(text: string, linkLength: number): number {
  const wide = text.length < 20_000 && CJK.test(text.slice(0, 40)) ? (text.match(CJK)?.length ?? 0) : 0
  const length = text.length + wide
  const share = Math.min(1, linkLength / Math.max(1, text.length))
  if (share > 0.6 || length < 25) return 0
  const plain = length * (1 - share) ** 2
  if (length >= 140) return plain
  return SENTENCE_END.test(text) ? plain * 0.7 : length >= 80 ? plain * 0.35 : 0
}

type Frame = {
  readonly node: PageNode
  readonly block: PageNode
  readonly kind: BlockKind
  readonly surrounding: Surrounding | null
  readonly isLink: boolean
  readonly isBold: boolean
  at: number
}

const isInline = (node: PageNode): boolean => INLINE.has(node.tag)

/** Lists a page's blocks in reading order. Empty ones are left out. */
export function listBlocks(tree: PageTree): Block[] {
  const blocks: Block[] = []
  let parts: string[] = []
  let linkLength = 0
  let boldLength = 0
  let breaks = 0
  /** What surrounds every part of the block so far; undefined when its parts differ. */
  let common: Surrounding | null | undefined = null

  const flush = (frame: Frame): void => {
    if (parts.length === 0) return
    const text = cleanText(parts.join(''))
    if (text !== '') {
      blocks.push({
        text,
        kind: frame.kind,
        level: HEADINGS.get(frame.block.tag) ?? 0,
        node: frame.block,
        surrounding: common === undefined ? frame.surrounding : common,
        linkLength: Math.min(linkLength, text.length),
        prose: rateProse(text, linkLength),
      })
    }
    parts = []
    linkLength = 0
    boldLength = 0
    breaks = 0
  }

  const enter = (node: PageNode, outer: Frame): Frame => {
    let surrounding = outer.surrounding
    for (const role of rolesOf(node)) surrounding = { role, node, outer: surrounding }
    if (isHidden(node)) surrounding = { role: 'hidden', node, outer: surrounding }
    const isBlock = !isInline(node)
    return {
      node,
      block: isBlock ? node : outer.block,
      kind: isBlock ? kindOf(node, outer.kind) : outer.kind,
      surrounding,
      isLink: outer.isLink || node.tag === 'a',
      isBold: outer.isBold || node.tag === 'b' || node.tag === 'strong' || node.tag === 'big',
      at: 0,
    }
  }

  const frames: Frame[] = [
    {
      node: tree.root,
      block: tree.root,
      kind: 'text',
      surrounding: null,
      isLink: false,
      isBold: false,
      at: 0,
    },
  ]
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const child = frame.node.children[frame.at]
    frame.at += 1
    if (child === undefined) {
      if (!isInline(frame.node)) flush(frame)
      frames.pop()
    } else if (typeof child === 'string') {
      if (!/\S/.test(child)) {
        if (parts.length > 0) parts.push(' ')
        continue
      }
      breaks = 0
      common = parts.length === 0 || common === frame.surrounding ? frame.surrounding : undefined
      parts.push(child)
      if (frame.isLink) linkLength += child.trim().length
      if (frame.isBold) boldLength += child.length
    } else if (child.tag === 'br') {
      breaks += 1
      if (
        breaks >= 2 ||
        endsParagraph(parts) ||
        (frame.kind !== 'paragraph' && isBoldLine(parts, boldLength))
      )
        flush(frame)
      else parts.push(' ')
    } else if (!NEVER_TEXT.has(child.tag) && !isEditLink(child)) {
      if (!isInline(child)) flush(frame)
      if (child.children.length > 0) frames.push(enter(child, frame))
    }
  }
  return blocks
}

const NEVER_TEXT = new Set([
  'title',
  'meta',
  'link',
  'base',
  'img',
  'input',
  'hr',
  'source',
  'track',
  'wbr',
  'area',
])

/** "[edit]" beside the subheads of a wiki. */
const isEditLink = ({ tag, attributes }: PageNode): boolean =>
  tag === 'span' && attributes.class === 'mw-editsection'

/** A single line break after a long line that ends a sentence is how hand-made pages write paragraphs. */
function endsParagraph(parts: readonly string[]): boolean {
  const line = parts.at(-1)?.trimEnd() ?? ''
  return line.length > 90 && /[.!?”"»]$/.test(line)
}

/** A bold line before a single line break is a title or a subhead of a hand-made page. */
function isBoldLine(parts: readonly string[], boldLength: number): boolean {
  return (
    boldLength >= 20 &&
    parts.every((part) => !/\S/.test(part) || boldLength >= part.length) &&
    parts.reduce((sum, part) => sum + part.trim().length, 0) <= boldLength
  )
}

function isHidden({ attributes: { hidden, style } }: PageNode): boolean {
  return hidden !== undefined || (style !== undefined && /display\s*:\s*none/i.test(style))
}
