// Account → a folder outside the workspace that it can reach, for what it cannot reach inside.
import { chmod, mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Misdeclared } from '../../failure.ts'
import { type Account, canEnter } from './account.ts'

/** Survive a restart of the machine, unlike the temporary folders. */
const SYSTEM_FOLDERS = ['/var/lib/sintesis', '/srv/sintesis', '/opt/sintesis']

/**
 * Finds or makes the state folder.
 * @throws Misdeclared when none can be made: says what to do instead.
 */
export async function findStateFolder(account: Account): Promise<string> {
  const candidates = account === null ? [join(homedir(), '.local/share/sintesis')] : SYSTEM_FOLDERS
  const failures: string[] = []
  for (const folder of candidates) {
    try {
      const made = await mkdir(folder, { recursive: true })
      if (made !== undefined && account !== null) await chmod(folder, 0o755)
      if (canEnter(account, folder)) return folder
      failures.push(`${folder} (la cuenta ${account?.uid} no puede entrar)`)
    } catch (error) {
      failures.push(`${folder} (${error instanceof Error ? error.message : String(error)})`)
    }
  }
  throw new Misdeclared(
    candidates[0] ?? '',
    null,
    null,
    `la base de datos no puede correr como root y su cuenta sin privilegios no alcanza esta carpeta; tampoco se pudo usar ${failures.join(', ')}. ` +
      'Ejecuta síntesis con un usuario ordinario, mueve el espacio de trabajo a una carpeta que todos puedan recorrer (por ejemplo /srv), o define DATABASE_URL.',
  )
}
