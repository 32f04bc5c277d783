// Where the hits of a subject stand in an article → how prominent it is there.
import type { Article, Hit, Prominence } from '../model.ts'

/** From this paragraph on a single hit is a passing one; shorter notes have no such far end. */
const FAR_PARAGRAPH = 2

/**
 * `titular` in the headline, `entrada` in the standfirst or first paragraph, `incidental` when named once, late. Only
 * `whole` hits, those that name the subject and not just a part of it, put it in the headline or the opening.
 */
export function rateProminence(
  whole: readonly Hit[],
  all: readonly Hit[],
  article: Pick<Article, 'paragraphs'>,
): Prominence {
  if (whole.some((hit) => hit.field === 'title')) return 'titular'
  if (whole.some((hit) => hit.field === 'standfirst' || hit.paragraph === 0)) return 'entrada'
  const [first] = all
  const isLate = first?.field === 'body' && first.paragraph >= FAR_PARAGRAPH
  return all.length === 1 && isLate && article.paragraphs.length > FAR_PARAGRAPH ? 'incidental' : 'cuerpo'
}
