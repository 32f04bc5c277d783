// A house beside others on one archive → its window of stories with the notes that the others kept and moved.
import { admitNote } from '../match/story-window.ts'
import { findStoryNews } from '../store/story-news.ts'
import type { House } from './house.ts'
import { takeTurn } from './turn.ts'

/** As long as the window of stories remembers. */
const DAYS = 10

/** Brings the window up to date and returns how many notes were new to it or had moved. */
export async function catchUpStories(house: House): Promise<number> {
  return takeTurn(house.stories, async () => {
    const known = new Map(
      house.stories.notes.values().map(({ member }) => [member.noteId, member.storyId] as const),
    )
    const since = new Date(house.clock().getTime() - DAYS * 86_400_000)
    const news = await findStoryNews(house.store.db, since, known)
    for (const member of news) admitNote(house.stories, member)
    return news.length
  })
}
