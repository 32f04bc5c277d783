// The namings of a person, office, programme or topic → ours, doubtful or not: full names count alone, the rest need an owner.
import type { Belonging } from '../model.ts'
import type { Found, Naming } from './found.ts'
import { compareReading } from './hits.ts'
import { findOwner, type Landmark, type Ownership } from './offices.ts'
import type { PreparedSubject } from './subjects.ts'
import type { Surroundings } from './surroundings.ts'

export type OwnedNaming = { readonly naming: Naming; readonly owner: Ownership }

export type OwnedVerdict = {
  readonly belonging: Belonging | null
  readonly counted: readonly Naming[]
  readonly alone: readonly Naming[]
  /** Spanish clause on the namings that count alone. */
  readonly aloneWhy: string
  readonly owned: readonly OwnedNaming[]
}

/** What else in the article and its outlet is the house's own. */
export type Backing = {
  readonly landmarks: readonly Landmark[]
  /** Namings of other own people and offices that count alone. */
  readonly others: readonly Found[]
  readonly isHomeOutlet: boolean
  /** False of a person on a day outside their period in office. */
  readonly isCurrent: boolean
}

/** A given name and one surname: some other person may bear them. */
const SHORT_NAME_WORDS = 2

/** Decides a subject that is no place. */
export function judgeOwned(
  namings: readonly Naming[],
  prepared: PreparedSubject,
  { context, antiContext }: Surroundings,
  { landmarks, others, isHomeOutlet, isCurrent }: Backing,
): OwnedVerdict {
  const alone = namings.filter(({ use }) => use.kind === 'alias')
  const read = namings
    .filter(({ use }) => use.kind === 'ambiguous')
    .map((naming) => ({ naming, owner: findOwner(naming, landmarks, isHomeOutlet, prepared) }))
  const isOurs = ({ owner }: OwnedNaming) =>
    owner.belonging !== null || (context.length > 0 && !owner.isNamed)
  const owned = read.filter(isOurs)
  const isLocal =
    isHomeOutlet ||
    landmarks.some(({ isOwn }) => isOwn) ||
    others.length > 0 ||
    read.length > 0 ||
    context.length > 0
  const isFull =
    prepared.subject.role !== 'persona' || alone.some(({ from, to }) => to - from > SHORT_NAME_WORDS)
  const isSure =
    (alone.length > 0 && (isFull || isLocal)) ||
    owned.some(({ owner }) => owner.belonging === 'nuestra') ||
    (owned.length > 0 && context.length > 0 && antiContext.length === 0)
  const isContested = antiContext.length > 0 && context.length === 0 && !landmarks.some(({ isOwn }) => isOwn)
  const counted = [...alone, ...owned.map(({ naming }) => naming)].sort(compareReading)
  // Who left the office is ours where the note is of the municipality; elsewhere it is a person's own life.
  const isTimely = isCurrent || landmarks.some(({ isOwn }) => isOwn)
  const belonging = isSure && isTimely && !isContested ? 'nuestra' : 'dudosa'
  return {
    belonging: counted.length === 0 ? null : belonging,
    counted,
    alone,
    aloneWhy: tellAlone(isFull || isLocal, isCurrent),
    owned,
  }
}

function tellAlone(isEnough: boolean, isCurrent: boolean): string {
  if (!isCurrent) return 'la nota es de fuera de su periodo en el cargo'
  return isEnough ? 'basta por sí sola' : 'puede ser otra persona: nada más en la nota es del municipio'
}
