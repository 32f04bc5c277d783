// A running postmaster → ended cleanly, with everything on disk.
import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Misdeclared } from '../../failure.ts'
import { findBinaries, programPath, serverEnvironment } from './binaries.ts'
import type { Place } from './place.ts'
import { isPostmasterOf } from './postmaster.ts'

/** The shutdown writes what memory holds to disk: seconds on a slow one. */
const STOP_MS = 60_000

/**
 * Stops the server fast (open sessions are ended, nothing committed is lost) and waits until it is gone.
 * @throws Misdeclared when it is still there after a minute.
 */
export async function stopServer(place: Place, pid: number): Promise<void> {
  await askToStop(place, pid)
  const deadline = Date.now() + STOP_MS
  while (await isPostmasterOf(place.cluster, pid)) {
    if (Date.now() > deadline) {
      throw new Misdeclared(
        place.folder,
        null,
        null,
        `la base de datos (proceso ${pid}) no terminó en un minuto. Mira qué escribió en ${place.log}`,
      )
    }
    await wait(10)
  }
}

async function askToStop(place: Place, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    const binaries = await findBinaries(place.account)
    await promisify(execFile)(programPath(binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', place.cluster], {
      env: serverEnvironment(binaries),
      windowsHide: true,
    })
    return
  }
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
