// Article → its readable fields in reading order, each with its words: the view of an article that all of this room shares.
import type { Article, MentionField } from '../model.ts'
import { listTokens, type Token } from '../text/tokens.ts'

/**
 * `casing`: whether capitals tell names from common words here (`mixed`), or everything is written alike: `capitals` (also
 * headlines That Capitalise Every Word) or `small`.
 */
export type Field = {
  readonly field: MentionField
  readonly paragraph: number
  readonly text: string
  readonly tokens: readonly Token[]
  readonly casing: 'mixed' | 'capitals' | 'small'
}

const UPPER = /\p{Lu}/gu
const LOWER = /\p{Ll}/gu
const CAPITAL = /^\p{Lu}/u

/** Share of longer words with a capital from which a text capitalises them all, and the words needed to tell. */
const TITLE_CASE = { share: 0.8, leastWords: 5, longWord: 4 } as const

function findCasing(text: string, tokens: readonly Token[]): Field['casing'] {
  const upper = text.match(UPPER)?.length ?? 0
  const lower = text.match(LOWER)?.length ?? 0
  if (upper > 4 * lower) return 'capitals'
  if (upper === 0 && lower > 0) return 'small'
  const words = tokens.filter(({ form }) => form.length >= TITLE_CASE.longWord)
  const capitals = words.filter(({ start }) => CAPITAL.test(text.slice(start, start + 2)))
  const isTitleCase =
    words.length >= TITLE_CASE.leastWords && capitals.length >= TITLE_CASE.share * words.length
  return isTitleCase ? 'capitals' : 'mixed'
}

function readField(field: MentionField, paragraph: number, text: string): Field {
  const tokens = listTokens(text)
  return { field, paragraph, text, tokens, casing: findCasing(text, tokens) }
}

/** Title, standfirst and paragraphs; absent ones are left out. Empty paragraphs keep their number. */
export function readFields(article: Pick<Article, 'title' | 'standfirst' | 'paragraphs'>): Field[] {
  const fields = [readField('title', 0, article.title)]
  if (article.standfirst !== null) fields.push(readField('standfirst', 0, article.standfirst))
  for (const [index, text] of article.paragraphs.entries()) fields.push(readField('body', index, text))
  return fields
}

/** Where a field is, in words: "el título", "la entrada", "el párrafo 3". */
export function nameField(place: Pick<Field, 'field' | 'paragraph'>): string {
  if (place.field === 'title') return 'el título'
  if (place.field === 'standfirst') return 'la entrada'
  return `el párrafo ${place.paragraph + 1}`
}
