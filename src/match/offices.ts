// "La alcaldesa", "Protección Civil", "el SIAPA": phrases of people and offices that only local context gives an owner.
import type { Belonging } from '../model.ts'
import { MUNICIPAL_HEADS, OTHER_LEVELS } from './cues.ts'
import type { Found, Naming } from './found.ts'
import { STATE_BY_NAME } from './states.ts'

/** A place named in the article, and whether it is the house's own municipality. */
export type Landmark = { readonly found: Found; readonly isOwn: boolean; readonly belonging: Belonging }

/** `why` is a Spanish clause that follows "«la alcaldesa» en el título". */
export type Ownership = { readonly belonging: Belonging | null; readonly why: string }

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
export function findOwner(naming: Naming, landmarks: readonly Landmark[], isHomeOutlet: boolean): Ownership {
  const owner = readOwner(naming)
  if (owner !== null) {
    const named = landmarks.find(({ found }) => found.field === naming.field && found.from === owner.at)
    if (named?.isOwn === true) return { belonging: named.belonging, why: 'va seguida del municipio' }
    if (named !== undefined) return { belonging: null, why: 'va seguida de otro municipio' }
    if (OTHER_LEVELS.has(owner.form) || STATE_BY_NAME.has(owner.form))
      return { belonging: null, why: 'es de otro nivel de gobierno' }
    if (owner.isJoined && owner.isCapital && isMunicipalOffice(naming))
      return { belonging: null, why: 'va seguida de otro lugar' }
  }
  const own = landmarks.filter(({ isOwn }) => isOwn)
  const rivals = landmarks.filter(({ isOwn }) => !isOwn)
  const ours: Belonging = own.some(({ belonging }) => belonging === 'nuestra') ? 'nuestra' : 'dudosa'
  if (own.length > 0 && rivals.length === 0) return { belonging: ours, why: 'el texto nombra al municipio' }
  if (own.length > 0) {
    const nearest = findNearestBefore(naming, landmarks)
    if (nearest?.isOwn === true) return { belonging: ours, why: 'el lugar nombrado antes es el municipio' }
    return { belonging: 'dudosa', why: 'el lugar nombrado antes es otro municipio' }
  }
  if (isHomeOutlet)
    return { belonging: rivals.length === 0 ? 'nuestra' : 'dudosa', why: 'el medio es del municipio' }
  return { belonging: null, why: 'nada en el texto la ubica en el municipio' }
}

const isMunicipalOffice = ({ field, from, to }: Found): boolean =>
  field.tokens.slice(from, to).some(({ form }) => MUNICIPAL_HEADS.has(form))

function findNearestBefore(naming: Found, landmarks: readonly Landmark[]): Landmark | undefined {
  const order = ({ field, from }: Found) => [
    field.field === 'title' ? 0 : field.field === 'standfirst' ? 1 : 2,
    field.paragraph,
    from,
  ]
  const isBefore = (left: Found, right: Found) => {
    const [a, b] = [order(left), order(right)]
    const differing = a.findIndex((value, position) => value !== b[position])
    return differing >= 0 && (a[differing] ?? 0) < (b[differing] ?? 0)
  }
  return landmarks
    .filter(({ found }) => isBefore(found, naming))
    .reduce<Landmark | undefined>(
      (last, each) => (last === undefined || isBefore(last.found, each.found) ? each : last),
      undefined,
    )
}
