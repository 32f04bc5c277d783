// Alerts ↔ rows: one per story, when it may leave, and why it did not.
import { type Kysely, type Selectable, sql } from 'kysely'
import type { AlertSpeed, AlertState } from './alerts-tables.ts'
import type { Database } from './schema.ts'
import { storable } from './stored-text.ts'

/** Name of the lock under which alerts are raised and sent. */
export const ALERT_LOCK = 'alerts'

export type Alert = {
  readonly id: number
  readonly ruleId: string
  /** The note that raised it. */
  readonly noteId: number
  readonly speed: AlertSpeed
  readonly reason: string
  /** When its note was captured. */
  readonly raisedAt: Date
  readonly dueAt: Date
  readonly state: AlertState
  readonly why: string | null
  readonly sentAt: Date | null
}

export type NewAlert = Pick<Alert, 'ruleId' | 'noteId' | 'speed' | 'reason' | 'raisedAt' | 'dueAt'>

/** Up to where the ledger was looked at; null when it never was. */
export async function findAlertLook(db: Kysely<Database>): Promise<Date | null> {
  const row = await db.selectFrom('alert_look').select('looked_to').executeTakeFirst()
  return row?.looked_to ?? null
}

/** Keeps up to where the ledger was looked at. */
export async function keepAlertLook(db: Kysely<Database>, to: Date): Promise<void> {
  await db
    .insertInto('alert_look')
    .values({ looked_to: to })
    .onConflict((conflict) => conflict.column('is_only').doUpdateSet({ looked_to: to }))
    .execute()
}

/** Story → its alert, of the given stories as they stand now: a story that was merged keeps the alert of its parts. */
export async function findAlertsOfStories(
  db: Kysely<Database>,
  storyIds: readonly number[],
): Promise<Map<number, Alert>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('alert')
    .innerJoin('note_story', 'note_story.note_id', 'alert.note_id')
    .selectAll('alert')
    .select('note_story.story_id')
    .where((where) => where('note_story.story_id', '=', where.fn.any(where.val(storyIds))))
    .orderBy('alert.id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.story_id, toAlert(row)]))
}

/** Ids of the notes that now tell the same story as a note. */
export async function findStoryMates(db: Kysely<Database>, noteId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('note_story')
    .select('note_id')
    .where('story_id', '=', (where) =>
      where.selectFrom('note_story').select('story_id').where('note_id', '=', noteId).limit(1),
    )
    .orderBy('note_id')
    .execute()
  return rows.map((row) => row.note_id)
}

/** Keeps an alert that a rule raised. */
export async function keepAlert(db: Kysely<Database>, alert: NewAlert): Promise<void> {
  await db
    .insertInto('alert')
    .values({
      rule_id: alert.ruleId,
      note_id: alert.noteId,
      speed: alert.speed,
      reason: storable(alert.reason),
      raised_at: alert.raisedAt,
      due_at: alert.dueAt,
    })
    .onConflict((conflict) => conflict.column('note_id').doNothing())
    .execute()
}

/** A main outlet tells a story whose alert waits: the alert is about that note now, and due as the note says. */
export async function hastenAlert(db: Kysely<Database>, id: number, alert: NewAlert): Promise<void> {
  const { ruleId, noteId, speed, reason, dueAt } = alert
  await db
    .updateTable('alert')
    .set({ rule_id: ruleId, note_id: noteId, speed, reason: storable(reason), due_at: dueAt })
    .where('id', '=', id)
    .where('state', '=', 'espera')
    .where('speed', '=', 'normal')
    .execute()
}

/** Waiting alerts that may leave by `now`, the oldest first. */
export async function findDueAlerts(db: Kysely<Database>, now: Date): Promise<Alert[]> {
  const rows = await db
    .selectFrom('alert')
    .selectAll()
    .where('state', '=', 'espera')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return rows.map(toAlert)
}

/** One alert. @throws when there is none. */
export async function findAlertById(db: Kysely<Database>, id: number): Promise<Alert> {
  return toAlert(await db.selectFrom('alert').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** Alerts that left after `since`, the oldest first. */
export async function findSentAlerts(db: Kysely<Database>, since: Date): Promise<Alert[]> {
  const rows = await db
    .selectFrom('alert')
    .selectAll()
    .where('state', '=', 'enviada')
    .where('sent_at', '>=', since)
    .orderBy('sent_at')
    .execute()
  return rows.map(toAlert)
}

/** The last alerts, newest first. */
export async function findLastAlerts(db: Kysely<Database>, limit: number): Promise<Alert[]> {
  const rows = await db.selectFrom('alert').selectAll().orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toAlert)
}

/** Lets an alert wait until `until`, and says why. */
export async function postponeAlert(
  db: Kysely<Database>,
  id: number,
  until: Date,
  why: string,
): Promise<void> {
  await db.updateTable('alert').set({ due_at: until, why }).where('id', '=', id).execute()
}

/** Keeps an alert silent for good, and says why. */
export async function silenceAlert(db: Kysely<Database>, id: number, why: string, at: Date): Promise<void> {
  await db.updateTable('alert').set({ state: 'callada', why, silenced_at: at }).where('id', '=', id).execute()
}

/** Keeps that an alert leaves, with one delivery per reader, in one stroke: it counts for the day from here on. */
export async function markAlertSent(
  db: Kysely<Database>,
  id: number,
  readers: readonly Pick<Selectable<Database['alert_delivery']>, 'channel' | 'recipient'>[],
  at: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('alert')
      .set({ state: 'enviada', sent_at: at, why: sql<null>`null` })
      .where('id', '=', id)
      .execute()
    for (const reader of readers) {
      await trx
        .insertInto('alert_delivery')
        .values({ alert_id: id, ...reader, next_at: at })
        .onConflict((conflict) => conflict.columns(['alert_id', 'channel', 'recipient']).doNothing())
        .execute()
    }
  })
}

function toAlert(row: Selectable<Database['alert']>): Alert {
  return {
    id: row.id,
    ruleId: row.rule_id,
    noteId: row.note_id,
    speed: row.speed,
    reason: row.reason,
    raisedAt: row.raised_at,
    dueAt: row.due_at,
    state: row.state,
    why: row.why,
    sentAt: row.sent_at,
  }
}
