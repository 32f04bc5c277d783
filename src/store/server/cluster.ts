// A place → its cluster, made whole the first time.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { lstat, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../durable.ts'
import { runAs } from './account.ts'
import { programPath, serverEnvironment } from './binaries.ts'
import { explainStart } from './explain.ts'
import type { Place } from './place.ts'
import { isAlive } from './postmaster.ts'

/**
 * Makes the cluster beside its final name and renames it, so that a cluster is whole or not there.
 * @throws Misdeclared with the cause in Spanish when it cannot be made.
 */
export async function initCluster(place: Place, binaries: string): Promise<void> {
  await removeUnfinished(place)
  if (await exists(join(place.cluster, 'PG_VERSION'))) return
  const made = `${place.cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  const written = await runInitdb(place, binaries, made, 'C.UTF-8')
  // Old systems lack C.UTF-8; order and case come from PostgreSQL's own locale either way.
  const rewritten = written === null ? null : await runInitdb(place, binaries, made, 'C')
  if (rewritten !== null) {
    await rm(made, { recursive: true, force: true })
    throw explainStart(place.folder, written ?? rewritten)
  }
  try {
    await rename(made, place.cluster)
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    if (!(await exists(join(place.cluster, 'PG_VERSION')))) throw error
    return // another process was first
  }
  await syncFolder(place.folder)
}

/** Runs initdb, durable (it syncs what it writes); null when it went well, else what it wrote. */
async function runInitdb(
  place: Place,
  binaries: string,
  into: string,
  locale: string,
): Promise<string | null> {
  const args = ['-D', into, '-U', 'postgres', '-E', 'UTF8', `--locale=${locale}`]
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(await chooseAuthentication(place)))
  return new Promise((resolve) => {
    execFile(
      programPath(binaries, 'initdb'),
      args,
      { ...runAs(place.account), cwd: '/', env: serverEnvironment(binaries), windowsHide: true },
      (error, stdout, stderr) => resolve(error === null ? null : `${stdout}${stderr}${error.message}`),
    )
  })
}

/** The socket's folder is the guard where there are sockets; a password where there is only loopback. */
async function chooseAuthentication(place: Place): Promise<string[]> {
  if (process.platform !== 'win32') return ['-A', 'trust']
  const file = passwordFile(place)
  if (!(await exists(file))) await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return ['-A', 'scram-sha-256', `--pwfile=${file}`]
}

/** File with the password of the server, used on Windows only. */
export function passwordFile(place: Place): string {
  return join(place.folder, 'password')
}

/** Removes what killed processes left half made. An `initdb` that outlived its own is writing still: the next start's. */
async function removeUnfinished(place: Place): Promise<void> {
  for (const name of await readdir(place.folder)) {
    const pid = /^cluster\.new-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    await rm(join(place.folder, name), { recursive: true, force: true }).catch(() => {})
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
