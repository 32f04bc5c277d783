// A place → the folder of its socket, reachable by its account alone and short enough for the system.
import { chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Misdeclared } from '../../failure.ts'
import { type Place, shortName } from './place.ts'

/** Longest socket path: 108 bytes with the closing NUL in Linux's sockaddr_un, 104 in Darwin's. */
const SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107
/** Part of the socket's file name; nothing listens on a port. */
export const SOCKET_PORT = 5432

/** The place itself (mode 0700) unless its path is too long for a socket; then a short folder of the same mode. */
export async function findSocketFolder(place: Place): Promise<string> {
  const fits = (folder: string) =>
    Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_BYTES
  if (fits(place.folder)) return place.folder
  const owner = place.account?.uid ?? process.getuid?.() ?? 0
  const candidates = ['/tmp', '/var/tmp', tmpdir()].map((folder) =>
    join(folder, `sintesis-${owner}-${shortName(place.folder)}`),
  )
  for (const folder of candidates.filter(fits)) {
    if (await makePrivateFolder(folder, place, owner)) return folder
  }
  throw new Misdeclared(
    place.folder,
    null,
    null,
    `la ruta es demasiado larga para el socket de la base de datos y no se pudo crear una carpeta privada en ${candidates.join(', ')}. Usa un espacio de trabajo con una ruta más corta.`,
  )
}

/** Makes a folder that only the account can enter; false when somebody else's stands in its place. */
async function makePrivateFolder(folder: string, place: Place, owner: number): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 })
    if (place.account !== null) await chown(folder, place.account.uid, place.account.gid)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    const found = await lstat(folder)
    return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0
  }
}
