// The same groups (topics, outlets) in two periods → those whose notes or whose tone changed by more than chance.
import type { Change, GroupChange, GroupFigures } from '../model.ts'
import { chanceOfBalances, chanceOfNotes, isMore } from './position.ts'

/** Chance of calling any change at all where nothing changed. */
const LEVEL = 0.05

/** Fewer notes than these in both periods together say nothing of a group. */
const LEAST_NOTES = 10

/**
 * Compares each group with itself in the period before, for each day: `part` is what the current period has of the time of
 * both. As many comparisons are made at once, counts and balances must differ beyond the level that Holm (1979, *Scandinavian
 * Journal of Statistics* 6, 65–70) leaves to each, so that a report of twenty topics does not announce one by chance every
 * week. Groups that rose most come first.
 */
export function compareGroups(
  current: readonly GroupFigures[],
  previous: readonly GroupFigures[] | null,
  part = 0.5,
): GroupChange[] {
  const before = new Map((previous ?? []).map((group) => [group.id, group]))
  const names = new Map([...(previous ?? []), ...current].map(({ id, name }) => [id, name]))
  const now = new Map(current.map((group) => [group.id, group]))
  const pairs = [...names].map(([id, name]) => {
    const [after, earlier] = [now.get(id)?.figures ?? null, before.get(id)?.figures ?? null]
    const [notes, previousNotes] = [after?.notes ?? 0, earlier?.notes ?? 0]
    const isTested = previous !== null && notes + previousNotes >= LEAST_NOTES
    const chance = isTested ? chanceOfNotes(after ?? { notes }, earlier ?? { notes: 0 }, part) : null
    const toneChance = after === null ? null : chanceOfBalances(after, earlier)
    return { id, name, current: after, previous: earlier, notes, previousNotes, chance, toneChance }
  })
  const significant = listSignificant(pairs)
  const turned = listSignificant(pairs.map(({ id, toneChance }) => ({ id, chance: toneChance })))
  return pairs
    .map(({ chance, toneChance, ...pair }) => ({
      ...pair,
      volume: judgeChange(chance, significant.has(pair.id), isMore(pair.notes, pair.previousNotes, part)),
      balance: judgeChange(
        toneChance,
        turned.has(pair.id),
        (pair.current?.balance ?? 0) > (pair.previous?.balance ?? 0),
      ),
    }))
    .toSorted((a, b) => b.notes - b.previousNotes - (a.notes - a.previousNotes) || b.notes - a.notes)
}

type Tested = { readonly id: string; readonly chance: number | null }

/** Holm's step-down: the smallest chance against level/m, the next against level/(m − 1), until one fails. */
function listSignificant(pairs: readonly Tested[]): ReadonlySet<string> {
  const tested = pairs
    .flatMap(({ id, chance }) => (chance === null ? [] : [{ id, chance }]))
    .toSorted((a, b) => a.chance - b.chance)
  const failed = tested.findIndex(({ chance }, index) => chance > LEVEL / (tested.length - index))
  return new Set(tested.slice(0, failed < 0 ? tested.length : failed).map(({ id }) => id))
}

function judgeChange(chance: number | null, isSignificant: boolean, isUp: boolean): Change {
  if (chance === null) return 'sin base'
  if (!isSignificant) return 'sin cambio apreciable'
  return isUp ? 'mejora' : 'empeora'
}
