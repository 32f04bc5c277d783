// Blocks of a page → those that are cards of other notes: a line that is a link, and a summary under it.
import { type Block, holderOf } from './blocks.ts'
import { nameOf, type PageNode } from './page-tree.ts'

const isLinkLine = (block: Block | undefined): boolean =>
  block !== undefined && block.text.length >= 15 && block.linkLength > 0.8 * block.text.length

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

/** Elements that are cards: two or more of one name, each with a link line and its summary inside. */
export function findCards(blocks: readonly Block[]): Set<PageNode> {
  const byName = new Map<string, Set<PageNode>>()
  blocks.forEach((block, at) => {
    const line = findLinkLine(blocks, at)
    const holder = holderOf(block)
    if (line === null || holderOf(line) !== holder) return
    const alike = byName.get(nameOf(holder)) ?? new Set()
    byName.set(nameOf(holder), alike.add(holder))
  })
  return new Set([...byName.values()].filter(({ size }) => size >= 2).flatMap((alike) => [...alike]))
}
