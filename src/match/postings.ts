// 32-bit keys, each with the places that hold it → found again at once, in flat arrays: an entry costs some twenty bytes.

/** Open addressing from key to its newest entry; entries of one key are chained. It grows in place and forgets nothing. */
export type Postings = {
  /** Where `heads` is not NONE: the key of that cell. */
  keys: Uint32Array
  heads: Int32Array
  cells: number
  /** Per entry: its place, and the next entry of the same key. */
  places: Int32Array
  next: Int32Array
  entries: number
}

const NONE = -1
const FIRST_CELLS = 1024
/** Beyond this part of the cells in use, searches grow long. */
const FULLEST = 0.6

export function openPostings(): Postings {
  return {
    keys: new Uint32Array(FIRST_CELLS),
    heads: new Int32Array(FIRST_CELLS).fill(NONE),
    cells: 0,
    places: new Int32Array(FIRST_CELLS),
    next: new Int32Array(FIRST_CELLS),
    entries: 0,
  }
}

/** The cell of a key, or the empty one where it belongs (Fibonacci hashing, linear probing). */
function findCell({ keys, heads }: Pick<Postings, 'keys' | 'heads'>, key: number): number {
  const last = heads.length - 1
  let cell = (Math.imul(key, 0x9e3779b1) >>> 7) & last
  while (heads[cell] !== NONE && keys[cell] !== key) cell = (cell + 1) & last
  return cell
}

/** Says that a place holds a key. */
export function addPosting(postings: Postings, key: number, place: number): void {
  if (postings.cells >= postings.heads.length * FULLEST) growCells(postings)
  if (postings.entries === postings.places.length) growEntries(postings)
  const cell = findCell(postings, key)
  const head = postings.heads[cell] ?? NONE
  if (head === NONE) {
    postings.keys[cell] = key
    postings.cells += 1
  }
  const entry = postings.entries
  postings.places[entry] = place
  postings.next[entry] = head
  postings.heads[cell] = entry
  postings.entries += 1
}

/** Calls `visit` with each place that holds the key, newest first, until it returns false. */
export function visitPlaces(postings: Postings, key: number, visit: (place: number) => boolean): void {
  let entry = postings.heads[findCell(postings, key)] ?? NONE
  while (entry !== NONE && visit(postings.places[entry] ?? NONE)) entry = postings.next[entry] ?? NONE
}

function growCells(postings: Postings): void {
  const grown = {
    keys: new Uint32Array(postings.keys.length * 2),
    heads: new Int32Array(postings.heads.length * 2).fill(NONE),
  }
  for (let cell = 0; cell < postings.heads.length; cell += 1) {
    const head = postings.heads[cell] ?? NONE
    if (head === NONE) continue
    const key = postings.keys[cell] ?? 0
    const place = findCell(grown, key)
    grown.keys[place] = key
    grown.heads[place] = head
  }
  postings.keys = grown.keys
  postings.heads = grown.heads
}

function growEntries(postings: Postings): void {
  const size = Math.ceil(postings.places.length * 1.5)
  const [places, next] = [new Int32Array(size), new Int32Array(size)]
  places.set(postings.places)
  next.set(postings.next)
  postings.places = places
  postings.next = next
}
