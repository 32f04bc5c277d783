// The HTML of a front or section page → the selector whose links are the notes, found by what notes have in common.
import type { CheerioAPI } from 'cheerio/slim'
import type { PageSelection } from '../model.ts'
import { isSameSite, normalizeAddress } from '../text/addresses.ts'
import { fold } from '../text/fold.ts'
import { loadPage } from './load-page.ts'

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

/** The path of an address with its letters; as it stands when it is encoded in some other way. */
function readablePath(url: string): string {
  const { pathname } = new URL(url)
  try {
    return decodeURI(pathname)
  } catch (error) {
    if (error instanceof URIError) return pathname
    throw error
  }
}

/** Whether an address is made of the words of a text: then even a short one is the title of what is there. */
function isMadeOf(url: string, text: string): boolean {
  const path = fold(readablePath(url)).split(/[^a-z0-9ñ]+/)
  const words = fold(text)
    .split(/[^a-z0-9ñ]+/)
    .filter(({ length }) => length >= 3)
  return words.length >= 2 && words.every((word) => path.includes(word))
}

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
      const isTitle = text.length >= SHORTEST_HEADLINE || (isOwn && isMadeOf(url, text))
      const isHeadline = isTitle && link.closest('nav, footer, aside').length === 0
      return isOwn && isHeadline ? [{ link, url }] : []
    })
}

/**
 * Guesses where a page lists its notes: links of the same site whose text is a headline and whose address is a note's,
 * grouped by the selectors they share. Null when no selector finds five, or four of five of its links are no notes.
 */
export function guessNoteLinks(html: string, pageUrl: string): NoteLinks | null {
  const $ = loadPage(html)
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

/** A section has one or two words for a name and for an address. */
const LONGEST_SECTION = 28
const NO_SECTION =
  /contacto|aviso|privacidad|nosotros|quienes|publicidad|anunciate|directorio|suscri|login|ingresar|inicio|portada|video|galeria|impreso|clasificados|horoscopo|clima/

/** The sections that the menu of a front page names, in its order. */
export function listSectionLinks(html: string, pageUrl: string): { url: string; title: string }[] {
  const $ = loadPage(html)
  const home = normalizeAddress('/', pageUrl)
  const sections = new Map<string, string>()
  for (const node of $(
    'nav a[href], header a[href], [class*="menu" i] a[href], [id*="nav" i] a[href]',
  ).toArray()) {
    const title = $(node).text().replace(/\s+/g, ' ').trim()
    const url = normalizeAddress($(node).attr('href') ?? '', pageUrl)
    if (url === null || url === home || url === normalizeAddress(pageUrl) || !isSameSite(url, pageUrl))
      continue
    const isShort = title !== '' && title.length <= LONGEST_SECTION
    const isOther = NO_SECTION.test(fold(`${title} ${new URL(url).pathname}`))
    if (isShort && !isOther && !isNoteAddress(url) && !sections.has(url)) sections.set(url, title)
  }
  return [...sections].map(([url, title]) => ({ url, title }))
}
