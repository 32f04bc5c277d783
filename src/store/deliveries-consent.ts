// Whether a person has confirmed the first sending of a brief, and what an edition says in its messages ↔ rows.
import type { Kysely } from 'kysely'
import type { EditionKey } from './deliveries.ts'
import type { Database } from './schema.ts'
import { toJson } from './stored-text.ts'

/** True once a person confirmed that this brief may be sent. */
export async function hasConsent(db: Kysely<Database>, briefId: string): Promise<boolean> {
  const row = await db
    .selectFrom('delivery_consent')
    .select('brief_id')
    .where('brief_id', '=', briefId)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps that a person confirmed the first sending of a brief. */
export async function keepConsent(db: Kysely<Database>, briefId: string, at: Date): Promise<void> {
  await db
    .insertInto('delivery_consent')
    .values({ brief_id: briefId, confirmed_at: at })
    .onConflict((conflict) => conflict.column('brief_id').doNothing())
    .execute()
}

/** Keeps what an edition says in its messages; an edition that is made again after a crash says it anew. */
export async function keepEditionContent(
  db: Kysely<Database>,
  { briefId, date }: EditionKey,
  content: unknown,
): Promise<void> {
  const text = toJson(content)
  await db
    .insertInto('edition_content')
    .values({ brief_id: briefId, date, content: text })
    .onConflict((conflict) => conflict.columns(['brief_id', 'date']).doUpdateSet({ content: text }))
    .execute()
}

/** What an edition says in its messages, as it was kept; null of one made by a version that kept none. */
export async function findEditionContent(
  db: Kysely<Database>,
  { briefId, date }: EditionKey,
): Promise<unknown | null> {
  const row = await db
    .selectFrom('edition_content')
    .select('content')
    .where('brief_id', '=', briefId)
    .where('date', '=', date)
    .executeTakeFirst()
  return row?.content ?? null
}
