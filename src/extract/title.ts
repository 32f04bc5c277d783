// What a page calls itself in its data, its head and its headings → the note's title, without the outlet's name.
import { fold } from '../text/fold.ts'
import type { Block } from './blocks.ts'
import { firstMeta } from './head.ts'
import type { Page } from './page.ts'

export type FoundTitle = {
  readonly text: string
  /** Where it was found, in Spanish, for the explanation. */
  readonly from: string
  /** The heading block that shows it on the page, or null. */
  readonly block: Block | null
}

/** Folded letters and digits of a title, for comparison. */
export function foldTitle(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Share of words in common, over the shorter of the two. */
function overlap(one: string, other: string): number {
  const a = new Set(foldTitle(one).split(' '))
  const b = new Set(foldTitle(other).split(' '))
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter((word) => b.has(word)).length
  return common / Math.min(a.size, b.size)
}

const OUTLET_BREAK = /\s+[|–—»•·:]{1,2}\s+|\s+-+\s+|\s*\|\s*/

/**
 * Takes the outlet's name off a title: what stands after (or before) the last separator when it is the outlet's name or when
 * what remains is what another source gives as the title.
 */
export function dropOutlet(
  title: string,
  outletNames: readonly string[],
  references: readonly string[],
): string {
  const parts = title.split(OUTLET_BREAK)
  if (parts.length < 2) return title
  const names = outletNames.map(foldTitle).filter((name) => name.length > 2)
  const isOutlet = (part: string): boolean => {
    const folded = foldTitle(part)
    const squeezed = folded.replaceAll(' ', '')
    return names.some(
      (name) =>
        name === folded ||
        name.replaceAll(' ', '') === squeezed ||
        (folded.length > 3 && folded.length < 40 && ` ${folded} `.includes(` ${name} `)),
    )
  }
  let text = title
  for (let turns = 0; turns < 3; turns += 1) {
    const reference = references.find((each) => foldTitle(each) === foldTitle(text))
    if (reference !== undefined) return text
    const tail = parts.at(-1)
    const lead = parts[0]
    if (parts.length > 1 && tail !== undefined && isOutlet(tail)) {
      parts.pop()
      text = text.slice(0, text.lastIndexOf(tail)).replace(/[\s|–—»•·:-]+$/, '')
    } else if (parts.length > 1 && lead !== undefined && isOutlet(lead)) {
      parts.shift()
      text = text.slice(text.indexOf(lead) + lead.length).replace(/^[\s|–—»•·:-]+/, '')
    } else break
  }
  const match = references.find((each) => {
    const folded = foldTitle(each)
    return folded.length > 12 && foldTitle(text).startsWith(folded) && folded.length < foldTitle(text).length
  })
  return match !== undefined && OUTLET_BREAK.test(text.slice(match.length)) ? match : text
}

function headingsOf(blocks: readonly Block[], level: number): readonly Block[] {
  return blocks.filter((block) => block.level === level && block.text.length >= 8 && block.text.length < 400)
}

/**
 * Chooses the title: what the page's data call the note when it can be believed, else the heading that agrees best with its
 * metadata. `listed` is the title the channel gave.
 */
export function findTitle(page: Page, listed: string | null): FoundTitle | null {
  const { blocks, head, linked, outletNames: names } = page
  const h1 = headingsOf(blocks, 1)
  const headings = h1.length > 0 ? h1 : headingsOf(blocks, 2)
  const references = [...headings.map(({ text }) => text), ...(listed === null ? [] : [listed])]
  const clean = (text: string | null | undefined): string | null =>
    text === null || text === undefined ? null : dropOutlet(text, names, references) || null
  const stated = [
    { text: clean(linked?.headlines[0]), from: 'datos JSON-LD' },
    {
      text: clean(
        firstMeta(head, [
          'og:title',
          'twitter:title',
          'dc.title',
          'title',
          'sailthru.title',
          'parsely-title',
        ]),
      ),
      from: 'metadatos',
    },
    { text: clean(head.title), from: 'título de la ventana' },
    { text: listed, from: 'listado' },
  ].flatMap(({ text, from }) => (text === null || text.length < 4 ? [] : [{ text, from }]))
  const linkedTitle = linked === null ? null : trustHeadline(clean(linked.headlines[0]), headings, stated)
  if (linkedTitle !== null) {
    const shown = headings.find(({ text }) => overlap(text, linkedTitle) >= 0.5) ?? null
    return { text: linkedTitle, from: 'datos JSON-LD', block: shown }
  }
  const rated = headings.map((block) => ({
    block,
    agreement: Math.max(0, ...stated.map(({ text }) => overlap(block.text, text))),
  }))
  const best = rated.reduce<(typeof rated)[number] | null>(
    (top, each) => (top === null || each.agreement > top.agreement + 0.01 ? each : top),
    null,
  )
  if (best !== null && (best.agreement >= 0.5 || stated.length === 0)) {
    const shown = dropOutlet(best.block.text, names, [])
    const withoutKicker = stated.find(({ text }) => isTailOf(text, shown))
    return {
      text: withoutKicker?.text ?? shown,
      from: `encabezado ${best.block.node.tag}`,
      block: best.block,
    }
  }
  const first = stated[0]
  if (first !== undefined) {
    const shown = blocks.find((block) => foldTitle(block.text) === foldTitle(first.text)) ?? null
    return { ...first, block: shown }
  }
  return null
}

/** Index of the first block before `firstAt` that shows the title, alone or after a kicker; −1 when none does. */
export function locateTitle(blocks: readonly Block[], title: string | null, firstAt: number): number {
  const folded = foldTitle(title ?? '')
  if (folded === '') return -1
  return blocks.findIndex(({ text, linkLength }, at) => {
    if (at >= firstAt || text.length < folded.length || text.length > folded.length + 120) return false
    return linkLength < text.length / 2 && (foldTitle(text) === folded || isTailOf(folded, text))
  })
}

/** Whether `text` is the end of a heading that begins with a kicker: "Agua — Cierran el pozo 4". */
function isTailOf(text: string, heading: string): boolean {
  const [short, long] = [foldTitle(text), foldTitle(heading)]
  return short.length > 20 && long.length - short.length < 50 && long.endsWith(` ${short}`)
}

/**
 * The headline of the linked data when it can be believed: not cut short, and sharing words with what the page shows or its
 * metadata say, since some outlets write a fixed phrase there.
 */
function trustHeadline(
  headline: string | null,
  headings: readonly Block[],
  stated: readonly { readonly text: string; readonly from: string }[],
): string | null {
  if (headline === null || headline.length < 8 || /(?:…|\.{3})$/.test(headline)) return null
  const folded = foldTitle(headline)
  const others = [
    ...headings.map(({ text }) => text),
    ...stated.filter(({ from }) => from !== 'datos JSON-LD').map(({ text }) => text),
  ]
  const isCut = others.some((text) => {
    const other = foldTitle(text)
    return (
      folded.length > 60 &&
      other.length > folded.length + 2 &&
      other.length < folded.length + 120 &&
      other.startsWith(folded)
    )
  })
  if (isCut) return null
  return others.length === 0 || others.some((text) => overlap(text, headline) >= 0.2) ? headline : null
}
