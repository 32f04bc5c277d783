// Notes of the window → how alike each two of them are, those that share nothing left out.
import type { Likeness } from './agglomeration.ts'
import { fade } from './stories.ts'
import { agreeInNames, creditNames, weighNames } from './story-names.ts'
import { NAME, type Stems, stemsOf } from './story-note.ts'
import { lengthOf, type Remembered, type StoryWindow, weighStem, weighStems } from './story-window.ts'

/** Less is chance, and would only make the grouping slow. */
const LEAST = 0.005

/** A stem in so many notes says nothing of an event, and comparing all of them with each other would take long. */
const MOST_HOLDERS = 2_000

/**
 * Earlier notes kept as like a note: a day of hundreds of notes on one matter would otherwise hold each pair of them, and
 * ten days of it do not fit in memory. Copies are joined before, so that no story is held together by what is left out.
 */
const MOST_ALIKE = 120

type Vector = Stems & { readonly weights: Float32Array; readonly names: number; readonly at: number }

/** Who held a stem before, by position, with its weight there. */
type Holders = { readonly positions: number[]; readonly weights: number[]; readonly isName: boolean[] }

/** The likeness of each two notes: their cosine, as far as they name the same, faded by the time between them; weighed by the window as it now is. Rows by position. */
export function compareNotes(window: StoryWindow, notes: readonly Remembered[]): Likeness {
  const vectors = notes.map(({ packed, at }): Vector => {
    const sketch = stemsOf(packed)
    const weights = weighStems(window, sketch)
    const length = lengthOf(weights)
    const unit = weights.map((weight) => weight / length)
    return { ...sketch, weights: unit, names: weighNames(window, sketch), at }
  })
  const rows = notes.map(() => new Map<number, number>())
  const earlier = new Map<number, Holders>()
  const [products, shared] = [new Float64Array(notes.length), new Float64Array(notes.length)]
  for (const [position, vector] of vectors.entries()) {
    const alike: Alike[] = []
    for (const other of addProducts(vector, position, window, earlier, products, shared)) {
      const theirs = vectors[other]
      if (theirs === undefined) continue
      const credit = creditNames(agreeInNames(shared[other] ?? 0, vector.names, theirs.names))
      const likeness = (products[other] ?? 0) * credit * fade(vector.at, theirs.at)
      products[other] = 0
      shared[other] = 0
      if (likeness >= LEAST) alike.push({ other, likeness })
    }
    for (const { other, likeness } of keepMostAlike(alike)) {
      rows[position]?.set(other, likeness)
      rows[other]?.set(position, likeness)
    }
  }
  return rows
}

type Alike = { readonly other: number; readonly likeness: number }

function keepMostAlike(alike: readonly Alike[]): readonly Alike[] {
  if (alike.length <= MOST_ALIKE) return alike
  return alike
    .toSorted((one, two) => two.likeness - one.likeness || one.other - two.other)
    .slice(0, MOST_ALIKE)
}

/** Adds up, by earlier position, the products with a vector and the weight of the names shared; returns the positions touched. */
function addProducts(
  { stems, counts, weights }: Vector,
  position: number,
  window: StoryWindow,
  earlier: Map<number, Holders>,
  products: Float64Array,
  shared: Float64Array,
): number[] {
  const touched: number[] = []
  for (const [at, stem] of stems.entries()) {
    if ((window.holders.get(stem) ?? 0) > MOST_HOLDERS) continue
    const weight = weights[at] ?? 0
    const isName = ((counts[at] ?? 0) & NAME) > 0
    const nameWeight = isName ? weighStem(window, stem) : 0
    const holders = earlier.get(stem) ?? { positions: [], weights: [], isName: [] }
    if (holders.positions.length === 0) earlier.set(stem, holders)
    for (const [index, other] of holders.positions.entries()) {
      if (products[other] === 0) touched.push(other)
      products[other] = (products[other] ?? 0) + weight * (holders.weights[index] ?? 0)
      if (isName && holders.isName[index] === true) shared[other] = (shared[other] ?? 0) + nameWeight
    }
    holders.positions.push(position)
    holders.weights.push(weight)
    holders.isName.push(isName)
  }
  return touched
}
