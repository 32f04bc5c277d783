// A query and the notes of the last days → which it finds and why, and which it would find were it a little wider.
import { decideBelonging } from '../match/mentions.ts'
import { listExtracts, type QueryExtract } from '../match/query-extracts.ts'
import { matchQuery, type QueryHit } from '../match/query-match.ts'
import { type QueryText, readQueryText } from '../match/query-text.ts'
import { listVariants } from '../match/query-variants.ts'
import type { Note, Source } from '../model.ts'
import { findNotes } from '../store/notes.ts'
import type { Query } from '../text/query.ts'
import type { House } from './house.ts'
import { listKnownSources } from './known-sources.ts'

export type TriedNote = {
  readonly id: number
  readonly title: string
  readonly sourceName: string
  /** Publication, or capture where that is unknown. */
  readonly at: Date
  readonly isOurs: boolean
  readonly extracts: readonly QueryExtract[]
}

/** Notes that the query misses and that one change would find; a note is told under the least change. */
export type MissedNotes = { readonly change: string; readonly notes: readonly TriedNote[] }

export type QueryTrial = {
  readonly from: Date
  readonly to: Date
  /** Notes that were looked at. */
  readonly notes: number
  readonly found: readonly TriedNote[]
  readonly missed: readonly MissedNotes[]
  /** Notes that mention the subject compared with, and the query does not find. Null when there is none to compare. */
  readonly unfoundOfSubject: readonly TriedNote[] | null
}

const DAY = 86_400_000
const EXTRACTS_EACH = 3

type Placed = { readonly note: Note; readonly source: Source | undefined; readonly text: QueryText }

/** Tries a query on the notes captured in the last days. `subjectId`: whose mentions it is compared with. */
export async function tryQuery(
  house: Pick<House, 'store' | 'clock' | 'workspace' | 'withdrawn'>,
  query: Query,
  options: { readonly days: number; readonly subjectId: string | null },
): Promise<QueryTrial> {
  const to = house.clock()
  const from = new Date(to.getTime() - options.days * DAY)
  const sources = new Map(listKnownSources(house).map((source) => [source.id, source]))
  const placed = (await findNotes(house.store.db, { from, to })).map((note): Placed => {
    const source = sources.get(note.sourceId)
    return {
      note,
      source,
      text: readQueryText(note.article, source ?? { name: '', id: note.sourceId, state: null }),
    }
  })
  const tell = (
    { note, source }: Placed,
    hits: readonly QueryHit[],
    focus: string | null = null,
  ): TriedNote => ({
    id: note.id,
    title: note.article.title,
    sourceName: source?.name ?? note.sourceId,
    at: note.article.publishedAt ?? note.capturedAt,
    isOurs: decideBelonging(note.mentions, house.workspace.municipality.subjects, note.pickups) === 'nuestra',
    extracts: listExtracts(hits, EXTRACTS_EACH, focus),
  })
  const found: TriedNote[] = []
  const rest: Placed[] = []
  for (const each of placed) {
    const hits = matchQuery(query, each.text)
    if (hits === null) rest.push(each)
    else found.push(tell(each, hits))
  }
  const { subjectId } = options
  const ofSubject = rest.filter(({ note }) =>
    note.mentions.some((mention) => mention.subjectId === subjectId),
  )
  return {
    from,
    to,
    notes: placed.length,
    found: sortNotes(found),
    missed: listMissed(query, rest, tell),
    unfoundOfSubject: subjectId === null ? null : sortNotes(ofSubject.map((each) => tell(each, []))),
  }
}

function listMissed(
  query: Query,
  rest: readonly Placed[],
  tell: (placed: Placed, hits: readonly QueryHit[], focus: string | null) => TriedNote,
): MissedNotes[] {
  const left = new Set(rest)
  const missed = listVariants(query).map(({ query: wider, change, focus }): MissedNotes => {
    const notes: TriedNote[] = []
    for (const each of left) {
      const hits = matchQuery(wider, each.text)
      if (hits === null) continue
      left.delete(each)
      notes.push(tell(each, hits, focus))
    }
    return { change, notes: sortNotes(notes) }
  })
  return missed.filter(({ notes }) => notes.length > 0)
}

/** Ours first, then the newest. */
const sortNotes = (notes: readonly TriedNote[]): TriedNote[] =>
  notes.toSorted(
    (left, right) =>
      Number(right.isOurs) - Number(left.isOurs) ||
      right.at.getTime() - left.at.getTime() ||
      left.id - right.id,
  )
