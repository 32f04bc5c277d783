// The HTML of a front or section page → the selector whose links are the notes, found by what notes have in common.
import { type CheerioAPI, load } from 'cheerio/slim'
import type { PageSelection } from '../model.ts'
import { isSameSite, normalizeAddress } from '../text/addresses.ts'

type Nodes = ReturnType<CheerioAPI>

export type NoteLinks = {
  readonly select: PageSelection
  /** Distinct notes that the selector finds. */
  readonly notes: number
}

/** A headline is a sentence; a menu entry is a word or two. */
const SHORTEST_HEADLINE = 25
const MIN_NOTES = 5
/** Share of a selector's links that must look like notes. */
const MIN_PRECISION = 0.8
const MAX_CANDIDATES = 150

/** Paths that any link of any page would match. */
const TOO_LOOSE = /^(?:li|div|p|span|body|html|td|center)(?: >)? a$/

/** Classes that name one note or a state, not a kind of block. */
const UNSTABLE = /\d|active|current|first|last|odd|even|hover|^(?:post|status|type|format|category|tag)-/i

function isNoteAddress(url: string): boolean {
  const { pathname, search } = new URL(url)
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return last.split('-').length >= 4 || /\d{4,}/.test(pathname) || /(?:id|nota|post|p)\w*=\d+/i.test(search)
}

/** An element by its tag and the first of its classes that other blocks of its kind share. */
function nameOf(element: Nodes): string {
  const tag = element.prop('tagName')?.toLowerCase() ?? '*'
  const classes = (element.attr('class') ?? '').split(/\s+/)
  const stable = classes.find((name) => /^[a-z_][\w-]{1,40}$/i.test(name) && !UNSTABLE.test(name))
  return stable === undefined ? tag : `${tag}.${stable}`
}

/** Selectors that would find a link again, from the loosest to the tightest. */
function selectorsFor(link: Nodes): string[] {
  const own = nameOf(link)
  const parent = link.parent()
  const tag = parent.prop('tagName')?.toLowerCase() ?? '*'
  const above = [1, 2, 3].map((depth) => link.parents().eq(depth)).filter(({ length }) => length > 0)
  const paths = [
    `${tag} > a`,
    `${nameOf(parent)} > a`,
    `${nameOf(parent)} > ${own}`,
    ...above.flatMap((ancestor) => [`${nameOf(ancestor)} ${tag} > a`, `${nameOf(ancestor)} ${own}`]),
  ]
  return [...(own === 'a' ? [] : [own]), ...paths].filter((path) => !TOO_LOOSE.test(path))
}

/** Links that look like notes, with their address. */
function listNotes($: CheerioAPI, pageUrl: string): { link: Nodes; url: string }[] {
  return $('a[href]')
    .toArray()
    .map((node) => $(node))
    .flatMap((link) => {
      const url = normalizeAddress(link.attr('href') ?? '', pageUrl)
      const text = link.text().replace(/\s+/g, ' ').trim()
      const isOwn = url !== null && isSameSite(url, pageUrl) && isNoteAddress(url)
      const isHeadline = text.length >= SHORTEST_HEADLINE && link.closest('nav, footer, aside').length === 0
      return isOwn && isHeadline ? [{ link, url }] : []
    })
}

/**
 * Guesses where a page lists its notes: links of the same site whose text is a headline and whose address is a note's,
 * grouped by the selectors they share. Null when no selector finds five, or four of five of its links are no notes.
 */
export function guessNoteLinks(html: string, pageUrl: string): NoteLinks | null {
  const $ = load(html)
  const notes = listNotes($, pageUrl)
  const votes = new Map<string, number>()
  const urls = new Map<unknown, string>(notes.map(({ link, url }) => [link.get(0), url]))
  for (const { link } of notes) {
    for (const selector of new Set(selectorsFor(link))) votes.set(selector, (votes.get(selector) ?? 0) + 1)
  }
  const candidates = [...votes].toSorted((one, other) => other[1] - one[1]).slice(0, MAX_CANDIDATES)
  let best: NoteLinks | null = null
  for (const [selector, count] of candidates) {
    if (count < MIN_NOTES || (best !== null && count < best.notes)) continue
    const found = $(selector).toArray()
    const distinct = new Set(found.flatMap((link) => urls.get(link) ?? [])).size
    const isPrecise = found.filter((link) => urls.has(link)).length >= found.length * MIN_PRECISION
    if (isPrecise && distinct >= MIN_NOTES && distinct > (best?.notes ?? 0)) {
      const link = { selector, value: 'href' }
      best = { select: { item: null, link, title: null, date: null, summary: null }, notes: distinct }
    }
  }
  return best
}
