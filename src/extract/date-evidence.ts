// A page → every date it gives of itself: linked data, metadata, elements, address and visible lines, each with its weight.
import type { DateOrigin } from '../model.ts'
import { type DateOptions, type ParsedDate, parseDate } from '../text/dates.ts'
import { fromAnywhere, fromDateline, fromLines } from './date-lines.ts'
import { firstMeta, type Head } from './head.ts'
import type { LinkedArticle } from './json-ld.ts'
import type { Page, Places } from './page.ts'
import { DATE_ATTRIBUTES, isWithin, type PageNode, rawText } from './page-tree.ts'

/** One date somebody gave. `weight` is how far it is believed; `from` says where it stood, in Spanish. */
export type DateEvidence = {
  readonly origin: Exclude<DateOrigin, 'none'>
  readonly parsed: ParsedDate
  readonly weight: number
  readonly from: string
}

const PUBLISHED_METAS = (
  'article:published_time og:article:published_time datepublished article:published og:published_time publishdate ' +
  'publish_date publish-date pubdate pub_date publication_date publicationdate publish_time published_time dc.date.issued ' +
  'dcterms.issued dcterms.created dc.date.created article_date_original article.published parsely-pub-date sailthru.date ' +
  'cxenseparse:recs:publishtime cxenseparse:publishtime citation_publication_date citation_date prism.publicationdate rbpubdate ' +
  'originalpublicationdate displaydate bt:pubdate datecreated article:created iso-8601-publish-date last_published_at ' +
  'vr:published_time mediator_published_time'
).split(' ')
const PLAIN_METAS =
  'date dc.date dcterms.date article:date created fecha search_date xdate og:date pagedate'.split(' ')
const MODIFIED_METAS = (
  'article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified dc.date.modified ' +
  'revised updated_time'
).split(' ')

function fromMetas(head: Head, options: DateOptions): DateEvidence[] {
  const read = (names: readonly string[], weight: number, most: number): DateEvidence[] =>
    names
      .flatMap((name) => {
        const content = head.metas.get(name)?.[0]
        const parsed = content === undefined ? null : parseDate(content, options)
        return parsed === null ? [] : [{ origin: 'meta' as const, parsed, weight, from: `meta ${name}` }]
      })
      .slice(0, most)
  const parsely = /"pub_date"\s*:\s*"([^"]{8,40})"/.exec(head.metas.get('parsely-page')?.[0] ?? '')?.[1]
  const inParsely = parsely === undefined ? null : parseDate(parsely, options)
  const ofParsely =
    inParsely === null
      ? []
      : [{ origin: 'meta' as const, parsed: inParsely, weight: 3, from: 'meta parsely-page' }]
  return [
    ...ofParsely,
    ...read(PUBLISHED_METAS, 3, 2),
    ...read(PLAIN_METAS, 2, 1),
    ...read(MODIFIED_METAS, 0.4, 1),
  ]
}

function fromLinkedData(linked: LinkedArticle | null, options: DateOptions): DateEvidence[] {
  const read = (raw: string | null | undefined, weight: number, from: string): DateEvidence[] => {
    const parsed = raw == null ? null : parseDate(raw, options)
    return parsed === null ? [] : [{ origin: 'json-ld', parsed, weight, from }]
  }
  return [
    ...read(linked?.published, 4, 'JSON-LD datePublished'),
    ...read(linked?.modified, 0.5, 'JSON-LD dateModified'),
  ]
}

const URL_MONTH_NAME = /\/((?:19|20)\d\d)\/([a-z]{3,10})\/(\d{1,2})\//i
const URL_DAYS: readonly RegExp[] = [
  /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)/,
  /[/_=-]((?:19|20)\d\d)[-_](\d{1,2})[-_](\d{1,2})(?=\D|$)/,
  /[/_=-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?=\D|$)/,
]

/** The day written in an address, when it has year, month and day. An archive's own stamp is not the note's. */
function fromAddress(address: string, options: DateOptions): DateEvidence[] {
  const url = address.replace(/^https?:\/\/web\.archive\.org\/web\/\w+\//, '')
  for (const pattern of [...URL_DAYS, URL_MONTH_NAME]) {
    const [, year = '', month = '', day = ''] = pattern.exec(url.slice(0, 600)) ?? []
    const written =
      pattern === URL_MONTH_NAME
        ? `${day} ${month} ${year}`
        : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const parsed = year === '' ? null : parseDate(written, options)
    if (parsed !== null && Number(year) > 1994) {
      return [{ origin: 'url', parsed, weight: 2.5, from: 'dirección de la página' }]
    }
  }
  return []
}

/** What a `time` element or a microdata date says it is, and how far it is believed. */
function rateElement({ attributes }: PageNode): { readonly weight: number; readonly from: string } {
  const { itemprop = '', pubdate, class: classes = '' } = attributes
  if (/datepublished|datecreated/i.test(itemprop) || pubdate !== undefined)
    return { weight: 2.5, from: 'microdatos datePublished' }
  if (/datemodified/i.test(itemprop) || /updated|modified|actualiza/i.test(classes))
    return { weight: 0.4, from: 'elemento de actualización' }
  if (/published|publica/i.test(classes)) return { weight: 2.5, from: 'elemento de publicación' }
  return { weight: 1.2, from: 'elemento time' }
}

/** The machine-readable date of an element, wherever it is written, else its text. */
function writtenDate(node: PageNode): string {
  const { datetime, content, title } = node.attributes
  const machine = DATE_ATTRIBUTES.map((name) => node.attributes[name]).find((value) => value)
  return (
    datetime ||
    content ||
    machine ||
    (/\d{4}-\d\d-\d\d/.test(title ?? '') ? title : undefined) ||
    rawText(node)
  )
}

/** `time` elements and microdata; those far from the note count little. */
function fromElements(times: readonly PageNode[], vicinity: PageNode, options: DateOptions): DateEvidence[] {
  const found: DateEvidence[] = []
  for (const node of times.slice(0, 60)) {
    const parsed = parseDate(writtenDate(node), options)
    if (parsed === null) continue
    const { weight, from } = rateElement(node)
    found.push({ origin: 'time', parsed, weight: weight * (isWithin(node, vicinity) ? 1 : 0.25), from })
    if (found.length >= 6) break
  }
  return found
}

const SCRIPT_DATE =
  /"(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publicationDate|first_publish_date|fechaPublicacion|fecha_publicacion|dateCreated|createdAt|created_at)"\s*:\s*"?((?:19|20)\d\d-\d\d-\d\d[^",}]{0,30}|\d{10,13}(?=[,}\s]))/

/** The first publication date in a page's scripts, for pages that give none elsewhere. It may be another note's. */
function fromScripts(html: string, options: DateOptions): DateEvidence[] {
  const written = SCRIPT_DATE.exec(html)?.[1]
  const parsed = written === undefined ? null : parseDate(written, options)
  return parsed === null
    ? []
    : [{ origin: 'meta', parsed, weight: 0.8, from: 'datos en un guion de la página' }]
}

/** What the analyst's selector gives, above everything else. */
function fromDeclared(declared: string | null, options: DateOptions): DateEvidence[] {
  const parsed = declared === null ? null : parseDate(declared, options)
  return parsed === null ? [] : [{ origin: 'text', parsed, weight: 20, from: 'selector de la fuente' }]
}

const US_ZONE =
  /^America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage)|^Pacific\/Honolulu/

/** Whether a page writes the month before the day: English of the United States, by its locale or its zone and by its text. */
function isAmerican({ head, tree, blocks }: Page, { firstAt }: Places, timeZone: string): boolean {
  const html = tree.root.children.find((child) => typeof child !== 'string' && child.tag === 'html')
  const lang = typeof html === 'object' ? (html.attributes.lang ?? '') : ''
  const isThere = US_ZONE.test(timeZone) || /^en[-_]us$/i.test(firstMeta(head, ['og:locale']) ?? lang)
  const opening = blocks.slice(firstAt, firstAt + 3).map(({ text }) => text.slice(0, 600))
  return isThere && /\bthe\b/i.test(opening.join(' ')) && /\b(?:of|and)\b/i.test(opening.join(' '))
}

/** Gathers the dates of a page. `vicinity` is the element around the text; `declared` what the source's selector found. */
export function gatherDates(
  page: Page,
  places: Places,
  vicinity: PageNode,
  declared: string | null,
  given: DateOptions,
): DateEvidence[] {
  const { head, linked, blocks, tree } = page
  const options = { ...given, isMonthFirst: isAmerican(page, places, given.timeZone) }
  const addresses = [page.url, head.canonical ?? '', firstMeta(head, ['og:url']) ?? '']
  const found = [
    ...fromDeclared(declared, options),
    ...fromLinkedData(linked, options),
    ...fromMetas(head, options),
    ...fromElements(tree.times, vicinity, options),
    ...addresses.flatMap((url) => fromAddress(url, options)).slice(0, 1),
    ...fromLines(blocks, places, options),
    ...fromDateline(blocks, places, options),
  ]
  if (found.length > 0) return found
  const inScripts = fromScripts(page.html, options)
  return inScripts.length > 0 ? inScripts : fromAnywhere(blocks, options)
}
