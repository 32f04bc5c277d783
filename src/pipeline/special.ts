// A brief and what a person asks for → an addendum to its last edition, or an extraordinary edition: on demand, outside the schedule.
import type { Kysely } from 'kysely'
import type { Brief, Note } from '../model.ts'
import { isSurelyOf, mayBeOf, scopeOf } from '../report/compose/scope.ts'
import type { Correction } from '../report/sintesis-input.ts'
import { isPressSource, listOtherVoices } from '../score/press.ts'
import type { StoredCorrection } from '../store/corrections.ts'
import { keepEditionContent } from '../store/deliveries-consent.ts'
import type { EditionKey } from '../store/edition-key.ts'
import { findEdition } from '../store/editions.ts'
import { findNotes, findNotesById } from '../store/notes.ts'
import type { Database } from '../store/schema.ts'
import {
  claimAddendum,
  claimExtraordinary,
  findOpenSpecials,
  findTold,
  keepSpecial,
  type SpecialClaim,
  type SpecialEdition,
  specialLock,
} from '../store/special-editions.ts'
import { findAddendumLook, keepAddendumLook, keepExtraordinaryNotes } from '../store/special-published.ts'
import { addDays, instantOf, localDate } from '../text/zoned.ts'
import type { Window } from './calendar.ts'
import { gatherSintesis, type Outside } from './gather.ts'
import type { House } from './house.ts'
import { listKnownSources } from './known-sources.ts'
import { prepare, writePdfs } from './publish.ts'

/** The edition as delivery knows it. */
export const keyOfSpecial = ({ briefId, date, kind, number }: SpecialClaim): EditionKey => ({
  briefId,
  date,
  special: { kind, number },
})

/** What was asked for, after what an earlier process had left half made. */
export type MadeSpecials<Reason> = {
  readonly resumed: readonly SpecialEdition[]
  readonly made: SpecialEdition | Reason
}

export type NoAddendum = 'sin-edicion' | 'hay-otra' | 'nada'

/**
 * Publishes an addendum to the edition of a date: the notes of its day that were captured after its cut, or after the
 * addendum before, and what a person corrected in its notes. Those notes are also in the next edition, which marks them;
 * no addendum tells the same twice. An addendum of an `hour` of the day is looked for once, whatever came of it, by
 * whoever looks first. Null when another process is making one.
 */
export async function publishAddendum(
  house: House,
  brief: Brief,
  date: string,
  hour: Date | null = null,
): Promise<MadeSpecials<NoAddendum> | null> {
  return makeUnderLock(house, brief, async () => {
    const at = house.clock()
    return house.store.db.transaction().execute(async (trx) => {
      if (hour !== null) {
        const looked = await findAddendumLook(trx, brief.id)
        if (looked !== null && looked >= hour) return 'nada'
        await keepAddendumLook(trx, brief.id, at)
      }
      return claimAddendum(trx, {
        briefId: brief.id,
        date,
        at,
        subjectIds: listSubjects(house, brief),
        pick: (db, window) => listLateNotes(db, house, brief, { ...window, date }),
        pickCorrections: (db, corrections) => pickOfBrief(db, house, brief, corrections),
      })
    })
  })
}

/**
 * Publishes an extraordinary edition of what was captured since `from`, under a title of its own and the next number of
 * its series. The windows of the regular editions stay where they are. Null when another process is making one.
 */
export async function publishExtraordinary(
  house: House,
  brief: Brief,
  request: { readonly title: string; readonly from: Date },
): Promise<MadeSpecials<never> | null> {
  return makeUnderLock<never>(house, brief, async () => {
    const at = house.clock()
    const date = localDate(at, house.workspace.municipality.timeZone)
    return house.store.db
      .transaction()
      .execute((trx) => claimExtraordinary(trx, { briefId: brief.id, date, at, ...request }))
  })
}

/** Finishes the special editions of a brief whose process died, as they were begun. None while another is at it. */
export async function resumeSpecials(house: House, brief: Brief): Promise<readonly SpecialEdition[]> {
  const left = await findOpenSpecials(house.store.db, brief.id)
  if (left.length === 0) return []
  const finished = await makeUnderLock<'nada'>(house, brief, async () => 'nada')
  return finished?.resumed ?? []
}

async function makeUnderLock<Reason extends string>(
  house: House,
  brief: Brief,
  claim: () => Promise<SpecialClaim | Reason>,
): Promise<MadeSpecials<Reason> | null> {
  const lock = await house.store.tryLock(specialLock(brief.id))
  if (lock === null) return null
  try {
    const resumed: SpecialEdition[] = []
    for (const open of await findOpenSpecials(house.store.db, brief.id)) {
      resumed.push(await makeSpecial(house, brief, open))
    }
    const claimed = await claim()
    return { resumed, made: typeof claimed === 'string' ? claimed : await makeSpecial(house, brief, claimed) }
  } finally {
    await lock.release()
  }
}

async function makeSpecial(house: House, brief: Brief, claim: SpecialClaim): Promise<SpecialEdition> {
  const { kind, date, number } = claim
  const extras = await prepare(house, claim)
  const outside = await describeOutside(house, brief, claim)
  const named = { ...brief, id: `${brief.id}-${kind}` }
  const drawn = await gatherSintesis(house, named, { ...claim, briefId: named.id }, extras, outside)
  const files = await writePdfs(house, brief, `${named.id}-${date}-${number}`, drawn)
  const special = { ...claim, publishedAt: house.clock(), files, ledgerSha256: drawn.ledgerSha256 }
  // In one stroke: what is out can be delivered.
  await house.store.db.transaction().execute(async (trx) => {
    await keepEditionContent(trx, keyOfSpecial(claim), drawn.content)
    if (kind === 'extraordinaria') await keepExtraordinaryNotes(trx, claim, drawn.noteIds)
    await keepSpecial(trx, special)
  })
  return special
}

async function describeOutside(house: House, brief: Brief, claim: SpecialClaim): Promise<Outside> {
  if (claim.kind === 'extraordinaria') {
    return { special: { kind: 'extraordinaria', title: claim.title ?? brief.title }, noteIds: null }
  }
  const edition = await findEdition(house.store.db, brief.id, claim.date)
  if (edition === null) throw new Error(`edition ${brief.id} ${claim.date} vanished`)
  const told = await findTold(house.store.db, claim)
  const corrections = await completeCorrections(house, told.corrections)
  return {
    special: { kind: 'alcance', of: edition.number, ordinal: claim.number, corrections },
    noteIds: new Set(told.noteIds),
  }
}

async function completeCorrections(house: House, stored: readonly StoredCorrection[]): Promise<Correction[]> {
  const notes = await findNotesById(
    house.store.db,
    stored.map(({ noteId }) => noteId),
  )
  const byId = new Map(notes.map((note) => [note.id, note]))
  return stored.flatMap((one) => {
    const note = byId.get(one.noteId)
    return note === undefined ? [] : [{ ...one, note }]
  })
}

const listSubjects = ({ lens }: House, { about }: Brief): readonly string[] =>
  about === undefined ? lens.ourSubjects : lens.ourSubjects.filter((id) => about.includes(id))

/** Notes of the brief, captured in the window, that were published by the end of the date or tell no date. */
async function listLateNotes(
  db: Kysely<Database>,
  house: House,
  brief: Brief,
  { from, to, date }: Window & { readonly date: string },
): Promise<number[]> {
  const { municipality } = house.workspace
  const [year = 0, month = 1, day = 1] = addDays(date, 1).split('-').map(Number)
  const dayEnd = instantOf({ year, month, day }, municipality.timeZone)
  const scope = scopeOf(municipality, brief)
  const notes = await findNotes(db, { from, to })
  return notes
    .filter((note) => isPressOf(house, note) && mayBeOf(note, scope))
    .filter(({ article, capturedAt }) => (article.publishedAt ?? capturedAt) < dayEnd)
    .map(({ id }) => id)
}

/** A correction is of the brief when its note is, as it stands now; of a whole municipality all are. */
async function pickOfBrief(
  db: Kysely<Database>,
  house: House,
  brief: Brief,
  corrections: readonly StoredCorrection[],
): Promise<readonly StoredCorrection[]> {
  const scope = scopeOf(house.workspace.municipality, brief)
  const notes = await findNotesById(
    db,
    corrections.map(({ noteId }) => noteId),
  )
  const counted = new Set(notes.filter((note) => isSurelyOf(note, scope)).map(({ id }) => id))
  const others = listOtherVoices(listKnownSources(house))
  const told = new Set(notes.filter(({ sourceId }) => !others.has(sourceId)).map(({ id }) => id))
  // Who says that a note is not ours takes it out of the scope, and that is what must be told.
  return corrections.filter(
    ({ kind, noteId }) => told.has(noteId) && (kind === 'mencion' || counted.has(noteId)),
  )
}

function isPressOf(house: House, note: Note): boolean {
  const source = listKnownSources(house).find(({ id }) => id === note.sourceId)
  return (
    (source === undefined || isPressSource(source)) &&
    note.mentions.some(({ subjectId }) => house.lens.ourSubjects.includes(subjectId))
  )
}
