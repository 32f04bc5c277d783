// The readings of a place's hits and its surroundings → ours, doubtful or not, with the points behind the decision.
import type { Belonging } from '../model.ts'
import type { Reading, Sense } from './beside.ts'
import type { Naming } from './found.ts'
import { findQualifier } from './qualifiers.ts'
import { readPlace } from './senses.ts'
import type { PreparedSubject } from './subjects.ts'
import type { Nearness, Surroundings } from './surroundings.ts'

/**
 * Points for and against; three make a place ours. "En Tala" (2) needs one more voice: an outlet of the region (1) or a
 * word of the place anywhere in the note (1). A state-wide outlet (0.25) writes of many towns and of the capital's streets:
 * alone it does not settle which Tala, not even said twice (2.5); it does for "alcaldesa de Tala" or with a town hall in
 * the note (2.75), and for the place named in two ways ("los talenses", "en Tala").
 */
const POINTS = {
  alias: 4,
  named: 2,
  civic: 2.75,
  said: 0.5,
  saidOtherwise: 1,
  unsure: 0.5,
  contextNear: 2,
  contextFar: 1,
  mostContext: 4,
  voucher: 2,
  otherSense: -0.5,
  /** A namesake's surroundings without one word of ours: it is the namesake. */
  antiContextAlone: -6,
  antiContext: -2,
} as const

const NEARNESS_POINTS: Readonly<Record<Nearness, number>> = {
  pueblo: 3,
  region: 1,
  estado: 0.25,
  nacional: 0,
  ajeno: -0.5,
}

const OURS_FROM = 3

/** In this much company ("Tala, 45; Ameca, 12; Tequila, 8") a name at the start of a phrase is a place too. */
const COMPANY = 2

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
 * Decides a place. A name keeps one sense within a text (Gale, Church and Yarowsky 1992): where nothing is surely the
 * place, a person's name or the common word elsewhere in the note explains the hits that cannot be told. `cancelled` are
 * the hits that an exclusion took away, read the same way;
 * `hasTownHall`: the note speaks of an ayuntamiento or an alcaldesa without saying of which town.
 */
export function judgePlace(
  all: readonly ReadNaming[],
  cancelled: readonly ReadNaming[],
  surroundings: Surroundings,
  { vouchers, hasTownHall }: { readonly vouchers: number; readonly hasTownHall: boolean },
): Verdict {
  const none: Verdict = { belonging: null, counted: [], dropped: [...all, ...cancelled] }
  const ofSense = (...senses: readonly Sense[]) => all.filter(({ reading }) => senses.includes(reading.sense))
  const places = ofSense('lugar')
  const probables = ofSense('probable')
  const others = [...ofSense('otro'), ...cancelled.filter(({ reading }) => reading.sense === 'otro')]
  const people = ofSense('persona')
  if (places.length === 0 && people.length > 0) return none
  if (places.length + probables.length === 0 && others.length > 0) return none
  const counted = ofSense('lugar', 'probable', 'incierto')
  if (counted.length === 0) return none
  const points =
    scoreHits(places, probables, hasTownHall) +
    scoreContext(counted, surroundings) +
    (vouchers > 0 ? POINTS.voucher : 0) +
    (others.length > 0 ? POINTS.otherSense : 0) +
    NEARNESS_POINTS[surroundings.nearness] +
    scoreAntiContext(surroundings, vouchers, places)
  const dropped = [...all.filter((each) => !counted.includes(each)), ...cancelled]
  const isNamed =
    places.length + probables.length > 0 ||
    surroundings.nearness === 'pueblo' ||
    vouchers > 0 ||
    countContextBeside(counted, surroundings) >= COMPANY ||
    (counted.some(({ reading }) => reading.isState === true) && isBackedTwice(surroundings))
  // A street or a school of that name in the note explains a name that only looks like the place.
  const isExplained = places.length === 0 && others.some(({ reading }) => reading.isThing === true)
  if (points >= OURS_FROM && isNamed && !isExplained) return { belonging: 'nuestra', counted, dropped }
  return points > 0 ? { belonging: 'dudosa', counted, dropped } : none
}

/** The name of a state is the municipality where the note is of its surroundings, and nothing is of that state. */
const isBackedTwice = ({ context, antiContext }: Surroundings): boolean =>
  context.length >= COMPANY && antiContext.length === 0

function scoreHits(
  places: readonly ReadNaming[],
  probables: readonly ReadNaming[],
  hasTownHall: boolean,
): number {
  if (places.some(({ naming }) => naming.use.kind === 'alias')) return POINTS.alias
  const all = [...places, ...probables]
  if (all.length === 0) return POINTS.unsure
  const ways = new Set(all.map(({ naming }) => naming.phrase)).size
  const again = ways > 1 ? POINTS.saidOtherwise : all.length > 1 ? POINTS.said : 0
  const isCivic = hasTownHall || places.some(({ reading }) => reading.isCivic === true)
  return again + (isCivic ? POINTS.civic : POINTS.named)
}

function scoreContext(counted: readonly ReadNaming[], surroundings: Surroundings): number {
  const near = countContextBeside(counted, surroundings)
  const far = surroundings.context.length - near
  return Math.min(POINTS.mostContext, near * POINTS.contextNear + far * POINTS.contextFar)
}

/** Words of the place in the same field as a hit. */
function countContextBeside(counted: readonly ReadNaming[], { context }: Surroundings): number {
  const fields = new Set(counted.map(({ naming }) => naming.field))
  return context.filter(({ field }) => fields.has(field)).length
}

function scoreAntiContext(
  { context, antiContext }: Surroundings,
  vouchers: number,
  places: readonly ReadNaming[],
): number {
  if (antiContext.length === 0) return 0
  const isBacked = context.length + vouchers > 0 || places.some(({ naming }) => naming.use.kind === 'alias')
  return !isBacked ? POINTS.antiContextAlone : POINTS.antiContext
}
