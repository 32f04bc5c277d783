// A note that reprints nothing, and the boletines of the days before → the one it may tell in other words, with what both have.
import type { Article, Boletin, ProbablePickup } from '../model.ts'
import { sentWindow } from './pickups.ts'
import { type Facts, listFacts, showFacts } from './probable-facts.ts'
import { reportsItself } from './probable-voice.ts'

const HOUR = 3_600_000

/** Every threshold with its reason; measured with `npm run eval:pickup`. */
const LIMITS = {
  /** A rewrite later than this tells how the matter went on. */
  days: 3,
  /** Cosine of stems: notes of the same topic and another fact stay below; desks that rewrite rarely do. */
  likeness: 0.25,
  /** Boletines that hold a figure or a name before it is one of the house's: its telephone, its mayor. */
  mostHolders: 2,
  mostHoldersShare: 1 / 50,
  /** Share of the press that has it before it is one of the region's. */
  mostOfPress: 0.08,
  /** Figures that both have, or one beside names: one alone is chance, and names alone are the same people at another fact. */
  figures: 2,
  facts: 3,
  /** Part of the note's figures that are the boletín's; a note of another fact has others. */
  figuresShare: 0.25,
  /** Another boletín at this part of the likeness is a sibling: what it holds too decides nothing. */
  sibling: 0.5,
  /** Stands for the texts of a young archive, so that common words weigh little from the first day. */
  priorTexts: 30,
} as const

type Entry = { readonly boletin: Boletin; readonly facts: Facts }

/** Boletines in order of dispatch, and how many hold each stem. About 20 KB each. */
export type ProbableIndex = {
  readonly entries: readonly Entry[]
  readonly holders: ReadonlyMap<string, number>
}

/** How many notes of the press are known, and how many of them hold a stem. */
export type Background = { readonly texts: number; readonly countHolders: (stem: string) => number }

const NO_PRESS: Background = { texts: 0, countHolders: () => 0 }

export function prepareProbable(boletines: readonly Boletin[]): ProbableIndex {
  const entries = boletines
    .toSorted((left, right) => left.sentAt.getTime() - right.sentAt.getTime())
    .map((boletin): Entry => ({ boletin, facts: listFacts(boletin) }))
  const holders = new Map<string, number>()
  for (const { facts } of entries)
    for (const stem of facts.counts.keys()) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  return { entries, holders }
}

/**
 * Proposes the boletín that a note tells in other words; null when none is likely, when two are alike, or when the note
 * says that its outlet asked or saw. Call it of notes in which no boletín was traced. `publishedOrSeenAt` as in
 * `tracePickups`. Candidates by cosine of TF-IDF over prefixes (Salton and Buckley, *Inf. Process. Manag.* 24, 1988),
 * confirmed by rare figures and names.
 */
export function proposeBoletin(
  article: Article,
  publishedOrSeenAt: Date,
  index: ProbableIndex,
  press: Background = NO_PRESS,
): ProbablePickup | null {
  const due = listDue(article, publishedOrSeenAt, index)
  if (due.length === 0) return null
  const facts = listFacts(article)
  const weigh = weigher(index, press)
  const own = measure(facts, weigh)
  const [best, ...others] = due
    .map((entry) => ({ ...entry, likeness: compare(own, measure(entry.facts, weigh)) }))
    .filter(({ likeness }) => likeness >= LIMITS.likeness * LIMITS.sibling)
    .sort((left, right) => right.likeness - left.likeness)
  if (best === undefined || best.likeness < LIMITS.likeness) return null
  const siblings = others.filter(({ likeness }) => likeness >= best.likeness * LIMITS.sibling)
  const isRare = rarity(index, press)
  const shared = shareFacts(facts, best, siblings, isRare)
  if (!isConfirmed(shared, facts)) return null
  if (siblings.some((each) => isStronger(shareFacts(facts, each, [best], isRare), shared))) return null
  if (reportsItself([article.title, article.standfirst ?? '', ...article.paragraphs])) return null
  const { sentAt, folio } = best.boletin
  return {
    folio,
    likeness: best.likeness,
    ...showFacts(article, new Set([...shared.figures, ...shared.names])),
    lagHours:
      article.publishedAt === null
        ? null
        : Math.max(0, (publishedOrSeenAt.getTime() - sentAt.getTime()) / HOUR),
  }
}

/** Boletines sent at most three days before the note, as far as clocks and days without hour tell. */
function listDue(article: Article, at: Date, { entries }: ProbableIndex): Entry[] {
  const { to } = sentWindow(article, at)
  const from = new Date(2 * at.getTime() - to.getTime() - LIMITS.days * 24 * HOUR)
  return entries.filter(({ boletin: { sentAt } }) => sentAt > from && sentAt <= to)
}

type Weigh = (stem: string) => number

/** ln N/df over boletines and press together. */
function weigher({ entries, holders }: ProbableIndex, press: Background): Weigh {
  const texts = entries.length + press.texts + LIMITS.priorTexts
  return (stem) => Math.log((texts + 1) / ((holders.get(stem) ?? 0) + press.countHolders(stem) + 1))
}

type Vector = { readonly weights: ReadonlyMap<string, number>; readonly length: number }

function measure({ counts }: Facts, weigh: Weigh): Vector {
  const weights = new Map<string, number>()
  let square = 0
  for (const [stem, count] of counts) {
    const weight = (1 + Math.log(count)) * Math.max(0, weigh(stem))
    weights.set(stem, weight)
    square += weight ** 2
  }
  return { weights, length: Math.sqrt(square) || 1 }
}

function compare(left: Vector, right: Vector): number {
  let product = 0
  for (const [stem, weight] of left.weights) product += weight * (right.weights.get(stem) ?? 0)
  return product / left.length / right.length
}

function rarity({ entries, holders }: ProbableIndex, press: Background): (stem: string) => boolean {
  const most = Math.max(LIMITS.mostHolders, entries.length * LIMITS.mostHoldersShare)
  const mostOfPress = Math.max(LIMITS.priorTexts, press.texts) * LIMITS.mostOfPress
  return (stem) => (holders.get(stem) ?? 0) <= most && press.countHolders(stem) <= mostOfPress
}

type Shared = { readonly figures: readonly string[]; readonly names: readonly string[] }

/** Rare figures and names of the note that this boletín has and its siblings do not. */
function shareFacts(
  note: Facts,
  { facts }: Entry,
  siblings: readonly Entry[],
  isRare: (stem: string) => boolean,
): Shared {
  const isTheirs = (stem: string) => siblings.some((sibling) => sibling.facts.counts.has(stem))
  const keep = (own: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...own].filter((stem) => others.has(stem) && isRare(stem) && !isTheirs(stem))
  return { figures: keep(note.figures, facts.figures), names: keep(note.names, facts.names) }
}

function isConfirmed({ figures, names }: Shared, note: Facts): boolean {
  const isEnough =
    figures.length >= LIMITS.figures || (figures.length > 0 && figures.length + names.length >= LIMITS.facts)
  return isEnough && figures.length >= note.figures.size * LIMITS.figuresShare
}

const isStronger = (one: Shared, other: Shared): boolean =>
  one.figures.length + one.names.length > other.figures.length + other.names.length
