// What was bought from a network in a month ↔ its row: the count that a budget is held by, across processes and crashes.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/** Takes `amount` if the month then stays within `limit`; says whether it did. One statement, so nobody comes between. */
export async function takeSpending(
  db: Kysely<Database>,
  name: string,
  month: string,
  amount: number,
  limit: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into spending (name, month, amount)
    select ${name}::text, ${month}::text, ${amount}::integer where ${amount}::integer <= ${limit}::integer
    on conflict (name, month) do update set amount = spending.amount + excluded.amount
      where spending.amount + excluded.amount <= ${limit}::integer
    returning amount
  `.execute(db)
  return rows.length > 0
}

/** Returns what was taken and not used. */
export async function returnSpending(
  db: Kysely<Database>,
  name: string,
  month: string,
  amount: number,
): Promise<void> {
  await db
    .updateTable('spending')
    .set({ amount: sql<number>`greatest(0, amount - ${amount})` })
    .where('name', '=', name)
    .where('month', '=', month)
    .execute()
}

/** What was bought in a month under a name; null when nothing was. */
export async function findSpending(
  db: Kysely<Database>,
  name: string,
  month: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('spending')
    .select('amount')
    .where('name', '=', name)
    .where('month', '=', month)
    .executeTakeFirst()
  return row?.amount ?? null
}
