// A note's title and text → its word stems with how often each occurs: what the note is about, for comparing events.
import { listTokens } from '../text/tokens.ts'

/** What is read of a note to tell its story. A standfirst that is unknown may be left out. */
export type Told = {
  readonly title: string
  readonly standfirst?: string | null
  readonly paragraphs: readonly string[]
}

/**
 * `counts`: stem → weighted occurrences. `words`: stem → the word as this note first wrote it, for showing. `names`: stems
 * of figures and of words with a capital inside a sentence: who, where, how many.
 */
export type Profile = {
  readonly counts: ReadonlyMap<string, number>
  readonly words: ReadonlyMap<string, string>
  readonly names: ReadonlySet<string>
}

/** Five letters stand for the stem in Spanish: "inauguró", "inauguran" and "inauguración" meet at "inaug". */
const PREFIX_LETTERS = 5
const SHORTEST_WORD = 3

/** The stem of a folded word. */
export const stemOf = (form: string): string => form.slice(0, PREFIX_LETTERS)

/** The headline and the standfirst say what happened: they count as if said three times and twice. */
const TITLE_WEIGHT = 3
const STANDFIRST_WEIGHT = 2

/** Words without a topic: articles, pronouns, auxiliaries, and the verbs with which any note quotes somebody. */
const COMMON = new Set(
  `de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o este si porque esta entre cuando muy
   sin sobre tambien me hasta hay donde quien desde todo nos durante e esto ni contra ese eso ante ellos ser es son fue han ha era
   habia estan estar estos estas esa esos esas otro otra otros otras tras cada dijo explico señalo informo agrego
   aseguro comento indico preciso detallo expreso afirmo`.split(/\s+/),
)

const DIGIT = /\d/
const CAPITAL = /^\p{Lu}/u
/** After these a capital is only the beginning of a sentence or a quotation. */
const BEGINNING = /[.!?…:¿¡“"«]/

/** Reads title, standfirst and paragraphs. Figures are stems too: "218 mil pesos" tells one robbery from another. */
export function profileNote({ title, standfirst, paragraphs }: Told): Profile {
  const counts = new Map<string, number>()
  const words = new Map<string, string>()
  const names = new Set<string>()
  const read = (text: string, weight: number) => {
    const isLoud = text === text.toUpperCase()
    let before = 0
    for (const { form, start, end } of listTokens(text)) {
      const isFirst = before === 0 || BEGINNING.test(text.slice(before, start))
      before = end
      if (COMMON.has(form) || (form.length < SHORTEST_WORD && !DIGIT.test(form))) continue
      const stem = stemOf(form)
      counts.set(stem, (counts.get(stem) ?? 0) + weight)
      if (DIGIT.test(form) || (!isLoud && !isFirst && CAPITAL.test(text.slice(start, end)))) names.add(stem)
      if (!words.has(stem)) words.set(stem, text.slice(start, end))
    }
  }
  read(title, TITLE_WEIGHT)
  if (typeof standfirst === 'string') read(standfirst, STANDFIRST_WEIGHT)
  for (const paragraph of paragraphs) read(paragraph, 1)
  return { counts, words, names }
}
