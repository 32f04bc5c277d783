// A note → the few kilobytes by which it is compared with later ones: its stems, its words as numbers, and no text.
import { hashShingles, winnow } from './shingles.ts'
import { profileNote, type Told } from './vectors.ts'
import { hashWord, type Row, readWords } from './words.ts'

/** What a note is about. `stems` ascend; `counts`: their weighted occurrences, at most 127, and NAME where they name somebody. */
export type Stems = { readonly stems: Uint32Array; readonly counts: Uint8Array }

/** A note as it is compared. */
export type Sketch = Stems & {
  /** The text's words in 16 bits each, and the word at which each paragraph begins. */
  readonly words: Uint16Array
  readonly paragraphs: Uint16Array
}

/** The four arrays of a sketch in one buffer: each array of its own would cost as much again in bookkeeping. */
export type Packed = {
  readonly bytes: ArrayBuffer
  readonly stems: number
  readonly words: number
  readonly paragraphs: number
}

/** Marks a count whose stem is a figure or a proper name. */
export const NAME = 128
export const MOST_COUNT = 127
/** Longer texts are compared by their beginning: what two copies of a supplement share is there. */
const MOST_WORDS = 65_535

export function sketchNote(note: Told): Sketch {
  const { counts, names } = profileNote(note)
  const marked = new Set([...names].map(hashWord))
  const byStem = new Map([...counts].map(([stem, count]) => [hashWord(stem), count] as const))
  const stems = Uint32Array.from(byStem.keys()).sort()
  const { ids, paragraph } = readWords(note.paragraphs)
  const size = Math.min(ids.length, MOST_WORDS)
  const words = Uint16Array.from(ids.subarray(0, size), (id) => (id ^ (id >>> 16)) & 0xffff)
  const begins: number[] = []
  for (let at = 0; at < size; at += 1) if (at === 0 || paragraph[at] !== paragraph[at - 1]) begins.push(at)
  return {
    stems,
    counts: Uint8Array.from(stems, (stem) => {
      const count = Math.min(MOST_COUNT, Math.round(byStem.get(stem) ?? 1))
      return marked.has(stem) ? count | NAME : count
    }),
    words,
    paragraphs: Uint16Array.from(begins),
  }
}

export function packSketch({ stems, counts, words, paragraphs }: Sketch): Packed {
  const bytes = new ArrayBuffer(stems.length * 5 + (words.length + paragraphs.length) * 2 + 1)
  const packed = { bytes, stems: stems.length, words: words.length, paragraphs: paragraphs.length }
  const [rowWords, begins] = viewWords(packed)
  rowWords.set(words)
  begins.set(paragraphs)
  const room = stemsOf(packed)
  room.stems.set(stems)
  room.counts.set(counts)
  return packed
}

export const stemsOf = ({ bytes, stems, words, paragraphs }: Packed): Stems => ({
  stems: new Uint32Array(bytes, 0, stems),
  counts: new Uint8Array(bytes, stems * 4 + (words + paragraphs) * 2, stems),
})

function viewWords({ bytes, stems, words, paragraphs }: Packed): [Uint16Array, Uint16Array] {
  return [new Uint16Array(bytes, stems * 4, words), new Uint16Array(bytes, stems * 4 + words * 2, paragraphs)]
}

/** The words as two texts are aligned by them. */
export function rowOf(packed: Packed): Row {
  return unfold(...viewWords(packed))
}

export function rowOfSketch({ words, paragraphs }: Sketch): Row {
  return unfold(words, paragraphs)
}

/** Fingerprints of a text: few, and those of a copy are nearly the same. */
export function listPrints({ ids }: Row): number[] {
  return [...new Set(winnow(hashShingles(ids)))]
}

function unfold(words: Uint16Array, begins: Uint16Array): Row {
  const paragraph = new Uint32Array(words.length)
  for (const [number, begin] of begins.entries())
    paragraph.fill(number, begin, begins[number + 1] ?? words.length)
  return { ids: Uint32Array.from(words), paragraph }
}
