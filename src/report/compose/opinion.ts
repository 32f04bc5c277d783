// A note → whether its outlet published it as opinion.
import type { Note } from '../../model.ts'
import { fold } from '../../text/fold.ts'

/** Section names and addresses under which outlets publish opinion, folded. */
const OPINION_SECTION =
  /^(?:opinion|columnas?|columnistas?|editorial(?:es)?|articulistas?|firmas)(?![\p{L}])/u
const OPINION_PATH = /\/(?:opinion|columnas?|columnistas?|editorial(?:es)?)\//

export const isOpinion = ({ article }: Note): boolean =>
  (article.section !== null && OPINION_SECTION.test(fold(article.section))) ||
  OPINION_PATH.test(article.canonicalUrl)
