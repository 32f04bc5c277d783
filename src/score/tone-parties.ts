// A sentence → the parties named in it (government, others, opponents, citizens, place, services) and the part each plays.
import type { Subject } from '../model.ts'
import { fold } from '../text/fold.ts'
import {
  CITIZEN_HEADS,
  FOREIGN_OWNERS,
  GOVERNMENT_HEADS,
  OFFICE_WORD,
  OPPONENT_HEADS,
  OTHER_HEADS,
  OWNED_HEADS,
  SERVICES,
} from './tone-party-words.ts'
import { findPhrases, indexPhrases, type PhraseFound } from './tone-phrases.ts'
import type { ToneSentence, WordHit } from './tone-sentences.ts'

export type PartyKind = 'gobierno' | 'otro' | 'oposicion' | 'ciudadania' | 'lugar' | 'servicio'

/** The preposition before a party tells its part: none `sujeto`, a `objeto`, de `poseedor`, por `agente`, en `lugar`. */
export type PartyRole = 'sujeto' | 'objeto' | 'poseedor' | 'agente' | 'lugar'

/** A party at words `from`…`to` (exclusive) of a sentence. */
export type Party = {
  readonly kind: PartyKind
  readonly role: PartyRole
  readonly from: number
  readonly to: number
}

const KINDS: readonly (readonly [PartyKind, readonly string[]])[] = [
  ['gobierno', GOVERNMENT_HEADS],
  ['otro', OTHER_HEADS],
  ['oposicion', OPPONENT_HEADS],
  ['ciudadania', CITIZEN_HEADS],
]

const heads = indexPhrases(KINDS.flatMap(([value, phrases]) => phrases.map((phrase) => ({ phrase, value }))))
const owned = indexPhrases(OWNED_HEADS.map((phrase) => ({ phrase, value: 'gobierno' as const })))
const services = indexPhrases(SERVICES.map((phrase) => ({ phrase, value: 'servicio' as const })))

const CAPITAL = /^\p{Lu}/u
const DETERMINERS = new Set(
  'el la los las un una unos unas su sus este esta nuevo nueva actual propio propia mismo misma'.split(' '),
)
const ROLES: Readonly<Record<string, PartyRole>> = {
  a: 'objeto',
  al: 'objeto',
  contra: 'objeto',
  ante: 'objeto',
  hacia: 'objeto',
  de: 'poseedor',
  del: 'poseedor',
  por: 'agente',
  en: 'lugar',
  desde: 'lugar',
  hasta: 'lugar',
  entre: 'lugar',
  con: 'lugar',
  para: 'lugar',
  cerca: 'lugar',
  sobre: 'lugar',
}
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

/** Lists the parties of a sentence in order; hits of mentions come first, generic heads fill the rest. */
export function findParties(
  sentence: ToneSentence,
  municipality: Subject | undefined,
  opponents: ReadonlySet<string>,
): Party[] {
  const { words } = sentence
  const named = sentence.hits.map((hit) => place(judgeHit(hit, sentence, opponents), hit, words))
  const generic = findPhrases(heads, words)
    .filter((head) => !named.some((party) => overlaps(party, head) && party.kind !== 'lugar'))
    .map((head) => place(judgeHead(head, sentence, municipality), head, words))
  const ours = findPhrases(owned, words)
    .filter(
      (head) => isOwned(head, sentence) && ![...named, ...generic].some((party) => overlaps(party, head)),
    )
    .map((head) => place('gobierno', head, words))
  const actors = joinOwners([...named, ...generic, ...ours].sort(byPlace), sentence)
  const served = findPhrases(services, words)
    .filter((service) => !actors.some((party) => overlaps(party, service)))
    .map((service) => place('servicio', service, words))
  return [...actors, ...served].sort(byPlace)
}

type Span = { readonly from: number; readonly to: number }

const overlaps = (left: Span, right: Span): boolean => left.from < right.to && right.from < left.to
const byPlace = (left: Span, right: Span): number => left.from - right.from || right.to - left.to

function place(kind: PartyKind, { from, to }: Span, words: readonly string[]): Party {
  let before = from - 1
  while (DETERMINERS.has(words[before] ?? '')) before -= 1
  return { kind, role: ROLES[words[before] ?? ''] ?? 'sujeto', from, to }
}

/** "Director de Obras" + "de Tala" is one party, with the part that its head plays. */
function joinOwners(parties: readonly Party[], { words, text, starts, ends }: ToneSentence): Party[] {
  const joined: Party[] = []
  for (const party of parties) {
    const last = joined.at(-1)
    if (last !== undefined && party.from < last.to) continue
    const isOurs = party.kind === 'gobierno' || party.kind === 'lugar'
    if (last?.kind === 'gobierno' && isOurs && party.from - last.to <= 4) {
      const gap = words.slice(last.to, party.from)
      const isOwner = gap.length === 0 || gap.at(-1) === 'de' || gap.at(-1) === 'del'
      const isUnbroken = !/[,;:.()]/.test(text.slice(ends[last.to - 1] ?? 0, starts[party.from] ?? 0))
      if (isOwner && isUnbroken) {
        joined[joined.length - 1] = { ...last, to: party.to }
        continue
      }
    }
    joined.push(party)
  }
  return joined
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
  return fold(text) === fold(subject.name) && isActing(words, from, to) ? 'gobierno' : 'lugar'
}

const REPROACHED = /^(?:reclama|exige|exigi|piden|acusa|demanda|critica|reprocha|culpa|senala|señala)/

/**
 * A bare place name acts when nothing makes it a place: "Tala suma", "Alcanza Tala"; not "en Tala", "de Tala" nor the
 * dateline "Tala, Jalisco". "Reclaman a Tala" and "contra Tala" speak of its government.
 */
function isActing(words: readonly string[], from: number, to: number): boolean {
  const before = words[from - 1] ?? ''
  if (before === 'contra') return true
  if (before === 'a') return REPROACHED.test(words[from - 2] ?? '')
  return ROLES[before] === undefined && words[to] !== undefined && words[to] !== 'jalisco'
}

/** Whether "de" and a hit of ours follow. */
function isOwned({ to }: Span, { words, hits }: ToneSentence): boolean {
  if (words[to] !== 'de' && words[to] !== 'del')
    return words[to] === 'municipal' || words[to] === 'municipales'
  return hits.some(({ from, subject }) => (from === to + 1 || from === to + 2) && subject.role !== 'vecino')
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
  const at = DETERMINERS.has(words[head.to + 1] ?? '') ? head.to + 2 : head.to + 1
  const owner = words[at] ?? ''
  const hit = hits.find(({ from }) => from === at || from === head.to + 1)
  if (hit !== undefined) return hit.subject.role === 'vecino' ? 'otro' : 'gobierno'
  if (FOREIGN_OWNERS.has(owner)) return 'otro'
  const isCapital = CAPITAL.test(text.slice(starts[at] ?? 0, ends[at] ?? 0))
  const isPlaceHead =
    /^(?:alcald|edil|presiden|ayuntamiento|gobierno|municipio|cabildo|policia|comisari)/.test(
      words[head.from] ?? '',
    )
  const isOwn = municipality !== undefined && fold(municipality.name).startsWith(owner)
  return isCapital && isPlaceHead && !isOwn && !OFFICE_WORD.test(owner) ? 'otro' : 'gobierno'
}
