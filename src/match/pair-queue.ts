// Pairs of groups with a value → taken out again, the highest value first (a binary heap).

export type Pair = {
  readonly value: number
  readonly left: number
  readonly right: number
  readonly leftVersion: number
  readonly rightVersion: number
}

export type PairQueue = Pair[]

export function openQueue(): PairQueue {
  return []
}

/** Higher values first; of equal ones the pair whose members came first, so that the order is the same on every run. */
function comesBefore(one: Pair, other: Pair): boolean {
  if (one.value !== other.value) return one.value > other.value
  return one.left !== other.left ? one.left < other.left : one.right < other.right
}

function swap(queue: PairQueue, one: number, other: number): void {
  const [left, right] = [queue[one], queue[other]]
  if (left === undefined || right === undefined) return
  queue[one] = right
  queue[other] = left
}

function isBefore(queue: PairQueue, one: number, other: number): boolean {
  const [left, right] = [queue[one], queue[other]]
  return left !== undefined && right !== undefined && comesBefore(left, right)
}

export function pushPair(queue: PairQueue, pair: Pair): void {
  let at = queue.push(pair) - 1
  for (let parent = (at - 1) >> 1; at > 0 && isBefore(queue, at, parent); parent = (at - 1) >> 1) {
    swap(queue, at, parent)
    at = parent
  }
}

/** The pair of highest value, or null when there is none. */
export function takePair(queue: PairQueue): Pair | null {
  const [first] = queue
  const last = queue.pop()
  if (first === undefined || last === undefined) return null
  if (queue.length === 0) return first
  queue[0] = last
  let at = 0
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    let highest = at
    if (isBefore(queue, left, highest)) highest = left
    if (isBefore(queue, right, highest)) highest = right
    if (highest === at) return first
    swap(queue, at, highest)
    at = highest
  }
}
