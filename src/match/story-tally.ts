// Sums for places of the window → added up and read again, the same arrays for every note that is placed.

/** Room for one sum per place. Whoever opens it with `startTally` is its only reader until the next does. */
export type Tally = {
  sums: Float64Array
  /** The places that have a sum, the first `size` of them. */
  touched: Int32Array
  size: number
}

export function openTally(): Tally {
  return { sums: new Float64Array(1024), touched: new Int32Array(1024), size: 0 }
}

/** Empties the tally and makes room for places below `places`. Cost: the sums of before, not the places there are. */
export function startTally(tally: Tally, places: number): void {
  for (let at = 0; at < tally.size; at += 1) tally.sums[tally.touched[at] ?? 0] = 0
  tally.size = 0
  if (places <= tally.sums.length) return
  tally.sums = new Float64Array(places * 2)
  tally.touched = new Int32Array(places * 2)
}

/** Adds something positive to the sum of a place. */
export function addToTally(tally: Tally, place: number, value: number): void {
  const sum = tally.sums[place] ?? 0
  if (sum === 0) {
    tally.touched[tally.size] = place
    tally.size += 1
  }
  tally.sums[place] = sum + value
}
