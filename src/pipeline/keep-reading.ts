// What was read of a captured note → the note kept in the archive and seated among the stories, side by side with others.
import { seatNote, settleSeat } from '../match/story-seat.ts'
import { forgetNote } from '../match/story-window.ts'
import type { Capture, Source } from '../model.ts'
import { keepNote } from '../store/notes.ts'
import { keepPicture } from '../store/pictures.ts'
import { keepProbable } from '../store/probable.ts'
import { reserveStoryId } from '../store/stories.ts'
import type { House } from './house.ts'
import type { Illustration } from './pictures.ts'
import type { Reading } from './reading.ts'
import { shareTurn } from './turn.ts'

type Shelf = Pick<House, 'stories' | 'store'>

/**
 * Keeps a note and its picture in one transaction, side by side with those of other sources. The note takes its seat
 * among the stories before, at one stroke: the next telling of its event finds it there though nothing is written yet.
 */
export async function keepReading(
  house: Shelf,
  source: Source,
  capture: Capture,
  reading: Reading,
  picture: Illustration | null,
): Promise<void> {
  const { article, probable = null } = reading
  await shareTurn(house.stories, async () => {
    const spare = await takeSpareStory(house)
    const seat = seatNote(house.stories, article, article.publishedAt ?? capture.takenAt, spare)
    if (seat.storyId !== spare) giveBackStory(house, spare)
    try {
      const noteId = await house.store.db.transaction().execute(async (trx) => {
        const id = await keepNote(trx, { sourceId: source.id, capture, ...reading, ...seat })
        if (probable !== null) await keepProbable(trx, id, probable, capture.takenAt)
        if (picture !== null) await keepPicture(trx, { noteId: id, ...picture, at: capture.takenAt })
        return id
      })
      settleSeat(house.stories, seat, noteId)
    } catch (error) {
      forgetNote(house.stories, seat.seatId)
      throw error
    }
  })
}

/** Ids reserved and not needed: they serve the next note that tells something new. */
const sparesOf = new WeakMap<object, number[]>()

/** An id that no story has. */
async function takeSpareStory({ stories, store }: Shelf): Promise<number> {
  return sparesOf.get(stories)?.pop() ?? (await reserveStoryId(store.db))
}

/** Gives back an id under which no story was opened. */
function giveBackStory({ stories }: Shelf, storyId: number): void {
  sparesOf.set(stories, [...(sparesOf.get(stories) ?? []), storyId])
}
