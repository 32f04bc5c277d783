// An article and the hits of its mentions → its sentences with their words, where they stand and who is hit in them.
import type { Article, Hit, Mention, MentionField, Subject } from '../model.ts'
import { listSentences } from '../text/sentences.ts'
import { listTokens } from '../text/tokens.ts'

/** A hit as a run of words of one sentence. */
export type WordHit = {
  readonly subject: Subject
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A sentence as tone reads it. `words` are folded; `starts` and `ends` are UTF-16 offsets of each word in `text`. */
export type ToneSentence = {
  readonly text: string
  readonly field: MentionField
  readonly paragraph: number
  /** True for the first sentence of the body. */
  readonly isLead: boolean
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** For each word, whether it stands between quotation marks. */
  readonly quoted: readonly boolean[]
  readonly hits: readonly WordHit[]
}

type SubjectHit = { readonly subject: Subject; readonly hit: Hit }

/** Marks may be left open at the end of a paragraph, as quotations over several paragraphs are. */
const QUOTED = /“[^”]*(?:”|$)|«[^»]*(?:»|$)|"[^"]*(?:"|$)/g

/** A video's or post's body is short; a page's may be very long, and its tone does not change after this many sentences. */
const MOST_SENTENCES = 60

/** Lists the sentences of title, standfirst and body in reading order, at most sixty. */
export function readSentences(
  article: Pick<Article, 'title' | 'standfirst' | 'paragraphs'>,
  mentions: readonly Mention[],
  subjects: readonly Subject[],
): ToneSentence[] {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]))
  const hits = mentions.flatMap((mention) => {
    const subject = byId.get(mention.subjectId)
    return subject === undefined ? [] : mention.hits.map((hit) => ({ subject, hit }))
  })
  const pieces: { field: MentionField; paragraph: number; text: string }[] = [
    { field: 'title', paragraph: 0, text: article.title },
    { field: 'standfirst', paragraph: 0, text: article.standfirst ?? '' },
    ...article.paragraphs.map((text, paragraph) => ({ field: 'body' as const, paragraph, text })),
  ]
  const sentences: ToneSentence[] = []
  for (const { field, paragraph, text } of pieces) {
    const here = hits.filter(({ hit }) => hit.field === field && hit.paragraph === paragraph)
    const quotes = [...text.matchAll(QUOTED)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
    for (const sentence of listSentences(text)) {
      if (sentences.length === MOST_SENTENCES) return sentences
      const isLead = field === 'body' && !sentences.some((other) => other.field === 'body')
      const { words, starts, ends, quoted } = readWords(sentence.text, sentence.start, quotes)
      const found = placeHits(here, sentence.start, sentence.end, starts, ends)
      sentences.push({
        text: sentence.text,
        field,
        paragraph,
        isLead,
        words,
        starts,
        ends,
        quoted,
        hits: found,
      })
    }
  }
  return sentences
}

function readWords(text: string, offset: number, quotes: readonly { start: number; end: number }[]) {
  const tokens = listTokens(text)
  return {
    words: tokens.map(({ form }) => form),
    starts: tokens.map(({ start }) => start),
    ends: tokens.map(({ end }) => end),
    quoted: tokens.map(
      ({ start }) =>
        quotes.length > 0 &&
        quotes.some((quote) => quote.start <= offset + start && offset + start < quote.end),
    ),
  }
}

function placeHits(
  hits: readonly SubjectHit[],
  start: number,
  end: number,
  starts: readonly number[],
  ends: readonly number[],
): WordHit[] {
  return hits.flatMap(({ subject, hit }) => {
    if (hit.start >= end || hit.end <= start) return []
    const from = starts.findIndex((_, word) => (ends[word] ?? 0) + start > hit.start)
    const to = starts.findLastIndex((first) => first + start < hit.end) + 1
    return from < 0 || to <= from ? [] : [{ subject, from, to, text: hit.text }]
  })
}
