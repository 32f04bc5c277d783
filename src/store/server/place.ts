// Workspace's data folder → where its database lives and under which account it runs.
import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, mkdtemp, realpath, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Misdeclared } from '../../failure.ts'
import { type Account, canEnter, chooseAccount, isRoot, ownerOf } from './account.ts'
import { findStateFolder } from './state-folder.ts'

export type Place = {
  /** Real path, mode 0700, owned by the account: holds `cluster` and `server.log`. */
  readonly folder: string
  readonly cluster: string
  readonly log: string
  readonly account: Account
}

/**
 * Finds the place of the database, making it the first time. It is `postgres` inside the data folder: a folder, or,
 * when root's workspace cannot be reached by an unprivileged account, a link to a folder that can.
 * @throws Misdeclared when a recorded place is gone: an empty archive is never started in silence.
 */
export async function findPlace(dataFolder: string): Promise<Place> {
  const entry = join(resolve(dataFolder), 'postgres')
  const folder = (await findFolder(entry)) ?? (await makeFolder(entry))
  const account = isRoot() ? (ownerOf(folder) ?? chooseAccount(dirname(entry))) : null
  await refuseOthers(folder)
  if (!canEnter(account, folder)) {
    throw new Misdeclared(
      folder,
      null,
      null,
      `la cuenta ${account?.uid}, dueña de la base de datos, ya no puede entrar a esta carpeta. Permite recorrer las carpetas que la contienen (chmod o+x) o ejecuta síntesis con esa cuenta.`,
    )
  }
  return { folder, cluster: join(folder, 'cluster'), log: join(folder, 'server.log'), account }
}

async function findFolder(entry: string): Promise<string | null> {
  try {
    await lstat(entry)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return await realpath(entry)
  } catch (cause) {
    const error = new Misdeclared(
      entry,
      null,
      null,
      'la base de datos de este espacio de trabajo ya no está donde apunta esta liga. Si cambiaste de equipo, trae también esa carpeta; si quieres empezar un archivo vacío, borra la liga.',
    )
    error.cause = cause
    throw error
  }
}

async function makeFolder(entry: string): Promise<string> {
  const data = dirname(entry)
  const account = await makeDataFolder(data)
  const isReachable = canEnter(account, data)
  const parent = isReachable ? data : await findStateFolder(account)
  const label =
    basename(dirname(data))
      .replace(/[^A-Za-z0-9-]/g, '')
      .slice(0, 20) || 'espacio'
  const made = await mkdtemp(join(parent, isReachable ? '.postgres-' : `${label}-`))
  if (account !== null) await chown(made, account.uid, account.gid)
  try {
    // Both fail when another process was first and its folder is in use; an empty one is replaced by its equal.
    if (isReachable) await rename(made, entry)
    else await symlink(made, entry)
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    const found = await findFolder(entry)
    if (found === null) throw error
    return found
  }
  return realpath(entry)
}

/** Makes the data folder; where root works on somebody's workspace, theirs. Returns the account of its database. */
async function makeDataFolder(data: string): Promise<Account> {
  const standing = await findStanding(data)
  const account = chooseAccount(standing)
  const first = await mkdir(data, { recursive: true })
  const owner = ownerOf(standing)
  if (first === undefined || owner === null) return account
  for (let made = data; made.length >= first.length; made = dirname(made)) {
    await chown(made, owner.uid, owner.gid)
  }
  return account
}

/** The folder itself or the nearest above it that is there. */
async function findStanding(folder: string): Promise<string> {
  const found = await lstat(folder).catch(() => null)
  return found !== null || dirname(folder) === folder ? folder : findStanding(dirname(folder))
}

/** A database belongs to the user who made it; root runs it as that user. */
async function refuseOthers(folder: string): Promise<void> {
  const { uid } = await lstat(folder)
  const own = process.getuid?.()
  if (own === undefined || own === 0 || own === uid) return
  throw new Misdeclared(
    folder,
    null,
    null,
    `la base de datos de este espacio de trabajo es de otro usuario de este equipo (${uid}). Ejecuta síntesis con ese usuario o como root, o usa otro espacio de trabajo.`,
  )
}

/** Eight hexadecimal digits that name a place where a short path is needed. */
export function shortName(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 8)
}
