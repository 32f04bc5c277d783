// Blocks of a page → those that are cards of other notes: a line that is a link, and a summary under it.
import { type Block, holderOf } from './blocks.ts'
import { explainLine } from './lines.ts'
import { nameOf, type PageNode } from './page-tree.ts'

/** A line that is a link and no call of the outlet's own. */
const isLinkLine = ({ text, linkLength }: Block): boolean =>
  text.length >= 15 && linkLength > 0.8 * text.length && explainLine(text, 1) === null

/** The link line a short block of prose stands under, with at most a label between; null when it is no card's summary. */
function findLinkLine(blocks: readonly Block[], at: number): Block | null {
  const { prose } = blocks[at] ?? { prose: 0 }
  if (prose === 0 || prose >= 300) return null
  const [above, higher] = [blocks[at - 1], blocks[at - 2]]
  if (above !== undefined && isLinkLine(above)) return above
  return above !== undefined && above.text.length < 40 && higher !== undefined && isLinkLine(higher)
    ? higher
    : null
}

/** Blocks that look like the summary of a card. One alone proves nothing: notes have links between paragraphs. */
export function findTeasers(blocks: readonly Block[]): Set<Block> {
  return new Set(blocks.filter((_, at) => findLinkLine(blocks, at) !== null))
}

/** A card has a summary, not a text: at most so many blocks of prose. */
const MOST_PROSE_BLOCKS = 2

/** Elements that are cards: two or more of one name, each with a link line and a short summary of its own. */
export function findCards(blocks: readonly Block[]): Set<PageNode> {
  const proseOf = new Map<PageNode, number>()
  for (const block of blocks) {
    if (block.prose > 0) proseOf.set(holderOf(block), (proseOf.get(holderOf(block)) ?? 0) + 1)
  }
  const byName = new Map<string, { holders: Set<PageNode>; lines: Set<string> }>()
  blocks.forEach((block, at) => {
    const line = findLinkLine(blocks, at)
    const holder = holderOf(block)
    if (line === null || holderOf(line) !== holder || (proseOf.get(holder) ?? 0) > MOST_PROSE_BLOCKS) return
    const alike = byName.get(nameOf(holder)) ?? { holders: new Set(), lines: new Set() }
    alike.holders.add(holder)
    alike.lines.add(line.text)
    byName.set(nameOf(holder), alike)
  })
  const several = [...byName.values()].filter(({ lines }) => lines.size >= 2)
  return new Set(several.flatMap(({ holders }) => [...holders]))
}
