// Actions in the order of the rules → «Qué recomendamos»: each kind of act once, with all that it is for.
import type { Action } from '../sintesis.ts'
import { describeTogether } from '../words/findings.ts'
import { MOST_ACTIONS } from './actions.ts'

/** The analyst's own, each once, and then one for each rule, which names its first matter and counts the others. */
export function composeRecommendations(actions: readonly Action[]): Action[] {
  const written = actions.filter(({ rule }) => rule === 'analista')
  const own = [...new Map(written.map((action) => [action.act, action])).values()]
  const byRule = [...Map.groupBy(actions, ({ rule }) => rule).values()]
    .filter(([first]) => first?.rule !== 'analista')
    .flatMap(uniteActions)
  return [...own, ...byRule].slice(0, MOST_ACTIONS)
}

function uniteActions(actions: readonly Action[]): Action[] {
  const [first] = actions
  if (first === undefined) return []
  const act = describeTogether(first.rule, first.act, actions.length - 1)
  return [{ ...first, act, noteIds: [...new Set(actions.flatMap(({ noteIds }) => noteIds))] }]
}
