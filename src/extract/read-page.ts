// A captured page and its outlet → the article it holds and why each part of it was taken.
import { Unreadable } from '../failure.ts'
import type { Article, ArticleFlag, Capture, Source } from '../model.ts'
import { decodeBytes, repairMojibake } from '../text/charset.ts'
import { cleanText, joinDropCap } from '../text/clean.ts'
import { type Block, viewFrom } from './blocks.ts'
import { type Body, findBody } from './body.ts'
import { type FoundByline, findByline, joinNames, splitNames } from './byline.ts'
import { type Extent, isBrief, judgeExtent } from './completeness.ts'
import { gatherDates } from './date-evidence.ts'
import { listParagraphs } from './entry.ts'
import { findCanonical, findImage, findSection } from './facts.ts'
import { readAsides } from './fields.ts'
import { cutFurniture, type FurnitureMemory } from './furniture.ts'
import { openPage, type Page, type Places } from './page.ts'
import { type PageNode, type PageTree, rawText } from './page-tree.ts'
import { decidePublication, listedEvidence, type Publication } from './publication.ts'
import { selectNodes } from './selectors.ts'
import { findStandfirst } from './standfirst.ts'
import { type FoundTitle, findTitle, listTitles, locateTitle } from './title.ts'

/** Where the paragraphs come from. */
export type TextOrigin = 'página' | 'canal' | 'datos JSON-LD' | 'resumen del canal'

/** Everything learnt of a page, with why. */
export type Reading = {
  readonly article: Article
  readonly body: Body
  readonly title: FoundTitle | null
  readonly byline: FoundByline | null
  readonly publication: Publication
  readonly extent: Extent
  readonly textFrom: TextOrigin
  readonly page: Page
  readonly places: Places
  /** The text as the page by itself shows it, before what its outlet repeats was cut. */
  readonly alone: Body
}

function selectFirst(tree: PageTree, selector: string | null): PageNode | null {
  return selector === null ? null : (selectNodes(tree, selector)[0] ?? null)
}

function selectText(tree: PageTree, selector: string | null): string | null {
  const node = selectFirst(tree, selector)
  if (node === null) return null
  return cleanText(node.attributes.datetime ?? node.attributes.content ?? rawText(node)) || null
}

/** The page without what the analyst's selectors remove. */
function removeDeclared(page: Page, selectors: readonly string[]): Page {
  const removed = new Set(selectors.flatMap((selector) => selectNodes(page.tree, selector)))
  if (removed.size === 0) return page
  const isRemoved = ({ node }: Block): boolean => {
    for (let at: PageNode | null = node; at !== null; at = at.parent) if (removed.has(at)) return true
    return false
  }
  return { ...page, blocks: page.blocks.filter((block) => !isRemoved(block)) }
}

const lengthOf = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, { length }) => sum + length, 0)

/** Another source's text must be this much fuller than the page's to take its place. */
const FULLER = 1.5

/** The fullest of the page's own text, the channel's and the linked data's; the page wins unless another is clearly fuller. */
function chooseText(
  onPage: readonly string[],
  capture: Capture,
  linkedBody: string | null,
): { readonly paragraphs: readonly string[]; readonly textFrom: TextOrigin } {
  const { contentHtml, summary } = capture.item
  const inChannel = contentHtml === null ? [] : listParagraphs(contentHtml)
  const inData = (linkedBody ?? '')
    .split(/\n+/)
    .map(cleanText)
    .filter((text) => text !== '')
  const enough = Math.max(200, lengthOf(onPage) * FULLER)
  if (lengthOf(inChannel) > enough && lengthOf(inChannel) >= lengthOf(inData)) {
    return { paragraphs: inChannel, textFrom: 'canal' }
  }
  if (lengthOf(inData) > enough) return { paragraphs: inData, textFrom: 'datos JSON-LD' }
  if (onPage.length > 0) return { paragraphs: onPage, textFrom: 'página' }
  return { paragraphs: summary === null ? [] : listParagraphs(summary), textFrom: 'resumen del canal' }
}

function locateText({ blocks }: Page, body: Body): { readonly firstAt: number; readonly lastAt: number } {
  const [first, last] = [body.kept[0], body.kept.at(-1)]
  return {
    firstAt: first === undefined ? blocks.length : blocks.indexOf(first),
    lastAt: last === undefined ? blocks.length : blocks.indexOf(last),
  }
}

function readExtent(
  paragraphs: readonly string[],
  textFrom: TextOrigin,
  body: Body,
  linked: Page['linked'],
): Extent {
  if (textFrom === 'resumen del canal' && paragraphs.length > 0) {
    return { completeness: 'avance', because: 'la página no trae texto; se guarda el resumen del canal' }
  }
  const first = body.verdicts.findIndex(({ isKept }) => isKept)
  const last = body.verdicts.findLastIndex(({ isKept }) => isKept)
  const around = body.verdicts.slice(Math.max(0, first), last + 12)
  const cutLines = around.filter(({ isKept }) => !isKept).map(({ block }) => block.text)
  return judgeExtent(paragraphs, cutLines, linked?.isFree ?? null, linked?.body ?? null)
}

/** Spanish drop caps only: other languages have one-letter words of their own. */
const isSpanish = ({ tree }: Page): boolean => {
  const html = tree.root.children.find((child) => typeof child !== 'string' && child.tag === 'html')
  const lang = typeof html === 'object' ? (html.attributes.lang ?? '') : ''
  return lang === '' || /^es\b/i.test(lang)
}

function readHtml(html: string, capture: Capture, source: Source, memory: FurnitureMemory): Reading {
  const { item, takenAt, finalUrl } = capture
  const { timeZone, article: selectors } = source
  const page = removeDeclared(openPage(html, finalUrl, source.name), selectors.remove)
  const { tree, linked } = page
  const hints = {
    declared: selectFirst(tree, selectors.body),
    stated: linked?.body ?? null,
    title: listTitles(page, item.title)[0]?.text ?? null,
  }
  const alone = findBody(tree, page.blocks, hints)
  const body = cutFurniture(tree, page.blocks, hints, alone, memory, source.isOwn)
  const { firstAt, lastAt } = locateText(page, body)
  const seen: Page = { ...page, blocks: viewFrom(page.blocks, body.root) }
  const title = findTitle(seen, item.title, firstAt)
  const titleText = selectText(tree, selectors.title) ?? title?.text ?? null
  const places: Places = { titleAt: locateTitle(page.blocks, titleText, firstAt), firstAt, lastAt }
  const join = isSpanish(page) ? joinDropCap : (text: string) => text
  const { paragraphs, textFrom } = chooseText(
    body.kept.map(({ text }) => join(text)),
    capture,
    linked?.body ?? null,
  )
  if (titleText === null || (paragraphs.length === 0 && item.title === null)) {
    throw new Unreadable(
      'no-text',
      'la página no trae texto de una nota; quizá se arma con JavaScript o es una portada',
    )
  }
  const section = findSection(seen, places, item.section)
  const signed = selectText(tree, selectors.byline)
  const byline =
    signed === null
      ? findByline(seen, places, section, item.author)
      : { names: splitNames(signed), from: 'selector de la fuente' }
  const dates = gatherDates(page, places, body.root.parent ?? body.root, selectText(tree, selectors.date), {
    timeZone,
    now: takenAt,
  })
  const publication = decidePublication(
    [...dates, ...listedEvidence(item.publishedAt, timeZone)],
    timeZone,
    takenAt,
  )
  const extent = readExtent(paragraphs, textFrom, body, linked)
  const flags: ArticleFlag[] = isBrief(paragraphs) ? [...publication.flags, 'breve'] : [...publication.flags]
  const article: Article = {
    url: capture.url,
    canonicalUrl: findCanonical(page),
    title: titleText,
    byline: byline === null ? null : joinNames(byline.names),
    section,
    publishedAt: publication.publishedAt,
    publishedFrom: publication.publishedFrom,
    hasHour: publication.hasHour,
    image: findImage(page, item.image),
    standfirst: findStandfirst(seen, places, titleText, paragraphs),
    paragraphs,
    completeness: extent.completeness,
    flags,
    ...readAsides(seen, places, { title: titleText, section }, publication, { timeZone, now: takenAt }),
  }
  return {
    article,
    body,
    title,
    byline,
    publication,
    extent,
    textFrom,
    page,
    places,
    alone,
  }
}

/** Titles of the pages that servers, walls and databases show instead of a note. */
const ERROR_TITLE =
  /^(?:(?:error )?(?:403|404|410|500|502|503|504)\b|p[aá]gina no encontrada|no se encontr[oó] la p[aá]gina|page not found|not found|forbidden|access denied|acceso denegado|just a moment|attention required|internal server error|service unavailable|error establishing a database|sitio en mantenimiento|database error)/i

/** Refuses answers that are errors, whatever their status says. */
function requireNote({ status }: Capture, { title, paragraphs }: Article): void {
  const isError = ERROR_TITLE.test(title) && paragraphs.join(' ').length < 600
  if (status < 400 && !isError) return
  throw new Unreadable('no-text', `el sitio entregó un aviso de error: «${title.slice(0, 80)}»`)
}

/** Refuses what is no HTML: other kinds of file, feeds, JSON, and bytes without a tag. */
function requireHtml(capture: Capture, text: string): void {
  const type = capture.headers['content-type'] ?? ''
  const start = text.slice(0, 600).trimStart()
  const isFile = /^\s*(?:application\/(?:pdf|json|zip|octet-stream|rss|atom)|image\/|audio\/|video\/)/i.test(
    type,
  )
  const isFeed =
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]{0,300}-->\s*)?<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b/i.test(start)
  const isTagless = !/<[a-z!/]/i.test(text.slice(0, 100_000))
  if ((isFile && !start.startsWith('<')) || isFeed || /^(?:%PDF-|\{"|\[\{)/.test(start) || isTagless) {
    const said = type === '' ? 'sin tipo declarado' : type
    throw new Unreadable('not-html', `la dirección no entregó una página (${said})`)
  }
}

/**
 * Reads a captured page. Text that shows mojibake is repaired in the whole page and read again; what still looks broken is
 * flagged. What the outlet is known to repeat is cut. Throws `Unreadable` when the capture is no page (`not-html`) or holds no note (`no-text`).
 */
export function readPage(capture: Capture, source: Source, memory: FurnitureMemory): Reading {
  const decoded = decodeBytes(capture.body, capture.headers['content-type'] ?? null)
  requireHtml(capture, decoded.text)
  const first = readHtml(decoded.text, capture, source, memory)
  const shown = repairMojibake([first.article.title, ...first.article.paragraphs].join('\n'))
  const reading = shown.isRepaired
    ? readHtml(repairMojibake(decoded.text).text, capture, source, memory)
    : first
  requireNote(capture, reading.article)
  const isDoubtful = shown.isSuspect || (decoded.isDoubtful && decoded.charset !== 'utf-8')
  if (!isDoubtful) return reading
  return { ...reading, article: { ...reading.article, flags: [...reading.article.flags, 'mojibake'] } }
}
