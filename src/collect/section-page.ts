// The HTML of a section page and the selectors declared for it → the notes it lists.
import type { CheerioAPI } from 'cheerio/slim'
import { SourceChanged } from '../failure.ts'
import type { PageSelection, Selector } from '../model.ts'
import { EMPTY_ENTRY, type Entry } from './entry.ts'
import { loadPage } from './load-page.ts'
import { guessNoteLinks } from './note-links.ts'
import { plainLine } from './plain-text.ts'

type Nodes = ReturnType<CheerioAPI>

/** The first match of a selector inside a block, or the block itself when it is the match. */
function findIn(block: Nodes, selector: string): Nodes {
  const inside = block.find(selector).first()
  return inside.length > 0 ? inside : block.filter(selector).first()
}

function takeValue(nodes: Nodes, value: string): string | null {
  if (nodes.length === 0) return null
  if (value === 'text') return nodes.text()
  if (value === 'html') return nodes.html()
  return nodes.attr(value) ?? null
}

function readField(block: Nodes, field: Selector | null): string | null {
  return field === null ? null : plainLine(takeValue(findIn(block, field.selector), field.value))
}

/** A date beside a machine-readable one: `<time datetime>` says it better than its text. */
function readDate(block: Nodes, field: Selector | null): string | null {
  if (field === null) return null
  const nodes = findIn(block, field.selector)
  return plainLine(
    field.value === 'text' ? (nodes.attr('datetime') ?? nodes.text()) : takeValue(nodes, field.value),
  )
}

function imageIn(block: Nodes): string | null {
  const image = block.find('img').first()
  return image.attr('data-src') ?? image.attr('src') ?? null
}

function readBlock(block: Nodes, select: PageSelection): Entry {
  const link = findIn(block, select.link.selector)
  return {
    ...EMPTY_ENTRY,
    link: takeValue(link, select.link.value)?.trim() || null,
    title: readField(block, select.title) ?? plainLine(link.text()) ?? plainLine(link.attr('title')),
    date: readDate(block, select.date),
    summary: readField(block, select.summary),
    image: imageIn(block),
  }
}

function readLink(link: Nodes, select: PageSelection): Entry {
  return {
    ...EMPTY_ENTRY,
    link: takeValue(link, select.link.value)?.trim() || null,
    title: plainLine(link.text()) ?? plainLine(link.attr('title')),
  }
}

/** Whether a page has scripts and next to no text: it is written in the reader's browser. */
export function isShell(html: string): boolean {
  const $ = loadPage(html)
  const hasScripts = $('script[src], script[type="module"]').length > 0
  $('script, style, noscript, template').remove()
  return hasScripts && $('body').text().replace(/\s+/g, ' ').trim().length < 200
}

/** Every note that the selectors find on a section page; a block without a link is none. */
export function readSectionPage(html: string, select: PageSelection): Entry[] {
  const $ = loadPage(html, { xml: { xmlMode: false, encodeEntities: 'utf8' } })
  const found = $(select.item ?? select.link.selector).toArray()
  return found
    .map((node) => (select.item === null ? readLink($(node), select) : readBlock($(node), select)))
    .filter(({ link }) => link !== null)
}

/**
 * What to say of a section page on which the selectors find nothing: its design is another. Where its notes now seem to
 * be is told, so that who mends the file need not read HTML.
 */
export function explainEmptySection(html: string, select: PageSelection, pageUrl: string): SourceChanged {
  const $ = loadPage(html)
  const wanted = select.item ?? select.link.selector
  const title = plainLine($('title').first().text())?.slice(0, 80)
  const where = title === undefined ? 'la página' : `la página «${title}»`
  const blocks = $(wanted).length
  const guess = guessNoteLinks(html, pageUrl)
  const hint =
    guess === null ? '' : `; hoy parece haber ${guess.notes} notas en «${guess.select.link.selector}»`
  return new SourceChanged(
    `notas en el selector «${wanted}»`,
    `${blocks === 0 ? 'ninguna' : `${blocks} bloques sin liga`} en ${where}${hint}`,
  )
}
