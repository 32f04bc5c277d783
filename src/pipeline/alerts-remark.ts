// The window of an edition → what its certificate says of the alerts that nobody received in it.
import type { Note } from '../model.ts'
import { quoteTitle, shorten } from '../report/words/grammar.ts'
import { findHeldAlerts, type HeldAlert } from '../store/alerts-held.ts'
import { findNotesById } from '../store/notes.ts'
import { cleanText } from '../text/clean.ts'
import type { Window } from './calendar.ts'
import type { House } from './house.ts'
import { listKnownSources } from './known-sources.ts'

/** Named in the certificate; `sintesis alerts --held` names all. */
const MOST_NAMED = 5
const LONGEST_TITLE = 90

export type HeldNote = HeldAlert & { readonly title: string; readonly medium: string; readonly url: string }

/** The alerts that were given up in a window, with what each would have said. */
export async function listHeldAlerts(house: House, window: Window): Promise<HeldNote[]> {
  const held = await findHeldAlerts(house.store.db, window)
  const notes = await findNotesById(
    house.store.db,
    held.map(({ noteId }) => noteId),
  )
  const byId = new Map(notes.map((note) => [note.id, note]))
  const sources = listKnownSources(house)
  const nameOf = ({ sourceId }: Note) => sources.find(({ id }) => id === sourceId)?.name ?? sourceId
  return held.map((alert) => {
    const note = byId.get(alert.noteId)
    return {
      ...alert,
      title: note === undefined ? '' : cleanText(note.article.title) || 'Sin título',
      medium: note === undefined ? '' : nameOf(note),
      url: note?.article.canonicalUrl ?? '',
    }
  })
}

/** Spanish; nothing when every alert reached somebody. */
export async function remarkOnAlerts(house: House, window: Window): Promise<string[]> {
  const held = await listHeldAlerts(house, window)
  if (held.length === 0) return []
  const named = held
    .slice(0, MOST_NAMED)
    .map(
      ({ title, medium, why }) =>
        `${quoteTitle(shorten(title, LONGEST_TITLE))}, de ${medium} (${reasonOf(why)})`,
    )
  const more = held.length - named.length
  const count = held.length === 1 ? 'Un aviso no salió' : `${held.length} avisos no salieron`
  const rest = more === 0 ? '' : ` y ${more} más`
  const them = held.length === 1 ? 'lo' : 'los'
  return [`${count}: ${named.join('; ')}${rest}. «sintesis alerts --held 1» ${them} lista.`]
}

/** Without what it says of the síntesis, which is where this is read. */
const reasonOf = (why: string): string => why.replace(/: la síntesis la cuenta$/, '')
