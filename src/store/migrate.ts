// A database of any age → the tables of this version, changed under a lock so that two processes never do it at once.
import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { Misdeclared } from '../failure.ts'

const FOLDER = new URL('../../migrations/', import.meta.url)

/**
 * Runs the migrations that are missing, all or none; returns their names.
 * @throws Misdeclared when the database belongs to a newer version.
 */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error instanceof Error && /corrupted migrations/.test(error.message)) {
    const newer = new Misdeclared(
      'base de datos',
      null,
      null,
      'la usó una versión más nueva de síntesis. Actualiza síntesis en este equipo, o usa otra base de datos.',
    )
    newer.cause = error
    throw newer
  }
  if (error !== undefined) throw error
  return results.map((result) => result.migrationName)
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-.*\.ts$/.test(name)).sort()
  const migrations = names.map(
    async (name) =>
      [name.replace(/\.ts$/, ''), (await import(new URL(name, FOLDER).href)) as Migration] as const,
  )
  return Object.fromEntries(await Promise.all(migrations))
}
