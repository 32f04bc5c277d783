// A page's blocks and their prose → the element that holds the article's text, and what else continues it.
import type { Block } from './blocks.ts'
import { findCut, type Masses } from './body-masses.ts'
import { isWithin, nameOf, type PageNode, type PageTree } from './page-tree.ts'

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
    if ((node.tag !== 'p' && node.tag !== 'div') || (node.attributes.class ?? '') === '') continue
    mass.set(nameOf(node), (mass.get(nameOf(node)) ?? 0) + prose)
  }
  return [...mass].find(([, prose]) => prose > 0.5 * total)?.[0] ?? null
}

/** Whether an element has the tag and every class of a name: "p.text lead" is called like "p.text". */
function isCalledLike(node: PageNode, name: string): boolean {
  if (nameOf(node) === name) return true
  const dot = name.indexOf('.')
  if (node.tag !== name.slice(0, dot)) return false
  const classes = new Set((node.attributes.class ?? '').split(/\s+/))
  return name
    .slice(dot + 1)
    .split(/\s+/)
    .every((each) => classes.has(each))
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
      common !== null && isCalledLike(node, common) && prose > 100 && linkLength < 0.3 * text.length,
  )
  const siblings = listSiblings(root, new Map(around.map((block) => [block.node, block])), masses)
  return [root, ...alike.map(({ node }) => node), ...siblings]
}
