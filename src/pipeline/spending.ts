// The archive → the count by which channels that charge keep to their budget.
import type { Kysely } from 'kysely'
import type { Spending } from '../collect/spending.ts'
import type { Database } from '../store/schema.ts'
import { returnSpending, takeSpending } from '../store/spending.ts'

/** Counts outside any transaction: what was paid stays paid when the round that paid it is undone. */
export function countSpending(db: Kysely<Database>): Spending {
  return {
    take: (name, month, amount, limit) => takeSpending(db, name, month, amount, limit),
    giveBack: (name, month, amount) => returnSpending(db, name, month, amount),
  }
}
