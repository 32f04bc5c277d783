// The bytes of a capture and the outlet they came from → the article they hold. Pure: "now" is the moment of the capture.
import { getDomain } from 'tldts'
import { Unreadable } from '../failure.ts'
import type { Article, ArticleFlag, Capture, Source } from '../model.ts'
import { decodeBytes, repairMojibake } from '../text/charset.ts'
import { cleanText, joinDropCap } from '../text/clean.ts'
import { absoluteUrl, chooseCanonical } from './address.ts'
import { type Block, listBlocks } from './blocks.ts'
import { type Body, findBody } from './body.ts'
import { type FoundByline, findByline, joinNames, splitNames } from './byline.ts'
import { type Extent, isBrief, judgeExtent } from './completeness.ts'
import { listParagraphs, readEntry } from './entry.ts'
import { firstMeta, type Head, readHead } from './head.ts'
import { type LinkedArticle, readLinkedArticle } from './json-ld.ts'
import { isWithin, type PageNode, type PageTree, parsePage, rawText } from './page-tree.ts'
import { findPublication, type Publication } from './publication.ts'
import { selectNodes } from './selectors.ts'
import { findStandfirst } from './standfirst.ts'
import { type FoundTitle, findTitle, locateTitle } from './title.ts'

/** Larger pages are no notes: some ten times the heaviest one seen. */
const LARGEST_PAGE = 16 * 1024 * 1024

/** Everything learnt of a page, with why. */
export type Reading = {
  readonly article: Article
  readonly body: Body
  readonly title: FoundTitle | null
  readonly byline: FoundByline | null
  readonly publication: Publication
  readonly extent: Extent
  readonly textFrom: 'página' | 'canal' | 'datos JSON-LD' | 'resumen del canal'
}

/** Bytes → text, with mojibake repaired where it can be. */
function decode(capture: Capture): { readonly text: string; readonly isSuspect: boolean } {
  if (capture.body.byteLength > LARGEST_PAGE) {
    const megabytes = Math.round(capture.body.byteLength / 1_048_576)
    throw new Unreadable(
      'oversized',
      `la página pesa ${megabytes} MB; el máximo es ${LARGEST_PAGE / 1_048_576} MB`,
    )
  }
  const decoded = decodeBytes(capture.body, capture.headers['content-type'] ?? null)
  const repaired = repairMojibake(decoded.text)
  return { text: repaired.text, isSuspect: decoded.isDoubtful || repaired.isSuspect }
}

/** Refuses what is no HTML: other kinds of file, feeds, JSON, and bytes without a tag. */
function requireHtml(capture: Capture, text: string): void {
  const type = capture.headers['content-type'] ?? ''
  const start = text.slice(0, 600).trimStart()
  const isOther =
    /^\s*(?:application\/(?:pdf|json|zip|octet-stream|rss|atom)|image\/|audio\/|video\/)/i.test(type) &&
    !start.startsWith('<')
  const isFeed = /^(?:<\?xml[^>]*>\s*(?:<!--.{0,300}?-->\s*)?)?<(?:rss|feed|urlset|sitemapindex)\b/is.test(
    start,
  )
  const isTagless = !/<[a-z!/][^>]*>/i.test(text.slice(0, 100_000))
  if (isOther || isFeed || /^(?:%PDF-|\{"|\[\{)/.test(start) || isTagless) {
    throw new Unreadable(
      'not-html',
      `la dirección no entregó una página (${type === '' ? 'sin tipo declarado' : type})`,
    )
  }
}

function declaredRoot(tree: PageTree, selector: string | null): PageNode | null {
  return selector === null ? null : (selectNodes(tree, selector)[0] ?? null)
}

function removeDeclared(
  tree: PageTree,
  blocks: readonly Block[],
  selectors: readonly string[],
): readonly Block[] {
  const removed = new Set(selectors.flatMap((selector) => selectNodes(tree, selector)))
  if (removed.size === 0) return blocks
  return blocks.filter(({ node }) => {
    for (let at: PageNode | null = node; at !== null; at = at.parent) if (removed.has(at)) return false
    return true
  })
}

function declaredText(tree: PageTree, selector: string | null): string | null {
  const node = declaredRoot(tree, selector)
  if (node === null) return null
  return cleanText(node.attributes.datetime ?? node.attributes.content ?? rawText(node)) || null
}

const lengthOf = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, text) => sum + text.length, 0)

/** The fullest of the page's own text, the channel's and the linked data's; the page wins unless another is clearly fuller. */
function chooseText(
  page: readonly string[],
  capture: Capture,
  linked: LinkedArticle | null,
): { readonly paragraphs: readonly string[]; readonly textFrom: Reading['textFrom'] } {
  const { contentHtml, summary } = capture.item
  const fromChannel = contentHtml === null ? [] : listParagraphs(contentHtml)
  const fromData =
    linked?.body == null
      ? []
      : linked.body
          .split(/\n+/)
          .map(cleanText)
          .filter((text) => text !== '')
  const enough = Math.max(200, lengthOf(page) * 1.5)
  if (lengthOf(fromChannel) > enough && lengthOf(fromChannel) >= lengthOf(fromData)) {
    return { paragraphs: fromChannel, textFrom: 'canal' }
  }
  if (lengthOf(fromData) > enough) return { paragraphs: fromData, textFrom: 'datos JSON-LD' }
  if (page.length > 0) return { paragraphs: page, textFrom: 'página' }
  return { paragraphs: summary === null ? [] : listParagraphs(summary), textFrom: 'resumen del canal' }
}

function findSection(head: Head, linked: LinkedArticle | null, listed: string | null): string | null {
  const raw =
    linked?.section ??
    firstMeta(head, [
      'article:section',
      'section',
      'parsely-section',
      'cxenseparse:section',
      'articlesection',
    ]) ??
    listed
  const text = cleanText(raw ?? '')
  return text === '' || text.length > 80 || /^https?:/.test(text) ? null : text
}

function findImage(
  head: Head,
  linked: LinkedArticle | null,
  listed: string | null,
  url: string,
): string | null {
  const stated = [
    firstMeta(head, [
      'og:image',
      'og:image:url',
      'og:image:secure_url',
      'twitter:image',
      'twitter:image:src',
    ]),
    linked?.image,
    listed,
  ]
  for (const raw of stated) {
    const absolute = absoluteUrl(raw, url)
    if (absolute !== null && !/(?:logo|default|placeholder|favicon|avatar)[^/]*$/i.test(absolute))
      return absolute
  }
  return null
}

/** How the outlet is called: by the analyst, by its page and by its host. */
function listOutletNames(source: Source, url: string, head: Head, linked: LinkedArticle | null): string[] {
  const domain = getDomain(url) ?? ''
  const stated = [firstMeta(head, ['og:site_name']), firstMeta(head, ['application-name']), linked?.publisher]
  return [source.name, domain, domain.split('.')[0] ?? '', ...stated.flatMap((name) => name ?? [])].filter(
    (name) => name.length > 2,
  )
}

/** Reads a page: everything found and why. Throws `Unreadable` when it holds no note. */
export function readPage(capture: Capture, source: Source): Reading {
  const { text, isSuspect } = decode(capture)
  requireHtml(capture, text)
  const { item, takenAt, finalUrl } = capture
  const tree = parsePage(text)
  const head = readHead(tree)
  const linked = readLinkedArticle(tree.linkedData, finalUrl)
  const blocks = removeDeclared(tree, listBlocks(tree), source.article.remove)
  const body = findBody(tree, blocks, declaredRoot(tree, source.article.body))
  const outletNames = listOutletNames(source, finalUrl, head, linked)
  const foundTitle = findTitle(blocks, head, linked, item.title, outletNames)
  const titleText = declaredText(tree, source.article.title) ?? foundTitle?.text ?? null

  const firstAt = body.kept[0] === undefined ? blocks.length : blocks.indexOf(body.kept[0])
  const lastKept = body.kept.at(-1)
  const lastAt = lastKept === undefined ? blocks.length : blocks.indexOf(lastKept)
  const shownAt = locateTitle(blocks, titleText, firstAt)
  const titleAt = shownAt >= 0 || foundTitle?.block == null ? shownAt : blocks.indexOf(foundTitle.block)
  const places = { titleAt, firstAt, lastAt }

  const { paragraphs, textFrom } = chooseText(
    body.kept.map((block) => joinDropCap(block.text)),
    capture,
    linked,
  )
  if (titleText === null || (paragraphs.length === 0 && item.title === null)) {
    throw new Unreadable(
      'no-text',
      'la página no trae texto de una nota; quizá se arma con JavaScript o es una portada',
    )
  }
  const standfirst = findStandfirst(blocks, places, head, linked, titleText, paragraphs)
  const declaredByline = declaredText(tree, source.article.byline)
  const section = findSection(head, linked, item.section)
  const byline: FoundByline | null =
    declaredByline === null
      ? findByline(
          blocks,
          places,
          head,
          linked,
          item.author,
          section === null ? outletNames : [...outletNames, section],
        )
      : { names: splitNames(declaredByline), from: 'selector de la fuente' }
  const urls = [finalUrl, head.canonical ?? '', firstMeta(head, ['og:url']) ?? '']
  const publication = findPublication(
    blocks,
    places,
    { times: tree.times, isNear: (node) => isWithin(node, body.root.parent ?? body.root) },
    head,
    linked,
    item.publishedAt,
    declaredText(tree, source.article.date),
    { timeZone: source.timeZone, takenAt, urls },
  )
  const stated = linked?.body ?? null
  const cutLines = body.verdicts.filter(({ isKept }) => !isKept).map(({ block }) => block.text)
  const extent: Extent =
    textFrom === 'resumen del canal' && paragraphs.length > 0
      ? { completeness: 'avance', because: 'la página no trae texto; se guarda el resumen del canal' }
      : judgeExtent(paragraphs, cutLines, linked?.isFree ?? null, stated)
  const flags: ArticleFlag[] = [...publication.flags]
  if (isBrief(paragraphs)) flags.push('breve')
  if (isSuspect) flags.push('mojibake')
  const article: Article = {
    url: capture.url,
    canonicalUrl: chooseCanonical([head.canonical, firstMeta(head, ['og:url'])], finalUrl),
    title: titleText,
    byline: byline === null ? null : joinNames(byline.names),
    section,
    publishedAt: publication.publishedAt,
    publishedFrom: publication.publishedFrom,
    hasHour: publication.hasHour,
    image: findImage(head, linked, item.image, finalUrl),
    standfirst,
    paragraphs,
    completeness: extent.completeness,
    flags,
  }
  return { article, body, title: foundTitle, byline, publication, extent, textFrom }
}

/**
 * Extracts the article a capture holds. Pages are read whole; entries (posts, videos) come from their listing. Throws
 * `Unreadable` (`not-html`, `no-text`, `oversized`) with a Spanish message; undated and short notes are kept and flagged.
 */
export function extractArticle(capture: Capture, source: Source): Article {
  if (capture.kind === 'entry') return readEntry(capture, source, decode(capture).text)
  return readPage(capture, source).article
}
