// The visible lines of a page around its title and text → the dates they give, each with its weight.
import { type DateOptions, findDates, parseDate } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { localDate } from '../text/zoned.ts'
import { type Block, hasRole } from './blocks.ts'
import type { DateEvidence } from './date-evidence.ts'
import type { Places } from './page.ts'

const UPDATED_WORDS =
  /actualizad|modificad|updated|update|aktualisiert|geandert|bearbeitet|letzte anderung|ultima (?:modificacion|actualizacion|edicion)|editad|mis a jour|maj\b|modifie|aggiornat|modificat|atualizad|alterad|oppdatert|uppdaterad|opdateret|bijgewerkt|gewijzigd|aktualizacj|zaktualizowan|last (?:modified|edited|changed|revised)|revised|edited/
const PUBLISHED_WORDS =
  /publicad|publicacion|published|posted|submitted|creado|creacion|fecha|subido|veroffentlicht|erstellt|erschienen|eingestellt|publie|pubblicat|postad|postado|publisert|publicerad|geplaatst|gepubliceerd|opublikowan|dodano/
/** The clock in a page's header. */
const TODAY_WORDS =
  /(?:^|\W)(?:hoy(?: es)?|today(?: is)?|heute(?: ist)?|aujourd.hui)\W{0,3}(?:\p{L}{3,12}\W{0,3})?$/u

/** Dates of one visible line, as far as the first that is not an update's. Relative ones count little. */
function fromLine(block: Block, base: number, options: DateOptions): DateEvidence[] {
  if (block.text.length > 220 || hasRole(block, 'comments', 'related')) return []
  const isShort = block.text.length < 60
  const place = hasRole(block, 'navigation', 'aside') ? 0.3 : hasRole(block, 'footer') ? 0.5 : 1
  const factor = place * (isShort ? 1 : 0.8)
  const shown = `línea «${block.text.slice(0, 60)}»`
  const found: DateEvidence[] = []
  let from = 0
  for (const date of findDates(block.text, options).slice(0, 3)) {
    const label = fold(block.text.slice(from, date.start))
    from = date.end
    const isUpdate = UPDATED_WORDS.test(label) && !PUBLISHED_WORDS.test(label)
    const isLabelled = PUBLISHED_WORDS.test(label) || hasRole(block, 'date')
    const isClock = TODAY_WORDS.test(label)
    const weight = isClock ? 0.1 : isUpdate ? 0.4 : base * (isLabelled ? 1.3 : 1) * factor
    found.push({ origin: 'text', parsed: date, weight, from: isUpdate ? `actualización en ${shown}` : shown })
    if (!isUpdate && !isClock) return found
  }
  if (
    found.length > 0 ||
    !isShort ||
    !(hasRole(block, 'date') || /\b(?:hace|ago|vor|il y a)\b/i.test(block.text))
  )
    return found
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
export function fromLines(blocks: readonly Block[], places: Places, options: DateOptions): DateEvidence[] {
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
    return [...doubtToday([...read(near, 2), ...read(far, 1.2)], options), ...inside]
  }
  const above = blocks.slice(Math.max(0, titleAt - 5), titleAt)
  return [...read(blocks.slice(titleAt + 1, firstAt), 2), ...doubtToday(read(above, 1.2), options), ...inside]
}

/** "Tala, Jal., 21 de noviembre de 2026.-" at the head of the first paragraph. */
export function fromDateline(
  blocks: readonly Block[],
  { firstAt }: Places,
  options: DateOptions,
): DateEvidence[] {
  const first = blocks[firstAt]?.text.slice(0, 110) ?? ''
  const date = findDates(first, options)[0]
  if (date === undefined || date.start > 60) return []
  if (!/^\s*(?:hrs?)?\s*[.)\]-]*\s*[-–—.:/)|]/.test(first.slice(date.end))) return []
  return [{ origin: 'text', parsed: date, weight: 1, from: 'inicio del texto' }]
}

/** The first date in any short line, when nothing better was found: of the page's foot only when no other line has any. */
export function fromAnywhere(blocks: readonly Block[], options: DateOptions): DateEvidence[] {
  const short = blocks.filter(
    (block) => block.text.length <= 160 && !hasRole(block, 'comments', 'related', 'navigation'),
  )
  const isFoot = (block: Block) => hasRole(block, 'footer')
  for (const block of [...short.filter((each) => !isFoot(each)), ...short.filter(isFoot)]) {
    const date = findDates(block.text, options)[0]
    if (date !== undefined) {
      return [{ origin: 'text', parsed: date, weight: 0.3, from: `línea «${block.text.slice(0, 60)}»` }]
    }
  }
  return []
}
