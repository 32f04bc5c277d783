// A page's blocks → which of them are the article's text, each with the reason it was kept or cut.
import { findDates } from '../text/dates.ts'
import type { Block, Surrounding } from './blocks.ts'
import type { Role } from './class-evidence.ts'
import { explainLine } from './lines.ts'
import { isWithin, type PageNode, type PageTree } from './page-tree.ts'

export type Verdict = { readonly block: Block; readonly isKept: boolean; readonly reason: string }

export type Body = {
  /** The element that holds the text, and smaller ones beside it that continue it. */
  readonly root: PageNode
  readonly parts: readonly PageNode[]
  readonly verdicts: readonly Verdict[]
  readonly kept: readonly Block[]
}

/** What cuts a block when it stands inside the article's root, and how that is said. */
const CUTTING: ReadonlyMap<Role, string> = new Map([
  ['navigation', 'navegación'],
  ['sharing', 'botones de redes'],
  ['related', 'notas relacionadas'],
  ['newsletter', 'boletín por correo'],
  ['comments', 'comentarios'],
  ['advertising', 'publicidad'],
  ['tags', 'etiquetas'],
  ['legal', 'aviso legal'],
  ['author-box', 'ficha del autor'],
  ['subscription', 'suscripción'],
  ['cookies', 'aviso de cookies'],
  ['form', 'formulario o botón'],
  ['hidden', 'oculto'],
  ['summary-by-machine', 'resumen automático'],
  ['player', 'reproductor'],
  ['embed', 'publicación incrustada'],
  ['aside', 'recuadro aparte'],
  ['footer', 'pie de página'],
  ['caption', 'pie de foto'],
])

/** Roles that cut only short blocks or small elements: the same words name paragraphs and whole notes in some outlets. */
const CUTTING_IF_SMALL: ReadonlyMap<Role, string> = new Map([
  ['byline', 'firma'],
  ['date', 'fecha'],
  ['kicker', 'sección'],
  ['media', 'pie de imagen o video'],
])

type Masses = {
  /** Prose under each element. */
  readonly all: Float64Array
  /** The same, with what stands in furniture counted little. */
  readonly weighted: Float64Array
  /** Elements whose furniture names are no reason: they hold the note. */
  readonly trusted: ReadonlySet<PageNode>
}

const nameOf = ({ tag, attributes }: PageNode): string => `${tag}.${attributes.class ?? ''}`

function addUp(mass: Float64Array, node: PageNode, value: number): void {
  for (let at: PageNode | null = node; at !== null; at = at.parent)
    mass[at.index] = (mass[at.index] ?? 0) + value
}

/** The nearest ancestor that cuts, unless it holds the note or names a long paragraph of its own. */
function findCut(block: Block, trusted: ReadonlySet<PageNode>): Surrounding | null {
  const isParagraph = block.kind === 'paragraph' && block.prose > 150
  for (let at = block.surrounding; at !== null; at = at.outer) {
    if (!CUTTING.has(at.role) || trusted.has(at.node)) continue
    if (at.node === block.node && isParagraph && at.role !== 'caption') continue
    if (at.role === 'caption' && block.kind === 'cell') continue
    return at
  }
  return null
}

/** Elements that hold half of the page's prose, and those named as the text whose namesakes hold a quarter of it together. */
function findTrusted(blocks: readonly Block[], all: Float64Array): Set<PageNode> {
  const total = all[0] ?? 0
  const trusted = new Set<PageNode>()
  const named = new Set<PageNode>()
  for (const { node, surrounding } of blocks) {
    for (let at: PageNode | null = node; at !== null; at = at.parent) {
      if ((all[at.index] ?? 0) >= 0.5 * total) trusted.add(at)
    }
    for (let at = surrounding; at !== null; at = at.outer) if (at.role === 'body') named.add(at.node)
  }
  const byName = new Map<string, number>()
  for (const node of named) byName.set(nameOf(node), (byName.get(nameOf(node)) ?? 0) + (all[node.index] ?? 0))
  for (const node of named) {
    if ((byName.get(nameOf(node)) ?? 0) < 0.25 * total) continue
    for (let at: PageNode | null = node; at !== null && !trusted.has(at); at = at.parent) trusted.add(at)
  }
  return trusted
}

function weigh(tree: PageTree, blocks: readonly Block[]): Masses {
  const all = new Float64Array(tree.size)
  const weighted = new Float64Array(tree.size)
  const seen = new Set<string>()
  const fresh = blocks.filter((block) => {
    if (block.prose === 0 || seen.has(block.text)) return false
    seen.add(block.text)
    return true
  })
  for (const block of fresh) addUp(all, block.node, block.prose)
  const trusted = findTrusted(fresh, all)
  for (const block of fresh) {
    const factor = findCut(block, trusted) === null ? (block.kind === 'heading' ? 0.3 : 1) : 0.05
    addUp(weighted, block.node, block.prose * factor)
  }
  return { all, weighted, trusted }
}

/** Descends from the whole page while one child holds most of the prose. */
function chooseRoot(tree: PageTree, { weighted }: Masses): PageNode {
  let node = tree.root
  for (;;) {
    const here = weighted[node.index] ?? 0
    let best: PageNode | null = null
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (best === null || (weighted[child.index] ?? 0) > (weighted[best.index] ?? 0)) best = child
    }
    if (best === null || (weighted[best.index] ?? 0) < 0.7 * here || best.tag === 'p') return node
    node = best
  }
}

/** The class-bearing name that most of the root's prose paragraphs share, or null. */
function commonParagraphName(root: PageNode, blocks: readonly Block[]): string | null {
  const mass = new Map<string, number>()
  let total = 0
  for (const { node, prose } of blocks) {
    if (prose === 0 || !isWithin(node, root)) continue
    total += prose
    if (node.tag === 'p' && (node.attributes.class ?? '') !== '')
      mass.set(nameOf(node), (mass.get(nameOf(node)) ?? 0) + prose)
  }
  return [...mass].find(([, prose]) => prose > 0.5 * total)?.[0] ?? null
}

function ancestorAt(node: PageNode, levels: number): PageNode {
  let at = node
  for (let level = 0; level < levels && at.parent !== null; level += 1) at = at.parent
  return at
}

/** Paragraphs set beside the root by the same hand, and boxes of the root's own name, belong to the text too. */
function chooseParts(root: PageNode, blocks: readonly Block[], { weighted, trusted }: Masses): PageNode[] {
  const parts = [root]
  const common = commonParagraphName(root, blocks)
  const vicinity = ancestorAt(root, 4)
  const around = blocks.filter(
    (block) =>
      block.prose > 60 &&
      isWithin(block.node, vicinity) &&
      !isWithin(block.node, root) &&
      findCut(block, trusted) === null,
  )
  for (const block of around) {
    const { node } = block
    const isAlike = nameOf(node) === common && block.prose > 100 && block.linkLength < 0.3 * block.text.length
    if (isAlike) parts.push(node)
  }
  const prose = new Map(around.map((block) => [block.node, block]))
  for (let inner = root, level = 0; inner.parent !== null && level < 3; inner = inner.parent, level += 1) {
    const title = inner.parent.children.findIndex((child) => typeof child !== 'string' && child.tag === 'h1')
    inner.parent.children.forEach((child, at) => {
      if (typeof child === 'string' || child === inner || at < title) return
      const block = prose.get(child)
      const isParagraph = child.tag === 'p' && block !== undefined && block.surrounding?.role !== 'standfirst'
      const isNamesake = level === 0 && root.attributes.class !== undefined && nameOf(child) === nameOf(root)
      if (isParagraph || (isNamesake && (weighted[child.index] ?? 0) > 100)) parts.push(child)
    })
  }
  return parts
}

function judge(block: Block, parts: readonly PageNode[], masses: Masses): Verdict {
  const cut = (reason: string): Verdict => ({ block, isKept: false, reason })
  const root = parts.find((part) => isWithin(block.node, part))
  if (root === undefined) return cut('fuera de la nota')
  const surrounding = findCut(block, masses.trusted)
  if (surrounding !== null && isWithin(surrounding.node, root) && surrounding.node !== root) {
    return cut(CUTTING.get(surrounding.role) ?? '')
  }
  const small = 0.08 * (masses.all[root.index] ?? 0)
  for (let at = block.surrounding; at !== null; at = at.outer) {
    const reason = CUTTING_IF_SMALL.get(at.role)
    if (reason === undefined || at.node === root || !isWithin(at.node, root)) continue
    const isSmall =
      block.text.length < 120 || (at.node !== block.node && (masses.all[at.node.index] ?? 0) < small)
    if (isSmall && !(block.kind === 'heading' && at.role === 'kicker')) return cut(reason)
  }
  if (block.kind === 'heading' && block.level === 1) return cut('título')
  const linkShare = block.linkLength / block.text.length
  const line = explainLine(block.text, linkShare)
  if (line !== null) return cut(line)
  const isSentence = block.kind === 'paragraph' && block.text.length > 60 && /[.!?”"»]$/.test(block.text)
  if (linkShare > 0.75 && block.text.length < 250 && !isSentence) return cut('solo ligas')
  return { block, isKept: true, reason: block.prose > 0 ? 'prosa' : 'dentro del texto' }
}

/** Elements that only shape a paragraph, a list or a table; what holds them is the box that counts. */
const SHAPING = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol blockquote td th tr tbody thead table dd dt dl'.split(' '),
)

function holderOf({ node }: Block): PageNode {
  let holder = node
  while (SHAPING.has(holder.tag) && holder.parent !== null) holder = holder.parent
  return holder
}

function depthOf(node: PageNode): number {
  let depth = 0
  for (let at = node.parent; at !== null; at = at.parent) depth += 1
  return depth
}

/** Shares below this of a note's prose, deeper than the rest of it, are boxes set into the text. */
const BOX_SHARE = 0.15

/** Cuts boxes: blocks that stand deeper than the text's own holder, in a kind of holder that carries little of its prose. */
function cutBoxes(verdicts: readonly Verdict[]): Verdict[] {
  const kept = verdicts.filter(({ isKept }) => isKept)
  const mass = new Map<string, number>()
  let total = 0
  for (const { block } of kept) {
    const name = nameOf(holderOf(block))
    mass.set(name, (mass.get(name) ?? 0) + block.prose)
    total += block.prose
  }
  const [main, mainMass] = [...mass].reduce((top, each) => (each[1] > top[1] ? each : top), ['', 0])
  if (mainMass < 0.5 * total) return [...verdicts]
  const mainDepth = Math.min(
    ...kept
      .map(({ block }) => holderOf(block))
      .filter((node) => nameOf(node) === main)
      .map(depthOf),
  )
  const isBoxed = ({ block }: Verdict): boolean => {
    const holder = holderOf(block)
    return (mass.get(nameOf(holder)) ?? 0) < BOX_SHARE * total && depthOf(holder) > mainDepth
  }
  const boxed = new Set(kept.filter((verdict) => isBoxed(verdict)))
  const withText = new Set(
    [...boxed].filter(({ block }) => block.kind !== 'heading').map(({ block }) => holderOf(block)),
  )
  return verdicts.map((verdict) => {
    const { block } = verdict
    if (!boxed.has(verdict) || block.kind === 'cell' || block.kind === 'quote') return verdict
    if (block.kind === 'heading' && !withText.has(holderOf(block))) return verdict
    return { block, isKept: false, reason: 'recuadro dentro del texto' }
  })
}

/** Cuts lists that are mostly links: related notes without a name. */
function cutLinkLists(verdicts: readonly Verdict[]): Verdict[] {
  const listOf = ({ node }: Block): PageNode | null => {
    for (let at: PageNode | null = node; at !== null; at = at.parent)
      if (at.tag === 'ul' || at.tag === 'ol') return at
    return null
  }
  const lengths = new Map<PageNode, { text: number; links: number }>()
  for (const { block, isKept } of verdicts) {
    const list = isKept && block.kind === 'item' ? listOf(block) : null
    if (list === null) continue
    const sum = lengths.get(list) ?? { text: 0, links: 0 }
    lengths.set(list, { text: sum.text + block.text.length, links: sum.links + block.linkLength })
  }
  return verdicts.map((verdict) => {
    const list = verdict.isKept && verdict.block.kind === 'item' ? listOf(verdict.block) : null
    const sum = list === null ? undefined : lengths.get(list)
    const isLinks = sum !== undefined && sum.links > 0.5 * sum.text
    return isLinks ? { block: verdict.block, isKept: false, reason: 'lista de ligas' } : verdict
  })
}

const NO_OPTIONS = { timeZone: 'UTC', now: new Date(0) }

/** A short line that is mostly a date. */
function isDateLine({ text }: Block): boolean {
  if (text.length > 90) return false
  const date = findDates(text, NO_OPTIONS)[0]
  return date !== undefined && date.end - date.start > 0.4 * text.length
}

/** Cuts what precedes the first prose and what follows the last, and repeated prose. */
function trim(verdicts: readonly Verdict[]): Verdict[] {
  const isProse = ({ isKept, block }: Verdict) => isKept && block.prose > 0 && block.kind !== 'heading'
  const first = verdicts.findIndex(isProse)
  const last = extendEnd(verdicts, verdicts.findLastIndex(isProse))
  const seen = new Set<string>()
  return verdicts.map((verdict, at) => {
    const { block, isKept } = verdict
    if (!isKept) return verdict
    if (at < first) return { block, isKept: false, reason: 'antes del texto' }
    if (at > last) return { block, isKept: false, reason: 'después del texto' }
    if (block.text.length >= 30 && seen.has(block.text)) return { block, isKept: false, reason: 'repetido' }
    if (isDateLine(block) && (at < first + 3 || at > last - 2))
      return { block, isKept: false, reason: 'fecha' }
    seen.add(block.text)
    return verdict
  })
}

/** Lists and short paragraphs that follow the last prose in its own holder are still the text: data, credits, line-ups. */
function extendEnd(verdicts: readonly Verdict[], last: number): number {
  const lastBlock = verdicts[last]?.block
  if (lastBlock === undefined) return last
  const holder = holderOf(lastBlock)
  let end = last
  for (let at = last + 1; at < verdicts.length; at += 1) {
    const verdict = verdicts[at]
    if (verdict === undefined || !verdict.isKept) continue
    const { block } = verdict
    const isText = block.kind === 'item' || block.kind === 'paragraph' || block.kind === 'cell'
    if (isText && holderOf(block) === holder && block.linkLength === 0) end = at
    else if (block.kind !== 'heading') break
  }
  return end
}

/** Finds the article's text among a page's blocks; `declared` is the element that holds it, when an analyst said which. */
export function findBody(tree: PageTree, blocks: readonly Block[], declared: PageNode | null = null): Body {
  const masses = weigh(tree, blocks)
  const root = declared ?? chooseRoot(tree, masses)
  const parts = declared === null ? chooseParts(root, blocks, masses) : [declared]
  const judged = blocks.map((block) => judge(block, parts, masses))
  const verdicts = trim(cutBoxes(cutLinkLists(judged)))
  return { root, parts, verdicts, kept: verdicts.filter(({ isKept }) => isKept).map(({ block }) => block) }
}
