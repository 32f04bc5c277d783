// The notes of a period about the municipality → how visible it was, by the weight of each outlet and the place in each note.
import type { Mention, Note, Prominence, Source, Tier, Visibility } from '../model.ts'

/** An outlet of the first tier weighs three of the third. */
const TIER_WEIGHTS: Readonly<Record<Tier, number>> = { 1: 3, 2: 2, 3: 1 }

/** A headline is seen by whoever looks at the page, a mention in passing by few who read it. */
const PLACE_WEIGHTS: Readonly<Record<Prominence, number>> = {
  titular: 1,
  entrada: 0.75,
  cuerpo: 0.5,
  incidental: 0.25,
}

const MOST_WEIGHT = TIER_WEIGHTS[1] * PLACE_WEIGHTS.titular

/**
 * Visibility weighted by tier, as the Barcelona Principles 3.0 (AMEC, 2020) ask of counts: quality beside quantity. The
 * weights are a convention of this house, printed with the figure. `notes` are those about `subjectIds`; each counts once,
 * by the most prominent of its mentions.
 */
export function measureVisibility(
  notes: readonly Note[],
  subjectIds: readonly string[],
  sources: readonly Source[],
): Visibility {
  const tiers = new Map(sources.map(({ id, tier }) => [id, tier]))
  const weighed = notes.flatMap(({ sourceId, mentions }) => {
    const tier = tiers.get(sourceId)
    return tier === undefined ? [] : [{ tier, points: TIER_WEIGHTS[tier] * placeOf(mentions, subjectIds) }]
  })
  const sum = (part: typeof weighed) => part.reduce((total, { points }) => total + points, 0)
  return {
    points: sum(weighed),
    share: weighed.length === 0 ? null : sum(weighed) / (weighed.length * MOST_WEIGHT),
    byTier: ([1, 2, 3] as const).map((tier) => {
      const own = weighed.filter((note) => note.tier === tier)
      return { tier, notes: own.length, points: sum(own) }
    }),
  }
}

function placeOf(mentions: readonly Mention[], subjectIds: readonly string[]): number {
  const own = mentions.filter(({ subjectId }) => subjectIds.includes(subjectId))
  return Math.max(0, ...own.map(({ prominence }) => PLACE_WEIGHTS[prominence]))
}
