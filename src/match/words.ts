// Paragraphs → their words in one row, each as a 32-bit number with its place: the form in which texts are compared.
import { listTokens } from '../text/tokens.ts'

/** The words alone, enough to align two texts: which they are, and the paragraph of each. */
export type Row = { readonly ids: Uint32Array; readonly paragraph: Uint32Array }

/** Parallel arrays, one entry per word. `paragraph`, `start` and `end` place it; `isName`: has a capital or a digit. */
export type Words = Row & {
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly isName: readonly boolean[]
  /** Words too common to say anything: "de", "la", "que". */
  readonly isStop: readonly boolean[]
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const NAME = /[\p{Lu}\p{N}]/u

const STOPWORDS = new Set(
  `de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o este si porque esta entre cuando muy
   sin sobre tambien me hasta hay donde quien desde todo nos durante e esto ni contra ese eso ante ellos ser es son fue han ha`.split(
    /\s+/,
  ),
)

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units: two different words share a number once in 4·10⁹. */
export function hashWord(form: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < form.length; at += 1) hash = Math.imul(hash ^ form.charCodeAt(at), FNV_PRIME)
  return hash >>> 0
}

/** Reads the words of all paragraphs, folded. */
export function readWords(paragraphs: readonly string[]): Words {
  const rows = paragraphs.map(listTokens)
  const size = rows.reduce((sum, row) => sum + row.length, 0)
  const ids = new Uint32Array(size)
  const paragraph = new Uint32Array(size)
  const start = new Uint32Array(size)
  const end = new Uint32Array(size)
  const isName: boolean[] = []
  const isStop: boolean[] = []
  let at = 0
  for (const [number, row] of rows.entries()) {
    const text = paragraphs[number] ?? ''
    for (const token of row) {
      ids[at] = hashWord(token.form)
      paragraph[at] = number
      start[at] = token.start
      end[at] = token.end
      isName.push(NAME.test(text.slice(token.start, token.end)))
      isStop.push(STOPWORDS.has(token.form))
      at += 1
    }
  }
  return { ids, paragraph, start, end, isName, isStop }
}
