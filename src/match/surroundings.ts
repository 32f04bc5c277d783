// What the rest of an article and its outlet say for or against a subject: the local context of its ambiguous phrases.
import type { Source, Subject } from '../model.ts'
import type { Findings, Found, Naming } from './found.ts'
import { isInOffice } from './in-office.ts'
import { STATE_CAPITALS } from './states.ts'
import { foldPhrase, type PreparedSubject, type SubjectIndex } from './subjects.ts'

/** How near the outlet is to a subject: of its own town, of its region, of its state, national, of another state. */
export type Nearness = 'pueblo' | 'region' | 'estado' | 'nacional' | 'ajeno'

export type Surroundings = {
  readonly nearness: Nearness
  /** First place of each distinct context phrase. */
  readonly context: readonly Found[]
  readonly antiContext: readonly Found[]
}

/** Compares the outlet's town and state with the subject's own names, its context and its states. */
export function findNearness(source: Source, prepared: PreparedSubject): Nearness {
  if (source.city !== null) {
    const city = foldPhrase(source.city)
    if (prepared.names.has(city)) return 'pueblo'
    if (prepared.nearby.has(city) && !STATE_CAPITALS.has(city)) return 'region'
  }
  if (source.state === null) return 'nacional'
  if (prepared.states.size === 0) return 'nacional'
  return prepared.states.has(source.state) ? 'estado' : 'ajeno'
}

/** Gathers the subject's context and anti-context; a phrase that only overlaps the subject's own name is no context. */
export function findSurroundings(
  prepared: PreparedSubject,
  own: readonly Found[],
  findings: Findings,
  source: Source,
): Surroundings {
  const isApart = (found: Found) =>
    !own.some((naming) => naming.field === found.field && naming.from < found.to && found.from < naming.to)
  const gather = (phrases: ReadonlySet<number>) =>
    [...phrases].flatMap((phrase) => (findings.everywhere.get(phrase) ?? []).filter(isApart).slice(0, 1))
  return {
    nearness: findNearness(source, prepared),
    context: gather(prepared.context),
    antiContext: gather(prepared.antiContext),
  }
}

const VOUCHING: ReadonlySet<Subject['role']> = new Set(['persona', 'dependencia', 'programa'])

/**
 * Namings that count alone, of people in office on that day, offices and programmes of the house: they vouch for its
 * municipality.
 */
export function listVouchers(findings: Findings, index: SubjectIndex, day: string | null): Naming[] {
  const vouchers: Naming[] = []
  for (const [subject, namings] of findings.bySubject) {
    const watched = index.prepared[subject]?.subject
    if (watched === undefined || !VOUCHING.has(watched.role) || !isInOffice(watched, day)) continue
    const alone = namings.find((naming) => naming.use.kind === 'alias')
    if (alone !== undefined) vouchers.push(alone)
  }
  return vouchers
}
