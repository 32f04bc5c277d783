// Article and the boletines → which of them it reprints, how much both ways, the passages, the credit and the lag.
import type { Article, Boletin, Passage, Pickup, PickupKind } from '../model.ts'
import { fold } from '../text/fold.ts'
import { listTokens } from '../text/tokens.ts'
import { type Aligned, alignTexts, placeSeeds } from './alignment.ts'
import { type BoletinIndex, findCandidates, findHolders, type Holders } from './boletines.ts'
import { creditsOrigin } from './credit.ts'
import { listQuotes } from './quotes.ts'
import { hashShingles, SHINGLE_WORDS } from './shingles.ts'
import { readWords, type Words } from './words.ts'

const HOUR = 3_600_000

/** Every threshold of this file with its reason. */
const LIMITS = {
  /** Outlets' clocks and boletines' `fecha` are typed by people: an hour before dispatch is still after it. */
  toleranceHours: 1,
  /** A date without hour is noon of its day: the note may be of any hour of it. */
  dayHours: 12,
  /** Later notes that share text copy each other or the archive, not the boletín. */
  longestLagHours: 30 * 24,
  /** A digest of the week may carry several boletines. */
  mostCandidates: 8,
  /** Words of own evidence below which a resemblance is chance: a quoted sentence has about fifteen. */
  leastEvidence: 12,
  /** Share of names and figures among the content words above which a passage is a list, a title or a timetable. */
  listShare: 0.6,
  /** Other boletines that carry a passage before it is boilerplate of the house ("refrenda su compromiso…"). */
  boilerplateOwners: 2,
} as const

/** What the director reads as "íntegra", "editada", "parcial" and "citada": shares of the boletín and of the article. */
const KINDS = {
  integra: { ofBoletin: 0.85, ofArticle: 0.6 },
  editada: { ofBoletin: 0.45 },
  editadaByArticle: { ofBoletin: 0.25, ofArticle: 0.6 },
  /** Quoted words among the shared ones above which only the voice was taken; its attribution comes along unquoted. */
  quoted: 0.65,
  /** Shared words outside quotation marks below which it is a fact cited, not a paragraph copied. */
  parcialWords: 25,
} as const

/** When a boletín that a note reprints can have been sent: `from < sent ≤ to`, clocks that go wrong included. */
export function sentWindow(
  article: Pick<Article, 'publishedAt' | 'hasHour'>,
  at: Date,
): { from: Date; to: Date } {
  const slack = slackHours(article)
  return {
    from: new Date(at.getTime() - LIMITS.longestLagHours * HOUR - 1),
    to: new Date(at.getTime() + slack * HOUR),
  }
}

const slackHours = ({ publishedAt, hasHour }: Pick<Article, 'publishedAt' | 'hasHour'>): number =>
  LIMITS.toleranceHours + (publishedAt !== null && !hasHour ? LIMITS.dayHours : 0)

/**
 * Traces the boletines reprinted in an article, most reprinted first. `publishedOrSeenAt` is the instant of publication or,
 * when unknown, the one at which it was first seen; an article that was public before dispatch cannot come from it.
 */
export function tracePickups(article: Article, publishedOrSeenAt: Date, index: BoletinIndex): Pickup[] {
  const text = readWords(article.paragraphs)
  const shingles = hashShingles(text.ids)
  const holders = findHolders(shingles, index)
  const candidates = findCandidates(shingles, holders, index, (boletin) =>
    isInTime(index.boletines[boletin], article, publishedOrSeenAt),
  ).slice(0, LIMITS.mostCandidates)
  if (candidates.length === 0) return []
  const seeds = placeSeeds(text)
  const matches = candidates.flatMap(({ boletin: position }) => {
    const [boletin, row] = [index.boletines[position], index.rows[position]]
    if (boletin === undefined || row === undefined) return []
    return [{ position, boletin, passages: alignTexts(row, text, seeds) }]
  })
  const used = new Uint8Array(text.ids.length)
  return matches
    .toSorted(
      (left, right) =>
        countWords(right.passages) - countWords(left.passages) || left.position - right.position,
    )
    .flatMap(({ position, boletin, passages }) => {
      const evidence = weighEvidence(passages, text, holders, used, position)
      if (evidence < LIMITS.leastEvidence) return []
      for (const { rightFrom, rightTo } of passages) used.fill(1, rightFrom, rightTo)
      return [describePickup(boletin, passages, text, article, publishedOrSeenAt)]
    })
}

function isInTime(boletin: Boletin | undefined, article: Article, at: Date): boolean {
  if (boletin === undefined) return false
  const { from, to } = sentWindow(article, at)
  return boletin.sentAt > from && boletin.sentAt <= to
}

const countWords = (passages: readonly Aligned[]): number =>
  passages.reduce((sum, { words }) => sum + words, 0)

/**
 * Words that speak for this boletín and no other: not explained by a better one, not a list of names or figures, not
 * first seen in an earlier boletín, not boilerplate.
 */
function weighEvidence(
  passages: readonly Aligned[],
  text: Words,
  holders: Holders,
  used: Uint8Array,
  position: number,
): number {
  let evidence = 0
  for (const passage of passages) {
    if (isList(passage, text)) continue
    const range = passage.rightTo - passage.rightFrom
    const free =
      range - used.subarray(passage.rightFrom, passage.rightTo).reduce((sum, each) => sum + each, 0)
    const own = isOwnText(passage, holders, position) ? 1 : 0
    evidence += own * passage.words * (free / range)
  }
  return evidence
}

/** Names, capitals and figures make up most of the passage's content words. */
function isList({ rightFrom, rightTo }: Aligned, text: Words): boolean {
  let content = 0
  let names = 0
  for (let at = rightFrom; at < rightTo; at += 1) {
    if (text.isStop[at] === true) continue
    content += 1
    if (text.isName[at] === true) names += 1
  }
  return content === 0 || names / content >= LIMITS.listShare
}

/**
 * False when the passage was already in an earlier boletín or is in several others. Another boletín has it when it holds
 * half of the passage's fingerprints: single shingles meet by chance in a large archive.
 */
function isOwnText(passage: Aligned, holders: Holders, position: number): boolean {
  let known = 0
  const held = new Map<number, number>()
  for (let at = passage.rightFrom; at + SHINGLE_WORDS <= passage.rightTo; at += 1) {
    const owners = holders[at]
    if (owners === null || owners === undefined || !owners.includes(position)) continue
    known += 1
    for (const owner of owners) if (owner !== position) held.set(owner, (held.get(owner) ?? 0) + 1)
  }
  const others = [...held].filter(([, times]) => times * 2 >= known).map(([owner]) => owner)
  return others.length < LIMITS.boilerplateOwners && others.every((owner) => owner > position)
}

/** Tells what these passages make of the note. */
export function describePickup(
  boletin: Boletin,
  passages: readonly Aligned[],
  text: Words,
  article: Article,
  at: Date,
): Pickup {
  const words = readWords(boletin.paragraphs)
  const shared = countWords(passages)
  const shareOfBoletin = Math.min(1, shared / Math.max(1, words.ids.length))
  const shareOfArticle = Math.min(1, shared / Math.max(1, text.ids.length))
  return {
    folio: boletin.folio,
    kind: chooseKind(shareOfBoletin, shareOfArticle, measureQuotes(passages, text, article.paragraphs)),
    shareOfBoletin,
    shareOfArticle,
    passages: passages.map((passage) => placePassage(passage, words, text)),
    isTitleKept: readTitle(boletin.title) === readTitle(article.title),
    isCredited: creditsOrigin(listOwnTexts(article, passages, text)),
    lagHours:
      article.publishedAt === null ? null : Math.max(0, (at.getTime() - boletin.sentAt.getTime()) / HOUR),
  }
}

const readTitle = (title: string): string =>
  listTokens(fold(title))
    .map(({ form }) => form)
    .join(' ')

function chooseKind(ofBoletin: number, ofArticle: number, { quoted, own }: QuotedWords): PickupKind {
  if (ofBoletin >= KINDS.integra.ofBoletin && ofArticle >= KINDS.integra.ofArticle) return 'integra'
  if (ofBoletin >= KINDS.editada.ofBoletin) return 'editada'
  if (ofBoletin >= KINDS.editadaByArticle.ofBoletin && ofArticle >= KINDS.editadaByArticle.ofArticle)
    return 'editada'
  const isVoice = quoted >= KINDS.quoted * (quoted + own)
  return !isVoice && own >= KINDS.parcialWords ? 'parcial' : 'citada'
}

type QuotedWords = { readonly quoted: number; readonly own: number }

/** How many of the passages' words stand between quotation marks in the article, and how many do not. */
function measureQuotes(
  passages: readonly Aligned[],
  text: Words,
  paragraphs: readonly string[],
): QuotedWords {
  const quotes = paragraphs.map(listQuotes)
  let quoted = 0
  let own = 0
  for (const { rightFrom, rightTo } of passages) {
    for (let at = rightFrom; at < rightTo; at += 1) {
      const start = text.start[at] ?? 0
      const isQuoted = (quotes[text.paragraph[at] ?? 0] ?? []).some(
        (quote) => start >= quote.start && start < quote.end,
      )
      if (isQuoted) quoted += 1
      else own += 1
    }
  }
  return { quoted, own }
}

function placePassage(passage: Aligned, words: Words, text: Words): Passage {
  return {
    boletinParagraph: words.paragraph[passage.leftFrom] ?? 0,
    boletinStart: words.start[passage.leftFrom] ?? 0,
    boletinEnd: words.end[passage.leftTo - 1] ?? 0,
    articleParagraph: text.paragraph[passage.rightFrom] ?? 0,
    articleStart: text.start[passage.rightFrom] ?? 0,
    articleEnd: text.end[passage.rightTo - 1] ?? 0,
    words: passage.words,
  }
}

/** Byline, title, standfirst, and each paragraph with its copied passages cut out. */
function listOwnTexts(article: Article, passages: readonly Aligned[], text: Words): string[] {
  const own = article.paragraphs.map((paragraph, number) => {
    const copied = passages.filter(({ rightFrom }) => text.paragraph[rightFrom] === number)
    const cuts = copied.map(
      ({ rightFrom, rightTo }) => [text.start[rightFrom] ?? 0, text.end[rightTo - 1] ?? 0] as const,
    )
    let rest = ''
    let from = 0
    for (const [start, end] of cuts.toSorted((left, right) => left[0] - right[0])) {
      rest += `${paragraph.slice(from, start)} … `
      from = end
    }
    return rest + paragraph.slice(from)
  })
  return [article.byline, article.title, article.standfirst, ...own].filter((part) => part !== null)
}
