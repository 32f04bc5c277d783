// A query's tree → the same query a little wider, one way at a time: what its author may have meant to find as well.
import { fold } from '../text/fold.ts'
import { JOKER, type Query, type QueryWord } from '../text/query.ts'
import { stemWord } from './query-text.ts'

/**
 * `change` is a Spanish clause: "con ~bache (plural y género)". `focus`: the text of the term that changed, whose hits say
 * why; null where a demand was dropped.
 */
export type QueryVariant = { readonly query: Query; readonly change: string; readonly focus: string | null }

/** Shorter stems begin too many words. */
const SHORTEST_STEM = 4

/** Words between those of a phrase that still say the same: "obras y servicios públicos". */
const PHRASE_GAP = 3

const WIDER_NEAR = [2, 4] as const
/** What the language admits. */
const FARTHEST_NEAR = 100

/** Each way of widening one part of the query, nearest to it first: endings, spelling, distance, then fewer demands. */
export function listVariants(query: Query): QueryVariant[] {
  const variants = [...widen(query), ...listChildren(query)]
  return variants.toSorted((left, right) => left.cost - right.cost).map(({ cost: _, ...variant }) => variant)
}

type Ranked = QueryVariant & { readonly cost: number }

const COST = {
  ending: 0,
  spelling: 1,
  prefix: 2,
  near: 3,
  phrase: 4,
  field: 5,
  count: 6,
  exclusion: 7,
  demand: 8,
} as const

/** The ways in which this node itself can be wider. */
function widen(query: Query): Ranked[] {
  switch (query.kind) {
    case 'term':
      return widenTerm(query)
    case 'near':
      return widenNear(query)
    case 'field':
      return [
        {
          query: query.query,
          change: `sin pedir que sea ${FIELD_PLACES[query.field]}`,
          focus: null,
          cost: COST.field,
        },
      ]
    case 'atleast':
      return [{ query: query.query, change: 'aunque se diga menos veces', focus: null, cost: COST.count }]
    case 'all':
      return dropParts(query)
    case 'any':
      return []
  }
}

const FIELD_PLACES = {
  title: 'en el título',
  body: 'en el texto',
  section: 'de esa sección',
  source: 'de ese medio',
  state: 'de ese estado',
} as const

type Term = Extract<Query, { readonly kind: 'term' }>

function widenTerm({ words, text }: Term): Ranked[] {
  const variants = words.flatMap((word, at) =>
    widenWord(word).map(({ word: wider, change, cost }): Ranked => {
      const changed = words.map((each, index) => (index === at ? wider : each))
      const focus = changed.map(writeWord).join(' ')
      return { query: { kind: 'term', words: changed, text: focus }, change, focus, cost }
    }),
  )
  return [...variants, ...loosenPhrase(words, text)]
}

type WiderWord = { readonly word: QueryWord; readonly change: string; readonly cost: number }

function widenWord(word: QueryWord): WiderWord[] {
  const { form, mark, isPrefix } = word
  if (mark === 'exact') {
    const plain: QueryWord = { ...word, form: fold(form), mark: 'plain' }
    return [{ word: plain, change: `sin case: en «${form}»`, cost: COST.spelling }]
  }
  const spelled = listSpellings(form).map(
    (other): WiderWord => ({
      word: { ...word, form: other },
      change: `escrita «${other}»`,
      cost: COST.spelling,
    }),
  )
  if (isPrefix || form.includes(JOKER) || /\d/.test(form)) return spelled
  const ending: WiderWord = {
    word: { ...word, mark: 'stem' },
    change: `con ~${form} (plural y género)`,
    cost: COST.ending,
  }
  const stem = stemWord(form)
  const prefix: WiderWord = {
    word: { form: stem, isPrefix: true, mark: 'plain' },
    change: `con ${stem}* (otras terminaciones)`,
    cost: COST.prefix,
  }
  return [...(mark === 'stem' ? [] : [ending]), ...spelled, ...(stem.length < SHORTEST_STEM ? [] : [prefix])]
}

/** The word with each n as ñ or the other way round: keyboards and web addresses lose the tilde. */
function listSpellings(form: string): string[] {
  return [...form].flatMap((letter, at) => {
    if (letter !== 'n' && letter !== 'ñ') return []
    return [form.slice(0, at) + (letter === 'n' ? 'ñ' : 'n') + form.slice(at + 1)]
  })
}

const writeWord = ({ form, isPrefix }: QueryWord): string =>
  `${form.replaceAll(JOKER, '?')}${isPrefix ? '*' : ''}`

/** The words of a phrase in their order with others between them. */
function loosenPhrase(words: readonly QueryWord[], text: string): Ranked[] {
  if (words.length < 2) return []
  const terms = words.map((word): Query => ({ kind: 'term', words: [word], text: writeWord(word) }))
  const distance = PHRASE_GAP + 1
  const query = terms.reduce((left, right) => ({ kind: 'near', left, right, distance, isOrdered: true }))
  const focus = words.map(writeWord).join(' … ')
  return [{ query, change: `con otras palabras dentro de ${quote(text)}`, focus, cost: COST.phrase }]
}

const quote = (text: string): string => `«${text.replace(/^["“«]|["”»]$/g, '')}»`

function widenNear(query: Extract<Query, { readonly kind: 'near' }>): Ranked[] {
  const operator = query.isOrdered ? 'ONEAR' : 'NEAR'
  const distances = WIDER_NEAR.map((factor) => query.distance * factor)
  const wider = distances
    .filter((distance) => distance <= FARTHEST_NEAR)
    .map(
      (distance): Ranked => ({
        query: { ...query, distance },
        change: `con ${operator}/${distance}`,
        focus: null,
        cost: COST.near,
      }),
    )
  const either: Ranked[] = query.isOrdered
    ? [
        {
          query: { ...query, isOrdered: false },
          change: `en el otro orden (NEAR/${query.distance})`,
          focus: null,
          cost: COST.near,
        },
      ]
    : []
  return [...either, ...wider]
}

/** Without one of the parts that it demands or excludes; what is left must still ask for something. */
function dropParts(query: Extract<Query, { readonly kind: 'all' }>): Ranked[] {
  const without = query.without.map(
    (part, at): Ranked => ({
      query: { ...query, without: query.without.filter((_, index) => index !== at) },
      change: `si no excluyera ${tellPart(part)}`,
      focus: part.kind === 'term' ? part.text : null,
      cost: COST.exclusion,
    }),
  )
  if (query.parts.length < 2) return without
  const demanded = query.parts.map(
    (part, at): Ranked => ({
      query: { ...query, parts: query.parts.filter((_, index) => index !== at) },
      change: `si no pidiera ${tellPart(part)}`,
      focus: null,
      cost: COST.demand,
    }),
  )
  return [...without, ...demanded]
}

function tellPart(query: Query): string {
  switch (query.kind) {
    case 'term':
      return quote(query.text)
    case 'field':
      return `${tellPart(query.query)} ${FIELD_PLACES[query.field]}`
    case 'any':
      return query.parts.map(tellPart).join(' o ')
    case 'all':
      return query.parts.map(tellPart).join(' y ')
    case 'near':
      return `${tellPart(query.left)} cerca de ${tellPart(query.right)}`
    case 'atleast':
      return `${tellPart(query.query)} ${query.count} veces`
  }
}

/** The same node with one child made wider. What is excluded is never widened: that would find less. */
function listChildren(query: Query): Ranked[] {
  const wrap = (variants: readonly Ranked[], put: (child: Query) => Query) =>
    variants.map((variant): Ranked => ({ ...variant, query: put(variant.query) }))
  const inside = (child: Query): Ranked[] => [...widen(child), ...listChildren(child)]
  switch (query.kind) {
    case 'term':
      return []
    case 'field':
    case 'atleast':
      return wrap(inside(query.query), (child) => ({ ...query, query: child }))
    case 'near':
      return [
        ...wrap(inside(query.left), (left) => ({ ...query, left })),
        ...wrap(inside(query.right), (right) => ({ ...query, right })),
      ]
    case 'any':
    case 'all':
      return query.parts.flatMap((part, at) =>
        wrap(inside(part), (child) => ({
          ...query,
          parts: query.parts.map((each, index) => (index === at ? child : each)),
        })),
      )
  }
}
