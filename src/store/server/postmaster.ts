// A cluster's postmaster.pid → the server that runs on it, if one really does.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What postmaster.pid says. Its lines: pid, data folder, start time, port, socket folder, listen address, memory, status. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  /** Empty on Windows. */
  readonly socketFolder: string
  readonly isReady: boolean
}

/** How long a half-written postmaster.pid may be half-written before a power cut must have left it so. */
const HALF_WRITTEN_MS = 5_000

/** Reads postmaster.pid; `null` when there is none, `'unfinished'` while it is being written. */
export async function readPostmaster(cluster: string): Promise<Postmaster | 'unfinished' | null> {
  const path = join(cluster, 'postmaster.pid')
  const text = await readIfExists(path)
  if (text === null) return null
  const [pid, , , port, socketFolder = '', , , status = ''] = text.split('\n')
  if (Number(pid) > 0 && Number(port) > 0) {
    return { pid: Number(pid), port: Number(port), socketFolder, isReady: status.trim() === 'ready' }
  }
  const age = await stat(path).then(
    (found) => Date.now() - found.mtimeMs,
    () => 0,
  )
  if (age < HALF_WRITTEN_MS) return 'unfinished'
  await rm(path, { force: true })
  return null
}

/**
 * Says whether a process is the postmaster of this cluster: after a power cut its number may belong to any other
 * program. A postmaster's working folder is its cluster, also after the workspace was moved.
 */
export async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') return isPostmasterOnLinux(cluster, pid)
  const [program, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']]
      : ['ps', ['-o', 'comm=', '-p', String(pid)]]
  return /postgres/.test(spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '')
}

/** Removes a postmaster.pid that names another program, unless a server has meanwhile written its own. */
export async function removeStale(cluster: string, stale: Postmaster): Promise<void> {
  const now = await readPostmaster(cluster)
  if (now === null || now === 'unfinished' || now.pid !== stale.pid) return
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function isPostmasterOnLinux(cluster: string, pid: number): Promise<boolean> {
  const command = readProc(`/proc/${pid}/cmdline`)?.split('\0')[0]
  if (command === undefined || !/(^|\/)postgres$/.test(command)) return false
  try {
    const [working, own] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(cluster)])
    return working.ino === own.ino && working.dev === own.dev
  } catch (error) {
    // Another user's process hides its folder; its name is then all there is to go by.
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // the process ended between two looks
  }
}

async function readIfExists(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
