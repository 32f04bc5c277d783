// What a page calls itself in its data, its head and its lines → the note's title, without the outlet's name.
import { fold } from '../text/fold.ts'
import { type Block, hasRole, isMarked } from './blocks.ts'
import { firstMeta } from './head.ts'
import { commonTail, dropOutlet, echoIn, foldTitle, isOutlet, isTailOf, overlap } from './headline.ts'
import type { Page } from './page.ts'

export type FoundTitle = {
  readonly text: string
  /** Where it was found, in Spanish, for the explanation. */
  readonly from: string
}

const TITLE_METAS = ['og:title', 'twitter:title', 'dc.title', 'title', 'sailthru.title', 'parsely-title']

function headingsOf(blocks: readonly Block[], level: number): readonly Block[] {
  return blocks.filter((block) => block.level === level && block.text.length >= 8 && block.text.length < 400)
}

/** The words of an address's path, which outlets make of the headline. */
function slugOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/[^a-z]+/gi, ' ') : ''
}

/** Gives, when asked, the beginning of the text, by which a headline is known to be of this note. */
const openingOf = (blocks: readonly Block[], firstAt: number) => (): string =>
  blocks
    .slice(firstAt, firstAt + 10)
    .map(({ text }) => text.slice(0, 1_000))
    .join(' ')

/**
 * Whether the headline of the linked data can be believed: not cut short, and sharing words with what the page shows, its
 * metadata, its address or its text say, since some outlets write a fixed phrase there.
 */
function isTrusted(headline: string, others: readonly string[], url: string, opening: () => string): boolean {
  if (headline.length < 8 || /(?:…|\.{3})$/.test(headline)) return false
  const folded = foldTitle(headline)
  const isCut = others.some((text) => {
    const other = foldTitle(text)
    const more = other.length - folded.length
    return folded.length > 60 && more > 2 && more < 120 && other.startsWith(folded)
  })
  if (isCut) return false
  const isEchoed =
    others.some((text) => overlap(text, headline) >= 0.2) ||
    overlap(slugOf(url), headline) >= 0.4 ||
    echoIn(opening(), headline) >= 0.5
  return others.length === 0 || isEchoed
}

/** Overlap of a heading with a title; two or three words must be most of it, or they are the outlet's name within it. */
function agree(heading: string, title: string): number {
  const [short, long] = [heading, title]
    .map((text) => foldTitle(text).split(' ').length)
    .toSorted((a, b) => a - b)
  return (short ?? 0) < 4 && (long ?? 0) > 2 * (short ?? 0) ? 0 : overlap(heading, title)
}

/** The heading that agrees best with what is stated, without its kicker; null when none shares half of its words. */
function chooseHeading(
  headings: readonly Block[],
  stated: readonly FoundTitle[],
  outletNames: readonly string[],
): FoundTitle | null {
  let best: { block: Block; agreement: number } | null = null
  for (const block of headings) {
    if (isOutlet(block.text, outletNames)) continue
    const agreement = Math.max(0, ...stated.map(({ text }) => agree(block.text, text)))
    if (best === null || agreement > best.agreement + 0.01) best = { block, agreement }
  }
  if (best === null || (best.agreement < 0.5 && stated.length > 0)) return null
  const shown = dropOutlet(best.block.text, outletNames, [])
  const withoutKicker = stated.find(({ text }) => isTailOf(text, shown))
  const tails = stated.flatMap(({ text }) => commonTail(shown, text) ?? [])
  return { text: withoutKicker?.text ?? tails[0] ?? shown, from: `encabezado ${best.block.node.tag}` }
}

/** Lines before the text that could be a title: neither links, dates nor names. */
function listLines(blocks: readonly Block[], firstAt: number): Block[] {
  return blocks
    .slice(0, firstAt)
    .filter(
      (block) =>
        block.text.length >= 12 &&
        block.text.length < 300 &&
        block.linkLength < block.text.length / 2 &&
        !hasRole(block, 'navigation', 'form', 'caption', 'related', 'cookies') &&
        !isMarked(block, 'date', 'byline'),
    )
}

/** The longest line that a stated title contains: pages without headings name the outlet there too. */
function findContained(lines: readonly Block[], stated: readonly FoundTitle[]): FoundTitle | null {
  let best: string | null = null
  for (const { text } of stated) {
    const whole = ` ${foldTitle(text)} `
    for (const line of lines) {
      const folded = foldTitle(line.text)
      const isPart = folded.length >= 12 && whole.includes(` ${folded} `) && whole.length - folded.length < 70
      if (isPart && line.text.length > (best?.length ?? 0)) best = line.text
    }
  }
  return best === null ? null : { text: best, from: 'línea de la página que repite su título' }
}

const NOT_A_TITLE = /^(?:por\b|publicad|\d|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b)/

/** The line right above the text, for pages whose only title is the outlet's name. */
function findAbove(lines: readonly Block[]): FoundTitle | null {
  const line = lines.findLast(({ text }) => !NOT_A_TITLE.test(fold(text)) && !/\d{4}/.test(text))
  return line === undefined ? null : { text: line.text, from: 'línea sobre el texto' }
}

/** Main headings, or second ones where there are none. */
function listHeadings(blocks: readonly Block[]): readonly Block[] {
  const main = headingsOf(blocks, 1)
  return main.length > 0 ? main : headingsOf(blocks, 2)
}

/** What the page's data, its head and its listing call the note, most believed first, without the outlet's name. */
export function listTitles({ blocks, head, linked, outletNames }: Page, listed: string | null): FoundTitle[] {
  const references = [...listHeadings(blocks).map(({ text }) => text), ...(listed === null ? [] : [listed])]
  const clean = (text: string | null | undefined): string =>
    text === null || text === undefined ? '' : dropOutlet(text, outletNames, references)
  return [
    { text: clean(linked?.headlines[0]), from: 'datos JSON-LD' },
    { text: clean(firstMeta(head, TITLE_METAS)), from: 'metadatos' },
    { text: clean(head.title), from: 'título de la ventana' },
    { text: listed ?? '', from: 'listado' },
  ].filter(({ text }) => text.length >= 4 && !isOutlet(text, outletNames))
}

/** Whether one title is the other, alone or with a kicker or an outlet set to it. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other]
    .map((text) => foldTitle(text).replaceAll(' ', ''))
    .toSorted((x, y) => x.length - y.length)
  return (b ?? '').includes(a ?? '')
}

/**
 * The headline that readers see, when the linked data only repeat the window's title, which is written for search engines:
 * the only main heading over the text, in words of the text. Null when it says the same.
 */
function findShown(
  linked: FoundTitle,
  all: readonly FoundTitle[],
  headings: readonly Block[],
  opening: () => string,
): FoundTitle | null {
  const ofWindow = all.find(({ from }) => from === 'título de la ventana')
  if (ofWindow === undefined || !isSame(ofWindow.text, linked.text)) return null
  const [heading] = headings
  if (heading?.level !== 1 || headings.length > 1 || isSame(heading.text, linked.text)) return null
  return echoIn(opening(), heading.text) < 0.5 ? null : { text: heading.text, from: 'encabezado h1' }
}

/**
 * Chooses the title: what the page's data call the note when it can be believed, else the heading that agrees best with its
 * metadata, else a line that its head repeats. `listed` is the title the channel gave; `firstAt` the text's first block.
 */
export function findTitle(page: Page, listed: string | null, firstAt: number): FoundTitle | null {
  const { blocks, outletNames } = page
  const headings = listHeadings(blocks)
  const all = listTitles(page, listed)
  const [first] = all
  if (first?.from === 'datos JSON-LD') {
    const others = [...headings, ...all.slice(1)].map(({ text }) => text)
    const opening = openingOf(blocks, firstAt)
    if (isTrusted(first.text, others, page.url, opening)) {
      return (
        findShown(
          first,
          all,
          headings.filter((block) => blocks.indexOf(block) < firstAt),
          opening,
        ) ?? first
      )
    }
  }
  const lines = listLines(blocks, firstAt)
  const shown = chooseHeading(headings, all, outletNames) ?? findContained(lines, all)
  if (shown !== null) return shown
  const isOfWindow = first?.from === 'título de la ventana' && listed !== null
  if (isOfWindow && overlap(first.text, listed) < 0.3) return { text: listed, from: 'listado' }
  return first ?? findAbove(lines)
}

/** Index of the first block before `firstAt` that shows the title, alone or after a kicker; −1 when none does. */
export function locateTitle(blocks: readonly Block[], title: string | null, firstAt: number): number {
  const folded = foldTitle(title ?? '')
  if (folded === '') return -1
  const exact = blocks.findIndex(({ text, linkLength }, at) => {
    if (at >= firstAt || text.length < folded.length || text.length > folded.length + 120) return false
    return linkLength < text.length / 2 && (foldTitle(text) === folded || isTailOf(folded, text))
  })
  if (exact >= 0) return exact
  return blocks.findIndex(
    ({ level, text }, at) => at < firstAt && level === 1 && overlap(text, title ?? '') >= 0.5,
  )
}
