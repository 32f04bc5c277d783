// Rated sentences → the few that moved the tone, with the words in them and the rule, in Spanish.
import type { ToneLabel, ToneReason } from '../model.ts'
import type { PartyKind } from './tone-parties.ts'
import type { RatedSentence } from './tone-verdict.ts'

const MOST_REASONS = 4
const MOST_WORDS = 4
/** Pulls of the trained model below this are not worth showing. */
const LEAST_PULL = 0.15

const VOICES: Readonly<Record<PartyKind, string>> = {
  gobierno: 'lo dice el gobierno',
  oposicion: 'lo dice la oposición o un organismo social',
  ciudadania: 'lo dice la ciudadanía',
  otro: 'lo dice otra institución',
  lugar: '',
  servicio: '',
}

/**
 * The sentences that moved the tone most, strongest first: at most four, each with at most four words and signed weights.
 * `model` names the model that rated them when it is not the shipped one: it tells no words.
 */
export function explainTone(
  sentences: readonly RatedSentence[],
  label: ToneLabel,
  model: string | null = null,
): ToneReason[] {
  const force = ({ chances, reading, weight }: RatedSentence) => {
    const favour = chances.positivo + reading.favour / 4
    const blame = chances.negativo + reading.blame / 4
    const counted = label === 'positivo' ? favour : label === 'negativo' ? blame : Math.max(favour, blame)
    return weight * counted
  }
  const ofNote = sentences.filter(({ chances, reading }) =>
    label === 'neutro'
      ? reading.gates.length > 0
      : Math.max(chances.positivo, chances.negativo) > 0.4 || reading.favour + reading.blame > 0,
  )
  return ofNote
    .toSorted((left, right) => force(right) - force(left))
    .slice(0, MOST_REASONS)
    .map((rated) => ({
      sentence: rated.sentence.text,
      words: listWords(rated),
      rule: nameRule(rated, model),
    }))
}

/** Phrases of the rules first, then the words that pull most in the trained model; never the same place twice. */
function listWords({ sentence, reading, pullWords }: RatedSentence): ToneReason['words'] {
  const { text, starts, ends } = sentence
  const phrases = reading.effects
    .filter(({ weight }) => weight !== 0)
    .map(({ cue: { from, to }, weight }) => ({ from, to, weight }))
  const isFree = (word: number) => !phrases.some(({ from, to }) => from <= word && word < to)
  const pulls = pullWords()
    .map((weight, word) => ({ from: word, to: word + 1, weight }))
    .filter(
      ({ from, weight }) =>
        Math.abs(weight) >= LEAST_PULL &&
        isFree(from) &&
        isTelling(text.slice(starts[from] ?? 0, ends[from] ?? 0)),
    )
  const strongest = (left: { weight: number }, right: { weight: number }) =>
    Math.abs(right.weight) - Math.abs(left.weight)
  return [...phrases.sort(strongest), ...pulls.sort(strongest)]
    .slice(0, MOST_WORDS)
    .map(({ from, to, weight }) => ({
      text: text.slice(starts[from] ?? 0, ends[to - 1] ?? 0),
      weight: Math.round(weight * 100) / 100,
    }))
}

/** Articles and prepositions pull too, but tell a reader nothing. */
function isTelling(word: string): boolean {
  return word.length >= 4
}

function nameRule({ reading, chances }: RatedSentence, model: string | null): string {
  const strongest = reading.effects
    .filter(({ weight }) => weight !== 0)
    .toSorted((left, right) => Math.abs(right.weight) - Math.abs(left.weight))[0]
  const learnt =
    chances.negativo > chances.positivo
      ? 'se parece a oraciones críticas'
      : 'se parece a oraciones favorables'
  const rule = reading.gates[0] ?? strongest?.rule ?? learnt
  const voice = reading.speaker === null ? '' : VOICES[reading.speaker]
  const source = model === null ? '' : `modelo ${model}`
  return [source, rule, voice].filter((part) => part !== '').join('; ')
}
