// A note's words → what it is about as weighted word stems, and the figures and names by which one event differs from another.
import { fold } from '../text/fold.ts'
import { listTokens } from '../text/tokens.ts'

/** A note as story matching sees it. `terms`: stem → 1 + ln(occurrences); `marks`: its figures and proper names. */
export type Profile = {
  readonly terms: ReadonlyMap<string, number>
  readonly marks: ReadonlySet<string>
}

/** Six letters stand for the stem in Spanish: "inauguró", "inauguran" and "inauguración" meet at "inaugu". */
const PREFIX_LETTERS = 6
const SHORTEST_TERM = 3

/** The headline says what happened: it counts as if said three times. */
const TITLE_REPEATS = 3

/** Words of every note: articles, auxiliaries, the verbs and nouns of telling, days and months. */
const COMMON = new Set(
  `de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o este si porque esta entre cuando muy
   sin sobre tambien me hasta hay donde quien desde todo nos durante e esto ni contra ese eso ante ellos ser es son fue han ha era
   habia estan esta estar estos estas esa esos esas otro otra otros otras tras cada mil dijo explico señalo informo agrego
   aseguro comento indico preciso detallo expreso afirmo lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril
   mayo junio julio agosto septiembre octubre noviembre diciembre hoy ayer mañana año años dia dias hora horas vez parte
   solo tiene tienen puede pueden sera seran hace hacer dos tres`
    .split(/\s+/)
    .map((word) => word.slice(0, PREFIX_LETTERS)),
)

const CAPITAL = /^\p{Lu}/u
const DIGITS = /^\d+$/
const SENTENCE_START = /(?:^|[.!?…:;|"“”«»¿¡\n(—–•-])\s*$/u
/** Two digits: a day, an hour, an age. From three on a figure belongs to one event. */
const LEAST_FIGURE_DIGITS = 3

const stem = (form: string): string => form.slice(0, PREFIX_LETTERS)

/** Reads a note's title and paragraphs. Figures keep their digits, joined across thousands marks. */
export function profileNote(title: string, paragraphs: readonly string[]): Profile {
  const counts = new Map<string, number>()
  const marks = new Set<string>()
  const read = (text: string, weight: number) => {
    for (const token of listTokens(text)) {
      const isFigure = DIGITS.test(token.form)
      const term = stem(token.form)
      if (!isFigure && (token.form.length < SHORTEST_TERM || COMMON.has(term))) continue
      counts.set(term, (counts.get(term) ?? 0) + weight)
      if (isFigure ? token.form.length >= LEAST_FIGURE_DIGITS : isNameInside(text, token.start))
        marks.add(fold(token.form))
    }
  }
  read(title, TITLE_REPEATS)
  for (const paragraph of paragraphs) read(paragraph, 1)
  const terms = new Map([...counts].map(([term, count]) => [term, 1 + Math.log(count)] as const))
  return { terms, marks }
}

const isNameInside = (text: string, start: number): boolean =>
  CAPITAL.test(text.slice(start, start + 2)) &&
  !SENTENCE_START.test(text.slice(Math.max(0, start - 4), start))
