// Article and outlet → the text as queries read it: every word with its position, found by form, by beginning or by stem.
import type { Article, Source } from '../model.ts'
import { JOKER, type QueryWord } from '../text/query.ts'
import type { QueryField } from '../text/query-symbols.ts'
import { listTokens, type Token } from '../text/tokens.ts'
import { type Field, readFields } from './fields.ts'
import { STATE_NAMES } from './states.ts'

/** A word of the text at its position; positions of different fields are far apart. */
export type Placed = {
  readonly position: number
  readonly field: Field
  readonly index: number
  readonly form: string
}

/** `known`: what a source is, as words: for `source:`, `state:` and `section:`. */
export type QueryText = {
  readonly placed: readonly Placed[]
  readonly byForm: ReadonlyMap<string, readonly Placed[]>
  /** By `stemWord`; made when first asked for, since few queries do. */
  readonly byStem: () => ReadonlyMap<string, readonly Placed[]>
  readonly known: Readonly<Record<'section' | 'source' | 'state', readonly Token[]>>
}

/** Wider than any NEAR: words of two fields are never near. */
const FIELD_GAP = 1000

/** Reads an article once for all queries. */
export function readQueryText(article: Article, source: Pick<Source, 'id' | 'name' | 'state'>): QueryText {
  const placed: Placed[] = []
  let position = 0
  let last: Field['field'] = 'title'
  for (const field of readFields(article)) {
    if (field.field !== last) position += FIELD_GAP
    last = field.field
    for (const [index, { form }] of field.tokens.entries())
      placed.push({ position: position++, field, index, form })
  }
  const byForm = groupBy(placed, ({ form }) => form)
  let stems: ReadonlyMap<string, readonly Placed[]> | null = null
  const byStem = () => {
    stems ??= groupBy(placed, ({ form }) => stemWord(form))
    return stems
  }
  const state = source.state === null ? '' : `${source.state} ${STATE_NAMES[source.state] ?? ''}`
  const known = {
    section: listTokens(article.section ?? ''),
    source: listTokens(`${source.name} ${source.id}`),
    state: listTokens(state),
  }
  return { placed, byForm, byStem, known }
}

function groupBy(placed: readonly Placed[], keyOf: (word: Placed) => string): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const word of placed) {
    const key = keyOf(word)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [word])
    else known.push(word)
  }
  return groups
}

/** The word as it is written in the article. */
export function quotePlaced({ field, index }: Placed): string {
  const token = field.tokens[index]
  return token === undefined ? '' : field.text.slice(token.start, token.end)
}

/**
 * A stem that plural and gender do not change: "niñas", "niño" → "niñ"; "luces", "luz" → "luz". Light on purpose: verbs
 * and nouns of one root ("inauguró", "inauguración") are for a prefix, "inaugur*".
 */
export function stemWord(form: string): string {
  const singular = form
    .replace(/ces$/, 'z')
    .replace(/([^aeiou])es$/, '$1')
    .replace(/s$/, '')
  return singular.length > 3 ? singular.replace(/[aoe]$/, '') : singular
}

/** True when a word of the text is the word of a query. `written` is the word as it stands, for exact comparison. */
export function fitsWord(word: QueryWord, form: string, written: string): boolean {
  const given = word.mark === 'exact' ? written : form
  if (word.form.includes(JOKER)) return fitsLetters(word, given)
  if (word.isPrefix) return given.startsWith(word.form)
  return word.mark === 'stem' ? stemWord(form) === stemWord(word.form) : given === word.form
}

function fitsLetters({ form, isPrefix }: QueryWord, given: string): boolean {
  if (isPrefix ? given.length < form.length : given.length !== form.length) return false
  for (let at = 0; at < form.length; at += 1) if (form[at] !== JOKER && form[at] !== given[at]) return false
  return true
}

/** Whether a field restriction admits a place: `body:` is everything but the headline. */
export function isInField(placed: Placed, field: QueryField | null): boolean {
  if (field === null) return true
  return field === 'title' ? placed.field.field === 'title' : placed.field.field !== 'title'
}
