// Facts of the matrix boletín × medio → its three remarks.
import { joinList, quoteTitle, shorten } from './grammar.ts'
import { countOf, MEDIA, printCount } from './numbers.ts'
import { compareNames } from './order.ts'

export type Remark = { readonly claim: string; readonly proof: string }

const LONGEST_TITLE = 60
const MOST_FOLIOS = 8

/** `equals` are the other boletines that as many outlets published. */
export function describeBest(folio: string, title: string, media: number, equals = 0): Remark {
  const where = media === 1 ? 'un medio' : countOf(media, MEDIA)
  const named = `El ${folio}, ${quoteTitle(shorten(title, LONGEST_TITLE))},`
  if (equals === 0) return { claim: 'Rinde más.', proof: `${named} salió en ${where}.` }
  const others = equals === 1 ? 'otro' : `otros ${printCount(equals)}`
  return { claim: 'Rinden más.', proof: `${named} y ${others} salieron en ${where} cada uno.` }
}

export function describeUnpublished(folios: readonly string[]): Remark {
  const listed = folios.toSorted(compareNames)
  const [first = ''] = listed
  const shown = listed.slice(0, MOST_FOLIOS)
  const rest = listed.length - shown.length
  const list = rest === 0 ? joinList(shown) : `${shown.join(', ')} y ${printCount(rest)} más`
  const proof =
    listed.length === 1
      ? `El ${first} no salió en ningún medio.`
      : `Los boletines ${list} no salieron en ningún medio.`
  return { claim: listed.length === 1 ? 'No rinde.' : 'No rinden.', proof }
}

export const describeMisused = (folio: string, title: string, media: number): Remark => ({
  claim: 'Cuidado.',
  proof: `El ${folio}, ${quoteTitle(shorten(title, LONGEST_TITLE))}, acompañó ${media === 1 ? 'una nota negativa' : `notas negativas en ${countOf(media, MEDIA)}`}.`,
})
