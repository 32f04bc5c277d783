// A note in which no boletín was traced → the one it may tell in other words, weighed against the press of these days.

import { type Background, proposeBoletin } from '../match/probable.ts'
import type { StoryWindow } from '../match/story-window.ts'
import { hashWord } from '../match/words.ts'
import type { Article, Pickup, ProbablePickup, Source } from '../model.ts'
import { isPressSource } from '../score/press.ts'
import type { House } from './house.ts'

/** How common each stem is among the notes of the last days. */
const backgroundOf = ({ notes, holders }: StoryWindow): Background => ({
  texts: notes.size,
  countHolders: (stem) => holders.get(hashWord(stem)) ?? 0,
})

/** What is not press needs no proposal (the municipality's own site tells its boletines); nor does a note that reprints one. */
export function proposeFor(
  { lens, stories }: Pick<House, 'lens' | 'stories'>,
  source: Pick<Source, 'isOwn' | 'isSocial'>,
  article: Article,
  seenAt: Date,
  pickups: readonly Pickup[],
): ProbablePickup | null {
  if (!isPressSource(source) || pickups.length > 0) return null
  return proposeBoletin(article, article.publishedAt ?? seenAt, lens.probable, backgroundOf(stories))
}
