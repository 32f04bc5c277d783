// Two titles → how far they are the same; a title with the outlet's name → the title alone.
import { fold } from '../text/fold.ts'

/** Folded text of the press in Spanish and English: all of its letters are these, and the classes of Unicode cost six times as much. */
const COMMON = /^[\0-\x7fñ¿¡“”‘’–—…«»]*$/
const COMMON_BREAKS = /[^a-z0-9ñ]+/g
const BREAKS = /[^\p{L}\p{N}]+/gu

/** Folded letters and digits of a title, for comparison. */
export function foldTitle(text: string): string {
  const folded = fold(text)
  return folded.replace(COMMON.test(folded) ? COMMON_BREAKS : BREAKS, ' ').trim()
}

/** Share of words in common, over the shorter of the two titles: 0–1. */
export function overlap(one: string, other: string): number {
  const a = new Set(foldTitle(one).split(' '))
  const b = new Set(foldTitle(other).split(' '))
  const common = [...a].filter((word) => b.has(word)).length
  return common / Math.max(1, Math.min(a.size, b.size))
}

/** Whether `text` is the end of a heading that begins with a kicker: "Agua — Cierran el pozo 4". */
export function isTailOf(text: string, heading: string): boolean {
  const [short, long] = [foldTitle(text), foldTitle(heading)]
  return short.length > 20 && long.length - short.length < 50 && long.endsWith(` ${short}`)
}

/** What two titles end with, when each sets another kicker before it: "Jalisco: cierran el pozo 4", "Agua - Cierran el pozo 4". */
export function commonTail(one: string, other: string): string | null {
  for (const part of one.matchAll(/[:|–—-]\s+/g)) {
    const tail = one.slice(part.index + part[0].length)
    const folded = foldTitle(tail)
    if (folded.split(' ').length < 5 || 2 * folded.length < foldTitle(one).length) return null
    const [own, its] = [one.slice(0, part.index), headBefore(other, folded)]
    const isOtherKicker = /[:|–—-]\s*$/.test(its) && foldTitle(own) !== foldTitle(its)
    if (foldTitle(other).endsWith(` ${folded}`) && isOtherKicker) return tail
  }
  return null
}

/** What stands in a title before the words it ends with. */
function headBefore(title: string, foldedTail: string): string {
  const words = foldedTail.split(' ').length
  const starts = [...title.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index)
  return title.slice(0, starts.at(-words) ?? 0).replace(/[«»“”"'‘’¿¡\s]+$/u, '')
}

/** Share of a title's longer words that a text has: 0–1. Fixed phrases that outlets write for a headline have few. */
export function echoIn(text: string, title: string): number {
  const words = [...new Set(foldTitle(title).split(' '))].filter(({ length }) => length >= 5)
  if (words.length < 3) return 0
  const told = ` ${foldTitle(text)}`
  return words.filter((word) => told.includes(` ${word.slice(0, 7)}`)).length / words.length
}

/** Nothing longer is taken apart: it is no title, and runs of spaces and dashes in it would cost their square. */
const LONGEST_TITLE = 1_000
const OUTLET_BREAK = /\s+[|–—»•·:]{1,2}\s+|\s+-+\s+|\s*\|\s*/

/** A page's names are asked for at each of its titles and headings. */
const foldedNames = new WeakMap<readonly string[], readonly string[]>()

function foldNames(names: readonly string[]): readonly string[] {
  const known = foldedNames.get(names)
  if (known !== undefined) return known
  const folded = names.map(foldTitle).filter((name) => name.length > 2)
  foldedNames.set(names, folded)
  return folded
}

/** Whether a title or a part of one is an outlet's name, alone or in few words: "El Sol de Tala", "Noticias de El Sol de Tala". */
export function isOutlet(part: string, outletNames: readonly string[]): boolean {
  const folded = foldTitle(part)
  const squeezed = folded.replaceAll(' ', '')
  return foldNames(outletNames).some((name) => {
    if (name === folded || name.replaceAll(' ', '') === squeezed) return true
    return folded.length > 3 && folded.length < 40 && ` ${folded} `.includes(` ${name} `)
  })
}

/**
 * Takes the outlet's name off a title: parts at its ends that are the outlet's name, or whatever follows a title that another
 * source gives whole.
 */
export function dropOutlet(
  title: string,
  outletNames: readonly string[],
  references: readonly string[],
): string {
  const parts = title.length > LONGEST_TITLE ? [] : title.split(OUTLET_BREAK)
  if (parts.length < 2) return title
  let text = title
  while (parts.length > 1) {
    const [lead = '', tail = ''] = [parts[0], parts.at(-1)]
    if (references.some((each) => foldTitle(each) === foldTitle(text))) return text
    if (isOutlet(tail, outletNames)) {
      parts.pop()
      text = text.slice(0, text.lastIndexOf(tail)).replace(/[\s|–—»•·:-]+$/, '')
    } else if (isOutlet(lead, outletNames)) {
      parts.shift()
      text = text.slice(text.indexOf(lead) + lead.length).replace(/^[\s|–—»•·:-]+/, '')
    } else break
  }
  const whole = foldTitle(text)
  const inner = references.find((each) => {
    const folded = foldTitle(each)
    return folded.length > 12 && folded.length < whole.length && whole.startsWith(folded)
  })
  return inner !== undefined && OUTLET_BREAK.test(text.slice(inner.length)) ? inner : text
}

/** The outlet's name in a window title that is the note's title and one part more; null when it is not so made. */
export function outletInTitle(windowTitle: string, noteTitle: string): string | null {
  if (windowTitle.length > LONGEST_TITLE) return null
  const parts = windowTitle.split(OUTLET_BREAK).filter((part) => part !== '')
  const note = foldTitle(noteTitle)
  if (parts.length < 2 || note.length < 12) return null
  const [lead = '', tail = ''] = [parts[0], parts.at(-1)]
  if (foldTitle(parts.slice(0, -1).join(' ')) === note) return tail
  return foldTitle(parts.slice(1).join(' ')) === note ? lead : null
}
