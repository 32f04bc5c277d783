// The stories of the last days → the same notes grouped again, seen together: before an edition tells them, and each half day.
import { setTimeout as sleep } from 'node:timers/promises'
import { proposeChanges } from '../match/regroup.ts'
import { moveNote } from '../match/story-window.ts'
import type { Lock } from '../store/lock.ts'
import type { Store } from '../store/open.ts'
import { markNotesMoved } from '../store/story-moves.ts'
import type { House } from './house.ts'
import { catchUpStories } from './story-news.ts'
import { takeTurn } from './turn.ts'

/** Where no edition is published every day, stories are still looked at while their notes may move. */
const EVERY_MS = 12 * 3_600_000

const LOCK = 'stories: regroup'
const LOCK_TRIES = 300
const LOCK_PAUSE_MS = 100

type Archive = Pick<House, 'store' | 'stories' | 'clock'>

/** When the stories of a window were last grouped again, in milliseconds. */
const regroupedAt = new WeakMap<object, number>()

/**
 * Notes are placed one by one as they come, and the first two of an event may look like an older one. Before an edition
 * they are seen with the rest of the day, those that other processes kept included; each note that changes story does so on record.
 */
export async function regroupStories(house: Archive): Promise<number> {
  regroupedAt.set(house.stories, house.clock().getTime())
  const lock = await waitForLock(house.store)
  try {
    await catchUpStories(house)
    return await takeTurn(house.stories, () => moveNotes(house))
  } finally {
    await lock?.release()
  }
}

/** Groups the stories again if that was not done for half a day; the first time it only notes the hour. */
export async function regroupSeldom(house: Archive): Promise<void> {
  const now = house.clock().getTime()
  const last = regroupedAt.get(house.stories)
  if (last === undefined) regroupedAt.set(house.stories, now)
  else if (now - last >= EVERY_MS) await regroupStories(house)
}

async function moveNotes(house: Archive): Promise<number> {
  const at = house.clock()
  let moved = 0
  for (const { noteIds, to, basis } of proposeChanges(house.stories, at)) {
    const storyId = await house.store.db
      .transaction()
      .execute((trx) => markNotesMoved(trx, { noteIds, into: to, at, reason: basis }))
    for (const noteId of noteIds) moveNote(house.stories, noteId, storyId)
    moved += noteIds.length
  }
  return moved
}

/** One process at a time, or two would each open a story for the same notes. One that hangs is not waited for: the moves would only be made twice. */
async function waitForLock(store: Store): Promise<Lock | null> {
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    const lock = await store.tryLock(LOCK)
    if (lock !== null) return lock
    await sleep(LOCK_PAUSE_MS)
  }
  return null
}
