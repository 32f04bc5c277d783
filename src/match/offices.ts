// "La alcaldesa", "Protección Civil", "el SIAPA": phrases of people and offices that only local context gives an owner.
import type { Belonging } from '../model.ts'
import { MUNICIPAL_HEADS, OTHER_LEVELS } from './cues.ts'
import type { Found, Naming } from './found.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { compareReading } from './hits.ts'
import { isOfOtherTime } from './in-office.ts'
import { STATE_BY_NAME } from './states.ts'
import type { PreparedSubject } from './subjects.ts'

/** A place named in the article, and whether it is the house's own municipality. */
export type Landmark = { readonly found: Found; readonly isOwn: boolean; readonly belonging: Belonging }

/** `why` is a Spanish clause that follows "«la alcaldesa» en el título". */
export type Ownership = {
  readonly belonging: Belonging | null
  readonly why: string
  /** True when the words right after the phrase name the owner. */
  readonly isNamed: boolean
}

const named = (belonging: Belonging | null, why: string): Ownership => ({ belonging, why, isNamed: true })
const inferred = (belonging: Belonging | null, why: string): Ownership => ({ belonging, why, isNamed: false })

const CAPITAL = /^\p{Lu}/u
const JOINERS = new Set(['de', 'del', 'en'])

/** The words right after a phrase, past "de" and "del": where its owner is named. */
function readOwner({
  field,
  to,
}: Found): { at: number; form: string; isCapital: boolean; isJoined: boolean } | null {
  const first = field.tokens[to]
  if (first === undefined) return null
  const gap = field.text.slice(field.tokens[to - 1]?.end ?? 0, first.start)
  if (gap.trim() !== '') return null
  const isJoined = JOINERS.has(first.form)
  const at = isJoined ? to + 1 : to
  const owner = field.tokens[at]
  if (owner === undefined) return null
  const isCapital = field.casing === 'mixed' && CAPITAL.test(field.text.slice(owner.start, owner.end))
  return { at, form: owner.form, isCapital, isJoined }
}

/**
 * Whose office a phrase names. First what follows it ("la alcaldesa de Ameca", "Protección Civil estatal"), then the
 * nearest place named before it, then the article's and the outlet's own place.
 */
export function findOwner(
  naming: Naming,
  landmarks: readonly Landmark[],
  isHomeOutlet: boolean,
  prepared: PreparedSubject,
): Ownership {
  if (!naming.use.isProper && isOfOtherTime(naming))
    return named(null, 'habla de quien ya no ocupa el cargo o aún no lo ocupa')
  const owner = readOwner(naming)
  if (owner !== null) {
    const place = landmarks.find(({ found }) => found.field === naming.field && found.from === owner.at)
    if (place?.isOwn === true) return named(place.belonging, 'va seguida del municipio')
    if (place !== undefined) return named(null, 'va seguida de otro municipio')
    if (OTHER_LEVELS.has(owner.form) || STATE_BY_NAME.has(owner.form))
      return named(null, 'es de otro nivel de gobierno')
    if (!owner.isJoined && owner.isCapital && isOfSomebodyElse(owner.form, naming, prepared))
      return named(null, 'va seguida del nombre de otra persona')
    if (owner.isJoined && owner.isCapital && isMunicipalOffice(naming))
      return named(null, 'va seguida de otro lugar')
  }
  const own = landmarks.filter(({ isOwn }) => isOwn)
  const rivals = landmarks.filter(({ isOwn }) => !isOwn)
  const ours: Belonging = own.some(({ belonging }) => belonging === 'nuestra') ? 'nuestra' : 'dudosa'
  if (own.length > 0 && rivals.length === 0) return inferred(ours, 'el texto nombra al municipio')
  if (own.length > 0) {
    const nearest = findNearestBefore(naming, landmarks)
    if (nearest?.isOwn === true) return inferred(ours, 'el lugar nombrado antes es el municipio')
    return inferred('dudosa', 'el lugar nombrado antes es otro municipio')
  }
  if (isHomeOutlet) return inferred(rivals.length === 0 ? 'nuestra' : 'dudosa', 'el medio es del municipio')
  return inferred(null, 'nada en el texto la ubica en el municipio')
}

/** "La presidenta Claudia …" where our president is Marcela: the name right after an office says whose it is. */
const isOfSomebodyElse = (form: string, { use }: Naming, { subject, ownForms }: PreparedSubject): boolean =>
  subject.role === 'persona' && !use.isProper && !ownForms.has(form) && GIVEN_NAMES.has(form)

const isMunicipalOffice = ({ field, from, to }: Found): boolean =>
  field.tokens.slice(from, to).some(({ form }) => MUNICIPAL_HEADS.has(form))

function findNearestBefore(naming: Found, landmarks: readonly Landmark[]): Landmark | undefined {
  return landmarks
    .filter(({ found }) => compareReading(found, naming) < 0)
    .reduce<Landmark | undefined>(
      (last, each) => (last === undefined || compareReading(last.found, each.found) < 0 ? each : last),
      undefined,
    )
}
