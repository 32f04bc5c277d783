// Work that must not overlap within a process → one piece after the other.

const queues = new WeakMap<object, Promise<unknown>>()

/** Runs `work` after all work queued before it for the same `owner`, whether that succeeded or failed. */
export function takeTurn<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const before = queues.get(owner) ?? Promise.resolve()
  const mine = before.then(work, work)
  queues.set(
    owner,
    mine.catch(() => undefined),
  )
  return mine
}
