// Facts of the matrix boletín × medio → its three remarks.
import { joinList, quoteTitle, shorten } from './grammar.ts'
import { countOf, MEDIA, printCount } from './numbers.ts'

export type Remark = { readonly claim: string; readonly proof: string }

const LONGEST_TITLE = 60
const MOST_FOLIOS = 8

export const describeBest = (folio: string, title: string, media: number): Remark => ({
  claim: 'Rinde más.',
  proof: `El ${folio}, ${quoteTitle(shorten(title, LONGEST_TITLE))}, salió en ${countOf(media, MEDIA)}.`,
})

export function describeUnpublished(folios: readonly string[]): Remark {
  const [first = ''] = folios
  const shown = folios.slice(0, MOST_FOLIOS)
  const rest = folios.length - shown.length
  const list = rest === 0 ? joinList(shown) : `${shown.join(', ')} y ${printCount(rest)} más`
  const proof =
    folios.length === 1 ? `El ${first} no salió en ningún medio.` : `No salieron en ningún medio el ${list}.`
  return { claim: 'No rinde.', proof }
}

export const describeMisused = (folio: string, title: string, media: number): Remark => ({
  claim: 'Cuidado.',
  proof: `El ${folio}, ${quoteTitle(shorten(title, LONGEST_TITLE))}, acompañó ${media === 1 ? 'una nota negativa' : `notas negativas en ${countOf(media, MEDIA)}`}.`,
})
