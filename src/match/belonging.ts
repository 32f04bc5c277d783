// The readings of a place's hits and its surroundings → ours, doubtful or not, with the points behind the decision.
import type { Belonging } from '../model.ts'
import type { Naming } from './found.ts'
import { findQualifier, type Reading, readPlace } from './senses.ts'
import type { PreparedSubject } from './subjects.ts'
import type { Nearness, Surroundings } from './surroundings.ts'

/**
 * Points for and against. Three make a place ours. A capitalised "en Tala" (2) therefore needs one more voice: an outlet
 * of the same state (1) or a neighbour's name (1); a headline that could be the noun (0.5) needs two or three.
 */
const POINTS = {
  alias: 4,
  place: 2,
  morePlaces: 1,
  unsure: 0.5,
  contextNear: 2,
  contextFar: 1,
  mostContext: 4,
  voucher: 2,
  antiContext: -2,
  mostAntiContext: -5,
} as const

const NEARNESS_POINTS: Readonly<Record<Nearness, number>> = {
  pueblo: 3,
  region: 2,
  estado: 1,
  nacional: 0,
  ajeno: -1,
}

const OURS_FROM = 3

/** A naming with how it reads there; phrases that count alone read as the place itself. */
export type ReadNaming = { readonly naming: Naming; readonly reading: Reading }

export type Verdict = {
  readonly belonging: Belonging | null
  readonly counted: readonly ReadNaming[]
  readonly dropped: readonly ReadNaming[]
}

/** Reads every naming of a place. An alias followed by another state or a country is a namesake: "Tala, Uruguay". */
export function readNamings(namings: readonly Naming[], prepared: PreparedSubject): ReadNaming[] {
  return namings.map((naming) => {
    if (naming.use.kind === 'ambiguous') {
      return { naming, reading: readPlace(naming, prepared.states, naming.use.isProper) }
    }
    const qualifier = findQualifier(naming)
    const isNamesake = qualifier !== null && prepared.states.size > 0 && !prepared.states.has(qualifier)
    const reading: Reading = isNamesake
      ? { sense: 'otro', why: 'seguida de otro estado o país' }
      : { sense: 'lugar', why: 'basta por sí sola' }
    return { naming, reading }
  })
}

/**
 * Decides a place. Hits that cannot be told take the sense of the hits that can: a headline "TALA" over a body that only
 * speaks of felling trees is that noun.
 */
export function judgePlace(
  all: readonly ReadNaming[],
  surroundings: Surroundings,
  vouchers: number,
): Verdict {
  const senses = (sense: Reading['sense']) => all.filter(({ reading }) => reading.sense === sense)
  const [places, others, unsures] = [senses('lugar'), senses('otro'), senses('incierto')]
  if (places.length === 0 && (others.length > 0 || unsures.length === 0)) {
    return { belonging: null, counted: [], dropped: all }
  }
  const counted = all.filter(({ reading }) => reading.sense !== 'otro')
  const points =
    scoreHits(places, unsures) +
    scoreContext(counted, surroundings) +
    (vouchers > 0 ? POINTS.voucher : 0) +
    NEARNESS_POINTS[surroundings.nearness] +
    Math.max(POINTS.mostAntiContext, POINTS.antiContext * surroundings.antiContext.length)
  if (points >= OURS_FROM) return { belonging: 'nuestra', counted, dropped: others }
  if (points > 0) return { belonging: 'dudosa', counted, dropped: others }
  return { belonging: null, counted: [], dropped: all }
}

function scoreHits(places: readonly ReadNaming[], unsures: readonly ReadNaming[]): number {
  if (places.some(({ naming }) => naming.use.kind === 'alias')) return POINTS.alias
  if (places.length > 0) return POINTS.place + (places.length > 1 ? POINTS.morePlaces : 0)
  return unsures.length > 0 ? POINTS.unsure : 0
}

function scoreContext(counted: readonly ReadNaming[], { context }: Surroundings): number {
  const fields = new Set(counted.map(({ naming }) => naming.field))
  const points = context.map((found) => (fields.has(found.field) ? POINTS.contextNear : POINTS.contextFar))
  return Math.min(
    POINTS.mostContext,
    points.reduce<number>((sum, each) => sum + each, 0),
  )
}
