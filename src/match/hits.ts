// Namings of a subject → its hits in reading order, and which of them really name it rather than pass over it.
import type { Hit } from '../model.ts'
import type { Field } from './fields.ts'
import type { Found, Naming } from './found.ts'
import type { PreparedSubject } from './subjects.ts'

const FIELD_ORDER: Readonly<Record<Field['field'], number>> = { title: 0, standfirst: 1, body: 2 }

/** Negative when the left one is read first. */
export function compareReading(left: Found, right: Found): number {
  return (
    FIELD_ORDER[left.field.field] - FIELD_ORDER[right.field.field] ||
    left.field.paragraph - right.field.paragraph ||
    left.from - right.from
  )
}

/** The phrase as it stands in the text. */
export function quoteFound({ field, from, to }: Found): string {
  return field.text.slice(field.tokens[from]?.start ?? 0, field.tokens[to - 1]?.end ?? 0)
}

/** A naming as the archive keeps it. */
export function makeHit(naming: Naming): Hit {
  const { field, from, to, use } = naming
  const start = field.tokens[from]?.start ?? 0
  const end = field.tokens[to - 1]?.end ?? start
  const rule = use.kind === 'alias' ? 'frase propia' : 'frase con contexto'
  return {
    field: field.field,
    paragraph: field.paragraph,
    start,
    end,
    text: field.text.slice(start, end),
    rule,
  }
}

/** A locality in a headline says where; the municipality is in it when its own name, people or demonym are. */
export function namesWhole(
  { field, from, to, use }: Naming,
  { isPlace, nameForms }: PreparedSubject,
): boolean {
  if (!isPlace || !use.isProper) return true
  const forms = new Set(field.tokens.slice(from, to).map(({ form }) => form))
  return nameForms.every((form) => forms.has(form))
}

/** From this many other places in the same paragraph on, a name is one of a list: "en Ameca, Tequila, Tala, Magdalena y…" */
const LIST_PLACES = 4

/** True when the naming is one of a list of places. `places` are all the places and words of the region in the article. */
export function isListed(naming: Naming, places: readonly Found[]): boolean {
  const company = new Set(places.filter(({ field }) => field === naming.field).map(({ phrase }) => phrase))
  company.delete(naming.phrase)
  return naming.field.field === 'body' && company.size >= LIST_PLACES
}
