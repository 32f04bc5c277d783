// A page's blocks → how much prose stands under each element, and which names of furniture to distrust.
import type { Block, Surrounding } from './blocks.ts'
import { findTeasers } from './cards.ts'
import type { Role } from './class-evidence.ts'
import { nameOf, type PageNode, type PageTree } from './page-tree.ts'

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

/** Elements around the main headings: whatever such an element is called, it is no page's foot. */
function listAroundTitles(blocks: readonly Block[]): Set<PageNode> {
  const around = new Set<PageNode>()
  for (const { level, node } of blocks) {
    if (level !== 1) continue
    for (let at: PageNode | null = node; at !== null && !around.has(at); at = at.parent) around.add(at)
  }
  return around
}

/** Feet and comments are believed to be what they are called unless nearly all of the page stands in them. */
const footOf = ({ surrounding }: Block): PageNode | null => {
  for (let at = surrounding; at !== null; at = at.outer)
    if (at.role === 'footer' || at.role === 'comments') return at.node
  return null
}

/** Elements that hold half of the page's prose, and those named as the text whose namesakes hold a quarter of it together. */
function findTrusted(
  blocks: readonly Block[],
  all: Float64Array,
  aroundTitles: ReadonlySet<PageNode>,
): Set<PageNode> {
  const total = all[0] ?? 0
  const trusted = new Set<PageNode>()
  const named = new Set<PageNode>()
  for (const block of blocks) {
    const { node, surrounding } = block
    const foot = footOf(block)
    for (let at: PageNode | null = node; at !== null; at = at.parent) {
      if ((all[at.index] ?? 0) >= (at === foot && !aroundTitles.has(at) ? 0.9 : 0.5) * total) trusted.add(at)
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
  const trusted = findTrusted(fresh, all, listAroundTitles(blocks))
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
