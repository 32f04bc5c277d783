// Where the archive is → an open store with the tables of this version.
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import type { ClientConfig } from 'pg'
import { checkServer, openPool, openSession } from './connection.ts'
import { type Lock, openLocks } from './lock.ts'
import { migrateToLatest } from './migrate.ts'
import type { Database } from './schema.ts'
import { type HeldServer, holdServer } from './server.ts'

export type Store = {
  readonly db: Kysely<Database>
  /** Takes the named lock across all processes of this archive, or null at once when another holds it. */
  tryLock(name: string): Promise<Lock | null>
  /** Ends every session; the last process to close stops the workspace's own server. */
  close(): Promise<void>
}

/**
 * Opens the archive: the server of `databaseUrl`, or else the workspace's own PostgreSQL in `dataFolder`, which is
 * started or adopted. Missing migrations run first.
 * @throws Misdeclared in Spanish, with what to do, when the database cannot be had.
 */
export async function openStore({
  dataFolder,
  databaseUrl,
}: {
  readonly dataFolder: string
  readonly databaseUrl: string | null
}): Promise<Store> {
  if (databaseUrl !== null) return connectStore({ connectionString: databaseUrl }, 'DATABASE_URL', null)
  const server = await holdServer(dataFolder)
  return connectStore({ ...server.address, ssl: false }, join(dataFolder, 'postgres'), server)
}

async function connectStore(address: ClientConfig, name: string, server: HeldServer | null): Promise<Store> {
  const pool = openPool(address)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const locks = openLocks(() => openSession(address))
  let closing: Promise<void> | null = null
  const close = async () => {
    await locks.close()
    await db.destroy()
    await server?.release()
  }
  const store: Store = {
    db,
    tryLock: (lock) => locks.tryLock(lock),
    close() {
      closing ??= close()
      return closing
    },
  }
  try {
    await checkServer(pool, name)
    await migrateToLatest(db)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
