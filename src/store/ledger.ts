// An instant → its place on the ledger, such that what was read as complete stays complete.
import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/** Advisory lock that whoever writes to the ledger shares until commit, and who closes it takes alone. */
const LEDGER = sql`hashtextextended('sintesis: ledger', 0)`

/**
 * Place on the ledger of something that happened at `at`: that instant, or the first after the ledger's closed part.
 * A note captured at 6:29:59 whose transaction commits after the 6:30 edition was read falls into the next edition
 * instead of between the two. Inside a transaction nobody closes the ledger before it commits.
 */
export async function placeOnLedger(db: Kysely<Database>, at: Date): Promise<Date> {
  await sql`select pg_advisory_xact_lock_shared(${LEDGER})`.execute(db)
  // A statement of its own: it must see what was committed while the lock was waited for.
  const { rows } = await sql<{ placed: Date }>`
    select greatest(${at}::timestamptz, closed_to + interval '1 millisecond') as placed from ledger
  `.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('the ledger has no row')
  return row.placed
}

/**
 * Closes the ledger up to `to`: waits for the transactions that write to it, and no later one can place anything there.
 * The closed part never shrinks. `to` must not lie in the future, or all that is kept until then would bear that instant.
 */
export async function closeLedger(db: Kysely<Database>, to: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LEDGER})`.execute(db)
  await sql`update ledger set closed_to = greatest(closed_to, ${to}::timestamptz)`.execute(db)
}
