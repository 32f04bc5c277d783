// Tasks with their times → the same in the order of their times; at one time, in the order in which they came.

export type EventQueue<Task> = {
  add(at: number, task: Task): void
  /** The first task and its time, taken out; null when none is left. */
  take(): { readonly at: number; readonly task: Task } | null
  readonly size: () => number
}

type Entry<Task> = { readonly at: number; readonly order: number; readonly task: Task }

/** Makes an empty queue: a binary heap (Williams 1964). */
export function makeEventQueue<Task>(): EventQueue<Task> {
  const heap: Entry<Task>[] = []
  let order = 0
  const isBefore = (one: Entry<Task>, other: Entry<Task>) =>
    one.at < other.at || (one.at === other.at && one.order < other.order)

  const raise = (entry: Entry<Task>) => {
    let place = heap.length
    while (place > 0) {
      const up = (place - 1) >> 1
      const parent = heap[up]
      if (parent === undefined || isBefore(parent, entry)) break
      heap[place] = parent
      place = up
    }
    heap[place] = entry
  }

  const sink = (entry: Entry<Task>) => {
    let place = 0
    for (;;) {
      const left = heap[2 * place + 1]
      const right = heap[2 * place + 2]
      if (left === undefined) break
      const isRight = right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (isBefore(entry, child)) break
      heap[place] = child
      place = 2 * place + (isRight ? 2 : 1)
    }
    heap[place] = entry
  }

  return {
    add: (at, task) => raise({ at, order: order++, task }),
    take() {
      const [first] = heap
      const last = heap.pop()
      if (first === undefined || last === undefined) return null
      if (heap.length > 0) sink(last)
      return { at: first.at, task: first.task }
    },
    size: () => heap.length,
  }
}
