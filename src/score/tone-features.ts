// A sentence read by the rules → the numbered features by which the trained model knows it, each tied to a word.
import { listClassFeatures } from './tone-class-features.ts'
import type { Cue } from './tone-cues.ts'
import { hashText, mix } from './tone-hash.ts'
import type { Party, PartyKind } from './tone-parties.ts'
import type { Reading } from './tone-reading.ts'
import type { ToneSentence } from './tone-sentences.ts'

/**
 * Bins are 0…BINS−1; features share bins by chance. Hashing trick: Weinberger et al. (2009), ICML. With 2¹⁷ bins, strange
 * features met learnt ones so often that 1.2 of 100 sentences of an unseen hand went wrong; more than 2²⁰ gave nothing.
 */
export const BINS = 2 ** 20

/**
 * `bins[i]` is present because of word `words[i]`; `marks` are bins of the whole sentence. No bin is repeated. The bins of
 * words share one weight between them, and so do the marks (see `shareOf`), so that long sentences do not shout.
 */
export type Features = {
  readonly bins: readonly number[]
  readonly words: readonly number[]
  readonly marks: readonly number[]
}

/** Words this far from the target are anchored on it. */
const REACH = 6
/** A prefix of six letters did better than a stemmer on Spanish headlines (+1.1 points of macro-F1). */
const STEM = 6
/** Alone, without neighbours, also a prefix of four: verbs in all their forms (+.3 points of exactness across batches). */
const ROOT = 4

const NAMESPACES = {
  word: hashText('word'),
  root: hashText('root'),
  pair: hashText('pair'),
  skip: hashText('skip'),
  left: hashText('left'),
  right: hashText('right'),
  beside: hashText('beside'),
  clause: hashText('clause'),
  quote: hashText('quote'),
  place: hashText('place'),
  cue: hashText('cue'),
  shape: hashText('shape'),
  mark: hashText('mark'),
  class: hashText('class'),
}

const MASK: Readonly<Record<PartyKind, string | null>> = {
  gobierno: 'TTT',
  otro: 'OOO',
  lugar: 'LLL',
  oposicion: null,
  ciudadania: null,
  servicio: null,
}
const LETTER: Readonly<Record<PartyKind, string>> = {
  gobierno: 'T',
  otro: 'O',
  lugar: 'L',
  oposicion: 'P',
  ciudadania: 'C',
  servicio: 'S',
}

const CLAUSE_WORDS = new Set(
  'pero aunque mientras porque pues sino cuando donde quien quienes que'.split(' '),
)
const CLAUSE_MARK = /[,;:.()—–…!?¡¿]/

const WORDS_SHARE = 6
const MARKS_SHARE = 5

/** What each of `count` bins of words, or of marks, weighs. The shares were chosen by leaving out each batch of sentences in turn. */
export function shareOf(of: 'words' | 'marks', count: number): number {
  return (of === 'words' ? WORDS_SHARE : MARKS_SHARE) / Math.sqrt(Math.max(1, count))
}

/** Which bins the sentence at hand already has; all 0 between sentences. A set of numbers is slower. */
const seen = new Uint8Array(BINS)

/** Lists the features of one sentence. */
export function listFeatures(
  sentence: ToneSentence,
  parties: readonly Party[],
  cues: readonly Cue[],
  reading: Reading,
): Features {
  const bins: number[] = []
  const words: number[] = []
  const marks: number[] = []
  const add = (hash: number, word: number) => {
    const bin = (hash ^ (hash >>> 16)) & (BINS - 1)
    if (seen[bin] === 1) return
    seen[bin] = 1
    if (word < 0) marks.push(bin)
    else {
      bins.push(bin)
      words.push(word)
    }
  }
  const forms = maskWords(sentence, parties)
  addWords(forms, add)
  addRoots(sentence, parties, add)
  addAnchored(sentence, forms, parties, reading.speaker, add)
  addCues(cues, parties, reading, add)
  addMarks(sentence, parties, reading, add)
  for (const hash of listClassFeatures(sentence.words, parties)) add(mix(NAMESPACES.class, hash), -1)
  for (const bin of bins) seen[bin] = 0
  for (const bin of marks) seen[bin] = 0
  return { bins, words, marks }
}

type Add = (hash: number, word: number) => void

const NUMBER = hashText('#')

function startsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 48 && code <= 57
}

/** Hashes of the words with parties masked, so that what is said counts and not of whom. */
function maskWords({ words }: ToneSentence, parties: readonly Party[]): number[] {
  const forms = words.map((word) => (startsWithDigit(word) ? NUMBER : hashText(word, STEM)))
  for (const { kind, from, to } of parties) {
    const mask = MASK[kind]
    if (mask !== null) forms.fill(hashText(mask), from, to)
  }
  return forms
}

function addWords(forms: readonly number[], add: Add): void {
  let before = 0
  let second = 0
  for (let at = 0; at < forms.length; at++) {
    const form = forms[at] ?? 0
    add(mix(NAMESPACES.word, form), at)
    add(mix(mix(NAMESPACES.pair, before), form), at)
    if (at > 1) add(mix(mix(NAMESPACES.skip, second), form), at)
    if (at < 2) add(mix(mix(NAMESPACES.place, at), form), at)
    second = before
    before = form
  }
  add(mix(mix(NAMESPACES.pair, before), 0), forms.length - 1)
}

function addRoots({ words }: ToneSentence, parties: readonly Party[], add: Add): void {
  const isMasked = new Uint8Array(words.length)
  for (const { kind, from, to } of parties) if (MASK[kind] !== null) isMasked.fill(1, from, to)
  for (let at = 0; at < words.length; at++)
    if (isMasked[at] === 0) add(mix(NAMESPACES.root, hashText(words[at] ?? '', ROOT)), at)
}

function addAnchored(
  sentence: ToneSentence,
  forms: readonly number[],
  parties: readonly Party[],
  speaker: PartyKind | null,
  add: Add,
): void {
  const voice = mix(NAMESPACES.quote, hashText(speaker ?? 'nota'))
  for (let at = 0; at < forms.length; at++) if (sentence.quoted[at]) add(mix(voice, forms[at] ?? 0), at)
  const targets = parties.filter(({ kind }) => kind === 'gobierno')
  if (targets.length === 0) return
  const isTarget = new Uint8Array(forms.length)
  for (const { from, to } of targets) isTarget.fill(1, from, to)
  const clauses = numberClauses(sentence)
  const inClause = new Set(targets.map(({ from }) => clauses[from]))
  for (let at = 0; at < forms.length; at++)
    if (isTarget[at] === 0 && inClause.has(clauses[at])) add(mix(NAMESPACES.clause, forms[at] ?? 0), at)
  for (const { from, to } of targets) {
    for (let at = Math.max(0, from - REACH); at < from; at++)
      if (isTarget[at] === 0) add(mix(NAMESPACES.left, forms[at] ?? 0), at)
    for (let at = to; at < Math.min(forms.length, to + REACH); at++)
      if (isTarget[at] === 0) add(mix(NAMESPACES.right, forms[at] ?? 0), at)
    if (from > 0) add(mix(mix(NAMESPACES.beside, 1), forms[from - 1] ?? 0), from - 1)
    if (to < forms.length) add(mix(mix(NAMESPACES.beside, 2), forms[to] ?? 0), to)
  }
}

/** Numbers each word by its clause: marks and conjunctions open a new one. */
function numberClauses({ text, words, starts, ends }: ToneSentence): number[] {
  let clause = 0
  return words.map((word, at) => {
    if (at === 0) return clause
    const gap = text.slice(ends[at - 1] ?? 0, starts[at] ?? 0)
    if ((gap !== ' ' && CLAUSE_MARK.test(gap)) || CLAUSE_WORDS.has(word)) clause += 1
    return clause
  })
}

/** What kinds of tone phrases there are, how each stands to the target, and the order of all signs and parties. */
function addCues(cues: readonly Cue[], parties: readonly Party[], reading: Reading, add: Add): void {
  for (const effect of reading.effects) {
    const kind = hashText(effect.cue.kind)
    add(mix(NAMESPACES.cue, kind), -1)
    add(mix(mix(NAMESPACES.cue, kind), hashText(effect.rule)), -1)
  }
  const signs = [
    ...cues.map(({ weight, kind, from }) => ({
      from,
      sign: weight > 0 ? '+' : weight < 0 ? '-' : (kind[0] ?? ''),
    })),
    ...parties.map(({ kind, from }) => ({ from, sign: LETTER[kind] })),
  ]
    .sort((left, right) => left.from - right.from)
    .map(({ sign }) => sign)
    .join('')
  for (let at = 0; at < signs.length; at++) {
    add(mix(NAMESPACES.shape, hashText(signs.slice(at, at + 2))), -1)
    add(mix(NAMESPACES.shape, hashText(signs.slice(at, at + 3))), -1)
  }
}

const BUCKETS = [0, 0.5, 1, 1.5, 2.5, 4]

function addMarks(sentence: ToneSentence, parties: readonly Party[], reading: Reading, add: Add): void {
  const mark = (text: string) => add(mix(NAMESPACES.mark, hashText(text)), -1)
  const bucket = (value: number) => BUCKETS.findLastIndex((least) => value >= least)
  mark('siempre')
  for (const gate of reading.gates) mark(gate)
  mark(`voz ${reading.speaker ?? 'nota'}`)
  mark(`favor ${bucket(reading.favour)}`)
  mark(`reproche ${bucket(reading.blame)}`)
  mark(`saldo ${Math.round(Math.max(-4, Math.min(4, reading.favour - reading.blame)))}`)
  for (const { kind, role } of parties) {
    mark(`hay ${kind}`)
    if (kind !== 'servicio') mark(`${kind} ${role}`)
  }
  if (!parties.some(({ kind }) => kind === 'gobierno')) mark('sin gobierno')
  if (parties.some(({ kind, from }) => kind === 'gobierno' && from <= 1)) mark('gobierno al principio')
  if (sentence.quoted.some(Boolean)) mark('hay cita')
  if (/[¡!]/.test(sentence.text)) mark('exclama')
  if (/[¿?]/.test(sentence.text)) mark('pregunta')
  if (/\p{Extended_Pictographic}/u.test(sentence.text)) mark('dibujo')
  if (sentence.words.length <= 8) mark('corta')
}
