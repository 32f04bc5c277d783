// A page → every date it gives of itself: linked data, metadata, elements, address and visible lines, each with its weight.
import type { DateOrigin } from '../model.ts'
import { type DateOptions, findDates, type ParsedDate, parseDate } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { localDate } from '../text/zoned.ts'
import { type Block, hasRole } from './blocks.ts'
import { firstMeta, type Head } from './head.ts'
import type { LinkedArticle } from './json-ld.ts'
import type { Page, Places } from './page.ts'
import { isWithin, type PageNode, rawText } from './page-tree.ts'

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

const UPDATED_WORDS =
  /actualizad|modificad|updated|update|aktualisiert|ultima (?:modificacion|actualizacion|edicion)|editad|mis a jour|aggiornat|atualizad|oppdatert|uppdaterad/
const PUBLISHED_WORDS =
  /publicad|publicacion|published|posted|creado|fecha|veroffentlicht|erstellt|publie|pubblicat|postad|publisert|publicerad/

function fromMetas(head: Head, options: DateOptions): DateEvidence[] {
  const read = (names: readonly string[], weight: number, most: number): DateEvidence[] =>
    names
      .flatMap((name) => {
        const content = head.metas.get(name)?.[0]
        const parsed = content === undefined ? null : parseDate(content, options)
        return parsed === null ? [] : [{ origin: 'meta' as const, parsed, weight, from: `meta ${name}` }]
      })
      .slice(0, most)
  return [...read(PUBLISHED_METAS, 3, 2), ...read(PLAIN_METAS, 2, 1), ...read(MODIFIED_METAS, 0.4, 1)]
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

const URL_DAYS: readonly RegExp[] = [
  /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)/,
  /[/_=-]((?:19|20)\d\d)[-_](\d{1,2})[-_](\d{1,2})(?=\D|$)/,
  /[/_=-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?=\D|$)/,
]

/** The day written in an address, when it has year, month and day. An archive's own stamp is not the note's. */
function fromAddress(address: string, options: DateOptions): DateEvidence[] {
  const url = address.replace(/^https?:\/\/web\.archive\.org\/web\/\w+\//, '')
  for (const pattern of URL_DAYS) {
    const [, year = '', month = '', day = ''] = pattern.exec(url.slice(0, 600)) ?? []
    const parsed =
      year === '' ? null : parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, options)
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
  return datetime || content || (/\d{4}-\d\d-\d\d/.test(title ?? '') ? title : undefined) || rawText(node)
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

/** Dates of one visible line, as far as the first that is not an update's. Relative ones count little. */
function fromLine(block: Block, base: number, options: DateOptions): DateEvidence[] {
  if (block.text.length > 220 || hasRole(block, 'comments', 'related', 'footer')) return []
  const isShort = block.text.length < 60
  const factor = (hasRole(block, 'navigation', 'aside') ? 0.3 : 1) * (isShort ? 1 : 0.8)
  const shown = `línea «${block.text.slice(0, 60)}»`
  const found: DateEvidence[] = []
  let from = 0
  for (const date of findDates(block.text, options).slice(0, 3)) {
    const label = fold(block.text.slice(from, date.start))
    from = date.end
    const isUpdate = UPDATED_WORDS.test(label) && !PUBLISHED_WORDS.test(label)
    const isLabelled = PUBLISHED_WORDS.test(label) || hasRole(block, 'date')
    const weight = isUpdate ? 0.4 : base * (isLabelled ? 1.3 : 1) * factor
    found.push({ origin: 'text', parsed: date, weight, from: isUpdate ? `actualización en ${shown}` : shown })
    if (!isUpdate) return found
  }
  if (found.length > 0 || !isShort || !(hasRole(block, 'date') || /\bhace\b/i.test(block.text))) return found
  const relative = parseDate(block.text, options)
  return relative === null ? [] : [{ origin: 'text', parsed: relative, weight: 0.4 * factor, from: shown }]
}

/** A date above the title that is the day of the capture is most often the header's clock. */
function doubtToday(found: readonly DateEvidence[], { now, timeZone }: DateOptions): DateEvidence[] {
  const today = localDate(now, timeZone)
  return found.map((each) =>
    each.parsed.printedDay === today ? { ...each, weight: each.weight * 0.3 } : each,
  )
}

/** The visible dateline: short lines around the title, before the text, inside it when marked, and right after it. */
function fromLines(blocks: readonly Block[], places: Places, options: DateOptions): DateEvidence[] {
  const { titleAt, firstAt, lastAt } = places
  const read = (some: readonly Block[], base: number) =>
    some.flatMap((block) => fromLine(block, base, options))
  const marked = blocks.slice(firstAt, lastAt + 1).filter((block) => hasRole(block, 'date', 'byline'))
  const inside = [...read(marked, 1.4), ...read(blocks.slice(lastAt + 1, lastAt + 6), 0.9)]
  if (titleAt < 0) {
    const [near, far] = [
      blocks.slice(Math.max(0, firstAt - 3), firstAt),
      blocks.slice(Math.max(0, firstAt - 12), Math.max(0, firstAt - 3)),
    ]
    return [...read(near, 2), ...doubtToday(read(far, 1.2), options), ...inside]
  }
  const above = blocks.slice(Math.max(0, titleAt - 5), titleAt)
  return [...read(blocks.slice(titleAt + 1, firstAt), 2), ...doubtToday(read(above, 1.2), options), ...inside]
}

/** "Tala, Jal., 21 de noviembre de 2026.-" at the head of the first paragraph. */
function fromDateline(blocks: readonly Block[], { firstAt }: Places, options: DateOptions): DateEvidence[] {
  const first = blocks[firstAt]?.text.slice(0, 110) ?? ''
  const date = findDates(first, options)[0]
  if (date === undefined || date.start > 60) return []
  if (!/^\s*(?:hrs?)?\s*[.)\]-]*\s*[-–—.:/)|]/.test(first.slice(date.end))) return []
  return [{ origin: 'text', parsed: date, weight: 1, from: 'inicio del texto' }]
}

/** The first date in any short line, when nothing better was found. */
function fromAnywhere(blocks: readonly Block[], options: DateOptions): DateEvidence[] {
  for (const block of blocks) {
    if (block.text.length > 160 || hasRole(block, 'comments', 'related', 'footer', 'navigation')) continue
    const date = findDates(block.text, options)[0]
    if (date !== undefined) {
      return [{ origin: 'text', parsed: date, weight: 0.3, from: `línea «${block.text.slice(0, 60)}»` }]
    }
  }
  return []
}

/** What the analyst's selector gives, above everything else. */
function fromDeclared(declared: string | null, options: DateOptions): DateEvidence[] {
  const parsed = declared === null ? null : parseDate(declared, options)
  return parsed === null ? [] : [{ origin: 'text', parsed, weight: 20, from: 'selector de la fuente' }]
}

/** Gathers the dates of a page. `vicinity` is the element around the text; `declared` what the source's selector found. */
export function gatherDates(
  page: Page,
  places: Places,
  vicinity: PageNode,
  declared: string | null,
  options: DateOptions,
): DateEvidence[] {
  const { head, linked, blocks, tree } = page
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
  return found.length > 0 ? found : fromAnywhere(blocks, options)
}
