// Boletines that notes may tell in other words ↔ rows, and what people decided of them: what was before stays on record.
import type { Kysely } from 'kysely'
import type { Pickup, ProbablePickup } from '../model.ts'
import { closeReview } from './decisions.ts'
import { keepPickups } from './pickups.ts'
import type { BoletinBefore } from './probable-tables.ts'
import { groupRows } from './rows.ts'
import type { Database } from './schema.ts'
import { type Decider, readSignature, signRow } from './signature.ts'
import { storableList } from './stored-text.ts'

/** A person's word on whether a note tells a boletín: null `before` is one that the program had not proposed. */
export type BoletinDecision = Decider & {
  readonly folio: string
  readonly before: BoletinBefore | null
  readonly after: 'si' | 'no'
}

/** Keeps that a note may tell a boletín and opens its review; one that is there stays as it is. Run it in a transaction. */
export async function keepProbable(
  db: Kysely<Database>,
  noteId: number,
  probable: ProbablePickup,
  at: Date,
): Promise<void> {
  await db
    .insertInto('probable_pickup')
    .values({
      note_id: noteId,
      folio: probable.folio,
      likeness: probable.likeness,
      figures: storableList(probable.figures),
      names: storableList(probable.names),
      lag_hours: probable.lagHours,
      found_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('review')
    .values({ note_id: noteId, kind: 'boletin', subject_id: null, folio: probable.folio, opened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Boletines that these notes may tell, by note, decided or not. */
export async function findProbable(
  db: Kysely<Database>,
  noteIds: readonly number[],
): Promise<Map<number, ProbablePickup[]>> {
  const rows = await db
    .selectFrom('probable_pickup')
    .selectAll()
    .where((where) => where('note_id', '=', where.fn.any(where.val(noteIds))))
    .orderBy('note_id')
    .orderBy('likeness', 'desc')
    .execute()
  return groupRows(
    rows,
    (row) => row.note_id,
    (row): ProbablePickup => ({
      folio: row.folio,
      likeness: row.likeness,
      figures: row.figures,
      names: row.names,
      lagHours: row.lag_hours,
    }),
  )
}

/** Forgets what was proposed of a note and nobody decided: its text, or what it reprints, is known better now. */
export async function forgetUndecidedProbable(db: Kysely<Database>, noteId: number): Promise<void> {
  await db
    .deleteFrom('review')
    .where('note_id', '=', noteId)
    .where('kind', '=', 'boletin')
    .where('closed_at', 'is', null)
    .execute()
  await db
    .deleteFrom('probable_pickup')
    .where('note_id', '=', noteId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('boletin_decision')
            .select('id')
            .whereRef('boletin_decision.note_id', '=', 'probable_pickup.note_id')
            .whereRef('boletin_decision.folio', '=', 'probable_pickup.folio'),
        ),
      ),
    )
    .execute()
}

/**
 * Keeps a person's word on whether a note tells a boletín: `si` is a pickup from now on, `no` takes away what a person
 * had confirmed. Of a boletín whose text the note reprints only the word is kept. Returns what it was before. Run it in
 * a transaction.
 */
export async function keepBoletinDecision(
  db: Kysely<Database>,
  noteId: number,
  pickup: Pickup,
  after: BoletinDecision['after'],
  decider: Decider,
): Promise<BoletinBefore | null> {
  const { folio } = pickup
  const before = await findBefore(db, noteId, folio)
  if (after === 'no') await forgetConfirmed(db, noteId, folio)
  else await keepPickups(db, noteId, [{ ...pickup, confirmedBy: decider.by }])
  await closeReview(db, { noteId, kind: 'boletin', subjectId: null, folio, decision: after }, decider)
  await db
    .insertInto('boletin_decision')
    .values({
      note_id: noteId,
      folio,
      before,
      after,
      ...signRow(decider),
    })
    .execute()
  return before
}

/** Every decision about the boletines of a note, oldest first. */
export async function findBoletinDecisions(db: Kysely<Database>, noteId: number): Promise<BoletinDecision[]> {
  const rows = await db
    .selectFrom('boletin_decision')
    .selectAll()
    .where('note_id', '=', noteId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    folio: row.folio,
    before: row.before,
    after: row.after,
    ...readSignature(row),
  }))
}

async function findBefore(
  db: Kysely<Database>,
  noteId: number,
  folio: string,
): Promise<BoletinBefore | null> {
  const pickup = await db
    .selectFrom('pickup')
    .select('kind')
    .where('note_id', '=', noteId)
    .where('folio', '=', folio)
    .executeTakeFirst()
  if (pickup !== undefined) return pickup.kind
  const last = (await findBoletinDecisions(db, noteId)).findLast((decision) => decision.folio === folio)
  if (last?.after === 'no') return 'no'
  const proposed = (await findProbable(db, [noteId])).get(noteId)?.some((each) => each.folio === folio)
  return proposed === true ? 'probable' : null
}

async function forgetConfirmed(db: Kysely<Database>, noteId: number, folio: string): Promise<void> {
  const confirmed = await db
    .selectFrom('pickup')
    .select('folio')
    .where('note_id', '=', noteId)
    .where('folio', '=', folio)
    .where('confirmed_by', 'is not', null)
    .executeTakeFirst()
  if (confirmed === undefined) return
  for (const table of ['passage', 'pickup'] as const)
    await db.deleteFrom(table).where('note_id', '=', noteId).where('folio', '=', folio).execute()
}
