// Work on one thing within a process → what may go side by side does, and what must be alone waits for the rest.

type Turns = { alone: Promise<unknown>; shared: Promise<unknown>[] }

const turnsOf = new WeakMap<object, Turns>()

function openTurns(owner: object): Turns {
  const known = turnsOf.get(owner)
  if (known !== undefined) return known
  const turns: Turns = { alone: Promise.resolve(), shared: [] }
  turnsOf.set(owner, turns)
  return turns
}

const settle = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined)

/** Runs `work` after all work asked for before it for the same `owner`, and before all that is asked for after it. */
export function takeTurn<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const turns = openTurns(owner)
  const mine = Promise.all([turns.alone, ...turns.shared]).then(work)
  turns.alone = settle(mine)
  turns.shared = []
  return mine
}

/** Runs `work` side by side with other shared work for the same `owner`, but never beside work that took its turn alone. */
export function shareTurn<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const turns = openTurns(owner)
  const mine = turns.alone.then(work)
  const settled = settle(mine).then(() => {
    turns.shared = turns.shared.filter((each) => each !== settled)
  })
  turns.shared.push(settled)
  return mine
}
