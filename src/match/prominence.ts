// Where the hits of a subject stand in an article → how prominent it is there.
import type { Article, Hit, Prominence } from '../model.ts'

/** From this paragraph on a single hit is a passing one; shorter notes have no such far end. */
const FAR_PARAGRAPH = 2

/** `titular` in the headline, `entrada` in the standfirst or first paragraph, `incidental` when named once, late. */
export function rateProminence(hits: readonly Hit[], article: Pick<Article, 'paragraphs'>): Prominence {
  if (hits.some((hit) => hit.field === 'title')) return 'titular'
  if (hits.some((hit) => hit.field === 'standfirst' || hit.paragraph === 0)) return 'entrada'
  const first = hits[0]
  const isLate =
    first !== undefined && first.paragraph >= FAR_PARAGRAPH && article.paragraphs.length > FAR_PARAGRAPH
  return hits.length === 1 && isLate ? 'incidental' : 'cuerpo'
}
