// Article → its readable fields in reading order, each with its words: the view of an article that all of this room shares.
import type { Article, MentionField } from '../model.ts'
import { listTokens, type Token } from '../text/tokens.ts'

/** `casing`: whether capitals tell names from common words here (`mixed`), or everything is written alike. */
export type Field = {
  readonly field: MentionField
  readonly paragraph: number
  readonly text: string
  readonly tokens: readonly Token[]
  readonly casing: 'mixed' | 'capitals' | 'small'
}

const UPPER = /\p{Lu}/gu
const LOWER = /\p{Ll}/gu

function findCasing(text: string): Field['casing'] {
  const upper = text.match(UPPER)?.length ?? 0
  const lower = text.match(LOWER)?.length ?? 0
  if (upper > 4 * lower) return 'capitals'
  return upper === 0 && lower > 0 ? 'small' : 'mixed'
}

function readField(field: MentionField, paragraph: number, text: string): Field {
  return { field, paragraph, text, tokens: listTokens(text), casing: findCasing(text) }
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
