// The archive → the window of stories: as it is when a house opens, and with what other processes kept and moved meanwhile.
import type { Kysely } from 'kysely'
import { admitNote, moveNote, prepareStories, type StoryWindow } from '../match/story-window.ts'
import type { Database } from '../store/schema.ts'
import { findStoryMembers, type StoryPlace } from '../store/stories.ts'
import { findStoryNews } from '../store/story-news.ts'
import type { House } from './house.ts'
import { takeTurn } from './turn.ts'

/** As long as the window of stories remembers. */
const DAYS = 10
/** Notes whose texts are in memory at one time. */
const PAGE = 500

/** The window of stories of an archive at an instant. Texts are read page by page; the window keeps none. */
export async function openStoryWindow(db: Kysely<Database>, now: Date): Promise<StoryWindow> {
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const window = prepareStories([])
  let after: StoryPlace | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof findStoryMembers>> = await findStoryMembers(db, since, {
      after,
      limit: PAGE,
    })
    for (const member of page) admitNote(window, member)
    after = page.at(-1) ?? null
    if (page.length < PAGE) return window
  }
}

/** Brings the window up to date and returns how many notes were new to it or had moved. */
export async function catchUpStories(house: Pick<House, 'store' | 'stories' | 'clock'>): Promise<number> {
  return takeTurn(house.stories, async () => {
    const { stories } = house
    const known = new Map(stories.notes.values().map(({ noteId, storyId }) => [noteId, storyId] as const))
    const since = new Date(house.clock().getTime() - DAYS * 86_400_000)
    const news = await findStoryNews(house.store.db, since, known)
    for (const member of news) {
      if (known.has(member.noteId)) moveNote(stories, member.noteId, member.storyId)
      else admitNote(stories, member)
    }
    return news.length
  })
}
