// A page's blocks → the element that holds the article's text, what else continues it, and which names of furniture to distrust.
import type { Block, Surrounding } from './blocks.ts'
import { findTeasers } from './cards.ts'
import type { Role } from './class-evidence.ts'
import { isWithin, nameOf, type PageNode, type PageTree } from './page-tree.ts'

/** What cuts a block when it stands inside the article's root, and how that is said. */
export const CUTTING: ReadonlyMap<Role, string> = new Map([
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

export type Masses = {
  /** Prose under each element, by its index. */
  readonly all: Float64Array
  /** The same, with what stands in furniture counted little. */
  readonly weighted: Float64Array
  /** How many blocks of prose that are neither furniture nor cards stand under each element. */
  readonly counts: Float64Array
  /** How many cards of other notes do. */
  readonly cards: Float64Array
  /** Elements whose furniture names are no reason: they hold the note. */
  readonly trusted: ReadonlySet<PageNode>
}

function addUp(mass: Float64Array, node: PageNode, value: number): void {
  for (let at: PageNode | null = node; at !== null; at = at.parent)
    mass[at.index] = (mass[at.index] ?? 0) + value
}

/** The nearest surrounding that cuts, unless it holds the note or is the name of a long paragraph itself. */
export function findCut(block: Block, trusted: ReadonlySet<PageNode>): Surrounding | null {
  const isParagraph = block.kind === 'paragraph' && block.prose > 150
  for (let at = block.surrounding; at !== null; at = at.outer) {
    if (!CUTTING.has(at.role) || trusted.has(at.node)) continue
    if (at.role === 'caption' ? block.kind === 'cell' : isParagraph && at.node === block.node) continue
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

/** Adds up the prose of a page over its elements. Repeated texts count once: some outlets print the body twice. */
export function weighPage(tree: PageTree, blocks: readonly Block[]): Masses {
  const all = new Float64Array(tree.size)
  const weighted = new Float64Array(tree.size)
  const counts = new Float64Array(tree.size)
  const cards = new Float64Array(tree.size)
  const seen = new Set<string>()
  const fresh = blocks.filter(({ prose, text }) => {
    if (prose === 0 || seen.has(text)) return false
    seen.add(text)
    return true
  })
  for (const { node, prose } of fresh) addUp(all, node, prose)
  const trusted = findTrusted(fresh, all)
  const teasers = findTeasers(blocks)
  for (const block of fresh) {
    const isWeak = block.kind === 'heading' || teasers.has(block)
    const isFurniture = findCut(block, trusted) !== null
    addUp(weighted, block.node, block.prose * (isFurniture ? 0.05 : isWeak ? 0.3 : 1))
    if (teasers.has(block)) addUp(cards, block.node, 1)
    else if (!isFurniture && !isWeak) addUp(counts, block.node, 1)
  }
  return { all, weighted, counts, cards, trusted }
}

/** A child must hold this share of its parent's prose for the search to go down into it, or less if no other comes near. */
const DESCENT = 0.65
const DESCENT_ALONE = 0.5
const ALONE = 4

/** Descends from an element while one child holds most of the prose; never past the last two blocks of it. */
function descend(from: PageNode, { weighted, counts }: Masses): PageNode {
  const massOf = (node: PageNode) => weighted[node.index] ?? 0
  let node = from
  for (;;) {
    let best: PageNode | null = null
    let second = 0
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (best === null || massOf(child) > massOf(best)) {
        second = best === null ? 0 : massOf(best)
        best = child
      } else second = Math.max(second, massOf(child))
    }
    if (best === null || best.tag === 'p') return node
    if ((counts[best.index] ?? 0) < 2 && (counts[node.index] ?? 0) > (counts[best.index] ?? 0)) return node
    const share = massOf(best) / Math.max(1, massOf(node))
    if (share < DESCENT && !(share >= DESCENT_ALONE && massOf(best) >= ALONE * second)) return node
    node = best
  }
}

/** The smallest element around the title that holds any prose. */
function homeOf(title: PageNode, { weighted }: Masses): PageNode | null {
  let node = title.parent
  while (node !== null && (weighted[node.index] ?? 0) < 60) node = node.parent
  return node
}

/**
 * Whether the title's own place is one column of the page and the rest of the prose another's: the title's has paragraphs of
 * its own, its element is a child of the root, and every other child with prose is called otherwise.
 */
function isColumn(home: PageNode, root: PageNode, { weighted, counts }: Masses): boolean {
  if (home.parent !== root || (counts[home.index] ?? 0) < 3) return false
  const others = root.children.filter(
    (child): child is PageNode =>
      typeof child !== 'string' && child !== home && (weighted[child.index] ?? 0) > 60,
  )
  return others.every((child) => child.tag === home.tag && nameOf(child) !== nameOf(home))
}

/**
 * Chooses the element that holds the text: where most of the prose stands. A short note can have less of it than the cards
 * around it: when that place is outside the title's own, and is a list of cards or no larger, the title's own is taken.
 */
export function chooseRoot(tree: PageTree, title: PageNode | null, masses: Masses): PageNode {
  const { weighted, counts, cards } = masses
  const root = descend(tree.root, masses)
  const home = title === null ? null : homeOf(title, masses)
  if (home === null || isWithin(root, home)) return root
  if (isWithin(home, root)) return isColumn(home, root, masses) ? descend(home, masses) : root
  const isListing = (cards[root.index] ?? 0) > (counts[root.index] ?? 0)
  const isLarger = (weighted[root.index] ?? 0) > 2 * (weighted[home.index] ?? 0)
  return isListing || !isLarger ? descend(home, masses) : root
}

/** The class-bearing name that most of the root's prose paragraphs share, or null. */
function commonParagraphName(root: PageNode, blocks: readonly Block[]): string | null {
  const mass = new Map<string, number>()
  let total = 0
  for (const { node, prose } of blocks) {
    if (prose === 0 || !isWithin(node, root)) continue
    total += prose
    if (node.tag !== 'p' || (node.attributes.class ?? '') === '') continue
    mass.set(nameOf(node), (mass.get(nameOf(node)) ?? 0) + prose)
  }
  return [...mass].find(([, prose]) => prose > 0.5 * total)?.[0] ?? null
}

function ancestorAt(node: PageNode, levels: number): PageNode {
  let at = node
  for (let level = 0; level < levels && at.parent !== null; level += 1) at = at.parent
  return at
}

/** Whether an element is of the name of another and, under it, has what holds the root under that other. */
function isBuiltAlike(node: PageNode, other: PageNode, root: PageNode): boolean {
  const names: string[] = []
  for (let at: PageNode | null = root; at !== null && at !== other; at = at.parent) names.unshift(nameOf(at))
  if (![nameOf(other), ...names].some((name) => !name.endsWith('.')) || nameOf(node) !== nameOf(other))
    return false
  let level: PageNode[] = [node]
  for (const name of names) {
    level = level.flatMap(({ children }) =>
      children.filter((child): child is PageNode => typeof child !== 'string' && nameOf(child) === name),
    )
  }
  return level.length > 0
}

/** Children beside the root, up to three levels out, after the title: its namesakes, and paragraphs of prose. */
function listSiblings(root: PageNode, prose: ReadonlyMap<PageNode, Block>, { weighted }: Masses): PageNode[] {
  const found: PageNode[] = []
  for (let inner = root, level = 0; inner.parent !== null && level < 3; inner = inner.parent, level += 1) {
    const least = level === 0 ? 100 : Math.max(100, 0.12 * (weighted[root.index] ?? 0))
    const title = inner.parent.children.findIndex((child) => typeof child !== 'string' && child.tag === 'h1')
    inner.parent.children.forEach((child, at) => {
      if (typeof child === 'string' || child === inner || at < title) return
      const block = prose.get(child)
      const isParagraph = child.tag === 'p' && block !== undefined && block.surrounding?.role !== 'standfirst'
      const isNamesake = isBuiltAlike(child, inner, root)
      if (isParagraph || (isNamesake && (weighted[child.index] ?? 0) > least)) found.push(child)
    })
  }
  return found
}

/** The root and what continues it nearby: boxes of its own name, paragraphs of the same class, paragraphs set beside it. */
export function chooseParts(root: PageNode, blocks: readonly Block[], masses: Masses): PageNode[] {
  const common = commonParagraphName(root, blocks)
  const vicinity = ancestorAt(root, 4)
  const around = blocks.filter(
    (block) =>
      block.prose > 60 &&
      isWithin(block.node, vicinity) &&
      !isWithin(block.node, root) &&
      findCut(block, masses.trusted) === null,
  )
  const alike = around.filter(
    ({ node, prose, linkLength, text }) =>
      nameOf(node) === common && prose > 100 && linkLength < 0.3 * text.length,
  )
  const siblings = listSiblings(root, new Map(around.map((block) => [block.node, block])), masses)
  return [root, ...alike.map(({ node }) => node), ...siblings]
}
