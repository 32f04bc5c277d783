// A sentence → the parties named in it: the government, somebody else, an opponent, citizens, the place, its services.
import type { Subject } from '../model.ts'
import { fold } from '../text/fold.ts'
import {
  CITIZEN_HEADS,
  FOREIGN_OWNERS,
  GOVERNMENT_HEADS,
  OPPONENT_HEADS,
  OTHER_HEADS,
  PLACE_PREPOSITIONS,
  SERVICES,
} from './tone-party-words.ts'
import { findPhrases, indexPhrases, type PhraseFound } from './tone-phrases.ts'
import type { ToneSentence, WordHit } from './tone-sentences.ts'

export type PartyKind = 'gobierno' | 'otro' | 'oposicion' | 'ciudadania' | 'lugar' | 'servicio'

/** A party at words `from`…`to` (exclusive) of a sentence. */
export type Party = { readonly kind: PartyKind; readonly from: number; readonly to: number }

const KINDS: readonly (readonly [PartyKind, readonly string[]])[] = [
  ['gobierno', GOVERNMENT_HEADS],
  ['otro', OTHER_HEADS],
  ['oposicion', OPPONENT_HEADS],
  ['ciudadania', CITIZEN_HEADS],
]

const heads = indexPhrases(KINDS.flatMap(([value, phrases]) => phrases.map((phrase) => ({ phrase, value }))))
const services = indexPhrases(SERVICES.map((phrase) => ({ phrase, value: 'servicio' as const })))

const CAPITAL = /^\p{Lu}/u
const ARTICLES = new Set(['el', 'la', 'los', 'las'])
const OPPONENT_WORDS = /\b(?:ex)?regidor(?:a|es)?\b|\boposici[oó]n\b|\bopositor/iu

/** Subjects whose name goes with "regidor" or "oposición" in this article: they do not speak for the government. */
export function listOpponents(sentences: readonly ToneSentence[]): ReadonlySet<string> {
  const opponents = new Set<string>()
  for (const { hits, words } of sentences) {
    for (const { subject, from, to } of hits) {
      if (subject.role !== 'persona') continue
      const around = [...words.slice(Math.max(0, from - 2), from), ...words.slice(to, to + 3)].join(' ')
      if (OPPONENT_WORDS.test(around) || OPPONENT_WORDS.test(subject.name)) opponents.add(subject.id)
    }
  }
  return opponents
}

/** Lists the parties of a sentence; hits of mentions come first, generic heads fill the rest. */
export function findParties(
  sentence: ToneSentence,
  municipality: Subject | undefined,
  opponents: ReadonlySet<string>,
): Party[] {
  const named = sentence.hits.map((hit) => ({
    kind: judgeHit(hit, sentence, opponents),
    from: hit.from,
    to: hit.to,
  }))
  const isFree = ({ from, to }: { from: number; to: number }) =>
    !named.some((party) => party.from < to && from < party.to && party.kind !== 'lugar')
  const generic = findPhrases(heads, sentence.words)
    .filter(isFree)
    .map((head) => ({ kind: judgeHead(head, sentence, municipality), from: head.from, to: head.to }))
  const served = findPhrases(services, sentence.words)
    .filter(
      (service) =>
        ![...named, ...generic].some((party) => party.from < service.to && service.from < party.to),
    )
    .map(({ value, from, to }) => ({ kind: value, from, to }))
  return [...named, ...generic, ...served].sort((left, right) => left.from - right.from)
}

function judgeHit(
  { subject, from, to, text }: WordHit,
  { words }: ToneSentence,
  opponents: ReadonlySet<string>,
): PartyKind {
  if (subject.role === 'vecino') return 'otro'
  if (opponents.has(subject.id)) return 'oposicion'
  if (subject.role === 'tema') return 'lugar'
  if (subject.role !== 'municipio') return 'gobierno'
  if (findPhrases(heads, words.slice(from, to)).some(({ value }) => value === 'gobierno')) return 'gobierno'
  const isName = fold(text) === fold(subject.name)
  return isName && !PLACE_PREPOSITIONS.has(words[from - 1] ?? '') && isActing(words, from, to)
    ? 'gobierno'
    : 'lugar'
}

/** A bare place name acts when a verb stands beside it ("Tala suma", "Alcanza Tala"), not in "Tala, Jalisco.-" datelines. */
function isActing(words: readonly string[], from: number, to: number): boolean {
  return words[to] !== undefined && words[to] !== 'jalisco' && (from > 0 || words.length > to + 2)
}

function judgeHead(
  head: PhraseFound<PartyKind>,
  { words, text, starts, ends, hits }: ToneSentence,
  municipality: Subject | undefined,
): PartyKind {
  if (head.value !== 'gobierno') return head.value
  const next = words[head.to] ?? ''
  if (FOREIGN_OWNERS.has(next)) return 'otro'
  if (next !== 'de' && next !== 'del') return 'gobierno'
  const at = ARTICLES.has(words[head.to + 1] ?? '') ? head.to + 2 : head.to + 1
  const owner = words[at] ?? ''
  if (hits.some(({ from, subject }) => from === at && subject.role !== 'vecino')) return 'gobierno'
  if (hits.some(({ from, subject }) => from === at && subject.role === 'vecino')) return 'otro'
  if (FOREIGN_OWNERS.has(owner)) return 'otro'
  const isCapital = CAPITAL.test(text.slice(starts[at] ?? 0, ends[at] ?? 0))
  const isPlaceHead =
    /^(?:alcald|edil|presiden|ayuntamiento|gobierno|municipio|cabildo|policia|comisari)/.test(
      words[head.from] ?? '',
    )
  const isOwn =
    fold(municipality?.name ?? '').startsWith(owner) ||
    ['municipal', 'municipio', 'ayuntamiento'].includes(owner)
  return isCapital && isPlaceHead && !isOwn && !isOffice(owner) ? 'otro' : 'gobierno'
}

/** "Policía de Investigación" aside, an office's name is capitalised too: "Dirección de Obras". */
function isOffice(word: string): boolean {
  return /^(?:obra|seguridad|aseo|servicio|salud|cultura|deporte|agua|proteccion|desarrollo|ecologia|transito|vialidad|hacienda|padron)/.test(
    word,
  )
}
