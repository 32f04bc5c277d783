// Settings of the tone fitted to an office ↔ rows: each fit stays, the last one counts.
import type { Kysely } from 'kysely'
import type { ToneSettings } from '../model.ts'
import type { Database } from './schema.ts'
import { toJson } from './stored-text.ts'

export type KeptCalibration = {
  readonly madeAt: Date
  readonly madeBy: string
  /** Judged notes it was fitted to. */
  readonly notes: number
  readonly shippedAccuracy: number
  readonly fittedAccuracy: number
  readonly settings: ToneSettings
}

/** Keeps a fit; from now on it is the one that counts. */
export async function keepToneCalibration(db: Kysely<Database>, made: KeptCalibration): Promise<void> {
  await db
    .insertInto('tone_calibration')
    .values({
      made_at: made.madeAt,
      made_by: made.madeBy,
      notes: made.notes,
      shipped_accuracy: made.shippedAccuracy,
      fitted_accuracy: made.fittedAccuracy,
      settings: toJson(made.settings),
    })
    .execute()
}

/** The fit that counts, or null: the shipped settings do. */
export async function findToneCalibration(db: Kysely<Database>): Promise<KeptCalibration | null> {
  const row = await db
    .selectFrom('tone_calibration')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    madeAt: row.made_at,
    madeBy: row.made_by,
    notes: row.notes,
    shippedAccuracy: row.shipped_accuracy,
    fittedAccuracy: row.fitted_accuracy,
    settings: row.settings,
  }
}
