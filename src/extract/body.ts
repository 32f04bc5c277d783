// A page's blocks → which of them are the article's text, each with the reason it was kept or cut.
import { type Block, holderOf } from './blocks.ts'
import { cutBoxes, cutComments, cutLinkLists, rescueStated, trimEnds, type Verdict } from './body-cuts.ts'
import { CUTTING, findCut, type Masses, weighPage } from './body-masses.ts'
import { chooseParts, chooseRoot } from './body-root.ts'
import { findCards } from './cards.ts'
import type { Role } from './class-evidence.ts'
import { foldTitle } from './headline.ts'
import { explainLine } from './lines.ts'
import { findOtherNotes } from './other-notes.ts'
import { isWithin, type PageNode, type PageTree } from './page-tree.ts'
import { locateTitle } from './title.ts'

export type Body = {
  /** The element that holds the text. */
  readonly root: PageNode
  readonly verdicts: readonly Verdict[]
  readonly kept: readonly Block[]
}

/** Roles that cut only short blocks or small elements: the same words name paragraphs and whole notes in some outlets. */
const CUTTING_IF_SMALL: ReadonlyMap<Role, string> = new Map([
  ['byline', 'firma'],
  ['date', 'fecha'],
  ['kicker', 'sección'],
  ['media', 'pie de imagen o video'],
])

/** Furniture that can never be a third of a note: a name like these on so much of it is a name that means something else. */
const NEVER_LARGE: ReadonlySet<Role> = new Set([
  'navigation',
  'sharing',
  'newsletter',
  'advertising',
  'tags',
  'legal',
  'subscription',
  'form',
  'player',
])

/** Why what surrounds a block inside the root cuts it, or null. */
function explainSurrounding(block: Block, root: PageNode, { all, trusted }: Masses): string | null {
  const ofRoot = all[root.index] ?? 0
  const surrounding = findCut(block, trusted)
  const isLarge = surrounding !== null && (all[surrounding.node.index] ?? 0) > 0.35 * ofRoot
  if (
    surrounding !== null &&
    !(isLarge && NEVER_LARGE.has(surrounding.role)) &&
    surrounding.node !== root &&
    isWithin(surrounding.node, root)
  ) {
    return CUTTING.get(surrounding.role) ?? null
  }
  const small = 0.08 * ofRoot
  for (let at = block.surrounding; at !== null; at = at.outer) {
    const reason = CUTTING_IF_SMALL.get(at.role)
    if (reason === undefined || at.node === root || !isWithin(at.node, root)) continue
    const isOwn = at.node === block.node || at.node === block.node.parent
    const isSmall = isOwn ? block.text.length < 120 : (all[at.node.index] ?? 0) < small
    if (isSmall && !(block.kind === 'heading' && at.role === 'kicker')) return reason
  }
  return null
}

/** Whether a block says again what the note is called. */
function isTitle({ text }: Block, title: string | null): boolean {
  if (title === null || Math.abs(text.length - title.length) > 8) return false
  return foldTitle(text) === foldTitle(title)
}

function judge(block: Block, parts: readonly PageNode[], masses: Masses, title: string | null): Verdict {
  const cut = (reason: string): Verdict => ({ block, isKept: false, reason })
  const root = parts.find((part) => isWithin(block.node, part))
  if (root === undefined) return cut('fuera de la nota')
  const around = explainSurrounding(block, root, masses)
  if (around !== null) return cut(around)
  if (block.level === 1 || isTitle(block, title)) return cut('título')
  const linkShare = block.linkLength / block.text.length
  const line = explainLine(block.text, linkShare)
  if (line !== null) return cut(line)
  const isSentence = block.kind === 'paragraph' && block.text.length > 60 && /[.!?”"»]$/.test(block.text)
  if (linkShare > 0.75 && block.text.length < 250 && !isSentence) return cut('solo ligas')
  return { block, isKept: true, reason: block.prose > 0 ? 'prosa' : 'dentro del texto' }
}

/** What is known of the text besides the page's blocks. */
export type BodyHints = {
  /** The element that holds it, when an analyst said which. */
  readonly declared: PageNode | null
  /** The body that the page's linked data give. */
  readonly stated: string | null
  /** What the page's data or its listing call the note. */
  readonly title: string | null
}

/** Finds the article's text among a page's blocks. */
export function findBody(tree: PageTree, blocks: readonly Block[], hints: BodyHints): Body {
  const { declared, stated, title } = hints
  const others = findOtherNotes(blocks, title)
  const own = others.size === 0 ? blocks : blocks.filter((block) => !others.has(block))
  const masses = weighPage(tree, own)
  const titleBlock = own[locateTitle(own, title, own.length)]
  const root = declared ?? chooseRoot(tree, titleBlock?.node ?? null, masses)
  const parts = declared === null ? chooseParts(root, own, masses) : [declared]
  const cards = findCards(own)
  const judged = blocks.map((block): Verdict => {
    if (others.has(block)) return { block, isKept: false, reason: 'otra nota' }
    const isCard = cards.has(holderOf(block)) && !masses.trusted.has(holderOf(block))
    return isCard
      ? { block, isKept: false, reason: 'tarjeta de otra nota' }
      : judge(block, parts, masses, title)
  })
  const verdicts = trimEnds(rescueStated(cutBoxes(cutLinkLists(cutComments(judged))), stated))
  return { root, verdicts, kept: verdicts.filter(({ isKept }) => isKept).map(({ block }) => block) }
}
