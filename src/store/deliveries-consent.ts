// Whether a person has confirmed the first sending to a list, and what an edition says in its messages ↔ rows.
import type { Kysely } from 'kysely'
import { columnsOf, type EditionKey } from './edition-key.ts'
import type { Database } from './schema.ts'
import { toJson } from './stored-text.ts'

/** True once a person confirmed that the list of this name may be sent to. */
export async function hasConsent(db: Kysely<Database>, listId: string): Promise<boolean> {
  const row = await db
    .selectFrom('delivery_consent')
    .select('brief_id')
    .where('brief_id', '=', listId)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps that a person confirmed the first sending to a list. */
export async function keepConsent(db: Kysely<Database>, listId: string, at: Date): Promise<void> {
  await db
    .insertInto('delivery_consent')
    .values({ brief_id: listId, confirmed_at: at })
    .onConflict((conflict) => conflict.column('brief_id').doNothing())
    .execute()
}

/** Keeps what an edition says in its messages; an edition that is made again after a crash says it anew. */
export async function keepEditionContent(
  db: Kysely<Database>,
  key: EditionKey,
  content: unknown,
): Promise<void> {
  const text = toJson(content)
  await db
    .insertInto('edition_content')
    .values({ ...columnsOf(key), content: text })
    .onConflict((conflict) =>
      conflict.columns(['brief_id', 'date', 'kind', 'number']).doUpdateSet({ content: text }),
    )
    .execute()
}

/** What an edition says in its messages, as it was kept; null of one made by a version that kept none. */
export async function findEditionContent(db: Kysely<Database>, key: EditionKey): Promise<unknown | null> {
  const row = await db
    .selectFrom('edition_content')
    .select('content')
    .where((where) => where.and(columnsOf(key)))
    .executeTakeFirst()
  return row?.content ?? null
}
