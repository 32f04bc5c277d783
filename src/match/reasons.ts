// Decisions on mentions → the Spanish sentences that explain them to a person.
import type { ReadNaming, Verdict } from './belonging.ts'
import { nameField } from './fields.ts'
import type { Found } from './found.ts'
import { quoteFound } from './hits.ts'
import type { OwnedVerdict } from './owned.ts'
import type { Surroundings } from './surroundings.ts'

const NEARNESS_WORDS: Readonly<Record<Surroundings['nearness'], string | null>> = {
  pueblo: 'El medio es del municipio.',
  region: 'El medio es de la región.',
  estado: 'El medio es del mismo estado.',
  nacional: null,
  ajeno: 'El medio es de otro estado.',
}

/** Sentences kept with a mention: a person reads no more. */
const MOST_REASONS = 6

const locate = (found: Found): string => `«${quoteFound(found)}» en ${nameField(found.field)}`
const tell = ({ naming, reading }: ReadNaming): string => `${locate(naming)}: ${reading.why}.`

function explainContext({ context, antiContext }: Surroundings): string[] {
  return [
    ...context.slice(0, 2).map((found) => `${locate(found)} la confirma.`),
    ...antiContext.slice(0, 2).map((found) => `${locate(found)} habla de un homónimo.`),
  ]
}

/** Why a place is ours or doubtful: its first hits, what confirms it, the outlet, and a hit that does not count. */
export function explainPlace(
  verdict: Verdict,
  surroundings: Surroundings,
  vouchers: readonly Found[],
  hasTownHall: boolean,
): string[] {
  const nearness = NEARNESS_WORDS[surroundings.nearness]
  return [
    ...verdict.counted.slice(0, 2).map(tell),
    ...explainContext(surroundings),
    ...vouchers.slice(0, 1).map((found) => `${locate(found)} es del municipio.`),
    ...(hasTownHall ? ['El texto habla de un ayuntamiento, sin decir de cuál.'] : []),
    ...(nearness === null ? [] : [nearness]),
    ...verdict.dropped.slice(0, 1).map((each) => `No cuenta: ${tell(each)}`),
  ].slice(0, MOST_REASONS)
}

/** Why a person, an office or a topic is ours or doubtful. */
export function explainOwned(verdict: OwnedVerdict, surroundings: Surroundings): string[] {
  return [
    ...verdict.alone.slice(0, 2).map((naming) => `${locate(naming)}: ${verdict.aloneWhy}.`),
    ...verdict.owned.slice(0, 2).map(({ naming, owner }) => `${locate(naming)}: ${owner.why}.`),
    ...explainContext(surroundings),
  ].slice(0, MOST_REASONS)
}
