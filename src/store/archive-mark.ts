// The archive and a data folder → certainty that the folder is the archive's own, and not an empty one of another machine.
import { access, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { Misdeclared } from '../failure.ts'
import { captureFile } from './capture-files.ts'
import { writeDurably } from './durable.ts'
import type { Database } from './schema.ts'

const FILE = 'archivo.id'

/**
 * Captures and pictures are files: workers on several machines must see one data folder. Proves it by a mark that the
 * archive and its folder bear. An archive without a marked folder marks this one, once, and only if the newest capture
 * is in it. Run it in a transaction: of two at once the second waits and sees that it came second.
 * @throws Misdeclared in Spanish, with what to do, when the folder is not the archive's.
 */
export async function checkDataFolder(db: Kysely<Database>, folder: string): Promise<void> {
  const { rows } = await sql<{ mark: string; placed: Date | null }>`
    select mark, placed_at as placed from archive_mark for update
  `.execute(db)
  const [archive] = rows
  if (archive === undefined) throw new Error('the archive has no mark')
  const file = join(folder, FILE)
  const found = await readMark(file)
  if (found === archive.mark) return
  if (found !== null) {
    const message =
      'esta carpeta de datos es de otra base de datos. Revisa DATABASE_URL y el espacio de trabajo.'
    throw new Misdeclared(file, null, null, message)
  }
  if (archive.placed !== null || !(await hasNewestCapture(db, folder))) {
    const message =
      'esta carpeta no es la que guarda los testigos de la base de datos. Todos los equipos deben ver la misma carpeta «data» (por NFS o similar): móntala aquí.'
    throw new Misdeclared(file, null, null, message)
  }
  await mkdir(folder, { recursive: true })
  await writeDurably(file, Buffer.from(`${archive.mark}\n`))
  await sql`update archive_mark set placed_at = clock_timestamp()`.execute(db)
}

async function readMark(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function hasNewestCapture(db: Kysely<Database>, folder: string): Promise<boolean> {
  const newest = await db
    .selectFrom('capture')
    .select('sha256')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest === undefined) return true
  return access(captureFile(folder, newest.sha256)).then(
    () => true,
    () => false,
  )
}
