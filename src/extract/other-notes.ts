// A page with several notes, one under the other → the blocks that belong to notes other than its own.
import { type Block, hasRole, holderOf } from './blocks.ts'
import { overlap } from './headline.ts'
import type { PageNode } from './page-tree.ts'

/** What stands from one main headline to the next. */
type Stretch = { readonly headline: string; readonly blocks: Block[] }

function listStretches(blocks: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = []
  const seen = new Set<string>()
  for (const block of blocks) {
    const isHeadline = block.level === 1 && block.text.length >= 15 && !seen.has(block.text)
    if (isHeadline && !hasRole(block, 'navigation')) {
      seen.add(block.text)
      stretches.push({ headline: block.text, blocks: [block] })
    } else stretches.at(-1)?.blocks.push(block)
  }
  return stretches
}

const isProse = (block: Block): boolean => block.prose > 0 && block.kind !== 'heading'

/** The elements that hold a stretch's paragraphs and those around them: one note's paragraphs share them. */
function framesOf({ blocks }: Stretch): Set<PageNode | null> {
  return new Set(blocks.filter(isProse).flatMap((block) => [holderOf(block), holderOf(block).parent]))
}

const proseOf = ({ blocks }: Stretch): number =>
  blocks.filter(isProse).reduce((sum, { prose }) => sum + prose, 0)

/** A stretch with less prose is no note. */
const LEAST_PROSE = 200

/**
 * Finds the blocks of other notes: stretches under a headline that is not `title`, with prose of their own in elements that the
 * note's prose does not share. Empty when the page has one note or its headline is not among the main ones.
 */
export function findOtherNotes(blocks: readonly Block[], title: string | null): Set<Block> {
  const stretches = title === null ? [] : listStretches(blocks)
  if (stretches.length < 2 || title === null) return new Set()
  const rated = stretches.map((stretch) => ({ stretch, agreement: overlap(stretch.headline, title) }))
  const own = rated.reduce((best, each) => (each.agreement > best.agreement ? each : best))
  if (own.agreement < 0.6 || proseOf(own.stretch) < LEAST_PROSE) return new Set()
  const frames = framesOf(own.stretch)
  const others = rated.filter(
    ({ stretch, agreement }) =>
      stretch !== own.stretch &&
      agreement < 0.5 &&
      proseOf(stretch) >= LEAST_PROSE &&
      ![...framesOf(stretch)].some((frame) => frames.has(frame)),
  )
  return new Set(others.flatMap(({ stretch }) => stretch.blocks))
}
