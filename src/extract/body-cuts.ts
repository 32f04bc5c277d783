// Verdicts on each block alone → verdicts on the blocks together: boxes, lists of links, repeated text and loose ends are cut.
import { findDates } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { type Block, holderOf } from './blocks.ts'
import { depthOf, nameOf, type PageNode } from './page-tree.ts'

/** A block, whether it is the article's text, and why, in Spanish. */
export type Verdict = { readonly block: Block; readonly isKept: boolean; readonly reason: string }

const cut = ({ block }: Verdict, reason: string): Verdict => ({ block, isKept: false, reason })

/** Holders with less than this share of a note's prose, deeper than the main one, are boxes set into the text. */
const BOX_SHARE = 0.15

/** Cuts boxes: what stands deeper than the text's own holder, in a kind of holder that carries little of its prose. */
export function cutBoxes(verdicts: readonly Verdict[]): Verdict[] {
  const kept = verdicts.filter(({ isKept }) => isKept)
  const holders = new Map(kept.map((verdict) => [verdict, holderOf(verdict.block)]))
  const mass = new Map<string, number>()
  let total = 0
  for (const [{ block }, holder] of holders) {
    mass.set(nameOf(holder), (mass.get(nameOf(holder)) ?? 0) + block.prose)
    total += block.prose
  }
  const [main, mainMass] = [...mass].reduce((top, each) => (each[1] > top[1] ? each : top), ['', 0])
  if (mainMass < 0.5 * total) return [...verdicts]
  const mainHolders = new Set([...holders.values()].filter((holder) => nameOf(holder) === main))
  const mainDepth = Math.min(...[...mainHolders].map(depthOf))
  const boxes = new Set(
    [...new Set(holders.values())].filter(
      (holder) => (mass.get(nameOf(holder)) ?? 0) < BOX_SHARE * total && depthOf(holder) > mainDepth,
    ),
  )
  const withText = new Set(
    kept.filter(({ block }) => block.kind !== 'heading').map(({ block }) => holderOf(block)),
  )
  return verdicts.map((verdict) => {
    const holder = holders.get(verdict)
    const { kind } = verdict.block
    if (holder === undefined || !boxes.has(holder) || kind === 'cell' || kind === 'quote') return verdict
    return kind === 'heading' && !withText.has(holder) ? verdict : cut(verdict, 'recuadro dentro del texto')
  })
}

function listOf({ node }: Block): PageNode | null {
  for (let at: PageNode | null = node; at !== null; at = at.parent)
    if (at.tag === 'ul' || at.tag === 'ol') return at
  return null
}

/** Cuts lists that are mostly links: related notes without a name. */
export function cutLinkLists(verdicts: readonly Verdict[]): Verdict[] {
  const sums = new Map<PageNode, { text: number; links: number }>()
  for (const { block, isKept } of verdicts) {
    const list = isKept && block.kind === 'item' ? listOf(block) : null
    if (list === null) continue
    const sum = sums.get(list) ?? { text: 0, links: 0 }
    sums.set(list, { text: sum.text + block.text.length, links: sum.links + block.linkLength })
  }
  return verdicts.map((verdict) => {
    const list = verdict.isKept && verdict.block.kind === 'item' ? listOf(verdict.block) : null
    const sum = list === null ? undefined : sums.get(list)
    return sum !== undefined && sum.links > 0.5 * sum.text ? cut(verdict, 'lista de ligas') : verdict
  })
}

const NO_CLOCK = { timeZone: 'UTC', now: new Date(0) }

/** A short line that is mostly a date. */
function isDateLine({ text }: Block): boolean {
  if (text.length > 90 || !/\d{4}|\d\/\d/.test(text)) return false
  const date = findDates(text, NO_CLOCK)[0]
  return date !== undefined && date.end - date.start > 0.4 * text.length
}

/** A subhead that opens the holder of the first prose is still the text: the first entry of a live blog. */
function extendStart(verdicts: readonly Verdict[], first: number): number {
  const opening = verdicts[first]?.block
  const before = verdicts[first - 1]
  if (opening === undefined || before === undefined || !before.isKept) return first
  if (before.block.node.tag === 'dt' && opening.node.tag === 'dd') return first - 1
  const isSubhead = before.block.kind === 'heading' && before.block.text.length < 120
  const holder = holderOf(opening)
  const hasTitle = holder.children.some((child) => typeof child !== 'string' && child.tag === 'h1')
  return isSubhead && !hasTitle && holderOf(before.block) === holder ? first - 1 : first
}

const CLOCK_LINE = /^\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:hrs?\.?|horas|h|am|pm)?$/i

/** Lists and short paragraphs that follow the last prose in its own holder are still the text: data, credits, line-ups. */
function extendEnd(verdicts: readonly Verdict[], last: number): number {
  const lastBlock = verdicts[last]?.block
  if (lastBlock === undefined) return last
  const holder = holderOf(lastBlock)
  let end = last
  for (let at = last + 1; at < verdicts.length; at += 1) {
    const verdict = verdicts[at]
    if (verdict === undefined || !verdict.isKept) continue
    const { block } = verdict
    const isText = block.kind === 'item' || block.kind === 'paragraph' || block.kind === 'cell'
    if (isText && block.linkLength === 0 && holderOf(block) === holder) end = at
    else if (block.kind !== 'heading') break
  }
  return end
}

const LETTERS = /[^\p{L}\p{N}]+/gu

/** Reasons that another witness of the text can overrule: names and boxes, never links, captions nor calls. */
const OVERRULED = new Set([
  'notas relacionadas',
  'recuadro dentro del texto',
  'publicidad',
  'recuadro aparte',
  'oculto',
  'suscripción',
])

/** Keeps paragraphs inside the note that the linked data give as part of its body, whatever their element is called. */
export function rescueStated(verdicts: readonly Verdict[], stated: string | null): Verdict[] {
  if (stated === null || !verdicts.some(({ reason }) => OVERRULED.has(reason))) return [...verdicts]
  const letters = stated.replace(LETTERS, '')
  return verdicts.map((verdict) => {
    const { block, isKept, reason } = verdict
    if (isKept || !OVERRULED.has(reason) || block.text.length < 60 || block.linkLength > 0) return verdict
    const isStated = block.kind !== 'heading' && letters.includes(block.text.replace(LETTERS, ''))
    return isStated ? { block, isKept: true, reason: 'los datos JSON-LD lo dan como texto' } : verdict
  })
}

/** A heading over readers' comments or the form for them, in the tongues of the press. Folded. */
const COMMENTS_HEAD =
  /^(?:\d+ )?(?:comentarios?|comments?|kommentare?|commentaires?|commenti|reacties|komentarze|replies|responses?|reaktionen|leave a (?:reply|comment)|deja(?:r|nos)? (?:un|tu) comentario|deja(?:r)? una respuesta|schreibe? einen kommentar|kommentar schreiben|laisser un commentaire|lascia un commento|deixe um comentario|join the (?:conversation|discussion))(?: \(?\d+\)?)?:?$/

/** Prose before a heading over comments, for it to be one. */
const LEAST_BEFORE_COMMENTS = 250

/** Cuts what follows a heading over readers' comments. */
export function cutComments(verdicts: readonly Verdict[]): Verdict[] {
  let before = 0
  const at = verdicts.findIndex(({ block, isKept }) => {
    if (isKept) before += block.prose
    const isHead = block.kind === 'heading' && block.text.length < 60 && before >= LEAST_BEFORE_COMMENTS
    return isHead && COMMENTS_HEAD.test(fold(block.text))
  })
  if (at < 0) return [...verdicts]
  return verdicts.map((verdict, index) =>
    verdict.isKept && index >= at ? cut(verdict, 'comentarios') : verdict,
  )
}

/** Cuts what precedes the first prose and what follows the last, repeated text, and dates at either end. */
export function trimEnds(verdicts: readonly Verdict[]): Verdict[] {
  const isProse = ({ isKept, block }: Verdict) => isKept && block.prose > 0 && block.kind !== 'heading'
  const first = extendStart(verdicts, verdicts.findIndex(isProse))
  const last = extendEnd(verdicts, verdicts.findLastIndex(isProse))
  const seen = new Set<string>()
  return verdicts.map((verdict, at) => {
    const { block, isKept } = verdict
    if (!isKept) return verdict
    if (at < first) return cut(verdict, 'antes del texto')
    if (at > last) return cut(verdict, 'después del texto')
    if (block.text.length >= 30 && seen.has(block.text)) return cut(verdict, 'repetido')
    if ((at < first + 3 || at > last - 2) && isDateLine(block)) return cut(verdict, 'fecha')
    if (CLOCK_LINE.test(block.text) && block.kind !== 'cell') return cut(verdict, 'hora')
    seen.add(block.text)
    return verdict
  })
}
