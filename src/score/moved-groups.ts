// The same groups (topics, outlets) in two periods → those whose notes or whose tone changed by more than chance.
import type { Change, GroupChange, GroupFigures } from '../model.ts'
import { chanceOfCounts, compareBalance, isMore } from './position.ts'

/** Chance of calling any change at all where nothing changed. */
const LEVEL = 0.05

/** Fewer notes than these in both periods together say nothing of a group. */
const LEAST_NOTES = 10

/**
 * Compares each group with itself in the period before, for each day: `part` is what the current period has of the time of
 * both. As many comparisons are made at once, counts
 * must differ beyond the level that Holm (1979, *Scandinavian Journal of Statistics* 6, 65–70) leaves to each, so that a
 * report of twenty topics does not announce one by chance every week. Groups that rose most come first.
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
    const chance = isTested ? chanceOfCounts(notes, previousNotes, part) : null
    return { id, name, current: after, previous: earlier, notes, previousNotes, chance }
  })
  const significant = listSignificant(pairs)
  return pairs
    .map(({ chance, ...pair }) => ({
      ...pair,
      volume: judgeVolume(pair, { chance, part, significant }),
      balance: pair.current === null ? ('sin base' as const) : compareBalance(pair.current, pair.previous),
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

function judgeVolume(
  pair: { readonly id: string; readonly notes: number; readonly previousNotes: number },
  facts: {
    readonly chance: number | null
    readonly part: number
    readonly significant: ReadonlySet<string>
  },
): Change {
  const { chance, part, significant } = facts
  if (chance === null) return 'sin base'
  if (!significant.has(pair.id)) return 'sin cambio apreciable'
  return isMore(pair.notes, pair.previousNotes, part) ? 'mejora' : 'empeora'
}
