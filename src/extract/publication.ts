// Every date a page, its address and its listing give → the instant of publication, how it was found, and what contradicts it.
import type { ArticleFlag, DateOrigin } from '../model.ts'
import { type DateOptions, findDates, type ParsedDate, parseDate } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { addDays, instantOf, localDate, localTime } from '../text/zoned.ts'
import type { Block } from './blocks.ts'
import type { Role } from './class-evidence.ts'
import type { Head } from './head.ts'
import type { LinkedArticle } from './json-ld.ts'
import { type PageNode, rawText } from './page-tree.ts'

/** One date somebody gave. `weight` is how far it is believed; `from` says where it stood, in Spanish. */
export type DateEvidence = {
  readonly origin: Exclude<DateOrigin, 'none'>
  readonly parsed: ParsedDate
  readonly weight: number
  readonly from: string
}

export type Publication = {
  readonly publishedAt: Date | null
  readonly publishedFrom: DateOrigin
  readonly hasHour: boolean
  readonly flags: readonly ArticleFlag[]
  readonly evidence: readonly DateEvidence[]
  /** Spanish sentence that says which evidence decided and why. */
  readonly because: string
}

export type DateContext = {
  readonly timeZone: string
  readonly takenAt: Date
  /** Where the page was found and what it calls itself. */
  readonly urls: readonly string[]
}

const PUBLISHED_METAS: readonly string[] = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'og:published_time',
  'publishdate',
  'publish_date',
  'publish-date',
  'pubdate',
  'pub_date',
  'publication_date',
  'publicationdate',
  'publish_time',
  'published_time',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'article_date_original',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'citation_publication_date',
  'citation_date',
  'prism.publicationdate',
  'rbpubdate',
  'originalpublicationdate',
  'displaydate',
  'bt:pubdate',
  'datecreated',
  'article:created',
  'iso-8601-publish-date',
  'last-published',
  'last_published_at',
  'vr:published_time',
  'mediator_published_time',
]
const PLAIN_METAS: readonly string[] = [
  'date',
  'dc.date',
  'dcterms.date',
  'article:date',
  'created',
  'fecha',
  'search_date',
  'xdate',
  'timestamp',
  'og:date',
  'pagedate',
  'time',
]
const MODIFIED_METAS: readonly string[] = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'revised',
  'updated_time',
]

const UPDATED_WORDS =
  /(?:actualizad|modificad|updated|update|aktualisiert|ultima (?:modificacion|actualizacion|edicion)|editad|mis a jour|aggiornat|atualizad|oppdatert|uppdaterad|stand:)/
const PUBLISHED_WORDS =
  /(?:publicad|publicacion|published|posted|creado|fecha|veroffentlicht|erstellt|publie|pubblicat|postad|publisert|publicerad)/

function roleOf(block: Block, roles: readonly Role[]): boolean {
  for (let at = block.surrounding; at !== null; at = at.outer) if (roles.includes(at.role)) return true
  return false
}

function fromMetas(head: Head, options: DateOptions): DateEvidence[] {
  const read = (names: readonly string[], weight: number): DateEvidence[] =>
    names.flatMap((name) => {
      const content = head.metas.get(name)?.[0]
      const parsed = content === undefined ? null : parseDate(content, options)
      return parsed === null ? [] : [{ origin: 'meta' as const, parsed, weight, from: `meta ${name}` }]
    })
  return [
    ...read(PUBLISHED_METAS, 3).slice(0, 2),
    ...read(PLAIN_METAS, 2).slice(0, 1),
    ...read(MODIFIED_METAS, 0.4).slice(0, 1),
  ]
}

function fromLinkedData(linked: LinkedArticle | null, options: DateOptions): DateEvidence[] {
  const published = linked?.published == null ? null : parseDate(linked.published, options)
  const modified = linked?.modified == null ? null : parseDate(linked.modified, options)
  return [
    ...(published === null
      ? []
      : [{ origin: 'json-ld' as const, parsed: published, weight: 4, from: 'JSON-LD datePublished' }]),
    ...(modified === null
      ? []
      : [{ origin: 'json-ld' as const, parsed: modified, weight: 0.5, from: 'JSON-LD dateModified' }]),
  ]
}

const URL_DAYS: readonly RegExp[] = [
  /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)/,
  /[/_=-]((?:19|20)\d\d)[-_](\d{1,2})[-_](\d{1,2})(?=\D|$)/,
  /[/_=-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?=\D|$)/,
]

/** The day written in an address, when it has year, month and day. */
export function fromUrl(url: string, options: DateOptions): DateEvidence[] {
  for (const pattern of URL_DAYS) {
    const [, year = '', month = '', day = ''] = pattern.exec(url.slice(0, 600)) ?? []
    const parsed =
      year === '' ? null : parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, options)
    if (parsed !== null && Number(year) > 1994)
      return [{ origin: 'url', parsed, weight: 2.5, from: 'dirección de la página' }]
  }
  return []
}

/** `time` elements and microdata, those inside or beside the note first. */
function fromElements(
  nodes: readonly PageNode[],
  isNear: (node: PageNode) => boolean,
  options: DateOptions,
): DateEvidence[] {
  const found: DateEvidence[] = []
  for (const node of nodes.slice(0, 60)) {
    const { itemprop = '', pubdate, class: classes = '' } = node.attributes
    const isModified = /datemodified/i.test(itemprop) || /updated|modified|actualiza/i.test(classes)
    const isPublished =
      /datepublished|datecreated/i.test(itemprop) ||
      pubdate !== undefined ||
      /published|publica/i.test(classes)
    const raw = node.attributes.datetime || node.attributes.content || rawText(node)
    const parsed = parseDate(raw, options)
    if (parsed === null) continue
    const near = isNear(node)
    const weight = isModified && !isPublished ? 0.4 : (isPublished ? 2.5 : 1.2) * (near ? 1 : 0.25)
    found.push({
      origin: 'time',
      parsed,
      weight,
      from: isPublished
        ? 'microdatos datePublished'
        : isModified
          ? 'elemento de actualización'
          : 'elemento time',
    })
    if (found.length >= 6) break
  }
  return found
}

/** Dates in the short lines around the title and before or just after the text: the visible dateline. */
function fromLines(blocks: readonly Block[], places: Places, options: DateOptions): DateEvidence[] {
  const { titleAt, firstAt, lastAt } = places
  const found: DateEvidence[] = []
  const consider = (block: Block, base: number): void => {
    if (block.text.length > 220 || roleOf(block, ['comments', 'related', 'footer'])) return
    const isShort = block.text.length < 60
    const inMenu = roleOf(block, ['navigation', 'aside'])
    const factor = (inMenu ? 0.3 : 1) * (isShort ? 1 : 0.8)
    const dates = findDates(block.text, options).slice(0, 3)
    const shown = `línea «${block.text.slice(0, 60)}»`
    let from = 0
    for (const date of dates) {
      const label = fold(block.text.slice(from, date.start))
      from = date.end
      const isUpdated = UPDATED_WORDS.test(label) && !PUBLISHED_WORDS.test(label)
      const isLabelled = PUBLISHED_WORDS.test(label) || roleOf(block, ['date'])
      const weight = isUpdated ? 0.4 : base * (isLabelled ? 1.3 : 1) * factor
      found.push({
        origin: 'text',
        parsed: date,
        weight,
        from: isUpdated ? `actualización en ${shown}` : shown,
      })
      if (!isUpdated) break
    }
    const isRelative =
      dates.length === 0 && isShort && (roleOf(block, ['date']) || /\bhace\b/i.test(block.text))
    const relative = isRelative ? parseDate(block.text, options) : null
    if (relative !== null) found.push({ origin: 'text', parsed: relative, weight: 0.4 * factor, from: shown })
  }
  const start = titleAt < 0 ? Math.max(0, firstAt - 12) : Math.min(titleAt + 1, firstAt)
  for (const block of blocks.slice(start, firstAt)) consider(block, 2)
  if (titleAt > 0) for (const block of blocks.slice(Math.max(0, titleAt - 5), titleAt)) consider(block, 1.2)
  for (const block of blocks.slice(firstAt, lastAt + 1))
    if (roleOf(block, ['date', 'byline'])) consider(block, 1.4)
  for (const block of blocks.slice(lastAt + 1, lastAt + 6)) consider(block, 0.9)
  return found
}

/** "Tala, Jal., 21 de noviembre de 2026.-" at the head of the first paragraph. */
function fromDateline(blocks: readonly Block[], places: Places, options: DateOptions): DateEvidence[] {
  const first = blocks[places.firstAt]?.text.slice(0, 110) ?? ''
  const date = findDates(first, options)[0]
  if (date === undefined || date.start > 60) return []
  if (!/^\s*(?:hrs?)?\s*[.)\]-]*\s*[-–—.:/)|]/.test(first.slice(date.end))) return []
  return [{ origin: 'text', parsed: date, weight: 1, from: 'inicio del texto' }]
}

/** Any date in the text of the page, when nothing better was found: the earliest place wins. */
function fromAnywhere(blocks: readonly Block[], options: DateOptions): DateEvidence[] {
  for (const block of blocks) {
    if (block.text.length > 160 || roleOf(block, ['comments', 'related', 'footer', 'navigation'])) continue
    const date = findDates(block.text, options)[0]
    if (date !== undefined)
      return [{ origin: 'text', parsed: date, weight: 0.3, from: `línea «${block.text.slice(0, 60)}»` }]
  }
  return []
}

export type Places = { readonly titleAt: number; readonly firstAt: number; readonly lastAt: number }

/** True for a stamp written in UTC whose day differs between the text and the outlet's zone. */
function isAmbiguous({ parsed }: DateEvidence, timeZone: string): boolean {
  return parsed.hasZone && parsed.hasHour && localDate(parsed.instant, timeZone) !== parsed.printedDay
}

function localDay({ parsed }: DateEvidence, timeZone: string): string {
  return parsed.hasHour ? localDate(parsed.instant, timeZone) : parsed.printedDay
}

/** Days apart of two `YYYY-MM-DD`. */
function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000
}

/**
 * A stamp may be local time labelled UTC, or UTC to be converted. What else the page gives tells: a visible hour equal to the
 * stamp's own means local time; without visible hours, the printed day must have more support than the converted one.
 */
function settleZone(evidence: DateEvidence, others: readonly DateEvidence[], timeZone: string): DateEvidence {
  const { parsed } = evidence
  if (!isAmbiguous(evidence, timeZone)) return evidence
  const naive = others.filter((other) => !other.parsed.hasZone && other.weight >= 0.5)
  const wall = localTime(parsed.instant, 'UTC')
  const hours = naive
    .filter((other) => other.parsed.hasHour && other.parsed.printedDay === parsed.printedDay)
    .map((other) => localTime(other.parsed.instant, timeZone))
  const isPrintedHour = hours.some(
    ({ hour, minute }) => hour === wall.hour && Math.abs(minute - wall.minute) <= 1,
  )
  const support = (day: string) =>
    naive.filter((other) => other.parsed.printedDay === day).reduce((sum, { weight }) => sum + weight, 0)
  const isPrintedDay = support(parsed.printedDay) > support(localDate(parsed.instant, timeZone))
  if (!isPrintedHour && (hours.length > 0 || !isPrintedDay)) return evidence
  const instant = instantOf(wall, timeZone)
  return {
    ...evidence,
    parsed: { ...parsed, instant },
    from: `${evidence.from}, leído como hora local por lo que muestra la página`,
  }
}

/** The day with most support. Of each origin only the best evidence for a day counts: ten cards with a date are one witness. */
function chooseDay(evidence: readonly DateEvidence[], timeZone: string): string | null {
  const best = new Map<string, { day: string; weight: number }>()
  for (const each of evidence) {
    const day = localDay(each, timeZone)
    const key = `${each.origin} ${day}`
    if ((best.get(key)?.weight ?? 0) < each.weight) best.set(key, { day, weight: each.weight })
  }
  const support = new Map<string, number>()
  for (const { day, weight } of best.values()) support.set(day, (support.get(day) ?? 0) + weight)
  let chosen: string | null = null
  for (const [day, weight] of support) {
    if (chosen === null || weight > (support.get(chosen) ?? 0) + 0.001) chosen = day
  }
  return chosen
}

function flagsOf(chosen: DateEvidence, strong: readonly DateEvidence[], context: DateContext): ArticleFlag[] {
  const { timeZone, takenAt } = context
  const day = localDay(chosen, timeZone)
  const today = localDate(takenAt, timeZone)
  const isFuture = chosen.parsed.hasHour
    ? chosen.parsed.instant.getTime() > takenAt.getTime() + 3_600_000
    : day > today
  const isDisputed = strong.some((other) => daysBetween(localDay(other, timeZone), day) >= 1)
  const flags: ArticleFlag[] = []
  if (isFuture) flags.push('fecha-futura')
  if (isDisputed || chosen.weight < 1) flags.push('fecha-dudosa')
  if (day < addDays(today, -30)) flags.push('nota-antigua')
  return flags
}

/** Gathers every date and decides by weight of what agrees on a day; the hour comes from the most believed one of that day. */
export function findPublication(
  blocks: readonly Block[],
  places: Places,
  near: { readonly times: readonly PageNode[]; readonly isNear: (node: PageNode) => boolean },
  head: Head,
  linked: LinkedArticle | null,
  listed: Date | null,
  declared: string | null,
  context: DateContext,
): Publication {
  const { timeZone, takenAt } = context
  const options: DateOptions = { timeZone, now: takenAt }
  const listedEvidence: DateEvidence[] =
    listed === null
      ? []
      : [
          {
            origin: 'feed',
            parsed: {
              instant: listed,
              hasHour: true,
              hasZone: true,
              printedDay: localDate(listed, timeZone),
            },
            weight: 2,
            from: 'listado del canal',
          },
        ]
  const parsedDeclared = declared === null ? null : parseDate(declared, options)
  const gathered: DateEvidence[] = [
    ...(parsedDeclared === null
      ? []
      : [{ origin: 'text' as const, parsed: parsedDeclared, weight: 20, from: 'selector de la fuente' }]),
    ...fromLinkedData(linked, options),
    ...fromMetas(head, options),
    ...fromElements(near.times, near.isNear, options),
    ...context.urls.flatMap((url) => fromUrl(url, options)).slice(0, 1),
    ...fromLines(blocks, places, options),
    ...fromDateline(blocks, places, options),
    ...listedEvidence,
  ]
  const all = gathered.length > 0 ? gathered : fromAnywhere(blocks, options)
  const evidence = all.map((each) =>
    settleZone(
      each,
      all.filter((other) => other !== each),
      timeZone,
    ),
  )
  const possible = evidence.filter(
    ({ parsed }) => parsed.instant.getTime() < takenAt.getTime() + 400 * 86_400_000,
  )
  const day = chooseDay(possible, timeZone)
  const ofDay = possible.filter((each) => localDay(each, timeZone) === day)
  const rank = (each: DateEvidence) => each.weight + (each.parsed.hasHour ? 10 : 0)
  const chosen = ofDay.reduce<DateEvidence | null>(
    (top, each) => (top === null || rank(each) > rank(top) ? each : top),
    null,
  )
  if (chosen === null) {
    return {
      publishedAt: null,
      publishedFrom: 'none',
      hasHour: false,
      flags: ['sin-fecha'],
      evidence: all,
      because: 'no se halló ninguna fecha',
    }
  }
  const strong = evidence.filter(({ weight }) => weight >= 2)
  return {
    publishedAt: chosen.parsed.instant,
    publishedFrom: chosen.origin,
    hasHour: chosen.parsed.hasHour,
    flags: flagsOf(chosen, strong, context),
    evidence,
    because: chosen.from,
  }
}

/** The date of a note known only from its listing. */
export function judgeListedDate(
  listed: Date | null,
  timeZone: string,
  takenAt: Date,
): Pick<Publication, 'publishedAt' | 'publishedFrom' | 'flags'> {
  if (listed === null) return { publishedAt: null, publishedFrom: 'none', flags: ['sin-fecha'] }
  const parsed = { instant: listed, hasHour: true, hasZone: true, printedDay: localDate(listed, timeZone) }
  const evidence: DateEvidence = { origin: 'feed', parsed, weight: 2, from: 'listado del canal' }
  return {
    publishedAt: listed,
    publishedFrom: 'feed',
    flags: flagsOf(evidence, [], { timeZone, takenAt, urls: [] }),
  }
}
