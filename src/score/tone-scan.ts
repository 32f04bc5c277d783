// An article and its mentions → its sentences as the rules read them, ready for the model.
import type { Article, Mention, Subject } from '../model.ts'
import { type Cue, findCues } from './tone-cues.ts'
import { findParties, listOpponents, type Party } from './tone-parties.ts'
import { type Reading, readSentence } from './tone-reading.ts'
import { readSentences, type ToneSentence } from './tone-sentences.ts'

/** A sentence, who is in it, its tone phrases and what the rules make of them. */
export type ScannedSentence = {
  readonly sentence: ToneSentence
  readonly parties: readonly Party[]
  readonly cues: readonly Cue[]
  readonly reading: Reading
}

/** Scans the sentences of an article in order; what was told before sets the scene for what follows. */
export function scanArticle(
  article: Pick<Article, 'title' | 'standfirst' | 'paragraphs'>,
  mentions: readonly Mention[],
  subjects: readonly Subject[],
): ScannedSentence[] {
  const sentences = readSentences(article, mentions, subjects)
  const opponents = listOpponents(sentences)
  const found = sentences.map((sentence) => ({
    sentence,
    parties: findParties(sentence, subjects[0], opponents),
    cues: findCues(sentence.words),
  }))
  const isIncident = tellsIncident(found[0])
  const scanned: ScannedSentence[] = []
  let isAboutGovernment = false
  let speaker: Reading['speaker'] = null
  let paragraph = -1
  for (const { sentence, parties, cues } of found) {
    if (sentence.paragraph !== paragraph) speaker = null
    paragraph = sentence.paragraph
    isAboutGovernment ||= parties.some(({ kind }) => kind === 'gobierno')
    const reading = readSentence(sentence, parties, cues, { isAboutGovernment, isIncident, speaker })
    speaker = reading.speaker ?? speaker
    scanned.push({ sentence, parties, cues, reading })
  }
  return scanned
}

/** An incident in the first sentence, with no government in it: the event is merely located here. */
function tellsIncident(first: Pick<ScannedSentence, 'parties' | 'cues'> | undefined): boolean {
  if (first === undefined || first.parties.some(({ kind }) => kind === 'gobierno')) return false
  return first.cues.some(({ kind }) => kind === 'suceso')
}
