// An outlet's published audience or a post's views → how far one note may have gone, with its range and provenance.
import type { Article, Audience, AudienceFactor, AudienceUnit, Reach, Source } from '../model.ts'
import { fold } from '../text/fold.ts'
import { localTime } from '../text/zoned.ts'

/** Days of the month over which monthly visits are spread. */
const DAYS_A_MONTH = 30

/** When and where a note was seen. */
export type Sighting = Pick<Article, 'publishedAt' | 'section'> & {
  readonly seenAt: Date
  /** As the network shows them; null when it does not. */
  readonly views: number | null
}

/** A figure between its least and its most. */
type Span = { readonly value: number; readonly low: number; readonly high: number }

type Counted = { readonly span: Span; readonly unit: 'personas' | 'visitas'; readonly basis: string }

type People = Counted | { readonly missing: string }

const BASIS: Readonly<Record<AudienceUnit, string>> = {
  'visitas-dia': 'visitas diarias al medio',
  'visitas-mes': 'visitas mensuales al medio entre 30 días',
  ejemplares: 'ejemplares de la edición',
  lectores: 'lectores de la edición',
  radioescuchas: 'radioescuchas del programa',
  televidentes: 'televidentes del programa',
  rating: 'puntos de rating',
  seguidores: 'seguidores de la cuenta',
}

const OF_UNKNOWN_PEOPLE = '; de cuántas personas son, no se sabe'

/**
 * Reach of one note: the views that the network itself shows, else the outlet's published audience of that day by its
 * own factors, in people, or in visits where nobody published how many each person makes; null (`sin dato`) when either is unknown, never a default. It is the audience that could see the
 * note, an upper bound. Method: docs/METHOD.md, «Alcance».
 */
export function estimateReach(source: Source, sighting: Sighting): Reach | null {
  const { views, seenAt } = sighting
  if (views !== null) {
    const asOf = seenAt.toISOString().slice(0, 10)
    return { value: views, unit: 'vistas', basis: 'vistas que muestra la red', source: source.name, asOf }
  }
  if (source.audience === null) return null
  const people = countPeople(source.audience)
  if ('missing' in people) return null
  const { source: origin, asOf } = source.audience
  const day = weighDay(source, sighting)
  const section = weighSection(source.audience, sighting.section)
  const { value, low, high } = scale(people.span, day.factor * section.factor)
  return {
    value: Math.round(value),
    ...(low === high ? {} : { range: [Math.round(low), Math.round(high)] as const }),
    unit: people.unit,
    basis: `${people.basis}${day.basis}${section.basis}${people.unit === 'visitas' ? OF_UNKNOWN_PEOPLE : ''}`,
    source: origin,
    asOf,
  }
}

/** Why nothing can be said of the reach of an outlet's notes, in Spanish; null when something can. */
export function explainUnknownReach(audience: Audience | null): string | null {
  if (audience === null) return 'el medio no tiene audiencia declarada («reach» en su archivo)'
  const people = countPeople(audience)
  return 'missing' in people ? people.missing : null
}

/** People, or visits, of a mean day, or what is missing to tell. */
function countPeople(audience: Audience): People {
  const { unit } = audience
  const stated = spanOf(audience)
  switch (unit) {
    case 'ejemplares':
      return multiply(audience, audience.perCopy, 1, {
        by: 'lectores por ejemplar',
        missing: 'se conoce el tiraje, pero no cuántos leen cada ejemplar («perCopy», con su fuente)',
      })
    case 'seguidores':
      return multiply(audience, audience.rate, 1, {
        by: 'de ellos, que ven cada publicación',
        missing: 'se conocen los seguidores, pero no qué parte ve cada publicación («rate», con su fuente)',
      })
    case 'rating':
      return multiply(audience, audience.universe, 100, {
        by: 'personas, entre 100',
        missing: 'se conoce el rating, pero no de cuántas personas («universe», con su fuente)',
      })
    case 'visitas-mes':
      return countVisitors(audience, scale(stated, 1 / DAYS_A_MONTH))
    case 'visitas-dia':
      return countVisitors(audience, stated)
    default:
      return { span: stated, unit: 'personas', basis: BASIS[unit] }
  }
}

/** Visits of a day among those that one person makes in it: fewest people of most visits each. Without the factor they stay visits. */
function countVisitors({ unit, perVisitor }: Audience, visits: Span): Counted {
  if (perVisitor === undefined) return { span: visits, unit: 'visitas', basis: BASIS[unit] }
  const each = spanOf(perVisitor)
  return {
    span: { value: visits.value / each.value, low: visits.low / each.high, high: visits.high / each.low },
    unit: 'personas',
    basis: `${BASIS[unit]} ÷ ${perVisitor.value} por persona y día (${perVisitor.source})`,
  }
}

function multiply(
  audience: Audience,
  factor: AudienceFactor | undefined,
  divisor: number,
  words: { readonly by: string; readonly missing: string },
): People {
  if (factor === undefined) return { missing: words.missing }
  const [one, other] = [spanOf(audience), spanOf(factor)]
  const span = {
    value: (one.value * other.value) / divisor,
    low: (one.low * other.low) / divisor,
    high: (one.high * other.high) / divisor,
  }
  return {
    span,
    unit: 'personas',
    basis: `${BASIS[audience.unit]} × ${factor.value} ${words.by} (${factor.source})`,
  }
}

function spanOf({ value, range }: Pick<AudienceFactor, 'value' | 'range'>): Span {
  const [low, high] = range ?? [value, value]
  return { value, low, high }
}

function scale({ value, low, high }: Span, factor: number): Span {
  return { value: value * factor, low: low * factor, high: high * factor }
}

type Weight = { readonly factor: number; readonly basis: string }

const NO_WEIGHT: Weight = { factor: 1, basis: '' }

const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const

/** The outlet's own factor for the local day of publication. */
function weighDay({ audience, timeZone }: Source, { publishedAt, seenAt }: Sighting): Weight {
  if (audience?.weekdays === undefined) return NO_WEIGHT
  const day = localTime(publishedAt ?? seenAt, timeZone).weekday - 1
  const factor = audience.weekdays[day]
  return factor === undefined ? NO_WEIGHT : { factor, basis: ` × ${factor} (${WEEKDAYS[day]})` }
}

/** The share that the outlet publishes of the note's section; a section of which it says nothing keeps the whole audience. */
function weighSection({ sections }: Audience, section: string | null): Weight {
  if (sections === undefined || section === null) return NO_WEIGHT
  const named = sections.find(({ name }) => fold(name) === fold(section))
  return named === undefined
    ? NO_WEIGHT
    : { factor: named.share, basis: ` × ${named.share} (sección ${named.name})` }
}
