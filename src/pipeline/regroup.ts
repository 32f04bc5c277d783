// The stories of the last days → the same notes grouped again, seen together, before an edition tells them.
import { proposeChanges } from '../match/regroup.ts'
import { admitNote } from '../match/story-window.ts'
import { markNotesMoved } from '../store/story-moves.ts'
import type { House } from './house.ts'
import { catchUpStories } from './story-news.ts'
import { takeTurn } from './turn.ts'

/**
 * Notes are placed one by one as they come, and the first two of an event may look like an older one. Before an edition
 * they are seen with the rest of the day, those that other processes kept included; each note that changes story does so on record.
 */
export async function regroupStories(house: House): Promise<number> {
  await catchUpStories(house)
  return takeTurn(house.stories, async () => {
    const at = house.clock()
    let moved = 0
    for (const { noteIds, to, basis } of proposeChanges(house.stories, at)) {
      const storyId = await house.store.db
        .transaction()
        .execute((trx) => markNotesMoved(trx, { noteIds, into: to, at, reason: basis }))
      for (const noteId of noteIds) {
        const member = house.stories.notes.get(noteId)?.member
        if (member !== undefined) admitNote(house.stories, { ...member, storyId })
      }
      moved += noteIds.length
    }
    return moved
  })
}
