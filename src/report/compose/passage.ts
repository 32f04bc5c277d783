// An article → the passage of it that a report quotes: whole sentences, its opening and where it names the municipality.
import type { Article, Mention } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import { cleanText } from '../typeset/clean-text.ts'
import { endSentence, shorten } from '../words/grammar.ts'

/** White space between two sentences: after a closing mark, before a capital or figure with what may open it. */
const BETWEEN = /((?<=[.!?…]["”»)]?)\s+(?=["“«¿¡(]{0,3}[\p{Lu}\d]))/u
/** A full stop after these does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:[A-ZÁÉÍÓÚ]|Lic|Dra?|Ing|Mtr[oa]|Arq|Sra?|Srta|Prof|Profra|Gral|Av|No|Núm|Col|Art|etc|EE|a|p)\.$/u
const OMISSION = '[…]'

/** Splits a paragraph into sentences. */
export const splitSentences = (paragraph: string): string[] =>
  splitKeepingOffsets(cleanText(paragraph))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** The sentence of a paragraph in which a place, by UTF-16 offset, falls. */
export function sentenceAt(paragraph: string, offset: number): string {
  let from = 0
  for (const raw of splitKeepingOffsets(paragraph)) {
    if (offset < from + raw.length) return cleanText(raw)
    from += raw.length
  }
  return cleanText(paragraph)
}

/** Sentences with the white space after them, so that their lengths add up to the paragraph's. */
function splitKeepingOffsets(paragraph: string): string[] {
  const pieces = paragraph.split(BETWEEN)
  const sentences: string[] = []
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = `${pieces[index] ?? ''}${pieces[index + 1] ?? ''}`
    const last = sentences.at(-1)
    if (last !== undefined && ABBREVIATION.test(last.trimEnd()))
      sentences[sentences.length - 1] = last + piece
    else sentences.push(piece)
  }
  return sentences
}

/**
 * Quotes at most `longest` characters: the standfirst or first sentences and, when none of them names the municipality,
 * the first one that does, after an omission mark. Words are never changed. Null when the article has no text.
 */
export function quotePassage(article: Article, mentions: readonly Mention[], longest: number): string | null {
  const sentences = listSentences(article)
  const [first] = sentences
  if (first === undefined) return null
  const opening = [shorten(first, longest)]
  const named = findNamedSentence(article, mentions)
  const isNamed = (text: string) => named === null || text.includes(named.slice(0, 40))
  const reserve = isNamed(first) ? 0 : Math.min(named?.length ?? 0, longest / 2)
  for (const sentence of sentences.slice(1)) {
    if (opening.join(' ').length + sentence.length + 1 > longest - reserve) break
    opening.push(sentence)
  }
  const text = opening.join(' ')
  if (named === null || isNamed(text)) return text
  const room = longest - text.length - OMISSION.length - 2
  return named.length <= room ? `${text} ${OMISSION} ${named}` : text
}

function listSentences({ standfirst, paragraphs }: Article): string[] {
  const body = paragraphs.flatMap(splitSentences)
  const bajada = standfirst === null ? '' : cleanText(standfirst)
  const repeatsBody = bajada === '' || fold(body[0] ?? '').startsWith(fold(bajada).slice(0, 40))
  return repeatsBody ? body : [endSentence(bajada), ...body]
}

function findNamedSentence(article: Article, mentions: readonly Mention[]): string | null {
  const hits = mentions.flatMap(({ hits: places }) => places).filter(({ field }) => field === 'body')
  const first = hits.toSorted((one, other) => one.paragraph - other.paragraph || one.start - other.start)[0]
  const paragraph = first === undefined ? undefined : article.paragraphs[first.paragraph]
  return first === undefined || paragraph === undefined ? null : sentenceAt(paragraph, first.start)
}
