// A sentence with its parties and phrases in its place in the article → who speaks, what is denied and at whom a phrase aims.
import type { Cue } from './tone-cues.ts'
import { NEGATORS } from './tone-lexicon.ts'
import type { Party, PartyKind } from './tone-parties.ts'
import { SPEECH_VERBS } from './tone-party-words.ts'
import type { ToneSentence } from './tone-sentences.ts'

/** What the article has told before a sentence. */
export type Setting = {
  /** Whether the government is already what the note is about. */
  readonly isAboutGovernment: boolean
  /** Whether the note is about an event that blames nobody. */
  readonly isIncident: boolean
  /** Who was speaking before in the same paragraph. */
  readonly speaker: PartyKind | null
}

/** A sentence as the rules see it; `speaker` is its own. */
export type Scene = {
  readonly sentence: ToneSentence
  readonly parties: readonly Party[]
  readonly cues: readonly Cue[]
  readonly setting: Setting
  readonly speaker: PartyKind | null
  /** Number of the clause of each word. */
  readonly clauses: readonly number[]
}

/** At whom a phrase aims. */
export type Aim = 'gobierno' | 'servicio' | 'ajeno' | 'nadie'

const NEGATION_REACH = 4
const SPEAKER_REACH = 8
const CLAUSE_MARK = /[,;:.()—–…!?¡¿]/

/** Puts a sentence in its place. Words of a quotation without a verb of saying are of whoever was speaking. */
export function setScene(
  sentence: ToneSentence,
  parties: readonly Party[],
  cues: readonly Cue[],
  setting: Setting,
): Scene {
  const isQuoted = sentence.quoted.some(Boolean)
  const speaker = findSpeaker(sentence, parties) ?? (isQuoted ? setting.speaker : null)
  return { sentence, parties, cues, setting, speaker, clauses: numberClauses(sentence) }
}

/** The party whose words a sentence reports: the nearest to a verb of saying that is not its object. */
function findSpeaker({ words }: ToneSentence, parties: readonly Party[]): PartyKind | null {
  if (parties.length === 0) return null
  let best: { kind: PartyKind; distance: number } | null = null
  for (const [at, word] of words.entries()) {
    if (!SPEECH_VERBS.has(word)) continue
    for (const { kind, role, from, to } of parties) {
      if (kind === 'lugar' || kind === 'servicio' || role === 'objeto') continue
      const distance = (from > at ? from - at : at - to + 1) + (role === 'sujeto' ? 0 : 2)
      if (distance <= SPEAKER_REACH && (best === null || distance < best.distance)) best = { kind, distance }
    }
  }
  return best?.kind ?? null
}

function numberClauses({ text, words, starts, ends }: ToneSentence): number[] {
  let clause = 0
  return words.map((_, at) => {
    const gap = at === 0 ? ' ' : text.slice(ends[at - 1] ?? 0, starts[at] ?? 0)
    if (gap !== ' ' && CLAUSE_MARK.test(gap)) clause += 1
    return clause
  })
}

export function namesParty({ parties }: Scene, kind: PartyKind): boolean {
  return parties.some((party) => party.kind === kind)
}

/** Whether a negation stands up to four words before a phrase, in its own clause. */
export function isDenied({ from }: Cue, { sentence: { words }, clauses }: Scene): boolean {
  for (let at = from - 1; at >= 0 && at >= from - NEGATION_REACH && clauses[at] === clauses[from]; at--)
    if (NEGATORS.has(words[at] ?? '')) return true
  return false
}

/**
 * Headlines leave the government unsaid: "Entregarán tinacos en Tala", "Sin agua tres colonias de Tala". A complaint, an
 * offer or praise anywhere, or a result as the first word, beside the municipality's name, is the government's.
 */
export function isImplied(scene: Scene): boolean {
  if (!namesParty(scene, 'lugar')) return false
  return scene.cues.some(
    ({ kind, from }) =>
      kind === 'oferta' || kind === 'queja' || kind === 'elogio' || (kind === 'logro' && from <= 1),
  )
}

/** At whom a phrase aims: the government if it is named, unless somebody else stands beside the phrase and nearer. */
export function judgeAim(cue: Cue, scene: Scene): Aim {
  const far = scene.sentence.words.length + 1
  const distanceTo = (kind: PartyKind) =>
    scene.parties
      .filter((party) => party.kind === kind)
      .reduce((least, { from, to }) => Math.min(least, from >= cue.to ? from - cue.to : cue.from - to), far)
  const government = distanceTo('gobierno')
  const other = distanceTo('otro')
  if (government === far && other < far) return 'ajeno'
  if (government < far) return other < government && other <= 3 ? 'ajeno' : 'gobierno'
  if (distanceTo('servicio') < far) return 'servicio'
  return scene.setting.isAboutGovernment || isImplied(scene) ? 'servicio' : 'nadie'
}
