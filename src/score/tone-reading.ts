// A sentence, its parties and its tone phrases → how much it speaks well and ill of the government, by stated rules.
import type { Cue } from './tone-cues.ts'
import { type Gate, listGates } from './tone-gates.ts'
import type { Party, PartyKind } from './tone-parties.ts'
import { type Setting, setScene } from './tone-scene.ts'
import type { ToneSentence } from './tone-sentences.ts'
import { type Effect, weighCue } from './tone-weighing.ts'

/** What a sentence says of the government: `favour` and `blame` in 0…4, who says it, and every phrase's part in it. */
export type Reading = {
  readonly favour: number
  readonly blame: number
  readonly speaker: PartyKind | null
  readonly gates: readonly Gate[]
  readonly effects: readonly Effect[]
}

/** However many phrases a sentence piles up, it is one sentence. */
const MOST_FORCE = 4

/** Reads one sentence. Deterministic: the same words give the same reading. */
export function readSentence(
  sentence: ToneSentence,
  parties: readonly Party[],
  cues: readonly Cue[],
  setting: Setting,
): Reading {
  const scene = setScene(sentence, parties, cues, setting)
  const gates = listGates(scene)
  const effects = cues.map((cue) => weighCue(cue, scene, gates))
  const sum = (sign: 1 | -1) =>
    Math.min(
      MOST_FORCE,
      effects.reduce((total, { weight }) => total + Math.max(0, weight * sign), 0),
    )
  return { favour: sum(1), blame: sum(-1), speaker: scene.speaker, gates, effects }
}
