// The text found on a page and what its outlet repeats from note to note → the text without the outlet's furniture. Pure.
import { type Block, holderOf } from './blocks.ts'
import { type Body, type BodyHints, findBody } from './body.ts'
import type { Verdict } from './body-cuts.ts'
import { overlap } from './headline.ts'
import { depthOf, isWithin, nameOf, type PageNode, type PageTree } from './page-tree.ts'
import { digestText } from './text-digest.ts'

/** In how many other notes of the outlet a block stood, and in what share (0–1) of those read since it was first met. */
export type Sighting = { readonly notes: number; readonly share: number }

/** What an outlet was seen to repeat: digest of a block's text → where. Blocks met in few notes may be left out. */
export type FurnitureMemory = ReadonlyMap<string, Sighting>

export const NO_MEMORY: FurnitureMemory = new Map()

/** A block in fewer other notes than this may be a coincidence. */
export const LEAST_NOTES = 3
/** A paragraph like all others must be on this many notes, and on half of all, to be no part of any. */
const LEAST_NOTES_PLAIN = 5
const LEAST_SHARE_PLAIN = 0.5
/** Of one with a name of its own among them it takes less. */
const LEAST_SHARE_NAMED = 0.25
/** Of the lead it takes more. */
const LEAST_SHARE_LEAD = 0.8
/** Links on more than this of its letters make a block a call rather than a sentence with a source. */
const LINKED = 0.25
/** A box that carries more of the text than this is no box of the outlet's. */
const LARGEST_BOX = 0.35
/** Blocks of one note that are remembered. */
const MOST_BLOCKS = 120

/** Each block is asked for twice: when furniture is looked for, and when its page is learnt from. */
const digests = new WeakMap<Block, string | null>()

/** The digest of a block's text; cells of tables are alike everywhere and have none. */
function digestBlock(block: Block): string | null {
  const known = digests.get(block)
  if (known !== undefined) return known
  const digest = block.kind === 'cell' ? null : digestText(block.text)
  digests.set(block, digest)
  return digest
}

/** Digests of the blocks that a page's own reading took for text: what a memory learns from a note. */
export function listMemorable({ kept }: Body): string[] {
  return [...new Set(kept.flatMap((block) => digestBlock(block) ?? []))].slice(0, MOST_BLOCKS)
}

const proseOf = (blocks: Iterable<Block>): number => {
  let sum = 0
  for (const { prose } of blocks) sum += prose
  return sum
}

type Repeated = ReadonlyMap<Block, Sighting>

function findRepeated(blocks: readonly Block[], memory: FurnitureMemory, title: string | null): Repeated {
  const repeated = new Map<Block, Sighting>()
  for (const block of blocks) {
    const digest = digestBlock(block)
    const sighting = digest === null ? undefined : memory.get(digest)
    if (sighting === undefined || sighting.notes < LEAST_NOTES) continue
    if (title === null || overlap(block.text, title) < 0.6) repeated.set(block, sighting)
  }
  return repeated
}

const isUbiquitous = ({ notes, share }: Sighting): boolean =>
  notes >= LEAST_NOTES_PLAIN && share >= LEAST_SHARE_PLAIN

/** What a note's own paragraphs look like: the boxes they stand in, how those are called, and the names they bear. */
type Manner = {
  readonly holders: ReadonlySet<PageNode>
  readonly boxes: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

/** Boxes of one name at one depth are of one hand: an outlet that cuts its text in two writes both alike. */
const boxNameOf = (holder: PageNode): string => `${nameOf(holder)} ${depthOf(holder)}`

function learnManner(own: readonly Block[]): Manner {
  const mass = new Map<PageNode, number>()
  for (const block of own) mass.set(holderOf(block), (mass.get(holderOf(block)) ?? 0) + block.prose)
  const total = proseOf(own)
  const holders = new Set(
    [...mass].filter(([, prose]) => prose > LARGEST_BOX * total).map(([holder]) => holder),
  )
  const prose = own.filter((block) => block.prose > 0 && block.kind !== 'heading')
  return {
    holders,
    boxes: new Set([...holders].map(boxNameOf)),
    names: new Set(prose.map(({ node }) => nameOf(node))),
  }
}

/**
 * Whether a block stands apart from the note's own: in another box, made of links, or by a name that none of them bears. A
 * bare paragraph among others of a class is how texts are pasted: it says nothing.
 */
function standsApart(block: Block, { notes, share }: Sighting, { boxes, names }: Manner): boolean {
  if (block.linkLength > LINKED * block.text.length) return true
  if (!boxes.has(boxNameOf(holderOf(block)))) return true
  if (names.has(nameOf(block.node))) return false
  const isNamed = block.node.tag !== 'p' || (block.node.attributes.class ?? '') !== ''
  return isNamed && notes >= LEAST_NOTES_PLAIN && share >= LEAST_SHARE_NAMED
}

/** Repeated blocks that are furniture by themselves. Of the municipality's own site only what stands apart. */
function chooseFurniture(
  kept: readonly Block[],
  repeated: Repeated,
  manner: Manner,
  isOwn: boolean,
): Set<Block> {
  const lead = kept.find(({ prose }) => prose > 0)
  const chosen = new Set<Block>()
  for (const [block, sighting] of repeated) {
    if (block.kind === 'heading') continue
    const least = block === lead ? LEAST_SHARE_LEAD : LEAST_SHARE_PLAIN
    const isEverywhere = !isOwn && isUbiquitous(sighting) && sighting.share >= least
    const isCall = block !== lead || !manner.names.has(nameOf(block.node))
    if (isEverywhere || (isCall && standsApart(block, sighting, manner))) chosen.add(block)
  }
  return chosen
}

/** Boxes away from the text that hold furniture or a heading that the outlet repeats are furniture whole. */
function addBoxes(kept: readonly Block[], repeated: Repeated, manner: Manner, chosen: Set<Block>): void {
  const total = proseOf(kept)
  const boxes = new Set<PageNode>()
  for (const [block] of repeated) {
    const holder = holderOf(block)
    const isApart =
      !manner.boxes.has(boxNameOf(holder)) && ![...manner.holders].some((own) => isWithin(own, holder))
    if (isApart && (chosen.has(block) || block.kind === 'heading')) boxes.add(holder)
  }
  for (const box of boxes) {
    const inside = kept.filter((block) => isWithin(holderOf(block), box))
    if (proseOf(inside) <= LARGEST_BOX * total) for (const block of inside) chosen.add(block)
  }
}

/** A repeated heading goes with what it heads: furniture, nothing, or a last list of links. */
function addHeadings(kept: readonly Block[], repeated: Repeated, chosen: Set<Block>): void {
  kept.forEach((block, at) => {
    if (block.kind !== 'heading' || !repeated.has(block)) return
    const after = kept.slice(at + 1)
    const next = after.findIndex(({ kind }) => kind === 'heading')
    const under = next < 0 ? after : after.slice(0, next)
    const isList = next < 0 && under.every(({ kind, linkLength }) => kind === 'item' || linkLength > 0)
    if (!isList && !under.every((each) => chosen.has(each))) return
    for (const each of [block, ...under]) chosen.add(each)
  })
}

function cutBlocks(body: Body, chosen: ReadonlySet<Block>, repeated: Repeated): Body {
  const verdicts = body.verdicts.map((verdict): Verdict => {
    if (!verdict.isKept || !chosen.has(verdict.block)) return verdict
    return { block: verdict.block, isKept: false, reason: explainCut(repeated.get(verdict.block)) }
  })
  return { ...body, verdicts, kept: body.kept.filter((block) => !chosen.has(block)) }
}

const REPEATED = 'el medio lo repite en'
const BOXED = 'en una caja que el medio repite'

const explainCut = (sighting: Sighting | undefined): string =>
  sighting === undefined ? BOXED : `${REPEATED} ${sighting.notes} notas`

/** The texts that were cut because the outlet repeats them. */
export function listFurniture({ verdicts }: Body): string[] {
  return verdicts
    .filter(({ reason }) => reason === BOXED || reason.startsWith(REPEATED))
    .map(({ block }) => block.text)
}

/** A text of fewer letters is too little to prefer it over what was found first. */
const LEAST_PROSE = 200

/** Most of what was taken for the text is on half of the outlet's notes: the text stands elsewhere, or nowhere. */
function searchElsewhere(
  tree: PageTree,
  blocks: readonly Block[],
  hints: BodyHints,
  body: Body,
  repeated: Repeated,
): Body {
  const everywhere = new Set([...repeated].filter(([, each]) => isUbiquitous(each)).map(([block]) => block))
  if (hints.declared !== null || proseOf(everywhere) < 0.5 * proseOf(body.kept)) return body
  const other = findBody(
    tree,
    blocks.filter((block) => !everywhere.has(block)),
    hints,
  )
  if (proseOf(other.kept) < LEAST_PROSE) return body
  const found = new Map(other.verdicts.map((verdict) => [verdict.block, verdict]))
  const verdicts = body.verdicts.map(
    ({ block }): Verdict =>
      found.get(block) ?? { block, isKept: false, reason: explainCut(repeated.get(block)) },
  )
  return { ...other, verdicts }
}

/**
 * Cuts from a text what its outlet repeats on other notes: what stands apart from the note's paragraphs after three
 * notes, what looks like them only when half of all notes carry it. Never the title, nor most of the text: then the text
 * is looked for elsewhere, and failing that stays as it was found.
 */
export function cutFurniture(
  tree: PageTree,
  blocks: readonly Block[],
  hints: BodyHints,
  body: Body,
  memory: FurnitureMemory,
  isOwn: boolean,
): Body {
  if (memory.size === 0) return body
  const repeated = findRepeated(body.kept, memory, hints.title)
  if (repeated.size === 0) return body
  const own = body.kept.filter((block) => !repeated.has(block))
  if (proseOf(own) < 0.5 * proseOf(body.kept)) return searchElsewhere(tree, blocks, hints, body, repeated)
  const manner = learnManner(own)
  const chosen = chooseFurniture(body.kept, repeated, manner, isOwn)
  addBoxes(body.kept, repeated, manner, chosen)
  addHeadings(body.kept, repeated, chosen)
  const rest = body.kept.filter((block) => !chosen.has(block))
  return proseOf(rest) < 0.5 * proseOf(body.kept) ? body : cutBlocks(body, chosen, repeated)
}
