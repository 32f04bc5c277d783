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
}

/** A given name and one surname: some other person may bear them. */
const SHORT_NAME_WORDS = 2

/** Decides a subject that is no place. */
export function judgeOwned(
  namings: readonly Naming[],
  prepared: PreparedSubject,
  { context, antiContext }: Surroundings,
  { landmarks, others, isHomeOutlet }: Backing,
): OwnedVerdict {
  const alone = namings.filter(({ use }) => use.kind === 'alias')
  const read = namings
    .filter(({ use }) => use.kind === 'ambiguous')
    .map((naming) => ({ naming, owner: findOwner(naming, landmarks, isHomeOutlet) }))
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
  const belonging = isSure && !isContested ? 'nuestra' : 'dudosa'
  return {
    belonging: counted.length === 0 ? null : belonging,
    counted,
    alone,
    aloneWhy:
      isFull || isLocal
        ? 'basta por sí sola'
        : 'puede ser otra persona: nada más en la nota es del municipio',
    owned,
  }
}
